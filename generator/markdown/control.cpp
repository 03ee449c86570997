// Statements stand in paragraphs of their own between the blocks they rule; here they are matched.
#include <fmt/format.h>

#include "markdown/block_reader.h"

namespace regioscope::markdown {

namespace {

std::string_view word_of(Control::Word word) {
    switch (word) {
        case Control::Word::if_:
            return "if";
        case Control::Word::else_:
            return "else";
        case Control::Word::for_:
            return "for";
        case Control::Word::end:
            return "end";
    }
    return "";
}

/// Goes through the items once; each opening statement calls itself for what it rules.
class Folding {
  public:
    Folding(Items items, Findings& findings) : items_(std::move(items)), findings_(findings) {}

    /// Blocks up to a statement that ends them (it is not taken) or to the end.
    Blocks blocks(bool inside) {
        Blocks out;
        for (; next_ < items_.size(); ++next_) {
            if (auto* block = std::get_if<Block>(&items_[next_])) {
                out.push_back(std::move(*block));
                continue;
            }
            const Control& control = std::get<Control>(items_[next_]);
            if (control.word == Control::Word::if_ || control.word == Control::Word::for_) {
                out.push_back(ruled());
                continue;
            }
            if (inside) return out;
            findings_.error(
                "unbalanced-control", control.span,
                fmt::format("'{}' has no 'if' or 'for' before it at this level", word_of(control.word)));
        }
        return out;
    }

  private:
    /// Stands at `if` or `for`, and afterwards at its `end`.
    Block ruled() {
        Control opening = std::move(std::get<Control>(items_[next_++]));
        if (++depth_ > max_depth) {
            findings_.error("too-deep", opening.span,
                            fmt::format("statements stand more than {} deep inside each other", max_depth));
            next_ = items_.size();
        }
        Blocks then = blocks(true);
        Blocks otherwise;
        if (at(Control::Word::else_)) {
            const Control& divider = std::get<Control>(items_[next_]);
            if (opening.word == Control::Word::for_)
                findings_.error("unbalanced-control", divider.span, "'for' has no 'else'");
            ++next_;
            otherwise = blocks(true);
        }
        while (at(Control::Word::else_)) {
            findings_.error("unbalanced-control", std::get<Control>(items_[next_]).span,
                            "a second 'else' for one 'if'");
            ++next_;
            blocks(true);
        }
        --depth_;
        Span span = opening.span;
        if (depth_ >= max_depth) return {span, Rule{}};
        if (at(Control::Word::end))
            span = join(span, std::get<Control>(items_[next_]).span);
        else
            findings_.error("unbalanced-control", opening.span,
                            fmt::format("'{}' is never ended; write {{{{ end }}}} on a line of its own, at "
                                        "the same level of lists and quotations",
                                        word_of(opening.word)));
        if (opening.word == Control::Word::if_)
            return {span, Conditional{std::move(opening.expression), std::move(opening.normalized),
                                      std::move(then), std::move(otherwise)}};
        return {span, Repetition{std::move(opening.name), std::move(opening.expression),
                                 std::move(opening.normalized), std::move(then)}};
    }

    bool at(Control::Word word) const {
        return next_ < items_.size() && std::get<Control>(items_[next_]).word == word;
    }

    Items items_;
    std::size_t next_ = 0;
    std::size_t depth_ = 0;
    Findings& findings_;
};

}  // namespace

Blocks fold_controls(Items items, Findings& findings) {
    return Folding(std::move(items), findings).blocks(false);
}

}  // namespace regioscope::markdown
