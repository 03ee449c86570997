// A stretch of text to be read by the lexer, and where each of its bytes stands in a file. In a template or
// in Markdown that is the file itself; a JSON string is decoded first, and its escapes shift what follows
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace regioscope::expression {

class Passage {
  public:
    /// The file's own bytes; the source must outlive whatever is made of it.
    static Passage of(Span span);
    /// A JSON string, `span` with its quotes, decoded. (It was parsed before: what is malformed is taken as
    /// it stands.)
    static Passage of_json_string(Span span);

    std::string_view text() const { return decoded_.empty() ? origin_.text() : std::string_view(decoded_); }
    /// Where bytes [begin, end) of text() stand in the file.
    Span span(std::size_t begin, std::size_t end) const;
    Span whole() const { return origin_; }

  private:
    /// From `decoded` on, bytes stand `shift` further on in the file than in text().
    struct Shift {
        std::uint32_t decoded;
        std::uint32_t shift;
    };
    std::uint32_t place(std::size_t offset) const;

    Span origin_;
    std::string decoded_;
    std::vector<Shift> shifts_;
};

}  // namespace regioscope::expression
