// What is drawn, as far as words must not touch it.
#pragma once

#include <vector>

#include "chart/drawing.h"

namespace regioscope::chart {

struct Segment {
    Point from;
    Point to;
};

class Ink {
  public:
    explicit Ink(const Drawing& drawing);

    void add(const Shape& shape);

    /// Is there room for words, with a little air around them?
    bool is_free(const Box& box) const;
    /// Would words stand in the row of another bar?
    bool is_in_other_row(const Box& words, const Box& bar) const;
    /// Would a line run through words?
    bool hides_words(const Segment& segment) const;

  private:
    Box frame_;
    std::vector<Box> boxes_;
    std::vector<Box> texts_;
    std::vector<Box> bars_;
    std::vector<Segment> segments_;
};

}  // namespace regioscope::chart
