// Is a published folder still what a build made?
#pragma once

#include <cstddef>
#include <string>

#include "base/finding.h"

namespace regioscope::report {

struct Verification {
    /// How many files the manifest lists.
    std::size_t files = 0;
    Findings findings;
};

/// Holds a folder against its manifest. Findings: `missing-file`, `altered-file`, and as warnings
/// `foreign-file`.
Verification verify(const std::string& folder);

}  // namespace regioscope::report
