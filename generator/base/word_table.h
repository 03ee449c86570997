// The words of an enumeration, as files write them: one table from which both ways go.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace regioscope {

/// In the order of the enumeration.
template <class Enum, std::size_t count>
struct WordTable {
    std::array<std::string_view, count> words;

    constexpr std::size_t size() const { return count; }
    constexpr std::string_view operator[](Enum one) const { return words[static_cast<std::size_t>(one)]; }
    constexpr std::optional<Enum> find(std::string_view word) const {
        const auto found = std::find(words.begin(), words.end(), word);
        if (found == words.end()) return std::nullopt;
        return static_cast<Enum>(found - words.begin());
    }
};

}  // namespace regioscope
