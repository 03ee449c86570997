// The names beside rows: a column at the left where there is room, a line above each row where there is not.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/slot.h"

namespace regioscope::chart {

/// Below this width a chart is laid out for a phone.
inline constexpr double narrow_width = 480;

struct RowName {
    std::string text;
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
};

/// Rows under each other, each with its name. `mark_top` and `mark_height` are those of the bar or dots of a
/// row.
class Rows {
  public:
    Rows(std::vector<RowName> names, double width, double top, double mark_height);

    /// Where marks may begin.
    double left() const { return left_; }
    double bottom() const { return bottom_; }
    double mark_top(std::size_t row) const { return tops_[row]; }
    double mark_bottom(std::size_t row) const { return tops_[row] + mark_height_; }
    double mark_middle(std::size_t row) const { return tops_[row] + mark_height_ / 2; }

    /// The names, with the marker of a quiet region or benchmark before its name.
    Group names() const;

  private:
    std::vector<std::string> lines_of(const RowName& name) const;
    double key_width(const RowName& name) const;

    std::vector<RowName> names_;
    double width_;
    double mark_height_;
    bool above_;
    double left_ = 0;
    double bottom_ = 0;
    std::vector<double> tops_;
};

}  // namespace regioscope::chart
