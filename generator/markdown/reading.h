// What the readers of blocks and inlines share while one text is read. Private to the room.
#pragma once

#include <set>
#include <string>

#include "base/finding.h"
#include "expression/passage.h"
#include "markdown/document.h"

namespace regioscope::markdown {

/// Quotations in lists in quotations …, or styles in styles: deeper is no text for people, and refused.
inline constexpr std::size_t max_depth = 60;

struct Reading {
    const expression::Passage& passage;
    Mode mode;
    Findings& findings;

    /// Bytes [begin, end) of the passage, in the file.
    Span span(std::size_t begin, std::size_t end) const { return passage.span(begin, end); }
};

}  // namespace regioscope::markdown
