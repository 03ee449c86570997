// Could a condition turn out false if the figures were others? What holds whatever they are says nothing.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "analysis/environment.h"

namespace regioscope::analysis {

/// Does the condition hold with the figures of a view? Nothing where it cannot be evaluated.
using Holds = std::function<std::optional<bool>(const View& view)>;

/// `read` are the figures that the condition reads. They are set to nothing, to far more and to far less, one
/// by one and together, until the condition is false; of one that reads no figure nobody knows. Facts stay
/// as they are: what reads facts too may be made false by those.
bool can_be_false(const View& view, const std::vector<const Measurement*>& read, const Holds& holds);

}  // namespace regioscope::analysis
