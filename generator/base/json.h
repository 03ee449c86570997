// JSON with places: a tree in which every value and every key knows where it stood in its file.
//
// The text is parsed by nlohmann/json's SAX interface, whose tokens are found again in the text; errors of
// syntax, duplicate keys, invalid UTF-8 and numbers that are no decimals become findings. Numbers keep their
// digits as written, so that 9.0 stays 9.0. Order of keys is the file's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"
#include "base/source.h"

namespace regioscope::json {

enum class Kind { null, boolean, number, text, list, object };

/// With an article, for messages: "a number", "an object".
std::string_view described(Kind kind);

struct Member;

struct Value {
    Kind kind = Kind::null;
    bool boolean = false;
    /// For numbers only; `text` then holds the digits as written.
    Decimal number;
    std::string text;
    std::vector<Value> items;
    std::vector<Member> members;
    Span span;

    const Value* find(std::string_view key) const;
};

struct Member {
    std::string key;
    Span key_span;
    Value value;
};

/// How deep lists and objects may nest.
inline constexpr std::size_t max_depth = 100;

/// Parses a whole text; on an error adds a finding and returns nothing. Duplicate keys are findings too, but
/// the tree is still returned (the first one counts), so that one pass shows as many problems as possible.
std::optional<Value> parse(const SourceText& source, Findings& findings);

}  // namespace regioscope::json
