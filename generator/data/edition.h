// An edition sees only what had been published by its date. This file decides, for one edition, which
// observation of each key is used, which are superseded and what corrections change: provenance and time in
// one place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "data/dataset.h"
#include "data/edition_range.h"

namespace regioscope::data {

/// One figure as an edition uses it: after superseding and corrections.
struct UsedObservation {
    ObservationIndex observation{};
    /// The observation's own, unless corrected.
    std::optional<Value> value;
    Statuses statuses;
    /// Index into Dataset::corrections.
    std::optional<std::uint32_t> correction;
};

/// The figures of one edition; indices refer to the Dataset it was made from, which must outlive it.
class EditionFigures {
  public:
    /// Sorted by indicator, area, period (index order of the Dataset; periods in time order).
    const std::vector<UsedObservation>& used() const { return used_; }
    /// Published by then, but a newer source says otherwise.
    const std::vector<ObservationIndex>& superseded() const { return superseded_; }

    /// The figure under a key; null when nothing was published. A gap or a withheld figure is found without a
    /// value.
    const UsedObservation* find(IndicatorIndex indicator, AreaIndex area, PeriodIndex period) const;
    /// All figures of an indicator, contiguous in used(): [first, last).
    std::pair<std::size_t, std::size_t> range_of(IndicatorIndex indicator) const;

    friend EditionFigures figures_of(const Dataset& dataset, const std::vector<Edition>& editions,
                                     std::size_t edition, Findings& findings);

  private:
    const Dataset* dataset_ = nullptr;
    std::vector<UsedObservation> used_;
    std::vector<ObservationIndex> superseded_;
    std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

/// When a citation's text was published: its part's date, or the source's.
Date published(const Dataset& dataset, const Citation& citation);
bool is_visible(const Dataset& dataset, const Citation& citation, const Edition& edition);

/// `unemployment-rate/twente/2015`: how findings and the register of accepted ones name a figure.
std::string key_of(const Dataset& dataset, const Observation& observation);

/// Selects the figures of one edition. Findings: `conflicting-observations` (same key, published on the same
/// day, different value, no correction), `stale-correction` (the printed figure is no longer what `expect`
/// says), `unknown-edition`.
EditionFigures figures_of(const Dataset& dataset, const std::vector<Edition>& editions, std::size_t edition,
                          Findings& findings);

}  // namespace regioscope::data
