// Citations and locators: where in which document a figure or a fact stands.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "data/entry.h"

namespace regioscope::data {

using json::Kind;

namespace {

/// In the order of Locator::Kind.
constexpr std::array<std::string_view, 5> locator_kinds = {"table", "section", "note", "figure", "slide"};

constexpr std::size_t fewest_words = 3;
constexpr std::size_t most_words = 8;

std::string read_anchor(Entry& locator) {
    const std::string anchor = locator.string("anchor");
    if (anchor.empty()) return anchor;
    const bool single_spaces =
        anchor.front() != ' ' && anchor.back() != ' ' && anchor.find("  ") == std::string::npos;
    const auto words = static_cast<std::size_t>(std::count(anchor.begin(), anchor.end(), ' ')) + 1;
    if (!single_spaces || words < fewest_words || words > most_words) {
        locator.findings()
            .error("invalid-anchor", locator.span_of("anchor"),
                   single_spaces ? fmt::format("an anchor has {} to {} words, this one {}", fewest_words,
                                               most_words, words)
                                 : "put single spaces between the words of an anchor")
            .note("a test looks for these words in the document, to find the place again");
    }
    return anchor;
}

}  // namespace

Locator read_locator(const json::Value& value, const Context& context) {
    Locator locator;
    locator.span = value.span;
    if (!json::expect(value, Kind::object, context.findings)) return locator;
    Entry entry(value, context);
    std::size_t given = 0;
    for (std::size_t i = 0; i < locator_kinds.size(); ++i) {
        if (!entry.has(locator_kinds[i])) {
            entry.optional(locator_kinds[i]);
            continue;
        }
        ++given;
        locator.kind = static_cast<Locator::Kind>(i);
        locator.label = entry.string(locator_kinds[i]);
    }
    if (given != 1) {
        context.findings.error("invalid-locator", entry.span(),
                               "a locator says exactly one of table, section, note, figure, slide");
    }
    locator.anchor = read_anchor(entry);
    return locator;
}

Citation Entry::source_and_part() {
    Citation citation;
    const auto source = reference("source", context_.dataset.source_by_id, "source");
    const json::Value* const written = of("part", Kind::text, Need::optional);
    if (!source) return citation;
    citation.source = *source;
    context_.texts.sources.push_back(*source);
    const Source& found = context_.dataset[*source];
    if (written == nullptr) {
        if (!found.parts.empty()) {
            findings()
                .error("missing-part", span_of("source"),
                       fmt::format("'{}' has dated parts; say which one", found.id))
                .note(fmt::format("for instance \"part\": \"{}\"", found.parts.front().id));
        }
        return citation;
    }
    std::vector<std::string_view> ids;
    for (const SourcePart& part : found.parts)
        ids.push_back(part.id);
    const auto at = std::find(ids.begin(), ids.end(), written->text);
    if (at == ids.end()) {
        findings().error("unknown-part", written->span,
                         found.parts.empty() ? fmt::format("the source '{}' has no parts", found.id)
                                             : fmt::format("'{}' has no part '{}'{}", found.id, written->text,
                                                           did_you_mean(written->text, ids)));
        return citation;
    }
    citation.part = static_cast<std::uint32_t>(at - ids.begin());
    return citation;
}

Citation read_citation(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Citation citation = entry.source_and_part();
    if (const json::Value* const locator = entry.required("locator"))
        citation.locator = read_locator(*locator, context);
    return citation;
}

Citation Entry::citation(std::string_view key) {
    const json::Value* const found = required(key);
    if (found == nullptr) return {};
    context_.texts.cited.push_back(whole());
    return read_citation(*found, context_);
}

std::vector<Citation> Entry::citations(std::string_view key, Need need) {
    std::vector<Citation> all;
    items(key, need, [&](const json::Value& item) { all.push_back(read_citation(item, context_)); });
    if (!all.empty()) context_.texts.cited.push_back(whole());
    return all;
}

}  // namespace regioscope::data
