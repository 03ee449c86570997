// How far a number strays from others it should resemble. Numbers are compared by their logarithms: what
// counts is the factor between them.
#pragma once

#include <optional>
#include <vector>

namespace regioscope::analysis::plausibility {

struct Stray {
    /// Which of the numbers.
    std::size_t index = 0;
    /// How far beyond the others, as a logarithm to base 10; negative when below them.
    double gap = 0;
    /// Multiplying by ten to this power would bring it among the others; 0: no such power would.
    int power = 0;
};

/// The numbers that lie beyond all others by more than `least` and by more than the others lie apart; there
/// must be at least `fewest_others`. `logarithms` need not be sorted. Linear after one sort.
std::vector<Stray> strays(const std::vector<double>& logarithms, double least, std::size_t fewest_others);

double median(std::vector<double> values);

}  // namespace regioscope::analysis::plausibility
