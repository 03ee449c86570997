#include "report/exports/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <array>
#include <cmath>
#include <ctime>
#include <map>
#include <set>

#include "base/memory_file.h"
#include "base/staging.h"
#include "base/utf8.h"

namespace regioscope::report {

namespace {

/// What a cell and a sheet's name may hold, in characters.
constexpr std::size_t longest_cell = 32'767;
constexpr std::size_t longest_sheet_name = 31;

/// The library takes texts that may be written to.
char* writable(std::string& text) {
    return text.data();
}

std::time_t noon_of(const data::Date& date) {
    std::tm day{};
    day.tm_year = date.year - 1900;
    day.tm_mon = date.month - 1;
    day.tm_mday = date.day;
    day.tm_hour = 12;
    return timegm(&day);
}

std::string first_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < most; ++count)
        next_code_point(text, end);
    return std::string(text.substr(0, end));
}

std::string number_format(int decimals) {
    std::string format = "#,##0";
    if (decimals > 0) format += "." + std::string(static_cast<std::size_t>(decimals), '0');
    return format;
}

/// The library makes a dozen temporary files for a workbook: where that costs least.
lxw_workbook* new_workbook(const std::string& path) {
    static std::string folder = memory_folder();
    lxw_workbook_options options{};
    options.tmpdir = folder.empty() ? nullptr : writable(folder);
    return workbook_new_opt(path.c_str(), &options);
}

}  // namespace

struct Workbook::State {
    explicit State(MemoryFile opened) : file(std::move(opened)), workbook(new_workbook(file.path())) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (workbook != nullptr) lxw_workbook_free(workbook);
    }

    lxw_format* format_of(int decimals) {
        lxw_format*& format = number_formats[decimals];
        if (format == nullptr) {
            format = workbook_add_format(workbook);
            format_set_num_format(format, number_format(decimals).c_str());
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        return format;
    }

    MemoryFile file;
    lxw_workbook* workbook;
    lxw_format* heading = nullptr;
    lxw_format* wrapped = nullptr;
    std::map<int, lxw_format*> number_formats;
    std::set<std::string> sheet_names;
};

struct Workbook::Table::State {
    Workbook::State* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::string name;
    std::vector<Heading> headings;
    lxw_row_t row = 1;
    lxw_col_t column = 0;
};

Workbook::Table& Workbook::Table::text(std::string_view words) {
    worksheet_write_string(state_->sheet, state_->row, state_->column++,
                           first_characters(words, longest_cell).c_str(), state_->workbook->wrapped);
    return *this;
}

Workbook::Table& Workbook::Table::number(const Decimal& number, int decimals) {
    const double value = number.to_double();
    if (!std::isfinite(value)) return text(number.text());
    worksheet_write_number(state_->sheet, state_->row, state_->column++, value,
                           state_->workbook->format_of(decimals));
    return *this;
}

Workbook::Table& Workbook::Table::link(std::string_view words, const std::string& sheet) {
    worksheet_write_url_opt(state_->sheet, state_->row, state_->column++,
                            fmt::format("internal:'{}'!A1", sheet).c_str(), nullptr,
                            std::string(words).c_str(), nullptr);
    return *this;
}

void Workbook::Table::end_row() {
    ++state_->row;
    state_->column = 0;
}

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::make(const Properties& properties) {
    Result<MemoryFile> file = MemoryFile::make();
    if (!file) return std::move(file).finding();
    auto state = std::make_unique<State>(std::move(file).value());
    if (state->workbook == nullptr) return make_error(environment_code, {}, "no memory for a workbook");
    Properties own = properties;
    lxw_doc_properties about{};
    about.title = writable(own.title);
    about.subject = writable(own.subject);
    about.author = writable(own.author);
    about.company = writable(own.author);
    about.comments = writable(own.comments);
    about.created = noon_of(own.created);
    workbook_set_properties(state->workbook, &about);
    state->heading = workbook_add_format(state->workbook);
    format_set_bold(state->heading);
    format_set_font_size(state->heading, 16);
    state->wrapped = workbook_add_format(state->workbook);
    format_set_text_wrap(state->wrapped);
    format_set_align(state->wrapped, LXW_ALIGN_VERTICAL_TOP);
    return Workbook(std::move(state));
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
    lxw_worksheet* const worksheet = workbook_add_worksheet(state_->workbook, sheet.c_str());
    constexpr double width = 100;
    worksheet_set_column(worksheet, 0, 0, width, nullptr);
    for (std::size_t i = 0; i < lines.size(); ++i)
        worksheet_write_string(worksheet, static_cast<lxw_row_t>(i), 0,
                               first_characters(lines[i], longest_cell).c_str(),
                               i == 0 ? state_->heading : state_->wrapped);
}

Workbook::Table Workbook::begin_table(const std::string& sheet, const std::string& name,
                                      const std::vector<Heading>& headings) {
    Table table;
    table.state_ = std::make_shared<Table::State>();
    table.state_->workbook = state_.get();
    table.state_->sheet = workbook_add_worksheet(state_->workbook, sheet.c_str());
    table.state_->name = name;
    table.state_->headings = headings;
    return table;
}

void Workbook::end_table(const Table& table) {
    Table::State& state = *table.state_;
    std::vector<lxw_table_column> columns(state.headings.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i] = {};
        columns[i].header = writable(state.headings[i].title);
        pointers.push_back(&columns[i]);
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(state.sheet, column, column, state.headings[i].width, nullptr);
    }
    pointers.push_back(nullptr);
    lxw_table_options options{};
    options.name = writable(state.name);
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    worksheet_add_table(state.sheet, 0, 0, state.row - 1, static_cast<lxw_col_t>(columns.size() - 1),
                        &options);
    worksheet_freeze_panes(state.sheet, 1, 0);
}

Result<std::string> Workbook::finish() && {
    const lxw_error error = workbook_close(std::exchange(state_->workbook, nullptr));
    if (error != LXW_NO_ERROR)
        return make_error(environment_code, {},
                          fmt::format("cannot write a workbook: {}", lxw_strerror(error)));
    return state_->file.content();
}

}  // namespace regioscope::report
