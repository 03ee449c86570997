#include "cli/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "data/edition.h"
#include "figures/declaration.h"
#include "report/page_context.h"

namespace regioscope::cli {

namespace {

using report::OpenedSite;
using report::Site;

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

const analysis::Presenter& presenter(const Site& site) {
    return site.presenters.front();
}

std::string_view name_of(data::RegionKind kind) {
    switch (kind) {
        case data::RegionKind::study:
            return "study";
        case data::RegionKind::benchmark:
            return "benchmark";
        case data::RegionKind::context:
            return "context";
    }
    return "";
}

/// How many figures of this edition there are for every key that `of` gives an observation.
template <class KeyOf>
auto count_figures(const Site& site, KeyOf of) {
    std::map<decltype(of(site.dataset().observations.front())), std::size_t> counts;
    for (const data::UsedObservation& used : site.edition->figures.used())
        ++counts[of(site.dataset()[used.observation])];
    return counts;
}

Rows regions(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    auto figures = count_figures(site, [&](const auto& o) { return dataset[o.area].region; });
    Rows rows;
    for (std::size_t i = 0; i < dataset.regions.size(); ++i) {
        const data::Region& region = dataset.regions[i];
        const data::RegionIndex index{static_cast<std::uint32_t>(i)};
        rows.push_back({region.id, presenter(site).names(index).name, std::string(name_of(region.kind)),
                        region.country, counted(region.areas.size(), "area"),
                        counted(figures[index], "figure")});
    }
    return rows;
}

Rows indicators(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    Rows rows;
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        const data::Indicator& indicator = dataset.indicators[i];
        const data::IndicatorIndex index{static_cast<std::uint32_t>(i)};
        rows.push_back({indicator.id, presenter(site).name(index), dataset[indicator.theme].id,
                        dataset[indicator.unit].id,
                        counted(site.edition->measurements.of(index).size(), "figure"),
                        indicator.derivation ? "derived" : ""});
    }
    return rows;
}

Rows sources(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    auto figures = count_figures(site, [&](const auto& o) { return dataset[o.citation].source; });
    Rows rows;
    for (std::size_t i = 0; i < dataset.sources.size(); ++i) {
        const data::Source& source = dataset.sources[i];
        const data::SourceIndex index{static_cast<std::uint32_t>(i)};
        const auto tables = std::count_if(dataset.tables.begin(), dataset.tables.end(),
                                          [&](const auto& table) { return table.citation.source == index; });
        rows.push_back({source.id, source.title, source.published_written,
                        counted(static_cast<std::size_t>(tables), "table"),
                        counted(figures[index], "figure")});
    }
    return rows;
}

Rows tables(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    auto figures = count_figures(site, [](const auto& o) { return o.table; });
    Rows rows;
    for (std::size_t i = 0; i < dataset.tables.size(); ++i) {
        const data::Table& table = dataset.tables[i];
        rows.push_back({table.id, presenter(site).plain(table.title), dataset[table.citation.source].id,
                        table.citation.locator.label,
                        counted(figures[data::TableIndex{static_cast<std::uint32_t>(i)}], "figure")});
    }
    return rows;
}

Rows editions(const Site& site) {
    const report::Settings& settings = site.settings();
    Rows rows;
    for (const data::Edition& edition : settings.editions) {
        const bool is_current = edition.id == settings.default_edition;
        const bool is_kept = settings.kept_editions.contains(edition.id);
        rows.push_back({edition.id, edition.as_of.text(), is_current ? "current" : is_kept ? "kept" : ""});
    }
    return rows;
}

Rows languages(const Site& site) {
    Rows rows;
    for (const analysis::Presenter& language : site.presenters)
        rows.push_back({language.language(), language.locale().name(), rows.empty() ? "default" : ""});
    return rows;
}

Rows themes(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    Rows rows;
    for (std::size_t i = 0; i < dataset.themes.size(); ++i) {
        const auto count = std::count_if(
            dataset.indicators.begin(), dataset.indicators.end(),
            [&](const auto& indicator) { return static_cast<std::size_t>(indicator.theme) == i; });
        rows.push_back({dataset.themes[i].id, presenter(site).plain(dataset.themes[i].name),
                        counted(static_cast<std::size_t>(count), "indicator")});
    }
    return rows;
}

Rows units(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    Rows rows;
    for (std::size_t i = 0; i < dataset.units.size(); ++i) {
        const auto count = std::count_if(
            dataset.indicators.begin(), dataset.indicators.end(),
            [&](const auto& indicator) { return static_cast<std::size_t>(indicator.unit) == i; });
        rows.push_back({dataset.units[i].id, presenter(site).plain(dataset.units[i].name),
                        counted(static_cast<std::size_t>(count), "indicator")});
    }
    return rows;
}

std::string title_of(const Site& site, const report::Page& page) {
    const report::PageContext context(site, page, 0);
    return page.title(context);
}

/// In reading order; a chapter of another edition has no page in this one.
Rows chapters(const Site& site) {
    Rows rows;
    for (const std::string& chapter : site.settings().chapters) {
        const report::Page* const page = site.plan.find(chapter + ".html");
        rows.push_back({chapter, page == nullptr ? "not in this edition" : title_of(site, *page)});
    }
    return rows;
}

Rows pages(const Site& site) {
    Rows rows;
    for (const report::Page& page : site.plan.pages())
        rows.push_back({page.path, title_of(site, page)});
    return rows;
}

Rows profiles(const Site& site) {
    Rows rows;
    for (const data::Profile& profile : site.edition->facts.profiles) {
        if (profile.is_empty()) continue;
        rows.push_back({site.dataset()[profile.region].id, presenter(site).names(profile.region).name,
                        counted(profile.facts.size(), "fact"),
                        counted(profile.organisations.size(), "organisation"),
                        counted(profile.partnerships.size(), "partnership"),
                        counted(profile.milestones.size(), "milestone"),
                        counted(profile.employers ? profile.employers->list.size() : 0, "employer")});
    }
    return rows;
}

Rows goals(const Site& site) {
    Rows rows;
    for (const data::Goal& goal : site.edition->facts.goals) {
        rows.push_back({goal.id, presenter(site).plain(goal.title), site.dataset()[goal.region].id,
                        site.dataset()[goal.newest().citation.source].id,
                        counted(goal.newest().targets.size(), "target")});
    }
    return rows;
}

Rows initiatives(const Site& site) {
    Rows rows;
    for (const data::Initiative& initiative : site.edition->facts.initiatives) {
        std::vector<std::string_view> where;
        for (const data::RegionIndex region : initiative.regions)
            where.push_back(site.dataset()[region].id);
        rows.push_back({initiative.id, presenter(site).plain(initiative.name), initiative.kind,
                        fmt::format("{}", fmt::join(where, ", ")),
                        initiative.period ? initiative.period->written : "",
                        site.dataset()[initiative.citation.source].id});
    }
    return rows;
}

/// `read 7.2 (unemployment-rate, twente, 2015), …`, as findings say it.
std::string read_text(const Site& site, const analysis::Verdict& verdict) {
    const data::Dataset& dataset = site.dataset();
    std::vector<std::string> parts;
    for (const analysis::Measurement* const m : verdict.measurements) {
        parts.push_back(fmt::format("{} ({}, {}, {})", m->value ? m->value->text() : "no value",
                                    dataset[m->indicator].id, dataset[dataset[m->area].region].id,
                                    dataset[m->period].written));
    }
    for (const data::Citation& fact : verdict.facts)
        parts.push_back(fmt::format("a fact of {}", dataset[fact.source].id));
    return fmt::format("; read {}", fmt::join(parts, ", "));
}

/// `; said at site/narrative/nl/home.md:12:1, …`, in all languages.
std::string said_text(const report::LedgerEntry& entry) {
    std::vector<std::string> places;
    for (const report::ClaimMention& mention : entry.mentions) {
        const Position place = mention.span.source->position(mention.span.begin);
        places.push_back(fmt::format("{}:{}:{}", mention.span.source->name(), place.line, place.column));
    }
    return places.empty() ? "" : fmt::format("; said at {}", fmt::join(places, ", "));
}

std::string_view truth_text(const analysis::Verdict* verdict) {
    if (verdict == nullptr) return "not in this edition";
    return verdict->holds ? "true" : "false";
}

Rows claims(const Site& site) {
    Rows rows;
    for (const report::LedgerEntry& entry : site.ledger) {
        const std::string read = entry.verdict ? read_text(site, *entry.verdict) : "";
        rows.push_back({entry.claim->id, std::string(truth_text(entry.verdict)),
                        entry.claim->condition_text + read + said_text(entry)});
    }
    return rows;
}

Rows figures(const Site& site) {
    Rows rows;
    for (const figures::Declaration& figure : site.project->declared_figures.figures) {
        std::vector<std::string_view> shows;
        for (const data::IndicatorIndex indicator : figure.indicators)
            shows.push_back(site.dataset()[indicator].id);
        rows.push_back({figure.id, presenter(site).plain(figure.title), std::string(figure.kind->word),
                        fmt::format("{}", fmt::join(shows, ", "))});
    }
    return rows;
}

}  // namespace

Rows listing(const OpenedSite& opened, std::string_view kind) {
    const Site& site = *opened.site;
    if (kind == "regions") return regions(site);
    if (kind == "indicators") return indicators(site);
    if (kind == "sources") return sources(site);
    if (kind == "tables") return tables(site);
    if (kind == "profiles") return profiles(site);
    if (kind == "goals") return goals(site);
    if (kind == "claims") return claims(site);
    if (kind == "figures") return figures(site);
    if (kind == "editions") return editions(site);
    if (kind == "languages") return languages(site);
    if (kind == "themes") return themes(site);
    if (kind == "units") return units(site);
    if (kind == "chapters") return chapters(site);
    if (kind == "pages") return pages(site);
    return initiatives(site);
}

}  // namespace regioscope::cli
