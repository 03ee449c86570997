// A count of a region that is larger than its country's, of the same indicator and period.
#include <fmt/format.h>

#include <map>

#include "analysis/number.h"
#include "analysis/place.h"
#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

void find_beyond_country(const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    std::map<std::string_view, data::RegionIndex> benchmarks;
    for (std::size_t i = 0; i < dataset.regions.size(); ++i) {
        if (dataset.regions[i].kind == data::RegionKind::benchmark)
            benchmarks.emplace(dataset.regions[i].country, static_cast<data::RegionIndex>(i));
    }
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        const data::Indicator& indicator = dataset.indicators[i];
        if (dataset[indicator.unit].kind != data::Unit::Kind::count || indicator.derivation) continue;
        const auto index = static_cast<data::IndicatorIndex>(i);
        for (const Measurement& part : figures.used.of(index)) {
            const data::RegionIndex region = dataset[part.area].region;
            const auto country = benchmarks.find(dataset[region].country);
            if (country == benchmarks.end() || country->second == region) continue;
            const Measurement* const whole = figures.used.find(index, country->second, part.period);
            const auto number = number_of(&part);
            const auto limit = number_of(whole);
            if (!number || !limit || *number <= *limit) continue;
            Finding finding = doubt("beyond-country", dataset, part.origins.front(),
                                    fmt::format("'{}' is larger in '{}' than in all of '{}'", indicator.id,
                                                dataset[region].id, dataset[country->second].id));
            finding.notes.push_back(note_of(dataset, whole->origins.front()));
            findings.add(std::move(finding));
        }
    }
}

}  // namespace regioscope::analysis::plausibility
