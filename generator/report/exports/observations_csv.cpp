#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

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
    std::optional<data::Value> value;
    data::Statuses statuses;
    std::optional<std::uint32_t> correction;
    bool used = true;
};

enum class UsedColumn { absent, present };

class CsvWriter {
  public:
    CsvWriter(const Site& site, UsedColumn used_column)
        : site_(site), dataset_(site.dataset()), used_column_(used_column) {
        for (std::size_t i = 0; i < dataset_.indicators.size(); ++i)
            indicators_.push_back(static_cast<data::IndicatorIndex>(i));
        std::sort(indicators_.begin(), indicators_.end(),
                  [&](auto a, auto b) { return dataset_[a].id < dataset_[b].id; });
        if (used_column == UsedColumn::absent) return;
        for (const data::ObservationIndex index : site.figures->superseded()) {
            unused_[dataset_[dataset_[index].area].region].push_back(row_of(dataset_[index], false));
        }
        for (const data::UsedObservation& used : site.figures->used()) {
            const data::Observation& printed = dataset_[used.observation];
            const bool changed = used.correction && !(used.value == printed.value);
            if (changed) unused_[dataset_[printed.area].region].push_back(row_of(printed, false));
        }
    }

    std::string write() const {
        std::vector<RegionIndex> regions(dataset_.regions.size());
        for (std::size_t i = 0; i < regions.size(); ++i)
            regions[i] = static_cast<RegionIndex>(i);
        std::sort(regions.begin(), regions.end(),
                  [&](auto a, auto b) { return dataset_[a].id < dataset_[b].id; });
        std::vector<std::string> parts(regions.size());
        for_each_index(regions.size(), [&](std::size_t i) { parts[i] = rows_of(regions[i]); });
        std::string csv = "region,indicator,area,period,value,unit,status,source,locator,printed,note";
        csv += used_column_ == UsedColumn::present ? ",used\r\n" : "\r\n";
        csv.reserve(csv.size() +
                    std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                                    [](std::size_t n, const auto& part) { return n + part.size(); }));
        for (const std::string& part : parts)
            csv += part;
        return csv;
    }

  private:
    static CsvRow row_of(const data::Observation& observation, bool used) {
        return {observation.indicator, observation.area,     observation.period, &observation,
                observation.value,     observation.statuses, std::nullopt,       used};
    }

    std::string rows_of(RegionIndex region) const {
        std::vector<CsvRow> rows;
        for (const data::IndicatorIndex indicator : indicators_) {
            for (const Measurement& m : site_.measurements->of(indicator, region)) {
                const data::Observation* const observation =
                    m.derived ? nullptr : &dataset_[m.origins.front()];
                rows.push_back(
                    {m.indicator, m.area, m.period, observation, m.value, m.statuses, m.correction, true});
            }
        }
        if (const auto extra = unused_.find(region); extra != unused_.end())
            rows.insert(rows.end(), extra->second.begin(), extra->second.end());
        std::stable_sort(rows.begin(), rows.end(),
                         [&](const CsvRow& a, const CsvRow& b) { return key(a) < key(b); });
        std::string out;
        for (const CsvRow& row : rows)
            append(out, region, row);
        return out;
    }

    std::tuple<std::string_view, std::string_view, std::string_view, std::string_view> key(
        const CsvRow& row) const {
        return {dataset_[row.indicator].id, dataset_[row.area].id, dataset_[row.period].written,
                source_of(row)};
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
        field(row.value ? row.value->text() : std::string());
        field(dataset_[dataset_[row.indicator].unit].id);
        std::string statuses;
        for (const data::Status status : row.statuses) {
            if (!statuses.empty()) statuses += ';';
            statuses += data::code_of(status);
        }
        field(statuses);
        field(source_of(row));
        field(row.observation == nullptr ? site_.presenters.front().formula(row.indicator)
                                         : dataset_[row.observation->citation].locator.label);
        field(row.observation == nullptr ? std::string() : row.observation->printed);
        escape::append_csv_field(out, notes_of(row));
        if (used_column_ == UsedColumn::present) out += row.used ? ",yes" : ",no";
        out += "\r\n";
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
    UsedColumn used_column_;
    std::vector<data::IndicatorIndex> indicators_;
    std::map<RegionIndex, std::vector<CsvRow>> unused_;
};

}  // namespace

std::string observations_csv(const Site& site) {
    return CsvWriter(site, UsedColumn::absent).write();
}

std::string all_observations_csv(const Site& site) {
    return CsvWriter(site, UsedColumn::present).write();
}

}  // namespace regioscope::report
