// Finds numbers in a run of sentences and tells figures from years, dates, ordinals, names and references.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "locale/prose_words.h"

namespace regioscope::markdown {

struct FoundNumber {
    /// With the currency before it and the unit behind it: `€ 5 mln`.
    std::size_t begin = 0;
    std::size_t end = 0;
};

enum class Surroundings { sentence, heading };

/// Numbers that state a figure, in order.
std::vector<FoundNumber> find_figures(std::u32string_view text, Surroundings surroundings,
                                      const locale::ProseWords& words);

/// Numbers that name a year or several: `2015`, `2010–2015`.
std::vector<FoundNumber> find_years(std::u32string_view text, const locale::ProseWords& words);

/// A figure as it is, whatever the language: digits with `.` before decimals; of a range both ends.
std::vector<std::string> digits_of(std::u32string_view figure, char32_t decimal_sign);

/// Does the full stop at `stop` belong to an ordinal or a date, as in "am 1. Januar"?
bool is_ordinal_stop(std::u32string_view text, std::size_t stop, const locale::ProseWords& words);

}  // namespace regioscope::markdown
