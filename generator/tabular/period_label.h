// Periods as offices print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regioscope::tabular {

/// As datasets write it: `2015` for "2015 JJ00", `2015-Q1` for "1e kwartaal 2015", `2018-12-31` for
/// "31.12.2018". Nothing where the label is no period, or could be two.
std::optional<std::string> period_of(std::string_view label);

/// What is left of "2023 2)*", "2022¹" or "2024p" without the marks of notes and statuses behind it.
std::string without_period_marks(std::string_view label);

}  // namespace regioscope::tabular
