// Figures whose period is not the one that their labels print, or begins after their source was published. Of
// labels the years of the row's and column's count; where those name none, the years of the table's title.
// They lie in the period, and two of them are where an interval begins and ends.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/plausibility/rules.h"
#include "data/edition.h"

namespace regioscope::analysis::plausibility {

namespace {

/// The years 1900 to 2099 in a text, as numbers of four digits that stand alone.
void add_years(std::string_view text, std::vector<int>& years) {
    constexpr std::size_t year_length = 4;
    for (std::size_t i = 0; i < text.size();) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (!is_digit(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        const std::string_view digits = text.substr(i, end - i);
        const bool continues =
            end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]);
        if (digits.size() == year_length && !continues &&
            (digits.starts_with("19") || digits.starts_with("20")))
            years.push_back(std::stoi(std::string(digits)));
        i = end;
    }
}

class LabelRule {
  public:
    LabelRule(const Figures& figures, Findings& findings)
        : dataset_(figures.dataset), visible_(figures.dataset.observations.size()), findings_(findings) {
        for (const data::ObservationIndex index : figures.printed)
            visible_[static_cast<std::size_t>(index)] = true;
    }

    void look(const data::Table& table) {
        std::vector<int> title;
        add_years(table.printed_title, title);
        std::vector<std::vector<int>> columns(table.columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            add_years(table.columns[i].printed, columns[i]);
        for (const data::Table::ColumnGroup& group : table.column_groups) {
            for (const std::uint32_t column : group.columns)
                add_years(group.printed, columns[column]);
        }
        for (const data::Table::Row& row : table.rows) {
            std::vector<int> of_row;
            add_years(row.printed, of_row);
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (!row.cells[i] || !visible_[static_cast<std::size_t>(*row.cells[i])]) continue;
                std::vector<int> years = of_row;
                years.insert(years.end(), columns[i].begin(), columns[i].end());
                look(*row.cells[i], years.empty() ? title : years);
            }
        }
    }

  private:
    void look(data::ObservationIndex index, const std::vector<int>& years) {
        const data::Observation& o = dataset_[index];
        const data::Period& period = dataset_[o.period];
        if (!fits(period, years)) {
            findings_.add(doubt("misread-period", dataset_, index,
                                fmt::format("the figure is entered for {}, but its labels say {}",
                                            period.written, fmt::join(years, ", "))));
        }
        const data::Date published = data::published(dataset_, dataset_[o.citation]);
        if (o.value && period.first > published && !o.statuses.contains(data::Status::forecast)) {
            findings_.add(doubt("misread-period", dataset_, index,
                                fmt::format("the figure is entered for {}, but its source is of {}",
                                            period.written, published.text()))
                              .note("a forecast has the status F"));
        }
    }

    static bool fits(const data::Period& period, const std::vector<int>& years) {
        if (years.empty()) return true;
        const auto [first, last] = std::minmax_element(years.begin(), years.end());
        const bool inside = period.first.year <= *first && *last <= period.last.year;
        const bool spans = *first == *last || period.kind != data::Period::Kind::interval ||
                           (period.first.year == *first && period.last.year == *last);
        return inside && spans;
    }

    const data::Dataset& dataset_;
    std::vector<bool> visible_;
    Findings& findings_;
};

}  // namespace

void find_misread_periods(const Figures& figures, Findings& findings) {
    LabelRule rule(figures, findings);
    for (const data::Table& table : figures.dataset.tables)
        rule.look(table);
}

}  // namespace regioscope::analysis::plausibility
