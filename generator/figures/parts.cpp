#include "figures/parts.h"

#include <algorithm>
#include <numeric>

#include "analysis/comparability.h"

namespace regioscope::figures {

namespace {

using analysis::Measurement;
using data::IndicatorIndex;

/// One region's parts, all of one area and one period, and their whole.
struct Parts {
    data::RegionIndex region{};
    std::vector<const Measurement*> parts;
    const Measurement* declared_whole = nullptr;

    bool has(bool (*what)(const data::Value& value)) const {
        return std::any_of(parts.begin(), parts.end(), [&](const Measurement* part) {
            return part != nullptr && part->value && what(*part->value);
        });
    }
    bool is_complete() const {
        return std::all_of(parts.begin(), parts.end(),
                           [](const Measurement* part) { return part != nullptr && part->value; });
    }

    /// Nothing when a part is missing or a bound, and no whole is declared.
    std::optional<Decimal> whole() const {
        if (declared_whole != nullptr && declared_whole->value && !is_open(*declared_whole->value))
            return declared_whole->value->middle();
        if (!is_complete() || has(is_open)) return std::nullopt;
        Decimal sum;
        for (const Measurement* const part : parts)
            sum += part->value->middle();
        return sum;
    }

    /// Of whom nothing is known needs no reason.
    Unshared unshared() const {
        if (has([](const data::Value& value) { return value.middle().is_negative(); }))
            return Unshared::part_negative;
        if (has(is_open)) return Unshared::part_is_bound;
        const auto number = whole();
        if (number && *number == Decimal()) return Unshared::whole_zero;
        const bool is_known = has([](const data::Value&) { return true; });
        return is_known && !number ? Unshared::part_missing : Unshared::no;
    }
};

Parts find_parts(const data::Composition& composition, data::RegionIndex region,
                 std::optional<data::PeriodIndex> period, const Material& material) {
    Parts found{region, {}, nullptr};
    const Measurement* lead = nullptr;
    for (const IndicatorIndex part : composition.parts) {
        if (lead == nullptr) lead = material.measurements().find(part, region, period);
    }
    for (const IndicatorIndex part : composition.parts)
        found.parts.push_back(lead == nullptr ? nullptr
                                              : material.measurements().find(part, lead->area, lead->period));
    if (lead != nullptr && composition.whole)
        found.declared_whole = material.measurements().find(*composition.whole, lead->area, lead->period);
    return found;
}

std::optional<Decimal> share_of(const Measurement* part, const Parts& row) {
    if (part == nullptr || !part->value || row.unshared() != Unshared::no) return std::nullopt;
    return Decimal::divide(part->value->middle() * Decimal(100), *row.whole());
}

/// Parts by their average share over the regions, largest first: what is small in one large country must not
/// be large everywhere.
std::vector<std::size_t> by_size(const std::vector<Parts>& rows, std::size_t count) {
    std::vector<Decimal> sizes(count);
    for (const Parts& row : rows) {
        for (std::size_t i = 0; i < count; ++i)
            sizes[i] += share_of(row.parts[i], row).value_or(Decimal());
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    return order;
}

bool is_named(IndicatorIndex part, const Declaration& declared) {
    return std::find(declared.named_parts.begin(), declared.named_parts.end(), part) !=
           declared.named_parts.end();
}

/// The sum of some parts; missing when one of them is, or only a bound.
const Measurement* together(const Parts& row, const std::vector<std::size_t>& parts, Gathered& owner) {
    Measurement sum;
    Decimal number;
    bool complete = true;
    for (const std::size_t i : parts) {
        const Measurement* const part = row.parts[i];
        if (part == nullptr) return nullptr;
        sum.indicator = part->indicator;
        sum.area = part->area;
        sum.period = part->period;
        for (const data::Status status : part->statuses) {
            if (status != data::Status::normal) sum.statuses.push_back(status);
        }
        for (const data::ObservationIndex origin : part->origins) {
            if (std::find(sum.origins.begin(), sum.origins.end(), origin) == sum.origins.end())
                sum.origins.push_back(origin);
        }
        complete = complete && part->value && !is_open(*part->value);
        if (part->value) number += part->value->middle();
    }
    if (complete && sum.statuses.empty()) sum.statuses.push_back(data::Status::normal);
    sum.derived = true;
    if (complete) sum.value = data::Value::point(number);
    owner.made->push_back(std::move(sum));
    return &owner.made->back();
}

}  // namespace

std::string_view reason_of(Unshared unshared) {
    switch (unshared) {
        case Unshared::part_missing:
            return "figure.part-missing";
        case Unshared::part_is_bound:
            return "figure.part-is-bound";
        case Unshared::part_negative:
            return "figure.part-negative";
        case Unshared::whole_zero:
            return "figure.whole-zero";
        case Unshared::no:
            break;
    }
    return {};
}

Grid parts_of(const Declaration& declared, const std::vector<data::RegionIndex>& regions,
              const Material& material, Gathered& owner) {
    const data::Dataset& dataset = material.dataset();
    const data::Composition& composition = dataset.compositions[*declared.composition];
    const std::size_t count = composition.parts.size();
    const auto period = declared.periods.size() == 1 ? std::optional(declared.periods.front()) : std::nullopt;
    std::vector<Parts> rows;
    for (const data::RegionIndex region : regions)
        rows.push_back(find_parts(composition, region, period, material));

    std::vector<std::size_t> shown(count);
    std::iota(shown.begin(), shown.end(), std::size_t{0});
    std::vector<std::size_t> rest;
    if (count > declared.parts) {
        shown = by_size(rows, count);
        std::stable_partition(shown.begin(), shown.end(),
                              [&](std::size_t i) { return is_named(composition.parts[i], declared); });
        rest.assign(shown.begin() + static_cast<std::ptrdiff_t>(declared.parts - 1), shown.end());
        std::sort(rest.begin(), rest.end());
        shown.resize(declared.parts - 1);
    }

    Grid grid;
    const data::Unit& unit = dataset.units[static_cast<std::size_t>(dataset[composition.parts.front()].unit)];
    const bool draws_shares = declared.kind->drawn == Drawn::share && unit.kind != data::Unit::Kind::percent;
    grid.drawn = draws_shares ? Drawn::share : Drawn::value;
    for (const std::size_t i : shown) {
        Subject subject;
        subject.indicator = composition.parts[i];
        subject.slot = chart::Slot::part(static_cast<int>(grid.columns.size()) + 1);
        if (is_named(composition.parts[i], declared)) subject.emphasis = chart::Emphasis::highlighted;
        grid.columns.push_back(subject);
    }
    if (!rest.empty()) {
        Subject subject;
        subject.is_rest = true;
        subject.slot = chart::Slot::context();
        grid.columns.push_back(subject);
    }
    for (const std::size_t i : rest)
        grid.rest.push_back(composition.parts[i]);
    for (const Parts& row : rows) {
        Subject subject;
        subject.region = row.region;
        subject.slot = slot_of(dataset, row.region);
        subject.is_benchmark = dataset[row.region].kind == data::RegionKind::benchmark;
        subject.whole = row.whole();
        const bool tells_shares = declared.kind->drawn == Drawn::share;
        if (tells_shares) {
            subject.unshared = row.unshared();
            // Printed percents need no declared whole: they are of a hundred.
            const bool is_of_hundred = !draws_shares && subject.unshared == Unshared::part_missing;
            if (is_of_hundred) subject.unshared = Unshared::no;
            if (is_of_hundred || (draws_shares && subject.whole)) subject.whole = Decimal(100);
        }
        grid.rows.push_back(subject);
        std::vector<Datum> cells;
        for (const std::size_t i : shown)
            cells.push_back({row.parts[i], {}, {}, {}});
        if (!rest.empty()) cells.push_back({together(row, rest, owner), {}, {}, {}});
        for (Datum& datum : cells) {
            if (!draws_shares) continue;
            if (const auto share = share_of(datum.measurement, row))
                datum.drawn = data::shown(data::Value::point(*share), 1).low;
        }
        grid.cells.push_back(std::move(cells));
    }
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
        grid.references.push_back(analysis::reference_period(dataset, grid.column(i)));
    return grid;
}

}  // namespace regioscope::figures
