#include "figures/kind.h"

#include <algorithm>

namespace regioscope::figures {

Shape Kind::shape_of(std::size_t indicators, std::size_t regions) const {
    if (with_one_indicator && indicators == 1) return *with_one_indicator;
    if (with_one_region && regions == 1) return *with_one_region;
    return shape;
}

const Kind* find_kind(std::string_view word) {
    const auto found =
        std::find_if(kinds().begin(), kinds().end(), [&](const Kind& kind) { return kind.word == word; });
    return found == kinds().end() ? nullptr : &*found;
}

std::vector<std::string_view> kind_words() {
    std::vector<std::string_view> words;
    for (const Kind& kind : kinds())
        words.push_back(kind.word);
    return words;
}

bool goes_through_time(Shape shape) {
    return shape == Shape::periods || shape == Shape::ends;
}

}  // namespace regioscope::figures
