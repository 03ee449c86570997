// What docs/findings.md tells of each code: the same page is in the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regioscope::report {

/// Every code that the page tells of, in its order.
std::vector<std::string_view> finding_codes();

/// A few words about a code; empty where its name says it all, or where there is no such code.
std::string summary_of_code(std::string_view code);

/// The section of the page that a code stands in, what is said of it there, and its example with a way out
/// where the page has one. Empty when there is no such code.
std::string explanation_of_code(std::string_view code);

}  // namespace regioscope::report
