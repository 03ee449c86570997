#include "data/text.h"

#include <algorithm>

namespace regioscope::data {

const Text::Entry* Text::find(std::string_view language) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.language == language; });
    return found == entries.end() ? nullptr : &*found;
}

const Text::Entry* Text::in(std::string_view language, std::string_view fallback) const {
    if (const Entry* const exact = find(language)) return exact;
    if (const Entry* const other = find(fallback)) return other;
    return entries.empty() ? nullptr : &entries.front();
}

}  // namespace regioscope::data
