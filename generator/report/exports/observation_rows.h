// The figures of an edition one by one, as every export lists them: those that are used, gaps and derived
// ones included, and where it is asked for those that are superseded or were corrected.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/site.h"

namespace regioscope::report {

struct ObservationRow {
    data::IndicatorIndex indicator{};
    data::AreaIndex area{};
    data::PeriodIndex period{};
    /// Null for derived ones.
    const data::Observation* observation = nullptr;
    /// Those of the measurement that is used, or the observation's own.
    const std::optional<data::Value>* value = nullptr;
    const data::Statuses* statuses = nullptr;
    std::optional<std::uint32_t> correction;
    /// Null for those that are not used.
    const analysis::Measurement* measurement = nullptr;
    /// The places of its ids among all of their kind: what rows are sorted by.
    std::array<std::uint32_t, 4> key{};

    bool is_used() const { return measurement != nullptr; }
};

/// Holds no row: a report of a million figures is handed out region by region. Refers to the site.
class ObservationRows {
  public:
    explicit ObservationRows(const Site& site);

    /// All regions in bytewise order of their ids.
    const std::vector<data::RegionIndex>& regions() const { return regions_; }

    /// Those that are used, sorted bytewise by indicator, area, period.
    std::vector<ObservationRow> used(data::RegionIndex region) const;
    /// The same with those that are not.
    std::vector<ObservationRow> all(data::RegionIndex region) const;
    /// Sorted bytewise by region, area, period.
    std::vector<ObservationRow> used(data::IndicatorIndex indicator) const;

  private:
    ObservationRow row_of(const analysis::Measurement& measurement) const;
    void add_unused(const data::Observation& observation);
    std::array<std::uint32_t, 4> key(data::IndicatorIndex indicator, data::AreaIndex area,
                                     data::PeriodIndex period, const data::Observation* observation) const;

    const Site& site_;
    const data::Dataset& dataset_;
    std::vector<data::RegionIndex> regions_;
    std::vector<std::uint32_t> indicator_places_;
    std::vector<std::uint32_t> area_places_;
    std::vector<std::uint32_t> period_places_;
    std::vector<std::uint32_t> source_places_;
    std::map<data::RegionIndex, std::vector<ObservationRow>> unused_;
};

/// The id of its source, or `derived`.
std::string_view source_of(const data::Dataset& dataset, const ObservationRow& row);
/// The place in its source as printed, or its formula.
std::string locator_of(const ObservationRow& row, const analysis::Presenter& presenter);
/// The text as printed; empty for derived ones.
std::string_view printed_of(const ObservationRow& row);
/// Why it was corrected, what its source remarks, what a licence asks to be said of calculated figures.
std::vector<std::string> notes_of(const ObservationRow& row, const analysis::Presenter& presenter);
/// What stands in the place of a missing figure; else the first reservation, or that there is none.
data::Status first_status(const ObservationRow& row);
/// `A`, `E;P`; empty for what was derived without reservation.
std::string status_codes(const data::Statuses& statuses);

}  // namespace regioscope::report
