#include <exception>

#include "cli/commands.h"

int main(int count, char** arguments) {
    using namespace regioscope::cli;
    Console console;
    try {
        return static_cast<int>(run(parse_command_line(count, arguments), console));
    } catch (const std::exception& failure) {  // memory or threads are not to be had
        console.complain(failure.what());
        return static_cast<int>(ExitStatus::environment);
    }
}
