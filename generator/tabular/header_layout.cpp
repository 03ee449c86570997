// Files whose first row says what stands in which column: a row for each figure, mostly.
#include <fmt/format.h>

#include <algorithm>

#include "tabular/layout.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

/// The columns of the first row, by what stands there.
class Header {
  public:
    explicit Header(const Grid& grid) : grid_(grid) {
        if (grid.rows.empty()) return;
        for (const Cell& cell : grid.rows.front())
            names_.push_back(plain(cell.text));
    }

    std::optional<std::size_t> find(std::string_view name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        if (found == names_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - names_.begin());
    }
    std::optional<std::size_t> find_one_of(std::initializer_list<std::string_view> names) const {
        for (const std::string_view name : names)
            if (const auto column = find(name)) return column;
        return std::nullopt;
    }
    bool begins_with(std::initializer_list<std::string_view> names) const {
        return names_.size() >= names.size() && std::equal(names.begin(), names.end(), names_.begin());
    }
    std::size_t size() const { return names_.size(); }
    const std::string& operator[](std::size_t column) const { return names_[column]; }
    const std::string& printed(std::size_t column) const { return grid_.at(0, column).text; }

  private:
    const Grid& grid_;
    std::vector<std::string> names_;
};

void take_rows_below_header(const Grid& grid, Layout& layout) {
    for (std::size_t row = 1; row < grid.rows.size(); ++row) {
        const auto& cells = grid.rows[row];
        if (std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.text.empty(); }))
            layout.rows.push_back(row);
    }
}

/// What this program exports itself.
std::optional<Layout> observations(const Header& header) {
    if (!header.begins_with({"region", "indicator", "area", "period", "value"})) return std::nullopt;
    Layout layout;
    layout.kind = "observations";
    layout.is_own_export = true;
    layout.region_column = "region";
    layout.period_column = "period";
    for (const std::string_view name : {"region", "indicator", "area", "period", "source"})
        if (const auto column = header.find(name))
            layout.labels.push_back({std::string(name), *column, {}, false});
    layout.figures.push_back(
        {*header.find("value"), {}, header.find("status"), header.find("printed"), header.find("note")});
    return layout;
}

/// With labels, each column of codes has one of names behind it: `geo`, then "Geopolitical entity".
bool is_name_of_column(const Header& header, std::size_t column) {
    if (column >= header.size()) return false;
    const std::string& name = header.printed(column);
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z' &&
           std::any_of(name.begin(), name.end(), is_small);
}

/// SDMX-CSV: dimensions, a value and what is said of it.
std::optional<Layout> sdmx(const Header& header) {
    if (header.size() == 0) return std::nullopt;
    const bool has_start = header[0].starts_with("dataflow") || header[0].starts_with("structure");
    const auto value = header.find_one_of({"obs_value", "obs_value: observation value"});
    if (!has_start || !value) return std::nullopt;
    constexpr std::string_view no_dimensions[] = {
        "dataflow",         "structure",         "structure_id", "structure_name", "action",   "last update",
        "obs_value",        "obs_flag",          "obs_status",   "conf_status",    "decimals", "unit_mult",
        "obs_status_label", "conf_status_label", "comment_obs",  "obs_comment",    "base_per"};
    const bool has_names =
        header.find("structure_name").has_value() || header.find("dataflow_name").has_value();
    Layout layout;
    layout.kind = "sdmx-csv";
    layout.region_column = "geo";
    layout.period_column = "time_period";
    for (std::size_t column = 0; column < header.size(); ++column) {
        const std::size_t colon = header[column].find(": ");
        const std::string id = header[column].substr(0, colon);
        if (std::find(std::begin(no_dimensions), std::end(no_dimensions), id) != std::end(no_dimensions)) {
            if (has_names && is_name_of_column(header, column + 1)) ++column;
            continue;
        }
        const bool has_label = colon != std::string::npos;
        LabelColumn label{
            id == "geo" || id == "time_period" ? id : header.printed(column), column, {}, has_label};
        if (has_names && is_name_of_column(header, column + 1)) {
            if (id != "time_period") {
                label.codes.push_back(column);
                label.column = column + 1;
            }
            ++column;
        }
        layout.labels.push_back(std::move(label));
    }
    auto status = header.find_one_of({"obs_flag", "obs_status"});
    for (std::size_t column = 0; !status && column < header.size(); ++column) {
        if (header[column].starts_with("obs_flag:") || header[column].starts_with("obs_status:"))
            status = column;
    }
    layout.figures.push_back({*value, {}, status, std::nullopt, std::nullopt});
    return layout;
}

/// What StatLine's open data hand out since their fourth version: a row for each figure, and a word that
/// says why one is missing.
std::optional<Layout> cbs_observations(const Header& header) {
    const auto value = header.find("value");
    const auto attribute = header.find("valueattribute");
    if (!value || !attribute || !header.find("measure")) return std::nullopt;
    Layout layout;
    layout.kind = "cbs-observations";
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (column == *value || column == *attribute || header[column] == "id" ||
            header[column] == "stringvalue")
            continue;
        if (header[column] == "perioden" || header[column] == "periods")
            layout.period_column = header.printed(column);
        if (header[column].starts_with("regio")) layout.region_column = header.printed(column);
        layout.labels.push_back({header.printed(column), column, {}, false});
    }
    layout.figures.push_back({*value, {}, attribute, std::nullopt, std::nullopt});
    return layout;
}

/// GENESIS' flat file since 2024: a row for each figure.
std::optional<Layout> flat_file(const Grid& grid, const Header& header) {
    const auto value = header.find("value");
    const auto time = header.find("time");
    if (!header.find("statistics_code") || !value || !time) return std::nullopt;
    Layout layout;
    layout.kind = "ffcsv";
    layout.period_column = header.printed(*time);
    layout.labels.push_back({header.printed(*time), *time, {}, false});
    for (int i = 1;; ++i) {
        const auto label = header.find(fmt::format("{}_variable_attribute_label", i));
        if (!label) break;
        const auto name = header.find(fmt::format("{}_variable_label", i));
        LabelColumn column{name ? grid.at(1, *name).text : header.printed(*label), *label, {}, false};
        if (const auto code = header.find(fmt::format("{}_variable_attribute_code", i)))
            column.codes.push_back(*code);
        layout.labels.push_back(std::move(column));
    }
    if (const auto label = header.find("value_variable_label")) {
        LabelColumn column{header.printed(*label), *label, {}, false};
        if (const auto code = header.find("value_variable_code")) column.codes.push_back(*code);
        if (const auto unit = header.find("value_unit")) column.codes.push_back(*unit);
        layout.labels.push_back(std::move(column));
    }
    if (const auto label = header.find("statistics_label")) layout.title = grid.at(1, *label).text;
    layout.figures.push_back({*value, {}, header.find("value_q"), std::nullopt, std::nullopt});
    return layout;
}

/// GENESIS' flat file as it was: a column for each thing that is counted, called CODE__Label__unit.
std::optional<Layout> wide_flat_file(const Grid& grid, const Header& header) {
    const auto time = header.find("zeit");
    if (!header.find("statistik_code") || !time) return std::nullopt;
    Layout layout;
    layout.kind = "ffcsv-wide";
    layout.period_column = header.printed(*time);
    layout.levels = {""};
    layout.labels.push_back({header.printed(*time), *time, {}, false});
    for (int i = 1;; ++i) {
        const auto label = header.find(fmt::format("{}_auspraegung_label", i));
        if (!label) break;
        const auto name = header.find(fmt::format("{}_merkmal_label", i));
        LabelColumn column{name ? grid.at(1, *name).text : header.printed(*label), *label, {}, false};
        if (const auto code = header.find(fmt::format("{}_auspraegung_code", i)))
            column.codes.push_back(*code);
        layout.labels.push_back(std::move(column));
    }
    if (const auto label = header.find("statistik_label")) layout.title = grid.at(1, *label).text;
    constexpr std::string_view joint = "__";
    for (std::size_t column = 0; column < header.size(); ++column) {
        const std::string& printed = header.printed(column);
        const std::size_t code = printed.find(joint);
        if (code == std::string::npos || printed.ends_with("__q")) continue;
        const std::size_t unit = printed.find(joint, code + joint.size());
        std::string label = printed.substr(code + joint.size(), unit - code - joint.size());
        if (unit != std::string::npos && unit + joint.size() < printed.size())
            label += fmt::format(" ({})", printed.substr(unit + joint.size()));
        layout.figures.push_back(
            {column, {label}, header.find(header[column] + "__q"), std::nullopt, std::nullopt});
    }
    if (layout.figures.empty()) return std::nullopt;
    return layout;
}

/// Eurostat's TSV, unpacked: the last of the packed names also names the periods across.
std::optional<Layout> tsv(const Grid& grid, const Header& header) {
    std::size_t labels = 0;
    while (labels < header.size() && grid.at(0, labels).text.find('\\') == std::string::npos)
        ++labels;
    if (labels + 1 >= header.size()) return std::nullopt;
    Layout layout;
    layout.kind = "eurostat-tsv";
    const std::string& last = grid.at(0, labels).text;
    const std::size_t slash = last.find('\\');
    for (std::size_t column = 0; column < labels; ++column)
        layout.labels.push_back({header.printed(column), column, {}, false});
    layout.labels.push_back({last.substr(0, slash), labels, {}, false});
    layout.levels = {last.substr(slash + 1)};
    layout.region_column = "geo";
    layout.period_column = last.substr(slash + 1);
    for (std::size_t column = labels + 1; column < header.size(); ++column)
        layout.figures.push_back(
            {column, {header.printed(column)}, std::nullopt, std::nullopt, std::nullopt});
    return layout;
}

}  // namespace

Grid unpacked(Grid grid) {
    if (grid.rows.empty() || grid.rows.front().empty()) return grid;
    const std::string head = grid.rows.front().front().text;
    if (head.find('\\') == std::string::npos || head.find(',') == std::string::npos) return grid;
    for (std::vector<Cell>& row : grid.rows) {
        const Cell packed = row.front();
        std::vector<Cell> cells;
        for (std::size_t begin = 0; begin <= packed.text.size();) {
            const std::size_t comma = std::min(packed.text.find(',', begin), packed.text.size());
            cells.push_back({folded(packed.text.substr(begin, comma - begin)), false, {}, packed.span});
            begin = comma + 1;
        }
        row.erase(row.begin());
        row.insert(row.begin(), cells.begin(), cells.end());
    }
    return grid;
}

std::optional<Layout> header_layout(const Grid& grid) {
    const Header header(grid);
    auto layout = observations(header);
    if (!layout) layout = sdmx(header);
    if (!layout) layout = cbs_observations(header);
    if (!layout) layout = flat_file(grid, header);
    if (!layout) layout = wide_flat_file(grid, header);
    if (!layout) layout = tsv(grid, header);
    if (layout) take_rows_below_header(grid, *layout);
    return layout;
}

GridPlace place_of_label(const Grid& grid, const Layout& layout, const LabelColumn& column, std::size_t row) {
    if (column.is_section) {
        const auto after = std::upper_bound(layout.sections.begin(), layout.sections.end(), row);
        if (after == layout.sections.begin()) return {row, grid.width()};
        const std::size_t section = *std::prev(after);
        for (std::size_t at = 0; at < grid.rows[section].size(); ++at)
            if (!grid.at(section, at).text.empty()) return {section, at};
        return {section, 0};
    }
    return {row < column.said_in.size() ? column.said_in[row] : row, column.column};
}

std::optional<Layout> layout_of(const Grid& grid, const Signs& signs, Findings& findings) {
    if (auto layout = header_layout(grid)) return layout;
    return sheet_layout(grid, signs, findings);
}

}  // namespace regioscope::tabular
