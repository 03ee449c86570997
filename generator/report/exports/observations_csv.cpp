#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/parallel.h"
#include "escape/csv.h"
#include "report/exports/exports.h"

namespace regioscope::report {

namespace {

using analysis::Measurement;
using data::Dataset;
using data::RegionIndex;

struct CsvRow {
    data::IndicatorIndex indicator{};
    data::AreaIndex area{};
    data::PeriodIndex period{};
    /// Null for derived ones.
    const data::Observation* observation = nullptr;
    /// Those of the measurement that is used, or the observation's own.
    const std::optional<data::Value>* value = nullptr;
    const data::Statuses* statuses = nullptr;
    std::optional<std::uint32_t> correction;
    bool used = true;
    /// The places of its ids among all of their kind: what rows are sorted by.
    std::array<std::uint32_t, 4> key{};
};

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

/// More regions than these are not held in memory at once.
constexpr std::size_t regions_at_once = 64;

/// The rows of both files: a region's are sorted and written once.
class CsvWriter {
  public:
    explicit CsvWriter(const Site& site)
        : site_(site),
          dataset_(site.dataset()),
          indicator_places_(places_of(dataset_.indicators, id_of)),
          area_places_(places_of(dataset_.areas, id_of)),
          period_places_(places_of(dataset_.periods,
                                   [](const auto& period) -> const std::string& { return period.written; })),
          source_places_(places_of(dataset_.sources, id_of)) {
        for (const data::ObservationIndex index : site.edition->figures.superseded())
            add_unused(dataset_[index]);
        for (const data::UsedObservation& used : site.edition->figures.used()) {
            const data::Observation& printed = dataset_[used.observation];
            if (used.correction && !(used.value == printed.value)) add_unused(printed);
        }
    }

    void write(Output::File used, Output::File all) const {
        constexpr std::string_view header =
            "region,indicator,area,period,value,unit,status,source,locator,printed,note";
        used.append(fmt::format("{}\r\n", header));
        all.append(fmt::format("{},used\r\n", header));
        std::vector<RegionIndex> regions;
        for (std::size_t i = 0; i < dataset_.regions.size(); ++i)
            regions.push_back(static_cast<RegionIndex>(i));
        std::sort(regions.begin(), regions.end(),
                  [&](RegionIndex a, RegionIndex b) { return dataset_[a].id < dataset_[b].id; });
        for (std::size_t begin = 0; begin < regions.size(); begin += regions_at_once) {
            std::vector<Texts> parts(std::min(regions_at_once, regions.size() - begin));
            for_each_index(parts.size(), [&](std::size_t i) { parts[i] = texts_of(regions[begin + i]); });
            for (const Texts& part : parts) {
                used.append(part.used);
                all.append(part.all);
            }
        }
    }

  private:
    struct Texts {
        std::string used;
        std::string all;
    };

    void add_unused(const data::Observation& o) {
        unused_[dataset_[o.area].region].push_back({o.indicator, o.area, o.period, &o, &o.value, &o.statuses,
                                                    std::nullopt, false,
                                                    key(o.indicator, o.area, o.period, &o)});
    }

    std::array<std::uint32_t, 4> key(data::IndicatorIndex indicator, data::AreaIndex area,
                                     data::PeriodIndex period, const data::Observation* observation) const {
        return {indicator_places_[static_cast<std::size_t>(indicator)],
                area_places_[static_cast<std::size_t>(area)],
                period_places_[static_cast<std::size_t>(period)],
                observation == nullptr
                    ? 0U
                    : source_places_[static_cast<std::size_t>(dataset_[observation->citation].source)]};
    }

    Texts texts_of(RegionIndex region) const {
        std::vector<CsvRow> rows;
        for (std::size_t i = 0; i < dataset_.indicators.size(); ++i) {
            const auto indicator = static_cast<data::IndicatorIndex>(i);
            for (const Measurement& m : site_.edition->measurements.of(indicator, region)) {
                const data::Observation* const observation =
                    m.derived ? nullptr : &dataset_[m.origins.front()];
                rows.push_back({m.indicator, m.area, m.period, observation, &m.value, &m.statuses,
                                m.correction, true, key(m.indicator, m.area, m.period, observation)});
            }
        }
        if (const auto extra = unused_.find(region); extra != unused_.end())
            rows.insert(rows.end(), extra->second.begin(), extra->second.end());
        std::stable_sort(rows.begin(), rows.end(),
                         [](const CsvRow& a, const CsvRow& b) { return a.key < b.key; });
        Texts texts;
        std::string line;
        for (const CsvRow& row : rows) {
            line.clear();
            append(line, region, row);
            if (row.used) (texts.used += line) += "\r\n";
            (texts.all += line) += row.used ? ",yes\r\n" : ",no\r\n";
        }
        return texts;
    }

    std::string_view source_of(const CsvRow& row) const {
        return row.observation == nullptr ? std::string_view("derived")
                                          : dataset_[dataset_[row.observation->citation].source].id;
    }

    void append(std::string& out, RegionIndex region, const CsvRow& row) const {
        const auto field = [&](std::string_view text) {
            escape::append_csv_field(out, text);
            out += ',';
        };
        field(dataset_[region].id);
        field(dataset_[row.indicator].id);
        field(dataset_[row.area].id);
        field(dataset_[row.period].written);
        field(*row.value ? (*row.value)->text() : std::string());
        field(dataset_[dataset_[row.indicator].unit].id);
        std::string statuses;
        for (const data::Status status : *row.statuses) {
            if (!statuses.empty()) statuses += ';';
            statuses += data::code_of(status);
        }
        field(statuses);
        field(source_of(row));
        field(row.observation == nullptr ? site_.presenters.front().formula(row.indicator)
                                         : dataset_[row.observation->citation].locator.label);
        field(row.observation == nullptr ? std::string() : row.observation->printed);
        escape::append_csv_field(out, notes_of(row));
    }

    std::string notes_of(const CsvRow& row) const {
        std::string text;
        const auto add = [&](const data::Text& note) {
            if (!text.empty()) text += ' ';
            text += site_.presenters.front().plain(note);
        };
        if (row.correction) add(dataset_.corrections[*row.correction].reason);
        if (row.observation == nullptr) return text;
        for (const std::uint32_t note : dataset_[row.observation->notes])
            add(dataset_.notes[note]);
        return text;
    }

    const Site& site_;
    const Dataset& dataset_;
    std::vector<std::uint32_t> indicator_places_;
    std::vector<std::uint32_t> area_places_;
    std::vector<std::uint32_t> period_places_;
    std::vector<std::uint32_t> source_places_;
    std::map<RegionIndex, std::vector<CsvRow>> unused_;
};

}  // namespace

void add_observation_files(const Site& site, Output& output) {
    CsvWriter(site).write(output.open("data/observations.csv"), output.open("data/all-observations.csv"));
}

}  // namespace regioscope::report
