#include "analysis/comparability.h"

#include <algorithm>
#include <map>

namespace regioscope::analysis {

std::optional<data::PeriodIndex> reference_period(const data::Dataset& dataset,
                                                  const std::vector<const Measurement*>& measurements) {
    std::map<data::PeriodIndex, std::size_t> frequency;
    for (const Measurement* const measurement : measurements) {
        if (measurement != nullptr && measurement->value) ++frequency[measurement->period];
    }
    const auto best = std::max_element(frequency.begin(), frequency.end(), [&](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : dataset[a.first] < dataset[b.first];
    });
    return best == frequency.end() ? std::nullopt : std::optional(best->first);
}

Marks marks_of(const data::Dataset& dataset, const Measurement& measurement,
               std::optional<data::PeriodIndex> reference) {
    Marks marks;
    marks.off_area = dataset[measurement.area].preference > 0;
    marks.other_period = reference && !(dataset[measurement.period] == dataset[*reference]);
    for (const data::Status status : measurement.statuses) {
        if (data::is_doubtful(status)) marks.doubtful.push_back(status);
    }
    marks.corrected = measurement.correction.has_value();
    return marks;
}

}  // namespace regioscope::analysis
