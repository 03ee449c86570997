#include "markdown/silent_markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "locale/letters.h"
#include "markdown/each_block.h"
#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

/// From where a span begins to the end of that line; from the first bar before it, if there is one.
std::string_view line_of(Span span) {
    const std::string_view all = span.source->text();
    const std::size_t before = all.substr(0, span.begin).rfind('\n');
    const std::size_t first_bar = all.find('|', before == std::string_view::npos ? 0 : before + 1);
    const std::string_view text = all.substr(std::min<std::size_t>(first_bar, span.begin));
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t last = line.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

bool is_bar(std::string_view line, std::size_t i) {
    return line[i] == '|' && (i == 0 || line[i - 1] != '\\');
}

/// As GFM divides a row: bars in code divide, too.
std::size_t count_cells(std::string_view row) {
    std::size_t bars = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        bars += is_bar(row, i) ? 1U : 0U;
    if (row.empty()) return 0;
    if (is_bar(row, 0)) --bars;
    if (row.size() > 1 && is_bar(row, row.size() - 1)) --bars;
    return bars + 1;
}

class SilentMarkup {
  public:
    explicit SilentMarkup(Findings& findings) : findings_(findings) {}

    void check(const Block& block) {
        std::visit([&](const auto& what) { visit(what, block.span); }, block.what);
    }

  private:
    template <class Other>
    void visit(const Other&, Span) {}

    /// `2016. Toen kwam het einde.` at the start of a paragraph. A list goes on from a small number at most.
    void visit(const Bullets& list, Span span) {
        constexpr int least_year = 1000;
        const bool begins_late = list.start && *list.start != 1;
        if (begins_late && (list.items.size() == 1 || *list.start >= least_year))
            findings_
                .warning("list-of-a-number", span,
                         fmt::format("this is read as a list that begins with number {}", *list.start))
                .note(fmt::format("a sentence that begins with a number is written '{}\\.'", *list.start));
    }

    void visit(const Table& table, Span) {
        check(table.head, table);
        for (const Table::Row& row : table.rows)
            check(row, table);
    }

    void check(const Table::Row& row, const Table& table) {
        if (!row.span) return;
        const std::size_t cells = count_cells(line_of(row.span));
        if (cells == table.columns.size() || cells == 0) return;
        const bool is_longer = cells > table.columns.size();
        findings_
            .warning(
                "ragged-row", row.span,
                fmt::format("this row has {} cell{}, and its table {} columns: {}", cells,
                            cells == 1 ? "" : "s", table.columns.size(),
                            is_longer ? "what stands beyond them is not shown" : "the others stay empty"))
            .note(is_longer ? "a bar within a cell is written '\\|', in code, too"
                            : "an empty cell is written '| |'");
    }

    /// `| a | b |` without the line of hyphens below its first one.
    void visit(const Paragraph&, Span span) {
        if (!span || !line_of(span).starts_with('|') || count_cells(line_of(span)) < 2) return;
        findings_.warning("no-table", span, "these lines begin with a bar, and are no table")
            .note("the second line of a table is '|---|---|', with as many parts as the first has cells");
    }

    Findings& findings_;
};

/// Marks that were written to the letter, without a backslash.
bool is_mark(const Prose& prose, std::size_t i) {
    const char32_t c = prose.text[i];
    if (c != U'*' && c != U'_' && c != U'~') return false;
    const Span place = prose.places[i];
    if (place.end - place.begin != 1) return false;
    return place.begin == 0 || place.source->text()[place.begin - 1] != '\\';
}

void find_stray_emphasis(const Prose& prose, Findings& findings) {
    for (std::size_t begin = 0; begin < prose.text.size(); ++begin) {
        if (!is_mark(prose, begin)) continue;
        std::size_t end = begin + 1;
        while (end < prose.text.size() && prose.text[end] == prose.text[begin] && is_mark(prose, end))
            ++end;
        const bool is_double = end - begin >= 2;
        const bool is_beside_letter = (begin > 0 && locale::is_letter(prose.text[begin - 1])) ||
                                      (end < prose.text.size() && locale::is_letter(prose.text[end]));
        // One underscore is part of a name, one tilde means "about".
        if (is_beside_letter && (is_double || prose.text[begin] == U'*')) {
            const Span place = join(prose.places[begin], prose.places[end - 1]);
            findings
                .warning("stray-emphasis", place,
                         fmt::format("'{}' emphasises nothing here, and readers see it", place.text()))
                .note(
                    "marks of emphasis touch a letter inside and none outside; a sign of its own is "
                    "written with a backslash");
        }
        begin = end - 1;
    }
}

}  // namespace

void find_silent_markup(const Document& document, Findings& findings) {
    SilentMarkup markup(findings);
    const auto check = [&](const Block& block) { markup.check(block); };
    for_each_block(document.blocks(), check);
    for (const Footnote& footnote : document.footnotes())
        for_each_block(footnote.content, check);
    for_each_prose(document, [&](const Prose& prose) { find_stray_emphasis(prose, findings); });
}

}  // namespace regioscope::markdown
