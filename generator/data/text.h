// Words for readers: inline Markdown per language, each with its place in a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace regioscope::data {

/// None is 0: the text of no file.
enum class TextId : std::uint32_t {};

struct Text {
    struct Entry {
        std::string language;
        std::string markdown;
        /// Between the quotes; where the file writes escapes (`\"`, `\n`), offsets in it run ahead of those
        /// in markdown.
        Span span;
    };
    TextId id{};
    std::vector<Entry> entries;
    /// The whole language map; stands nowhere when the text is not given.
    Span span;

    bool empty() const { return entries.empty(); }
    const Entry* find(std::string_view language) const;
    /// The entry in `language`, else in `fallback`, else the first one; null when empty. The caller shows
    /// that it fell back when the entry's language is not the one asked for.
    const Entry* in(std::string_view language, std::string_view fallback) const;
};

}  // namespace regioscope::data
