#include "analysis/plausibility/freshness.h"

#include <fmt/format.h>

#include "analysis/place.h"

namespace regioscope::analysis {

namespace {

/// The same day some months later. A day that the month does not have runs into the next one, which is late
/// enough for a rhythm.
data::Date months_later(data::Date date, int months) {
    const int month = date.month - 1 + months;
    date.year += month / 12;
    date.month = month % 12 + 1;
    return date;
}

}  // namespace

const Measurement* stale_figure(const Measurements& measurements, data::IndicatorIndex indicator,
                                const data::Edition& edition) {
    const data::Dataset& dataset = measurements.dataset();
    const int cadence = dataset[indicator].cadence_months;
    if (cadence == 0) return nullptr;
    const Measurement* newest = nullptr;
    for (const Measurement& measurement : measurements.of(indicator)) {
        if (!measurement.value) continue;
        if (newest == nullptr || dataset[newest->period] < dataset[measurement.period]) newest = &measurement;
    }
    if (newest == nullptr) return nullptr;
    return months_later(dataset[newest->period].last, cadence) < edition.as_of ? newest : nullptr;
}

void report_stale(const Measurements& measurements, const data::Edition& edition, Findings& findings) {
    const data::Dataset& dataset = measurements.dataset();
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        const auto index = static_cast<data::IndicatorIndex>(i);
        const Measurement* const newest = stale_figure(measurements, index, edition);
        if (newest == nullptr) continue;
        const data::Indicator& indicator = dataset[index];
        Finding finding = make_warning(
            "stale-figure", indicator.span,
            fmt::format(
                "the newest figure of '{}' is of {}; one is due every {} months, and the edition is of {}",
                indicator.id, dataset[newest->period].written, indicator.cadence_months,
                edition.as_of.text()));
        finding.severity = Severity::note;
        finding.subject = indicator.id;
        finding.notes.push_back(note_of(dataset, newest->origins.front()));
        findings.add(std::move(finding));
    }
}

}  // namespace regioscope::analysis
