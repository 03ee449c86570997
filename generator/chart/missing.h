// Who has no figure and so no mark, said in words below a chart.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/quantity.h"

namespace regioscope::chart {

class Missing {
  public:
    void add(const std::string& name, const Quantity& quantity);
    bool empty() const { return groups_.empty(); }

    /// Adds `Bremen, Emsland: n.b.` below `top`, and returns where the words end: `top` when nothing is
    /// missing.
    double add_words(Drawing& drawing, double top) const;

  private:
    struct Group {
        std::string sign;
        std::string names;
    };
    std::vector<Group> groups_;
};

}  // namespace regioscope::chart
