#include "figures/printed_table.h"

#include <algorithm>

#include "figures/cells.h"
#include "figures/table_html.h"

namespace regioscope::figures {

namespace {

class Builder {
  public:
    Builder(const data::Table& printed, const Presenter& presenter, const InlineText& text,
            const Destinations& to, const std::function<std::string(data::ObservationIndex)>& anchor)
        : printed_(printed), presenter_(presenter), to_(to), anchor_(anchor), notes_(presenter, text) {}

    Table build() {
        Table table;
        table.id = "table-" + printed_.id.substr(printed_.id.rfind('/') + 1);
        table.caption = printed_.citation.locator.label.empty()
                            ? presenter_.plain(printed_.title)
                            : printed_.citation.locator.label + ": " + presenter_.plain(printed_.title);
        table.subtitle = printed_.printed_title;
        head(table);
        for (const data::Table::Row& row : printed_.rows) {
            if (row.heading || table.groups.empty())
                table.groups.push_back({row.heading ? row.printed : std::string(), {}, {}});
            if (!row.heading) table.groups.back().rows.push_back(body_row(row));
        }
        table.notes = notes_.notes();
        return table;
    }

  private:
    void head(Table& table) const {
        const bool has_groups = !printed_.column_groups.empty();
        std::vector<HeadCell> upper{{.rows = has_groups ? 2U : 1U}};
        std::vector<HeadCell> lower;
        for (std::uint32_t i = 0; i < printed_.columns.size(); ++i) {
            const HeadCell column{.label = printed_.columns[i].printed, .is_number = true};
            const auto group =
                std::find_if(printed_.column_groups.begin(), printed_.column_groups.end(),
                             [&](const data::Table::ColumnGroup& g) {
                                 return std::find(g.columns.begin(), g.columns.end(), i) != g.columns.end();
                             });
            if (group == printed_.column_groups.end()) {
                upper.push_back(column);
                upper.back().rows = has_groups ? 2U : 1U;
                continue;
            }
            if (group->columns.front() == i)
                upper.push_back({.label = group->printed, .columns = group->columns.size()});
            lower.push_back(column);
        }
        table.head.push_back(std::move(upper));
        if (!lower.empty()) table.head.push_back(std::move(lower));
    }

    Row body_row(const data::Table::Row& row) {
        Row out;
        Cell label = header_cell(row.printed);
        for (const auto& observation : row.cells) {
            if (observation && label.href.empty())
                label.href = to_.indicator(presenter_.dataset()[*observation].indicator);
        }
        out.cells.push_back(std::move(label));
        for (const auto& observation : row.cells)
            out.cells.push_back(observation ? cell(*observation) : Cell{});
        return out;
    }

    Cell cell(data::ObservationIndex index) {
        const data::Observation& observation = presenter_.dataset()[index];
        Cell cell;
        cell.kind = observation.value ? Cell::Kind::number : Cell::Kind::missing;
        cell.id = anchor_(index);
        cell.label = observation.printed.empty() ? presenter_.message("table.blank") : observation.printed;
        analysis::Measurement as_printed;
        as_printed.area = observation.area;
        as_printed.value = observation.value;
        as_printed.statuses = observation.statuses;
        as_printed.origins = {index};
        analysis::Marks marks = analysis::marks_of(presenter_.dataset(), as_printed, std::nullopt);
        marks.off_area = false;  // the printed column says itself what it was measured on
        cell.signs = notes_.signs_of(as_printed, marks);
        return cell;
    }

    const data::Table& printed_;
    const Presenter& presenter_;
    const Destinations& to_;
    const std::function<std::string(data::ObservationIndex)>& anchor_;
    NoteList notes_;
};

}  // namespace

escape::SafeHtml printed_table_html(data::TableIndex table, const Presenter& presenter,
                                    const InlineText& text, const Destinations& to,
                                    const std::function<std::string(data::ObservationIndex)>& anchor) {
    const Table built = Builder(presenter.dataset()[table], presenter, text, to, anchor).build();
    return table_html(built, {presenter.message("table.source"), presenter.message("table.sortable")});
}

}  // namespace regioscope::figures
