// The figures of one edition: declared and gathered.
#pragma once

#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "figures/gathered.h"
#include "report/settings.h"

namespace regioscope::report {

struct Site;

struct FigureEntry {
    const figures::Declaration* declaration = nullptr;
    figures::Gathered gathered;
};

/// Reads `site/figures/*.json`. Findings: those of read_declarations.
figures::Declarations read_figures(const Disk& disk, const data::Dataset& dataset, const Settings& settings,
                                   SourceLibrary& library, Findings& findings);

/// What figures of this site are gathered from.
figures::Material figure_material(const Site& site);

/// The figures that the edition shows, in the order of their ids. Finding: `empty-figure` (nothing to draw in
/// this edition), a warning.
std::vector<FigureEntry> choose_figures(const Site& site, Findings& findings);

const FigureEntry* find_figure(const Site& site, std::string_view id);

}  // namespace regioscope::report
