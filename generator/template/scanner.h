// Cuts a template into texts and tags. White space control, comments, raw blocks and line breaks are settled
// here, with Jinja's defaults: nothing is trimmed by itself, but one line break at the very end is dropped.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "expression/passage.h"
#include "expression/token.h"

namespace regioscope::templates {

struct Piece {
    enum class Kind : std::uint8_t { text, output, statement };

    Kind kind = Kind::text;
    /// For texts.
    std::string text;
    /// For tags: what stands inside.
    std::vector<expression::Token> tokens;
    Span span;
};

/// Goes on after a broken tag, so that one pass shows as many problems as possible. Findings: `syntax`.
std::vector<Piece> scan(const SourceText& source, Findings& findings);

}  // namespace regioscope::templates
