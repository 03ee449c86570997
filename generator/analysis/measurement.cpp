#include "analysis/measurement.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/parallel.h"

namespace regioscope::analysis {

namespace {

using data::AreaIndex;
using data::Dataset;
using data::Derivation;
using data::IndicatorIndex;
using data::PeriodIndex;
using data::RegionIndex;

std::size_t position(IndicatorIndex index) {
    return static_cast<std::size_t>(index);
}

auto order_of(const Dataset& dataset, AreaIndex area, PeriodIndex period) {
    return std::tuple(dataset[area].region, dataset[area].preference, dataset[period].last,
                      dataset[period].first);
}

/// Points and "about" have one number to compute with.
bool has_number(const Measurement& measurement) {
    return measurement.value && (measurement.value->kind == data::Value::Kind::point ||
                                 measurement.value->kind == data::Value::Kind::about);
}

std::optional<Decimal> quotient(const Decimal& a, const Decimal& b, const Decimal& factor) {
    const auto exact = Decimal::divide(a * factor, b);
    return exact;
}

/// A part, a multiple or a growth is told of what is above zero, and of parts that are not below it.
bool is_in_domain(Derivation::Operation operation, const std::vector<Decimal>& numbers) {
    switch (operation) {
        case Derivation::Operation::sum:
        case Derivation::Operation::difference:
            return true;
        case Derivation::Operation::per:
            return numbers[1] > Decimal();
        case Derivation::Operation::ratio:
        case Derivation::Operation::share:
        case Derivation::Operation::change:
        case Derivation::Operation::index:
            return numbers[1] > Decimal() && !numbers[0].is_negative();
    }
    return false;
}

/// The formula of a derivation over the operands' numbers; nothing outside its domain. Formulas as in
/// docs/datasets.md.
std::optional<Decimal> compute(const Derivation& derivation, const std::vector<Decimal>& numbers) {
    if (!is_in_domain(derivation.operation, numbers)) return std::nullopt;
    switch (derivation.operation) {
        case Derivation::Operation::sum: {
            Decimal total;
            for (const Decimal& number : numbers)
                total += number;
            return total;
        }
        case Derivation::Operation::difference:
            return numbers[0] - numbers[1];
        case Derivation::Operation::ratio:
            return quotient(numbers[0], numbers[1], 1);
        case Derivation::Operation::share:
            return quotient(numbers[0], numbers[1], 100);
        case Derivation::Operation::per:
            return quotient(numbers[0], numbers[1], derivation.scale);
        case Derivation::Operation::change:
            return quotient(numbers[0] - numbers[1], numbers[1], 100);
        case Derivation::Operation::index:
            return quotient(numbers[0], numbers[1], 100);
    }
    return std::nullopt;
}

/// An observation as its table prints it.
Measurement as_printed(const Dataset& dataset, data::ObservationIndex index) {
    const data::Observation& observation = dataset[index];
    return {observation.indicator,
            observation.area,
            observation.period,
            observation.value,
            observation.statuses,
            {index},
            false,
            std::nullopt};
}

bool compares_with_base(Derivation::Operation operation) {
    return operation == Derivation::Operation::change || operation == Derivation::Operation::index;
}

void add_once(std::vector<data::ObservationIndex>& all, const std::vector<data::ObservationIndex>& more) {
    for (const data::ObservationIndex origin : more) {
        if (std::find(all.begin(), all.end(), origin) == all.end()) all.push_back(origin);
    }
}

/// What the operands make together. Where one of them is missing or known only as a bound the result is
/// missing, and says why.
Measurement combine(const Derivation& derivation, IndicatorIndex indicator,
                    const std::vector<const Measurement*>& operands) {
    Measurement result;
    result.indicator = indicator;
    result.area = operands.front()->area;
    result.period = operands.front()->period;
    result.derived = true;
    std::vector<Decimal> numbers;
    data::Value::Kind kind = data::Value::Kind::point;
    bool is_open = false;
    for (const Measurement* const operand : operands) {
        for (const data::Status status : operand->statuses) {
            if (status != data::Status::normal) result.statuses.push_back(status);
        }
        add_once(result.origins, operand->origins);
        if (!operand->value) continue;
        if (!has_number(*operand)) {
            is_open = true;
            continue;
        }
        numbers.push_back(operand->value->low);
        if (operand->value->kind == data::Value::Kind::about) kind = data::Value::Kind::about;
    }
    if (numbers.size() == operands.size()) {
        if (const auto number = compute(derivation, numbers))
            result.value = data::Value{kind, *number, *number};
    }
    const bool says_why = std::any_of(result.statuses.begin(), result.statuses.end(), data::means_missing);
    if (!result.value && !says_why)
        result.statuses = {is_open ? data::Status::missing : data::Status::missing_cannot_exist};
    return result;
}

/// Derived indicators by depth: those over observed ones first.
std::vector<std::vector<IndicatorIndex>> derivation_waves(const Dataset& dataset) {
    std::vector<int> depth(dataset.indicators.size(), -1);
    const auto depth_of = [&](auto&& self, std::size_t i) -> int {
        if (depth[i] >= 0) return depth[i];
        depth[i] = 0;  // a circle is a finding of the reader's; here it must only not go on for ever
        int deepest = 0;
        if (const auto& derivation = dataset.indicators[i].derivation) {
            for (const IndicatorIndex operand : derivation->operands)
                deepest = std::max(deepest, self(self, position(operand)) + 1);
        }
        return depth[i] = deepest;
    };
    std::vector<std::vector<IndicatorIndex>> waves;
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        if (!dataset.indicators[i].derivation) continue;
        const auto level = static_cast<std::size_t>(depth_of(depth_of, i));
        if (waves.size() < level) waves.resize(level);
        if (level > 0) waves[level - 1].push_back(static_cast<IndicatorIndex>(i));
    }
    return waves;
}

/// The latest of an area in a sorted list: with a value, if it has any.
const Measurement* latest(const Dataset& dataset, std::span<const Measurement> list, AreaIndex area) {
    const auto place = [&](AreaIndex index) {
        return std::tuple(dataset[index].region, dataset[index].preference);
    };
    const auto first = std::partition_point(
        list.begin(), list.end(), [&](const Measurement& m) { return place(m.area) < place(area); });
    const auto last = std::partition_point(
        first, list.end(), [&](const Measurement& m) { return place(m.area) == place(area); });
    if (first == last) return nullptr;
    const auto with_value = std::find_if(std::reverse_iterator(last), std::reverse_iterator(first),
                                         [](const Measurement& m) { return m.value.has_value(); });
    return with_value == std::reverse_iterator(first) ? &*std::prev(last) : &*with_value;
}

}  // namespace

Measurements::Measurements(const data::Dataset& dataset, const data::EditionFigures& figures)
    : dataset_(&dataset), by_indicator_(dataset.indicators.size()) {
    for_each_index(dataset.indicators.size(), [&](std::size_t i) {
        const auto [first, last] = figures.range_of(static_cast<IndicatorIndex>(i));
        std::vector<Measurement>& list = by_indicator_[i];
        list.reserve(last - first);
        for (std::size_t k = first; k < last; ++k) {
            const data::UsedObservation& used = figures.used()[k];
            const data::Observation& observation = dataset[used.observation];
            list.push_back({observation.indicator,
                            observation.area,
                            observation.period,
                            used.value,
                            used.statuses,
                            {used.observation},
                            false,
                            used.correction});
        }
        sort(list);
    });
    for (const data::ObservationIndex superseded : figures.superseded())
        printed_only_.push_back(as_printed(dataset, superseded));
    for (const data::UsedObservation& used : figures.used()) {
        if (used.correction) printed_only_.push_back(as_printed(dataset, used.observation));
    }
    for (const std::vector<IndicatorIndex>& wave : derivation_waves(dataset)) {
        for_each_index(wave.size(), [&](std::size_t i) {
            by_indicator_[position(wave[i])] = derive(dataset[wave[i]], wave[i]);
        });
    }
}

std::vector<Measurement> Measurements::derive(const data::Indicator& indicator, IndicatorIndex index) const {
    std::vector<Measurement> list;
    const Derivation& derivation = *indicator.derivation;
    for (const Measurement& first : of(derivation.operands.front())) {
        std::vector<const Measurement*> operands{&first};
        if (compares_with_base(derivation.operation)) {
            operands.push_back(derivation.base ? find(first.indicator, first.area, *derivation.base)
                                               : nullptr);
        } else {
            for (std::size_t i = 1; i < derivation.operands.size(); ++i) {
                operands.push_back(find(derivation.operands[i], first.area, first.period));
            }
        }
        const auto is_there = [](const Measurement* operand) { return operand != nullptr; };
        if (std::all_of(operands.begin(), operands.end(), is_there))
            list.push_back(combine(derivation, index, operands));
    }
    sort(list);
    return list;
}

Measurements Measurements::only(const std::vector<IndicatorIndex>& indicators) const {
    Measurements copy(*dataset_);
    for (const IndicatorIndex indicator : indicators)
        copy.by_indicator_[position(indicator)] = by_indicator_[position(indicator)];
    std::copy_if(printed_only_.begin(), printed_only_.end(), std::back_inserter(copy.printed_only_),
                 [&](const Measurement& one) {
                     return std::find(indicators.begin(), indicators.end(), one.indicator) !=
                            indicators.end();
                 });
    return copy;
}

void Measurements::change(const Measurement& measurement, const data::Value& value) {
    for (std::vector<Measurement>* const list :
         {&by_indicator_[position(measurement.indicator)], &printed_only_}) {
        const auto found = std::find_if(list->begin(), list->end(), [&](const Measurement& one) {
            return one.indicator == measurement.indicator && one.area == measurement.area &&
                   one.period == measurement.period && one.origins == measurement.origins &&
                   one.correction == measurement.correction;
        });
        if (found == list->end()) continue;
        found->value = value;
        found->statuses = {data::Status::normal};
        return;
    }
}

void Measurements::sort(std::vector<Measurement>& list) const {
    const auto earlier = [&](const Measurement& a, const Measurement& b) {
        return order_of(*dataset_, a.area, a.period) < order_of(*dataset_, b.area, b.period);
    };
    if (!std::is_sorted(list.begin(), list.end(), earlier))
        std::stable_sort(list.begin(), list.end(), earlier);
}

std::span<const Measurement> Measurements::of(IndicatorIndex indicator) const {
    return by_indicator_[position(indicator)];
}

std::span<const Measurement> Measurements::of(IndicatorIndex indicator, RegionIndex region) const {
    const std::vector<Measurement>& list = by_indicator_[position(indicator)];
    const auto region_of = [&](const Measurement& m) { return (*dataset_)[m.area].region; };
    const auto first = std::partition_point(list.begin(), list.end(),
                                            [&](const Measurement& m) { return region_of(m) < region; });
    const auto last =
        std::partition_point(first, list.end(), [&](const Measurement& m) { return region_of(m) == region; });
    return {first, last};
}

const Measurement* Measurements::find(IndicatorIndex indicator, AreaIndex area, PeriodIndex period) const {
    const std::span<const Measurement> list = of(indicator);
    const auto wanted = order_of(*dataset_, area, period);
    const auto found = std::partition_point(list.begin(), list.end(), [&](const Measurement& m) {
        return order_of(*dataset_, m.area, m.period) < wanted;
    });
    const bool here =
        found != list.end() && found->area == area && (*dataset_)[found->period] == (*dataset_)[period];
    return here ? &*found : nullptr;
}

const Measurement* Measurements::find(IndicatorIndex indicator, RegionIndex region,
                                      std::optional<PeriodIndex> period) const {
    const Measurement* gap = nullptr;
    for (const AreaIndex area : (*dataset_)[region].areas) {
        const Measurement* const candidate =
            period ? find(indicator, area, *period) : latest(*dataset_, of(indicator), area);
        if (candidate != nullptr && candidate->value) return candidate;
        if (gap == nullptr) gap = candidate;
    }
    return gap;
}

const Measurement* Measurements::find_printed(IndicatorIndex indicator, RegionIndex region,
                                              PeriodIndex period, data::TableIndex table) const {
    const auto is_it = [&](const Measurement& candidate) {
        return candidate.indicator == indicator && (*dataset_)[candidate.area].region == region &&
               (*dataset_)[candidate.period] == (*dataset_)[period] && !candidate.derived &&
               (*dataset_)[candidate.origins.front()].table == table;
    };
    const auto unused = std::find_if(printed_only_.begin(), printed_only_.end(), is_it);
    if (unused != printed_only_.end()) return &*unused;
    const std::span<const Measurement> used = of(indicator, region);
    const auto found = std::find_if(used.begin(), used.end(), is_it);
    return found == used.end() ? nullptr : &*found;
}

std::vector<const Measurement*> Measurements::find_all(IndicatorIndex indicator,
                                                       const std::vector<RegionIndex>& regions,
                                                       std::optional<PeriodIndex> period) const {
    std::vector<const Measurement*> found;
    found.reserve(regions.size());
    for (const RegionIndex region : regions)
        found.push_back(find(indicator, region, period));
    return found;
}

}  // namespace regioscope::analysis
