// How a region's whole divides into the parts of a composition, how far two regions differ in that, and in
// what a region specialises.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/measurement.h"

namespace regioscope::analysis {

struct Structure {
    data::AreaIndex area{};
    data::PeriodIndex period{};
    /// In the order of the composition's parts; null where nothing is known.
    std::vector<const Measurement*> parts;
    /// In percent of the whole; nothing where a part has no number.
    std::vector<std::optional<Decimal>> shares;
    Decimal whole;
};

/// All parts on one area and of one period, those of the region's figure of the whole (or of the first part
/// there is). Nothing when neither the whole nor all parts have a number.
std::optional<Structure> structure_of(const Measurements& measurements, const data::Composition& composition,
                                      data::RegionIndex region);

struct Dissimilarity {
    /// Half the sum of the absolute differences in share, in percentage points: 0 when both divide alike; the
    /// share that would have to change places to make them alike.
    Decimal index;
    struct Part {
        /// Its place in the composition.
        std::size_t part = 0;
        /// The first region's share minus the second's, in percentage points.
        Decimal difference;
    };
    /// Those that both know, largest absolute difference first; equals keep the composition's order.
    std::vector<Part> parts;
};

/// Both are structures of one composition.
Dissimilarity dissimilarity(const Structure& first, const Structure& second);

/// A part's share in the region over its share in the country: 1 is as the country, 2 is twice as much.
/// Nothing where a share is unknown or the country has none.
std::optional<Decimal> location_quotient(const Structure& region, const Structure& country, std::size_t part);

}  // namespace regioscope::analysis
