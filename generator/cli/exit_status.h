// What the program tells the shell when it ends.
#pragma once

namespace regioscope::cli {

enum class ExitStatus : int {
    good = 0,
    /// Findings that fail the build.
    findings = 1,
    /// Wrong usage or an unknown id.
    usage = 2,
    /// The disk, permissions: not the project's fault.
    environment = 3
};

}  // namespace regioscope::cli
