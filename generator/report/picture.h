// What is shown of a page where somebody shares it: its title, what it comes to, and its chart.
#pragma once

#include <string>
#include <string_view>

#include "report/figure_view.h"
#include "report/page_context.h"

namespace regioscope::report {

/// In pixels, as those who show such pictures ask for it.
inline constexpr int picture_width = 1200;
inline constexpr int picture_height = 630;

struct Picture {
    /// What it is part of: small, above the title.
    std::string origin;
    std::string title;
    Illustration illustration;

    /// All words in it but those of the chart.
    std::string words() const { return origin + title + illustration.finding; }
};

/// The pages that are shared most: the front page, chapters, the regions that the report is about, key
/// indicators, charts. All others are
/// shown by the front page's picture.
bool is_pictured(const Site& site, const Page& page);
Picture picture_of(PageContext& context);

/// `stylesheet` is chart.css.
std::string picture_svg(const Picture& picture, std::string_view stylesheet);

/// `regions/twente.png` beside `regions/twente.html`.
std::string picture_path(std::string_view file);

}  // namespace regioscope::report
