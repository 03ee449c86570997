#include "figures/ranking_table.h"

#include "analysis/movement.h"
#include "analysis/ranking.h"
#include "figures/cells.h"

namespace regioscope::figures {

namespace {

Cell rank_cell(const std::optional<analysis::Rank>& rank, const Presenter& presenter) {
    if (!rank) return {};
    return number_cell(presenter.place(*rank), Decimal(static_cast<int>(rank->rank)));
}

/// The column of changes: each since the region's first figure, most of them since the same period.
class Changes {
  public:
    Changes(const RankingTable& declared, const Presenter& presenter)
        : indicator_(declared.indicator), presenter_(presenter) {
        std::vector<const analysis::Measurement*> firsts;
        for (const data::RegionIndex region : declared.ranked) {
            if (!declared.with_change) return;
            if (const auto movement = movement_of(region)) firsts.push_back(movement->first);
        }
        since_ = analysis::reference_period(presenter.dataset(), firsts);
    }

    void add_head(Table& table) const {
        if (!since_) return;
        table.head.front().push_back(
            {.label = presenter_.message("table.change-since", {{"period", presenter_.period(*since_)}}),
             .is_number = true});
    }

    void add_cell(Row& row, data::RegionIndex region) const {
        if (!since_) return;
        const auto movement = movement_of(region);
        if (!movement || !movement->change) {
            row.cells.emplace_back();
            return;
        }
        Cell cell = number_cell(presenter_.difference(*movement->change, indicator_,
                                                      {.form = locale::Display::Form::table,
                                                       .sign = locale::Display::Sign::always,
                                                       .unit = locale::Display::UnitMark::hidden}),
                                movement->change);
        const data::PeriodIndex first = movement->first->period;
        if (!(presenter_.dataset()[first] == presenter_.dataset()[*since_]))
            cell.addition = presenter_.period(first);
        row.cells.push_back(std::move(cell));
    }

  private:
    std::optional<analysis::Movement> movement_of(data::RegionIndex region) const {
        return analysis::movement_of(presenter_.measurements(), indicator_, region);
    }

    data::IndicatorIndex indicator_;
    const Presenter& presenter_;
    std::optional<data::PeriodIndex> since_;
};

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
    const Changes changes(declared, presenter);
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
    changes.add_head(table);
    RowGroup group;
    for (const std::size_t i : analysis::descending_order(presenter.dataset(), ranked)) {
        if (ranked[i] == nullptr) continue;
        group.rows.push_back({{},
                              {rank_cell(ranks[i], presenter), region_cell(declared.ranked[i], presenter, to),
                               measurement_cell(ranked[i], reference, presenter, to, notes)}});
        changes.add_cell(group.rows.back(), declared.ranked[i]);
    }
    table.groups.push_back(std::move(group));

    RowGroup comparison;
    comparison.heading = presenter.message("table.for-comparison");
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (others[i] == nullptr) continue;
        comparison.rows.push_back({{},
                                   {Cell{}, region_cell(declared.others[i], presenter, to),
                                    measurement_cell(others[i], reference, presenter, to, notes)}});
        changes.add_cell(comparison.rows.back(), declared.others[i]);
    }
    if (!comparison.rows.empty()) table.groups.push_back(std::move(comparison));
    table.notes = notes.notes();

    std::vector<const analysis::Measurement*> all = ranked;
    all.insert(all.end(), others.begin(), others.end());
    table.sources = source_links(all, presenter, to);
    return table;
}

}  // namespace regioscope::figures
