// Figures that cannot be: a share or rate outside 0 to 100 %, a count that is not whole, digits that nobody
// would see.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

namespace {

int digits_of(const data::Value& value) {
    return std::max(value.low.normalized().decimals(), value.high.normalized().decimals());
}

}  // namespace

void find_impossible(const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    const std::vector<bool> shares = shares_of(dataset);
    for (const data::ObservationIndex index : figures.printed) {
        const data::Observation& o = dataset[index];
        if (!o.value) continue;
        const data::Indicator& indicator = dataset[o.indicator];
        const bool is_share = shares[static_cast<std::size_t>(o.indicator)];
        if (is_share && (o.value->low.is_negative() || o.value->high > Decimal(100))) {
            findings.add(
                doubt("impossible-share", dataset, index,
                      fmt::format("'{}' is a share, and {} % of a whole cannot be", indicator.id,
                                  o.value->text()))
                    .note(fmt::format("shares are what is measured in '{}': is it a change, it needs "
                                      "a unit of its own",
                                      dataset[indicator.unit].id)));
        }
        const bool counts =
            dataset[indicator.unit].kind == data::Unit::Kind::count && indicator.decimals == 0;
        if (counts && !(o.value->low.is_integer() && o.value->high.is_integer())) {
            findings.add(doubt("fractional-count", dataset, index,
                               fmt::format("'{}' counts {}, and {} is no whole number", indicator.id,
                                           dataset[indicator.unit].id, o.value->text()))
                             .note("is a 'scale' missing, or is it no count?"));
        } else if (const int digits = digits_of(*o.value); digits > indicator.decimals) {
            findings.add(doubt("more-digits-than-shown", dataset, index,
                               fmt::format("{} has {} decimals, and '{}' is shown with {}", o.value->text(),
                                           digits, indicator.id, indicator.decimals))
                             .note("readers would not see them: raise the indicator's 'decimals'"));
        }
    }
}

}  // namespace regioscope::analysis::plausibility
