// JSON inside a <script> element of an HTML page. `<`, `>`, `&`, U+2028 and U+2029 are written as `\u…`, so
// that `</script>`, `<!--` and line separators are harmless and the data stay the same.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

/// Any text as a JSON string, with its quotes. Invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace regioscope::escape
