#include "chart/sight.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace regioscope::chart {

namespace {

double linear_light(int byte) {
    const double share = byte / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const Light& c) {
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

}  // namespace

std::optional<Light> light_of(std::string_view hex) {
    constexpr std::size_t length = 7;
    if (hex.size() != length || hex.front() != '#') return std::nullopt;
    Light light{};
    for (std::size_t i = 0; i < light.size(); ++i) {
        const char* const begin = hex.data() + 1 + 2 * i;
        int byte = 0;
        const auto [end, error] = std::from_chars(begin, begin + 2, byte, 16);
        if (error != std::errc() || end != begin + 2 || *begin == '-') return std::nullopt;
        light[i] = linear_light(byte);
    }
    return light;
}

double contrast(const Light& a, const Light& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

std::array<double, 3> lab(const Light& c) {
    const auto root = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double x = root((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
    const double y = root(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]);
    const double z = root((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Light& a, const Light& b) {
    const auto p = lab(a);
    const auto q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes (2009), severity 1.0.
const std::array<Sight, 4> sights = {
    {{"normal sight", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
     {"protanopia",
      {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
     {"deuteranopia",
      {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
     {"tritanopia",
      {{{1.255528, -0.076749, -0.178779},
        {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}}}}}};

Light seen(const Light& light, const Sight& sight) {
    Light result{};
    for (std::size_t row = 0; row < result.size(); ++row) {
        const Light& m = sight.matrix[row];
        result[row] = std::clamp(m[0] * light[0] + m[1] * light[1] + m[2] * light[2], 0.0, 1.0);
    }
    return result;
}

}  // namespace regioscope::chart
