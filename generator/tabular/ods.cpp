#include <algorithm>
#include <charconv>

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

/// The stored value with as many decimals as make the digits that are shown.
std::string shown_value(const std::string& value, const std::string& shown, bool is_percent) {
    constexpr int most_decimals = 10;
    NumberFormatCode format;
    format.is_percent = is_percent;
    const std::string plain = shown_digits(value, format);
    const auto exact = Decimal::parse(plain);
    if (!exact) return plain;
    for (int decimals = 0; decimals <= most_decimals; ++decimals) {
        const std::string digits = exact->rounded(decimals).text();
        if (only_digits(digits) == only_digits(shown)) return digits;
    }
    return plain;
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
        events.text = [&](std::string_view words) {
            if (paragraphs_ > 0 && remarks_ == 0) text_ += words;
        };
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

    void begin(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table") {
            Sheet& sheet = sheets_.emplace_back();
            sheet.grid.file = file_;
            sheet.grid.sheet = ods_attribute(attributes, "name");
            sheet.grid.is_typed = true;
            next_ = {};
        } else if (name == "table-row") {
            rows_ = count_in(ods_attribute(attributes, "number-rows-repeated"));
            next_.column = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            columns_ = count_in(ods_attribute(attributes, "number-columns-repeated"));
            type_ = ods_attribute(attributes, "value-type");
            value_ = ods_attribute(attributes, type_ == "date" ? "date-value" : "value");
            rows_spanned_ = count_in(ods_attribute(attributes, "number-rows-spanned"));
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
        if (name == "annotation") {
            --remarks_;
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
        }
    }

    void put() {
        if (sheets_.empty()) return;
        Cell cell{folded(text_), false, {}, {}};
        if (type_ == "float" || type_ == "percentage" || type_ == "currency") {
            cell.is_number = true;
            cell.text = shown_value(value_, cell.text, type_ == "percentage");
        } else if (type_ == "date" && !value_.empty()) {
            cell.text = value_.substr(0, value_.find('T'));
        }
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
