#include <algorithm>
#include <charconv>
#include <set>

#include "base/decimal.h"
#include "tabular/limits.h"
#include "tabular/number_format_code.h"
#include "tabular/words.h"
#include "tabular/workbook.h"
#include "tabular/xml_events.h"

namespace regioscope::tabular {

namespace {

constexpr std::string_view content_part = "content.xml";

std::string ods_attribute(const XmlAttributes& attributes, const std::string& name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? "" : found->second;
}

std::size_t count_in(const std::string& digits) {
    std::size_t count = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return std::max<std::size_t>(count, 1);
}

std::string only_digits(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// A value and how it is shown, taken apart: "3,9*" is 3.9 with a mark behind it.
struct ShownValue {
    /// The stored value with as many decimals as make the digits that are shown.
    std::string digits;
    std::string raised;
};

/// What stands behind the number that is shown, but for its unit.
std::string marks_behind(std::string_view shown, std::size_t end) {
    std::string marks = folded(shown.substr(end));
    if (shown.starts_with('(') && marks.starts_with(')'))
        marks = std::string(Cell::brackets) + marks.substr(1);
    for (const std::string_view unit : {"%", "€"})
        if (marks.starts_with(unit)) marks = folded(marks.substr(unit.size()));
    return marks;
}

ShownValue shown_value(const std::string& value, const std::string& shown, bool is_percent) {
    constexpr int most_decimals = 10;
    constexpr std::size_t longest = 60;
    NumberFormatCode format;
    format.is_percent = is_percent;
    const std::string plain = shown_digits(value, format);
    const auto exact = Decimal::parse(plain);
    if (!exact || shown.size() > longest) return {plain, {}};
    for (std::size_t end = shown.size(); end > 0; --end) {
        if (!is_digit(shown[end - 1])) continue;
        const std::string wanted = only_digits(std::string_view(shown).substr(0, end));
        for (int decimals = 0; decimals <= most_decimals; ++decimals) {
            const std::string digits = exact->rounded(decimals).text();
            if (only_digits(digits) == wanted) return {digits, marks_behind(shown, end)};
        }
    }
    return {plain, {}};
}

class OdsReader {
  public:
    explicit OdsReader(const std::string& file) : file_(file) {}

    Result<std::vector<Grid>> read(const std::string& content) {
        XmlEvents events;
        events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            begin(name, attributes);
        };
        events.end = [&](std::string_view name) { end(name); };
        events.text = [&](std::string_view words) { take(words); };
        if (auto done = read_xml(content, std::string(content_part), events); !done) {
            Finding finding = std::move(done).finding();
            finding.file = file_;
            return finding;
        }
        std::vector<Grid> grids;
        for (Sheet& sheet : sheets_)
            grids.push_back(std::move(sheet.grid));
        return grids;
    }

  private:
    struct Sheet {
        Grid grid;
        std::vector<std::pair<GridPlace, std::size_t>> merges;
    };

    void take(std::string_view words) {
        if (paragraphs_ == 0) return;
        if (remarks_ > 0) {
            remark_ += words;
        } else if (raised_ > 0) {
            Cell cell;
            cell.text = std::move(text_);
            take_raised(cell, std::string(words));
            text_ = std::move(cell.text);
        } else {
            text_ += words;
        }
    }

    /// Styles stand before the sheets; those that raise letters make marks of them.
    void begin_style(std::string_view name, const XmlAttributes& attributes) {
        if (name == "style") {
            style_ = ods_attribute(attributes, "name");
        } else if (name == "text-properties") {
            const std::string position = ods_attribute(attributes, "text-position");
            if (position.starts_with("super") ||
                (!position.empty() && position[0] >= '1' && position[0] <= '9'))
                raising_.insert(style_);
        }
    }

    void begin(std::string_view name, const XmlAttributes& attributes) {
        begin_style(name, attributes);
        if (name == "span") {
            spans_.push_back(raising_.contains(ods_attribute(attributes, "style-name")));
            if (spans_.back()) ++raised_;
        }
        if (name == "table-column") {
            const std::size_t count = count_in(ods_attribute(attributes, "number-columns-repeated"));
            if (is_hidden(attributes)) {
                for (std::size_t i = 0; i < count && next_column_ + i < most_columns; ++i)
                    hidden_columns_.push_back(next_column_ + i);
            }
            next_column_ += std::min(count, most_columns);
            return;
        }
        if (name == "table") {
            Sheet& sheet = sheets_.emplace_back();
            sheet.grid.file = file_;
            sheet.grid.sheet = ods_attribute(attributes, "name");
            sheet.grid.is_typed = true;
            next_ = {};
            next_column_ = 0;
            hidden_rows_.clear();
            hidden_columns_.clear();
        } else if (name == "table-row") {
            rows_ = count_in(ods_attribute(attributes, "number-rows-repeated"));
            if (is_hidden(attributes)) hidden_rows_.emplace_back(next_.row, rows_);
            next_.column = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            columns_ = count_in(ods_attribute(attributes, "number-columns-repeated"));
            type_ = ods_attribute(attributes, "value-type");
            value_ = ods_attribute(attributes, type_ == "date" ? "date-value" : "value");
            rows_spanned_ = count_in(ods_attribute(attributes, "number-rows-spanned"));
            has_formula_ = !ods_attribute(attributes, "formula").empty();
            text_.clear();
        } else if (name == "p") {
            if (!text_.empty()) text_ += ' ';
            ++paragraphs_;
        } else if (name == "s" && paragraphs_ > 0) {
            text_ += ' ';
        } else if (name == "annotation") {
            ++remarks_;
        }
    }

    void end(std::string_view name) {
        if (name == "span" && !spans_.empty()) {
            if (spans_.back()) --raised_;
            spans_.pop_back();
        } else if (name == "annotation") {
            --remarks_;
            constexpr std::size_t most_remarks = 1000;
            if (!sheets_.empty() && !folded(remark_).empty() &&
                sheets_.back().grid.remarks.size() < most_remarks)
                sheets_.back().grid.remarks.push_back(remark_told(next_, remark_));
            remark_.clear();
        } else if (name == "p") {
            --paragraphs_;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            put();
        } else if (name == "table-row") {
            next_.row += rows_;
        } else if (name == "table" && !sheets_.empty()) {
            SheetFiller filler(sheets_.back().grid, filled_);
            for (const auto& [place, rows] : sheets_.back().merges)
                filler.merge_down(place.row, place.column, rows);
            for (const auto& [first, count] : hidden_rows_)
                for (std::size_t row = first; row < sheets_.back().grid.rows.size() && row - first < count;
                     ++row)
                    filler.hide_row(row);
            for (const std::size_t column : hidden_columns_)
                filler.hide_column(column);
        }
    }

    void put() {
        if (sheets_.empty()) return;
        Cell cell{folded(text_), false, {}, {}};
        if (type_ == "float" || type_ == "percentage" || type_ == "currency") {
            cell.is_number = true;
            ShownValue shown = shown_value(value_, cell.text, type_ == "percentage");
            cell.text = std::move(shown.digits);
            cell.raised = std::move(shown.raised);
        } else if (type_ == "date" && !value_.empty()) {
            cell.text = value_.substr(0, value_.find('T'));
        }
        if (has_formula_ && cell.text.empty() && value_.empty())
            sheets_.back().grid.without_result.push_back(next_);
        if (!cell.text.empty()) {
            // Repeated cells with words in them are few; sheets end with millions of repeated empty ones.
            SheetFiller filler(sheets_.back().grid, filled_);
            for (std::size_t row = 0; row < rows_; ++row) {
                for (std::size_t column = 0; column < columns_; ++column)
                    filler.put(next_.row + row, next_.column + column, cell);
            }
            if (rows_spanned_ > 1) sheets_.back().merges.emplace_back(next_, rows_spanned_);
        }
        next_.column += columns_;
    }

    const std::string& file_;
    std::vector<Sheet> sheets_;
    GridPlace next_;
    std::size_t rows_ = 1;
    std::size_t columns_ = 1;
    std::size_t rows_spanned_ = 1;
    Filled filled_;
    static bool is_hidden(const XmlAttributes& attributes) {
        const std::string visibility = ods_attribute(attributes, "visibility");
        return visibility == "collapse" || visibility == "filter";
    }

    std::string style_;
    std::set<std::string> raising_;
    /// Of each open stretch of text, whether it is raised.
    std::vector<bool> spans_;
    int raised_ = 0;
    bool has_formula_ = false;
    std::string remark_;
    std::size_t next_column_ = 0;
    /// The first of them, and how many.
    std::vector<std::pair<std::size_t, std::size_t>> hidden_rows_;
    std::vector<std::size_t> hidden_columns_;
    int paragraphs_ = 0;
    int remarks_ = 0;
    std::string type_;
    std::string value_;
    std::string text_;
};

}  // namespace

bool is_ods(const PackedFiles& files) {
    const auto type = files.find("mimetype");
    return type != files.end() &&
           type->second.starts_with("application/vnd.oasis.opendocument.spreadsheet") &&
           files.contains(std::string(content_part));
}

Result<std::vector<Grid>> read_ods(const PackedFiles& files, const std::string& file) {
    return OdsReader(file).read(files.at(std::string(content_part)));
}

}  // namespace regioscope::tabular
