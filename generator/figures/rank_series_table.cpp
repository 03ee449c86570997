#include "figures/rank_series_table.h"

#include <algorithm>
#include <map>

#include "analysis/ranking.h"
#include "figures/cells.h"

namespace regioscope::figures {

namespace {

constexpr std::size_t fewest_ranked = 3;
constexpr std::size_t fewest_periods = 2;

/// The regions' figures of one period, and their places.
struct Field {
    std::vector<const analysis::Measurement*> measurements;
    std::vector<std::optional<analysis::Rank>> ranks;
    std::size_t counted = 0;
};

/// By period, in time order; only those that rank enough regions.
std::map<data::PeriodIndex, Field> fields_of(const RankSeriesTable& declared, const Presenter& presenter) {
    const analysis::Measurements& measurements = presenter.measurements();
    std::map<data::PeriodIndex, Field> fields;
    for (const data::RegionIndex region : declared.regions) {
        for (const analysis::Measurement& one : measurements.of(declared.indicator, region))
            fields.try_emplace(one.period);
    }
    for (auto& [period, field] : fields) {
        field.measurements = measurements.find_all(declared.indicator, declared.regions, period);
        field.ranks = analysis::ranks_of(presenter.dataset(), field.measurements);
        field.counted = static_cast<std::size_t>(std::count_if(
            field.ranks.begin(), field.ranks.end(), [](const auto& rank) { return rank.has_value(); }));
    }
    std::erase_if(fields, [](const auto& entry) { return entry.second.counted < fewest_ranked; });
    return fields;
}

Cell place_cell(const Field& field, std::size_t region, data::PeriodIndex period, const Presenter& presenter,
                const Destinations& to, NoteList& notes) {
    if (!field.ranks[region]) return {};
    const analysis::Rank& rank = *field.ranks[region];
    // The figure's own cell has its marks and its way back to the source; only the words differ.
    Cell cell = measurement_cell(field.measurements[region], period, presenter, to, notes);
    cell.label = presenter.place(rank);
    cell.addition = rank.shared_by > 1 ? presenter.message("rank.tied") : std::string();
    cell.sort = Decimal(static_cast<int>(rank.rank));
    return cell;
}

}  // namespace

Table rank_series_table(const RankSeriesTable& declared, const Presenter& presenter, const Destinations& to,
                        const InlineText& text) {
    Table table;
    table.id = declared.id;
    table.caption = presenter.name(declared.indicator);
    table.subtitle = presenter.message("rank.explained");
    const std::map<data::PeriodIndex, Field> fields = fields_of(declared, presenter);
    if (fields.size() < fewest_periods) return table;

    NoteList notes(presenter, text);
    table.sortable = true;
    table.head.push_back({{.label = presenter.message("table.region")}});
    for (const auto& [period, field] : fields) {
        table.head.front().push_back(
            {.label = presenter.period(period),
             .unit = presenter.message("rank.among", {{"count", Decimal(static_cast<int>(field.counted))}}),
             .is_number = true});
    }
    RowGroup group;
    std::vector<const analysis::Measurement*> shown;
    for (std::size_t region = 0; region < declared.regions.size(); ++region) {
        Row row{{}, {region_cell(declared.regions[region], presenter, to)}};
        for (const auto& [period, field] : fields) {
            row.cells.push_back(place_cell(field, region, period, presenter, to, notes));
            shown.push_back(field.measurements[region]);
        }
        const bool is_ranked = std::any_of(fields.begin(), fields.end(), [&](const auto& entry) {
            return entry.second.ranks[region].has_value();
        });
        if (is_ranked) group.rows.push_back(std::move(row));
    }
    table.groups.push_back(std::move(group));
    table.notes = notes.notes();
    table.sources = source_links(shown, presenter, to);
    return table;
}

}  // namespace regioscope::figures
