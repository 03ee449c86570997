#include "analysis/reliability.h"

#include <algorithm>

namespace regioscope::analysis {

bool is_reliable(const Measurement& measurement) {
    return std::none_of(measurement.statuses.begin(), measurement.statuses.end(), [](data::Status status) {
        return status == data::Status::low_reliability || status == data::Status::estimated ||
               status == data::Status::imputed || status == data::Status::forecast;
    });
}

}  // namespace regioscope::analysis
