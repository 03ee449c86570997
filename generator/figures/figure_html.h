// Writes a figure for a page, and its drawing as a file that travels alone.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "escape/safe_html.h"
#include "figures/figure.h"

namespace regioscope::figures {

/// Where the chart is drawn, in CSS pixels: beside text and on a phone.
inline constexpr double wide_width = 640;
inline constexpr double narrow_width = 320;

/// Words and links around a figure; what is empty is left out.
struct Surroundings {
    enum class Title { shown, left_out };
    enum class Data { closed, open, left_out };

    Title title = Title::shown;
    /// The table below a chart.
    Data data = Data::closed;
    /// `Figuur 3`.
    std::string number;
    std::string data_heading;
    std::string source_word;
    std::string sortable;
    /// So many notes stand open; the others are folded under these words.
    std::size_t open_notes = std::numeric_limits<std::size_t>::max();
    std::string more_notes;
    /// The figure's own page, CSV and SVG.
    std::vector<Link> links;
};

escape::SafeHtml figure_html(const Figure& figure, const Surroundings& surroundings);

/// What a picture that travels alone says of where it is from.
struct Publication {
    /// `Source`, in the figure's language.
    std::string source_word;
    std::string edition;
    std::string publisher;
};
/// Empty for tables. `stylesheet` is chart.css.
std::string figure_svg(const Figure& figure, const std::string& stylesheet, const Publication& publication);

}  // namespace regioscope::figures
