#include <algorithm>
#include <charconv>
#include <set>

#include "tabular/limits.h"
#include "tabular/number_format_code.h"
#include "tabular/words.h"
#include "tabular/workbook.h"
#include "tabular/xml_events.h"

namespace regioscope::tabular {

namespace {

std::string attribute_of(const XmlAttributes& attributes, const std::string& name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? "" : found->second;
}

bool is_true(std::string_view word) {
    return word == "1" || word == "true";
}

std::size_t number_in(std::string_view digits) {
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// "B7" from 0, as it is written; nothing when it is no place of a cell.
std::optional<GridPlace> place_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
        if (column > most_columns) return std::nullopt;
    }
    const std::size_t row = number_in(reference.substr(at));
    if (column == 0 || row == 0) return std::nullopt;
    return GridPlace{row - 1, column - 1};
}

/// A text made of runs, some of them raised.
class RichText {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) {
        if (name == "rPh") is_phonetic_ = true;
        if (name == "r") is_raised_ = false;
        if (name == "vertAlign") is_raised_ = attribute_of(attributes, "val") == "superscript";
        if (name == "t") is_text_ = !is_phonetic_;
    }
    void end(std::string_view name) {
        if (name == "rPh") is_phonetic_ = false;
        if (name == "t") is_text_ = false;
    }
    void text(std::string_view words) {
        if (!is_text_) return;
        if (!is_raised_) {
            cell_.text += words;
        } else {
            take_raised(cell_, std::string(words));
        }
    }
    std::string take() {
        std::string text = folded(cell_.text);
        *this = RichText();
        return text;
    }

  private:
    Cell cell_;
    bool is_text_ = false;
    bool is_raised_ = false;
    bool is_phonetic_ = false;
};

class XlsxReader {
  public:
    XlsxReader(const PackedFiles& files, const std::string& file) : files_(files), file_(file) {}

    Result<std::vector<Grid>> read() {
        if (auto done = read_relations(); !done) return named(std::move(done).finding());
        if (auto done = read_strings(); !done) return named(std::move(done).finding());
        if (auto done = read_styles(); !done) return named(std::move(done).finding());
        if (auto done = read_sheet_list(); !done) return named(std::move(done).finding());
        std::vector<Grid> grids;
        for (const auto& [name, part] : sheets_) {
            Grid grid;
            grid.file = file_;
            grid.sheet = name;
            grid.is_typed = true;
            if (auto done = read_sheet(part, grid); !done) return named(std::move(done).finding());
            if (auto done = read_remarks(part, grid); !done) return named(std::move(done).finding());
            grids.push_back(std::move(grid));
        }
        return grids;
    }

  private:
    Finding named(Finding finding) const {
        finding.file = file_;
        return finding;
    }

    Result<Done> read_part(const std::string& part, const XmlEvents& events, bool is_needed) const {
        const auto found = files_.find(part);
        if (found == files_.end()) {
            if (!is_needed) return Done{};
            return make_error("broken-workbook", {}, "there is no '" + part + "' in it")
                .note("is it cut off? open it in a spreadsheet program and save it again");
        }
        return read_xml(found->second, part, events);
    }

    /// Parts are named from the folder of the workbook, or from the root.
    Result<Done> read_relations() {
        XmlEvents events;
        events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            if (name != "Relationship") return;
            const std::string target = attribute_of(attributes, "Target");
            relations_[attribute_of(attributes, "Id")] =
                target.starts_with('/') ? target.substr(1) : "xl/" + target;
        };
        return read_part("xl/_rels/workbook.xml.rels", events, true);
    }

    Result<Done> read_strings() {
        RichText text;
        XmlEvents events;
        events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            text.begin(name, attributes);
        };
        events.end = [&](std::string_view name) {
            text.end(name);
            if (name == "si") strings_.push_back(text.take());
        };
        events.text = [&](std::string_view words) { text.text(words); };
        return read_part("xl/sharedStrings.xml", events, false);
    }

    Result<Done> read_styles() {
        std::map<std::size_t, NumberFormatCode> own;
        bool in_cell_formats = false;
        XmlEvents events;
        events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            if (name == "numFmt") {
                own[number_in(attribute_of(attributes, "numFmtId"))] =
                    number_format_code(attribute_of(attributes, "formatCode"));
            } else if (name == "cellXfs") {
                in_cell_formats = true;
            } else if (name == "xf" && in_cell_formats) {
                const std::size_t id = number_in(attribute_of(attributes, "numFmtId"));
                const auto found = own.find(id);
                formats_.push_back(found != own.end() ? found->second
                                                      : built_in_number_format(static_cast<int>(id)));
            }
        };
        events.end = [&](std::string_view name) {
            if (name == "cellXfs") in_cell_formats = false;
        };
        return read_part("xl/styles.xml", events, false);
    }

    Result<Done> read_sheet_list() {
        XmlEvents events;
        events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            if (name != "sheet" || attribute_of(attributes, "state") == "hidden" ||
                attribute_of(attributes, "state") == "veryHidden")
                return;
            sheets_.emplace_back(attribute_of(attributes, "name"),
                                 relations_[attribute_of(attributes, "id")]);
        };
        return read_part("xl/workbook.xml", events, true);
    }

    Result<Done> read_sheet(const std::string& part, Grid& grid) {
        SheetFiller filler(grid, filled_);
        RichText inline_text;
        std::string value;
        std::string type;
        std::optional<GridPlace> place;
        GridPlace next;
        std::size_t style = 0;
        bool in_value = false;
        bool in_inline = false;
        bool has_formula = false;
        std::vector<std::pair<GridPlace, GridPlace>> merges;
        std::set<std::size_t> hidden_rows;
        std::vector<bool> hidden_columns(most_columns);
        std::size_t column_marks = 0;
        XmlEvents events;
        events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            if (in_inline) inline_text.begin(name, attributes);
            if (name == "row") {
                const std::size_t number = number_in(attribute_of(attributes, "r"));
                next = {number > 0 ? number - 1 : next.row, 0};
                if (is_true(attribute_of(attributes, "hidden"))) hidden_rows.insert(next.row);
            } else if (name == "col" && is_true(attribute_of(attributes, "hidden"))) {
                const std::size_t first =
                    std::max<std::size_t>(number_in(attribute_of(attributes, "min")), 1);
                const std::size_t last = std::min(number_in(attribute_of(attributes, "max")), most_columns);
                for (std::size_t column = first; column <= last && ++column_marks <= most_cells; ++column)
                    hidden_columns[column - 1] = true;
            } else if (name == "f") {
                has_formula = true;
            } else if (name == "c") {
                has_formula = false;
                place = place_of(attribute_of(attributes, "r"));
                if (!place) place = next;  // who leaves it out counts
                type = attribute_of(attributes, "t");
                style = number_in(attribute_of(attributes, "s"));
                value.clear();
            } else if (name == "v") {
                in_value = true;
            } else if (name == "is") {
                in_inline = true;
            } else if (name == "mergeCell") {
                const std::string range = attribute_of(attributes, "ref");
                const std::size_t colon = std::min(range.find(':'), range.size());
                const auto first = place_of(std::string_view(range).substr(0, colon));
                const auto last =
                    colon < range.size() ? place_of(std::string_view(range).substr(colon + 1)) : std::nullopt;
                if (first && last) merges.emplace_back(*first, *last);
            }
        };
        events.end = [&](std::string_view name) {
            if (in_inline) inline_text.end(name);
            if (name == "v") {
                in_value = false;
            } else if (name == "is") {
                in_inline = false;
                value = inline_text.take();
            } else if (name == "c" && place) {
                if (has_formula && value.empty() && type != "str") grid.without_result.push_back(*place);
                filler.put(place->row, place->column, cell_of(value, type, style, grid));
                next = {place->row, place->column + 1};
                place.reset();
            } else if (name == "row") {
                ++next.row;
            }
        };
        events.text = [&](std::string_view words) {
            if (in_value) value += words;
            if (in_inline) inline_text.text(words);
        };
        if (auto done = read_part(part, events, true); !done) return done;
        try {
            for (const auto& [first, last] : merges)
                if (last.row > first.row)
                    filler.merge_down(first.row, first.column, last.row - first.row + 1);
        } catch (const XmlStop& stop) {
            return stop.finding;
        }
        for (const std::size_t row : hidden_rows)
            filler.hide_row(row);
        for (std::size_t column = 0; column < std::min(most_columns, grid.width()); ++column)
            if (hidden_columns[column]) filler.hide_column(column);
        std::erase_if(grid.without_result, [&](const GridPlace& one) {
            return hidden_rows.contains(one.row) || hidden_columns[one.column];
        });
        return Done{};
    }

    /// What people wrote at cells, which no reader of the table would see.
    Result<Done> read_remarks(const std::string& part, Grid& grid) {
        const std::size_t slash = part.rfind('/');
        if (slash == std::string::npos) return Done{};
        std::vector<std::string> parts;
        XmlEvents relations;
        relations.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            const std::string target = attribute_of(attributes, "Target");
            if (name != "Relationship" || !attribute_of(attributes, "Type").ends_with("/comments")) return;
            parts.push_back(target.starts_with('/')     ? target.substr(1)
                            : target.starts_with("../") ? "xl/" + target.substr(3)
                                                        : part.substr(0, slash + 1) + target);
        };
        const std::string list = part.substr(0, slash) + "/_rels" + part.substr(slash) + ".rels";
        if (auto done = read_part(list, relations, false); !done) return done;
        for (const std::string& remarks : parts) {
            std::optional<GridPlace> place;
            std::string words;
            bool in_text = false;
            XmlEvents events;
            events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
                if (name == "comment") place = place_of(attribute_of(attributes, "ref"));
                if (name == "t") in_text = true;
            };
            events.text = [&](std::string_view text) {
                if (in_text) words += text;
            };
            events.end = [&](std::string_view name) {
                if (name == "t") in_text = false;
                if (name != "comment") return;
                if (place && !folded(words).empty() && grid.remarks.size() < most_remarks)
                    grid.remarks.push_back(remark_told(*place, words));
                words.clear();
            };
            if (auto done = read_part(remarks, events, false); !done) return done;
        }
        return Done{};
    }

    static constexpr std::size_t most_remarks = 1000;

    Cell cell_of(const std::string& value, const std::string& type, std::size_t style, Grid& grid) const {
        Cell cell;
        if (type == "s") {
            const std::size_t index = number_in(value);
            if (index < strings_.size()) cell.text = strings_[index];
        } else if (type == "b") {
            cell.text = value == "1" ? "TRUE" : "FALSE";
        } else if (type == "str" || type == "inlineStr" || type == "e" || type == "d") {
            cell.text = folded(value);
        } else if (!value.empty()) {
            const NumberFormatCode format = style < formats_.size() ? formats_[style] : NumberFormatCode();
            cell.text = shown_digits(value, format);
            cell.is_number = !format.is_date;
            cell.raised = (format.is_bracketed ? std::string(Cell::brackets) : "") + folded(format.suffix);
            if (!format.grouping.empty()) grid.grouping = format.grouping;
        }
        return cell;
    }

    const PackedFiles& files_;
    const std::string& file_;
    Filled filled_;
    std::map<std::string, std::string> relations_;
    std::vector<std::string> strings_;
    std::vector<NumberFormatCode> formats_;
    std::vector<std::pair<std::string, std::string>> sheets_;
};

}  // namespace

bool is_xlsx(const PackedFiles& files) {
    return files.contains("xl/workbook.xml");
}

Result<std::vector<Grid>> read_xlsx(const PackedFiles& files, const std::string& file) {
    return XlsxReader(files, file).read();
}

}  // namespace regioscope::tabular
