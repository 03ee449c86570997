// CSV files and their fields (RFC 4180, CRLF).
//
// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and quoting does not stop them.
// A field that begins so, or with a tab or carriage return before it, gets an apostrophe in front, unless it
// is a number, a range of them or a lone sign (`-0.5`, `+1,8`, `-5..-3`, `-`). All other fields are published
// to the letter.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace regioscope::escape {

/// One field, quoted where it needs to be: it holds a comma, a quote or a line break, or spaces at an end.
/// Invalid UTF-8 and NUL become U+FFFD.
void append_csv_field(std::string& out, std::string_view text);

/// A file row by row.
class Csv {
  public:
    Csv& field(std::string_view text);
    void end_row();
    void row(std::initializer_list<std::string_view> fields);
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
    bool is_row_begun_ = false;
};

}  // namespace regioscope::escape
