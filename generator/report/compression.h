// Text files as hosts hand them out to browsers that unpack them: made once, with the most effort, and the
// same bytes every time.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::report {

/// Is a file text that gets smaller? Pictures and fonts are packed already.
bool is_compressible(std::string_view path);

/// gzip (RFC 1952), without a time or a name in it.
std::string gzipped(std::string_view text);
/// Brotli (RFC 7932).
std::string brotlied(std::string_view text);

}  // namespace regioscope::report
