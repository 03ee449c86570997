#include "figures/abbreviation.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/utf8.h"

namespace regioscope::figures {

namespace {

constexpr std::size_t letters = 3;

std::string first_letters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; count > 0 && end < text.size(); --count)
        next_code_point(text, end);
    return std::string(text.substr(0, end));
}

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of(" -"), name.size());
        if (end > 0) words.push_back(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

}  // namespace

std::string abbreviation(std::string_view name) {
    const std::vector<std::string_view> words = words_of(name);
    if (words.size() == 1) return first_letters(words.front(), letters);
    std::string initials;
    for (std::size_t i = 0; i < words.size() && i < letters; ++i)
        initials += first_letters(words[i], 1);
    return initials;
}

}  // namespace regioscope::figures
