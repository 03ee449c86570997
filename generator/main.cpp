#include "cli/commands.h"

int main(int count, char** arguments) {
    using namespace regioscope::cli;
    Console console;
    return static_cast<int>(run(parse_command_line(count, arguments), console));
}
