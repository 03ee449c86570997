// Writes a Drawing as SVG: one element per line, so that a change reads well in a diff. No style attribute
// and no colour: chart.css decides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/drawing.h"
#include "escape/safe_html.h"

namespace regioscope::chart {

/// What a file that travels alone brings along: its looks, and around the chart the words the page had.
struct Standalone {
    /// chart.css; it is made plain for programs that know neither custom properties nor colour schemes.
    std::string stylesheet;
    std::string subtitle;
    /// Set small below the chart.
    std::vector<std::string> notes;
    std::string source;
    /// What the sources allow; stands behind the source.
    std::string rights;
    /// A language tag.
    std::string language;
    /// What it was taken from, and who publishes that.
    std::string edition;
    std::string publisher;
};

struct Canvas {
    /// Unique within the page; all ids inside derive from it. A wide and a narrow drawing need an id each.
    std::string id;
    /// In CSS pixels. The chart is laid out for it; it is not scaled.
    double width = 720;
    /// For readers who do not see the chart: its name, and what the data show. Without a name what the data
    /// show is its name.
    std::string title;
    std::string description;
    std::optional<Standalone> standalone;
    /// Each mark says what it is when it is pointed at, and to those who walk from mark to mark.
    bool has_tips = true;
};

escape::SafeHtml write_svg(const Drawing& drawing, const Canvas& canvas);

/// Every kind of chart has a `Drawing draw(const Kind&, double width)`.
template <class Chart>
escape::SafeHtml render(const Chart& chart, const Canvas& canvas) {
    return write_svg(draw(chart, canvas.width), canvas);
}

}  // namespace regioscope::chart
