#include "report/legal.h"

#include <fmt/format.h>

#include <array>

#include "report/contact.h"

namespace regioscope::report {

using data::Entry;
using data::Need;

namespace {

/// In the order of Law.
constexpr std::array<LegalModel, law_words.words.size()> models = {{
    {},
    // Directive (EU) 2016/2102 and the model of the Implementing Decision (EU) 2018/1523.
    {.asks_for_statement = true},
    // Besluit digitale toegankelijkheid overheid; security.txt is on the list of mandatory standards.
    {.asks_for_statement = true,
     .enforcement_name = "Nationale ombudsman",
     .enforcement_url = "https://www.nationaleombudsman.nl/",
     .has_status_letters = true,
     .asks_for_privacy = true,
     .asks_for_security_txt = true},
    // § 12b BGG with § 7 BITV 2.0; the conciliation board is that of § 16 BGG.
    {.asks_for_statement = true,
     .enforcement_name = "Schlichtungsstelle nach § 16 BGG",
     .enforcement_url = "https://www.schlichtungsstelle-bgg.de/",
     .asks_for_easy_words = true,
     .asks_for_imprint = true,
     .asks_for_privacy = true},
    // §§ 9a to 9e NBGG. The address of its conciliation board is for the statement to say.
    {.asks_for_statement = true,
     .enforcement_name = "Schlichtungsstelle nach § 9d NBGG",
     .asks_for_imprint = true,
     .asks_for_privacy = true},
}};

bool is_security_contact(std::string_view text) {
    if (text.starts_with("mailto:")) return is_email(text.substr(text.find(':') + 1));
    if (text.starts_with("tel:")) return is_telephone(text.substr(text.find(':') + 1));
    return text.starts_with("https://") && is_web_address(text);
}

SecurityContact read_security(Entry& entry) {
    SecurityContact security;
    security.span = entry.whole();
    bool is_anybody_there = false;
    entry.items("contacts", Need::required, [&](const json::Value& item) {
        is_anybody_there = true;
        if (!json::expect(item, json::Kind::text, entry.findings())) return;
        if (is_security_contact(item.text)) return security.contacts.push_back(item.text);
        entry.findings().error(
            "invalid-url", item.span,
            fmt::format("'{}' is no address to write to: expected mailto:, tel: or https:", item.text));
    });
    if (entry.has("contacts") && !is_anybody_there)
        entry.findings().error("empty-list", entry.span_of("contacts"), "somebody must be there to be told");
    if (const auto expires = entry.date("expires")) security.expires = *expires;
    security.expires_span = entry.span_of("expires");
    security.policy = read_web_address(entry, "policy");
    security.encryption = read_web_address(entry, "encryption");
    security.acknowledgments = read_web_address(entry, "acknowledgments");
    return security;
}

std::optional<LegalPage> read_page(Entry& settings, std::string_view key) {
    const json::Value* const path = settings.optional_of(key, json::Kind::text);
    if (path == nullptr) return std::nullopt;
    return LegalPage{path->text, path->span};
}

}  // namespace

const LegalModel& model_of(Law law) {
    return models[static_cast<std::size_t>(law)];
}

bool Legal::is_legal_page(std::string_view path) const {
    return (imprint && imprint->path == path) || (privacy && privacy->path == path);
}

Legal read_legal(Entry& settings) {
    Legal legal;
    legal.law = settings.choice("law", law_words, Need::optional).value_or(Law::none);
    if (const json::Value* const value = settings.of("security", json::Kind::object, Need::optional)) {
        Entry entry(*value, settings.context());
        legal.security = read_security(entry);
    }
    legal.imprint = read_page(settings, "imprint");
    legal.privacy = read_page(settings, "privacy");
    return legal;
}

}  // namespace regioscope::report
