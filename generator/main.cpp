#include <exception>
#include <new>

#include "cli/commands.h"

int main(int count, char** arguments) {
    using namespace regioscope::cli;
    Console console;
    try {
        return static_cast<int>(run(parse_command_line(count, arguments), console));
    } catch (const std::bad_alloc&) {
        console.complain("there is not enough memory; nothing was changed");
    } catch (const std::exception& failure) {  // threads are not to be had
        console.complain(failure.what());
    }
    return static_cast<int>(ExitStatus::environment);
}
