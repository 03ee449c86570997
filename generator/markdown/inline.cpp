#include "markdown/inline.h"

#include <algorithm>

namespace regioscope::markdown {

namespace {

using WordsOf = std::function<std::string(const BoundValue&, Span)>;

void append_words(std::string& out, const Inlines& inlines, const WordsOf& words_of) {
    for (const Inline& part : inlines) {
        if (const auto* text = std::get_if<Text>(&part.what)) out += text->text;
        if (const auto* code = std::get_if<Code>(&part.what)) out += code->text;
        if (const auto* value = std::get_if<BoundValue>(&part.what)) out += words_of(*value, part.span);
        if (const auto* styled = std::get_if<Styled>(&part.what))
            append_words(out, styled->content, words_of);
        if (const auto* link = std::get_if<Link>(&part.what)) append_words(out, link->content, words_of);
        if (const auto* waiver = std::get_if<Waiver>(&part.what))
            append_words(out, waiver->content, words_of);
        if (std::holds_alternative<SoftBreak>(part.what) || std::holds_alternative<LineBreak>(part.what))
            out += ' ';
        // A citation leaves the space that its author put before it.
        if (std::holds_alternative<Citation>(part.what) && out.ends_with(' ')) out.pop_back();
    }
}

}  // namespace

std::string plain_text(const Inlines& inlines, const WordsOf& words_of) {
    std::string out;
    append_words(out, inlines, words_of);
    // Where a value stood, or a line ended, one space is enough.
    out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
              out.end());
    return out;
}

std::string plain_text(const Inlines& inlines) {
    return plain_text(inlines, [](const BoundValue&, Span) { return std::string(); });
}

}  // namespace regioscope::markdown
