// Tables as people lay them out: titles above, heads of one or more rows, columns of labels, sections, sums,
// and below all of it sources and notes.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "tabular/figure_text.h"
#include "tabular/layout.h"
#include "tabular/period_label.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

bool is_period_word(std::string_view text) {
    return is_one_of(text,
                     {"jaar",    "jaren",    "jahr",      "jahre",       "year",    "years", "period",
                      "periode", "perioden", "periods",   "tijd",        "zeit",    "time",  "time_period",
                      "date",    "datum",    "kwartaal",  "quartal",     "quarter", "maand", "monat",
                      "month",   "stichtag", "peildatum", "berichtsjahr"});
}

bool is_code_word(std::string_view text) {
    return is_one_of(text, {"code",
                            "codes",
                            "gemcode",
                            "gemeentecode",
                            "regiocode",
                            "sleutel",
                            "schlüssel",
                            "schlüsselnummer",
                            "schlüssel-nummer",
                            "kennziffer",
                            "key",
                            "id",
                            "nuts",
                            "nuts3",
                            "nuts-3",
                            "nuts 3",
                            "nuts2",
                            "ags",
                            "ars",
                            "lau",
                            "geo",
                            "nr",
                            "nr.",
                            "no.",
                            "#"});
}

bool is_value_word(std::string_view text) {
    return is_one_of(text, {"value", "values", "waarde", "waarden", "wert", "werte", "obs_value", "cijfer",
                            "aantal", "anzahl", "number"});
}

bool is_status_word(std::string_view text) {
    const std::string letters = plain(text);
    for (const std::string_view ending : {"__q", " status", "_status", " flag", "_flag", " flags"})
        if (letters.ends_with(ending)) return true;
    return is_one_of(letters, {"status", "flag", "flags", "obs_status", "obs_flag", "symbool", "zeichen",
                               "qualität", "kennzeichen"});
}

bool is_note_word(std::string_view text) {
    return is_one_of(text, {"note", "notes", "noot", "opmerking", "opmerkingen", "toelichting", "anmerkung",
                            "anmerkungen", "hinweis", "remark", "comment"});
}

bool is_rule(std::string_view text) {
    return !text.empty() && text.find_first_not_of("-–—_=*. ") == std::string_view::npos && text != "." &&
           text != "..." && text != ".." && text != "*";
}

struct RowShape {
    std::size_t words = 0;
    std::size_t figures = 0;
    std::size_t filled() const { return words + figures; }
};

class SheetReader {
  public:
    SheetReader(const Grid& grid, const Signs& signs, Findings& findings)
        : grid_(grid), signs_(signs), findings_(findings), width_(grid.width()) {}

    std::optional<Layout> read() {
        layout_.kind = "sheet";
        find_columns();
        if (value_columns_.empty()) {
            Finding finding =
                make_error("no-figures", {}, "no table with columns of figures can be made out");
            finding.file = grid_.file;
            if (!grid_.sheet.empty()) finding.note(fmt::format("in sheet '{}'", grid_.sheet));
            findings_.add(std::move(finding));
            return std::nullopt;
        }
        find_head();
        if (is_beside_another() || !find_heads_again()) return std::nullopt;
        read_head();
        sort_rows();
        read_notes();
        if (layout_.rows.empty()) return std::move(layout_);
        see_gaps();
        see_sections();
        return std::move(layout_);
    }

  private:
    const std::string& text(std::size_t row, std::size_t column) const { return grid_.at(row, column).text; }

    bool is_empty_row(std::size_t row) const {
        const auto& cells = grid_.rows[row];
        return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.text.empty(); });
    }

    /// 1, 2, 3 … under the head, as many offices number their columns.
    bool numbers_its_columns(std::size_t row) const {
        std::size_t expected = 0;
        std::size_t count = 0;
        for (std::size_t column = 0; column < width_; ++column) {
            const std::string& cell = text(row, column);
            if (cell.empty()) continue;
            if (cell.find_first_not_of("0123456789") != std::string::npos || cell.size() > 3) return false;
            const auto number = static_cast<std::size_t>(std::stoi(cell));
            if (count > 0 && number != expected) return false;
            if (count == 0 && number > 2) return false;
            expected = number + 1;
            ++count;
        }
        return count >= 3;
    }

    bool is_ruled(std::size_t row) const {
        bool any = false;
        for (const Cell& cell : grid_.rows[row]) {
            if (cell.text.empty()) continue;
            if (!is_rule(cell.text)) return false;
            any = true;
        }
        return any;
    }

    /// Years across, with at most words beside them.
    bool is_row_of_periods(std::size_t row) const {
        std::size_t periods = 0;
        for (const Cell& cell : grid_.rows[row]) {
            if (!may_be_figure(cell, signs_)) continue;
            if (!period_of(cell.text) && !is_marked_period(cell.text)) return false;
            ++periods;
        }
        return periods > 0;
    }

    static bool is_marked_period(std::string_view label) {
        return period_of(without_period_marks(label)).has_value();
    }

    RowShape shape_of(std::size_t row) const {
        RowShape shape;
        for (const Cell& cell : grid_.rows[row]) {
            if (cell.text.empty()) continue;
            ++(may_be_figure(cell, signs_) ? shape.figures : shape.words);
        }
        return shape;
    }

    /// A row that could be one of figures, before the columns are known.
    bool may_hold_figures(std::size_t row, bool is_first) const {
        const RowShape shape = shape_of(row);
        if (shape.figures == 0 || numbers_its_columns(row) || is_ruled(row)) return false;
        if (is_first && is_row_of_units(row)) return false;
        if (is_first && shape.filled() == 1 && width_ > 1) return false;  // a year or a number as a title
        if (is_first && is_row_of_periods(row) && shape.figures > 1) return false;
        // A single year as the only figure column's head.
        return !(is_first && is_row_of_periods(row) && shape.words > 0 && next_row_has_numbers(row));
    }

    /// "x 1 000" and "%" across, with a label in front at most.
    bool is_row_of_units(std::size_t row) const {
        std::size_t units = 0;
        std::size_t others = 0;
        bool is_in_front = true;
        for (const Cell& cell : grid_.rows[row]) {
            if (cell.text.empty()) continue;
            const bool is_label = is_in_front && !is_unit(cell.text);
            is_in_front = false;
            if (!is_label) ++(is_unit(cell.text) ? units : others);
        }
        return units > 0 && others == 0;
    }

    /// Is what stands below this row's years more than years?
    bool next_row_has_numbers(std::size_t row) const {
        for (std::size_t next = row + 1; next < grid_.rows.size(); ++next) {
            if (is_empty_row(next)) continue;
            for (std::size_t column = 0; column < grid_.rows[row].size(); ++column) {
                const bool is_period_here = is_marked_period(text(row, column));
                if (is_period_here && may_be_figure(grid_.at(next, column), signs_) &&
                    !period_of(text(next, column)))
                    return true;
            }
            return false;
        }
        return false;
    }

    void find_columns() {
        bool is_first = true;
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            if (!may_hold_figures(row, is_first)) continue;
            if (is_first) first_body_ = row;
            is_first = false;
            body_.push_back(row);
        }
        for (std::size_t row = 0; row < first_body_; ++row)
            filled_above_.push_back(shape_of(row).filled());
        for (std::size_t column = 0; column < width_; ++column) {
            if (is_column_of_figures(column)) value_columns_.push_back(column);
        }
        // "." in front of what it stands for, below the table, is no figure.
        while (!value_columns_.empty() && !body_.empty() && begins_with_sign(body_.back()))
            body_.pop_back();
        for (std::size_t column = 0; column < width_; ++column) {
            const bool is_value =
                std::find(value_columns_.begin(), value_columns_.end(), column) != value_columns_.end();
            const bool has_words = std::any_of(body_.begin(), body_.end(),
                                               [&](std::size_t row) { return !text(row, column).empty(); });
            if (!is_value && has_words && !numbers_rows(column)) label_columns_.push_back(column);
        }
    }

    bool begins_with_sign(std::size_t row) const {
        const auto& cells = grid_.rows[row];
        const auto first =
            std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.text.empty(); });
        const bool is_sign = signs_.cells.contains(first->text) || signs_.marks.contains(first->text);
        return is_sign && std::none_of(value_columns_.begin(), value_columns_.end(), [&](std::size_t column) {
                   return grid_.at(row, column).text != first->text &&
                          may_be_figure(grid_.at(row, column), signs_);
               });
    }

    /// 0, 1, 2 … or 1, 2, 3 … down the table, as databases number what they hand out.
    bool numbers_rows(std::size_t column) const {
        const std::string head = head_of(column);
        if (body_.size() < 2 || !(head.empty() || is_code_word(head))) return false;
        const std::string& first = text(body_.front(), column);
        if (first != "0" && first != "1") return false;
        std::size_t expected = first == "0" ? 0 : 1;
        return std::all_of(body_.begin(), body_.end(),
                           [&](std::size_t row) { return text(row, column) == std::to_string(expected++); });
    }

    std::string head_of(std::size_t column) const {
        for (std::size_t row = first_body_; row-- > 0;) {
            const bool is_title = width_ > 1 && filled_above_[row] == 1 && row + 1 != first_body_;
            if (!text(row, column).empty() && !is_title && !numbers_its_columns(row))
                return text(row, column);
        }
        return {};
    }

    bool is_column_of_figures(std::size_t column) const {
        std::size_t filled = 0;
        std::size_t figures = 0;
        std::size_t typed = 0;
        std::size_t codes = 0;
        bool all_periods = true;
        for (const std::size_t row : body_) {
            const Cell& cell = grid_.at(row, column);
            if (cell.text.empty()) continue;
            ++filled;
            if (cell.is_number) ++typed;
            if (is_key(cell)) ++codes;
            if (!may_be_figure(cell, signs_)) continue;
            ++figures;
            all_periods = all_periods && is_marked_period(cell.text);
        }
        const std::string head = head_of(column);
        if (figures == 0 || codes > 0 || is_code_word(head) || is_status_word(head) || is_note_word(head))
            return false;
        // Under a year stand figures, whatever became of most of them.
        if (figures * 2 <= filled && !is_marked_period(head)) return false;
        // A workbook that knows numbers and has none in this column holds keys there.
        if (grid_.is_typed && typed == 0 && any_typed_number() && !has_signs_only(column) &&
            !is_marked_period(head) && !has_printed_numbers(column))
            return false;
        return !(all_periods && (is_period_word(head) || head.empty()) && !is_marked_period(head));
    }

    /// "01001": nobody writes a number so.
    static bool is_key(const Cell& cell) {
        return !cell.is_number && cell.text.size() > 1 && cell.text[0] == '0' &&
               std::all_of(cell.text.begin(), cell.text.end(), is_digit);
    }

    bool any_typed_number() const {
        return std::any_of(grid_.rows.begin(), grid_.rows.end(), [](const std::vector<Cell>& row) {
            return std::any_of(row.begin(), row.end(), [](const Cell& cell) { return cell.is_number; });
        });
    }

    /// "1.234,5*": no key has a comma, a point or a mark.
    bool has_printed_numbers(std::size_t column) const {
        return std::any_of(body_.begin(), body_.end(), [&](std::size_t row) {
            const std::string& cell = text(row, column);
            return cell.find_first_of("0123456789") != std::string::npos &&
                   cell.find_first_of(",.*") != std::string::npos;
        });
    }

    bool has_signs_only(std::size_t column) const {
        return std::none_of(body_.begin(), body_.end(), [&](std::size_t row) {
            return text(row, column).find_first_of("0123456789") != std::string::npos;
        });
    }

    bool has_words_over_figures(std::size_t row) const {
        return std::any_of(value_columns_.begin(), value_columns_.end(),
                           [&](std::size_t column) { return !text(row, column).empty(); });
    }

    /// The head begins where something stands above the figures, below titles.
    void find_head() {
        for (std::size_t row = 0; row < first_body_; ++row) {
            if (is_empty_row(row)) continue;
            if (numbers_its_columns(row)) {
                layout_.left_out.push_back({row, "numbers of the columns"});
            } else if (is_ruled(row)) {
                layout_.left_out.push_back({row, "a rule"});
            } else if (shape_of(row).filled() == 1 && !is_lone_head(row)) {
                titles_.push_back(row);
            } else if (has_words_over_figures(row) || names_label_columns(row)) {
                head_.push_back(row);
            } else {
                layout_.sections.push_back(row);
            }
        }
        // What GENESIS puts first is the number of its table, and the title may take several lines.
        const bool has_number =
            titles_.size() > 1 && plain(text_of_row(titles_.front())).starts_with("genesis-tabelle");
        for (std::size_t i = 0; i < titles_.size(); ++i) {
            const std::string words = text_of_row(titles_[i]);
            const bool is_of_title = has_number ? i > 0 : i == 0;
            if (is_of_title) layout_.title += (layout_.title.empty() ? "" : " ") + words;
            if (!is_of_title) layout_.left_out.push_back({titles_[i], "a title: " + words});
        }
    }

    /// The last row of a head may name the columns of labels alone, as StatLine's does: right under the
    /// others, with a name for each of them. (A section below a head has a single name, or a key.)
    bool names_label_columns(std::size_t row) const {
        if (head_.empty() || head_.back() + 1 != row) return false;
        std::size_t names = 0;
        for (const std::size_t column : label_columns_) {
            if (std::any_of(text(row, column).begin(), text(row, column).end(), is_digit)) return false;
            if (!text(row, column).empty()) ++names;
        }
        return names > 1 && names == label_columns_.size();
    }

    /// A head of one word stands right above figures of the only column that has any.
    bool is_lone_head(std::size_t row) const { return row + 1 == first_body_ && has_words_over_figures(row); }

    std::string text_of_row(std::size_t row) const {
        std::string words;
        for (const Cell& cell : grid_.rows[row]) {
            if (!cell.text.empty()) words += (words.empty() ? "" : " ") + cell.text;
        }
        return words;
    }

    /// A level whose own name stands in front: its first column says something else than the next row's.
    bool is_named_level(std::size_t level) const {
        if (level + 1 >= head_.size() || label_columns_.empty()) return false;
        const std::string& here = text(head_[level], label_columns_.front());
        const std::string& below = text(head_[level + 1], label_columns_.front());
        return !here.empty() && !below.empty() && here != below;
    }

    void read_head() {
        std::vector<std::vector<std::string>> labels(value_columns_.size());
        for (std::size_t level = 0; level < head_.size(); ++level) {
            const bool is_last = level + 1 == head_.size();
            std::string left;
            for (std::size_t i = 0; i < value_columns_.size(); ++i) {
                std::string label = text(head_[level], value_columns_[i]);
                if (!label.empty()) left = label;
                // One label for several columns stands above the first of them.
                if (label.empty() && !is_last && has_text_below(level, value_columns_[i])) label = left;
                if (level > 0 && label == text(head_[level - 1], value_columns_[i])) label.clear();
                labels[i].push_back(std::move(label));
            }
        }
        name_levels(labels);
        for (const std::size_t column : label_columns_)
            add_label_column(column);
        const bool any_head = std::any_of(labels.begin(), labels.end(), has_words);
        for (std::size_t i = 0; i < value_columns_.size(); ++i) {
            if (any_head && !has_words(labels[i])) {
                refuse_headless(value_columns_[i]);
                continue;
            }
            layout_.figures.push_back({value_columns_[i], labels[i], column_for(status_columns_, i),
                                       std::nullopt, column_for(note_columns_, i)});
        }
        if (status_columns_.size() == 1 && value_columns_.size() > 1)
            layout_.remarks.push_back(fmt::format("column '{}' is taken to speak of all figures of its row",
                                                  head_of(status_columns_[0])));
    }

    static bool has_words(const std::vector<std::string>& labels) {
        return std::any_of(labels.begin(), labels.end(), [](const std::string& one) { return !one.empty(); });
    }

    void refuse_headless(std::size_t column) {
        for (const std::size_t row : body_) {
            if (text(row, column).empty()) continue;
            findings_
                .add(finding_at(grid_, {row, column}, Severity::error, "no-head",
                                fmt::format("'{}' stands in a column without a head", text(row, column))))
                .note(fmt::format(
                    "give the column a head, or read only what belongs to the table: --range A1:{}",
                    cell_name({grid_.rows.size() - 1, column == 0 ? 0 : column - 1})));
            return;
        }
    }

    /// A column that says more of figures: the only one of all of its row's; of several, each of those to its
    /// left.
    std::optional<std::size_t> column_for(const std::vector<std::size_t>& columns, std::size_t value) const {
        if (columns.size() == 1) return columns.front();
        const std::size_t begin = value_columns_[value];
        const std::size_t end = value + 1 < value_columns_.size() ? value_columns_[value + 1] : width_;
        for (const std::size_t column : columns)
            if (column > begin && column < end) return column;
        return std::nullopt;
    }

    /// Where one table stands to the right of another, its labels do.
    bool is_beside_another() {
        if (head_.empty() || label_columns_.empty()) return false;
        const std::string& first = text(head_.back(), label_columns_.front());
        for (const std::size_t column : label_columns_) {
            const bool is_right = column > value_columns_.front() && column < value_columns_.back();
            if (!is_right || first.empty() || text(head_.back(), column) != first) continue;
            refuse_several({head_.back(), column});
            return true;
        }
        return false;
    }

    void refuse_several(GridPlace place) {
        findings_
            .add(finding_at(grid_, place, Severity::error, "several-tables",
                            fmt::format("another table begins at '{}'", text(place.row, place.column))))
            .note(fmt::format("import them one by one, with the range of each: --range A1:{}",
                              cell_name({first_body_ + 1, value_columns_.front()})));
    }

    /// The same head may stand above each part of a table; another one is of another table.
    bool find_heads_again() {
        if (head_.empty() || label_columns_.empty()) return true;
        const std::string& first = text(head_.back(), label_columns_.front());
        for (const std::size_t row : body_) {
            if (first.empty() || text(row, label_columns_.front()) != first) continue;
            const bool is_same = std::all_of(
                value_columns_.begin(), value_columns_.end(),
                [&](std::size_t column) { return text(row, column) == text(head_.back(), column); });
            if (!is_same) {
                refuse_several({row, label_columns_.front()});
                return false;
            }
            heads_again_.insert(row);
            layout_.left_out.push_back({row, "the head again"});
        }
        std::erase_if(body_, [&](std::size_t row) { return heads_again_.contains(row); });
        return !body_.empty();
    }

    /// What a row says in its columns of labels.
    std::string key_of(std::size_t row, bool with_section) const {
        std::string key;
        for (const LabelColumn& column : layout_.labels) {
            const GridPlace place = place_of_label(grid_, layout_, column, row);
            key += text(place.row, place.column) + '\n';
        }
        if (!with_section) return key;
        const auto after = std::upper_bound(layout_.sections.begin(), layout_.sections.end(), row);
        return key + (after == layout_.sections.begin() ? "" : std::to_string(*std::prev(after)));
    }

    std::size_t count_of_keys(bool with_section) const {
        std::set<std::string> keys;
        for (const std::size_t row : layout_.rows)
            keys.insert(key_of(row, with_section));
        return keys.size();
    }

    /// In the first column many leave out what has not changed since the row above.
    void see_gaps() {
        if (layout_.labels.size() < 2) return;
        LabelColumn& first = layout_.labels.front();
        const auto is_gap = [&](std::size_t row) { return text(row, first.column).empty(); };
        if (is_gap(layout_.rows.front()) || std::none_of(layout_.rows.begin(), layout_.rows.end(), is_gap))
            return;
        const auto is_labelled = [&](std::size_t row) {
            return !text(row, layout_.labels[1].column).empty();
        };
        if (!std::all_of(layout_.rows.begin(), layout_.rows.end(), is_labelled)) return;
        std::size_t said_in = layout_.rows.front();
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            if (!is_gap(row) || row < layout_.rows.front()) said_in = row;
            first.said_in.push_back(said_in);
        }
        if (count_of_keys(false) != layout_.rows.size()) {
            first.said_in.clear();
            return;
        }
        layout_.remarks.push_back(
            fmt::format("empty cells of column '{}' say what the one above them says", first.name));
    }

    /// Where the same labels come again under another heading, the headings tell what is what.
    void see_sections() {
        if (count_of_keys(false) == layout_.rows.size()) return;
        if (!layout_.sections.empty() && layout_.rows.front() < layout_.sections.front() && !titles_.empty())
            layout_.sections.insert(layout_.sections.begin(), titles_.back());
        if (layout_.sections.empty() || count_of_keys(true) != layout_.rows.size()) return;
        LabelColumn section;
        section.name = "section";
        section.is_section = true;
        layout_.labels.push_back(std::move(section));
    }

    bool has_text_below(std::size_t level, std::size_t column) const {
        for (std::size_t lower = level + 1; lower < head_.size(); ++lower)
            if (!text(head_[lower], column).empty()) return true;
        return false;
    }

    /// Levels that have no name of their own and hold no periods are one label in several lines.
    void name_levels(std::vector<std::vector<std::string>>& labels) {
        std::vector<bool> stands_alone(head_.size());
        for (std::size_t level = 0; level < head_.size(); ++level) {
            std::size_t periods = 0;
            bool is_blank = true;
            for (const auto& of_column : labels) {
                if (is_marked_period(of_column[level])) ++periods;
                is_blank = is_blank && of_column[level].empty();
            }
            // "2022", "2023", "verschil": what is no year among years is asked for.
            const bool tells_periods =
                periods == labels.size() || (periods > 1 && periods * 2 > labels.size());
            stands_alone[level] = tells_periods || (is_named_level(level) && !is_blank);
            blank_levels_ += is_blank ? 1U : 0U;
        }
        for (std::size_t level = 0; level < head_.size(); ++level) {
            if (stands_alone[level])
                layout_.levels.push_back(is_named_level(level) ? text(head_[level], label_columns_.front())
                                                               : "");
        }
        const auto joined_levels =
            static_cast<std::size_t>(std::count(stands_alone.begin(), stands_alone.end(), false));
        const bool has_joined = joined_levels > blank_levels_;
        if (has_joined) layout_.levels.emplace_back();
        for (auto& of_column : labels) {
            std::vector<std::string> own;
            std::string joined;
            for (std::size_t level = 0; level < head_.size(); ++level) {
                if (stands_alone[level]) {
                    own.push_back(of_column[level]);
                } else if (!of_column[level].empty()) {
                    joined += (joined.empty() ? "" : " | ") + of_column[level];
                }
            }
            if (has_joined) own.push_back(joined);
            of_column = std::move(own);
        }
        if (has_joined) split_periods(labels);
        const bool is_value_only =
            labels.size() == 1 && layout_.levels.size() == 1 && is_value_word(labels[0][0]);
        if (is_value_only) {
            layout_.levels.clear();
            labels[0].clear();
        }
    }

    /// "Werkloosheid 2021", "Werkloosheid 2022": where every column's label ends in a year, years are a
    /// level.
    void split_periods(std::vector<std::vector<std::string>>& labels) {
        constexpr std::size_t year = 4;
        const auto has_year = [&](const std::vector<std::string>& of_column) {
            const std::string& label = of_column.back();
            return label.size() > year + 1 && label[label.size() - year - 1] == ' ' &&
                   period_of(label.substr(label.size() - year));
        };
        if (labels.size() < 2 || !std::all_of(labels.begin(), labels.end(), has_year)) return;
        for (std::vector<std::string>& of_column : labels) {
            const std::string label = of_column.back();
            of_column.back() = folded(label.substr(0, label.size() - year));
            of_column.push_back(label.substr(label.size() - year));
        }
        layout_.levels.emplace_back();
    }

    void add_label_column(std::size_t column) {
        std::string name;
        for (std::size_t level = 0; level < head_.size(); ++level) {
            const std::string& part = text(head_[level], column);
            if (!part.empty() && !is_named_level(level) && part != name)
                name += (name.empty() ? "" : " ") + part;
        }
        if (is_status_word(name)) {
            status_columns_.push_back(column);
        } else if (is_note_word(name)) {
            note_columns_.push_back(column);
        } else {
            if (is_period_word(name) && holds_periods(column) && layout_.period_column.empty())
                layout_.period_column = name;
            layout_.labels.push_back({name, column, {}, false});
        }
    }

    bool holds_periods(std::size_t column) const {
        const auto periods = std::count_if(
            body_.begin(), body_.end(), [&](std::size_t row) { return is_marked_period(text(row, column)); });
        return static_cast<std::size_t>(periods) * 2 > body_.size();
    }

    std::string label_of(std::size_t row) const {
        std::string label;
        for (const LabelColumn& column : layout_.labels)
            if (!text(row, column.column).empty()) label = text(row, column.column);
        return label;
    }

    bool has_gap_in_labels(std::size_t row) const {
        return std::any_of(layout_.labels.begin(), layout_.labels.end(),
                           [&](const LabelColumn& column) { return text(row, column.column).empty(); });
    }

    bool is_sum(std::size_t row) const {
        if (!is_sum_word(label_of(row))) return false;
        return has_gap_in_labels(row) || (layout_.labels.size() == 1 && count_of_sums() > 1);
    }

    std::size_t count_of_sums() const {
        return static_cast<std::size_t>(std::count_if(
            body_.begin(), body_.end(), [&](std::size_t row) { return is_sum_word(label_of(row)); }));
    }

    void sort_rows() {
        if (body_.empty()) return;
        const std::size_t last_body = body_.back();
        for (std::size_t row = first_body_; row < grid_.rows.size(); ++row) {
            if (is_empty_row(row)) continue;
            const bool has_figures =
                std::any_of(value_columns_.begin(), value_columns_.end(),
                            [&](std::size_t column) { return !text(row, column).empty(); });
            if (heads_again_.contains(row)) continue;
            if (row > last_body) {
                footers_.push_back(row);
            } else if (numbers_its_columns(row) && row != first_body_) {
                layout_.left_out.push_back({row, "numbers of the columns"});
            } else if (is_ruled(row)) {
                layout_.left_out.push_back({row, "a rule"});
            } else if (!has_figures && is_section(row)) {
                layout_.sections.push_back(row);
            } else if (is_sum(row)) {
                layout_.left_out.push_back({row, fmt::format("a sum: {}", text_of_labels(row))});
            } else {
                layout_.rows.push_back(row);
            }
        }
    }

    /// A row without figures heads those below it, unless it is labelled as they are: then it has none to
    /// show.
    bool is_section(std::size_t row) const { return layout_.labels.size() < 2 || has_gap_in_labels(row); }

    std::string text_of_labels(std::size_t row) const {
        std::string words;
        for (const LabelColumn& column : layout_.labels) {
            const std::string& word = text(row, column.column);
            if (!word.empty()) words += (words.empty() ? "" : " ") + word;
        }
        return words;
    }

    /// "1) …" begins a note; what follows without a mark of its own goes on with it. "* voorlopig" says what
    /// a sign stands for.
    void read_notes() {
        std::string open;
        for (const std::size_t row : footers_) {
            const std::string words = text_of_row(row);
            std::string_view rest = words;
            const std::string mark = take_note_mark(rest);
            if (!mark.empty() && !rest.empty()) {
                open = mark;
                while (rest.starts_with(':') || rest.starts_with(' '))
                    rest.remove_prefix(1);
                layout_.notes[open] = folded(rest);
            } else if (auto line = legend_line(row, words)) {
                open.clear();
                layout_.legend.push_back(*std::move(line));
            } else if (!open.empty() && is_indented_below(row) && !is_source_line(words)) {
                layout_.notes[open] += " " + words;
            } else {
                open.clear();
                layout_.left_out.push_back({row, is_ruled(row) ? "a rule" : "below the table: " + words});
            }
        }
    }

    /// "* voorlopig", ". = geheim", "p: provisional", or both in cells of their own.
    std::optional<LegendLine> legend_line(std::size_t row, const std::string& words) const {
        constexpr std::size_t longest_sign = 4;
        const std::size_t space = words.find(' ');
        if (space == std::string::npos || is_ruled(row)) return std::nullopt;
        std::string sign = words.substr(0, space);
        std::string_view rest = std::string_view(words).substr(space + 1);
        bool is_joined = false;
        for (const std::string_view joint : {"= ", ": ", "– ", "- "}) {
            if (!rest.starts_with(joint)) continue;
            rest.remove_prefix(joint.size());
            is_joined = true;
            break;
        }
        if (sign.size() > 1 && (sign.ends_with(':') || sign.ends_with('='))) {
            sign.pop_back();
            is_joined = true;
        }
        const bool has_letters = std::any_of(sign.begin(), sign.end(), [](char c) {
            return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        const bool is_known = signs_.cells.contains(sign) || signs_.marks.contains(sign);
        const bool is_alone = std::any_of(grid_.rows[row].begin(), grid_.rows[row].end(),
                                          [&](const Cell& cell) { return cell.text == sign; });
        if (sign.size() > longest_sign || rest.empty()) return std::nullopt;
        if (has_letters ? !(is_known && (is_joined || is_alone))
                        : !(is_known || is_joined || is_alone || sign == "*"))
            return std::nullopt;
        return LegendLine{row, sign, folded(rest)};
    }

    /// Notes go on in the next row; an empty one ends them.
    bool is_indented_below(std::size_t row) const { return row > 0 && !is_empty_row(row - 1); }

    static bool is_source_line(std::string_view words) {
        const std::string letters = plain(words);
        return std::any_of(std::begin(source_words), std::end(source_words),
                           [&](std::string_view word) { return letters.starts_with(word); });
    }

    static constexpr std::string_view source_words[] = {
        "bron:", "quelle:", "source:", "©", "bron ", "quelle "};

    const Grid& grid_;
    const Signs& signs_;
    Findings& findings_;
    std::size_t width_;
    Layout layout_;
    std::size_t first_body_ = 0;
    /// How many cells are filled in each row above the first one of figures.
    std::vector<std::size_t> filled_above_;
    std::vector<std::size_t> body_;
    std::vector<std::size_t> value_columns_;
    std::vector<std::size_t> label_columns_;
    std::vector<std::size_t> titles_;
    std::vector<std::size_t> head_;
    std::vector<std::size_t> footers_;
    std::size_t blank_levels_ = 0;
    std::set<std::size_t> heads_again_;
    std::vector<std::size_t> status_columns_;
    std::vector<std::size_t> note_columns_;
};

}  // namespace

std::optional<Layout> sheet_layout(const Grid& grid, const Signs& signs, Findings& findings) {
    return SheetReader(grid, signs, findings).read();
}

}  // namespace regioscope::tabular
