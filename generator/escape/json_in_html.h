// JSON inside a <script> element of an HTML page. `<`, `>`, `&`, U+2028 and U+2029 are written as `\u…`, so
// that
// `</script>`, `<!--` and line separators are harmless and the data stay the same.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

/// Any text as a JSON string, with its quotes. Invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);
std::string json_string(std::string_view text);

/// JSON that was serialised elsewhere, made harmless. (In JSON these characters occur in strings only.)
void append_json_in_html(std::string& out, std::string_view json);
std::string json_in_html(std::string_view json);

}  // namespace regioscope::escape
