// A message: an ICU MessageFormat pattern, compiled once. ICU reads the grammar (braces, apostrophes, plural
// and select) and knows each language's plural rules; the compiled form is plain data that any thread may
// write.
//
// Numbers, dates and names come in as arguments that are already formatted; `{n, number}` and the like are
// refused, because ICU would format them through double. An argument that a plural counts is a Decimal; its
// digits as written matter ("1 euro" but "1,0 euros" in some languages).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"

namespace regioscope::locale {

struct Argument {
    std::string name;
    /// A Decimal where the pattern wants words is written with its own decimals.
    std::variant<std::string, Decimal> value;
};

using Arguments = std::vector<Argument>;

/// A stretch of a written message: literal text, or what an argument became. Callers that build markup escape
/// the text and put their own (a link, say) in the argument's place.
struct Piece {
    std::string text;
    /// The argument's name; empty for literal text.
    std::string argument;
};

/// The pieces' text, one after the other.
std::string text_of(const std::vector<Piece>& pieces);

class Message {
  public:
    /// Findings: `broken-message` at `span`, saying what is wrong and where in the pattern.
    static std::optional<Message> compile(std::string_view pattern, Span span, Findings& findings);

    /// A unit's phrase: it shows {number} and may count with {count}. A space beside {number} does not break.
    static std::optional<Message> compile_phrase(std::string_view pattern, Span span, Findings& findings);

    /// Sorted, each once.
    const std::vector<std::string>& argument_names() const { return names_; }
    bool uses(std::string_view argument) const;
    /// Its text outside all choices and arguments.
    std::string plain_text() const;
    const Span& span() const { return span_; }

  private:
    friend class MessageWriter;

    /// A node is a piece of text, an argument, `#`, or a choice between branches.
    struct Node;
    struct Branch {
        /// `other`, `one`, a select's word; for `=2` the number decides.
        std::string keyword;
        std::optional<Decimal> exactly;
        std::vector<Node> nodes;
    };
    struct Node {
        enum class Kind { text, argument, counted, plural, ordinal, select };
        Kind kind = Kind::text;
        /// The text, or the argument's name. (`counted` is `#`: the number of the plural around it.)
        std::string text;
        Decimal offset;
        std::vector<Branch> branches;
    };
    friend struct PatternReader;

    static void keep_number_with_unit(std::vector<Node>& nodes);

    std::vector<Node> nodes_;
    std::vector<std::string> names_;
    Span span_;
};

}  // namespace regioscope::locale
