// A region's name in three letters, for the heads of tables on a phone.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::figures {

/// The first letters of up to three words ("Vierkant voor Werk": VvW), or the first three of a single word
/// (Twe).
std::string abbreviation(std::string_view name);

}  // namespace regioscope::figures
