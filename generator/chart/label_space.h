// The room that labels share: what is taken stays taken. Greedy and in the order of asking, so always the
// same.
#pragma once

#include <optional>
#include <vector>

#include "chart/drawing.h"

namespace regioscope::chart {

class LabelSpace {
  public:
    explicit LabelSpace(Box frame) : frame_(frame) {}

    void take(const Box& box) { taken_.push_back(box); }
    bool is_free(const Box& box) const;

    /// The first of the texts that lies in the frame and touches nothing, which then takes its room.
    std::optional<Text> place(const std::vector<Text>& candidates);

  private:
    Box frame_;
    std::vector<Box> taken_;
};

/// A label at the eight places around a mark of that radius, the most readable first: right, left, above,
/// below, and the corners.
std::vector<Text> places_around(const Text& label, Point centre, double radius);

}  // namespace regioscope::chart
