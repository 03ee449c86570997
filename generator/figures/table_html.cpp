#include "figures/table_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"
#include "figures/abbreviation.h"
#include "figures/source_line.h"

namespace regioscope::figures {

namespace {

using escape::append_html_attribute;
using escape::append_html_text;

/// So many columns, the row's name among them, stand in one line of a phone.
constexpr std::size_t most_in_line = 7;

/// How rows are set on a phone: as they are; the name in a line of its own and the figures across below it,
/// under the heads; or the name and below it a list in which each cell says its head.
enum class Rows { as_they_are, across, listed };

Rows rows_of(const Table& table) {
    if (table.head.size() != 1 || table.head.front().size() < 3) return Rows::as_they_are;
    const auto has_name = [](const Row& row) {
        return !row.cells.empty() && row.cells.front().kind == Cell::Kind::header;
    };
    for (const RowGroup& group : table.groups) {
        if (!std::all_of(group.rows.begin(), group.rows.end(), has_name)) return Rows::as_they_are;
    }
    const std::vector<HeadCell>& head = table.head.front();
    const auto narrow = std::count_if(head.begin() + 1, head.end(), [](const HeadCell& cell) {
        return cell.is_number || !cell.key_class.empty();
    });
    return 3 * static_cast<std::size_t>(narrow) >= 2 * (head.size() - 1) ? Rows::across : Rows::listed;
}

/// In a large table of figures alone a class on each cell would be a quarter of all bytes: the table has it
/// for them.
bool is_large_and_figures_alone(const Table& table) {
    constexpr std::size_t large = 2000;
    std::size_t cells = 0;
    for (const RowGroup& group : table.groups) {
        for (const Row& row : group.rows) {
            cells += row.cells.size();
            if (std::any_of(row.cells.begin() + 1, row.cells.end(),
                            [](const Cell& cell) { return cell.kind == Cell::Kind::text; }))
                return false;
        }
    }
    return cells > large;
}

bool tells_origins(const Table& table) {
    return std::any_of(table.groups.begin(), table.groups.end(), [](const RowGroup& group) {
        return std::any_of(group.rows.begin(), group.rows.end(),
                           [](const Row& row) { return row.origin.has_value(); });
    });
}

class TableWriter {
  public:
    TableWriter(const Table& table, const TableWords& words)
        : table_(table),
          words_(words),
          rows_(rows_of(table)),
          tells_origins_(tells_origins(table)),
          is_of_figures_(is_large_and_figures_alone(table)) {}

    void write() {
        // Where the table is wider than its frame, script makes a region of the frame.
        out_ += "<div class=\"table-frame\">\n<table id=\"";
        attribute(table_.id);
        out_ += '"';
        if (rows_ == Rows::listed) out_ += " class=\"listed\"";
        if (rows_ == Rows::across) {
            out_ += column_count(table_) > most_in_line ? " class=\"across many" : " class=\"across";
            out_ += is_of_figures_ ? " figures\"" : "\"";
        }
        if (table_.sortable) {
            out_ += " data-sortable=\"";
            attribute(words_.sortable);
            out_ += '"';
        }
        out_ += ">\n";
        caption();
        head();
        for (const RowGroup& group : table_.groups)
            body(group);
        out_ += "</table>\n</div>\n";
    }

    /// What stands below it.
    void write_foot() {
        notes();
        append_source_line(out_, words_.source, table_.sources);
    }

    std::string take() { return std::move(out_); }

  private:
    void text(std::string_view words) { append_html_text(out_, words); }
    void attribute(std::string_view words) { append_html_attribute(out_, words); }

    void caption() {
        out_ += "<caption id=\"";
        attribute(table_.id);
        out_ += table_.caption_hidden ? "-caption\" class=\"visually-hidden\"" : "-caption\"";
        language();
        out_ += '>';
        text(table_.caption);
        if (!table_.subtitle.empty()) {
            out_ += " <span class=\"subtitle\">";
            text(table_.subtitle);
            out_ += "</span>";
        }
        out_ += "</caption>\n";
    }

    void language() {
        if (table_.language.empty()) return;
        out_ += " lang=\"";
        attribute(table_.language);
        out_ += '"';
    }

    void head() {
        out_ += "<thead>\n";
        for (const std::vector<HeadCell>& row : table_.head) {
            out_ += "<tr>";
            for (const HeadCell& cell : row)
                head_cell(cell);
            if (tells_origins_ && &row == &table_.head.front()) {
                out_ += "<th scope=\"col\" class=\"origin\"";
                if (table_.head.size() > 1)
                    fmt::format_to(std::back_inserter(out_), " rowspan=\"{}\"", table_.head.size());
                out_ += '>';
                text(words_.source);
                out_ += "</th>";
            }
            out_ += "</tr>\n";
        }
        out_ += "</thead>\n";
    }

    void head_cell(const HeadCell& cell) {
        const bool empty = cell.label.empty();
        out_ += empty ? "<td" : cell.columns > 1 ? "<th scope=\"colgroup\"" : "<th scope=\"col\"";
        if (cell.columns > 1) fmt::format_to(std::back_inserter(out_), " colspan=\"{}\"", cell.columns);
        if (cell.rows > 1) fmt::format_to(std::back_inserter(out_), " rowspan=\"{}\"", cell.rows);
        if (!cell.id.empty()) {
            out_ += " id=\"";
            attribute(cell.id);
            out_ += '"';
        }
        if (cell.is_number) out_ += " class=\"number\"";
        if (!empty) language();
        out_ += '>';
        key(cell.key_class);
        if (rows_ == Rows::across && !cell.key_class.empty()) {
            region_head(cell);
        } else {
            linked(cell.href, cell.label, {});
        }
        if (!cell.unit.empty()) {
            out_ += " <span class=\"unit\">";
            text(cell.unit);
            out_ += "</span>";
        }
        if (cell.origin) {
            out_ += ' ';
            origin(*cell.origin);
        }
        out_ += empty ? "</td>" : "</th>";
    }

    /// The name, and three letters for where there is no room for it.
    void region_head(const HeadCell& cell) {
        const std::string both = fmt::format(
            "<span class=\"in-full\">{}</span><span class=\"in-short\" aria-hidden=\"true\">{}</span>",
            escape::html_text(cell.label), escape::html_text(abbreviation(cell.label)));
        if (cell.href.empty()) {
            out_ += both;
        } else {
            out_ +=
                fmt::format("<a href=\"{}\">{}</a>", escape::html_attribute(escape::url(cell.href)), both);
        }
    }

    void body(const RowGroup& group) {
        out_ += group.heading.empty() ? "<tbody>\n" : "<tbody class=\"group\">\n";
        if (!group.heading.empty()) {
            fmt::format_to(std::back_inserter(out_), "<tr><th scope=\"rowgroup\" colspan=\"{}\"",
                           column_count(table_) + (tells_origins_ ? 1 : 0));
            language();
            out_ += '>';
            linked(group.href, group.heading, {});
            out_ += "</th></tr>\n";
        }
        for (const Row& row : group.rows) {
            out_ += "<tr";
            if (!row.id.empty()) {
                out_ += " id=\"";
                attribute(row.id);
                out_ += '"';
            }
            out_ += row.highlighted ? " class=\"highlight\">" : ">";
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                body_cell(row.cells[i], i);
            if (tells_origins_) {
                out_ += "<td class=\"origin\">";
                if (row.origin) origin(*row.origin);
                out_ += "</td>";
            }
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n";
    }

    void body_cell(const Cell& cell, std::size_t column) {
        switch (cell.kind) {
            case Cell::Kind::header:
                out_ += "<th scope=\"row\"";
                language();
                break;
            case Cell::Kind::number:
                out_ += cell.emphasis == Cell::Emphasis::best    ? "<td class=\"number best\""
                        : cell.emphasis == Cell::Emphasis::worst ? "<td class=\"number worst\""
                        : is_of_figures_ && cell.signs.empty()   ? "<td"
                                                                 : "<td class=\"number\"";
                break;
            case Cell::Kind::missing:
                out_ += "<td class=\"number missing\"";
                break;
            case Cell::Kind::text:
                out_ += "<td";
                break;
        }
        if (!cell.id.empty()) {
            out_ += " id=\"";
            attribute(cell.id);
            out_ += '"';
        }
        if (rows_ == Rows::listed && column > 0 && column < table_.head.front().size()) {
            out_ += " data-label=\"";
            attribute(table_.head.front()[column].label);
            out_ += '"';
        }
        if (cell.sort && table_.sortable) {
            out_ += " data-sort=\"";
            out_ += cell.sort->text();
            out_ += '"';
        }
        out_ += '>';
        key(cell.key_class);
        if (cell.markup.empty()) {
            const bool is_figure = cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::missing;
            linked(cell.href, cell.label, is_figure ? "datum" : std::string_view());
        } else {
            out_ += cell.markup.text();
        }
        signs(cell.signs);
        if (!cell.addition.empty()) {
            out_ += " <span class=\"sign\">";
            text(cell.addition);
            out_ += "</span>";
        }
        out_ += cell.kind == Cell::Kind::header ? "</th>" : "</td>";
    }

    /// In a box of their own: it hangs behind the number, so that digits stand under each other.
    void signs(const std::vector<Sign>& all) {
        if (all.empty()) return;
        out_ += "<span class=\"signs\">";
        for (const Sign& sign : all) {
            out_ += "<sup class=\"sign\"><abbr title=\"";
            attribute(sign.title);
            out_ += "\">";
            text(sign.text);
            out_ += "</abbr></sup>";
        }
        out_ += "</span>";
    }

    void linked(std::string_view href, std::string_view label, std::string_view css_class,
                std::string_view language = {}) {
        if (href.empty()) return text(label);
        out_ += "<a";
        if (!language.empty())
            fmt::format_to(std::back_inserter(out_), " lang=\"{}\"", escape::html_attribute(language));
        if (!css_class.empty()) fmt::format_to(std::back_inserter(out_), " class=\"{}\"", css_class);
        out_ += " href=\"";
        attribute(escape::url(href));
        out_ += "\">";
        text(label);
        out_ += "</a>";
    }

    void origin(const Link& link) { linked(link.href, link.label, "origin", link.language); }

    void key(std::string_view css_class) {
        if (css_class.empty()) return;
        out_ += "<span class=\"key ";
        attribute(css_class);
        out_ += "\" aria-hidden=\"true\"></span>";
    }

    /// Where the rows are folded, many notes are, too.
    void notes() {
        if (table_.notes.empty()) return;
        constexpr std::size_t most_open = 12;
        const bool is_folded = table_.folded && table_.notes.size() > most_open && !words_.notes.empty();
        if (is_folded) {
            out_ += "<details class=\"fold\">\n<summary>";
            text(words_.notes);
            fmt::format_to(std::back_inserter(out_), " <span class=\"quiet\">{}</span></summary>\n",
                           table_.notes.size());
        }
        out_ += "<ul class=\"notes\">\n";
        for (const Note& note : table_.notes) {
            out_ += "<li><span class=\"sign\">";
            text(note.sign);
            out_ += "</span> ";
            out_ += note.text.text();
            out_ += "</li>\n";
        }
        out_ += "</ul>\n";
        if (is_folded) out_ += "</details>\n";
    }

    const Table& table_;
    const TableWords& words_;
    Rows rows_;
    bool tells_origins_;
    bool is_of_figures_;
    std::string out_;
};

/// A group of more rows than that is closed at first.
constexpr std::size_t most_rows_open = 8;

/// Each group a table of its own under its heading, which opens it; a link to a row opens it, too.
std::string folded_html(const Table& table, const TableWords& words) {
    std::string out;
    for (std::size_t i = 0; i < table.groups.size(); ++i) {
        Table part;
        part.id = fmt::format("{}-{}", table.id, i + 1);
        part.caption = table.groups[i].heading;
        part.caption_hidden = true;
        part.sortable = table.sortable;
        part.head = table.head;
        part.groups.push_back({{}, {}, table.groups[i].rows});
        TableWriter writer(part, words);
        writer.write();
        out +=
            fmt::format("<details class=\"fold\"{}>\n<summary>{} <span class=\"quiet\">{}</span></summary>\n",
                        part.groups.front().rows.size() > most_rows_open ? "" : " open",
                        escape::html_text(part.caption), part.groups.front().rows.size());
        out += writer.take();
        out += "</details>\n";
    }
    return out;
}

}  // namespace

std::size_t column_count(const Table& table) {
    std::size_t columns = 0;
    if (table.head.empty()) return 1;
    for (const HeadCell& cell : table.head.front())
        columns += cell.columns;
    return columns;
}

escape::SafeHtml table_html(const Table& table, const TableWords& words) {
    TableWriter writer(table, words);
    if (!table.folded) writer.write();
    std::string above = table.folded ? folded_html(table, words) : std::string();
    writer.write_foot();
    return escape::SafeHtml::from_trusted(above + writer.take());
}

}  // namespace regioscope::figures
