// Whether an indicator's figures are as new as the rhythm in which it appears leads to expect.
#pragma once

#include <optional>

#include "analysis/measurement.h"
#include "base/finding.h"
#include "data/edition.h"

namespace regioscope::analysis {

/// The newest figure of an indicator whose declared cadence has passed since its period ended, by the
/// edition's date; null when it is fresh, declares no cadence or has no figure.
const Measurement* stale_figure(const Measurements& measurements, data::IndicatorIndex indicator,
                                const data::Edition& edition);

/// A note `stale-figure` for every such indicator. Not a warning: who edits a report cannot make a source
/// publish, and a register full of the same reason would hide the doubts that can be settled.
void report_stale(const Measurements& measurements, const data::Edition& edition, Findings& findings);

}  // namespace regioscope::analysis
