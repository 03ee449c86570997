// Who starts something or takes part in it: a proper name, the same in every language, or words per language.
#pragma once

#include <string>

#include "data/text.h"

namespace regioscope::data {

struct Party {
    /// Empty when `words` tell who it is.
    std::string name;
    Text words;
};

}  // namespace regioscope::data
