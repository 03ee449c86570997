#include "tabular/table_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "base/json_text.h"
#include "base/new_ids.h"
#include "data/status.h"
#include "tabular/figure_text.h"
#include "tabular/limits.h"

namespace regioscope::tabular {

namespace {

using json::make_member;
using json::make_number;
using json::make_object;
using json::make_text;

/// Plain words of a file in a text for readers: what would be markup there is taken apart.
std::string without_markup(std::string text) {
    for (const std::string_view sign : {"{{", "](", "[@", "[^"}) {
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 3))
            text.insert(at + 1, " ");
    }
    return text;
}

/// The same in a text that is Markdown.
std::string as_markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

json::Value in_language(const std::string& language, const std::string& text) {
    return make_object({make_member(language, make_text(without_markup(text)))});
}

bool is_missing_status(const std::string& code) {
    const auto status = data::parse_status(code);
    return status && data::means_missing(*status);
}

/// A value needs statuses that allow one; a blank begins with why it is one.
std::vector<std::string> statuses_that_fit(const UnderstoodFigure& figure) {
    std::vector<std::string> statuses = figure.statuses;
    const bool is_blank = figure.figure->value.kind == json::Kind::null;
    if (!is_blank) {
        std::erase_if(statuses, is_missing_status);
        return statuses;
    }
    std::stable_partition(statuses.begin(), statuses.end(), is_missing_status);
    const bool says_more = statuses.size() > 1 && statuses[0] == "O" && is_missing_status(statuses[1]);
    if (says_more) statuses.erase(statuses.begin());
    if (statuses.empty() || !is_missing_status(statuses.front())) statuses.insert(statuses.begin(), "O");
    return statuses;
}

json::Value status_value(const std::vector<std::string>& statuses) {
    if (statuses.size() == 1) return make_text(statuses.front());
    std::vector<json::Value> list;
    for (const std::string& status : statuses)
        list.push_back(make_text(status));
    return json::make_list(std::move(list));
}

/// One thing that a cell can say of its figure, and that its row, column or table says for it when it holds
/// for all of them.
struct Attribute {
    std::string_view key;
    std::function<json::Value(const UnderstoodFigure&)> of;
};

json::Value text_or_null(const std::string& text) {
    return text.empty() ? json::Value() : make_text(text);
}

class TableWriter {
  public:
    TableWriter(const Table& table, const Understanding& understanding, const Reading& reading,
                const Grid& grid, const TableHead& head)
        : table_(table), understanding_(understanding), reading_(reading), grid_(grid), head_(head) {
        find_format();
        attributes_ = {
            {"indicator", [](const UnderstoodFigure& f) { return text_or_null(f.meaning.indicator); }},
            {"region", [](const UnderstoodFigure& f) { return text_or_null(f.meaning.region); }},
            {"area", [](const UnderstoodFigure& f) { return text_or_null(f.meaning.area); }},
            {"period", [](const UnderstoodFigure& f) { return text_or_null(f.meaning.period); }},
            {"scale",
             [](const UnderstoodFigure& f) {
                 return f.meaning.scale.empty() ? json::Value() : make_number(f.meaning.scale);
             }},
            {"note", [this](const UnderstoodFigure& f) {
                 const std::string note = note_of(f);
                 return note.empty() ? json::Value() : in_language(head_.words_language, note);
             }}};
    }

    std::string write() {
        std::vector<json::Member> file = {
            make_member("$schema", make_text(head_.schema)), make_member("source", make_text(head_.source)),
            make_member("locator", make_object({make_member("table", make_text(head_.label)),
                                                make_member("anchor", make_text(head_.anchor))})),
            make_member("title", in_language(head_.words_language, head_.title)),
            make_member("printed_title", make_text(head_.title))};
        if (const std::string note = unclaimed_notes(); !note.empty())
            file.push_back(make_member("note", in_language(head_.words_language, note)));
        std::vector<json::Member> common = settle_all();
        if (!format_.members.empty()) common.push_back(make_member("number_format", format_));
        if (!common.empty()) file.push_back(make_member("attributes", make_object(std::move(common))));
        std::vector<json::Member> columns;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            std::vector<json::Member> column = {make_member("printed", make_text(table_.columns[i].printed))};
            settle(of_column_, column, [&](const std::size_t, const std::size_t c) { return c == i; });
            columns.push_back(make_member(table_.columns[i].id, make_object(std::move(column))));
        }
        file.push_back(make_member("columns", make_object(std::move(columns))));
        std::vector<json::Value> rows;
        for (std::size_t i = 0; i < table_.rows.size(); ++i)
            rows.push_back(row_value(i));
        file.push_back(make_member("rows", json::make_list(std::move(rows))));
        return json::json_text(make_object(std::move(file)));
    }

  private:
    const UnderstoodFigure& figure(std::size_t index) const { return understanding_.figures[index]; }

    void find_format() {
        std::vector<json::Member> format;
        if (reading_.layout.is_own_export) {
            format_ = make_object({});
            return;
        }
        std::string decimal(1, reading_.style.decimal);
        std::string thousands = reading_.style.thousands;
        if (grid_.is_typed) {
            decimal = head_.language == "en" ? "." : ",";
            thousands = grid_.grouping == "," ? (head_.language == "en" ? "," : ".") : grid_.grouping;
        }
        if (decimal != ".") format.push_back(make_member("decimal", make_text(decimal)));
        if (!thousands.empty()) format.push_back(make_member("thousands", make_text(thousands)));
        format_ = make_object(std::move(format));
        decimal_ = decimal;
        thousands_ = thousands;
    }

    std::string note_of(const UnderstoodFigure& figure) const {
        std::string words;
        for (const std::string& mark : figure.notes) {
            const auto note = reading_.layout.notes.find(mark);
            if (note != reading_.layout.notes.end()) words += (words.empty() ? "" : " ") + note->second;
        }
        if (!figure.figure->note.empty()) words += (words.empty() ? "" : " ") + figure.figure->note;
        return words;
    }

    /// Notes that nothing in the table has a mark for are told below it.
    std::string unclaimed_notes() const {
        std::set<std::string_view> claimed;
        for (const UnderstoodFigure& figure : understanding_.figures)
            claimed.insert(figure.notes.begin(), figure.notes.end());
        std::string words;
        for (const auto& [mark, note] : reading_.layout.notes) {
            if (!claimed.contains(mark))
                words += fmt::format("{}{}\\) {}", words.empty() ? "" : " ", mark, as_markdown(note));
        }
        return words;
    }

    /// What all figures have in common stands once for all of them; then rows and columns take what is
    /// theirs.
    std::vector<json::Member> settle_all() {
        std::vector<json::Member> common;
        for (const Attribute& attribute : attributes_) {
            if (is_constant(attribute, [](std::size_t, std::size_t) { return true; })) {
                const json::Value value = attribute.of(understanding_.figures.front());
                if (value.kind != json::Kind::null) common.push_back(make_member(attribute.key, value));
            } else if (is_constant_in_each(attribute, true)) {
                of_row_.push_back(attribute);
            } else if (is_constant_in_each(attribute, false)) {
                of_column_.push_back(attribute);
            } else {
                of_cell_.push_back(attribute);
            }
        }
        return common;
    }

    template <class Chosen>
    std::optional<json::Value> common_value(const Attribute& attribute, const Chosen& chosen) const {
        std::optional<json::Value> first;
        std::string line;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            for (std::size_t c = 0; c < table_.rows[r].cells.size(); ++c) {
                const std::size_t index = table_.rows[r].cells[c];
                if (index == Table::no_figure || !chosen(r, c)) continue;
                const json::Value value = attribute.of(figure(index));
                if (!first) {
                    first = value;
                    line = json::json_line(value);
                } else if (json::json_line(value) != line) {
                    return std::nullopt;
                }
            }
        }
        return first;
    }

    template <class Chosen>
    bool is_constant(const Attribute& attribute, const Chosen& chosen) const {
        return common_value(attribute, chosen).has_value();
    }

    /// Rows and columns without figures have nothing to disagree about. One pass, however large the table.
    bool is_constant_in_each(const Attribute& attribute, bool row) const {
        std::map<std::size_t, std::string> lines;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            for (std::size_t c = 0; c < table_.rows[r].cells.size(); ++c) {
                const std::size_t index = table_.rows[r].cells[c];
                if (index == Table::no_figure) continue;
                const std::string line = json::json_line(attribute.of(figure(index)));
                const auto [found, is_new] = lines.emplace(row ? r : c, line);
                if (!is_new && found->second != line) return false;
            }
        }
        return true;
    }

    template <class Chosen>
    void settle(const std::vector<Attribute>& attributes, std::vector<json::Member>& members,
                const Chosen& chosen) const {
        for (const Attribute& attribute : attributes) {
            const auto value = common_value(attribute, chosen);
            if (value && value->kind != json::Kind::null)
                members.push_back(make_member(attribute.key, *value));
        }
    }

    json::Value row_value(std::size_t index) const {
        const Table::Row& row = table_.rows[index];
        if (row.is_heading) return make_object({make_member("heading", make_text(row.printed))});
        std::vector<json::Member> members;
        const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                        [](std::size_t cell) { return cell != Table::no_figure; });
        for (const Attribute& attribute : of_row_) {
            const json::Value value = attribute.of(figure(*first));
            if (value.kind != json::Kind::null) members.push_back(make_member(attribute.key, value));
        }
        members.push_back(make_member("printed", make_text(row.printed)));
        std::vector<json::Member> cells;
        std::vector<json::Value> omitted;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const std::string& column = table_.columns[c].id;
            if (row.cells[c] == Table::no_figure) {
                omitted.push_back(make_text(column));
            } else {
                cells.push_back(make_member(column, cell_value(figure(row.cells[c]))));
            }
        }
        members.push_back(make_member("cells", make_object(std::move(cells))));
        if (!omitted.empty()) members.push_back(make_member("omitted", json::make_list(std::move(omitted))));
        return make_object(std::move(members));
    }

    json::Value cell_value(const UnderstoodFigure& figure) const {
        const Figure& read = *figure.figure;
        std::vector<json::Member> members = {make_member("value", read.value)};
        const std::vector<std::string> statuses = statuses_that_fit(figure);
        const bool is_blank = read.value.kind == json::Kind::null;
        const bool is_plain_blank = is_blank && statuses == std::vector<std::string>{"O"};
        if (!statuses.empty() && !is_plain_blank)
            members.push_back(make_member("status", status_value(statuses)));
        for (const Attribute& attribute : of_cell_) {
            const json::Value value = attribute.of(figure);
            if (value.kind != json::Kind::null) members.push_back(make_member(attribute.key, value));
        }
        if (const std::string expected = printed_number(read.value);
            !grid_.is_typed && read.printed != expected)
            members.push_back(make_member("printed", make_text(read.printed)));
        return members.size() == 1 ? read.value : make_object(std::move(members));
    }

    /// As the number format prints it; what is no point always says itself how it is printed.
    std::string printed_number(const json::Value& value) const {
        constexpr std::size_t grouped = 3;
        if (value.kind == json::Kind::null) return {};
        if (value.kind != json::Kind::number) return "\n";
        const std::string_view digits = value.text;
        const std::size_t begin = digits.starts_with('-') ? 1 : 0;
        const std::size_t point = std::min(digits.find('.'), digits.size());
        std::string out(digits.substr(0, begin));
        for (std::size_t i = begin; i < point; ++i) {
            if (i > begin && (point - i) % grouped == 0) out += thousands_;
            out += digits[i];
        }
        if (point < digits.size()) out += decimal_ + std::string(digits.substr(point + 1));
        return out;
    }

    const Table& table_;
    const Understanding& understanding_;
    const Reading& reading_;
    const Grid& grid_;
    const TableHead& head_;
    json::Value format_;
    std::string decimal_ = ".";
    std::string thousands_;
    std::vector<Attribute> attributes_;
    std::vector<Attribute> of_row_;
    std::vector<Attribute> of_column_;
    std::vector<Attribute> of_cell_;
};

/// Lays figures out in rows and columns by two keys each.
class Arranger {
  public:
    Arranger(const Understanding& understanding, const Reading& reading, const Grid& grid, Findings& findings)
        : understanding_(understanding), reading_(reading), grid_(grid), findings_(findings) {}

    Table arrange() {
        refuse_repetitions();
        const bool is_wide = reading_.layout.figures.size() > 1;
        if (is_wide) {
            arrange_as_printed();
        } else {
            arrange_by_meaning();
        }
        name_columns();
        return std::move(table_);
    }

  private:
    void refuse_repetitions() {
        std::map<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>,
                 const UnderstoodFigure*>
            seen;
        for (const UnderstoodFigure& figure : understanding_.figures) {
            const Meaning& meaning = figure.meaning;
            const auto [found, is_new] = seen.emplace(
                std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>(
                    meaning.indicator, meaning.region, meaning.area, meaning.period),
                &figure);
            if (is_new || found->second->figure->value.text == figure.figure->value.text) continue;
            findings_
                .add(finding_at(grid_, figure.figure->place, Severity::error, "repeated-key",
                                fmt::format("a second figure for {}/{}/{}", meaning.indicator, meaning.region,
                                            meaning.period)))
                .note(fmt::format("the first one is in {}", cell_name(found->second->figure->place)),
                      grid_.at(found->second->figure->place.row, found->second->figure->place.column).span)
                .note(
                    "two labels have got one meaning: leave one of them out in the mapping file, with null; "
                    "or "
                    "the file says it twice: delete one of the rows");
            return;
        }
    }

    std::string label_in_row(std::size_t row) const {
        std::string joined;
        for (const LabelColumn& column : reading_.layout.labels) {
            const GridPlace place = place_of_label(grid_, reading_.layout, column, row);
            if (column.is_section) continue;
            std::string label = grid_.at(place.row, place.column).text;
            take_note_marks(label, reading_.layout.notes);
            if (!label.empty()) joined += (joined.empty() ? "" : ", ") + label;
        }
        return joined;
    }

    std::string text_of_row(std::size_t row) const {
        std::string joined;
        for (const Cell& cell : grid_.rows[row])
            if (!cell.text.empty()) joined += (joined.empty() ? "" : " ") + cell.text;
        return joined;
    }

    void arrange_as_printed() {
        std::set<std::size_t> wanted;
        for (const UnderstoodFigure& one : understanding_.figures)
            wanted.insert(one.figure->place.column);
        std::map<std::size_t, std::size_t> columns;
        for (const FigureColumn& column : reading_.layout.figures) {
            if (!wanted.contains(column.column)) continue;
            columns.emplace(column.column, table_.columns.size());
            std::string printed;
            for (const std::string& label : column.labels) {
                std::string words = label;
                take_note_marks(words, reading_.layout.notes);
                if (!words.empty()) printed += (printed.empty() ? "" : " | ") + words;
            }
            table_.columns.push_back({"", printed});
        }
        std::map<std::size_t, std::size_t> rows;
        for (const UnderstoodFigure& one : understanding_.figures)
            rows.emplace(one.figure->place.row, 0);
        if (refuse_size(rows.size(), table_.columns.size())) return;
        auto section = reading_.layout.sections.begin();
        for (auto& [row, index] : rows) {
            std::string heading;
            for (; section != reading_.layout.sections.end() && *section < row; ++section)
                heading = text_of_row(*section);
            if (!heading.empty()) table_.rows.push_back({heading, true, {}});
            index = table_.rows.size();
            table_.rows.push_back({label_in_row(row), false,
                                   std::vector<std::size_t>(table_.columns.size(), Table::no_figure)});
        }
        for (std::size_t i = 0; i < understanding_.figures.size(); ++i) {
            const GridPlace place = understanding_.figures[i].figure->place;
            table_.rows[rows[place.row]].cells[columns[place.column]] = i;
        }
    }

    /// A row for each figure says nothing of how a person would read them: regions down, and across what
    /// there is most to compare, periods or else indicators.
    void arrange_by_meaning() {
        std::vector<std::string> periods = distinct(&Meaning::period);
        std::sort(periods.begin(), periods.end());
        const std::vector<std::string> indicators = distinct(&Meaning::indicator);
        const bool periods_across = periods.size() > 1 || indicators.size() <= 1;
        const std::vector<std::string>& across = periods_across ? periods : indicators;
        std::map<std::string, std::size_t> column_of;
        for (const std::string& key : across)
            column_of.emplace(key, column_of.size());
        table_.columns.resize(across.size());
        for (std::size_t i = 0; i < across.size(); ++i)
            table_.columns[i].printed = across[i];
        std::map<std::string_view, std::vector<std::size_t>> figures_by_indicator;
        for (std::size_t i = 0; i < understanding_.figures.size(); ++i) {
            const std::string& indicator = understanding_.figures[i].meaning.indicator;
            figures_by_indicator[periods_across ? std::string_view(indicator) : std::string_view()].push_back(
                i);
        }
        std::map<std::tuple<std::string, std::string, std::string>, std::size_t> row_of;
        for (const std::string& indicator : periods_across ? indicators : std::vector<std::string>{""}) {
            bool is_headed = indicators.size() < 2 || !periods_across;
            for (const std::size_t i : figures_by_indicator[indicator]) {
                const UnderstoodFigure& one = understanding_.figures[i];
                if (refuse_size(row_of.size(), across.size())) return;
                const std::string& column = periods_across ? one.meaning.period : one.meaning.indicator;
                if (!is_headed) {
                    const std::string& label = one.indicator_label;
                    table_.rows.push_back({label.empty() ? indicator : label, true, {}});
                    is_headed = true;
                }
                const std::size_t at = column_of[column];
                if (!periods_across && !one.indicator_label.empty())
                    table_.columns[at].printed = one.indicator_label;
                if (periods_across && !one.period_label.empty())
                    table_.columns[at].printed = one.period_label;
                const auto [row, is_new] = row_of.emplace(
                    std::tuple(indicator, one.meaning.region, one.meaning.area), table_.rows.size());
                if (is_new)
                    table_.rows.push_back({one.region_label.empty() ? one.meaning.region : one.region_label,
                                           false, std::vector<std::size_t>(across.size(), Table::no_figure)});
                table_.rows[row->second].cells[at] = i;
            }
        }
    }

    /// Rows and columns that have little in common make a table of gaps.
    bool refuse_size(std::size_t rows, std::size_t columns) {
        if (columns == 0 || rows <= most_cells / columns) return false;
        Finding finding =
            make_error("too-many-cells", {},
                       "laid out in rows and columns this has more cells than a table of a report can hold");
        finding.file = grid_.file;
        findings_.add(std::move(finding));
        table_ = {};
        return true;
    }

    std::vector<std::string> distinct(std::string Meaning::*member) const {
        std::vector<std::string> all;
        std::set<std::string_view> seen;
        for (const UnderstoodFigure& one : understanding_.figures) {
            const std::string& word = one.meaning.*member;
            if (seen.insert(word).second) all.push_back(word);
        }
        return all;
    }

    void name_columns() {
        std::vector<std::string> names;
        for (const Table::Column& column : table_.columns)
            names.push_back(column.printed);
        const std::vector<std::string> ids = new_ids(names, "column");
        for (std::size_t i = 0; i < ids.size(); ++i)
            table_.columns[i].id = ids[i];
    }

    const Understanding& understanding_;
    const Reading& reading_;
    const Grid& grid_;
    Findings& findings_;
    Table table_;
};

}  // namespace

Table arranged(const Understanding& understanding, const Reading& reading, const Grid& grid,
               Findings& findings) {
    return Arranger(understanding, reading, grid, findings).arrange();
}

std::string table_text(const Table& table, const Understanding& understanding, const Reading& reading,
                       const Grid& grid, const TableHead& head) {
    return TableWriter(table, understanding, reading, grid, head).write();
}

std::string anchor_of(const Grid& grid, const std::string& title) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t most = 8;
    std::vector<std::string> words;
    const auto take = [&](std::string_view text) {
        while (!text.empty() && words.size() < most) {
            const std::size_t space = std::min(text.find(' '), text.size());
            if (space > 0) words.emplace_back(text.substr(0, space));
            text.remove_prefix(std::min(space + 1, text.size()));
        }
    };
    take(title);
    for (std::size_t row = 0; words.size() < fewest && row < grid.rows.size(); ++row) {
        for (const Cell& cell : grid.rows[row]) {
            if (words.size() < fewest && cell.text != title) take(cell.text);
        }
    }
    while (words.size() < fewest)
        words.push_back(grid.file);
    std::string anchor;
    for (const std::string& word : words)
        anchor += (anchor.empty() ? "" : " ") + word;
    return anchor;
}

}  // namespace regioscope::tabular
