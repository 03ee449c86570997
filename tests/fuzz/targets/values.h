// Names that fuzzed expressions and templates may use; texts among them are hostile.
#pragma once

#include "expression/evaluation.h"
#include "expression/value.h"

namespace regioscope::fuzz {

/// Comes out of nothing that escapes.
inline constexpr const char* hostile = "\"'><zq onzq=1>&\\</script>{{zq}}";

inline expression::Map names() {
    using expression::List;
    using expression::Map;
    using expression::Value;
    return Map{{"number", Value(7)},
               {"share", Value(*Decimal::parse("7.20"))},
               {"hostile", Value(hostile)},
               {"text", Value("Twente")},
               {"nothing", Value::none()},
               {"yes", Value(true)},
               {"list", Value(List{Value(3), Value(1), Value(2)})},
               {"words", Value(List{Value("b"), Value(hostile), Value("a")})},
               {"region", Value(Map{{"id", Value("twente")},
                                    {"name", Value(hostile)},
                                    {"href", Value("regions/twente.html")},
                                    {"figures", Value(List{Value(1), Value(2)})}})},
               {"regions", Value(List{Value(Map{{"id", Value("twente")}, {"rank", Value(1)}}),
                                      Value(Map{{"id", Value("bremen")}, {"rank", Value(2)}})})}};
}

/// Enough for whatever a report does, and soon at an end.
inline expression::Limits limits() {
    expression::Limits small;
    small.steps = 20'000;
    small.text_size = 20'000;
    small.list_size = 2'000;
    small.weight = 4'000;
    small.made = 100'000;
    small.printed = 200'000;
    return small;
}

}  // namespace regioscope::fuzz
