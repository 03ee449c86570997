// How a table prints its numbers. Private to this room.
#pragma once

#include <string>

#include "data/entry.h"

namespace regioscope::data {

struct NumberFormat {
    std::string decimal = ".";
    std::string thousands;
    std::string prefix;
    std::string suffix;
};

NumberFormat read_number_format(const json::Value& value, const Context& context);

/// A value as the table prints it, from its digits: 7.70 → "7,70", 1920 → "1.920", more than 2000 →
/// "> 2.000".
std::string printed_text(const Value& value, const NumberFormat& format);

}  // namespace regioscope::data
