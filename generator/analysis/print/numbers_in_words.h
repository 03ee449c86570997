// Which numbers words state: "zeven", "meer dan de helft", "Tweederde", in the language of a source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/print/print_check.h"

namespace regioscope::analysis {

/// Whole numbers from two to a hundred; a part of all (a half, a third) in percent, without decimals.
std::vector<Decimal> numbers_in_words(std::string_view words, const std::string& language,
                                      const Print& print);

}  // namespace regioscope::analysis
