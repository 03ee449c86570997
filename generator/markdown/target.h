// Reads the address of a link. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "markdown/inline.h"

namespace regioscope::markdown {

struct BadTarget {
    /// `unsafe-link` or `broken-link`.
    std::string_view code;
    std::string message;
};

/// `url` as cmark decoded it. Only schemes that are known to be harmless lead anywhere.
std::variant<Target, BadTarget> read_target(std::string_view url);

}  // namespace regioscope::markdown
