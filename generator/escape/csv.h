// Fields of CSV files (RFC 4180).
//
// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and quoting does not stop them.
// A field that begins so, or with a tab or carriage return before it, gets an apostrophe in front, unless it
// is a number or a lone sign (`-0.5`, `+1,8`, `-`). All other fields are published to the letter.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

/// One field, quoted where it needs to be: it holds a comma, a quote or a line break, or spaces at an end.
/// Invalid UTF-8 and NUL become U+FFFD.
void append_csv_field(std::string& out, std::string_view text);
std::string csv_field(std::string_view text);

}  // namespace regioscope::escape
