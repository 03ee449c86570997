#include "markdown/document.h"

#include <algorithm>

#include "base/budget.h"
#include "markdown/block_reader.h"
#include "markdown/outline.h"
#include "markdown/refusal.h"
#include "markdown/tree.h"

namespace regioscope::markdown {

namespace {

std::size_t count_nodes(cmark_node* root) {
    std::size_t count = 0;
    cmark_iter* const walk = cmark_iter_new(root);
    while (cmark_iter_next(walk) != CMARK_EVENT_DONE)
        ++count;
    cmark_iter_free(walk);
    return count;
}

/// What a document keeps of a node, roughly, and how many steps of an expression reading, checking and
/// writing it takes as long as.
constexpr std::size_t bytes_of_node = 150;
constexpr std::size_t steps_of_node = 40;

}  // namespace

Document::Document() : Document(Content{{}, {}, {Section{}}, {}, {}, Mode::fragment}) {}

Document::Document(Content content) : content_(std::make_shared<const Content>(std::move(content))) {}

const Footnote* Document::find_footnote(std::string_view label) const {
    const auto found = std::find_if(footnotes().begin(), footnotes().end(),
                                    [&](const Footnote& footnote) { return footnote.label == label; });
    return found == footnotes().end() ? nullptr : &*found;
}

const Heading* Document::title() const {
    for (const Block& block : blocks()) {
        const auto* heading = std::get_if<Heading>(&block.what);
        if (heading != nullptr && heading->level == 1) return heading;
    }
    return nullptr;
}

const Paragraph* Document::opening() const {
    for (const Block& block : blocks()) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.what)) return paragraph;
        const auto* heading = std::get_if<Heading>(&block.what);
        if (heading == nullptr || heading->level != 1) return nullptr;
    }
    return nullptr;
}

Document parse(const expression::Passage& passage, Mode mode, Findings& findings) {
    Reading reading{passage, mode, findings};
    Document::Content content;
    content.span = passage.whole();
    content.mode = mode;
    if (auto refused = refuse(reading)) {
        findings.add(std::move(*refused));
        content.sections.push_back({});
        return Document(std::move(content));
    }
    const Tree tree = parse_tree(passage.text());
    const std::size_t nodes = count_nodes(tree.get());
    Budget& budget = Budget::of_build();
    const Span whole = passage.whole();
    const Span first_letter{whole.source, whole.begin, std::min(whole.begin + 1, whole.end)};
    if (!budget.spend(nodes * steps_of_node) || !budget.keep(nodes * bytes_of_node)) {
        findings.add(budget.is_spent() ? budget_spent(first_letter)
                                       : too_much_work(first_letter, too_many_texts));
        content.sections.push_back({});
        return Document(std::move(content));
    }
    const Lines lines(passage.text());
    BlockReader(reading, lines).read_document(tree.get(), content);
    outline(content, mode, findings);
    return Document(std::move(content));
}

Document parse(Span span, Mode mode, Findings& findings) {
    return parse(expression::Passage::of(span), mode, findings);
}

Document parse_json_string(Span literal, Mode mode, Findings& findings) {
    return parse(expression::Passage::of_json_string(literal), mode, findings);
}

}  // namespace regioscope::markdown
