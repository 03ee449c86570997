#include "chart/number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace regioscope::chart {

std::string number_text(double value) {
    if (!std::isfinite(value)) return "0";
    std::array<char, 340> buffer;  // the largest double has 309 digits before the point
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2);
    std::string text(buffer.data(), end.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

double rounded(double value) {
    return std::round(value * 100) / 100;
}

}  // namespace regioscope::chart
