// Closed lists of words that several kinds of files share; see docs/datasets.md. Private to this room.
#pragma once

#include "data/entry.h"

namespace regioscope::data::words {

inline const Words fact_themes = {"enterprise",    "education",     "government", "living",  "image",
                                  "collaboration", "labour-market", "innovation", "history", "demography"};
inline const Words levels = {"vmbo", "mbo", "hbo", "wo"};
inline const Words action_lines = {"choose", "learn", "work"};
inline const Words elements = {"formal-institutions",
                               "culture",
                               "physical-infrastructure",
                               "demand",
                               "networks",
                               "leadership",
                               "finance",
                               "talent",
                               "new-knowledge",
                               "intermediate-services"};

}  // namespace regioscope::data::words
