// How wide characters are at most: see font_widths.py, which writes the tables.
#pragma once

#include <vector>

namespace regioscope::chart {

/// Both ends belong to it.
struct CodePointRange {
    char32_t first;
    char32_t last;
};

extern const std::vector<CodePointRange> measured_ranges;
/// One number per code point of measured_ranges, in thousandths of the font size; 0: no font has it.
extern const std::vector<unsigned short> regular_widths;
extern const std::vector<unsigned short> bold_widths;

}  // namespace regioscope::chart
