#include "report/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "base/slug.h"
#include "data/entry.h"
#include "escape/url.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

using data::Entry;
using data::Need;
using json::Kind;

bool is_language_tag(std::string_view text) {
    return text.size() >= 2 && text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

bool is_web_address(std::string_view url) {
    return escape::is_safe_url(url) && (url.starts_with("https://") || url.starts_with("http://"));
}

std::vector<std::string> read_languages(const json::Value& root, Findings& findings) {
    std::vector<std::string> languages;
    const json::Value* const list = root.find("languages");
    if (list == nullptr || list->kind != Kind::list) return languages;
    for (const json::Value& item : list->items) {
        const bool known = item.kind == Kind::text && is_language_tag(item.text);
        if (!known || std::find(languages.begin(), languages.end(), item.text) != languages.end()) {
            findings.error("invalid-language", item.span, "expected a language tag like 'nl', each once");
        } else {
            languages.push_back(item.text);
        }
    }
    return languages;
}

void read_editions(Entry& entry, Settings& settings, const data::Context& context) {
    entry.members("editions", Need::required, [&](const json::Member& member) {
        data::check_id(member.key, member.key_span, context.findings);
        Entry edition(member.value, context);
        if (const auto as_of = edition.date("as_of")) settings.editions.push_back({member.key, *as_of});
    });
    std::stable_sort(settings.editions.begin(), settings.editions.end(),
                     [](const auto& a, const auto& b) { return a.as_of < b.as_of; });
    settings.default_edition = entry.string("edition");
    data::check_edition(settings.default_edition, entry.span_of("edition"), settings.editions,
                        context.findings);
}

void read_pairs(Entry& entry, Settings& settings) {
    entry.items("pairs", Need::optional, [&](const json::Value& item) {
        const bool is_pair = item.kind == Kind::list && item.items.size() == 2 &&
                             item.items[0].kind == Kind::text && item.items[1].kind == Kind::text;
        if (!is_pair) {
            entry.findings().error("wrong-type", item.span, "expected a list of two region ids");
            return;
        }
        settings.pairs.emplace_back(item.items[0].text, item.items[1].text);
        settings.pair_spans.emplace_back(item.items[0].span, item.items[1].span);
    });
}

void read_words(Entry& entry, std::string_view key, std::vector<std::string>& words,
                std::vector<Span>& spans) {
    entry.items(key, Need::optional, [&](const json::Value& item) {
        if (!json::expect(item, Kind::text, entry.findings())) return;
        words.push_back(item.text);
        spans.push_back(item.span);
    });
}

}  // namespace

Settings read_settings(const Disk& disk, SourceLibrary& library, Findings& findings) {
    Settings settings;
    Result<std::string> text = disk.read(settings_path);
    if (!text) {
        Finding finding = std::move(text).finding();
        if (finding.code == "missing-file")
            finding.note(fmt::format("'{}' does not look like a report project", disk.root()));
        findings.add(std::move(finding));
        return settings;
    }
    const SourceText& source = library.add(std::string(settings_path), *std::move(text));
    const auto root = json::parse(source, findings);
    if (!root) return settings;

    settings.languages = read_languages(*root, findings);
    const data::ReadOptions options{settings.languages};
    const data::Dataset nothing;
    const data::Context context{options, nothing, findings, settings.texts};
    Entry entry(*root, context);
    entry.optional("$schema");
    if (const json::Value* const list = entry.required_of("languages", Kind::list);
        list != nullptr && list->items.empty()) {
        findings.error("invalid-language", list->span, "a report has at least one language");
    }
    if (const auto times = entry.integer("budget", 1, 1'000, Need::optional)) settings.budget = *times;
    settings.title = entry.name("title");
    settings.description = entry.words("description");
    settings.publisher = entry.name("publisher");
    if (const json::Value* const licence = entry.of("licence", Kind::object)) {
        Entry inner(*licence, context);
        settings.licence = inner.name("name");
        settings.licence_url =
            inner.matching("url", Need::optional, is_web_address, "invalid-url", "web address (https://…)");
    }
    settings.base_url =
        entry.matching("base_url", Need::optional, is_site_address, "invalid-url", site_address_description);
    read_editions(entry, settings, context);
    settings.regions = entry.string("regions");
    settings.regions_span = entry.span_of("regions");
    read_words(entry, "key_indicators", settings.key_indicators, settings.key_indicator_spans);
    read_words(entry, "chapters", settings.chapters, settings.chapter_spans);
    entry.members("page_editions", Need::optional, [&](const json::Member& member) {
        settings.page_editions[member.key] = Entry(member.value, context).editions();
        settings.page_editions[member.key].check(settings.editions, findings);
    });
    std::vector<Span> ignored;
    read_words(entry, "number_exceptions", settings.number_exceptions, ignored);
    read_pairs(entry, settings);
    return settings;
}

}  // namespace regioscope::report
