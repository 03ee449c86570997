// A measurement: a figure as an edition of the report uses it, observed in a source or derived from such
// figures. It carries where it comes from, so that whatever is made of it can say so.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "data/dataset.h"
#include "data/edition.h"

namespace regioscope::analysis {

struct Measurement {
    data::IndicatorIndex indicator{};
    data::AreaIndex area{};
    data::PeriodIndex period{};
    /// Nothing when it is missing; the statuses then say why.
    std::optional<data::Value> value;
    data::Statuses statuses;
    /// What it was read from: one observation, or those of all operands of a derived value in first-seen
    /// order.
    std::vector<data::ObservationIndex> origins;
    bool derived = false;
    /// Index into Dataset::corrections.
    std::optional<std::uint32_t> correction;
};

/// All measurements of one edition. Refers to the dataset, which must outlive it; immutable, shared by
/// threads.
class Measurements {
  public:
    /// Computes the derived indicators, each where all its operands are there for one area and period. From
    /// points and "about" something is derived; from bounds and ranges nothing is.
    Measurements(const data::Dataset& dataset, const data::EditionFigures& figures);

    const data::Dataset& dataset() const { return *dataset_; }

    /// A copy that knows nothing but these indicators, to be changed.
    Measurements only(const std::vector<data::IndicatorIndex>& indicators) const;
    /// Of one of this copy or of what it was copied from: its value becomes another one.
    void change(const Measurement& measurement, const data::Value& value);

    /// By region, then the region's areas by preference, then time.
    std::span<const Measurement> of(data::IndicatorIndex indicator) const;
    std::span<const Measurement> of(data::IndicatorIndex indicator, data::RegionIndex region) const;

    const Measurement* find(data::IndicatorIndex indicator, data::AreaIndex area,
                            data::PeriodIndex period) const;

    /// A region's figure: on the first of its areas that has one, of that period or else the latest. Gaps
    /// count only when there is nothing else. Null when the indicator says nothing of the region.
    const Measurement* find(data::IndicatorIndex indicator, data::RegionIndex region,
                            std::optional<data::PeriodIndex> period = std::nullopt) const;

    /// Every region's figure in the order given; null where there is none.
    std::vector<const Measurement*> find_all(data::IndicatorIndex indicator,
                                             const std::vector<data::RegionIndex>& regions,
                                             std::optional<data::PeriodIndex> period = std::nullopt) const;

    /// A region's figure as one table prints it, whatever the edition makes of it: checks hold two places of
    /// a source against each other. Null when the edition sees none.
    const Measurement* find_printed(data::IndicatorIndex indicator, data::RegionIndex region,
                                    data::PeriodIndex period, data::TableIndex table) const;

  private:
    explicit Measurements(const data::Dataset& dataset)
        : dataset_(&dataset), by_indicator_(dataset.indicators.size()) {}
    std::vector<Measurement> derive(const data::Indicator& indicator, data::IndicatorIndex index) const;
    void sort(std::vector<Measurement>& list) const;

    const data::Dataset* dataset_;
    std::vector<std::vector<Measurement>> by_indicator_;
    /// What is printed but not used so: superseded, repeated, corrected or withheld.
    std::vector<Measurement> printed_only_;
};

}  // namespace regioscope::analysis
