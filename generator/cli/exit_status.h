// What the program tells the shell when it ends.
#pragma once

#include "base/finding.h"

namespace regioscope::cli {

enum class ExitStatus : int {
    good = 0,
    /// Findings that fail the build; `explain` found no figure.
    findings = 1,
    /// Wrong usage, a project that is no folder, or an unknown id on the command line.
    usage = 2,
    /// Not the project's fault: the disk, permissions, a port or an output that is taken or not ours.
    environment = 3
};

/// What findings mean for the shell; `failed` says whether they fail the build (warnings do under --strict).
ExitStatus status_of(const Findings& findings, bool failed);

}  // namespace regioscope::cli
