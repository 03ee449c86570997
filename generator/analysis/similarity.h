// How much regions are alike: the distance between them over a declared list of indicators, each brought to
// one scale, each theme counting once. docs/methods.md explains every step.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/measurement.h"

namespace regioscope::analysis {

/// An indicator on a scale on which 0 is the regions' mean and 1 their standard deviation.
struct Standardised {
    data::IndicatorIndex indicator{};
    /// One per region, in order; null where there is none.
    std::vector<const Measurement*> measurements;
    Decimal mean;
    Decimal deviation;
    /// (value − mean) / deviation; nothing where there is no number.
    std::vector<std::optional<Decimal>> scores;
};

/// So many regions must have a number, and they must differ.
inline constexpr std::size_t minimum_to_standardise = 3;
/// Nothing when too few regions have a number or all are equal.
std::optional<Standardised> standardise(const Measurements& measurements, data::IndicatorIndex indicator,
                                        const std::vector<data::RegionIndex>& regions);

struct Distance {
    /// Places in the list of regions, first < second.
    std::size_t first = 0;
    std::size_t second = 0;
    /// Root of the mean over the themes of the mean squared difference in each; nothing when the two share
    /// figures in fewer than half of the themes.
    std::optional<Decimal> distance;
    /// Indicators and themes for which both have a figure.
    std::size_t indicators = 0;
    std::size_t themes = 0;
};

struct Sensitivity {
    data::ThemeIndex left_out{};
    std::vector<Distance> pairs;
    /// Spearman's, of these distances with those of all themes; nothing when fewer than three pairs have
    /// both.
    std::optional<Decimal> rank_correlation;
};

struct Similarity {
    std::vector<data::RegionIndex> regions;
    /// Those of the declared indicators that can be used.
    std::vector<Standardised> indicators;
    /// Declared, but too few regions have it or all are equal.
    std::vector<data::IndicatorIndex> unused;
    /// Of the used indicators, in the order in which they first occur.
    std::vector<data::ThemeIndex> themes;
    /// Every pair, in the order of the regions.
    std::vector<Distance> pairs;
    /// One per theme; empty when there are fewer than three themes.
    std::vector<Sensitivity> sensitivities;
};

Similarity similarity_of(const Measurements& measurements,
                         const std::vector<data::IndicatorIndex>& indicators,
                         const std::vector<data::RegionIndex>& regions);

/// The other regions by distance from one, nearest first; those without a distance are left out.
std::vector<std::size_t> peers_of(const std::vector<Distance>& pairs, std::size_t region);

/// The pair of two places, in any order; null when they are one.
const Distance* find_pair(const std::vector<Distance>& pairs, std::size_t a, std::size_t b);

}  // namespace regioscope::analysis
