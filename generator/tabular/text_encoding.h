// Which letters the bytes of a file mean.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::tabular {

/// The text in UTF-8, without a byte order mark: what it says to be in UTF-8 or UTF-16, and what is no UTF-8
/// as Windows-1252, which spreadsheets of western Europe write.
std::string decoded(std::string_view bytes);

}  // namespace regioscope::tabular
