// The one number to compute with: points and "about" have one; bounds, ranges and gaps have none. What is
// compared is the number that readers see, so that nobody is called higher than one who reads alike.
#pragma once

#include <optional>

#include "analysis/measurement.h"

namespace regioscope::analysis {

inline std::optional<Decimal> number_of(const std::optional<data::Value>& value) {
    const bool has_number =
        value && (value->kind == data::Value::Kind::point || value->kind == data::Value::Kind::about);
    return has_number ? std::optional(value->low) : std::nullopt;
}

/// Of null: nothing.
inline std::optional<Decimal> number_of(const Measurement* measurement) {
    return measurement == nullptr ? std::nullopt : number_of(measurement->value);
}

/// A figure of an indicator with so many decimals, as comparisons take it: as readers see it.
inline data::Value compared(const data::Value& value, int decimals) {
    return data::shown(value, decimals);
}

/// Of null and of gaps: nothing.
inline std::optional<data::Value> compared(const data::Dataset& dataset, const Measurement* measurement) {
    if (measurement == nullptr || !measurement->value) return std::nullopt;
    return compared(*measurement->value, dataset[measurement->indicator].decimals);
}

inline std::optional<Decimal> compared_number(const data::Dataset& dataset, const Measurement* measurement) {
    return number_of(compared(dataset, measurement));
}

}  // namespace regioscope::analysis
