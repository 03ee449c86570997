// From text to tree. Findings: `syntax` with the exact place, and `unknown-filter`, `unknown-test` at once
// when the registry is given.
#pragma once

#include <optional>

#include "base/result.h"
#include "expression/functions.h"
#include "expression/node.h"
#include "expression/passage.h"

namespace regioscope::expression {

struct ParseOptions {
    /// `|` and `is`. In Markdown there are none: `|` ends a table cell.
    enum class Filters { allowed, refused } filters = Filters::allowed;
    /// If given, names of filters and tests are looked up while parsing.
    const Functions* functions = nullptr;
};

/// Parses the whole passage as one expression.
Result<Expression> parse(const Passage& passage, const ParseOptions& options = {});
/// The same for bytes [begin, end) of the passage.
Result<Expression> parse(const Passage& passage, std::size_t begin, std::size_t end,
                         const ParseOptions& options = {});

/// Where the `}}` stands that closes an expression beginning at `begin`: not one inside a string or a map.
/// Nothing when it is never closed.
std::optional<std::size_t> find_closing(std::string_view text, std::size_t begin);

}  // namespace regioscope::expression
