#include "report/figure_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/site.h"

namespace regioscope::report {

namespace {

constexpr std::string_view folder = "site/figures";

/// What the rows make impossible to draw as declared.
void check_rows(const FigureEntry& entry, const data::Dataset& dataset, Findings& findings) {
    const figures::Declaration& declared = *entry.declaration;
    const std::size_t rows = figures::rows_to_tell(entry.gathered);
    if (entry.gathered.kind != declared.kind && rows > chart::most_looks) {
        findings
            .warning(
                "too-many-rows", declared.span,
                fmt::format("'{}' is a '{}' of {} rows, which nobody can tell apart: it is shown as '{}'",
                            declared.id, declared.kind->word, rows, entry.gathered.kind->word))
            .note("name fewer regions, or highlight those that matter");
    }
    for (const figures::Subject& row : entry.gathered.grid.rows) {
        if (row.unshared != figures::Unshared::part_negative) continue;
        findings
            .warning("negative-part", declared.span,
                     fmt::format("'{}' draws no shares of '{}': a part of it lies below zero", declared.id,
                                 dataset[*row.region].id))
            .note("a 'stacked-bar' draws amounts on both sides of zero");
    }
}

/// A map of areas that belong to different states of one division shows land that is nobody's, or twice.
void check_boundaries(const FigureEntry& entry, const figures::Boundaries& boundaries,
                      const data::Dataset& dataset, Findings& findings) {
    const figures::Declaration& declared = *entry.declaration;
    if (!declared.kind->is_map) return;
    const data::Area* first = nullptr;
    bool is_drawn = declared.kind->is_of_facts();
    for (const data::AreaIndex index : figures::areas_on_map(entry.gathered, dataset)) {
        const data::Area& area = dataset[index];
        is_drawn = is_drawn || boundaries.of(index) != nullptr || dataset[area.region].position;
        if (!area.boundaries) continue;
        if (first == nullptr) first = &area;
        if (area.boundaries->scheme != first->boundaries->scheme ||
            area.boundaries->version == first->boundaries->version)
            continue;
        Finding& finding =
            findings.warning("mixed-boundaries", declared.span,
                             fmt::format("'{}' shows '{}' in {} {} and '{}' in {} {}", declared.id, first->id,
                                         first->boundaries->scheme, first->boundaries->version, area.id,
                                         area.boundaries->scheme, area.boundaries->version));
        finding.subject = declared.id;
        finding.note("the first one", first->boundaries->span);
        finding.note("the other one", area.boundaries->span);
        break;
    }
    if (is_drawn || entry.gathered.is_empty()) return;
    findings
        .warning("no-boundaries", declared.span,
                 fmt::format("the map '{}' shows no region: nobody gave their boundaries or positions",
                             declared.id))
        .note(
            "lay a GeoJSON or TopoJSON file into datasets/boundaries/ and name it in "
            "datasets/boundaries.json, or give regions a \"position\"");
}

}  // namespace

figures::Declarations read_figures(const Disk& disk, const data::Dataset& dataset, const Settings& settings,
                                   SourceLibrary& library, Findings& findings) {
    figures::Declarations declarations;
    for (const std::string& path : disk.list(folder)) {
        if (!path.ends_with(".json") && path != folder) continue;
        Result<std::string> text = disk.read(path);
        if (!text) {
            findings.add(std::move(text).finding());
            continue;
        }
        figures::read_declarations(library.add(path, *std::move(text)), dataset, settings.languages,
                                   settings.editions, declarations, findings);
    }
    declarations.ground.boundaries =
        figures::read_boundaries(disk, dataset, settings.languages, library, findings);
    return declarations;
}

figures::Material figure_material(const Site& site) {
    return {site.edition.get(), site.benchmarks};
}

std::vector<FigureEntry> choose_figures(const Site& site, Findings& findings) {
    const figures::Material material = figure_material(site);
    std::vector<FigureEntry> chosen;
    for (const figures::Declaration& declared : site.project->declared_figures.figures) {
        if (!site.edition->applies(declared.editions)) continue;
        chosen.push_back({&declared, figures::gather(declared, material)});
        if (chosen.back().gathered.is_empty()) {
            Finding& finding = findings.warning(
                "empty-figure", declared.span,
                fmt::format("there is nothing to show in '{}' in this edition", declared.id));
            finding.subject = declared.id;
            finding.note(
                "let it begin with a later edition (\"from\"), or look at its indicator and periods");
        }
        check_rows(chosen.back(), material.dataset(), findings);
        check_boundaries(chosen.back(), site.project->declared_figures.ground.boundaries, material.dataset(),
                         findings);
        const std::vector<figures::Annotated>& placed = chosen.back().gathered.annotations;
        for (const figures::Annotation& annotation : declared.annotations) {
            const bool is_placed =
                std::any_of(placed.begin(), placed.end(),
                            [&](const figures::Annotated& one) { return one.annotation == &annotation; });
            if (is_placed || chosen.back().gathered.is_empty()) continue;
            findings
                .warning("annotation-not-shown", annotation.span,
                         fmt::format("'{}' shows nothing at the place of this annotation", declared.id))
                .note("its region, indicator and period must be a figure that this figure draws");
        }
        const auto has_target = [&](std::string_view goal) {
            const auto& levels = chosen.back().gathered.levels;
            return std::any_of(levels.begin(), levels.end(), [&](const figures::Level& level) {
                return level.goal != nullptr && level.goal->id == goal;
            });
        };
        for (const std::string& goal : declared.goals) {
            if (!declared.kind->draws_targets || has_target(goal)) continue;
            findings.warning("target-not-shown", declared.span,
                             fmt::format("no target of '{}' is about what '{}' shows", goal, declared.id));
        }
    }
    return chosen;
}

const FigureEntry* find_figure(const Site& site, std::string_view id) {
    const auto found = std::find_if(site.drawn_figures.begin(), site.drawn_figures.end(),
                                    [&](const FigureEntry& entry) { return entry.declaration->id == id; });
    return found == site.drawn_figures.end() ? nullptr : &*found;
}

}  // namespace regioscope::report
