// Text in rows and columns: cells between commas, semicolons or tabs, in quotation marks where they must be.
#pragma once

#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "tabular/grid.h"

namespace regioscope::tabular {

/// The separator is the one that makes the most of the lines. Findings: `open-quote` (a quotation that is
/// never closed), `too-many-cells`.
Grid read_csv(const SourceText& source, Findings& findings);

}  // namespace regioscope::tabular
