// A narrative page on the page that shows it: its title, its contents list and its text.
#pragma once

#include <string>

#include "report/narrative.h"
#include "report/page_context.h"

namespace regioscope::report {

/// The heading's words, without markup and values.
std::string story_title(const PageContext& context, const NarrativePage& page);

/// Sets `story`: {title, html, contents, language}, where language is empty unless readers get another
/// language's text.
void fill_story(PageContext& context, expression::Map& names, const NarrativePage& page);

}  // namespace regioscope::report
