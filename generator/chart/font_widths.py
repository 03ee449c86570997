#!/usr/bin/python3
"""Writes font_widths.cpp: per character the widest advance over the fonts a reader's "sans-serif" may be.

Needs Debian's python3-fonttools, fonts-liberation2, fonts-dejavu-core and fonts-noto-core.
Run it when a font or a range changes:  generator/chart/font_widths.py > generator/chart/font_widths.cpp
"""
from math import ceil

from fontTools.ttLib import TTFont

FONTS = {
    "regular": ["liberation2/LiberationSans-Regular", "dejavu/DejaVuSans", "noto/NotoSans-Regular"],
    "bold": ["liberation2/LiberationSans-Bold", "dejavu/DejaVuSans-Bold", "noto/NotoSans-Bold"],
}
# Latin with its marks, spaces, dashes and quotes, superscripts, currency, arrows and mathematical signs.
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2C6, 0x2DD), (0x391, 0x3C9), (0x2002, 0x2044), (0x2070, 0x208E),
          (0x20AC, 0x20AC), (0x2190, 0x2195), (0x2200, 0x2265), (0x25A0, 0x25CF)]
HEADER = """// Written by font_widths.py: per character the widest advance, in thousandths of the font size, of Liberation Sans,
// DejaVu Sans and Noto Sans. Do not edit.
#include "chart/font_widths.h"

namespace regioscope::chart {
"""


def widest(fonts, code_point):
    """Rounded up; 0 when no font has the character (text_width.cpp then takes the fallback)."""
    advances = [font["hmtx"][font.getBestCmap()[code_point]][0] * 1000 / font["head"].unitsPerEm
                for font in fonts if code_point in font.getBestCmap()]
    return ceil(max(advances, default=0))


def table(weight, ranges):
    fonts = [TTFont(f"/usr/share/fonts/truetype/{name}.ttf") for name in FONTS[weight]]
    return [widest(fonts, code_point) for first, last in ranges for code_point in range(first, last + 1)]


def rows(numbers):
    return "\n".join("    " + " ".join(f"{n}," for n in numbers[i:i + 20]) for i in range(0, len(numbers), 20))


def main():
    print(HEADER)
    print("const std::vector<CodePointRange> measured_ranges = {")
    print("    " + " ".join(f"{{0x{first:X}, 0x{last:X}}}," for first, last in RANGES))
    print("};\n")
    for weight in FONTS:
        print("// clang-format off")
        print(f"const std::vector<unsigned short> {weight}_widths = {{\n{rows(table(weight, RANGES))}\n}};")
        print("// clang-format on\n")
    print("}  // namespace regioscope::chart")


main()
