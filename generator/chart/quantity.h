// A figure as a chart sees it: a double for the geometry, a text for the reader.
#pragma once

#include <numeric>
#include <string>
#include <utility>

#include "chart/remark.h"
#include "chart/scale/domain.h"

namespace regioscope::chart {

/// How sure the figure is. A reservation (another area, another period, a low reliability) tints the mark and
/// never erases it; provisional figures are hollow, estimated ones hatched. The text carries the sign that
/// the notes explain.
enum class Status { firm, reserved, provisional, estimated };

/// Is the figure itself not settled yet? What leads to or from it is drawn thin.
inline bool is_unsettled(Status status) {
    return status == Status::provisional || status == Status::estimated;
}

struct Quantity {
    /// Bounds are drawn open-ended, ranges as an interval.
    enum class Kind { point, at_least, at_most, range, missing };

    Kind kind = Kind::missing;
    /// The number; a range's lower end. Meaningless when missing.
    double low = 0;
    /// A range's upper end; else equal to low.
    double high = 0;
    /// As shown to the reader: `7,2%`, `> 2.000`, `n.b.`.
    std::string text;
    Status status = Status::firm;
    /// What the author says of it; see with_remarks().
    Remark remark = {};

    static Quantity point(double value, std::string text, Status status = Status::firm) {
        return {Kind::point, value, value, std::move(text), status, {}};
    }
    static Quantity at_least(double value, std::string text, Status status = Status::firm) {
        return {Kind::at_least, value, value, std::move(text), status, {}};
    }
    static Quantity at_most(double value, std::string text, Status status = Status::firm) {
        return {Kind::at_most, value, value, std::move(text), status, {}};
    }
    static Quantity range(double low, double high, std::string text, Status status = Status::firm) {
        return {Kind::range, low, high, std::move(text), status, {}};
    }
    /// With the sign of the language for "no figure".
    static Quantity missing(std::string text) {
        return {Kind::missing, 0, 0, std::move(text), Status::firm, {}};
    }

    /// The one place where figures without a position (missing, not drawable) are told apart.
    bool is_drawn() const { return kind != Kind::missing && is_drawable(low) && is_drawable(high); }
    double middle() const { return std::midpoint(low, high); }
};

}  // namespace regioscope::chart
