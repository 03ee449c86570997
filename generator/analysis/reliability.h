// Which figures may lead a page: reservations are told beside a number, but what is not settled proves
// nothing by itself.
#pragma once

#include "analysis/measurement.h"

namespace regioscope::analysis {

/// Is it neither estimated, forecast, filled in nor of low reliability?
bool is_reliable(const Measurement& measurement);

}  // namespace regioscope::analysis
