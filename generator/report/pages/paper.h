// The report on paper. A page says of which pages the book of the whole report consists, and one for each
// region of which its own does; scripts/print makes PDFs of them. Those that the publisher has put into
// `site/static/print/` are offered.
#pragma once

#include "expression/value.h"
#include "report/page_context.h"

namespace regioscope::report {

inline constexpr std::string_view paper_page = "paper.html";

/// The PDFs that there are in the page's language: {name, href, title, format, size}.
expression::List printed_books(const PageContext& context);

}  // namespace regioscope::report
