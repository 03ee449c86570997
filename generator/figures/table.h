// A table for readers as a value: head, groups of rows, cells that know their marks and where they lead,
// notes below. Builders (comparison, ranking, series) make it; `table_html` and `table_csv` write it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "data/index.h"
#include "escape/safe_html.h"

namespace regioscope::figures {

/// A small raised sign behind a number; its words stand in the notes below the table.
struct Sign {
    std::string text;
    /// The words, for those who do not follow the sign down to the note.
    std::string title;
};

struct Link {
    std::string label;
    std::string href;
    /// Of the label, where it is not the page's.
    std::string language = {};
    /// The document whose title the label begins with, where it leads to a place in one.
    std::string document = {};
};

struct Cell {
    enum class Kind { text, header, number, missing };
    /// The best and the worst of a row or column, polarity respected; shown by weight and a sign, not by
    /// colour.
    enum class Emphasis { none, best, worst };

    Kind kind = Kind::text;
    Emphasis emphasis = Emphasis::none;
    /// The cell's id on its page; may be empty.
    std::string id;
    std::string label;
    /// The label may be markup instead (a chart in a cell).
    escape::SafeHtml markup;
    /// Where it leads, relative to the page; may be empty.
    std::string href;
    /// The printed figure that it shows. Its way there is found for the whole table (origins.h).
    std::optional<data::ObservationIndex> origin;
    /// CSS classes of the key drawn before a region's name; may be empty.
    std::string key_class;
    /// Behind the label, quieter: a period that differs from the column's.
    std::string addition;
    std::vector<Sign> signs;
    /// What a sort by this column goes by; nothing sorts last.
    std::optional<Decimal> sort;
};

struct HeadCell {
    std::string label;
    std::string unit;
    std::string href;
    std::string key_class;
    std::size_t columns = 1;
    std::size_t rows = 1;
    bool is_number = false;
    /// The head's id on its page; may be empty.
    std::string id = {};
    /// Where the figures below come from, unless they say otherwise.
    std::optional<Link> origin = {};
};

struct Row {
    std::string id;
    std::vector<Cell> cells;
    bool highlighted = false;
    /// Where its figures come from, unless they say otherwise; stands at its end.
    std::optional<Link> origin = {};
};

struct RowGroup {
    /// May be empty.
    std::string heading;
    std::string href;
    std::vector<Row> rows;
};

struct Note {
    std::string sign;
    escape::SafeHtml text;
};

struct Table {
    /// Unique on its page; ids of its parts begin with it.
    std::string id;
    std::string caption;
    std::string subtitle;
    /// Of caption and heads, where it is not the page's.
    std::string language = {};
    /// The caption only for those who do not see the heading above.
    bool caption_hidden = false;
    /// Every body cell may be sorted by its column (script adds the buttons).
    bool sortable = false;
    /// Groups are folded, each a table under its heading.
    bool folded = false;
    /// One or two rows of head cells.
    std::vector<std::vector<HeadCell>> head;
    std::vector<RowGroup> groups;
    std::vector<Note> notes;
    std::vector<Link> sources;
};

/// Of cells; the column of origins is not counted.
std::size_t column_count(const Table& table);

}  // namespace regioscope::figures
