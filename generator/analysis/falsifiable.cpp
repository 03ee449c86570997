#include "analysis/falsifiable.h"

#include <algorithm>

namespace regioscope::analysis {

namespace {

std::vector<data::IndicatorIndex> indicators_of(const std::vector<const Measurement*>& read) {
    std::vector<data::IndicatorIndex> indicators;
    for (const Measurement* const measurement : read)
        indicators.push_back(measurement->indicator);
    std::sort(indicators.begin(), indicators.end());
    indicators.erase(std::unique(indicators.begin(), indicators.end()), indicators.end());
    return indicators;
}

/// What stands in the places of others is tried in so many ways.
constexpr std::size_t most_shifts = 8;

/// Farther from what it was than any honest correction.
std::vector<data::Value> extremes_of(const Measurement& measurement) {
    const Decimal was = measurement.value ? measurement.value->middle().absolute() : Decimal();
    const Decimal far = (was + Decimal(1)) * Decimal(1000);
    return {data::Value::point(Decimal()), data::Value::point(far), data::Value::point(-far)};
}

data::Value value_of(const Measurement& measurement) {
    return measurement.value ? *measurement.value : data::Value::point(Decimal());
}

}  // namespace

bool can_be_false(const View& view, const std::vector<const Measurement*>& read, const Holds& holds) {
    if (read.empty()) return true;
    const std::vector<data::IndicatorIndex> indicators = indicators_of(read);
    Measurements changed = view.presenter->measurements().only(indicators);
    const Presenter presenter = view.presenter->of(changed);
    const auto is_false = [&] { return holds({&presenter, view.edition}) == false; };
    // One alone.
    for (const Measurement* const one : read) {
        for (const data::Value& value : extremes_of(*one)) {
            changed.change(*one, value);
            if (is_false()) return true;
        }
        changed.change(*one, value_of(*one));
    }
    // All alike, and all in the places of others.
    for (const data::Value& value : extremes_of(*read.front())) {
        for (const Measurement* const one : read)
            changed.change(*one, value);
        if (is_false()) return true;
    }
    for (std::size_t shift = 0; shift < std::min(read.size(), most_shifts); ++shift) {
        for (std::size_t i = 0; i < read.size(); ++i)
            changed.change(*read[i], value_of(*read[(read.size() - 1 - i + shift) % read.size()]));
        if (is_false()) return true;
    }
    return false;
}

}  // namespace regioscope::analysis
