#include "analysis/standout.h"

#include <algorithm>
#include <set>

#include "analysis/number.h"
#include "analysis/reliability.h"

namespace regioscope::analysis {

namespace {

/// The value at a place of the order, counted in quarters of the whole: 2 is the middle.
Decimal quantile(const Standing& standing, std::size_t quarters) {
    const std::size_t last = standing.counted - 1;
    const std::size_t below = last * quarters / 4;
    const std::size_t rest = last * quarters % 4;
    const auto value = [&](std::size_t place) {
        return standing.measurements[standing.order[place]]->value->middle();
    };
    if (rest == 0) return value(below);
    const Decimal step = value(below + 1) - value(below);
    return value(below) + *Decimal::divide(step * Decimal(static_cast<int>(rest)), 4);
}

std::optional<Standout> standout_of(const Standing& standing, data::IndicatorIndex indicator,
                                    std::size_t position) {
    const Measurement* const measurement = standing.measurements[position];
    const auto number = number_of(measurement);
    const auto& rank = standing.ranks[position];
    if (!number || !rank || !is_reliable(*measurement) || !rank->is_decided() || rank->shared_by > 1 ||
        standing.counted < minimum_to_stand_out)
        return std::nullopt;
    Standout standout;
    standout.indicator = indicator;
    standout.measurement = measurement;
    standout.of = standing.counted;
    standout.median = quantile(standing, 2);
    const Decimal width = (quantile(standing, 1) - quantile(standing, 3)).absolute();
    if (width.is_zero()) return std::nullopt;
    standout.distance = *Decimal::divide((*number - standout.median).absolute(), width);
    standout.end = rank->rank * 2 <= standing.counted ? Standout::End::high : Standout::End::low;
    standout.place = standout.end == Standout::End::high ? rank->rank : standing.counted + 1 - rank->rank;
    if (standout.place > std::max<std::size_t>(1, standing.counted / 3)) return std::nullopt;
    const std::size_t from_end = standout.place == 1 ? 1 : 0;
    const std::size_t other =
        standout.end == Standout::End::high ? from_end : standing.counted - 1 - from_end;
    const std::size_t neighbour = standing.order[other];
    const auto& its_rank = standing.ranks[neighbour];
    if (its_rank && its_rank->is_decided() && its_rank->shared_by == 1)
        standout.other = standing.measurements[neighbour];
    return standout;
}

/// The farthest ones, of each theme only the first.
void keep_farthest(std::vector<Standout>& standouts, const data::Dataset& dataset, std::size_t most) {
    std::stable_sort(standouts.begin(), standouts.end(),
                     [](const Standout& a, const Standout& b) { return a.distance > b.distance; });
    std::set<data::ThemeIndex> themes;
    std::erase_if(standouts, [&](const Standout& one) {
        return themes.size() == most || !themes.insert(dataset[one.indicator].theme).second;
    });
}

}  // namespace

Standouts standouts_of(const Standings& standings, const data::Dataset& dataset, data::RegionIndex region,
                       std::size_t most) {
    Standouts found;
    const auto position = standings.position(region);
    if (!position) return found;
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        const auto indicator = static_cast<data::IndicatorIndex>(i);
        const auto standout = standout_of(standings.of(indicator), indicator, *position);
        if (!standout) continue;
        const data::Polarity polarity = dataset.indicators[i].polarity;
        // A count that is neither good nor bad tells how large a region is.
        const bool is_size = polarity == data::Polarity::neutral &&
                             dataset[dataset.indicators[i].unit].kind == data::Unit::Kind::count;
        if (is_size) continue;
        if (polarity == data::Polarity::neutral) {
            found.unlike.push_back(*standout);
        } else if ((polarity == data::Polarity::higher_is_better) == (standout->end == Standout::End::high)) {
            found.favourable.push_back(*standout);
        } else {
            found.unfavourable.push_back(*standout);
        }
    }
    for (std::vector<Standout>* const list : {&found.favourable, &found.unfavourable, &found.unlike})
        keep_farthest(*list, dataset, most);
    return found;
}

}  // namespace regioscope::analysis
