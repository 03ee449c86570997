// One cell as a figure: a number, perhaps a bound, in brackets or with marks behind it; or a sign instead.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tabular/grid.h"
#include "tabular/number_style.h"
#include "tabular/signs.h"

namespace regioscope::tabular {

struct FigureText {
    enum class Kind { number, missing, unreadable };
    Kind kind = Kind::unreadable;
    /// The number as it stands, without what is around it.
    std::string number;
    /// `<`, `>`, `≤`, `≥`, `~` (about), or empty.
    std::string bound;
    /// The upper end of a range.
    std::string upper;
    std::vector<std::string> statuses;
    /// Marks of notes: "1" for "1)".
    std::vector<std::string> notes;
    /// The sign that was read as nought or missing.
    bool is_zero_sign = false;
    /// "1.5E+05": the program that wrote it has cut digits off.
    bool is_power_of_ten = false;
};

FigureText read_figure(const Cell& cell, const Signs& signs);

/// Could it be a figure in a column of figures? A code that begins with noughts is none, nor is a date.
bool may_be_figure(const Cell& cell, const Signs& signs);
/// "#DIV/0!" and its like.
bool is_error_of_formula(std::string_view text);

/// "1", "12" or "a" where the text begins with the mark of a note ("1)", "(1)", "¹", "[note 1]"), which is
/// taken; else nothing.
std::string take_note_mark(std::string_view& text);

/// Takes marks of notes from the end of a label: "Bevölkerung2)" or "Bevölkerung²" with a note "2" becomes
/// "Bevölkerung".
std::vector<std::string> take_note_marks(std::string& label, const std::map<std::string, std::string>& notes);

}  // namespace regioscope::tabular
