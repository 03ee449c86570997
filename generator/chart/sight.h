// How colours look to people: contrast, and how far apart two are, also for those who tell fewer apart.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace regioscope::chart {

/// Red, green and blue as linear light, 0 … 1.
using Light = std::array<double, 3>;

/// Of `#1c5f7a`; nothing when it is not written so.
std::optional<Light> light_of(std::string_view hex);

/// WCAG 2.2, "contrast ratio": 1 … 21.
double contrast(const Light& a, const Light& b);

/// Lightness, and its ways to red and to yellow (CIE L*a*b*, D65).
std::array<double, 3> lab(const Light& light);

/// CIE76.
double distance(const Light& a, const Light& b);

/// Ways of seeing: the common one, and those without one kind of cone.
struct Sight {
    std::string_view name;
    std::array<Light, 3> matrix;
};
extern const std::array<Sight, 4> sights;
Light seen(const Light& light, const Sight& sight);

/// What is asked of colours: words, and marks, on the page; two marks whose colours tell whose they
/// are, to whoever looks.
inline constexpr double least_contrast_of_words = 4.5;
inline constexpr double least_contrast_of_marks = 3;
inline constexpr double least_distance_of_regions = 28;

}  // namespace regioscope::chart
