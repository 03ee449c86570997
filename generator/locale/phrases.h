// A list of words and phrases that are looked for in prose, whatever their case.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "locale/letters.h"

namespace regioscope::locale {

class Phrases {
  public:
    void add(std::u32string_view phrase) {
        if (!phrase.empty()) phrases_.insert(lowered(phrase));
    }

    /// `words` in lower case, one space between two.
    bool contain(std::u32string_view words) const { return phrases_.contains(words); }

  private:
    std::set<std::u32string, std::less<>> phrases_;
};

}  // namespace regioscope::locale
