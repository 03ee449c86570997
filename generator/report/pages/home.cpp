#include <utility>

#include "figures/comparison_table.h"
#include "report/figure_view.h"
#include "report/pages/common.h"
#include "report/pages/indicator_line.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// More regions than that make the front page's table one that has to be pushed aside.
constexpr std::size_t most_beside_each_other = 12;

/// In CSS pixels: too small for names, which stand in the list beside it.
constexpr double key_map_width = 170;

/// The map as a key to the list of regions: {picture, href}; nothing in a report without one.
expression::Value key_map(PageContext& context) {
    for (const FigureEntry& entry : context.site().drawn_figures) {
        if (entry.declaration->kind->shape != figures::Shape::places) continue;
        return Map{{"picture", markup(small_picture(context, entry, key_map_width))},
                   {"href", context.href(figure_page(entry.declaration->id))},
                   {"label", figure_title(context, entry)}};
    }
    return expression::Value::none();
}

/// A table, or a line each where the regions have no room beside each other.
void set_key_figures(PageContext& context, Map& names) {
    const Site& site = context.site();
    List lines;
    names.set("key_figures", Value::none());
    names.set("notes", List{});
    if (site.regions.size() > most_beside_each_other) {
        for (const data::IndicatorIndex indicator : site.key_indicators) {
            const escape::SafeHtml line =
                indicator_line(context, indicator, measure_and_period(context, indicator));
            lines.push_back(Map{{"label", context.presenter().name(indicator)},
                                {"href", context.to().indicator(indicator)},
                                {"line", line.empty() ? Value::none() : markup(line)}});
        }
    } else {
        figures::Table key_figures = figures::comparison_table(
            {"key-figures", site.key_indicators, site.regions, figures::ComparisonTable::Themes::flat},
            context.presenter(), context.to(), context.text());
        List notes;
        for (figures::Note& note : std::exchange(key_figures.notes, {}))
            notes.push_back(Map{{"sign", note.sign}, {"text", markup(std::move(note.text))}});
        names.set("key_figures", table_markup(context, key_figures));
        names.set("notes", std::move(notes));
    }
    names.set("key_lines", std::move(lines));
}

void fill_home(PageContext& context, Map& names) {
    const Site& site = context.site();
    names.set("regions", region_list(context, site.regions));
    if (const NarrativePage* const story = site.find_narrative("home")) fill_story(context, names, *story);
    names.set("chapters", chapter_list(context));
    names.set("introduction", markup(context.text()(site.settings().description)));
    set_key_figures(context, names);
    names.set("map", key_map(context));
}

}  // namespace

void plan_home(Site& site, Findings& findings) {
    site.plan.add({.path = "index.html",
                   .layout = "pages/home.html",
                   .title =
                       [](const PageContext& context) {
                           return context.presenter().plain(context.site().settings().title);
                       },
                   .description =
                       [](const PageContext& context) {
                           return context.presenter().plain(context.site().settings().description);
                       },
                   .fill = fill_home,
                   .about = {.story = site.find_narrative("home")}},
                  findings);
}

}  // namespace regioscope::report
