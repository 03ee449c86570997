// How wide a text is at most, whichever of the usual sans-serif fonts the reader has. Labels are laid out
// with these widths, so that they collide with nothing on any machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regioscope::chart {

/// How a text is set. chart.css gives the same sizes to the class of the same name; a test holds the two
/// together.
enum class TextStyle { label, strong, small, heading };

/// In CSS pixels.
double font_size(TextStyle style);
std::string_view class_of(TextStyle style);
/// From one baseline to the next.
double line_height(TextStyle style);
/// How far glyphs reach above and below the baseline.
double ascent(TextStyle style);
double descent(TextStyle style);

double text_width(std::string_view text, TextStyle style);

/// The text in lines no wider than `width`, broken at spaces and behind hyphens; at most `max_lines`. What
/// does not fit is shortened with an ellipsis; a single word that is too wide is cut. Empty text gives no
/// line.
std::vector<std::string> wrap(std::string_view text, double width, TextStyle style, std::size_t max_lines);

/// Can the text be wrapped so without leaving anything out?
bool fits(std::string_view text, double width, TextStyle style, std::size_t max_lines);

/// One line no wider than `width`, with an ellipsis where something was left out. May be empty.
std::string shorten(std::string_view text, double width, TextStyle style);

}  // namespace regioscope::chart
