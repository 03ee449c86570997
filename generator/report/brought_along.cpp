#include "report/brought_along.h"

#include "report/project.h"

namespace regioscope::report {

std::string brought_along() {
    return built_in_templates() + "/..";
}

}  // namespace regioscope::report
