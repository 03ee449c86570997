// Writes figures with their units. Private to the room.
#pragma once

#include <string>

#include "locale/locale_parts.h"

namespace regioscope::locale {

std::string amount_text(const LocaleParts& parts, const Amount& amount, const Unit& unit,
                        const Display& display);

/// A number in words from a million on, in full below.
std::string compact_text(const LocaleParts& parts, const Decimal& number);

}  // namespace regioscope::locale
