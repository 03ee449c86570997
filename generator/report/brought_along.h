// What the program brings besides its templates: schemas, the beginning of a report, signs of offices.
#pragma once

#include <string>

namespace regioscope::report {

/// The folder in which each of them stands under the name that it has in the source tree.
std::string brought_along();

}  // namespace regioscope::report
