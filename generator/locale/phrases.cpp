#include "locale/phrases.h"

#include <algorithm>

#include "locale/letters.h"

namespace regioscope::locale {

void Phrases::add(std::u32string_view phrase) {
    if (phrase.empty()) return;
    const auto spaces = std::count(phrase.begin(), phrase.end(), U' ');
    most_words_ = std::max(most_words_, static_cast<std::size_t>(spaces) + 1);
    const bool is_beginning = phrase.back() == U'*';
    if (is_beginning) phrase.remove_suffix(1);
    (is_beginning ? beginnings_ : phrases_).insert(lowered(phrase));
}

bool Phrases::contain(std::u32string_view words) const {
    if (phrases_.contains(words)) return true;
    if (beginnings_.empty()) return false;
    for (std::size_t size = 1; size <= words.size(); ++size) {
        // What a beginning leaves open is the end of its last word.
        if (beginnings_.contains(words.substr(0, size)) &&
            words.find(U' ', size) == std::u32string_view::npos)
            return true;
    }
    return false;
}

}  // namespace regioscope::locale
