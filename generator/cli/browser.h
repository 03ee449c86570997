// The reader's own browser.
#pragma once

#include <string>

namespace regioscope::cli {

/// Asks the desktop to open an address; false when it has nothing to do so. Does not wait.
bool open_in_browser(const std::string& address);

}  // namespace regioscope::cli
