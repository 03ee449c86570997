#include "report/release.h"

#include <fmt/format.h>

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

}  // namespace

void check_release(const Site& site, Findings& findings) {
    check_address(site, findings);
    check_licences(site, findings);
    check_editions(site, findings);
    for (const NarrativePage* const page : site.narrative) {
        for (const auto& document : page->documents) {
            if (document) check_comments(*document, findings);
        }
    }
    for (const Words::Said& said : site.project->words.all())
        check_comments(said.document, findings);
}

}  // namespace regioscope::report
