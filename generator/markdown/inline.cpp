#include "markdown/inline.h"

#include <algorithm>

namespace regioscope::markdown {

namespace {

void append_words(std::string& out, const Inlines& inlines) {
    for (const Inline& part : inlines) {
        if (const auto* text = std::get_if<Text>(&part.what)) out += text->text;
        if (const auto* code = std::get_if<Code>(&part.what)) out += code->text;
        if (const auto* styled = std::get_if<Styled>(&part.what)) append_words(out, styled->content);
        if (const auto* link = std::get_if<Link>(&part.what)) append_words(out, link->content);
        if (const auto* waiver = std::get_if<Waiver>(&part.what)) append_words(out, waiver->content);
        if (std::holds_alternative<SoftBreak>(part.what) || std::holds_alternative<LineBreak>(part.what))
            out += ' ';
    }
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
    std::string out;
    append_words(out, inlines);
    // Where a value stood, or a line ended, one space is enough.
    out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
              out.end());
    return out;
}

}  // namespace regioscope::markdown
