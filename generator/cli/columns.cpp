#include "cli/columns.h"

#include <algorithm>

#include "base/utf8.h"

namespace regioscope::cli {

std::string columns_text(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], count_code_points(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (const char c : row[i])
                line += static_cast<unsigned char>(c) < 0x20 || c == '\x7F' ? ' ' : c;
            line.append(widths[i] - count_code_points(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace regioscope::cli
