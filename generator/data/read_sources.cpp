// sources.json: the documents that figures and facts are cited from.
#include <fmt/format.h>

#include <algorithm>

#include "data/readers.h"

namespace regioscope::data {

namespace {

bool is_language(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Only web addresses: no `javascript:` ever becomes a link.
bool is_web_address(std::string_view text) {
    const bool web = text.starts_with("https://") || text.starts_with("http://");
    const auto printable = [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '<' && c != '>' && c != '\\';
    };
    return web && text.size() > text.find("//") + 2 && std::all_of(text.begin(), text.end(), printable);
}

bool is_file_name(std::string_view text) {
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == '_';
    };
    return !text.empty() && text.front() != '.' && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), good);
}

/// An identifier, an address, or words.
LicenceStatement read_licence(Entry& entry) {
    LicenceStatement statement;
    const json::Value* const value = entry.optional("licence");
    if (value == nullptr) return statement;
    statement.span = value->span;
    if (value->kind != json::Kind::text) {
        statement.words = entry.name("licence", Need::optional);
        for (const Text::Entry& words : statement.words.entries) {
            if (statement.licence == nullptr) statement.licence = find_licence(words.markdown);
        }
        return statement;
    }
    statement.licence = find_licence(value->text);
    if (statement.licence != nullptr) return statement;
    if (is_web_address(value->text)) {
        statement.url = value->text;
    } else {
        entry.findings()
            .error("unknown-licence", value->span,
                   fmt::format("no licence '{}'{}", value->text, did_you_mean(value->text, licence_ids())))
            .note(
                "write an SPDX identifier (\"CC-BY-4.0\"), the address of the licence, or a text per "
                "language");
    }
    return statement;
}

/// What a licence forbids is for the editor to weigh.
void check_licence(const Source& source, Findings& findings) {
    const Licence* const licence = source.licence.licence;
    if (licence == nullptr || (licence->allows_commerce && licence->allows_derivatives)) return;
    Finding& finding = findings.warning(
        "restricted-licence", source.licence.span,
        fmt::format("{} forbids {}, which readers of this report may do with its figures", licence->name,
                    licence->allows_commerce ? "calculating with the figures" : "commercial use"));
    finding.subject = source.id;
    finding.note(
        "ask the publisher, leave the source out, or accept the finding with the reason why it is allowed");
}

/// Said once for all of them.
void report_unidentified(const std::vector<Source>& sources, Findings& findings) {
    std::vector<const Source*> unidentified;
    for (const Source& source : sources) {
        if (source.licence.address().empty()) unidentified.push_back(&source);
    }
    if (unidentified.empty()) return;
    Finding& finding = findings.warning(
        "unidentified-licence", unidentified.front()->span,
        unidentified.size() == 1
            ? fmt::format("the licence of '{}' has no identifier: its rules are not known",
                          unidentified.front()->id)
            : fmt::format("the licences of {} sources have no identifier: their rules are not known",
                          unidentified.size()));
    finding.severity = Severity::note;
    for (std::size_t i = 1; i < unidentified.size(); ++i)
        finding.note(fmt::format("'{}'", unidentified[i]->id), unidentified[i]->span);
    finding.note("where there is a licence, name it: \"licence\": \"CC-BY-4.0\"");
}

SourcePart read_part(const json::Member& member, const Context& context) {
    Entry entry(member.value, context);
    SourcePart part;
    part.id = member.key;
    part.span = member.key_span;
    part.title = entry.name("title");
    part.published = entry.date("published").value_or(Date());
    return part;
}

Source read_source(const json::Member& member, const Context& context) {
    const Owning owning(context.texts, Owner::Kind::source, member.key);
    Entry entry(member.value, context);
    Source source;
    source.id = member.key;
    source.span = member.key_span;
    source.title = entry.string("title");
    source.subtitle = entry.string("subtitle", Need::optional);
    source.language = entry.matching("language", Need::required, is_language, "invalid-language",
                                     "language code of two or three small letters");
    source.authors = entry.strings("authors", Need::optional);
    source.publisher = entry.string("publisher");
    source.url =
        entry.matching("url", Need::optional, is_web_address, "invalid-url", "web address (https://…)");
    if (const auto date = entry.date("published")) {
        source.published = *date;
        source.published_written = inside_quotes(entry.span_of("published")).text();
    }
    source.licence = read_licence(entry);
    check_licence(source, context.findings);
    source.description = entry.text("description", Need::optional);
    source.extract = entry.matching("extract", Need::optional, is_file_name, "invalid-path", "file name");
    entry.members("parts", Need::optional,
                  [&](const json::Member& part) { source.parts.push_back(read_part(part, context)); });
    return source;
}

}  // namespace

void read_sources(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("sources", Need::required, [&](const json::Member& member) {
        out.source_by_id.emplace(member.key, SourceIndex{static_cast<std::uint32_t>(out.sources.size())});
        out.sources.push_back(read_source(member, context));
    });
    report_unidentified(out.sources, context.findings);
}

}  // namespace regioscope::data
