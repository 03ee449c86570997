// How a workbook's number format shows a number: the value 16202.390000000001 is printed 16 202,39.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::tabular {

struct NumberFormatCode {
    bool is_general = true;
    bool is_date = false;
    bool is_percent = false;
    int decimals = 0;
    /// "#,##0.0," shows thousands, "0.0,," millions: how many times a thousand is left out.
    int thousands = 0;
    /// "(0.0)": positive numbers are shown in brackets.
    bool is_bracketed = false;
    /// Empty, " ", or "," for what the reader's country puts between thousands.
    std::string grouping;
    /// What stands behind the number as words: "*", " p".
    std::string suffix;
};

NumberFormatCode number_format_code(std::string_view code);
/// Those that spreadsheet programs know by number.
NumberFormatCode built_in_number_format(int id);

/// The digits that are shown of `digits`, as the file stores them, with a point.
std::string shown_digits(std::string_view digits, const NumberFormatCode& format);

}  // namespace regioscope::tabular
