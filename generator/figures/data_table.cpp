#include "figures/data_table.h"

#include <algorithm>

#include "figures/additions.h"
#include "figures/cells.h"
#include "figures/plain_text.h"

namespace regioscope::figures {

namespace {

/// Across stand periods and up to this many others; more stand better down the page.
constexpr std::size_t most_across = 4;

class GridTable {
  public:
    GridTable(const Gathered& gathered, const Voice& voice, NoteList& notes)
        : gathered_(gathered), grid_(gathered.grid), voice_(voice), notes_(notes) {
        const bool over_time = !grid_.columns.empty() && grid_.columns.front().period;
        turned_ = !over_time && grid_.columns.size() > most_across;
    }

    void write(Table& table) {
        const std::vector<Subject>& across = turned_ ? grid_.rows : grid_.columns;
        const std::vector<Subject>& down = turned_ ? grid_.columns : grid_.rows;
        std::vector<HeadCell> head{{.label = corner(down)}};
        for (std::size_t i = 0; i < across.size(); ++i)
            head.push_back(head_cell(across[i], i));
        table.head.push_back(std::move(head));
        table.groups.emplace_back();
        for (std::size_t i = 0; i < down.size(); ++i) {
            Row row{{}, {row_cell(down[i], i)}};
            row.highlighted = down[i].emphasis == chart::Emphasis::highlighted;
            for (std::size_t k = 0; k < across.size(); ++k)
                row.cells.push_back(turned_ ? cell(k, i) : cell(i, k));
            table.groups.back().rows.push_back(std::move(row));
        }
    }

  private:
    const Presenter& presenter() const { return voice_.presenter; }

    std::string corner(const std::vector<Subject>& down) const {
        if (down.empty() || down.front().seat || down.front().is_rest)
            return presenter().message("table.name");
        if (down.front().period) return presenter().message("table.period");
        if (down.front().region && !names_indicator(down.front())) return presenter().message("table.region");
        return presenter().message("table.indicator");
    }

    /// Where several indicators have rows of their own, those name the rows.
    bool names_indicator(const Subject& subject) const {
        return subject.indicator && (!subject.region || gathered_.indicators.size() > 1);
    }

    std::string unit_of(std::size_t column) const {
        const Subject& subject = grid_.columns[column];
        if (grid_.drawn == Drawn::share || !subject.indicator) return {};
        return presenter().unit(*subject.indicator);
    }

    HeadCell head_cell(const Subject& subject, std::size_t index) const {
        HeadCell cell{.label = label_of(subject, presenter()), .is_number = true};
        if (subject.region) {
            cell.href = voice_.to.region(*subject.region);
            cell.key_class = key_class(presenter().dataset(), *subject.region);
        } else if (!turned_) {
            if (subject.indicator) cell.href = voice_.to.indicator(*subject.indicator);
            cell.unit = unit_of(index);
            const auto& reference = grid_.references[index];
            const bool is_one_of_many = grid_.columns.size() > 1 && subject.indicator && reference;
            if (is_one_of_many && differing_periods())
                cell.unit += (cell.unit.empty() ? "" : ", ") + presenter().period(*reference);
        }
        return cell;
    }

    bool differing_periods() const {
        return std::any_of(grid_.references.begin(), grid_.references.end(),
                           [&](const auto& period) { return period != grid_.references.front(); });
    }

    Cell row_cell(const Subject& subject, std::size_t index) const {
        if (subject.region && !names_indicator(subject))
            return region_cell(*subject.region, presenter(), voice_.to);
        if (!subject.indicator) return header_cell(label_of(subject, presenter()));
        Cell cell =
            header_cell(presenter().short_name(*subject.indicator), voice_.to.indicator(*subject.indicator));
        if (subject.region) {
            if (has_several_regions()) cell.label += ", " + presenter().names(*subject.region).short_name;
            cell.addition = presenter().unit(*subject.indicator);
        } else if (turned_) {
            cell.addition = unit_of(index);
        }
        return cell;
    }

    bool has_several_regions() const {
        return std::any_of(grid_.rows.begin(), grid_.rows.end(),
                           [&](const Subject& row) { return row.region != grid_.rows.front().region; });
    }

    /// The cell with the signs of what the author says of it.
    Cell cell(std::size_t row, std::size_t column) {
        Cell cell = figure_cell(row, column);
        for (std::size_t i = 0; i < gathered_.annotations.size(); ++i) {
            const Annotated& annotated = gathered_.annotations[i];
            if (annotated.row == row && annotated.column == column)
                cell.signs.push_back({sign_of(i), plain_text(voice_.text(annotated.annotation->text))});
        }
        return cell;
    }

    Cell figure_cell(std::size_t row, std::size_t column) {
        const Datum& datum = grid_.cells[row][column];
        if (datum.count) return number_cell(drawn_text(datum, grid_.drawn, presenter()));
        if (datum.measurement == nullptr) {
            notes_.explain(data::Status::missing);
            Cell gap;
            gap.kind = Cell::Kind::missing;
            gap.label = presenter().status_sign(data::Status::missing);
            return gap;
        }
        Cell cell =
            measurement_cell(datum.measurement, grid_.references[column], presenter(), voice_.to, notes_);
        // Among shares an amount says what it is of.
        if (!datum.drawn && grid_.drawn == Drawn::share && datum.measurement->value)
            cell.addition = presenter().unit(datum.measurement->indicator);
        if (!datum.drawn) return cell;
        locale::Display bare{.form = locale::Display::Form::table, .unit = locale::Display::UnitMark::hidden};
        const std::string drawn = drawn_text(datum, grid_.drawn, presenter(), bare);
        if (grid_.drawn == Drawn::share) {
            cell.label = drawn;
        } else {
            cell.addition += (cell.addition.empty() ? "(" : " (") + drawn + ")";
        }
        return cell;
    }

    const Gathered& gathered_;
    const Grid& grid_;
    const Voice& voice_;
    NoteList& notes_;
    /// Columns stand down the page.
    bool turned_ = false;
};

}  // namespace

Table data_table(const std::string& id, const Gathered& gathered, const Voice& voice, NoteList& notes) {
    Table table;
    table.id = id;
    table.caption = voice.presenter.message("figure.data");
    table.caption_hidden = true;
    if (gathered.kind->is_of_facts()) {
        add_fact_rows(table, gathered, voice);
    } else {
        GridTable(gathered, voice, notes).write(table);
    }
    return table;
}

}  // namespace regioscope::figures
