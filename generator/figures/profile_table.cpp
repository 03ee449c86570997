#include "figures/profile_table.h"

#include <algorithm>
#include <iterator>

#include "figures/cells.h"

namespace regioscope::figures {

namespace {

using analysis::Measurement;
using analysis::Standing;

/// More rows than this are looked up, not read: each theme then opens by itself.
constexpr std::size_t most_unfolded = 30;

Cell place_cell(const Standing& standing, std::optional<std::size_t> position, const Presenter& presenter) {
    if (!position || !standing.ranks[*position] || standing.counted < 2) return {};
    const analysis::Rank& rank = *standing.ranks[*position];
    return number_cell(
        presenter.message("rank.of", {{"rank", presenter.place(rank)}, {"count", presenter.number(rank.of)}}),
        Decimal(static_cast<int>(rank.rank)));
}

/// The region at one end: its number, and who it is.
Cell end_cell(const Standing& standing, std::size_t place, const analysis::Standings& standings,
              const Presenter& presenter, const Destinations& to, NoteList& notes) {
    if (standing.counted < 2) return {};
    const std::size_t position = standing.order[place];
    Cell cell = measurement_cell(standing.measurements[position], standing.reference, presenter, to, notes);
    const analysis::Rank& rank = *standing.ranks[position];
    // A bound may leave open who stands there.
    const std::size_t there = place == 0 ? 1 : rank.of + 1 - rank.shared_by;
    if (!rank.is_decided() || rank.rank != there) return {.label = presenter.message("rank.open")};
    const std::string who = rank.shared_by > 1 ? presenter.message("rank.tied")
                                               : presenter.names(standings.regions()[position]).short_name;
    cell.addition = cell.addition.empty() ? who : who + ", " + cell.addition;
    return cell;
}

/// Each theme once, where it first stands, with all its rows.
void gather_themes(Table& table) {
    std::vector<RowGroup> themes;
    for (RowGroup& group : table.groups) {
        const auto known = std::find_if(themes.begin(), themes.end(), [&](const RowGroup& one) {
            return one.href == group.href && one.heading == group.heading;
        });
        if (known == themes.end()) {
            themes.push_back(std::move(group));
        } else {
            std::move(group.rows.begin(), group.rows.end(), std::back_inserter(known->rows));
        }
    }
    table.groups = std::move(themes);
}

}  // namespace

Table profile_table(const ProfileTable& declared, const analysis::Standings& standings,
                    const Presenter& presenter, const Destinations& to, const InlineText& text) {
    const data::Dataset& dataset = presenter.dataset();
    const auto position = standings.position(declared.region);
    NoteList notes(presenter, text);
    Table table;
    table.id = declared.id;
    table.caption = presenter.message("table.key-figures");
    // One region alone has no place, and no country beside it no column.
    const bool has_others = standings.regions().size() > 1;
    std::vector<HeadCell>& head = table.head.emplace_back();
    head.push_back({.label = presenter.message("table.indicator")});
    head.push_back({.label = presenter.names(declared.region).short_name,
                    .key_class = key_class(dataset, declared.region),
                    .is_number = true});
    if (has_others) head.push_back({.label = presenter.message("table.rank"), .is_number = true});
    if (declared.benchmark)
        head.push_back({.label = presenter.names(*declared.benchmark).short_name,
                        .key_class = key_class(dataset, *declared.benchmark),
                        .is_number = true});
    if (has_others) {
        head.push_back({.label = presenter.message("table.highest"), .is_number = true});
        head.push_back({.label = presenter.message("table.lowest"), .is_number = true});
    }
    std::optional<data::ThemeIndex> theme;
    std::vector<const Measurement*> shown;
    std::size_t rows = 0;
    for (const data::IndicatorIndex indicator : declared.indicators) {
        const Standing& standing = standings.of(indicator);
        const Measurement* const own = position ? standing.measurements[*position]
                                                : presenter.measurements().find(indicator, declared.region);
        if (own == nullptr) continue;
        const auto reference = standing.reference ? standing.reference : std::optional(own->period);
        if (theme != dataset[indicator].theme) {
            theme = dataset[indicator].theme;
            table.groups.push_back({presenter.plain(dataset[*theme].name), to.theme(*theme), {}});
        }
        const Measurement* const country =
            declared.benchmark ? presenter.measurements().find(indicator, *declared.benchmark) : nullptr;
        Row& row = table.groups.back().rows.emplace_back();
        row.cells.push_back(indicator_cell(indicator, reference, presenter, to));
        row.cells.push_back(measurement_cell(own, reference, presenter, to, notes));
        if (has_others) row.cells.push_back(place_cell(standing, position, presenter));
        if (declared.benchmark)
            row.cells.push_back(measurement_cell(country, reference, presenter, to, notes));
        if (has_others) {
            const std::size_t last = standing.counted > 0 ? standing.counted - 1 : 0;
            row.cells.push_back(end_cell(standing, 0, standings, presenter, to, notes));
            row.cells.push_back(end_cell(standing, last, standings, presenter, to, notes));
        }
        shown.push_back(own);
        shown.push_back(country);
        ++rows;
    }
    table.folded = table.groups.size() > 1 && rows > most_unfolded;
    if (table.folded) gather_themes(table);
    table.notes = notes.notes();
    table.sources = source_links(shown, presenter, to);
    return table;
}

}  // namespace regioscope::figures
