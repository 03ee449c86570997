#include "report/orphans.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace regioscope::report {

namespace {

using Ids = std::set<std::string, std::less<>>;

/// What the texts of all languages and editions mention.
struct Mentioned {
    Ids claims;
    Ids figures;
    Ids terms;
    Ids sources;

    void add(const markdown::Mentions& mentions) {
        for (const markdown::LinkMention& link : mentions.links) {
            if (link.target.kind == markdown::Target::Kind::claim) claims.insert(link.target.path);
            if (link.target.kind == markdown::Target::Kind::term) terms.insert(link.target.path);
        }
        for (const markdown::FigureMention& figure : mentions.figures)
            figures.insert(figure.id);
        for (const markdown::ReferenceMention& mention : mentions.references)
            sources.insert(mention.reference.source);
    }
};

Mentioned mentioned_in(const Project& project) {
    Mentioned mentioned;
    for (const NarrativePage& page : project.narrative) {
        for (const auto& document : page.documents) {
            if (document) mentioned.add(document->mentions());
        }
    }
    for (const Words::Said& said : project.words.all())
        mentioned.add(said.document.mentions());
    // The front page shows a map by itself, as the key to its regions.
    for (const figures::Declaration& declared : project.declared_figures.figures)
        if (declared.kind->shape == figures::Shape::places) mentioned.figures.insert(declared.id);
    const auto add_sources = [&](const data::WrittenTexts& written) {
        for (const data::SourceIndex source : written.sources)
            mentioned.sources.insert(project.dataset[source].id);
    };
    add_sources(project.dataset.texts);
    if (project.diagnosis) add_sources(project.diagnosis->texts);
    return mentioned;
}

template <class Things>
void report_unused(const Things& things, const Ids& used, std::string_view code, std::string_view what,
                   Findings& findings) {
    for (const auto& thing : things) {
        if (used.contains(thing.id)) continue;
        findings.warning(code, thing.span, fmt::format("no text {} '{}'", what, thing.id)).subject = thing.id;
    }
}

/// Themes that no indicator has.
void report_empty_themes(const data::Dataset& dataset, Findings& findings) {
    for (std::size_t i = 0; i < dataset.themes.size(); ++i) {
        const auto index = static_cast<data::ThemeIndex>(i);
        const bool is_used =
            std::any_of(dataset.indicators.begin(), dataset.indicators.end(),
                        [&](const data::Indicator& indicator) { return indicator.theme == index; });
        if (is_used) continue;
        const data::Theme& theme = dataset.themes[i];
        findings
            .warning("unused-theme", theme.span,
                     fmt::format("no indicator belongs to the theme '{}'", theme.id))
            .subject = theme.id;
    }
}

/// Does the other page lead to this one, whole or to a place on it?
bool leads_to(const PageLinks& from, const PageLinks& to) {
    const auto has = [&](AddressNumber number) {
        return std::binary_search(from.targets.begin(), from.targets.end(), number);
    };
    return has(number_of(to.file, {})) || std::any_of(to.ids.begin(), to.ids.end(), has);
}

}  // namespace

void find_lonely_pages(const Site& site, const std::vector<PageLinks>& links, Findings& findings) {
    // Pages that readers come to by themselves, by the path that they share in all languages: what lists
    // every page leads to none in particular, and an older edition leads to all of this one's.
    std::map<std::string, std::string, std::less<>> path_of;
    for (const Page& page : site.plan.pages()) {
        if (page.is_apart || page.path == "search.html") continue;
        for (std::size_t language = 0; language < site.language_count(); ++language)
            path_of.emplace(site.folder + site.file_of(page.path, language), page.path);
    }
    for (const Page& page : site.plan.pages()) {
        if (page.about.story == nullptr || page.path == "index.html" || page.is_apart) continue;
        const auto here = std::find_if(links.begin(), links.end(), [&](const PageLinks& one) {
            return one.file == site.folder + site.file_of(page.path, 0);
        });
        if (here == links.end()) continue;
        const bool is_led_to = std::any_of(links.begin(), links.end(), [&](const PageLinks& from) {
            const auto other = path_of.find(from.file);
            return other != path_of.end() && other->second != page.path && leads_to(from, *here);
        });
        if (is_led_to) continue;
        Finding& finding = findings.warning("unreachable-page", page.origin,
                                            fmt::format("no page leads to '{}'", page.path));
        finding.subject = page.about.story->path;
        finding.note(
            "list it in \"chapters\" or in \"footer\" of site/report.json, or link to it from a text");
    }
}

void find_orphans(const Project& project, Findings& findings) {
    const Mentioned mentioned = mentioned_in(project);
    report_unused(project.claims, mentioned.claims, "unused-claim", "says the claim", findings);
    report_unused(project.declared_figures.figures, mentioned.figures, "unused-figure", "shows the figure",
                  findings);
    report_unused(project.glossary.terms, mentioned.terms, "unused-term", "points out the term", findings);
    report_unused(project.dataset.sources, mentioned.sources, "unused-source",
                  "and no table cites the source", findings);
    report_empty_themes(project.dataset, findings);
}

}  // namespace regioscope::report
