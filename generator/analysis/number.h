// The one number to compute with: points and "about" have one; bounds, ranges and gaps have none.
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

}  // namespace regioscope::analysis
