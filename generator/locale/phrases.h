// A list of words and phrases that are looked for in prose, whatever their case.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "locale/letters.h"

namespace regioscope::locale {

class Phrases {
  public:
    void add(std::u32string_view phrase) {
        if (phrase.empty()) return;
        phrases_.insert(lowered(phrase));
        longest_ = std::max(longest_, phrase.size());
    }

    /// `words` in lower case, one space between two.
    bool contain(std::u32string_view words) const { return phrases_.contains(words); }
    /// The length of the longest one.
    std::size_t longest() const { return longest_; }

  private:
    std::set<std::u32string, std::less<>> phrases_;
    std::size_t longest_ = 0;
};

}  // namespace regioscope::locale
