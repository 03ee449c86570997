// Axes are marks like others: they add lines and texts to a drawing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "chart/drawing.h"
#include "chart/scale/linear.h"

namespace regioscope::chart {

/// What a number axis is called and how its ticks read in the reader's language.
struct NumberAxis {
    /// Measure or unit; printed once, horizontally, at the axis' end. May be empty.
    std::string title;
    /// Empty: plain digits.
    std::function<std::string(const Decimal&)> format = {};
    /// Counts have no tick between whole numbers.
    bool is_whole = false;
    /// No figure of this kind is higher (100 for shares): the axis does not promise more.
    std::optional<double> most = {};
};

/// The domain widened to round numbers that this axis can show.
Domain nice(const NumberAxis& axis, Domain domain, double count);

std::vector<Tick> make_ticks(const NumberAxis& axis, Domain domain, double count);

std::string tick_text(const NumberAxis& axis, const Tick& tick);

/// Room for the title above the plot; 0 without a title.
double axis_title_height(const NumberAxis& axis);
void add_axis_title(Drawing& drawing, const NumberAxis& axis);

/// Horizontal grid lines across `plot` with their numbers left of it.
void add_axis_left(Drawing& drawing, const NumberAxis& axis, const Linear& y, const std::vector<Tick>& ticks,
                   const Box& plot);

/// Vertical grid lines with their numbers below the plot; numbers that would touch are left out evenly.
void add_axis_below(Drawing& drawing, const NumberAxis& axis, const Linear& x, const std::vector<Tick>& ticks,
                    const Box& plot);

/// Room for add_axis_below's numbers.
double axis_below_height();

/// Room left of the plot for add_axis_left's numbers.
double axis_left_width(const NumberAxis& axis, const std::vector<Tick>& ticks);

/// A name per place below the plot, centred at the places, which ascend; those that would touch a later one
/// are left out. Used for periods and other sequences.
void add_names_below(Drawing& drawing, const std::vector<std::string>& names,
                     const std::vector<double>& places, const Box& plot);

/// The stretches of a vertical or horizontal line (from the lower coordinate to the higher) that meet no
/// words.
void add_broken_line(Group& group, Point from, Point to, const std::vector<Box>& words,
                     std::string_view classes);

/// Lines of text below `top`; returns where the next line would begin.
double add_text_lines(Group& group, const std::vector<std::string>& lines, Point top, TextStyle style,
                      Anchor anchor, std::string_view classes = {}, std::string_view tip = {});

}  // namespace regioscope::chart
