#include "figures/ranking_table.h"

#include "analysis/ranking.h"
#include "figures/cells.h"

namespace regioscope::figures {

namespace {

Cell rank_cell(const std::optional<analysis::Rank>& rank, const Presenter& presenter) {
    if (!rank) return {};
    return number_cell(presenter.place(*rank), Decimal(static_cast<int>(rank->rank)));
}

}  // namespace

Table ranking_table(const RankingTable& declared, const Presenter& presenter, const Destinations& to,
                    const InlineText& text) {
    const analysis::Measurements& measurements = presenter.measurements();
    const std::vector<const analysis::Measurement*> ranked =
        measurements.find_all(declared.indicator, declared.ranked);
    const std::vector<const analysis::Measurement*> others =
        measurements.find_all(declared.indicator, declared.others);
    const auto reference = analysis::reference_period(presenter.dataset(), ranked);
    const auto ranks = analysis::ranks_of(presenter.dataset(), ranked);
    NoteList notes(presenter, text);

    Table table;
    table.id = declared.id;
    table.caption = presenter.name(declared.indicator);
    table.subtitle = reference ? presenter.period(*reference) : std::string();
    table.sortable = ranked.size() > 1;
    table.head = {{{.label = presenter.message("table.rank"), .is_number = true},
                   {.label = presenter.message("table.region")},
                   {.label = presenter.message("table.value"),
                    .unit = presenter.unit(declared.indicator),
                    .is_number = true}}};
    RowGroup group;
    for (const std::size_t i : analysis::descending_order(presenter.dataset(), ranked)) {
        if (ranked[i] == nullptr) continue;
        group.rows.push_back({{},
                              {rank_cell(ranks[i], presenter), region_cell(declared.ranked[i], presenter, to),
                               measurement_cell(ranked[i], reference, presenter, to, notes)}});
    }
    table.groups.push_back(std::move(group));

    RowGroup comparison;
    comparison.heading = presenter.message("table.for-comparison");
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (others[i] == nullptr) continue;
        comparison.rows.push_back({{},
                                   {Cell{}, region_cell(declared.others[i], presenter, to),
                                    measurement_cell(others[i], reference, presenter, to, notes)}});
    }
    if (!comparison.rows.empty()) table.groups.push_back(std::move(comparison));
    table.notes = notes.notes();

    std::vector<const analysis::Measurement*> all = ranked;
    all.insert(all.end(), others.begin(), others.end());
    table.sources = source_links(all, presenter, to);
    return table;
}

}  // namespace regioscope::figures
