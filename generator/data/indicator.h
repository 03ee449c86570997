// What is measured: themes, units, indicators (observed or derived) and compositions of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "base/word_table.h"
#include "data/index.h"
#include "data/text.h"

namespace regioscope::data {

struct Theme {
    std::string id;
    Text name;
    Text description;
    Span span;
};

struct Unit {
    enum class Kind { percent, currency, count, number };
    static constexpr WordTable<Kind, 4> kind_words = {{"percent", "currency", "count", "number"}};
    std::string id;
    Kind kind = Kind::number;
    /// ISO 4217, for currencies.
    std::string currency;
    Text name;
    /// ICU message with {number} and {count}; may be empty.
    Text phrase;
    Span span;
};

enum class Polarity { neutral, higher_is_better, lower_is_better };
inline constexpr WordTable<Polarity, 3> polarity_words = {{"neutral", "higher-is-better", "lower-is-better"}};

/// A declared operation over other indicators; see docs/datasets.md for the formulas.
struct Derivation {
    enum class Operation { sum, difference, ratio, share, per, change, index };
    static constexpr WordTable<Operation, 7> operation_words = {
        {"sum", "difference", "ratio", "share", "per", "change", "index"}};
    Operation operation = Operation::sum;
    std::vector<IndicatorIndex> operands;
    Decimal scale = 1;
    std::optional<PeriodIndex> base;
    Span span;
};

struct Indicator {
    std::string id;
    ThemeIndex theme{};
    UnitIndex unit{};
    int decimals = 0;
    Polarity polarity = Polarity::neutral;
    Decimal about_equal;
    Text name;
    Text short_name;
    Text definition;
    Text note;
    /// ISO 8601 duration in months; 0 when none is declared.
    int cadence_months = 0;
    std::optional<Derivation> derivation;
    Span span;
};

/// Disjoint parts of a declared whole.
struct Composition {
    std::string id;
    Text name;
    std::vector<IndicatorIndex> parts;
    /// Nothing: the whole is the sum of the parts.
    std::optional<IndicatorIndex> whole;
    Decimal tolerance;
    Span span;
};

}  // namespace regioscope::data
