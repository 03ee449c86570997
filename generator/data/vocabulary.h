// Closed lists of words that several kinds of files share; see docs/datasets.md. Private to this room.
#pragma once

#include <string_view>

namespace regioscope::data::words {

inline constexpr std::string_view fact_themes[] = {
    "enterprise",    "education",     "government", "living",  "image",
    "collaboration", "labour-market", "innovation", "history", "demography"};
inline constexpr std::string_view levels[] = {"vmbo", "mbo", "hbo", "wo"};

}  // namespace regioscope::data::words
