#include "report/figure_view.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

bool shows(const NarrativePage& page, std::string_view id) {
    for (const auto& document : page.documents) {
        if (!document) continue;
        for (const markdown::FigureMention& mention : document->mentions().figures) {
            if (mention.id == id) return true;
        }
    }
    return false;
}

/// The pages whose text shows the figure.
List used_on(const PageContext& context, std::string_view id) {
    List list;
    for (const NarrativePage* const page : context.site().narrative) {
        if (!shows(*page, id)) continue;
        const bool is_home = page->path == "home";
        list.push_back(
            link(story_title(context, *page),
                 context.href(is_home ? "index.html" : page->path + ".html") + "#figure-" + std::string(id)));
    }
    return list;
}

/// Words to copy, with the address as far as it is known.
std::string citation(PageContext& context, const FigureEntry& entry) {
    const Site& site = context.site();
    return context.message("figure.citation",
                           {{"title", context.presenter().locale().quoted(figure_title(context, entry))},
                            {"report", context.presenter().plain(site.settings().title)},
                            {"edition", site.edition->id()},
                            {"address", site.base_url + context.file()}});
}

void fill_figures(PageContext& context, Map& names, const FigureEntry& entry) {
    names.set("figure", markup(figure_alone(context, entry)));
    names.set("used_on", used_on(context, entry.declaration->id));
    names.set("citation", citation(context, entry));
}

void fill_figures_index(PageContext& context, Map& names) {
    List figures;
    for (const FigureEntry& entry : context.site().drawn_figures)
        figures.push_back(
            Map{{"label", figure_title(context, entry)},
                {"href", context.href(figure_page(entry.declaration->id))},
                {"picture", entry.gathered.kind->is_table() || entry.gathered.is_empty()
                                ? std::string()
                                : context.file_href(context.site().file_of(
                                      figure_svg_path(entry.declaration->id), context.language()))}});
    names.set("figures", std::move(figures));
}

/// A title may hold values and claims, so it is made as the figure's page would make it.
std::string title_in(const PageContext& context, const FigureEntry& entry) {
    PageContext own(context.site(), context.page(), context.language());
    return figure_title(own, entry);
}

}  // namespace

void plan_figures(Site& site, Findings& findings) {
    if (site.drawn_figures.empty()) return;
    site.plan.add({.path = "figures/index.html",
                   .layout = "pages/figures.html",
                   .title = [](const PageContext& context) { return context.message("nav.figures"); },
                   .fill = fill_figures_index},
                  findings);
    std::vector<std::string> order;
    for (std::size_t i = 0; i < site.drawn_figures.size(); ++i) {
        order.push_back(figure_page(site.drawn_figures[i].declaration->id));
        site.plan.add(
            {.path = order.back(),
             .layout = "pages/figure.html",
             .title =
                 [i](const PageContext& context) {
                     return title_in(context, context.site().drawn_figures[i]);
                 },
             .description =
                 [](const PageContext& context) { return context.message("figure.description-page"); },
             .fill = [i](PageContext& context,
                         Map& names) { fill_figures(context, names, context.site().drawn_figures[i]); },
             .parent = "figures/index.html",
             .section = "figures/index.html"},
            findings);
    }
    site.plan.chain(order);
}

}  // namespace regioscope::report
