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

enum class Answer { false_somewhere, always_true, not_always_answered };

/// `changed` are the figures to change.
Answer try_all(const View& view, Measurements changed, const std::vector<const Measurement*>& read,
               const Holds& holds) {
    const Presenter presenter = view.presenter->of(changed);
    Answer otherwise = Answer::always_true;
    const auto is_false = [&] {
        const std::optional<bool> answer = holds({&presenter, view.edition});
        if (!answer) otherwise = Answer::not_always_answered;
        return answer == false;
    };
    // One alone.
    for (const Measurement* const one : read) {
        for (const data::Value& value : extremes_of(*one)) {
            changed.change(*one, value);
            if (is_false()) return Answer::false_somewhere;
        }
        changed.change(*one, value_of(*one));
    }
    // All alike, and all in the places of others.
    for (const data::Value& value : extremes_of(*read.front())) {
        for (const Measurement* const one : read)
            changed.change(*one, value);
        if (is_false()) return Answer::false_somewhere;
    }
    for (std::size_t shift = 0; shift < std::min(read.size(), most_shifts); ++shift) {
        for (std::size_t i = 0; i < read.size(); ++i)
            changed.change(*read[i], value_of(*read[(read.size() - 1 - i + shift) % read.size()]));
        if (is_false()) return Answer::false_somewhere;
    }
    return otherwise;
}

}  // namespace

bool can_be_false(const View& view, const std::vector<const Measurement*>& read, const Holds& holds) {
    if (read.empty()) return true;
    const Measurements& all = view.presenter->measurements();
    Answer answer = try_all(view, all.only(indicators_of(read)), read, holds);
    // With other figures a condition may go on to read indicators that it did not come to before.
    if (answer == Answer::not_always_answered) answer = try_all(view, all, read, holds);
    return answer == Answer::false_somewhere;
}

}  // namespace regioscope::analysis
