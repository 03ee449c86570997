#include "markdown/document.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "markdown/block_reader.h"
#include "markdown/characters.h"
#include "markdown/outline.h"
#include "markdown/tree.h"

namespace regioscope::markdown {

namespace {

/// cmark's time grows with the square of the brackets that are open at once; people never open so many.
constexpr std::size_t max_open_brackets = 1000;
constexpr std::size_t max_size = 4'000'000;
/// cmark fills up rows that are shorter than their table, whatever its width.
constexpr std::size_t max_table_cells = 100'000;

/// The first line at which the tables of a text may come to more cells than allowed. A line of nothing but
/// `-`, `:` and `|` (and the marks of quotations and lists) gives the width, up to the next empty line.
std::optional<std::size_t> find_excess_cells(std::string_view text) {
    const Lines lines(text);
    std::size_t columns = 0;
    std::size_t cells = 0;
    for (std::size_t i = 0; i < lines.count(); ++i) {
        const std::string_view line = lines[i];
        if (trimmed(line).empty()) columns = 0;
        const bool may_give_width = line.find_first_not_of("-:| \t>*+.)0123456789") == std::string_view::npos;
        if (may_give_width && line.find('-') != std::string_view::npos)
            columns =
                std::max(columns, static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1);
        cells += columns;
        if (cells > max_table_cells) return lines.begin(i);
    }
    return std::nullopt;
}

/// Why a text is not even given to the parser.
std::optional<Finding> refuse(const Reading& reading) {
    const std::string_view text = reading.passage.text();
    const auto refusal = [&](std::string_view code, std::size_t at, std::string message) {
        return make_error(code, reading.span(at, std::min(at + 1, text.size())), std::move(message));
    };
    if (text.size() > max_size)
        return refusal("invalid-text", 0, fmt::format("the text is longer than {} bytes", max_size));
    if (const auto invalid = find_invalid_utf8(text))
        return refusal("invalid-text", *invalid, "this is no valid UTF-8");
    if (const auto unprintable = find_unprintable(text)) {
        std::size_t at = *unprintable;
        return refusal("invalid-text", *unprintable,
                       fmt::format("the character U+{:04X} has no place in a text",
                                   static_cast<unsigned>(next_code_point(text, at))));
    }

    if (const auto excess = find_excess_cells(text))
        return refusal("too-deep", *excess,
                       fmt::format("the tables come to more than {} cells here", max_table_cells));

    std::size_t open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '[' && ++open > max_open_brackets)
            return refusal("too-deep", i,
                           fmt::format("more than {} brackets are open here", max_open_brackets));
        if (c == ']' && open > 0) --open;
        // Brackets do not reach beyond an empty line.
        if (c == '\n' && i + 1 < text.size() && text[i + 1] == '\n') open = 0;
    }
    return std::nullopt;
}

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
