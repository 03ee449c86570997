// Charts of random data: sensible, tiny, huge, negative, missing, doubtful; names from empty to absurd. The
// same seed gives the same chart on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/quantity.h"

namespace regioscope::chart {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}

    std::uint32_t next();
    /// 0 … count - 1.
    int below(int count) { return static_cast<int>(next() % static_cast<std::uint32_t>(count)); }
    /// 0 … 1.
    double share() { return next() / 4294967296.0; }
    bool one_in(int count) { return below(count) == 0; }

    std::string name();
    /// Numbers of one chart share their magnitude.
    Quantity quantity(double magnitude, bool negative);
    Quantity bare_quantity(double magnitude, bool negative);
    double magnitude();
    Slot slot();
    Emphasis emphasis();

  private:
    std::uint64_t state_;
};

struct RandomChart {
    std::string kind;
    Drawing drawing;
};

/// One chart of every kind.
std::vector<RandomChart> random_charts(std::uint64_t seed, double width);

}  // namespace regioscope::chart
