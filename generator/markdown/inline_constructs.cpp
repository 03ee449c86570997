// The part of the inline reader that knows what is ours: bound values, citations, waivers, and marks that
// were meant to be one of them.
#include <fmt/format.h>

#include <algorithm>

#include "expression/parse.h"
#include "markdown/characters.h"
#include "markdown/constructs.h"
#include "markdown/inline_reader.h"
#include "markdown/target.h"

namespace regioscope::markdown {

namespace {

/// A bound value keeps its meaning when spaces are laid differently, but not when `>` of a quotation gets
/// into it.
bool same_but_for_space(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (true) {
        while (i < a.size() && is_space(a[i]))
            ++i;
        while (j < b.size() && is_space(b[j]))
            ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

}  // namespace

void InlineReader::read_value(Inlines& out) {
    const std::size_t begin = cursor_;
    const auto closing = expression::find_closing(text(), begin + 2);
    if (!closing) return lose();
    cursor_ = *closing + 2;
    const Span where = span(begin, cursor_);
    const std::string_view inner = text().substr(begin + 2, *closing - begin - 2);

    if (const std::string_view word = control_word(inner); !word.empty()) {
        reading_.findings.error(
            "control-not-alone", where,
            fmt::format("'{}' must stand on a line of its own, with an empty line before and after", word));
        return;
    }
    const std::size_t first = content_.place(begin + 2);
    const std::size_t last = content_.place(*closing);
    if (!same_but_for_space(inner, reading_.passage.text().substr(first, last - first))) {
        reading_.findings.error("split-expression", where,
                                "the expression is interrupted by marks of a quotation or table; write it on "
                                "one line, without '|'");
        return;
    }
    auto parsed = expression::parse(reading_.passage, first, last,
                                    {expression::ParseOptions::Filters::refused, nullptr});
    if (!parsed) {
        reading_.findings.add(std::move(parsed).finding());
        return;
    }
    if (calls_figure(*parsed)) {
        reading_.findings.error(
            "figure-not-alone", where,
            "a figure must stand on a line of its own, with an empty line before and after");
        return;
    }
    out.push_back({where, BoundValue{std::move(*parsed), normalized_expression(inner)}});
}

void InlineReader::read_citation_text(std::string_view literal, Inlines& out) {
    const std::size_t begin = cursor_ - (cursor_ > 0 ? 1 : 0);
    cursor_ += literal.size();
    const Span where = span(begin, cursor_ + 1);
    Text* const before = out.empty() ? nullptr : std::get_if<Text>(&out.back().what);
    if (before == nullptr || !before->text.ends_with('[')) {
        // A reference definition of that name has made it a link.
        reading_.findings.error("broken-citation", where, "a citation cannot be the words of a link");
        return;
    }
    before->text.pop_back();
    --out.back().span.end;
    if (before->text.empty()) out.pop_back();
    behind_citation_ = true;

    Citation citation;
    for (CitedPart& part : read_citation(literal)) {
        const Span place = span(begin + 1 + part.begin, begin + 1 + part.end);
        if (part.source.empty())
            reading_.findings.error("broken-citation", place ? place : where,
                                    fmt::format("'{}' is no citation; write [@source-id, Tabel 2] or "
                                                "[@source-id#part, § 4; @other-source]",
                                                literal.substr(part.begin, part.end - part.begin)));
        else
            citation.references.push_back(
                {std::move(part.source), std::move(part.part), std::move(part.locator), place});
    }
    out.push_back({where, std::move(citation)});
}

void InlineReader::add_link(Inline link, const char* url, const char* title, Inlines content, Inlines& out) {
    const std::string_view address = url == nullptr ? std::string_view() : std::string_view(url);
    const std::string words_in_quotes = title == nullptr ? std::string() : std::string(title);
    if (address.starts_with("waive:")) {
        if (address != "waive:" || trimmed(words_in_quotes).empty())
            reading_.findings.error(
                "waiver-reason", link.span,
                "a waived number needs a reason, in quotes behind a space: [12](waive: \"why\")");
        link.what = Waiver{words_in_quotes, std::move(content)};
        out.push_back(std::move(link));
        return;
    }
    auto target = read_target(address);
    if (const auto* bad = std::get_if<BadTarget>(&target)) {
        reading_.findings.error(bad->code, link.span, bad->message);
        for (Inline& part : content)
            out.push_back(std::move(part));
        return;
    }
    if (content.empty())
        reading_.findings.error("empty-link", link.span,
                                fmt::format("the link to '{}' has no words", address));
    link.what = Link{std::move(std::get<Target>(target)), words_in_quotes, std::move(content)};
    out.push_back(std::move(link));
}

/// Where "{ value(…) }" stands, and how long it is: nobody writes that for its own sake.
static std::optional<std::pair<std::size_t, std::size_t>> call_in_single_braces(std::string_view text) {
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        if (open > 0 && (text[open - 1] == '{' || text[open - 1] == '\\')) continue;
        constexpr std::size_t longest = 200;
        const std::size_t length = text.substr(open, longest).find('}');
        if (length == std::string_view::npos) continue;
        const std::size_t close = open + length;
        const std::string_view inside = trimmed(text.substr(open + 1, length - 1));
        const std::size_t bracket = inside.find('(');
        if (bracket == 0 || bracket == std::string_view::npos || inside.back() != ')') continue;
        const bool is_name =
            std::all_of(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(bracket),
                        [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
        if (is_name) return std::pair(open, close + 1 - open);
    }
    return std::nullopt;
}

/// Marks that are still texts were meant to be something.
void InlineReader::check_leftovers(const Inlines& inlines) {
    for (const Inline& part : inlines) {
        if (const auto* words = std::get_if<Text>(&part.what)) check_leftovers(*words, part.span);
        if (const auto* styled = std::get_if<Styled>(&part.what)) check_leftovers(styled->content);
        if (const auto* link = std::get_if<Link>(&part.what)) check_leftovers(link->content);
        if (const auto* waiver = std::get_if<Waiver>(&part.what)) check_leftovers(waiver->content);
    }
}

void InlineReader::check_leftovers(const Text& words, Span where) {
    const auto place = [&](std::size_t begin, std::size_t length) {
        const auto offset = static_cast<std::uint32_t>(begin);
        return Span{where.source, where.begin + offset,
                    std::min(where.end, where.begin + offset + static_cast<std::uint32_t>(length))};
    };
    if (const std::size_t open = words.text.find("{{"); open != std::string::npos)
        report_once(
            "open-expression", place(open, 2),
            "'{{' is never closed here: is '}}', a quote or a bracket missing? '|' ends a table cell; "
            "for the characters themselves write \\{{");
    if (const auto call = call_in_single_braces(words.text))
        report_once("open-expression", place(call->first, call->second),
                    fmt::format("one brace stands for itself: write {{{{ {} }}}}, or \\{{ for the character",
                                trimmed(words.text.substr(call->first + 1, call->second - 2))));
    if (const std::size_t link = words.text.find("]("); link != std::string::npos)
        report_once(
            "broken-link", place(link, 2),
            "these brackets make no link; an address has no spaces: [words](address \"title\"), [12](waive: "
            "\"why\")");
    if (const std::size_t citation = words.text.find("[@"); citation != std::string::npos)
        report_once("broken-citation", place(citation, 2), "'[@' begins a citation, but no ']' closes it");
    const std::size_t note = words.text.find("[^");
    const std::size_t end = note == std::string::npos ? note : words.text.find(']', note + 2);
    if (end == std::string::npos || end == note + 2) return;
    const std::string mark = words.text.substr(note, end + 1 - note);
    report_once("unknown-footnote", place(note, mark.size()),
                fmt::format("there is no footnote '{0}'; write it on a line that begins with '{0}:'", mark));
}

void InlineReader::report_once(std::string_view code, Span where, std::string message) {
    if (reported_.insert(code).second) reading_.findings.error(code, where, std::move(message));
}

}  // namespace regioscope::markdown
