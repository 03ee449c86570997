// The parts of a composition as a grid: regions down, parts across, the smallest ones of a long composition
// together as one. Private to this room.
#pragma once

#include <string_view>

#include "figures/gathered.h"

namespace regioscope::figures {

/// The message that says so; empty for `no`.
std::string_view reason_of(Unshared unshared);

/// Sums of rest parts are added to `owner.made`.
Grid parts_of(const Declaration& declared, const std::vector<data::RegionIndex>& regions,
              const Material& material, Gathered& owner);

}  // namespace regioscope::figures
