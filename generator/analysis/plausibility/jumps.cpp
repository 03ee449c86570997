// Figures that change from one period to the next as those of no other region do: a figure of another year,
// or with a wrong digit, in a series. The changes of all areas between the same two periods are compared.
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "analysis/number.h"
#include "analysis/place.h"
#include "analysis/plausibility/rules.h"
#include "analysis/plausibility/stray.h"

namespace regioscope::analysis::plausibility {

namespace {

/// At least a quarter more or less than any other.
constexpr double least_jump = 0.097;
constexpr std::size_t fewest_other_jumps = 3;
/// Where there are too few others to compare with, only what looks like a slip of the decimal point counts.
constexpr double alone = 0.7;

struct Change {
    const Measurement* before = nullptr;
    const Measurement* after = nullptr;
    double logarithm = 0;
};

void report(const Change& change, const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    const Measurement& figure = *change.after;
    Finding finding =
        doubt("jump", dataset, figure.origins.front(),
              fmt::format("'{}' of '{}' is {:.2f} times what it was in {}, unlike anywhere else",
                          dataset[figure.indicator].id, dataset[dataset[figure.area].region].id,
                          std::pow(10.0, change.logarithm), dataset[change.before->period].written));
    finding.notes.push_back(note_of(dataset, change.before->origins.front()));
    findings.add(std::move(finding));
}

}  // namespace

void find_jumps(const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    std::map<std::pair<data::PeriodIndex, data::PeriodIndex>, std::vector<Change>> changes;
    std::vector<double> logarithms;
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        if (dataset.indicators[i].derivation) continue;
        changes.clear();
        const Measurement* before = nullptr;
        for (const Measurement& after : figures.used.of(static_cast<data::IndicatorIndex>(i))) {
            const auto number = number_of(&after);
            if (!number || *number <= Decimal(0)) continue;
            const bool follows = before != nullptr && before->area == after.area &&
                                 dataset[before->period].kind == dataset[after.period].kind;
            if (follows) {
                const double ratio = number->to_double() / number_of(before)->to_double();
                changes[{before->period, after.period}].push_back({before, &after, std::log10(ratio)});
            }
            before = &after;
        }
        for (const auto& [periods, list] : changes) {
            logarithms.clear();
            for (const Change& change : list)
                logarithms.push_back(change.logarithm);
            if (list.size() <= fewest_other_jumps) {
                for (const Change& change : list) {
                    if (std::abs(change.logarithm) > alone) report(change, figures, findings);
                }
                continue;
            }
            for (const Stray& stray : strays(logarithms, least_jump, fewest_other_jumps))
                report(list[stray.index], figures, findings);
        }
    }
}

}  // namespace regioscope::analysis::plausibility
