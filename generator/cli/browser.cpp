#include "cli/browser.h"

#include <spawn.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace regioscope::cli {

bool open_in_browser(const std::string& address) {
    std::string program = "xdg-open";
    std::string argument = address;
    const std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
    // Signals that this program waits for are to reach the other one.
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    if (posix_spawnattr_init(&attributes) != 0) return false;
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    const int failure =
        posix_spawnp(&child, program.c_str(), nullptr, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    return failure == 0;
}

}  // namespace regioscope::cli
