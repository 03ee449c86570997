// A finished page as Markdown, for programs that read text: its words, its tables and its figures' values,
// each with the link to its source, and what signs stand for in words. Without what leads around the site.
#pragma once

#include <string>
#include <string_view>

#include "report/page_context.h"

namespace regioscope::report {

/// `regions/twente.md` beside `regions/twente.html`.
std::string companion_of(std::string_view file);

/// A page to read, in a language that it is in, unless the project brings such a file itself.
bool has_companion(const Site& site, const Page& page, std::size_t language);

/// Words in one line of Markdown, in which nothing is markup.
std::string plain_markdown(std::string_view words);

/// What stands in `<main>` of a page that our templates made.
std::string markdown_of(std::string_view html);

/// The same behind what the page is, in lines of YAML.
std::string companion_text(const PageContext& context, std::string_view html);

}  // namespace regioscope::report
