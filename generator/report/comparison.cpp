#include "report/comparison.h"

#include <algorithm>
#include <set>

#include "report/site.h"

namespace regioscope::report {

using data::RegionIndex;

std::optional<std::size_t> Comparison::position(RegionIndex region) const {
    const auto found = std::find(regions.begin(), regions.end(), region);
    return found == regions.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - regions.begin()));
}

std::unique_ptr<const Comparison> make_comparison(const Site& site) {
    if (site.regions.size() < 2 || site.regions.size() > most_compared) return nullptr;
    const data::Dataset& dataset = site.dataset();
    auto comparison = std::make_unique<Comparison>();
    comparison->regions = site.regions;
    if (!site.project->diagnosis) return comparison;
    const analysis::DiagnosisModel& model = *site.project->diagnosis;
    if (model.structure) {
        comparison->composition = &dataset.compositions[*model.structure];
        for (const RegionIndex region : site.regions) {
            comparison->structures.push_back(
                analysis::structure_of(site.edition->measurements, *comparison->composition, region));
            const auto country = site.benchmark_of(region);
            comparison->countries.push_back(
                country
                    ? analysis::structure_of(site.edition->measurements, *comparison->composition, *country)
                    : std::nullopt);
        }
    }
    comparison->similarity =
        analysis::similarity_of(site.edition->measurements, model.similarity, site.regions);
    comparison->diagnosis = analysis::diagnose(model, *site.edition, site.regions);
    return comparison;
}

std::vector<std::pair<RegionIndex, RegionIndex>> pairs_of(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    std::set<std::pair<std::string_view, std::string_view>> ids;
    const auto add = [&](std::string_view a, std::string_view b) {
        if (a != b) ids.insert({std::min(a, b), std::max(a, b)});
    };
    if (site.comparison != nullptr) {
        for (const RegionIndex a : site.regions) {
            for (const RegionIndex b : site.regions)
                add(dataset[a].id, dataset[b].id);
        }
    }
    for (const auto& [a, b] : site.settings().pairs)
        add(a, b);
    std::vector<std::pair<RegionIndex, RegionIndex>> pairs;
    for (const auto& [a, b] : ids) {
        const auto first = dataset.region_by_id.find(a);
        const auto second = dataset.region_by_id.find(b);
        // Ids that name no region were reported when the settings were checked.
        if (first == dataset.region_by_id.end() || second == dataset.region_by_id.end()) continue;
        pairs.emplace_back(first->second, second->second);
    }
    return pairs;
}

std::string comparison_index(const Site& site) {
    return pairs_of(site).empty() ? std::string() : std::string("compare/index.html");
}

std::string pair_path(const data::Dataset& dataset, RegionIndex a, RegionIndex b) {
    const std::string& first = std::min(dataset[a].id, dataset[b].id);
    const std::string& second = std::max(dataset[a].id, dataset[b].id);
    return "compare/" + first + "-" + second + ".html";
}

}  // namespace regioscope::report
