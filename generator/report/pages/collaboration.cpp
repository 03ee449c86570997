#include <algorithm>

#include "figures/cells.h"
#include "report/figure_view.h"
#include "report/pages/evidence.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

Value rungs(const PageContext& context) {
    List list;
    for (int rung = data::LadderPlace::highest_rung; rung >= 1; --rung) {
        const std::string id = "ladder." + std::to_string(rung);
        List regions;
        for (const data::RegionIndex region : context.site().regions) {
            const data::Profile& profile = context.edition().facts.profile(region);
            if (profile.ladder && profile.ladder->rung == rung)
                regions.push_back(analysis::region_value(context, region));
        }
        list.push_back(Map{{"rung", rung},
                           {"name", context.message(id + ".name")},
                           {"text", context.message(id + ".text")},
                           {"regions", std::move(regions)}});
    }
    return list;
}

/// The two axes of the ladder and the evidence, region by region; highest rung first.
figures::Table places(const PageContext& context) {
    figures::Table table;
    table.id = "places";
    table.caption = context.message("collaboration.places");
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("table.region")},
                          {.label = context.message("collaboration.rung")},
                          {.label = context.message("profile.autonomy")},
                          {.label = context.message("profile.agenda")},
                          {.label = context.message("table.evidence")}});
    std::vector<const data::Profile*> profiles;
    for (const data::RegionIndex region : context.site().regions) {
        const data::Profile& profile = context.edition().facts.profile(region);
        if (profile.ladder) profiles.push_back(&profile);
    }
    std::stable_sort(profiles.begin(), profiles.end(), [](const data::Profile* a, const data::Profile* b) {
        return a->ladder->rung > b->ladder->rung;
    });
    if (!profiles.empty()) table.groups.emplace_back();
    for (const data::Profile* const profile : profiles) {
        const data::LadderPlace& place = *profile->ladder;
        const auto text = [&](const data::Text& one) {
            return one.empty() ? escape::SafeHtml() : context.text()(one);
        };
        table.groups.front().rows.push_back(
            {{},
             {figures::region_cell(profile->region, context.presenter(), context.to()),
              number_cell(context.presenter().number(place.rung), Decimal(place.rung)),
              markup_cell(text(place.autonomy)), markup_cell(text(place.agenda)),
              markup_cell(text(place.reason) + citation_mark(context, place.citation) +
                          reading_mark(context, place.reading))}});
    }
    return table;
}

/// A table per model, with room for a board's own answer.
Value conditions(const PageContext& context) {
    const std::vector<data::Condition>& all = context.edition().facts.conditions;
    std::vector<std::string> models;
    for (const data::Condition& condition : all) {
        if (std::find(models.begin(), models.end(), condition.model) == models.end())
            models.push_back(condition.model);
    }
    List list;
    for (std::size_t i = 0; i < models.size(); ++i) {
        figures::Table table;
        table.id = "conditions-" + std::to_string(i + 1);
        table.caption = models[i];
        table.head.push_back({{.label = context.message("table.condition")},
                              {.label = context.message("collaboration.explained")},
                              {.label = context.message("collaboration.here")}});
        table.groups.emplace_back();
        for (const data::Condition& condition : all) {
            if (condition.model != models[i]) continue;
            figures::Cell head = header_cell({});
            head.markup = context.text()(condition.condition);
            table.groups.front().rows.push_back(
                {{},
                 {std::move(head),
                  markup_cell((condition.explanation.empty() ? escape::SafeHtml()
                                                             : context.text()(condition.explanation)) +
                              citation_mark(context, condition.citation)),
                  text_cell(context.message("collaboration.answers"))}});
        }
        list.push_back(table_markup(context, table));
    }
    return list;
}

void fill_collaboration(PageContext& context, Map& names) {
    const escape::SafeHtml picture = show_fitting_figure(context, [](const figures::Declaration& declared) {
        return declared.kind->shape == figures::Shape::rungs;
    });
    names.set("picture", picture.empty() ? Value::none() : markup(picture));
    names.set("rungs", rungs(context));
    names.set("places", table_markup(context, places(context)));
    names.set("conditions", conditions(context));
}

bool has_ladder(const Site& site) {
    return std::any_of(site.regions.begin(), site.regions.end(), [&](data::RegionIndex region) {
        return site.edition->facts.profile(region).ladder.has_value();
    });
}

}  // namespace

void plan_collaboration(Site& site, Findings& findings) {
    if (site.regions.size() > most_compared || (!has_ladder(site) && site.edition->facts.conditions.empty()))
        return;
    site.plan.add(
        {.path = "collaboration.html",
         .layout = "pages/collaboration.html",
         .title = [](const PageContext& context) { return context.message("collaboration.title"); },
         .description = [](const PageContext& context) { return context.message("collaboration.intro"); },
         .fill = fill_collaboration,
         .parent = comparison_index(site),
         .section = comparison_index(site)},
        findings);
}

}  // namespace regioscope::report
