#include "report/project.h"

#include <fmt/format.h>

#include "base/budget.h"
#include "data/read.h"
#include "report/figure_list.h"
#include "report/languages.h"
#include "report/licences.h"
#include "report/orphans.h"
#include "report/unlike_languages.h"

namespace regioscope::report {

namespace {

/// Phrases of units are messages too; a broken one is told once, here.
void check_phrases(const data::Dataset& dataset, Findings& findings) {
    for (const data::Unit& unit : dataset.units) {
        for (const data::Text::Entry& entry : unit.phrase.entries)
            locale::Message::compile_phrase(entry.markdown, entry.span, findings);
    }
}

/// A report without claims needs no file for them.
void read_claims_file(Project& project, SourceLibrary& library, Findings& findings) {
    constexpr std::string_view path = "site/claims.json";
    if (!project.disk->exists(path)) return;
    Result<std::string> text = project.disk->read(path);
    if (!text) {
        findings.add(std::move(text).finding());
        return;
    }
    project.claims = analysis::read_claims(library.add(std::string(path), *std::move(text)),
                                           project.settings.editions, findings);
}

/// Nor does a report without a diagnosis.
void read_diagnosis_file(Project& project, SourceLibrary& library, Findings& findings) {
    const std::string path(analysis::diagnosis_path);
    if (!project.disk->exists(path)) return;
    Result<std::string> text = project.disk->read(path);
    if (!text) {
        findings.add(std::move(text).finding());
        return;
    }
    project.diagnosis = analysis::read_diagnosis_model(library.add(path, *std::move(text)), project.dataset,
                                                       project.settings.languages, findings);
}

void read_glossary_file(Project& project, SourceLibrary& library, Findings& findings) {
    const std::string path(data::glossary_path);
    if (!project.disk->exists(path)) return;
    Result<std::string> text = project.disk->read(path);
    if (!text) {
        findings.add(std::move(text).finding());
        return;
    }
    project.glossary =
        data::read_glossary(library.add(path, *std::move(text)), {project.settings.languages}, findings);
}

/// While one language waits for the other, all pages can be shown.
void await_translations(Findings& findings) {
    for (Finding& finding : findings.all()) {
        if (finding.code == "language-parity" && finding.severity == Severity::error) {
            finding.severity = Severity::warning;
            finding.note("a draft may wait for its translation; check and build do not");
        }
    }
}

}  // namespace

std::string built_in_templates() {
    const std::string installed = program_folder() + "/../share/regioscope/templates";
    return open_folder(installed)->exists("layouts/page.html") ? installed : REGIOSCOPE_TEMPLATES;
}

Project read_project(const std::string& folder, SourceLibrary& library, Findings& findings, Purpose purpose) {
    Project project;
    project.disk = open_folder(folder);
    project.settings = read_settings(*project.disk, library, findings);
    if (findings.has_errors()) return project;
    Budget::of_build().raise(static_cast<std::uint32_t>(project.settings.budget));
    project.dataset = data::read_datasets(*project.disk, library, {project.settings.languages}, findings);
    check_phrases(project.dataset, findings);
    project.locales = read_languages(*project.disk, project.settings.languages, library, findings);
    project.narrative = read_narrative(*project.disk, project.settings, project.locales, library, findings);
    if (purpose == Purpose::drafting) await_translations(findings);
    read_claims_file(project, library, findings);
    read_diagnosis_file(project, library, findings);
    read_glossary_file(project, library, findings);
    project.redirects = read_redirects(*project.disk, library, findings);
    project.statement = read_statement(*project.disk, project.settings, library, findings);
    project.test_results = read_test_results(*project.disk, library, findings);
    project.declared_figures =
        read_figures(*project.disk, project.dataset, project.settings, library, findings);
    // Languages that differ stop nothing: what is mistyped in one of them is found further on.
    Findings unlike = take_unlike_languages(findings);
    const bool can_go_on = !findings.has_errors();
    findings.merge(std::move(unlike));
    if (!can_go_on) return project;
    project.words = Words::read(project, findings);
    if (purpose == Purpose::drafting) await_translations(findings);
    find_orphans(project, findings);
    check_licences(project, findings);
    check_appearance(project, findings);
    return project;
}

}  // namespace regioscope::report
