// The success criteria of WCAG 2.2 on levels A and AA, by number and by the names that its documents have.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope::report {

struct SuccessCriterion {
    /// `1.4.3`
    std::string_view number;
    /// `contrast-minimum`
    std::string_view name;
};

/// In the order of their numbers.
std::span<const SuccessCriterion> success_criteria();

/// By number; null when there is none.
const SuccessCriterion* find_criterion(std::string_view number);

/// Those that a text of a test speaks of: `1.4.3`, `wcag143`, `WCAG2:contrast-minimum`, an address that ends
/// in
/// `#contrast-minimum`.
std::vector<const SuccessCriterion*> criteria_in(std::string_view text);

/// Where W3C explains it.
std::string address_of(const SuccessCriterion& criterion);

}  // namespace regioscope::report
