#include "tabular/csv.h"

#include <algorithm>
#include <map>

#include "tabular/limits.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

/// Cuts a text into cells.
class CsvScanner {
  public:
    CsvScanner(const SourceText& source, char separator) : source_(source), separator_(separator) {}

    /// `most_rows`: where to stop.
    std::vector<std::vector<Cell>> scan(std::size_t most_rows, Findings* findings) {
        std::vector<std::vector<Cell>> rows;
        std::size_t cells = 0;
        const std::string_view text = source_.text();
        while (at_ < text.size() && rows.size() < most_rows) {
            rows.push_back(scan_row(findings));
            cells += rows.back().size();
            if (cells <= most_cells && rows.back().size() <= most_columns) continue;
            if (findings != nullptr)
                findings->error("too-many-cells", rows.back().back().span,
                                "the file has more cells than a table of a report can hold");
            break;
        }
        return rows;
    }

  private:
    std::vector<Cell> scan_row(Findings* findings) {
        const std::string_view text = source_.text();
        std::vector<Cell> row;
        while (true) {
            row.push_back(scan_cell(findings));
            if (at_ >= text.size() || row.size() > most_columns) return row;
            const char end = text[at_++];
            if (end == '\r' && at_ < text.size() && text[at_] == '\n') ++at_;
            if (end != separator_) return row;
        }
    }

    Cell scan_cell(Findings* findings) {
        const std::string_view text = source_.text();
        const std::size_t begin = at_;
        std::size_t start = begin;
        while (start < text.size() && text[start] == ' ')
            ++start;
        std::string content;
        if (start < text.size() && text[start] == '"') {
            at_ = start + 1;
            if (!scan_quoted(content)) {
                if (findings != nullptr) {
                    findings->error("open-quote", place(start, start + 1), "this quotation is never closed")
                        .note("close it, or take the mark away; or is the file cut off?");
                } else {  // whoever only counts goes on as if it were no mark
                    content.clear();
                    at_ = start;
                }
            }
        }
        const std::size_t rest = at_;
        while (at_ < text.size() && text[at_] != separator_ && text[at_] != '\n' && text[at_] != '\r')
            ++at_;
        content += text.substr(rest, at_ - rest);
        return {folded(content), false, {}, place(begin, at_)};
    }

    /// Behind the opening mark; false when the text ends first.
    bool scan_quoted(std::string& content) {
        const std::string_view text = source_.text();
        while (true) {
            const std::size_t mark = text.find('"', at_);
            content += text.substr(at_, mark - at_);
            if (mark == std::string_view::npos) {
                at_ = text.size();
                return false;
            }
            at_ = mark + 1;
            if (at_ >= text.size() || text[at_] != '"') return true;
            content += '"';
            ++at_;
        }
    }

    Span place(std::size_t begin, std::size_t end) const {
        return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    const SourceText& source_;
    char separator_;
    std::size_t at_ = 0;
};

/// How many cells stand in rows of the commonest width, where that is more than one.
std::size_t regular_cells(const std::vector<std::vector<Cell>>& rows) {
    std::map<std::size_t, std::size_t> count_by_width;
    for (const std::vector<Cell>& row : rows)
        ++count_by_width[row.size()];
    std::size_t most = 0;
    for (const auto& [width, count] : count_by_width)
        if (width > 1) most = std::max(most, width * count);
    return most;
}

char separator_of(const SourceText& source) {
    constexpr std::size_t rows_to_judge_by = 200;
    // Eurostat packs its labels with commas, and has tabs between them and the figures.
    const std::string_view first = source.text().substr(0, source.text().find('\n'));
    if (const std::size_t tab = first.find('\t');
        tab != std::string_view::npos && first.substr(0, tab).find('\\') != std::string_view::npos)
        return '\t';
    char best = ',';
    std::size_t most = 0;
    for (const char separator : {'\t', ';', ',', '|'}) {
        const std::size_t cells =
            regular_cells(CsvScanner(source, separator).scan(rows_to_judge_by, nullptr));
        if (cells <= most) continue;
        most = cells;
        best = separator;
    }
    return best;
}

}  // namespace

Grid read_csv(const SourceText& source, Findings& findings) {
    Grid grid;
    grid.file = source.name();
    grid.rows = CsvScanner(source, separator_of(source)).scan(most_cells, &findings);
    return grid;
}

}  // namespace regioscope::tabular
