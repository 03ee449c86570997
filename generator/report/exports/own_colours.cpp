#include "report/appearance.h"
#include "report/exports/exports.h"

namespace regioscope::report {

void add_own_colours(const Site& site, Output& output) {
    const std::string css = own_colours(*site.project);
    if (!css.empty()) output.add(std::string(own_colours_path), css);
}

}  // namespace regioscope::report
