#include "report/release.h"

#include <fmt/format.h>

#include "report/statement.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

Finding about_settings(std::string_view code, std::string message) {
    Finding finding = make_warning(code, {}, std::move(message));
    finding.file = settings_path;
    return finding;
}

void check_address(const Site& site, Findings& findings) {
    if (!site.base_url.empty()) return;
    findings.add(about_settings("no-address", "the report does not say where it will stand")
                     .note("write its \"base_url\", or give --base-url when you build it"));
}

void check_licences(const Site& site, Findings& findings) {
    for (const data::SourceIndex index : site.edition->sources) {
        const data::Source& source = site.dataset()[index];
        if (source.licence.is_given()) continue;
        findings
            .warning("unknown-licence", source.span,
                     fmt::format("nobody says under what licence '{}' is used", source.id))
            .note("write its \"licence\", also when it is that nothing is known of one")
            .subject = source.id;
    }
}

void check_editions(const Site& site, Findings& findings) {
    const Settings& settings = site.settings();
    const std::size_t current = site.edition->index;
    const std::string& id = site.edition->id();
    if (current + 1 < settings.editions.size()) {
        Finding finding = about_settings(
            "older-edition",
            fmt::format("edition {} goes out, and {} is declared", id, settings.editions.back().id));
        finding.subject = id;
        findings.add(std::move(finding).note("set \"edition\", or take the later one out"));
    }
    if (current == 0) return;
    const std::string& before = settings.editions[current - 1].id;
    if (settings.kept_editions.contains(before)) return;
    Finding finding = about_settings(
        "edition-not-kept", fmt::format("edition {} is not published beside edition {}", before, id));
    finding.subject = before;
    findings.add(
        std::move(finding).note("write \"kept\": true into it, and it stays at editions/" + before + "/"));
}

/// Words that an author leaves for later.
void check_comments(const markdown::Document& document, Findings& findings) {
    const Span text = document.span();
    for (const std::string_view word : {"TODO", "FIXME", "XXX"}) {
        const std::size_t place = text.text().find(word);
        if (place == std::string_view::npos) continue;
        const auto begin = static_cast<std::uint32_t>(text.begin + place);
        findings.warning("open-comment",
                         {text.source, begin, begin + static_cast<std::uint32_t>(word.size())},
                         fmt::format("a text still says '{}'", word));
    }
}

void check_notice(const Site& site, Findings& findings) {
    const std::string& id = site.edition->id();
    const auto found = site.settings().notices.find(id);
    const auto lacks = [&](bool is_there, std::string_view code, std::string message, std::string way_out) {
        if (is_there) return;
        Finding finding = about_settings(code, std::move(message));
        finding.subject = id;
        findings.add(std::move(finding)).note(std::move(way_out));
    };
    const bool is_said = found != site.settings().notices.end();
    lacks(is_said && !found->second.note.empty(), "no-edition-note",
          fmt::format("edition {} does not say what is new in it", id),
          "write its \"note\", in the edition's entry");
    lacks(is_said && found->second.next, "no-next-date",
          fmt::format("edition {} does not say when the next one comes", id),
          "write its \"next\": 2027-06, in the edition's entry");
}

void check_legal_pages(const Site& site, Findings& findings) {
    const Legal& legal = site.settings().legal;
    const LegalModel& model = model_of(legal.law);
    const auto lacks = [&](bool asks, bool is_there, std::string_view code, std::string_view what,
                           std::string way_out) {
        if (!asks || is_there) return;
        findings
            .add(about_settings(
                code, fmt::format("the law '{}' asks for {}, and there is none", law_words[legal.law], what)))
            .note(std::move(way_out));
    };
    lacks(model.asks_for_imprint, legal.imprint.has_value(), "no-imprint", "an imprint",
          "write the page, and name it in \"imprint\"");
    lacks(model.asks_for_privacy, legal.privacy.has_value(), "no-privacy-page", "a page on privacy",
          "write the page, and name it in \"privacy\"");
    lacks(model.asks_for_security_txt, legal.security.has_value(), "no-security-txt", "a security.txt",
          "write \"security\": whom to tell of a weakness, and until when");
}

}  // namespace

void check_security_txt(const Site& site, Findings& findings) {
    const auto& security = site.settings().legal.security;
    if (!security) return;
    const data::Date published = site.settings().published(site.edition->id());
    if (security->expires <= published) {
        findings
            .warning("expired-security-txt", security->expires_span,
                     fmt::format("security.txt expires on {}, and the edition is published on {}",
                                 security->expires.text(), published.text()))
            .note("nobody heeds it from then on: look whether it is still true, and write a later day");
    } else if (a_year_after(published) < security->expires) {
        findings
            .warning("long-security-txt", security->expires_span,
                     fmt::format("security.txt promises to be true until {}, more than a year from {}",
                                 security->expires.text(), published.text()))
            .note("RFC 9116 recommends less than a year");
    }
    if (!site.base_url.empty() && path_of_url(site.base_url) != "/") {
        Finding finding = make_warning("security-txt-below", security->span,
                                       fmt::format("security.txt is looked for at the root of the host, and "
                                                   "the report stands below it, at {}",
                                                   path_of_url(site.base_url)));
        finding.severity = Severity::note;
        findings.add(std::move(finding)).note("let the host hand it out at /.well-known/security.txt too");
    }
}

void check_release(const Site& site, Findings& findings) {
    check_address(site, findings);
    check_licences(site, findings);
    check_editions(site, findings);
    check_notice(site, findings);
    check_legal_pages(site, findings);
    for (const NarrativePage* const page : site.narrative) {
        for (const auto& document : page->documents) {
            if (document) check_comments(*document, findings);
        }
    }
    for (const Words::Said& said : site.project->words.all())
        check_comments(said.document, findings);
}

}  // namespace regioscope::report
