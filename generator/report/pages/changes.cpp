#include "report/changes.h"

#include <algorithm>

#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using analysis::Change;
using analysis::Measurement;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// So many changes stand on the page; all of them are in its data.
constexpr std::size_t most_changes = 400;

/// Where a figure comes from: {label, href, language}.
Value origin(const PageContext& context, const Measurement& measurement) {
    if (measurement.derived) {
        return link(figures::Link{
            context.message("mark.derived"), context.to().indicator(measurement.indicator), {}});
    }
    const data::ObservationIndex observation = measurement.origins.front();
    const data::Dataset& dataset = context.dataset();
    figures::Link place =
        figures::source_link(dataset[dataset[observation].citation], context.presenter(), context.to());
    place.href = context.to().observation(observation);
    return link(place);
}

/// The sources of what is shown now and of what was shown before, each once.
List origins(const PageContext& context, const Change& change) {
    List list;
    for (const Measurement* const measurement : {change.after, change.before}) {
        if (measurement == nullptr) continue;
        Value place = origin(context, *measurement);
        const bool is_told = !list.empty() && expression::text_of(*list.front().map().find("label")) ==
                                                  expression::text_of(*place.map().find("label"));
        if (!is_told) list.push_back(std::move(place));
    }
    return list;
}

Value change_map(const PageContext& context, const Change& change) {
    List sentences;
    for (std::string& sentence : change_sentences(context.presenter(), *context.site().changes, change))
        sentences.push_back(std::move(sentence));
    const data::IndicatorIndex indicator = change.either().indicator;
    return Map{{"indicator", link(context.presenter().name(indicator), context.to().indicator(indicator))},
               {"sentences", std::move(sentences)},
               {"sources", origins(context, change)}};
}

/// By region and theme, as many as the page takes.
List regions(const PageContext& context, std::size_t& left) {
    const data::Dataset& dataset = context.dataset();
    List regions;
    for (const RegionChanges& of_region : by_region(*context.site().changes)) {
        List themes;
        for (const ThemeChanges& of_theme : of_region.themes) {
            List changes;
            for (const Change* const change : of_theme.changes) {
                if (left == 0) break;
                --left;
                changes.push_back(change_map(context, *change));
            }
            if (changes.empty()) continue;
            themes.push_back(Map{{"theme", link(context.presenter().plain(dataset[of_theme.theme].name),
                                                context.to().theme(of_theme.theme))},
                                 {"changes", std::move(changes)}});
        }
        if (themes.empty()) continue;
        regions.push_back(Map{{"id", dataset[of_region.region].id},
                              {"region", link(context.presenter().names(of_region.region).name,
                                              context.to().region(of_region.region))},
                              {"themes", std::move(themes)}});
    }
    return regions;
}

List claims(const PageContext& context) {
    const Changes& changes = *context.site().changes;
    List list;
    for (const analysis::ClaimChange& change : changes.difference.claims) {
        const bool has_entry = change.after != nullptr && change.now && change.now->holds;
        list.push_back(Map{{"change", change_of_claim(context.presenter(), change)},
                           {"statement", statement_of(changes, change, context.language())},
                           {"href", has_entry ? context.href("claims.html#" + change.either().id) : ""}});
    }
    return list;
}

/// As many as the page takes.
List changed_facts(const PageContext& context, std::size_t& left) {
    const Changes& changes = *context.site().changes;
    List list;
    for (const analysis::FactChange& change : changes.difference.facts) {
        if (left == 0) break;
        --left;
        const std::string& id = change.either().region;
        const auto region = context.dataset().region_by_id.find(id);
        const bool is_here = region != context.dataset().region_by_id.end();
        list.push_back(Map{{"region", is_here ? link(context.presenter().names(region->second).name,
                                                     context.to().region(region->second))
                                              : Value::none()},
                           {"sentence", fact_sentence(context.presenter(), changes, change)}});
    }
    return list;
}

/// What the edition says of itself; nothing where it does not.
Value note(PageContext& context) {
    const auto& notices = context.site().settings().notices;
    const auto notice = notices.find(context.edition().id());
    if (notice == notices.end() || notice->second.note.empty()) return Value::none();
    return markup(context.text()(notice->second.note));
}

/// Titles, in this edition, of the pages that the one before did not have.
List new_pages(const PageContext& context) {
    List list;
    for (const std::string& path : context.site().changes->new_pages)
        list.push_back(link(context.site().plan.find(path)->title(context), context.href(path)));
    return list;
}

void fill_changes(PageContext& context, Map& names) {
    const Changes& changes = *context.site().changes;
    const std::size_t all = changes.difference.changes.size() + changes.difference.facts.size();
    std::size_t left = most_changes;
    names.set("note", note(context));
    names.set("facts", changed_facts(context, left));
    names.set("data", context.file_href(changes_file));
    names.set("summary", change_summary(context.presenter(), changes));
    names.set("regions", regions(context, left));
    names.set("unlisted", static_cast<int>(all - std::min(all, most_changes)));
    names.set("claims", claims(context));
    names.set("new_pages", new_pages(context));
}

std::string intro(const PageContext& context) {
    const std::vector<data::Edition>& editions = context.site().settings().editions;
    return context.message("changes.intro", {{"edition", context.edition().id()},
                                             {"before", editions[context.edition().index - 1].id}});
}

}  // namespace

void plan_changes(Site& site, Findings& findings) {
    if (site.edition->index == 0) return;
    site.plan.add({.path = std::string(changes_page),
                   .layout = "pages/changes.html",
                   .title = [](const PageContext& context) { return context.message("changes.title"); },
                   .description = intro,
                   .fill = fill_changes,
                   .parent = "data.html",
                   .section = "data.html"},
                  findings);
}

}  // namespace regioscope::report
