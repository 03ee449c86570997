// Is a region named in a stretch of a source? By its own name in any language, by that of one of its areas or
// municipalities, or by a word made of it: "Twentse" for Twente, "Bremer" for Bremen.
#pragma once

#include "analysis/print/extract.h"
#include "data/dataset.h"

namespace regioscope::analysis {

bool names_region(const Extract& extract, Extract::Stretch range, const data::Dataset& dataset,
                  const data::Region& region);

}  // namespace regioscope::analysis
