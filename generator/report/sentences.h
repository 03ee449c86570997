// Titles and sentences set one after another: a full stop comes between them only where none stands yet, as
// after "Who takes the initiative?".
#pragma once

#include <string>
#include <string_view>

namespace regioscope::report {

inline bool ends_sentence(std::string_view words) {
    return words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
}

inline std::string as_sentence(std::string_view words) {
    return std::string(words) + (words.empty() || ends_sentence(words) ? "" : ".");
}

/// Either may be empty.
inline std::string followed_by(std::string_view words, std::string_view more) {
    const std::string_view between = words.empty() || more.empty() ? "" : " ";
    return (more.empty() ? std::string(words) : as_sentence(words)).append(between).append(more);
}

}  // namespace regioscope::report
