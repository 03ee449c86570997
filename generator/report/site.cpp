#include "report/site.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/plausibility/plausibility.h"
#include "base/suggest.h"
#include "report/pages/pages.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

void choose_regions(Site& site, Findings& findings) {
    const data::Dataset& dataset = site.dataset();
    const Settings& settings = site.settings();
    if (const data::RegionSet* const set = dataset.find_set(settings.regions)) {
        site.regions = set->regions;
    } else {
        std::vector<std::string_view> known;
        for (const data::RegionSet& set_of : dataset.region_sets)
            known.push_back(set_of.id);
        findings.error(
            "unknown-region-set", settings.regions_span,
            fmt::format("no region set '{}'{}", settings.regions, did_you_mean(settings.regions, known)));
    }
    for (std::size_t i = 0; i < dataset.regions.size(); ++i) {
        const auto index = static_cast<data::RegionIndex>(i);
        if (dataset.regions[i].kind == data::RegionKind::benchmark) site.benchmarks.push_back(index);
        if (dataset.regions[i].kind == data::RegionKind::context) site.context_regions.push_back(index);
    }
    for (std::size_t i = 0; i < settings.key_indicators.size(); ++i) {
        const std::string& id = settings.key_indicators[i];
        const auto found = dataset.indicator_by_id.find(id);
        if (found != dataset.indicator_by_id.end()) {
            site.key_indicators.push_back(found->second);
            continue;
        }
        std::vector<std::string_view> known;
        for (const data::Indicator& indicator : dataset.indicators)
            known.push_back(indicator.id);
        findings.error("unknown-indicator", settings.key_indicator_spans[i],
                       fmt::format("no indicator '{}'{}", id, did_you_mean(id, known)));
    }
}

void choose_narrative(Site& site) {
    const Settings& settings = site.settings();
    for (const NarrativePage& page : site.project->narrative) {
        const auto bounds = settings.page_editions.find(page.path);
        const bool shown = bounds == settings.page_editions.end() || site.edition->applies(bounds->second);
        if (shown) site.narrative.push_back(&page);
    }
}

/// Pairs that the settings name must name regions.
void check_pairs(const Site& site, Findings& findings) {
    const data::Dataset& dataset = site.dataset();
    std::vector<std::string_view> known;
    for (const data::Region& region : dataset.regions)
        known.push_back(region.id);
    const auto check = [&](const std::string& id, Span span) {
        if (dataset.region_by_id.contains(id)) return;
        findings.error("unknown-region", span, fmt::format("no region '{}'{}", id, did_you_mean(id, known)));
    };
    for (std::size_t i = 0; i < site.settings().pairs.size(); ++i) {
        check(site.settings().pairs[i].first, site.settings().pair_spans[i].first);
        check(site.settings().pairs[i].second, site.settings().pair_spans[i].second);
    }
}

/// Chapters are pages of the narrative, in this edition or another, or pages that the program makes.
void check_chapters(const Site& site, Findings& findings) {
    const Settings& settings = site.settings();
    std::vector<std::string_view> known;
    for (const NarrativePage& page : site.project->narrative)
        known.push_back(page.path);
    for (std::size_t i = 0; i < settings.chapters.size(); ++i) {
        const std::string& chapter = settings.chapters[i];
        if (std::find(known.begin(), known.end(), chapter) != known.end()) continue;
        if (site.plan.find(chapter + ".html") != nullptr) continue;
        findings
            .error("unknown-chapter", settings.chapter_spans[i],
                   fmt::format("no page '{}' in site/narrative{}", chapter, did_you_mean(chapter, known)))
            .note(fmt::format("write site/narrative/{}/{}.md, beginning with a line '# Title'",
                              settings.languages.front(), chapter));
    }
}

/// Pages and templates that the settings name must be there, in this edition or another.
void check_named_pages(const Site& site, Findings& findings) {
    const Settings& settings = site.settings();
    std::vector<std::string_view> stories;
    for (const NarrativePage& page : site.project->narrative)
        stories.push_back(page.path);
    const auto check_story = [&](std::string_view path, Span span) {
        if (std::find(stories.begin(), stories.end(), path) != stories.end()) return;
        findings.error("unknown-page", span,
                       fmt::format("no page '{}' in site/narrative{}", path, did_you_mean(path, stories)));
    };
    for (const auto& page : {settings.legal.imprint, settings.legal.privacy}) {
        if (page) check_story(page->path, page->span);
    }
    for (const auto& [path, own] : settings.page_templates)
        check_story(path, own.page_span);
    std::vector<std::string_view> pages;
    for (const Page& page : site.plan.pages())
        pages.push_back(page.path);
    for (const FooterLink& link : settings.footer) {
        const std::string_view path = link.page;
        const bool is_of_another_edition =
            path.ends_with(".html") &&
            std::find(stories.begin(), stories.end(), path.substr(0, path.rfind('.'))) != stories.end();
        if (path.empty() || is_of_another_edition || site.plan.find(path) != nullptr) continue;
        findings
            .error("unknown-page", link.span,
                   fmt::format("there is no page '{}'{}", path, did_you_mean(path, pages)))
            .note("by the address that it has in the site: imprint.html");
    }
}

}  // namespace

std::optional<data::RegionIndex> Site::benchmark_of(data::RegionIndex region) const {
    const auto found = std::find_if(benchmarks.begin(), benchmarks.end(), [&](data::RegionIndex benchmark) {
        return dataset()[benchmark].country == dataset()[region].country;
    });
    return found == benchmarks.end() ? std::nullopt : std::optional(*found);
}

std::string Site::file_of(std::string_view page_path, std::size_t language) const {
    const std::string prefix = language == 0 ? "" : settings().languages[language] + "/";
    return prefix + std::string(page_path);
}

const NarrativePage* Site::find_narrative(std::string_view path) const {
    const auto found = std::find_if(narrative.begin(), narrative.end(),
                                    [&](const NarrativePage* page) { return page->path == path; });
    return found == narrative.end() ? nullptr : *found;
}

analysis::View Site::view(std::size_t language) const {
    return {&presenters[language], edition.get()};
}

std::optional<std::size_t> find_edition(const Settings& settings, const std::string& id, Findings& findings) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < settings.editions.size(); ++i) {
        if (settings.editions[i].id == id) return i;
        known.push_back(settings.editions[i].id);
    }
    Finding finding =
        make_error("unknown-edition", {}, fmt::format("no edition '{}'{}", id, did_you_mean(id, known)));
    finding.file = settings_path;
    findings.add(std::move(finding));
    return std::nullopt;
}

std::unique_ptr<Site> make_site(const Project& project, const SiteOptions& options, Findings& findings) {
    auto site = std::make_unique<Site>();
    site->project = &project;
    const Settings& settings = project.settings;
    const auto index = find_edition(
        settings, options.edition.empty() ? settings.default_edition : options.edition, findings);
    if (!index) return nullptr;
    site->base_url = with_slash(options.base_url.empty() ? settings.base_url : options.base_url);
    if (!site->base_url.empty()) site->base_url += options.folder;
    site->folder = options.folder;
    choose_regions(*site, findings);
    if (findings.has_errors()) return nullptr;
    auto edition = std::make_unique<analysis::EditionModel>(project.dataset, settings.editions, *index,
                                                            site->regions, findings);
    for (const auto& locale : project.locales)
        site->presenters.emplace_back(edition->measurements, *locale, project.default_language());
    analysis::judge(*edition, project.claims, site->presenters.front(), findings);
    site->edition = std::move(edition);
    choose_narrative(*site);
    site->source_places = std::make_unique<const SourcePlaces>(*site);
    site->comparison = make_comparison(*site);
    check_pairs(*site, findings);
    site->drawn_figures = choose_figures(*site, findings);
    site->ledger = make_ledger(*site, findings);
    plan_pages(*site, findings);
    check_chapters(*site, findings);
    check_named_pages(*site, findings);
    analysis::find_doubts(site->edition->measurements, site->edition->figures, site->edition->declared(),
                          findings);
    return site;
}

}  // namespace regioscope::report
