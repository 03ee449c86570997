// The text of a source document, for looking up what is printed where. Its layout is lost: cells of a table
// follow one another, and the numbers of footnotes are glued to the words before them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope::analysis {

class Extract {
  public:
    struct Token {
        /// A word in lower case; a number without marks for thousands, its decimal mark as a point.
        std::string text;
        /// A number as it is printed.
        std::string written;
        bool is_number = false;
        /// A number that stands at a word without a space: perhaps a footnote's.
        bool is_glued = false;
        /// Where it stands, in characters.
        std::size_t at = 0;
    };

    /// Tokens from the first one to before the last one.
    struct Stretch {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    explicit Extract(std::string_view text) : tokens_(tokens_of(text)) {}

    static std::vector<Token> tokens_of(std::string_view text);

    const std::vector<Token>& tokens() const { return tokens_; }
    Stretch all() const { return {0, tokens_.size()}; }
    /// Everywhere within `range` that these words follow one another, whatever footnotes stand among them.
    std::vector<Stretch> find(std::string_view words, Stretch range) const;
    /// So many characters more on each side.
    Stretch around(Stretch stretch, std::size_t characters) const;
    /// Do the tokens of `words` follow one another somewhere in it?
    bool has(std::string_view words, Stretch range) const { return !find(words, range).empty(); }

  private:
    std::vector<Token> tokens_;
};

}  // namespace regioscope::analysis
