#include "report/project.h"

#include <fmt/format.h>

#include "data/read.h"
#include "locale/catalogue.h"
#include "report/figure_list.h"
#include "report/orphans.h"

namespace regioscope::report {

namespace {

/// The words of the interface, per language: the project's, or else the program's. All languages must say the
/// same things.
void read_locales(Project& project, SourceLibrary& library, Findings& findings) {
    const std::unique_ptr<Disk> built_in = open_folder(built_in_templates());
    std::vector<locale::Catalogue> catalogues;
    for (const std::string& language : project.settings.languages) {
        const std::string path = fmt::format("site/languages/{}.json", language);
        const std::string own = fmt::format("languages/{}.json", language);
        const bool is_built_in = !project.disk->exists(path) && built_in->exists(own);
        Result<std::string> text = is_built_in ? built_in->read(own) : project.disk->read(path);
        if (!text) {
            findings.add(std::move(text).finding())
                .note(fmt::format("the report is published in '{}'", language));
            continue;
        }
        const SourceText& source = library.add(path, *std::move(text));
        catalogues.push_back(
            locale::Catalogue::compile(language, locale::read_messages(source, findings), findings));
    }
    for (std::size_t i = 1; i < catalogues.size(); ++i)
        locale::check_agreement(catalogues.front(), catalogues[i], findings);
    if (findings.has_errors()) return;
    for (std::size_t i = 0; i < catalogues.size(); ++i) {
        project.locales.push_back(
            locale::Locale::make(project.settings.languages[i], std::move(catalogues[i]), findings));
    }
}

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

}  // namespace

std::string built_in_templates() {
    const std::string installed = program_folder() + "/../share/regioscope/templates";
    return open_folder(installed)->exists("layouts/page.html") ? installed : REGIOSCOPE_TEMPLATES;
}

Project read_project(const std::string& folder, SourceLibrary& library, Findings& findings) {
    Project project;
    project.disk = open_folder(folder);
    project.settings = read_settings(*project.disk, library, findings);
    if (findings.has_errors()) return project;
    project.dataset = data::read_datasets(*project.disk, library, {project.settings.languages}, findings);
    check_phrases(project.dataset, findings);
    read_locales(project, library, findings);
    project.narrative = read_narrative(*project.disk, project.settings, library, findings);
    read_claims_file(project, library, findings);
    read_diagnosis_file(project, library, findings);
    read_glossary_file(project, library, findings);
    project.declared_figures =
        read_figures(*project.disk, project.dataset, project.settings, library, findings);
    if (findings.has_errors()) return project;
    project.words = Words::read(project, findings);
    find_orphans(project, findings);
    return project;
}

}  // namespace regioscope::report
