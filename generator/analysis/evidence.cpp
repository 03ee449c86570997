#include "analysis/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/comparability.h"

namespace regioscope::analysis {

namespace {

/// Do regions that are compared on one indicator differ in their periods? One region over several periods is
/// a series.
bool mixes_periods(const Environment& environment) {
    std::map<data::IndicatorIndex, std::map<data::RegionIndex, std::set<data::PeriodIndex>>> read;
    for (const Measurement* const measurement : environment.measurements_read()) {
        if (!measurement->value) continue;
        read[measurement->indicator][environment.dataset()[measurement->area].region].insert(
            measurement->period);
    }
    return std::any_of(read.begin(), read.end(), [](const auto& indicator) {
        const auto& regions = indicator.second;
        return std::any_of(regions.begin(), regions.end(),
                           [&](const auto& region) { return region.second != regions.begin()->second; });
    });
}

}  // namespace

std::vector<std::string> marks_read(const Environment& environment) {
    std::vector<std::string> marks;
    const auto add = [&](std::string mark) {
        if (std::find(marks.begin(), marks.end(), mark) == marks.end()) marks.push_back(std::move(mark));
    };
    for (const Measurement* const measurement : environment.measurements_read()) {
        const Marks found = marks_of(environment.dataset(), *measurement, std::nullopt);
        if (found.off_area) add("area");
        for (const data::Status status : found.doubtful)
            add(std::string(1, data::code_of(status)));
    }
    if (mixes_periods(environment)) add("period");
    return marks;
}

std::vector<std::string> figures_read(const Environment& environment) {
    const data::Dataset& dataset = environment.dataset();
    std::vector<std::string> lines;
    for (const Measurement* const measurement : environment.measurements_read()) {
        lines.push_back(
            fmt::format("{} ({}, {}, {})", measurement->value ? measurement->value->text() : "no value",
                        dataset[measurement->indicator].id, dataset[dataset[measurement->area].region].id,
                        dataset[measurement->period].written));
    }
    return lines;
}

}  // namespace regioscope::analysis
