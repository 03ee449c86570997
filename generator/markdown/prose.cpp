#include "markdown/prose.h"

#include <algorithm>

#include "base/utf8.h"
#include "markdown/characters.h"
#include "markdown/numbers.h"

namespace regioscope::markdown {

namespace {

bool cites(const Inlines& inlines);

bool cites(const Blocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.what);
        return paragraph != nullptr && cites(paragraph->content);
    });
}

bool cites(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(),
                       [](const Inline& part) { return std::holds_alternative<Citation>(part.what); });
}

class Collector {
  public:
    Collector(const Document& document, const std::function<void(const Prose&)>& visit)
        : document_(document), visit_(visit) {}

    void collect(const Blocks& blocks) {
        for (const Block& block : blocks)
            std::visit([&](const auto& what) { collect(what); }, block.what);
    }

  private:
    void collect(const Paragraph& paragraph) { collect(paragraph.content, false); }
    void collect(const Heading& heading) { collect(heading.content, true); }
    void collect(const Bullets& list) {
        for (const Blocks& item : list.items)
            collect(item);
    }
    void collect(const Quote& quote) { collect(quote.content); }
    void collect(const Aside& aside) {
        collect(aside.title, true);
        collect(aside.content);
    }
    void collect(const CodeBlock&) {}
    void collect(const Rule&) {}
    void collect(const Table& table) {
        collect(table.head);
        for (const Table::Row& row : table.rows)
            collect(row);
    }
    void collect(const Table::Row& row) {
        for (const Inlines& cell : row.cells)
            collect(cell, false);
    }
    void collect(const Figure&) {}
    void collect(const Conditional& conditional) {
        collect(conditional.then);
        collect(conditional.otherwise);
    }
    void collect(const Repetition& repetition) { collect(repetition.content); }

    void collect(const Inlines& inlines, bool is_heading) {
        prose_ = {};
        prose_.is_heading = is_heading;
        append(inlines);
        if (!prose_.text.empty()) visit_(prose_);
    }

    void append(const Inlines& inlines) {
        for (const Inline& part : inlines)
            std::visit([&](const auto& what) { append(what, part.span); }, part.what);
    }

    void append(const Text& words, Span span) {
        const bool to_the_letter = span.end - span.begin == words.text.size();
        for (std::size_t i = 0; i < words.text.size();) {
            const auto begin = static_cast<std::uint32_t>(i);
            const char32_t c = next_code_point(words.text, i);
            const Span exact{span.source, span.begin + begin, span.begin + static_cast<std::uint32_t>(i)};
            add(c, to_the_letter ? exact : span);
        }
    }
    void append(const SoftBreak&, Span span) { add(U' ', span); }
    void append(const LineBreak&, Span span) { add(U' ', span); }
    void append(const Code&, Span span) { add(opaque, span); }
    void append(const Styled& styled, Span) { append(styled.content); }
    void append(const BoundValue&, Span span) { add(opaque, span); }
    void append(const Link& link, Span span) {
        // A bare address is no sentence.
        if (link.target.kind == Target::Kind::web && plain_text(link.content) == link.target.path)
            add(opaque, span);
        else
            append(link.content);
    }
    void append(const Image&, Span span) { add(opaque, span); }
    void append(const Citation&, Span span) { add_citation(span); }
    void append(const FootnoteMark& mark, Span span) {
        const Footnote* footnote = document_.find_footnote(mark.label);
        if (footnote != nullptr && cites(footnote->content)) add_citation(span);
    }
    void append(const Waiver&, Span span) { add(opaque, span); }

    void add(char32_t c, Span place) {
        prose_.text += c;
        prose_.places.push_back(place);
    }
    void add_citation(Span place) {
        prose_.citations.push_back(prose_.text.size());
        add(opaque, place);
    }

    const Document& document_;
    const std::function<void(const Prose&)>& visit_;
    Prose prose_;
};

/// Does the sentence end with the sign at `i`? After it come a space and something that begins one.
bool ends_sentence(std::u32string_view text, std::size_t i, const locale::ProseWords& words) {
    std::size_t next = i + 1;
    while (next < text.size() &&
           (text[next] == U')' || text[next] == U'"' || text[next] == U'’' || text[next] == U'”'))
        ++next;
    if (next >= text.size()) return true;
    if (!is_blank(text[next])) return false;
    while (next < text.size() && is_blank(text[next]))
        ++next;
    if (next < text.size() && locale::is_small(text[next])) return false;
    if (text[i] != U'.') return true;
    std::size_t begin = i;
    while (begin > 0 && locale::is_letter(text[begin - 1]))
        --begin;
    const std::u32string_view word = text.substr(begin, i - begin);
    if (word.empty()) return !is_ordinal_stop(text, i, words);
    return word.size() > 1 && !words.abbreviations.contain(locale::lowered(word));
}

}  // namespace

void for_each_prose(const Document& document, const std::function<void(const Prose&)>& visit) {
    Collector collector(document, visit);
    collector.collect(document.blocks());
    for (const Footnote& footnote : document.footnotes())
        collector.collect(footnote.content);
}

std::vector<std::pair<std::size_t, std::size_t>> sentences(const Prose& prose,
                                                           const locale::ProseWords& words) {
    const std::u32string_view text = prose.text;
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_sign = text[i] == U'.' || text[i] == U'!' || text[i] == U'?' || text[i] == U'…';
        if (!is_sign || !ends_sentence(text, i, words)) continue;
        std::size_t end = i + 1;
        // Citations right behind it still belong to it.
        for (std::size_t next = end; next < text.size() && (is_blank(text[next]) || text[next] == opaque);
             ++next)
            if (std::binary_search(prose.citations.begin(), prose.citations.end(), next)) end = next + 1;
        found.emplace_back(begin, end);
        begin = end;
        i = end - 1;
    }
    if (begin < text.size()) found.emplace_back(begin, text.size());
    return found;
}

}  // namespace regioscope::markdown
