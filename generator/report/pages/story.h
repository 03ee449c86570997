// A narrative page on the page that shows it: its title, its contents list and its text.
#pragma once

#include <string>

#include "report/narrative.h"
#include "report/page_context.h"

namespace regioscope::report {

/// The heading's words, without markup and values.
std::string story_title(const PageContext& context, const NarrativePage& page);
/// The opening paragraph's words with their values, without markup: what links to the page promise. Empty
/// when the text begins with something else.
std::string story_opening(const PageContext& context, const NarrativePage& page);

/// Where a page comes in the reading: the front page, the chapters as the report has them, then all others.
std::size_t reading_place(const Site& site, const Page& page);

/// The chapters that this edition shows, in order, each with the words it opens with: {label, href, opening}.
expression::Value chapter_list(const PageContext& context);

/// Sets `story`: {title, opening, html, contents, language}, where `opening` is the first paragraph, `html`
/// all that follows, and `language` empty unless readers get another language's text.
void fill_story(PageContext& context, expression::Map& names, const NarrativePage& page);

}  // namespace regioscope::report
