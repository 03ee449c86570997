#include <exception>
#include <new>

#include "cli/commands.h"
#include "raster/painter.h"

int main(int count, char** arguments) {
    using namespace regioscope::cli;
    namespace raster = regioscope::raster;
    Console console;
    try {
        raster::begin();  // before there are threads
        return static_cast<int>(run(parse_command_line(count, arguments), console));
    } catch (const std::bad_alloc&) {
        console.complain("there is not enough memory; nothing was changed");
    } catch (const std::exception& failure) {  // threads are not to be had
        console.complain(failure.what());
    }
    return static_cast<int>(ExitStatus::environment);
}
