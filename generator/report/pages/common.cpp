#include "report/pages/common.h"

#include <algorithm>

#include "figures/cells.h"
#include "figures/origins.h"
#include "figures/table_html.h"
#include "report/exports/exports.h"
#include "report/pages/navigation.h"
#include "report/pages/page_head.h"
#include "report/translation.h"
#include "template/markup.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

std::string title_of(const PageContext& context, std::string_view path) {
    const Page* const page = context.site().plan.find(path);
    return page == nullptr ? std::string() : page->title(context);
}

Value link_to(const PageContext& context, const std::string& path) {
    return path.empty() ? Value::none() : link(title_of(context, path), context.href(path));
}

Value languages(const PageContext& context) {
    List list;
    for (std::size_t i = 0; i < context.site().language_count(); ++i) {
        const locale::Locale& locale = context.site().presenters[i].locale();
        list.push_back(Map{{"code", locale.tag()},
                           {"name", context.site().presenters[i].locale().name()},
                           {"href", context.href_in(i)},
                           {"current", i == context.language()}});
    }
    return list;
}

/// What stands above the page; nothing where the menu leads straight to it.
Value breadcrumbs(const PageContext& context) {
    List list;
    if (is_in_navigation(context.page().path)) return list;
    for (std::string path = context.page().parent; !path.empty();) {
        list.insert(list.begin(), link_to(context, path));
        const Page* const page = context.site().plan.find(path);
        path = page == nullptr ? std::string() : page->parent;
    }
    return list;
}

/// The id of an edition; it leads to this page of it, where it is published with this one.
escape::SafeHtml edition_link(const PageContext& context, const std::string& id) {
    for (const Site* const other : context.site().published) {
        if (other->edition->id() == id) return anchor(id, context.href_in(*other));
    }
    return words(id);
}

/// A sentence about the current edition; nothing where this is the current one, or a later one.
Value newer_edition(const PageContext& context) {
    const Settings& settings = context.site().settings();
    const std::vector<data::Edition>& editions = settings.editions;
    const bool is_older = std::any_of(
        editions.begin() + static_cast<std::ptrdiff_t>(context.edition().index) + 1, editions.end(),
        [&](const data::Edition& edition) { return edition.id == settings.default_edition; });
    if (!is_older) return Value::none();
    return markup(sentence(context, "footer.newer-edition",
                           {{"newer", edition_link(context, settings.default_edition)}},
                           {{"edition", context.edition().id()}}));
}

/// A sentence about the editions before this one; nothing where it is the first.
Value older_editions(const PageContext& context) {
    const std::size_t count = context.edition().index;
    if (count == 0) return Value::none();
    std::vector<escape::SafeHtml> links;
    for (std::size_t i = 0; i < count; ++i)
        links.push_back(edition_link(context, context.site().settings().editions[i].id));
    return markup(sentence(context, "footer.older-editions", {{"editions", joined(links, ", ")}},
                           {{"count", Decimal(static_cast<int>(count))}}));
}

/// When the next one comes; empty where nobody says.
std::string next_edition(const PageContext& context) {
    const auto& notices = context.site().settings().notices;
    const auto notice = notices.find(context.edition().id());
    if (notice == notices.end() || !notice->second.next) return {};
    const data::Date& next = *notice->second.next;
    return context.presenter().locale().period(
        {locale::Period::Kind::month, {next.year, next.month, 1}, {next.year, next.month, next.day}});
}

/// This edition, and what is to be said of the others.
Value edition_map(const PageContext& context) {
    const std::vector<data::Edition>& editions = context.site().settings().editions;
    const std::size_t shown = context.edition().index;
    const data::Date& date = editions[shown].as_of;
    const std::string as_of = context.presenter().locale().period(
        {locale::Period::Kind::day, {date.year, date.month, date.day}, {date.year, date.month, date.day}});
    return Map{{"id", editions[shown].id},
               {"name", editions[shown].id},
               {"date", as_of},
               {"next", next_edition(context)},
               {"newer", newer_edition(context)},
               {"older", older_editions(context)}};
}

}  // namespace

Value link(std::string label, std::string href) {
    return Map{{"label", std::move(label)}, {"href", std::move(href)}};
}

Value link(const figures::Link& source) {
    return Map{{"label", source.label}, {"href", source.href}, {"language", source.language}};
}

Value source_link(const PageContext& context, const data::Citation& citation) {
    return link(figures::source_link(citation, context.presenter(), context.to()));
}

Value markup(escape::SafeHtml html) {
    return templates::safe_html(std::move(html));
}

Value table_markup(const PageContext& context, figures::Table table) {
    const bool has_rows = std::any_of(table.groups.begin(), table.groups.end(),
                                      [](const figures::RowGroup& group) { return !group.rows.empty(); });
    if (!has_rows) return Value::none();
    figures::link_origins(table, context.presenter(), context.to());
    return markup(figures::table_html(
        table,
        {context.message("table.source"), context.message("table.sortable"), context.message("home.notes")}));
}

Value contact_map(const Contact& contact) {
    if (contact.is_empty()) return Value::none();
    return Map{{"email", contact.email}, {"telephone", contact.telephone}, {"page", contact.page}};
}

escape::SafeHtml sentence(const PageContext& context, std::string_view id,
                          const std::vector<MarkupArgument>& markup, locale::Arguments others) {
    for (const MarkupArgument& argument : markup)
        others.push_back({argument.name, std::string("…")});
    const auto pieces = context.presenter().locale().message_pieces(id, others);
    if (!pieces) return words(id);
    escape::SafeHtml html;
    for (const locale::Piece& piece : *pieces) {
        const auto replaced = std::find_if(markup.begin(), markup.end(), [&](const MarkupArgument& argument) {
            return argument.name == piece.argument && !piece.argument.empty();
        });
        html += replaced == markup.end() ? words(piece.text) : replaced->html;
    }
    return html;
}

Value region_switcher(const PageContext& context, const std::vector<data::RegionIndex>& current,
                      const std::function<std::string(const data::Dataset&, data::RegionIndex)>& path_of) {
    const std::vector<data::RegionIndex>& regions = context.site().regions;
    List list;
    if (regions.size() < 2 || regions.size() > most_compared) return list;
    for (const data::RegionIndex region : regions) {
        std::string href = context.href(path_of(context.dataset(), region));
        if (href.empty()) href = context.to().region(region);
        list.push_back(Map{{"region", analysis::region_value(context, region)},
                           {"href", std::move(href)},
                           {"current", std::find(current.begin(), current.end(), region) != current.end()}});
    }
    return list;
}

Value region_list(const PageContext& context, const std::vector<data::RegionIndex>& regions) {
    List list;
    for (const data::RegionIndex region : regions) {
        if (!context.to().region(region).empty()) list.push_back(analysis::region_value(context, region));
    }
    return list;
}

bool has_figures(const Site& site, data::IndicatorIndex indicator) {
    return !site.edition->measurements.of(indicator).empty();
}

std::vector<data::IndicatorIndex> visible_indicators(const Site& site) {
    std::vector<data::IndicatorIndex> visible;
    for (std::size_t i = 0; i < site.dataset().indicators.size(); ++i) {
        const auto index = static_cast<data::IndicatorIndex>(i);
        if (has_figures(site, index)) visible.push_back(index);
    }
    return visible;
}

Value references_list(const PageContext& context) {
    List list;
    for (const PageContext::CitedPlace& place : context.cited_places()) {
        const data::Source& source = context.dataset()[place.source];
        const std::string part =
            place.part ? ", " + context.presenter().plain(source.parts[*place.part].title) : std::string();
        list.push_back(Map{{"number", list.size() + 1},
                           {"label", source.title + part},
                           {"language", source.language},
                           {"locator", place.locator},
                           {"href", context.href(context.site().source_places->of(place.source, place.part,
                                                                                  place.locator))}});
    }
    return list;
}

namespace {

/// Files of the site that a page loads. The page for missing ones is shown at any depth; without a base URL
/// it does not know at which, and asks at each that there may be: what is not there does no harm.
List loaded_files(const PageContext& context, const std::vector<std::string>& paths) {
    constexpr int deepest = 6;
    List list;
    std::string up;
    for (int depth = 0; depth <= (context.guesses_its_depth() ? deepest : 0); ++depth, up += "../") {
        for (const std::string& path : paths)
            list.push_back(up + context.file_href(path));
    }
    return list;
}

/// The built-in ones, the colours of the report, its own.
Value stylesheets(const PageContext& context) {
    const Appearance& appearance = context.site().settings().appearance;
    std::vector<std::string> paths = {"assets/report.css", "assets/chart.css"};
    if (appearance.has_colours()) paths.emplace_back(own_colours_path);
    for (const OwnFile& file : appearance.stylesheets)
        paths.push_back("assets/" + file.name);
    return loaded_files(context, paths);
}

Value scripts(const PageContext& context) {
    std::vector<std::string> paths = {context.guesses_its_depth() ? "assets/not-found.js"
                                                                  : "assets/report.js"};
    for (const OwnFile& file : context.site().settings().appearance.scripts)
        paths.push_back("assets/" + file.name);
    return loaded_files(context, paths);
}

Value logo(const PageContext& context) {
    const auto& logo = context.site().settings().appearance.logo;
    if (!logo) return Value::none();
    return Map{{"src", context.file_href("assets/" + logo->file.name)},
               {"alt", context.presenter().plain(logo->words)}};
}

/// What the report says it wants there, then what the law does.
Value footer_links(const PageContext& context) {
    const Settings& settings = context.site().settings();
    List list;
    const auto add = [&](const std::string& path, std::string label) {
        if (context.site().plan.find(path) == nullptr) return;
        if (label.empty()) label = title_of(context, path);
        list.push_back(link(std::move(label), context.href(path)));
    };
    for (const FooterLink& one : settings.footer) {
        std::string label = context.presenter().plain(one.label);
        if (one.page.empty()) {
            list.push_back(link(std::move(label), one.url));
        } else {
            add(one.page, std::move(label));
        }
    }
    for (const auto& page : {settings.legal.imprint, settings.legal.privacy}) {
        if (page) add(page->path + ".html", {});
    }
    add(std::string(statement_page), {});
    return list;
}

}  // namespace

Value site_map(const PageContext& context) {
    const Site& site = context.site();
    const Settings& settings = site.settings();
    return Map{{"title", context.presenter().plain(settings.title)},
               {"home", context.href("index.html")},
               {"publisher", context.presenter().plain(settings.publisher)},
               {"licence", Map{{"name", context.presenter().licence(settings.licence)},
                               {"href", settings.licence.address()}}},
               {"edition", edition_map(context)},
               {"navigation", navigation(context)},
               {"languages", languages(context)},
               {"data_page", context.href("data.html")},
               {"manifest", context.file_href(site.file_of(web_manifest_path, context.language()))},
               {"logo", logo(context)},
               {"contact", contact_map(settings.contact)},
               {"footer", footer_links(context)},
               {"stylesheets", stylesheets(context)},
               {"scripts", scripts(context)}};
}

Value page_map(const PageContext& context) {
    const Page& page = context.page();
    const Site& site = context.site();
    const std::size_t spoken = is_spoken(site, context.language()) ? context.language() : 0;
    Map map{{"language", context.presenter().language()},
            {"spoken_language", site.presenters[spoken].language()},
            {"path", page.path},
            {"is_home", page.path == "index.html"},
            {"breadcrumbs", breadcrumbs(context)},
            {"previous", link_to(context, page.previous)},
            {"next", link_to(context, page.next)}};
    add_head(context, map);
    return map;
}

}  // namespace regioscope::report
