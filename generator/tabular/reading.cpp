#include "tabular/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/json_text.h"
#include "tabular/figure_text.h"
#include "tabular/limits.h"
#include "tabular/period_label.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

/// What the cells of all figures have in common.
class StyleFinder {
  public:
    StyleFinder(const Grid& grid, Findings& findings) : grid_(grid), findings_(findings) {}

    void see(const std::string& number, GridPlace place) {
        switch (hint_of(number)) {
            case NumberHint::none:
                return;
            case NumberHint::either:
                if (!either_) either_ = place;
                return;
            case NumberHint::decimal_comma:
                if (!comma_) comma_ = place;
                return;
            case NumberHint::decimal_point:
                if (!point_) point_ = place;
                return;
        }
    }

    /// The decimal sign.
    char decide() {
        if (comma_ && point_) {
            findings_
                .add(finding_at(grid_, *comma_, Severity::error, "mixed-numbers",
                                fmt::format("'{}' has a decimal comma", text(*comma_))))
                .note(fmt::format("'{}' in {} has a decimal point", text(*point_), cell_name(*point_)),
                      grid_.at(point_->row, point_->column).span)
                .note("say which it is: --decimal comma, or --decimal point");
            return '.';
        }
        if (comma_) return ',';
        if (either_ && !point_) {
            findings_
                .add(finding_at(grid_, *either_, Severity::error, "ambiguous-number",
                                fmt::format("'{}' may be thousands or decimals, and no other number of "
                                            "the file tells",
                                            text(*either_))))
                .note("say which it is: --decimal comma, or --decimal point");
        }
        return '.';
    }

  private:
    const std::string& text(GridPlace place) const { return grid_.at(place.row, place.column).text; }

    const Grid& grid_;
    Findings& findings_;
    std::optional<GridPlace> comma_;
    std::optional<GridPlace> point_;
    std::optional<GridPlace> either_;
};

/// Labels of a dimension while its categories are gathered.
class Categories {
  public:
    explicit Categories(std::string name) { dimension_.name = std::move(name); }

    const std::string& name() const { return dimension_.name; }
    std::size_t count() const { return dimension_.categories.size(); }

    std::uint32_t index_of(const std::string& label, const std::vector<std::string>& codes, GridPlace place,
                           const Layout& layout, const Signs& signs) {
        std::string key = label;
        for (const std::string& code : codes)
            key += '\n' + code;
        const auto [found, is_new] = by_key_.emplace(key, dimension_.categories.size());
        if (is_new) {
            Category category{label, codes, {}, {}, place};
            // "2023 2)*": marks of both kinds, in any order.
            for (std::string before; before != category.label;) {
                before = category.label;
                for (std::string& note : take_note_marks(category.label, layout.notes))
                    category.notes.push_back(std::move(note));
                take_period_marks(category, signs);
            }
            dimension_.categories.push_back(std::move(category));
        }
        return static_cast<std::uint32_t>(found->second);
    }

    /// Two things of one label are told apart by their first code.
    Dimension take() {
        std::map<std::string, std::size_t> count;
        for (const Category& category : dimension_.categories)
            ++count[category.label];
        for (Category& category : dimension_.categories) {
            if (count[category.label] > 1 && !category.codes.empty())
                category.label += fmt::format(" ({})", category.codes.front());
        }
        return std::move(dimension_);
    }

  private:
    /// "2023*": all of that year is provisional.
    static void take_period_marks(Category& category, const Signs& signs) {
        std::string& label = category.label;
        if (period_of(label)) return;
        for (std::size_t length = label.size(); length-- > 4;) {
            const auto mark = signs.marks.find(folded(label.substr(length)));
            const std::string rest = folded(label.substr(0, length));
            if (mark == signs.marks.end() || !period_of(without_period_marks(rest))) continue;
            if (mark->second != "A") category.statuses.push_back(mark->second);
            label = rest;
            return;
        }
    }

    Dimension dimension_;
    std::unordered_map<std::string, std::size_t> by_key_;
};

/// Is a column's label settled by another's, so that both name the same things?
bool follows_from(const Grid& grid, const std::vector<std::size_t>& rows, std::size_t column,
                  std::size_t other) {
    std::unordered_map<std::string_view, std::string_view> of_other;
    for (const std::size_t row : rows) {
        const auto [found, is_new] = of_other.emplace(grid.at(row, other).text, grid.at(row, column).text);
        if (!is_new && found->second != grid.at(row, column).text) return false;
    }
    return true;
}

std::size_t count_of_labels(const Grid& grid, const std::vector<std::size_t>& rows, std::size_t column) {
    std::set<std::string_view> labels;
    for (const std::size_t row : rows)
        labels.insert(grid.at(row, column).text);
    return labels.size();
}

bool is_like_code(const Grid& grid, const std::vector<std::size_t>& rows, std::size_t column) {
    constexpr std::size_t longest_code = 12;
    std::size_t with_digits = 0;
    for (const std::size_t row : rows) {
        const std::string& text = grid.at(row, column).text;
        if (text.size() > longest_code || text.find(' ') != std::string::npos) return false;
        if (text.find_first_of("0123456789") != std::string::npos) ++with_digits;
    }
    return with_digits * 2 > rows.size();
}

/// Do both name the same things? A key does, and what many things share; two columns of words side by side
/// do only where there are enough rows to tell.
bool names_the_same(std::size_t count, std::size_t count_of_key, bool has_code) {
    constexpr std::size_t enough = 6;
    return has_code || count < count_of_key || count_of_key >= enough;
}

bool is_indicator_word(std::string_view name) {
    return is_one_of(name, {"indicator", "indicatoren", "onderwerp", "onderwerpen", "variabele", "variable",
                            "merkmal", "kennzahl", "measure", "metric", "topic", "thema", "maat"});
}

/// Columns that settle each other become one dimension: the names speak, keys and the rest stand behind.
void join_columns(const Grid& grid, Layout& layout) {
    if (layout.is_own_export || layout.labels.size() < 2) return;
    struct Measured {
        LabelColumn column;
        std::size_t count;
        bool is_code;
    };
    std::vector<Measured> all;
    for (const LabelColumn& label : layout.labels) {
        if (label.is_section) {
            all.push_back({label, layout.sections.size(), false});
            continue;
        }
        all.push_back({label, count_of_labels(grid, layout.rows, label.column),
                       is_like_code(grid, layout.rows, label.column)});
    }
    std::vector<bool> is_taken(all.size());
    std::vector<LabelColumn> joined;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto may_join = [&](const Measured& one) {
            const bool is_period =
                !layout.period_column.empty() && plain(one.column.name) == plain(layout.period_column);
            return one.count > 1 && !is_period && !is_indicator_word(one.column.name) &&
                   one.column.said_in.empty() && !one.column.is_section;
        };
        if (is_taken[i]) continue;
        // The one of the group that tells most apart is what the others follow from.
        std::size_t key = i;
        for (std::size_t j = 0; j < all.size() && may_join(all[i]); ++j) {
            if (!is_taken[j] && may_join(all[j]) && all[j].count > all[key].count &&
                follows_from(grid, layout.rows, all[i].column.column, all[j].column.column))
                key = j;
        }
        std::vector<std::size_t> joint = {key};
        for (std::size_t j = 0; j < all.size() && may_join(all[key]); ++j) {
            if (j != key && !is_taken[j] && may_join(all[j]) &&
                names_the_same(all[j].count, all[key].count, all[j].is_code || all[key].is_code) &&
                follows_from(grid, layout.rows, all[j].column.column, all[key].column.column))
                joint.push_back(j);
        }
        std::sort(joint.begin(), joint.end());
        // Names speak even where two things share one: their key then tells them apart.
        std::size_t speaker = key;
        for (const std::size_t j : joint) {
            const bool is_better = all[speaker].is_code || all[j].count > all[speaker].count;
            if (!all[j].is_code && is_better && all[j].count * 2 > all[key].count) speaker = j;
        }
        LabelColumn label = all[speaker].column;
        for (const std::size_t j : joint) {
            is_taken[j] = true;
            if (j != speaker) label.codes.push_back(all[j].column.column);
        }
        joined.push_back(std::move(label));
    }
    layout.labels = std::move(joined);
}

json::Value value_of(const FigureText& text, const std::string& digits, const std::string& upper) {
    const json::Value number = json::make_number(digits);
    if (!upper.empty())
        return json::make_object(
            {json::make_member("from", number), json::make_member("to", json::make_number(upper))});
    if (text.bound.empty()) return number;
    const std::string_view key = text.bound == "<"   ? "less_than"
                                 : text.bound == ">" ? "more_than"
                                 : text.bound == "≤" ? "at_most"
                                 : text.bound == "≥" ? "at_least"
                                                     : "about";
    return json::make_object({json::make_member(key, number)});
}

class FigureReader {
  public:
    FigureReader(const Grid& grid, Layout layout, const Signs& signs, Findings& findings)
        : grid_(grid), signs_(signs), findings_(findings) {
        reading_.layout = std::move(layout);
    }

    Reading read(char decimal) {
        Layout& layout = reading_.layout;
        join_columns(grid_, layout);
        if (layout.kind == "observations") read_own();
        find_style(decimal);
        std::vector<Categories> categories;
        for (const LabelColumn& label : layout.labels)
            categories.emplace_back(label.name);
        for (const std::string& level : layout.levels)
            categories.emplace_back(level);
        if (refuse_size(layout.rows.size(), layout.figures.size(), categories)) return std::move(reading_);
        for (const std::size_t row : layout.rows) {
            for (const FigureColumn& column : layout.figures)
                read_cell(row, column, categories);
            if (refuse_size(1, 1, categories)) break;
        }
        for (Categories& one : categories)
            reading_.dimensions.push_back(one.take());
        name_dimensions();
        return std::move(reading_);
    }

  private:
    const std::string& text(std::size_t row, std::size_t column) const { return grid_.at(row, column).text; }

    /// More than a report can use.
    bool refuse_size(std::size_t rows, std::size_t columns, const std::vector<Categories>& categories) {
        const bool has_many_figures =
            reading_.figures.size() > most_figures || (columns > 0 && rows > most_cells / columns);
        const auto many_labels =
            std::find_if(categories.begin(), categories.end(),
                         [](const Categories& one) { return one.count() > most_labels; });
        if (!has_many_figures && many_labels == categories.end()) return false;
        Finding finding = make_error(
            "too-many-cells", {},
            has_many_figures
                ? fmt::format("the file has more than {} figures", most_figures)
                : fmt::format("'{}' tells more than {} things apart", many_labels->name(), most_labels));
        finding.file = grid_.file;
        findings_.add(std::move(finding)).note("cut out what the report needs, and import that");
        return true;
    }

    /// What the file leaves without a name is called by where it stands; no two are called the same.
    void name_dimensions() {
        const std::size_t columns = reading_.layout.labels.size();
        std::map<std::string, int> count;
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i) {
            std::string& name = reading_.dimensions[i].name;
            if (name.empty()) name = i < columns ? "rows" : "head";
            if (const int number = ++count[name]; number > 1) name += fmt::format(" {}", number);
        }
    }

    /// Derived figures of an export are computed again, not read.
    void read_own() {
        Layout& layout = reading_.layout;
        const auto source = std::find_if(layout.labels.begin(), layout.labels.end(),
                                         [](const LabelColumn& label) { return label.name == "source"; });
        if (source == layout.labels.end()) return;
        std::erase_if(layout.rows, [&](std::size_t row) {
            const bool is_derived = text(row, source->column) == "derived";
            if (is_derived) layout.left_out.push_back({row, "derived from other figures"});
            return is_derived;
        });
    }

    void find_style(char decimal) {
        StyleFinder finder(grid_, findings_);
        std::string_view grouping;
        for (const std::size_t row : reading_.layout.rows) {
            for (const FigureColumn& column : reading_.layout.figures) {
                const Cell& cell = grid_.at(row, column.column);
                if (!cell.is_number) finder.see(read_figure(cell, signs_).number, {row, column.column});
            }
        }
        const bool is_settled = reading_.layout.is_own_export || reading_.layout.kind == "sdmx-csv" ||
                                reading_.layout.kind == "eurostat-tsv" ||
                                reading_.layout.kind == "cbs-observations";
        const bool had_errors = findings_.has_errors();
        reading_.style.decimal = decimal != 0 ? decimal : is_settled ? '.' : finder.decide();
        is_undecided_ = !had_errors && findings_.has_errors();
        for (const std::size_t row : reading_.layout.rows) {
            for (const FigureColumn& column : reading_.layout.figures) {
                if (!reading_.style.thousands.empty()) return;
                const Cell& cell = grid_.at(row, column.column);
                if (!cell.is_number)
                    reading_.style.thousands =
                        grouping_of(read_figure(cell, signs_).number, reading_.style.decimal);
            }
        }
    }

    void read_cell(std::size_t row, const FigureColumn& column, std::vector<Categories>& categories) {
        const GridPlace place{row, column.column};
        const Cell& cell = grid_.at(row, column.column);
        const Layout& layout = reading_.layout;
        // A column of its own says that the whole series has no such period.
        if (cell.text.empty() && layout.kind == "eurostat-tsv") return;
        Figure figure;
        if (!read_value(cell, place, figure)) return;
        figure.place = place;
        if (column.status) read_status(row, *column.status, figure);
        if (column.printed) figure.printed = text(row, *column.printed);
        if (column.note) figure.note = text(row, *column.note);
        std::size_t dimension = 0;
        for (const LabelColumn& label : layout.labels) {
            figure.categories.push_back(category_of(row, label, categories[dimension]));
            ++dimension;
        }
        const std::size_t head = layout.rows.front() == 0 ? 0 : layout.rows.front() - 1;
        for (const std::string& label : column.labels) {
            figure.categories.push_back(categories[dimension].index_of(
                label, {}, place_of_label(label, column.column, head), layout, signs_));
            ++dimension;
        }
        reading_.figures.push_back(std::move(figure));
    }

    GridPlace place_of_label(const std::string& label, std::size_t column, std::size_t head) const {
        for (std::size_t row = 0; row <= head; ++row)
            if (text(row, column) == label) return {row, column};
        return {head, column};
    }

    std::uint32_t category_of(std::size_t row, const LabelColumn& column, Categories& categories) const {
        const GridPlace place = tabular::place_of_label(grid_, reading_.layout, column, row);
        std::string label = text(place.row, place.column);
        std::vector<std::string> codes;
        for (const std::size_t code : column.codes) {
            if (!text(row, code).empty()) codes.push_back(text(row, code));
        }
        if (column.is_code_and_label) {
            if (const std::size_t colon = label.find(": "); colon != std::string::npos) {
                codes.push_back(label.substr(0, colon));
                label = label.substr(colon + 2);
            }
        }
        return categories.index_of(label, codes, place, reading_.layout, signs_);
    }

    /// False after a finding.
    bool read_value(const Cell& cell, GridPlace place, Figure& figure) {
        if (reading_.layout.is_own_export) return read_own_value(cell, place, figure);
        const FigureText read = read_figure(cell, signs_);
        figure.printed = cell.text;
        figure.statuses = read.statuses;
        figure.notes = read.notes;
        if (read.kind == FigureText::Kind::missing) return true;
        if (read.kind == FigureText::Kind::unreadable) {
            refuse(cell, place);
            return false;
        }
        if (cell.is_number || read.is_zero_sign) {
            figure.value = json::make_number(read.number);
            return true;
        }
        const auto digits = reading_.style.digits_of(read.number);
        std::string upper;
        if (digits && !read.upper.empty()) upper = reading_.style.digits_of(read.upper).value_or("");
        if (!digits || (!read.upper.empty() && upper.empty())) {
            if (is_undecided_) return false;
            findings_
                .add(finding_at(grid_, place, Severity::error, "unreadable-number",
                                fmt::format("'{}' does not fit the file's numbers, which have a decimal {}",
                                            cell.text, reading_.style.decimal == ',' ? "comma" : "point")))
                .note("put it right in the file, or say --decimal comma or --decimal point");
            return false;
        }
        figure.value = value_of(read, *digits, upper);
        return true;
    }

    /// `7.2`, `2000..`, `..5`, `48..60`; how it was printed tells "about" and "more than".
    bool read_own_value(const Cell& cell, GridPlace place, Figure& figure) {
        const std::string_view text = cell.text;
        if (text.empty()) return true;
        const std::size_t dots = text.find("..");
        const std::string low(text.substr(0, dots));
        const std::string high(dots == std::string_view::npos ? "" : text.substr(dots + 2));
        const bool is_good = (low.empty() || Decimal::parse(low)) && (high.empty() || Decimal::parse(high)) &&
                             !(low.empty() && high.empty());
        if (!is_good) {
            refuse(cell, place);
            return false;
        }
        const std::string& printed = this->text(place.row, *reading_.layout.figures.front().printed);
        FigureText read;
        if (dots == std::string_view::npos) {
            read.bound = printed.starts_with("ca.") ? "~" : "";
            figure.value = value_of(read, low, {});
        } else if (low.empty()) {
            read.bound = printed.starts_with("<") ? "<" : "≤";
            figure.value = value_of(read, high, {});
        } else if (high.empty()) {
            read.bound = printed.starts_with(">") ? ">" : "≥";
            figure.value = value_of(read, low, {});
        } else {
            figure.value = value_of(read, low, high);
        }
        return true;
    }

    void refuse(const Cell& cell, GridPlace place) {
        const bool is_new = refused_.insert(cell.text).second;
        if (!is_new) return;
        const std::string quoted = json::json_line(json::make_text(cell.text));
        const bool has_digit = cell.text.find_first_of("0123456789") != std::string::npos;
        if (is_error_of_formula(cell.text)) {
            findings_
                .add(finding_at(grid_, place, Severity::error, "unreadable-number",
                                fmt::format("'{}' is an error of the workbook's formula", cell.text)))
                .note("put the formula right, or clear the cell: an empty one is a missing figure");
            return;
        }
        if (read_figure(cell, signs_).is_power_of_ten) {
            findings_
                .add(finding_at(
                    grid_, place, Severity::error, "unreadable-number",
                    fmt::format("'{}' is written with a power of ten, and may have lost digits", cell.text)))
                .note("give its column a number format in the spreadsheet, and save the file again");
            return;
        }
        findings_
            .add(finding_at(grid_, place, Severity::error, has_digit ? "unreadable-number" : "unknown-sign",
                            fmt::format("'{}' is no number{}", cell.text,
                                        has_digit ? "" : ", and nothing says what it stands for")))
            .note(has_digit
                      ? std::string("if marks stand behind the number, say in the mapping file what they "
                                    "mean: \"signs\": {\"marks\": {\"*\": \"P\"}}")
                      : fmt::format(
                            "say it in the mapping file, \"signs\": {{\"cells\": {{{}: \"O\"}}}} "
                            "(O missing, M cannot exist, Q secret) or {{{}: {{\"value\": 0}}}}; or whose "
                            "signs they are: --signs cbs, destatis or eurostat",
                            quoted, quoted));
    }

    /// SDMX codes or an office's letters, one or several.
    void read_status(std::size_t row, std::size_t column, Figure& figure) {
        std::string words = text(row, column);
        if (const std::size_t colon = words.find(": "); colon != std::string::npos) words.resize(colon);
        if (reading_.layout.is_own_export) {
            figure.statuses.clear();
            for (const char code : words) {
                if (code != ';' && code != 'A') figure.statuses.emplace_back(1, code);
            }
            return;
        }
        // A word says one thing: "Impossible".
        if (const auto mark = signs_.marks.find(words); mark != signs_.marks.end()) {
            add_status(mark->second, figure);
            return;
        }
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at] == ' ' || words[at] == ';' || words[at] == ',') continue;
            const auto mark = signs_.marks.find(words.substr(at, 1));
            if (mark == signs_.marks.end()) {
                if (!refused_.insert(words).second) return;
                findings_
                    .add(finding_at(grid_, {row, column}, Severity::error, "unknown-sign",
                                    fmt::format("nothing says what the mark '{}' stands for", words)))
                    .note("say it in the mapping file: \"signs\": {\"marks\": {\"" + words + "\": \"P\"}}");
                return;
            }
            add_status(mark->second, figure);
        }
    }

    static void add_status(const std::string& status, Figure& figure) {
        // Why it is missing weighs more than that it is.
        const bool says_why =
            figure.value.kind == json::Kind::null && (status == "Q" || status == "M" || status == "L");
        if (says_why) std::erase(figure.statuses, "O");
        if (status != "A" &&
            std::find(figure.statuses.begin(), figure.statuses.end(), status) == figure.statuses.end())
            figure.statuses.push_back(status);
    }

    const Grid& grid_;
    const Signs& signs_;
    Findings& findings_;
    Reading reading_;
    std::set<std::string> refused_;
    /// The file's numbers contradict each other, which has been said.
    bool is_undecided_ = false;
};

}  // namespace

Reading read_figures(const Grid& grid, Layout layout, const Signs& signs, char decimal, Findings& findings) {
    return FigureReader(grid, std::move(layout), signs, findings).read(decimal);
}

}  // namespace regioscope::tabular
