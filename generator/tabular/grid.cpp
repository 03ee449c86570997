#include "tabular/grid.h"

#include <fmt/format.h>

#include <algorithm>

namespace regioscope::tabular {

const Cell& Grid::at(std::size_t row, std::size_t column) const {
    static const Cell nothing;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : nothing;
}

std::size_t Grid::width() const {
    std::size_t width = 0;
    for (const std::vector<Cell>& row : rows)
        width = std::max(width, row.size());
    return width;
}

std::string cell_name(GridPlace place) {
    constexpr std::size_t letters = 26;
    std::string name;
    for (std::size_t rest = place.column + 1; rest > 0; rest = (rest - 1) / letters)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
    return name + std::to_string(place.row + 1);
}

std::optional<GridPlace> place_called(std::string_view name) {
    constexpr std::size_t letters = 26;
    constexpr std::size_t most_digits = 7;
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < name.size() && at < 3; ++at) {
        const char letter =
            name[at] >= 'a' && name[at] <= 'z' ? static_cast<char>(name[at] - 'a' + 'A') : name[at];
        if (letter < 'A' || letter > 'Z') break;
        column = column * letters + static_cast<std::size_t>(letter - 'A') + 1;
    }
    const std::string digits(name.substr(at));
    const bool is_number = !digits.empty() && digits.size() <= most_digits &&
                           digits.find_first_not_of("0123456789") == std::string::npos;
    if (column == 0 || !is_number || digits == "0") return std::nullopt;
    return GridPlace{static_cast<std::size_t>(std::stoul(digits)) - 1, column - 1};
}

Finding finding_at(const Grid& grid, GridPlace place, Severity severity, std::string_view code,
                   std::string message) {
    const Span span = grid.at(place.row, place.column).span;
    if (!span) {
        const std::string sheet = grid.sheet.empty() ? "" : fmt::format(" of sheet '{}'", grid.sheet);
        message = fmt::format("cell {}{}: {}", cell_name(place), sheet, message);
    }
    Finding finding = make_error(code, span, std::move(message));
    finding.severity = severity;
    if (!span) finding.file = grid.file;
    return finding;
}

}  // namespace regioscope::tabular
