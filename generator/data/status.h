// Observation status: the codes of SDMX CL_OBS_STATUS (version 2.2).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace regioscope::data {

enum class Status : char {
    normal = 'A', time_series_break = 'B', definition_differs = 'D', estimated = 'E', forecast = 'F', experimental = 'G',
    missing_holiday = 'H', imputed = 'I', derogation = 'J', included_elsewhere = 'K', missing_not_collected = 'L',
    missing_cannot_exist = 'M', not_significant = 'N', missing = 'O', provisional = 'P', suppressed = 'Q', special_event = 'S',
    low_reliability = 'U', unvalidated = 'V', includes_other = 'W'
};

std::optional<Status> parse_status(std::string_view code);
char code_of(Status status);
/// H, L, M, O, Q: there is no value.
bool means_missing(Status status);
/// E, F, I, P, U, D: marked at the number wherever it is shown, and a claim must accept it by name.
bool is_doubtful(Status status);

/// Ordered: the first one drives the symbol.
using Statuses = std::vector<Status>;

}  // namespace regioscope::data
