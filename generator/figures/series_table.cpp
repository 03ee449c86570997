#include "figures/series_table.h"

#include <algorithm>
#include <set>

#include "figures/cells.h"

namespace regioscope::figures {

namespace {

/// What a region says of a period: on the first of its areas that has it.
const analysis::Measurement* in_period(const Presenter& presenter, data::IndicatorIndex indicator,
                                       data::RegionIndex region, data::PeriodIndex period) {
    return presenter.measurements().find(indicator, region, period);
}

}  // namespace

Table series_table(const SeriesTable& declared, const Presenter& presenter, const Destinations& to,
                   const InlineText& text) {
    Table table;
    table.id = declared.id;
    table.caption = presenter.name(declared.indicator);
    table.subtitle = presenter.unit(declared.indicator);

    // Periods are interned in time order: their indices sort them.
    std::set<data::PeriodIndex> periods;
    for (const data::RegionIndex region : declared.regions) {
        for (const analysis::Measurement& measurement :
             presenter.measurements().of(declared.indicator, region)) {
            periods.insert(measurement.period);
        }
    }
    if (periods.size() < 2) return table;

    NoteList notes(presenter, text);
    std::vector<HeadCell> head{{.label = presenter.message("table.region")}};
    for (const data::PeriodIndex period : periods)
        head.push_back({.label = presenter.period(period), .is_number = true});
    table.head.push_back(std::move(head));
    RowGroup group;
    std::vector<const analysis::Measurement*> shown;
    for (const data::RegionIndex region : declared.regions) {
        if (presenter.measurements().of(declared.indicator, region).empty()) continue;
        Row row{{}, {region_cell(region, presenter, to)}};
        for (const data::PeriodIndex period : periods) {
            shown.push_back(in_period(presenter, declared.indicator, region, period));
            row.cells.push_back(measurement_cell(shown.back(), period, presenter, to, notes));
        }
        group.rows.push_back(std::move(row));
    }
    table.groups.push_back(std::move(group));
    table.notes = notes.notes();
    table.sources = source_links(shown, presenter, to);
    return table;
}

}  // namespace regioscope::figures
