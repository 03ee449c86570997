#include "report/exports/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "base/utf8.h"
#include "escape/xml.h"
#include "report/exports/zip_archive.h"

namespace regioscope::report {

/// Named, for a workbook holds some of it.
namespace workbook_parts {

/// What a cell and a sheet's name may hold, in characters.
constexpr std::size_t longest_cell = 32'767;
constexpr std::size_t longest_sheet_name = 31;

constexpr std::string_view xml_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view office_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_types = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view sheet_types = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Places among the formats of cells, in the order in which styles() writes them; those of numbers follow.
enum CellFormat : int { plain_format, heading_format, wrapped_format, link_format, first_number_format };

/// Number formats below are the application's own.
constexpr int first_own_number_format = 164;

std::string_view first_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < most; ++count)
        next_code_point(text, end);
    return text.substr(0, end);
}

std::string number_format(int decimals) {
    std::string format = "#,##0";
    if (decimals > 0) format += "." + std::string(static_cast<std::size_t>(decimals), '0');
    return format;
}

std::string in_attribute(std::string_view text) {
    std::string escaped;
    escape::append_xml_attribute(escaped, text);
    return escaped;
}

std::string in_text(std::string_view text) {
    std::string escaped;
    escape::append_xml_text(escaped, text);
    return escaped;
}

/// `A`, `K`: tables of ours have no more columns than the alphabet has letters.
char column_letter(std::size_t column) {
    return static_cast<char>('A' + column);
}

/// `A1:K101`: a table's heading and its rows.
std::string range_of(std::size_t columns, std::size_t rows) {
    return fmt::format("A1:{}{}", column_letter(columns - 1), rows);
}

bool is_white_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Texts of all cells, each written once.
class SharedTexts {
  public:
    std::size_t place_of(std::string_view text) {
        ++uses_;
        const auto known = places_.find(text);
        if (known != places_.end()) return known->second;
        const std::size_t place = places_.size();
        places_.emplace(text, place);
        const bool is_padded = !text.empty() && (is_white_space(text.front()) || is_white_space(text.back()));
        xml_ += is_padded ? "<si><t xml:space=\"preserve\">" : "<si><t>";
        escape::append_xml_text(xml_, text);
        xml_ += "</t></si>";
        return place;
    }

    void add_to(ZipArchive& archive) const {
        archive.begin("xl/sharedStrings.xml");
        archive.append(fmt::format("{}<sst xmlns=\"{}\" count=\"{}\" uniqueCount=\"{}\">", xml_declaration,
                                   sheet_types, uses_, places_.size()));
        archive.append(xml_);
        archive.append("</sst>");
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> places_;
    std::string xml_;
    std::size_t uses_ = 0;
};

/// A sheet while its rows are written: packed as they come, for a workbook has up to a hundred thousand.
class WorkbookSheet {
  public:
    WorkbookSheet(ZipArchive& archive, std::size_t number) : archive_(archive) {
        archive_.begin(fmt::format("xl/worksheets/sheet{}.xml", number));
        xml_ = fmt::format(
            "{}<worksheet xmlns=\"{}\" xmlns:r=\"{}\"><sheetViews><sheetView{} workbookViewId=\"0\"",
            xml_declaration, sheet_types, office_types, number == 1 ? " tabSelected=\"1\"" : "");
    }

    /// The first row stays where it is when the others are scrolled.
    void freeze_head() {
        xml_ +=
            "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>";
        is_frozen_ = true;
    }

    void begin_rows(const std::vector<double>& widths) {
        if (!is_frozen_) xml_ += "/></sheetViews>";
        xml_ += "<sheetFormatPr defaultRowHeight=\"15\"/><cols>";
        /// Between the signs and the line.
        constexpr double padding = 0.7109375;
        for (std::size_t i = 0; i < widths.size(); ++i)
            xml_ += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1,
                                widths[i] + padding);
        xml_ += "</cols><sheetData>";
    }

    void text(std::size_t place, int format) {
        begin_cell(format);
        xml_ += " t=\"s\"><v>";
        append_number(place);
        xml_ += "</v></c>";
    }

    void number(double value, int format) {
        begin_cell(format);
        xml_ += "><v>";
        fmt::format_to(std::back_inserter(xml_), "{:.16G}", value);
        xml_ += "</v></c>";
    }

    void end_row() {
        if (column_ > 0) xml_ += "</row>";
        column_ = 0;
        ++row_;
        constexpr std::size_t most_held = 65'536;
        if (xml_.size() < most_held) return;
        archive_.append(xml_);
        xml_.clear();
    }

    void end_rows(std::string_view links) {
        xml_ += "</sheetData>";
        xml_ += links;
        xml_ +=
            "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" "
            "footer=\"0.3\"/>";
    }

    void end(bool has_table) {
        if (has_table) xml_ += "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>";
        xml_ += "</worksheet>";
        archive_.append(xml_);
    }

    /// From 1 on.
    std::size_t row() const { return row_; }
    /// The cell that comes next.
    std::string cell() const { return fmt::format("{}{}", column_letter(column_), row_); }

  private:
    void begin_cell(int format) {
        if (column_ == 0) {
            xml_ += "<row r=\"";
            append_number(row_);
            xml_ += "\">";
        }
        xml_ += "<c r=\"";
        xml_ += column_letter(column_++);
        append_number(row_);
        xml_ += '"';
        if (format == plain_format) return;
        xml_ += " s=\"";
        append_number(static_cast<std::size_t>(format));
        xml_ += '"';
    }

    void append_number(std::size_t number) { xml_ += fmt::format_int(number).c_str(); }

    ZipArchive& archive_;
    std::string xml_;
    std::size_t row_ = 1;
    std::size_t column_ = 0;
    bool is_frozen_ = false;
};

std::string relationship(std::size_t id, std::string_view type, std::string_view target) {
    return fmt::format("<Relationship Id=\"rId{}\" Type=\"{}\" Target=\"{}\"/>", id, type, target);
}

std::string relationships(std::string_view all) {
    return fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>", xml_declaration,
                       package_types, all);
}

std::string override_of(std::string_view part, std::string_view type) {
    return fmt::format("<Override PartName=\"{}\" ContentType=\"{}\"/>", part, type);
}

/// Fonts, number formats and what cells make of them.
std::string styles(const std::map<int, int>& number_formats) {
    std::vector<int> decimals(number_formats.size());
    for (const auto& [count, format] : number_formats)
        decimals[static_cast<std::size_t>(format - first_number_format)] = count;
    std::string formats;
    std::string cells;
    for (std::size_t i = 0; i < decimals.size(); ++i) {
        const auto id = first_own_number_format + static_cast<int>(i);
        formats += fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", id, number_format(decimals[i]));
        cells += fmt::format(
            "<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
            id);
    }
    if (!formats.empty())
        formats = fmt::format("<numFmts count=\"{}\">{}</numFmts>", decimals.size(), formats);
    constexpr std::string_view font = "<name val=\"Calibri\"/><family val=\"2\"/></font>";
    return fmt::format(
        "{0}<styleSheet xmlns=\"{1}\">{2}"
        "<fonts count=\"3\"><font><sz val=\"11\"/>{3}<font><b/><sz val=\"16\"/>{3}"
        "<font><u/><sz val=\"11\"/><color rgb=\"FF0000FF\"/>{3}</fonts>"
        "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
        "borderId=\"0\"/></cellStyleXfs>"
        "<cellXfs count=\"{4}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
        "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        "applyFont=\"1\"/>{5}</cellXfs>"
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
        "<dxfs count=\"0\"/><tableStyles count=\"0\"/></styleSheet>",
        xml_declaration, sheet_types, formats, font,
        static_cast<std::size_t>(first_number_format) + decimals.size(), cells);
}

std::string core_properties(const Workbook::Properties& about) {
    const std::string noon = about.created.text() + "T12:00:00Z";
    return fmt::format(
        "{0}<cp:coreProperties xmlns:cp=\"{1}/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{2}</dc:title>"
        "<dc:subject>{3}</dc:subject><dc:creator>{4}</dc:creator><dc:description>{5}</dc:description>"
        "<cp:lastModifiedBy>{4}</cp:lastModifiedBy>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{6}</dcterms:created>"
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{6}</dcterms:modified></cp:coreProperties>",
        xml_declaration, package_types, in_text(about.title), in_text(about.subject), in_text(about.author),
        in_text(about.comments), noon);
}

std::string application_properties(std::string_view company) {
    return fmt::format(
        "{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "extended-properties\"><Company>{}</Company></Properties>",
        xml_declaration, in_text(company));
}

}  // namespace workbook_parts

using namespace workbook_parts;

struct Workbook::State {
    explicit State(Properties properties) : about(std::move(properties)) {}

    int format_of(int decimals) {
        return number_formats.emplace(decimals, first_number_format + static_cast<int>(number_formats.size()))
            .first->second;
    }

    WorkbookSheet& begin_sheet(const std::string& name) {
        sheets.push_back(name);
        sheet.emplace(archive, sheets.size());
        return *sheet;
    }

    void text(std::string_view words, int format) {
        sheet->text(texts.place_of(first_characters(words, longest_cell)), format);
    }

    Properties about;
    ZipArchive archive;
    SharedTexts texts;
    /// By decimals.
    std::map<int, int> number_formats;
    std::set<std::string> sheet_names;
    /// In the order in which they stand.
    std::vector<std::string> sheets;
    std::size_t table_count = 0;
    /// The one that is being written.
    std::optional<WorkbookSheet> sheet;
};

struct Workbook::Table::State {
    Workbook::State* workbook = nullptr;
    std::string name;
    std::vector<Heading> headings;
    std::string links;
};

Workbook::Table& Workbook::Table::text(std::string_view words) {
    state_->workbook->text(words, wrapped_format);
    return *this;
}

Workbook::Table& Workbook::Table::number(const Decimal& number, int decimals) {
    const double value = number.to_double();
    if (!std::isfinite(value)) return text(number.text());
    state_->workbook->sheet->number(value, state_->workbook->format_of(decimals));
    return *this;
}

Workbook::Table& Workbook::Table::link(std::string_view words, const std::string& sheet) {
    state_->links += fmt::format("<hyperlink ref=\"{}\" location=\"'{}'!A1\" display=\"{}\"/>",
                                 state_->workbook->sheet->cell(), in_attribute(sheet), in_attribute(words));
    state_->workbook->text(words, link_format);
    return *this;
}

void Workbook::Table::end_row() {
    state_->workbook->sheet->end_row();
}

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Workbook Workbook::make(const Properties& properties) {
    return Workbook(std::make_unique<State>(properties));
}

std::string Workbook::sheet_name(std::string_view wish) {
    std::string name;
    for (const char c : wish) {
        const bool is_sign = std::string_view("[]:*?/\\'").find(c) != std::string_view::npos;
        name += is_sign || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    name = first_characters(name, longest_sheet_name);
    if (name.find_first_not_of(' ') == std::string::npos || state_->sheet_names.contains(name))
        name = fmt::format("{}", state_->sheet_names.size() + 1);
    state_->sheet_names.insert(name);
    return name;
}

void Workbook::add_lines(const std::string& sheet, const std::vector<std::string>& lines) {
    constexpr double width = 100;
    WorkbookSheet& written = state_->begin_sheet(sheet);
    written.begin_rows({width});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        state_->text(lines[i], i == 0 ? heading_format : wrapped_format);
        written.end_row();
    }
    written.end_rows({});
    written.end(false);
}

Workbook::Table Workbook::begin_table(const std::string& sheet, const std::string& name,
                                      const std::vector<Heading>& headings) {
    Table table;
    table.state_ = std::make_shared<Table::State>();
    table.state_->workbook = state_.get();
    table.state_->name = name;
    table.state_->headings = headings;
    WorkbookSheet& written = state_->begin_sheet(sheet);
    written.freeze_head();
    std::vector<double> widths;
    for (const Heading& heading : headings)
        widths.push_back(heading.width);
    written.begin_rows(widths);
    for (const Heading& heading : headings)
        state_->text(heading.title, plain_format);
    written.end_row();
    return table;
}

void Workbook::end_table(const Table& table) {
    const Table::State& state = *table.state_;
    WorkbookSheet& sheet = *state_->sheet;
    const std::string range = range_of(state.headings.size(), sheet.row() - 1);
    sheet.end_rows(state.links.empty() ? "" : fmt::format("<hyperlinks>{}</hyperlinks>", state.links));
    sheet.end(true);
    const std::size_t number = ++state_->table_count;
    std::string columns;
    for (std::size_t i = 0; i < state.headings.size(); ++i)
        columns +=
            fmt::format("<tableColumn id=\"{}\" name=\"{}\"/>", i + 1, in_attribute(state.headings[i].title));
    state_->archive.add(
        fmt::format("xl/tables/table{}.xml", number),
        fmt::format("{0}<table xmlns=\"{1}\" id=\"{2}\" name=\"{3}\" displayName=\"{3}\" ref=\"{4}\" "
                    "totalsRowShown=\"0\"><autoFilter ref=\"{4}\"/><tableColumns count=\"{5}\">{6}"
                    "</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" "
                    "showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>",
                    xml_declaration, sheet_types, number, state.name, range, state.headings.size(), columns));
    state_->archive.add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", state_->sheets.size()),
                        relationships(relationship(1, fmt::format("{}/table", office_types),
                                                   fmt::format("../tables/table{}.xml", number))));
}

std::string Workbook::finish() && {
    ZipArchive& archive = state_->archive;
    const std::size_t count = state_->sheets.size();
    std::string sheets;
    std::string parts;
    std::string types = fmt::format(
        "{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        xml_declaration, package_types);
    const auto type = [](std::string_view kind) { return fmt::format("{}.{}+xml", content_type, kind); };
    types += override_of("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
             override_of("/docProps/app.xml",
                         "application/vnd.openxmlformats-officedocument.extended-properties+xml") +
             override_of("/xl/workbook.xml", type("sheet.main")) +
             override_of("/xl/styles.xml", type("styles")) +
             override_of("/xl/sharedStrings.xml", type("sharedStrings"));
    for (std::size_t i = 1; i <= count; ++i) {
        sheets += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>",
                              in_attribute(state_->sheets[i - 1]), i, i);
        parts += relationship(i, fmt::format("{}/worksheet", office_types),
                              fmt::format("worksheets/sheet{}.xml", i));
        types += override_of(fmt::format("/xl/worksheets/sheet{}.xml", i), type("worksheet"));
    }
    for (std::size_t i = 1; i <= state_->table_count; ++i)
        types += override_of(fmt::format("/xl/tables/table{}.xml", i), type("table"));
    parts += relationship(count + 1, fmt::format("{}/styles", office_types), "styles.xml") +
             relationship(count + 2, fmt::format("{}/sharedStrings", office_types), "sharedStrings.xml");
    state_->texts.add_to(archive);
    archive.add("xl/styles.xml", styles(state_->number_formats));
    archive.add("xl/workbook.xml",
                fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><bookViews><workbookView/></bookViews>"
                            "<sheets>{}</sheets></workbook>",
                            xml_declaration, sheet_types, office_types, sheets));
    archive.add("xl/_rels/workbook.xml.rels", relationships(parts));
    archive.add("docProps/core.xml", core_properties(state_->about));
    archive.add("docProps/app.xml", application_properties(state_->about.author));
    archive.add_first(
        "_rels/.rels",
        relationships(
            relationship(1, fmt::format("{}/officeDocument", office_types), "xl/workbook.xml") +
            relationship(2, fmt::format("{}/relationships/metadata/core-properties", package_types),
                         "docProps/core.xml") +
            relationship(3, fmt::format("{}/extended-properties", office_types), "docProps/app.xml")));
    archive.add_first("[Content_Types].xml", types + "</Types>");
    return archive.finish();
}

}  // namespace regioscope::report
