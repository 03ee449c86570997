#include "analysis/edition_model.h"

#include <algorithm>

#include "base/parallel.h"

namespace regioscope::analysis {

EditionModel::EditionModel(const data::Dataset& all, const std::vector<data::Edition>& declared_editions,
                           std::size_t place, std::vector<data::RegionIndex> regions, Findings& findings)
    : dataset(all),
      editions(declared_editions),
      index(place),
      figures(data::figures_of(all, declared_editions, place, findings)),
      measurements(all, figures),
      standings(measurements, std::move(regions)),
      facts(data::visible_facts(all, declared_editions, place)) {
    for (std::size_t i = 0; i < all.sources.size(); ++i) {
        const std::vector<data::SourcePart>& parts = all.sources[i].parts;
        const bool is_published =
            parts.empty() ? all.sources[i].published <= declared().as_of
                          : std::any_of(parts.begin(), parts.end(), [&](const data::SourcePart& part) {
                                return part.published <= declared().as_of;
                            });
        if (is_published) sources.push_back(static_cast<data::SourceIndex>(i));
    }
    for (std::size_t i = 0; i < all.tables.size(); ++i) {
        if (sees(all.tables[i].citation)) tables.push_back(static_cast<data::TableIndex>(i));
    }
}

void judge(EditionModel& edition, const std::vector<Claim>& claims, const Presenter& presenter,
           Findings& findings) {
    const View view{&presenter, &edition};
    edition.checks = run_checks(view, findings);
    edition.verdicts.resize(claims.size());
    for_each_index(claims.size(), [&](std::size_t i) {
        if (edition.applies(claims[i].editions)) edition.verdicts[i] = judge(claims[i], view);
    });
}

}  // namespace regioscope::analysis
