// How to cite a page: in words, and as programs that keep references take it.
#pragma once

#include <string>

#include "report/page_context.h"

namespace regioscope::report {

struct CitedPage {
    std::string text;
    std::string bibtex;
    std::string ris;
    std::string csl_json;
};

CitedPage cited_page(const PageContext& context);

}  // namespace regioscope::report
