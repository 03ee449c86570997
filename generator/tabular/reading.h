// A table file, read and not yet understood: figures, and for each of them one label of every dimension.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "tabular/layout.h"
#include "tabular/number_style.h"

namespace regioscope::tabular {

/// One of the things that a dimension tells apart.
struct Category {
    /// As printed, without marks; unique in its dimension.
    std::string label;
    /// Other ways in which the file calls it.
    std::vector<std::string> codes;
    /// Statuses and notes that a mark at the label gives to all its figures.
    std::vector<std::string> statuses;
    std::vector<std::string> notes;
    /// Where it first stands.
    GridPlace place;
};

struct Dimension {
    std::string name;
    std::vector<Category> categories;
};

struct Figure {
    /// One per dimension.
    std::vector<std::uint32_t> categories;
    /// A number, or an object for bounds and ranges, or null.
    json::Value value;
    /// As the cell shows it.
    std::string printed;
    std::vector<std::string> statuses;
    /// Marks of notes, and the words of a note that only this figure has.
    std::vector<std::string> notes;
    std::string note;
    GridPlace place;
};

struct Reading {
    Layout layout;
    std::vector<Dimension> dimensions;
    std::vector<Figure> figures;
    NumberStyle style;
};

/// `decimal`: '.' or ',' where the user says so, else 0. Findings: `unknown-sign`, `ambiguous-number`,
/// `mixed-numbers`, `unreadable-number`, `too-many-cells`.
Reading read_figures(const Grid& grid, Layout layout, const Signs& signs, char decimal, Findings& findings);

}  // namespace regioscope::tabular
