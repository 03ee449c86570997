#include "report/exports/observation_rows.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace regioscope::report {

namespace {

/// The place of each id in bytewise order. Ids of one kind may be equal, and then share a place.
template <class Things, class IdOf>
std::vector<std::uint32_t> places_of(const Things& things, IdOf id_of) {
    std::vector<std::uint32_t> order(things.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto id = [&](std::uint32_t i) { return std::string_view(id_of(things[i])); };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return id(a) < id(b); });
    std::vector<std::uint32_t> places(things.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        const bool is_same = i > 0 && id(order[i]) == id(order[i - 1]);
        places[order[i]] = is_same ? places[order[i - 1]] : i;
    }
    return places;
}

constexpr auto id_of = [](const auto& thing) -> const std::string& { return thing.id; };

void sort_by_key(std::vector<ObservationRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
}

}  // namespace

ObservationRows::ObservationRows(const Site& site)
    : site_(site),
      dataset_(site.dataset()),
      indicator_places_(places_of(dataset_.indicators, id_of)),
      area_places_(places_of(dataset_.areas, id_of)),
      period_places_(places_of(dataset_.periods,
                               [](const auto& period) -> const std::string& { return period.written; })),
      source_places_(places_of(dataset_.sources, id_of)) {
    for (std::size_t i = 0; i < dataset_.regions.size(); ++i)
        regions_.push_back(static_cast<data::RegionIndex>(i));
    std::sort(regions_.begin(), regions_.end(),
              [&](auto a, auto b) { return dataset_[a].id < dataset_[b].id; });
    for (const data::ObservationIndex index : site.edition->figures.superseded())
        add_unused(dataset_[index]);
    for (const data::UsedObservation& used : site.edition->figures.used()) {
        const data::Observation& printed = dataset_[used.observation];
        if (used.correction && !(used.value == printed.value)) add_unused(printed);
    }
}

void ObservationRows::add_unused(const data::Observation& o) {
    unused_[dataset_[o.area].region].push_back({o.indicator, o.area, o.period, &o, &o.value, &o.statuses,
                                                std::nullopt, nullptr,
                                                key(o.indicator, o.area, o.period, &o)});
}

std::array<std::uint32_t, 4> ObservationRows::key(data::IndicatorIndex indicator, data::AreaIndex area,
                                                  data::PeriodIndex period,
                                                  const data::Observation* observation) const {
    return {indicator_places_[static_cast<std::size_t>(indicator)],
            area_places_[static_cast<std::size_t>(area)], period_places_[static_cast<std::size_t>(period)],
            observation == nullptr
                ? 0U
                : source_places_[static_cast<std::size_t>(dataset_[observation->citation].source)]};
}

ObservationRow ObservationRows::row_of(const analysis::Measurement& m) const {
    const data::Observation* const observation = m.derived ? nullptr : &dataset_[m.origins.front()];
    return {m.indicator,  m.area,   m.period,
            observation,  &m.value, &m.statuses,
            m.correction, &m,       key(m.indicator, m.area, m.period, observation)};
}

std::vector<ObservationRow> ObservationRows::used(data::RegionIndex region) const {
    std::vector<ObservationRow> rows;
    for (std::size_t i = 0; i < dataset_.indicators.size(); ++i) {
        for (const analysis::Measurement& measurement :
             site_.edition->measurements.of(static_cast<data::IndicatorIndex>(i), region))
            rows.push_back(row_of(measurement));
    }
    sort_by_key(rows);
    return rows;
}

std::vector<ObservationRow> ObservationRows::all(data::RegionIndex region) const {
    std::vector<ObservationRow> rows = used(region);
    const auto extra = unused_.find(region);
    if (extra == unused_.end()) return rows;
    rows.insert(rows.end(), extra->second.begin(), extra->second.end());
    sort_by_key(rows);
    return rows;
}

std::vector<ObservationRow> ObservationRows::used(data::IndicatorIndex indicator) const {
    std::vector<ObservationRow> rows;
    for (const data::RegionIndex region : regions_) {
        const std::size_t begin = rows.size();
        for (const analysis::Measurement& measurement : site_.edition->measurements.of(indicator, region))
            rows.push_back(row_of(measurement));
        std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.end(),
                         [](const auto& a, const auto& b) { return a.key < b.key; });
    }
    return rows;
}

std::string_view source_of(const data::Dataset& dataset, const ObservationRow& row) {
    return row.observation == nullptr ? std::string_view("derived")
                                      : dataset[dataset[row.observation->citation].source].id;
}

std::string locator_of(const ObservationRow& row, const analysis::Presenter& presenter) {
    return row.observation == nullptr ? presenter.formula(row.indicator)
                                      : presenter.dataset()[row.observation->citation].locator.label;
}

std::string_view printed_of(const ObservationRow& row) {
    return row.observation == nullptr ? std::string_view() : std::string_view(row.observation->printed);
}

std::vector<std::string> notes_of(const ObservationRow& row, const analysis::Presenter& presenter) {
    const data::Dataset& dataset = presenter.dataset();
    std::vector<std::string> notes;
    if (row.correction) notes.push_back(presenter.plain(dataset.corrections[*row.correction].reason));
    if (row.observation != nullptr) {
        for (const std::uint32_t note : dataset[row.observation->notes])
            notes.push_back(presenter.plain(dataset.notes[note]));
        return notes;
    }
    for (const data::ObservationIndex origin : row.measurement->origins) {
        std::string notice = presenter.change_notice(dataset[dataset[origin].citation].source);
        if (notice.empty() || !*row.value) continue;
        notes.push_back(std::move(notice));
        break;
    }
    return notes;
}

data::Status first_status(const ObservationRow& row) {
    if (!row.statuses->empty()) return row.statuses->front();
    return *row.value ? data::Status::normal : data::Status::missing;
}

std::string status_codes(const data::Statuses& statuses) {
    std::string codes;
    for (const data::Status status : statuses) {
        if (!codes.empty()) codes += ';';
        codes += data::code_of(status);
    }
    return codes;
}

}  // namespace regioscope::report
