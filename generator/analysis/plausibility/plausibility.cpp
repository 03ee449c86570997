#include "analysis/plausibility/plausibility.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/place.h"
#include "analysis/plausibility/freshness.h"
#include "analysis/plausibility/rules.h"
#include "base/parallel.h"

namespace regioscope::analysis {

namespace plausibility {

Finding doubt(std::string_view code, const data::Dataset& dataset, data::ObservationIndex figure,
              std::string message) {
    Finding finding = make_warning(code, dataset[figure].span, std::move(message));
    finding.subject = data::key_of(dataset, dataset[figure]);
    finding.notes.push_back(note_of(dataset, figure));
    return finding;
}

}  // namespace plausibility

void find_doubts(const Measurements& measurements, const data::EditionFigures& figures,
                 const data::Edition& edition, Findings& findings) {
    plausibility::Figures all{measurements.dataset(), measurements, figures.superseded()};
    all.printed.reserve(all.printed.size() + figures.used().size());
    for (const data::UsedObservation& used : figures.used())
        all.printed.push_back(used.observation);
    std::sort(all.printed.begin(), all.printed.end());

    constexpr void (*rules[])(const plausibility::Figures&, Findings&) = {
        plausibility::find_impossible,      plausibility::find_unequal_sums,
        plausibility::find_beyond_country,  plausibility::find_outliers,
        plausibility::find_jumps,           plausibility::find_repetitions,
        plausibility::find_misread_periods, plausibility::find_misread_digits,
        plausibility::find_same_names};
    std::vector<Findings> found(std::size(rules));
    for_each_index(std::size(rules), [&](std::size_t i) { rules[i](all, found[i]); });
    for (Findings& one : found)
        findings.merge(std::move(one));
    report_stale(measurements, edition, findings);
}

}  // namespace regioscope::analysis
