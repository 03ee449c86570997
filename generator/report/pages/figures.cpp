#include <fmt/format.h>

#include "escape/html_attribute.h"
#include "report/figure_view.h"
#include "report/page_card.h"
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

/// What other sites write to show the figure, pinned to this edition; empty where the site has no address.
std::string embed_snippet(PageContext& context, const FigureEntry& entry) {
    const Site& site = context.site();
    if (site.base_url.empty()) return {};
    const std::string pinned = site.folder.empty() ? permanent_folder(site) : std::string();
    const std::string address =
        site.base_url + pinned + site.file_of(embed_page(entry.declaration->id), context.language());
    return fmt::format(R"(<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>)",
                       escape::html_attribute(address), escape::html_attribute(figure_title(context, entry)),
                       height_of_embed(context, entry));
}

void fill_figures(PageContext& context, Map& names, const FigureEntry& entry) {
    names.set("figure", markup(figure_alone(context, entry)));
    names.set("used_on", used_on(context, entry.declaration->id));
    names.set("embed_snippet", embed_snippet(context, entry));
}

void fill_embed(PageContext& context, Map& names, const FigureEntry& entry) {
    names.set("figure", markup(figure_embedded(context, entry)));
    names.set("figure_page", context.href(figure_page(entry.declaration->id)));
}

void fill_figures_index(PageContext& context, Map& names) {
    List figures;
    for (const FigureEntry& entry : context.site().drawn_figures)
        figures.push_back(
            Map{{"label", figure_title(context, entry)},
                {"href", context.href(figure_page(entry.declaration->id))},
                {"picture", has_picture(context, entry)
                                ? context.file_href(context.site().file_of(
                                      figure_svg_path(entry.declaration->id), context.language()))
                                : std::string()}});
    names.set("figures", std::move(figures));
}

/// A title may hold values and claims, so it is made as the figure's page would make it.
std::string title_in(const PageContext& context, const FigureEntry& entry) {
    PageContext own(context.site(), context.page(), context.language());
    return figure_title(own, entry);
}

/// Each figure on a page of its own that other sites show.
void plan_embeds(Site& site, Findings& findings) {
    for (std::size_t i = 0; i < site.drawn_figures.size(); ++i) {
        site.plan.add(
            {.path = embed_page(site.drawn_figures[i].declaration->id),
             .layout = "pages/embed.html",
             .title =
                 [i](const PageContext& context) {
                     return title_in(context, context.site().drawn_figures[i]);
                 },
             .fill = [i](PageContext& context,
                         Map& names) { fill_embed(context, names, context.site().drawn_figures[i]); },
             .about = {.figure = i},
             .is_embed = true,
             .is_apart = true},
            findings);
    }
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
             .section = "figures/index.html",
             .about = {.figure = i}},
            findings);
    }
    site.plan.chain(order);
    plan_embeds(site, findings);
}

}  // namespace regioscope::report
