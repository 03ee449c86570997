// The words of an expression.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "base/source.h"
#include "expression/passage.h"

namespace regioscope::expression {

struct Token {
    enum class Kind : std::uint8_t { end, name, number, text, sign };

    Kind kind = Kind::end;
    /// As written; a view into the passage's text.
    std::string_view spelling;
    /// A text without quotes and escapes.
    std::string text;
    Decimal number;
    Span span;

    bool is_sign(std::string_view sign) const { return kind == Kind::sign && spelling == sign; }
    bool is_name(std::string_view name) const { return kind == Kind::name && spelling == name; }
};

/// For messages: "'+'", "the text 'a'", "the end of the expression".
std::string described(const Token& token);

/// What ends the expression, wherever it does not stand in brackets or in a text.
enum class Closing : std::uint8_t {
    end_of_passage,
    output,     // }} or -}}
    statement,  // %} or -%} or +%}
};

struct Tokens {
    /// The last one is of kind `end`.
    std::vector<Token> all;
    /// Where the closing begins (its `-` or `+` included), in bytes of the passage.
    std::size_t closing = 0;
};

/// Findings `syntax`: a character that belongs to nothing, a text or bracket that is not closed, a closing
/// that is missing. The tokens are good as long as the passage.
Result<Tokens> tokenize(const Passage& passage, std::size_t begin, std::size_t end, Closing closing);

}  // namespace regioscope::expression
