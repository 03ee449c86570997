#include "report/orphans.h"

#include <fmt/format.h>

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

}  // namespace

void find_orphans(const Project& project, Findings& findings) {
    const Mentioned mentioned = mentioned_in(project);
    report_unused(project.claims, mentioned.claims, "unused-claim", "says the claim", findings);
    report_unused(project.declared_figures.figures, mentioned.figures, "unused-figure", "shows the figure",
                  findings);
    report_unused(project.glossary.terms, mentioned.terms, "unused-term", "points out the term", findings);
    report_unused(project.dataset.sources, mentioned.sources, "unused-source",
                  "and no table cites the source", findings);
}

}  // namespace regioscope::report
