// The parts of a composition as a grid: regions down, parts across, the smallest ones of a long composition
// together as one. Private to this room.
#pragma once

#include "figures/gathered.h"

namespace regioscope::figures {

/// Sums of rest parts are added to `owner.made`.
Grid parts_of(const Declaration& declared, const std::vector<data::RegionIndex>& regions,
              const Material& material, Gathered& owner);

}  // namespace regioscope::figures
