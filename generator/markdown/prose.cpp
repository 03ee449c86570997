#include "markdown/prose.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/budget.h"
#include "base/utf8.h"
#include "locale/letters.h"
#include "markdown/characters.h"
#include "markdown/numbers.h"

namespace regioscope::markdown {

namespace {

/// In order; what overlaps is one.
std::vector<Stretch> joined(std::vector<Stretch> stretches) {
    std::sort(stretches.begin(), stretches.end());
    std::vector<Stretch> out;
    for (const Stretch& stretch : stretches) {
        if (!out.empty() && stretch.first < out.back().second)
            out.back().second = std::max(out.back().second, stretch.second);
        else
            out.push_back(stretch);
    }
    return out;
}

/// What the paragraphs of a footnote refer to.
std::vector<const Reference*> references_of(const Blocks& blocks) {
    std::vector<const Reference*> references;
    for (const Block& block : blocks) {
        const auto* const paragraph = std::get_if<Paragraph>(&block.what);
        if (paragraph == nullptr) continue;
        for (const Inline& part : paragraph->content) {
            const auto* const citation = std::get_if<Citation>(&part.what);
            if (citation == nullptr) continue;
            for (const Reference& reference : citation->references)
                references.push_back(&reference);
        }
    }
    return references;
}

/// Their results set figures against each other.
constexpr std::array<std::string_view, 14> comparing_functions = {
    "compare", "difference", "ratio", "change", "rank",  "about_equal", "highest",
    "lowest",  "second",     "best",  "worst",  "count", "all",         "any"};

bool compares(const expression::Expression& expression) {
    const std::set<std::string> names = expression.names();
    return std::any_of(comparing_functions.begin(), comparing_functions.end(),
                       [&](std::string_view function) { return names.contains(std::string(function)); });
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
    using Kind = Prose::Kind;

    void collect(const Paragraph& paragraph) { collect(paragraph.content, Kind::sentences); }
    void collect(const Heading& heading) { collect(heading.content, Kind::heading); }
    void collect(const Bullets& list) {
        for (const Blocks& item : list.items)
            collect(item);
    }
    void collect(const Quote& quote) { collect(quote.content); }
    void collect(const Aside& aside) {
        collect(aside.title, Kind::heading);
        collect(aside.content);
    }
    void collect(const CodeBlock&) {}
    void collect(const Rule&) {}
    void collect(const Table& table) {
        for (const Inlines& cell : table.head.cells)
            collect(cell, Kind::head_of_table);
        for (const Table::Row& row : table.rows) {
            for (const Inlines& cell : row.cells)
                collect(cell, Kind::sentences);
        }
    }
    void collect(const Figure&) {}
    void collect(const Conditional& conditional) {
        const bool outside = std::exchange(is_conditional_, true);
        collect(conditional.then);
        collect(conditional.otherwise);
        is_conditional_ = outside;
    }
    void collect(const Repetition& repetition) { collect(repetition.content); }

    void collect(const Inlines& inlines, Kind kind) {
        prose_ = {};
        prose_.kind = kind;
        prose_.is_conditional = is_conditional_;
        append(inlines);
        if (!prose_.text.empty()) visit_(prose_);
    }

    void append(const Inlines& inlines) {
        for (const Inline& part : inlines)
            std::visit([&](const auto& what) { append(what, part.span); }, part.what);
    }
    void append(const Inlines& inlines, std::vector<Stretch>& stretches) {
        const std::size_t begin = prose_.text.size();
        append(inlines);
        stretches.emplace_back(begin, prose_.text.size());
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
    void append(const BoundValue& value, Span span) {
        if (compares(value.expression)) prose_.comparisons.push_back(prose_.text.size());
        add(opaque, span);
    }
    void append(const Link& link, Span span) {
        switch (link.target.kind) {
            case Target::Kind::web:
                // A bare address is no sentence.
                if (plain_text(link.content) == link.target.path)
                    add(opaque, span);
                else
                    append(link.content);
                break;
            case Target::Kind::page:
            case Target::Kind::file:
                append(link.content, prose_.names);
                break;
            case Target::Kind::claim:
                append(link.content, prose_.claims);
                break;
            case Target::Kind::figure:
            case Target::Kind::term:
                append(link.content);
                break;
        }
    }
    void append(const Image&, Span span) { add(opaque, span); }
    void append(const Citation& citation, Span span) {
        std::vector<const Reference*> references;
        for (const Reference& reference : citation.references)
            references.push_back(&reference);
        add_citation(std::move(references), span);
    }
    void append(const FootnoteMark& mark, Span span) {
        const Footnote* footnote = document_.find_footnote(mark.label);
        if (footnote == nullptr) return;
        std::vector<const Reference*> references = references_of(footnote->content);
        if (!references.empty()) add_citation(std::move(references), span);
    }
    void append(const Waiver& waiver, Span) { append(waiver.content, prose_.waivers); }

    void add(char32_t c, Span place) {
        prose_.text += c;
        prose_.places.push_back(place);
    }
    void add_citation(std::vector<const Reference*> references, Span place) {
        prose_.citations.push_back(prose_.text.size());
        prose_.references.push_back(std::move(references));
        add(opaque, place);
    }

    const Document& document_;
    const std::function<void(const Prose&)>& visit_;
    bool is_conditional_ = false;
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

std::vector<Stretch> sentences(const Prose& prose, const locale::ProseWords& words) {
    const std::u32string_view text = prose.text;
    std::vector<Stretch> found;
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

bool overlap(const std::vector<Stretch>& stretches, Stretch one) {
    const auto reaches = std::partition_point(
        stretches.begin(), stretches.end(), [&](const Stretch& other) { return other.second <= one.first; });
    return reaches != stretches.end() && reaches->first < one.second;
}

bool hold(const std::vector<std::size_t>& offsets, Stretch one) {
    const auto first = std::lower_bound(offsets.begin(), offsets.end(), one.first);
    return first != offsets.end() && *first < one.second;
}

std::vector<Stretch> find_exceptions(std::u32string_view text, const std::vector<std::string>& exceptions) {
    std::vector<Stretch> found;
    constexpr std::size_t begun = 64;  // what it takes to begin with a phrase, in letters
    constexpr std::size_t letters_of_unit = 16;
    if (!Budget::of_build().spend(exceptions.size() * (text.size() + begun) / letters_of_unit)) return found;
    for (const std::string& exception : exceptions) {
        std::u32string phrase;
        for (std::size_t i = 0; i < exception.size();)
            phrase += next_code_point(exception, i);
        for (std::size_t at = text.find(phrase); !phrase.empty() && at != std::u32string_view::npos;
             at = text.find(phrase, at + phrase.size()))
            found.emplace_back(at, at + phrase.size());
    }
    return joined(std::move(found));
}

std::vector<Stretch> find_phrases(std::u32string_view text, const locale::Phrases& phrases) {
    // A hyphen makes one word of two: `zes-jarig`, `twenty-one`.
    const auto is_part = [](char32_t c) {
        return locale::is_letter(c) || (c >= U'0' && c <= U'9') || c == U'-' || c == 0x2011;
    };
    std::u32string lowered = locale::lowered(text);
    std::replace_if(lowered.begin(), lowered.end(), is_blank, U' ');
    const std::u32string_view words = lowered;

    std::vector<Stretch> found;
    for (std::size_t begin = 0; begin < words.size();) {
        if (!is_part(words[begin])) {
            ++begin;
            continue;
        }
        std::size_t end_of_first = 0;
        std::size_t end_of_longest = 0;
        std::size_t end = begin;
        for (std::size_t count = 0; count < std::max<std::size_t>(phrases.most_words(), 1); ++count) {
            while (end < words.size() && is_part(words[end]))
                ++end;
            if (count == 0) end_of_first = end;
            if (phrases.contain(words.substr(begin, end - begin))) end_of_longest = end;
            if (end + 1 >= words.size() || words[end] != U' ' || !is_part(words[end + 1])) break;
            ++end;
        }
        if (end_of_longest > 0) found.emplace_back(begin, end_of_longest);
        begin = std::max(end_of_first, end_of_longest);
    }
    return found;
}

}  // namespace regioscope::markdown
