#include "chart/value_label.h"

#include <algorithm>

#include "chart/bar_mark.h"

namespace regioscope::chart {

namespace {

bool is_negative(const Quantity& quantity) {
    return quantity.is_drawn() && quantity.middle() < 0;
}

}  // namespace

Range room_beside_values(const std::vector<ValueLabel>& labels, double left, double right) {
    double before = 0;
    double after = 0;
    for (const ValueLabel& label : labels) {
        double& side = is_negative(label.quantity) ? before : after;
        const double open_end = label.quantity.kind == Quantity::Kind::at_least ? 5 : 0;
        side = std::max(side, text_width(label.quantity.text, label.style) + value_gap + open_end);
    }
    const double most = (right - left) / 3;
    return {left + std::min(before, most), right - std::min(after, most)};
}

Text value_beside(const ValueLabel& label, const Linear& x, double middle, double drawing_width) {
    const Quantity& quantity = label.quantity;
    const double tip = quantity.is_drawn() ? bar_tip(quantity, x) : x(0);
    Text text{{tip + value_gap, middle + ascent(label.style) / 2 - 1},
              quantity.text,
              label.style,
              Anchor::start,
              quantity.is_drawn() ? "value" : "value no-data"};
    if (is_negative(quantity)) {
        text.at.x = tip - value_gap;
        text.anchor = Anchor::end;
    }
    const double room = text.anchor == Anchor::end ? text.at.x : drawing_width - text.at.x;
    text.text = shorten(quantity.text, room, label.style);
    if (text.text != quantity.text) text.tip = quantity.text;
    return text;
}

}  // namespace regioscope::chart
