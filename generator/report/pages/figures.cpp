#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "escape/html_attribute.h"
#include "report/figure_view.h"
#include "report/page_card.h"
#include "report/pages/common.h"
#include "report/pages/indicator_line.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"
#include "report/sentences.h"

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

/// A title may hold values and claims, so it is made as the figure's page would make it.
std::string title_in(const PageContext& context, const FigureEntry& entry) {
    PageContext own(context.site(), context.page(), context.language());
    return figure_title(own, entry);
}

/// The first page in reading whose text shows the figure; null where none does.
const Page* first_shown(const Site& site, const FigureEntry& entry) {
    const Page* first = nullptr;
    for (const NarrativePage* const story : site.narrative) {
        if (!shows(*story, entry.declaration->id)) continue;
        const Page* const page = site.plan.find(story->path == "home" ? "index.html" : story->path + ".html");
        if (page == nullptr) continue;
        if (first == nullptr || reading_place(site, *page) < reading_place(site, *first)) first = page;
    }
    return first;
}

Value figure_on_sheet(PageContext& context, const FigureEntry& entry) {
    const std::string& id = entry.declaration->id;
    const std::string picture =
        has_picture(context, entry)
            ? context.file_href(context.site().file_of(figure_svg_path(id), context.language()))
            : std::string();
    return Map{
        {"label", title_in(context, entry)}, {"href", context.href(figure_page(id))}, {"picture", picture}};
}

/// What is drawn stands before what is a table.
List figures_of_page(PageContext& context, const std::vector<const FigureEntry*>& entries) {
    List list;
    for (const bool is_drawn : {true, false})
        for (const FigureEntry* const entry : entries)
            if (has_picture(context, *entry) == is_drawn) list.push_back(figure_on_sheet(context, *entry));
    return list;
}

/// Each with the line that says most: of a key figure, else of the one that most regions have.
List themes_with_lines(const PageContext& context) {
    const Site& site = context.site();
    List themes;
    for (std::size_t i = 0; i < site.dataset().themes.size(); ++i) {
        const auto theme = static_cast<data::ThemeIndex>(i);
        const auto is_key = [&](data::IndicatorIndex indicator) {
            return std::find(site.key_indicators.begin(), site.key_indicators.end(), indicator) !=
                   site.key_indicators.end();
        };
        std::optional<data::IndicatorIndex> best;
        std::size_t most = 0;
        bool has_indicators = false;
        for (const data::IndicatorIndex indicator : visible_indicators(site)) {
            if (site.dataset()[indicator].theme != theme) continue;
            has_indicators = true;
            const std::size_t counted =
                site.edition->standings.of(indicator).counted + (is_key(indicator) ? site.regions.size() : 0);
            if (counted <= most) continue;
            best = indicator;
            most = counted;
        }
        if (!has_indicators) continue;
        const escape::SafeHtml line =
            best ? indicator_line(context, *best, measure_and_period(context, *best)) : escape::SafeHtml();
        themes.push_back(Map{{"label", context.presenter().plain(site.dataset()[theme].name)},
                             {"href", context.to().theme(theme)},
                             {"line", line.empty() ? Value::none() : markup(line)}});
    }
    return themes;
}

void fill_figures_index(PageContext& context, Map& names) {
    const Site& site = context.site();
    constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
    std::map<std::size_t, std::pair<const Page*, std::vector<const FigureEntry*>>> by_place;
    for (const FigureEntry& entry : site.drawn_figures) {
        const Page* const page = first_shown(site, entry);
        auto& [shown_on, entries] = by_place[page == nullptr ? last : reading_place(site, *page)];
        shown_on = page;
        entries.push_back(&entry);
    }
    List groups;
    for (const auto& [place, group] : by_place) {
        const auto& [page, entries] = group;
        groups.push_back(Map{
            {"page", page == nullptr ? Value::none() : link(page->title(context), context.href(page->path))},
            {"figures", figures_of_page(context, entries)}});
    }
    names.set("groups", std::move(groups));
    names.set("regions", region_list(context, site.regions));
    names.set("themes", themes_with_lines(context));
    names.set("indicators_href", context.href("indicators/index.html"));
}

/// What the figure comes to, else what a table is of; both may be short.
std::string finding_in(const PageContext& context, const FigureEntry& entry) {
    PageContext own(context.site(), context.page(), context.language());
    const std::string finding = illustration(own, entry).finding;
    const std::string about = context.message("figure.description-page");
    return followed_by(finding, about);
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
                 [i](const PageContext& context) {
                     return finding_in(context, context.site().drawn_figures[i]);
                 },
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
