#include "figures/printed_table.h"

#include <algorithm>

#include "figures/cells.h"
#include "figures/quotation.h"

namespace regioscope::figures {

namespace {

using data::IndicatorIndex;
using data::ObservationIndex;

class Builder {
  public:
    Builder(data::TableIndex table, const data::EditionFigures& figures, const PrintedPlaces& places,
            const Presenter& presenter, const Destinations& to, const InlineText& text)
        : index_(table),
          printed_(presenter.dataset()[table]),
          figures_(figures),
          places_(places),
          presenter_(presenter),
          to_(to),
          notes_(presenter, text),
          has_cells_(places.has_cells(table)),
          is_of_one_(indicators_in(presenter.dataset(), printed_).size() == 1) {}

    Table build() {
        Table table;
        table.id = "table";
        table.caption =
            printed_.printed_title.empty() ? presenter_.plain(printed_.title) : printed_.printed_title;
        table.caption_hidden = true;
        head(table);
        for (std::size_t i = 0; i < printed_.rows.size(); ++i) {
            const data::Table::Row& row = printed_.rows[i];
            if (row.heading || table.groups.empty())
                table.groups.push_back({row.heading ? row.printed : std::string(), {}, {}});
            if (!row.heading) table.groups.back().rows.push_back(body_row(i));
        }
        table.notes = notes_.notes();
        return table;
    }

  private:
    const data::Dataset& dataset() const { return presenter_.dataset(); }

    HeadCell column_head(std::size_t index) const {
        HeadCell cell{.label = printed_.columns[index].printed, .is_number = true};
        cell.id = places_.column(index_, index);
        cell.href = way_to_indicator([&](const auto& visit) {
            for (const data::Table::Row& row : printed_.rows) {
                if (index < row.cells.size()) visit(row.cells[index]);
            }
        });
        return cell;
    }

    void head(Table& table) const {
        const bool has_groups = !printed_.column_groups.empty();
        std::vector<HeadCell> upper{{.rows = has_groups ? 2U : 1U}};
        std::vector<HeadCell> lower;
        for (std::uint32_t i = 0; i < printed_.columns.size(); ++i) {
            HeadCell column = column_head(i);
            const auto group =
                std::find_if(printed_.column_groups.begin(), printed_.column_groups.end(),
                             [&](const data::Table::ColumnGroup& g) {
                                 return std::find(g.columns.begin(), g.columns.end(), i) != g.columns.end();
                             });
            if (group == printed_.column_groups.end()) {
                column.rows = has_groups ? 2U : 1U;
                upper.push_back(std::move(column));
                continue;
            }
            if (group->columns.front() == i)
                upper.push_back({.label = group->printed, .columns = group->columns.size()});
            lower.push_back(std::move(column));
        }
        table.head.push_back(std::move(upper));
        if (!lower.empty()) table.head.push_back(std::move(lower));
    }

    Row body_row(std::size_t index) {
        const data::Table::Row& printed = printed_.rows[index];
        Row row;
        row.id = places_.row(index_, index);
        row.cells.push_back(header_cell(printed.printed, way_to_indicator([&](const auto& visit) {
                                            std::for_each(printed.cells.begin(), printed.cells.end(), visit);
                                        })));
        row.cells.back().addition = place_in_text(printed);
        for (const auto& observation : printed.cells)
            row.cells.push_back(observation ? cell(*observation) : Cell{});
        return row;
    }

    /// Of figures from running text: the section, and the words beside them. Empty where the table is the
    /// place.
    std::string place_in_text(const data::Table::Row& row) const {
        for (const auto& cell : row.cells) {
            if (!cell) continue;
            const data::Locator& locator = dataset()[dataset()[*cell].citation].locator;
            if (locator.anchor == printed_.citation.locator.anchor) return {};
            const std::string words = quotation(locator, presenter_);
            return locator.label.empty() || words.empty() ? locator.label + words
                                                          : locator.label + ": " + words;
        }
        return {};
    }

    /// The one indicator that all cells of a row or column are about; not said again and again where the
    /// whole table is about one.
    template <class Each>
    std::string way_to_indicator(const Each& each) const {
        if (is_of_one_) return {};
        std::optional<IndicatorIndex> common;
        bool differs = false;
        each([&](const std::optional<ObservationIndex>& cell) {
            if (!cell) return;
            const IndicatorIndex indicator = dataset()[*cell].indicator;
            differs = differs || (common && common != indicator);
            common = indicator;
        });
        return common && !differs ? to_.indicator(*common) : std::string();
    }

    Cell cell(ObservationIndex index) {
        const data::Observation& observation = dataset()[index];
        Cell cell;
        cell.kind = observation.value ? Cell::Kind::number : Cell::Kind::missing;
        if (has_cells_) cell.id = places_.cell(index);
        cell.label = observation.printed.empty() ? presenter_.message("table.blank") : observation.printed;
        analysis::Measurement as_printed;
        as_printed.area = observation.area;
        as_printed.value = observation.value;
        as_printed.statuses = observation.statuses;
        as_printed.origins = {index};
        const data::UsedObservation* const used =
            figures_.find(observation.indicator, observation.area, observation.period);
        const bool is_used = used != nullptr && used->observation == index;
        if (is_used) as_printed.correction = used->correction;
        analysis::Marks marks = analysis::marks_of(dataset(), as_printed, std::nullopt);
        marks.off_area = false;  // the printed column says itself what it was measured on
        cell.signs = notes_.signs_of(as_printed, marks);
        if (used != nullptr && !is_used) cell.signs.push_back(superseded(*used));
        return cell;
    }

    /// That another figure is used in its place, and where that is.
    Sign superseded(const data::UsedObservation& used) {
        const data::Observation& other = dataset()[used.observation];
        const std::string figure = other.value ? presenter_.figure(*other.value, other.indicator,
                                                                   {.form = locale::Display::Form::table})
                                               : presenter_.message("table.blank");
        return notes_.superseded(figure, presenter_.citation(dataset()[other.citation]),
                                 to_.observation(used.observation));
    }

    data::TableIndex index_;
    const data::Table& printed_;
    const data::EditionFigures& figures_;
    const PrintedPlaces& places_;
    const Presenter& presenter_;
    const Destinations& to_;
    NoteList notes_;
    bool has_cells_;
    bool is_of_one_;
};

}  // namespace

Table printed_table(data::TableIndex table, const data::EditionFigures& figures, const PrintedPlaces& places,
                    const Presenter& presenter, const Destinations& to, const InlineText& text) {
    return Builder(table, figures, places, presenter, to, text).build();
}

std::vector<IndicatorIndex> indicators_in(const data::Dataset& dataset, const data::Table& table) {
    std::vector<IndicatorIndex> indicators;
    for (const data::Table::Row& row : table.rows) {
        for (const auto& cell : row.cells) {
            if (!cell) continue;
            const IndicatorIndex indicator = dataset[*cell].indicator;
            if (std::find(indicators.begin(), indicators.end(), indicator) == indicators.end())
                indicators.push_back(indicator);
        }
    }
    return indicators;
}

}  // namespace regioscope::figures
