// One edition of a project, computed and planned: everything a page needs. Immutable while pages are
// rendered.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/edition_model.h"
#include "analysis/presenter.h"
#include "report/comparison.h"
#include "report/figure_list.h"
#include "report/ledger.h"
#include "report/page.h"
#include "report/project.h"
#include "report/source_places.h"

namespace regioscope::report {

struct SiteOptions {
    /// Empty: the settings' default edition.
    std::string edition;
    /// Empty: the settings' base URL.
    std::string base_url;
    /// Where the site lies in the output: empty at its root, else with a slash at its end.
    std::string folder = {};
};

struct Changes;
struct Redirect;

struct Site {
    const Project* project = nullptr;
    /// Its own: with its folder.
    std::string base_url;
    /// Where it lies in the output: empty at its root, `editions/2016/` beside the current edition.
    std::string folder;
    /// The editions that are published together, oldest first, itself among them: the last one stands at the
    /// root.
    std::vector<const Site*> published;
    /// Those that hold where it is published: none of an edition alone, or an older one.
    std::vector<const Redirect*> redirects;
    /// Against the edition before; null where there is none, or nobody asked.
    std::shared_ptr<const Changes> changes;
    std::unique_ptr<const analysis::EditionModel> edition;
    /// One per language.
    std::vector<analysis::Presenter> presenters;
    /// The regions the report is about, in order; the countries; the wider areas.
    std::vector<data::RegionIndex> regions;
    std::vector<data::RegionIndex> benchmarks;
    std::vector<data::RegionIndex> context_regions;
    std::vector<data::IndicatorIndex> key_indicators;
    /// Narrative pages that this edition shows.
    std::vector<const NarrativePage*> narrative;
    /// Null when the report is about too few regions to compare, or too many.
    std::unique_ptr<const Comparison> comparison;
    std::unique_ptr<const SourcePlaces> source_places;
    /// In the order of their ids.
    std::vector<FigureEntry> drawn_figures;
    std::vector<LedgerEntry> ledger;
    Plan plan;
    /// The files for machines, which are made before the pages: how many bytes stand at each path.
    std::map<std::string, std::size_t, std::less<>> export_sizes;
    /// The printed books that the project brings (report/pages/paper.h): how many bytes stand at each path.
    std::map<std::string, std::size_t, std::less<>> book_sizes;

    const data::Dataset& dataset() const { return project->dataset; }
    const Settings& settings() const { return project->settings; }
    std::size_t language_count() const { return presenters.size(); }

    /// The country's figures stand beside the region's.
    std::optional<data::RegionIndex> benchmark_of(data::RegionIndex region) const;
    /// Where a page's file goes: `de/regions/twente.html`, without a prefix for the default language.
    std::string file_of(std::string_view page_path, std::size_t language) const;
    /// Null when this edition has no such page.
    const NarrativePage* find_narrative(std::string_view path) const;
    analysis::View view(std::size_t language) const;
};

/// The place of an edition among those of the settings. Finding: `unknown-edition`.
std::optional<std::size_t> find_edition(const Settings& settings, const std::string& id, Findings& findings);

/// Evaluates an edition and plans its pages. The project must outlive the site.
std::unique_ptr<Site> make_site(const Project& project, const SiteOptions& options, Findings& findings);

}  // namespace regioscope::report
