#include "report/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "data/entry.h"
#include "report/finding_codes.h"
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
        if (edition.optional_boolean("kept").value_or(false)) settings.kept_editions.insert(member.key);
        EditionNotice& notice = settings.notices[member.key];
        notice.note = edition.text("note", Need::optional);
        notice.published = edition.date("published", Need::optional);
        notice.next = edition.date("next", Need::optional);
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

/// By its identifier, its address or its name, whichever is known.
data::LicenceStatement read_licence(Entry& entry) {
    data::LicenceStatement statement;
    statement.span = entry.whole();
    statement.words = entry.name("name");
    statement.url = read_web_address(entry, "url");
    statement.licence = data::find_licence(statement.url);
    for (const data::Text::Entry& name : statement.words.entries) {
        if (statement.licence == nullptr) statement.licence = data::find_licence(name.markdown);
    }
    const std::string id = entry.string("id", Need::optional);
    if (id.empty()) return statement;
    statement.licence = data::find_licence(id);
    if (statement.licence == nullptr) {
        entry.findings()
            .error("unknown-licence", entry.span_of("id"),
                   fmt::format("no licence '{}'{}", id, did_you_mean(id, data::licence_ids())))
            .note("write an SPDX identifier, or leave it out and give the licence's address");
    }
    return statement;
}

/// The EU's list of data themes.
constexpr std::array<std::string_view, 14> data_themes = {"AGRI", "ECON", "EDUC", "ENER", "ENVI",
                                                          "GOVE", "HEAL", "INTR", "JUST", "OP_DATPRO",
                                                          "REGI", "SOCI", "TECH", "TRAN"};

CatalogueSettings read_catalogue(Entry& entry) {
    CatalogueSettings catalogue;
    catalogue.span = entry.whole();
    catalogue.country = entry.matching("country", Need::required, data::is_country_code, "invalid-country",
                                       "two small letters (ISO 3166-1)");
    catalogue.publisher = read_web_address(entry, "publisher");
    catalogue.contact = read_contact(entry);
    catalogue.themes = entry.word_list("themes", data_themes);
    catalogue.contributor = read_web_address(entry, "contributor");
    return catalogue;
}

/// What a country's portal refuses to do without, said here and not by the portal.
void check_catalogue(const Settings& settings, Findings& findings) {
    const CatalogueSettings& catalogue = *settings.catalogue;
    std::vector<std::string> lacking;
    const auto need = [&](bool is_there, std::string words) {
        if (!is_there) lacking.push_back(std::move(words));
    };
    if (catalogue.country == "nl") {
        need(!catalogue.contact.email.empty() || !catalogue.contact.page.empty(), "an 'email' or a 'page'");
        need(!catalogue.themes.empty(), "'themes'");
        need(!settings.licence.address().empty(), "a licence of the report with an 'id' or a 'url'");
    } else if (catalogue.country == "de") {
        need(!catalogue.contact.email.empty() || !catalogue.contact.page.empty(), "an 'email' or a 'page'");
        need(!catalogue.contributor.empty(), "a 'contributor' (https://www.dcat-ap.de/def/contributors/)");
        need(settings.licence.licence != nullptr && !settings.licence.licence->german_url.empty(),
             "a licence of the report that is in the German list (CC-BY-4.0, DL-DE-BY-2.0 …)");
    }
    if (lacking.empty()) return;
    Finding& finding = findings.error("incomplete-catalogue", catalogue.span,
                                      fmt::format("the catalogue of a publisher in '{}' cannot do without {}",
                                                  catalogue.country, fmt::join(lacking, ", ")));
    finding.note("complete it, or leave 'catalogue' out: then the catalogue keeps the European rules only");
}

void read_footer(Entry& entry, Settings& settings) {
    entry.items("footer", Need::optional, [&](const json::Value& item) {
        Entry inner(item, entry.context());
        FooterLink link;
        link.span = {item.span.source, item.span.begin, item.span.begin + 1};
        const bool leads_elsewhere = inner.has("url");
        link.label = inner.name("label", leads_elsewhere ? Need::required : Need::optional);
        link.url = read_web_address(inner, "url");
        link.page = inner.string("page", leads_elsewhere ? Need::optional : Need::required);
        if (leads_elsewhere && !link.page.empty())
            entry.findings().error("misplaced-key", inner.span_of("page"),
                                   "a link leads to a page or to an address elsewhere, not to both");
        settings.footer.push_back(std::move(link));
    });
}

void read_page_templates(Entry& entry, Settings& settings) {
    entry.members("page_templates", Need::optional, [&](const json::Member& member) {
        if (!json::expect(member.value, Kind::text, entry.findings())) return;
        settings.page_templates[member.key] = {member.value.text, member.key_span, member.value.span};
    });
}

/// `"levels": {"stale-figure": "warning"}`.
void read_levels(Entry& entry, Settings& settings) {
    static constexpr WordTable<Severity, 3> words = {{"error", "warning", "note"}};
    const json::Value* const levels = entry.of("levels", Kind::object, Need::optional);
    if (levels == nullptr) return;
    const std::vector<std::string_view> codes = finding_codes();
    for (const json::Member& member : levels->members) {
        if (std::find(codes.begin(), codes.end(), member.key) == codes.end()) {
            entry.findings().error(
                "unknown-code", member.key_span,
                fmt::format("no finding has the code '{}'{}", member.key, did_you_mean(member.key, codes)));
        }
        if (!json::expect(member.value, Kind::text, entry.findings())) continue;
        if (const auto level = words.find(member.value.text)) {
            settings.levels[member.key] = *level;
        } else {
            entry.findings().error("unknown-word", member.value.span,
                                   fmt::format("'{}' is none of error, warning, note", member.value.text));
        }
    }
}

}  // namespace

data::Date Settings::published(std::string_view edition) const {
    const auto notice = notices.find(edition);
    if (notice != notices.end() && notice->second.published) return *notice->second.published;
    const auto found =
        std::find_if(editions.begin(), editions.end(), [&](const auto& one) { return one.id == edition; });
    return found == editions.end() ? data::Date() : found->as_of;
}

Settings read_settings(const Disk& disk, SourceLibrary& library, Findings& findings) {
    Settings settings;
    Result<std::string> text = disk.read(settings_path);
    if (!text) {
        Finding finding = std::move(text).finding();
        if (finding.code == "missing-file")
            finding.note(fmt::format(
                "'{}' does not look like a report project; begin one with: regioscope new DIR", disk.root()));
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
    settings.pictures = entry.optional_boolean("pictures").value_or(true);
    settings.title = entry.name("title");
    settings.description = entry.words("description");
    settings.publisher = entry.name("publisher");
    if (const json::Value* const licence = entry.of("licence", Kind::object)) {
        Entry inner(*licence, context);
        settings.licence = read_licence(inner);
    }
    settings.base_url =
        entry.matching("base_url", Need::optional, is_site_address, "invalid-url", site_address_description);
    if (const json::Value* const catalogue = entry.of("catalogue", Kind::object, Need::optional)) {
        Entry inner(*catalogue, context);
        settings.catalogue = read_catalogue(inner);
        check_catalogue(settings, findings);
    }
    settings.appearance = read_appearance(entry);
    if (const json::Value* const contact = entry.of("contact", Kind::object, Need::optional)) {
        Entry inner(*contact, context);
        settings.contact = read_contact(inner);
    }
    read_footer(entry, settings);
    settings.legal = read_legal(entry);
    read_page_templates(entry, settings);
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
    read_levels(entry, settings);
    return settings;
}

}  // namespace regioscope::report
