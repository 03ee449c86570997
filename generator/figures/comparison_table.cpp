#include "figures/comparison_table.h"

#include <algorithm>

#include "analysis/number.h"
#include "analysis/ranking.h"
#include "figures/cells.h"

namespace regioscope::figures {

namespace {

using analysis::Measurement;

/// Marks the best and the worst cell of a row: only where the indicator has a better side, at least three
/// values stand beside each other, and one alone is at the top or the bottom.
void emphasize(std::vector<Cell>& cells, const std::vector<const Measurement*>& measurements,
               data::Polarity polarity, const Presenter& presenter) {
    if (polarity == data::Polarity::neutral) return;
    analysis::ComparedValues values;
    for (const Measurement* const measurement : measurements)
        values.push_back(analysis::compared(presenter.dataset(), measurement));
    const auto counted =
        std::count_if(values.begin(), values.end(), [](const auto& value) { return value.has_value(); });
    if (counted < 3) return;
    const auto mark = [&](analysis::End end) {
        const analysis::Extreme extreme = analysis::extreme_of(values, end);
        if (!extreme.is_decided || extreme.members.size() != 1) return;
        const bool is_highest = end == analysis::End::highest;
        const bool best = is_highest == (polarity == data::Polarity::higher_is_better);
        Cell& cell = cells[extreme.members.front() + 1];
        cell.emphasis = best ? Cell::Emphasis::best : Cell::Emphasis::worst;
        cell.signs.insert(cell.signs.begin(),
                          {presenter.message(is_highest ? "table.highest-sign" : "table.lowest-sign"),
                           presenter.message(best ? "mark.best" : "mark.worst")});
    };
    mark(analysis::End::highest);
    mark(analysis::End::lowest);
}

}  // namespace

Table comparison_table(const ComparisonTable& declared, const Presenter& presenter, const Destinations& to,
                       const InlineText& text) {
    const data::Dataset& dataset = presenter.dataset();
    NoteList notes(presenter, text);
    Table table;
    table.id = declared.id;
    table.caption = presenter.message("table.key-figures");

    std::vector<HeadCell> head{{.label = presenter.message("table.indicator")}};
    for (const data::RegionIndex region : declared.regions) {
        head.push_back({.label = presenter.names(region).short_name,
                        .href = to.region(region),
                        .key_class = key_class(dataset, region),
                        .is_number = true});
    }
    table.head.push_back(std::move(head));

    std::vector<const Measurement*> shown;
    std::optional<data::ThemeIndex> theme;
    for (const data::IndicatorIndex indicator : declared.indicators) {
        const auto measurements = presenter.measurements().find_all(indicator, declared.regions);
        const auto has_one = [](const Measurement* m) { return m != nullptr; };
        if (std::none_of(measurements.begin(), measurements.end(), has_one)) continue;
        if (table.groups.empty() ||
            (declared.themes == ComparisonTable::Themes::grouped && theme != dataset[indicator].theme)) {
            theme = dataset[indicator].theme;
            RowGroup group;
            if (declared.themes == ComparisonTable::Themes::grouped) {
                group.heading = presenter.plain(dataset[*theme].name);
                group.href = to.theme(*theme);
            }
            table.groups.push_back(std::move(group));
        }
        const auto reference = analysis::reference_period(dataset, measurements);
        Row row{{}, {indicator_cell(indicator, reference, presenter, to)}};
        for (const Measurement* const measurement : measurements) {
            row.cells.push_back(measurement_cell(measurement, reference, presenter, to, notes));
        }
        emphasize(row.cells, measurements, dataset[indicator].polarity, presenter);
        table.groups.back().rows.push_back(std::move(row));
        shown.insert(shown.end(), measurements.begin(), measurements.end());
    }
    table.notes = notes.notes();
    table.sources = source_links(shown, presenter, to);
    return table;
}

}  // namespace regioscope::figures
