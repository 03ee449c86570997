#include <algorithm>

#include "report/pages/evidence.h"
#include "report/pages/initiative_facets.h"
#include "report/pages/initiative_tables.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::Initiative;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

SafeHtml amounts(const PageContext& context, const Initiative& one) {
    std::vector<SafeHtml> parts;
    for (const data::Amount& amount : one.amounts) {
        SafeHtml part = words(context.presenter().figure(amount.value, amount.unit,
                                                         {.scale = locale::Display::Scale::compact}));
        if (!amount.of.empty()) part += words(" (") + context.text()(amount.of) + words(")");
        parts.push_back(std::move(part));
    }
    return joined(parts, "; ");
}

/// Goals it contributes to.
SafeHtml goal_links(const PageContext& context, const Initiative& one) {
    std::vector<SafeHtml> links;
    const std::string page = context.href("goals.html");
    for (const data::Goal& goal : context.edition().facts.goals) {
        if (std::find(one.goals.begin(), one.goals.end(), goal.id) == one.goals.end()) continue;
        links.push_back(
            anchor(context.presenter().plain(goal.title), page.empty() ? page : page + "#" + goal.id));
    }
    return joined(links, ", ");
}

std::string element_names(const PageContext& context, const Initiative& one) {
    std::vector<std::string> names;
    for (const data::Element element : one.elements)
        names.push_back(context.presenter().name(element));
    return context.presenter().locale().list(names);
}

/// Weak links of the diagnosis that it works on.
SafeHtml weak_links(const PageContext& context, const Initiative& one) {
    std::vector<SafeHtml> links;
    for (const AddressedLink& addressed : addressed_links(context.site(), one)) {
        const std::string label = context.message("initiatives.weak-link-in",
                                                  {{"element", context.presenter().name(addressed.element)},
                                                   {"in", context.presenter().names(addressed.region).in}});
        links.push_back(anchor(
            label, context.href("diagnosis.html") + "#" + std::string(data::id_of(addressed.element))));
    }
    return joined(links, ", ");
}

Value detail(std::string label, SafeHtml html) {
    return Map{{"label", std::move(label)}, {"html", markup(std::move(html))}};
}

/// What is known of an initiative besides its description; what is not is left out.
List details(const PageContext& context, const Initiative& one) {
    List list;
    const auto add = [&](std::string label, SafeHtml html) {
        if (!html.empty()) list.push_back(detail(std::move(label), std::move(html)));
    };
    const auto add_words = [&](std::string label, std::string_view group,
                               const std::vector<std::string>& ids) {
        if (!ids.empty()) add(std::move(label), words(context.presenter().names_of_words(group, ids)));
    };
    add_words(context.message("indicator.theme"), "fact.theme", one.themes);
    add(context.message("table.element"), words(element_names(context, one)));
    std::vector<std::string> lines;
    for (const data::ActionLine line : one.action_lines)
        lines.push_back(context.presenter().name(line));
    if (!lines.empty())
        add(context.message("table.action-line"), words(context.presenter().locale().list(lines)));
    add_words(context.message("table.levels"), "level", one.levels);
    if (one.period) {
        add(context.message("table.period"), words(context.presenter().period(*one.period)));
    }
    add(context.message("table.amount"), amounts(context, one));
    if (one.share) {
        add(context.message("table.share"),
            words(context.message("initiatives.share",
                                  {{"share", context.presenter().locale().percent(
                                                 *one.share, one.share->normalized().decimals())}})));
    }
    if (!one.for_whom.empty()) add(context.message("table.for-whom"), context.text()(one.for_whom));
    add(context.message("table.initiator"), words(context.presenter().names(one.initiators)));
    add(context.message("table.parties"), words(context.presenter().names(one.parties)));
    add(context.message("initiatives.goals"), goal_links(context, one));
    add(context.message("initiatives.weak-link"), weak_links(context, one));
    return list;
}

/// What a line has room for: kind, elements, period and money.
std::string brief(const PageContext& context, const Initiative& one) {
    std::vector<std::string> parts{context.presenter().name_of_word("initiative", one.kind),
                                   element_names(context, one)};
    if (one.period) parts.push_back(context.presenter().period(*one.period));
    if (!one.amounts.empty())
        parts.push_back(context.presenter().figure(one.amounts.front().value, one.amounts.front().unit,
                                                   {.scale = locale::Display::Scale::compact}));
    std::string line;
    for (const std::string& part : parts)
        if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
    return line;
}

Value entry(const PageContext& context, const Initiative& one, std::string sides) {
    SafeHtml description = one.description.empty() ? SafeHtml() : context.text()(one.description);
    return Map{{"id", context.declared_id(one.span, one.id)},
               {"brief", brief(context, one)},
               {"name", markup(context.text()(one.name))},
               {"kind", context.presenter().name_of_word("initiative", one.kind)},
               {"sides", std::move(sides)},
               {"description", markup(description + citation_mark(context, one.citation))},
               {"details", details(context, one)}};
}

/// Under its first region; every one once.
Value catalogue(const PageContext& context, const std::vector<Facet>& facets) {
    const std::vector<Initiative>& all = context.edition().facts.initiatives;
    List groups;
    for (std::size_t index = 0; index < context.dataset().regions.size(); ++index) {
        const auto region = static_cast<data::RegionIndex>(index);
        std::vector<std::size_t> own;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].regions.empty() && all[i].regions.front() == region) own.push_back(i);
        }
        if (own.empty()) continue;
        std::stable_sort(own.begin(), own.end(),
                         [&](std::size_t a, std::size_t b) { return all[a].kind < all[b].kind; });
        List entries;
        for (const std::size_t i : own)
            entries.push_back(entry(context, all[i], sides_of(facets, i)));
        groups.push_back(Map{{"id", "in-" + context.dataset()[region].id},
                             {"region", analysis::region_value(context, region)},
                             {"count", static_cast<int>(own.size())},
                             {"initiatives", std::move(entries)}});
    }
    return groups;
}

/// For readers without script each side's lists: {id, name, choices: [{id, label, count, items}]}.
Value facet_lists(const PageContext& context, const std::vector<Facet>& facets) {
    const std::vector<Initiative>& all = context.edition().facts.initiatives;
    List list;
    for (const Facet& facet : facets) {
        List choices;
        for (const Facet::Choice& choice : facet.choices) {
            List items;
            for (const std::size_t i : choice.initiatives)
                items.push_back(link(context.presenter().plain(all[i].name), "#" + all[i].id));
            choices.push_back(Map{{"id", choice.id},
                                  {"label", choice.label},
                                  {"count", static_cast<int>(choice.initiatives.size())},
                                  {"items", std::move(items)}});
        }
        list.push_back(Map{{"id", facet.id}, {"name", facet.name}, {"choices", std::move(choices)}});
    }
    return list;
}

/// "12 of 97": the first number is the filter's.
SafeHtml shown_count(const PageContext& context, std::size_t count) {
    const std::string number = context.presenter().number(count);
    return sentence(context, "initiatives.shown",
                    {{"shown", SafeHtml::from_trusted("<span data-shown=\"\">") + words(number) +
                                   SafeHtml::from_trusted("</span>")}},
                    {{"of", number}});
}

/// What the sources themselves count of each line of action; their other counts are there to be checked.
Value printed_counts(const PageContext& context) {
    List list;
    for (const data::ActionCount& one : context.edition().facts.action_counts) {
        if (!one.action_line) continue;
        list.push_back(markup(element("strong", words(context.presenter().figure(one.value))) + words(" ") +
                              cited(context, one.what, one.citation)));
    }
    return list;
}

void fill_initiatives(PageContext& context, Map& names) {
    const std::size_t count = context.edition().facts.initiatives.size();
    names.set("count", static_cast<int>(count));
    names.set("number", context.presenter().number(count));
    const std::vector<Facet> facets = initiative_facets(context);
    names.set("groups", catalogue(context, facets));
    names.set("facets", facet_lists(context, facets));
    names.set("shown", markup(shown_count(context, count)));
    names.set("lines", table_markup(context, line_matrix(context)));
    names.set("goal_matrix", table_markup(context, goal_matrix(context)));
    names.set("printed_counts", printed_counts(context));
}

}  // namespace

void plan_initiatives(Site& site, Findings& findings) {
    if (site.edition->facts.initiatives.empty()) return;
    site.plan.add(
        {.path = "initiatives.html",
         .layout = "pages/initiatives.html",
         .title = [](const PageContext& context) { return context.message("initiatives.title"); },
         .description = [](const PageContext& context) { return context.message("initiatives.intro"); },
         .fill = fill_initiatives,
         .parent = comparison_index(site),
         .section = comparison_index(site)},
        findings);
}

}  // namespace regioscope::report
