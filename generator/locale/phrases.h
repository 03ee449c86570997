// A list of words and phrases to look for in prose, whatever their case. `groot*` stands for every word that
// begins so.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace regioscope::locale {

class Phrases {
  public:
    void add(std::u32string_view phrase);

    /// `words` in lower case, one space between two.
    bool contain(std::u32string_view words) const;
    /// The words of the phrase that has most of them.
    std::size_t most_words() const { return most_words_; }

  private:
    using Set = std::set<std::u32string, std::less<>>;

    Set phrases_;
    Set beginnings_;
    std::size_t most_words_ = 0;
};

}  // namespace regioscope::locale
