#include <algorithm>
#include <array>
#include <functional>

#include "figures/cells.h"
#include "report/pages/evidence.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::Element;
using data::Initiative;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;
using figures::Table;

namespace {

constexpr std::array action_lines = {"choose", "learn", "work"};

std::vector<const Initiative*> visible_initiatives(const Site& site) {
    std::vector<const Initiative*> list;
    for (const Initiative& one : site.dataset().initiatives) {
        if (site.is_visible(one.citation)) list.push_back(&one);
    }
    return list;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string element_id(Element element) {
    return std::string(data::id_of(element));
}

std::vector<std::string> element_ids(const Initiative& one) {
    std::vector<std::string> ids;
    for (const Element element : one.elements)
        ids.push_back(element_id(element));
    return ids;
}

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

/// Goals it contributes to, as far as the edition shows them.
SafeHtml goal_links(const PageContext& context, const Initiative& one) {
    std::vector<SafeHtml> links;
    const std::string page = context.href("goals.html");
    for (const data::Goal& goal : context.dataset().goals) {
        if (!contains(one.goals, goal.id)) continue;
        if (data::newest_visible(context.dataset(), goal, context.edition()) == nullptr) continue;
        links.push_back(
            anchor(context.presenter().plain(goal.title), page.empty() ? page : page + "#" + goal.id));
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
        if (!ids.empty()) add(std::move(label), words(names_of_words(context, group, ids)));
    };
    add_words(context.message("indicator.theme"), "fact.theme", one.themes);
    add_words(context.message("table.element"), "element", element_ids(one));
    add_words(context.message("table.action-line"), "action-line", one.action_lines);
    add_words(context.message("table.levels"), "level", one.levels);
    if (one.period) {
        add(context.message("table.period"),
            words(context.presenter().locale().period(analysis::period_of(*one.period))));
    }
    add(context.message("table.amount"), amounts(context, one));
    if (one.share) {
        add(context.message("table.share"),
            words(context.message("initiatives.share",
                                  {{"share", context.presenter().locale().percent(
                                                 *one.share, one.share->normalized().decimals())}})));
    }
    if (!one.for_whom.empty()) add(context.message("table.for-whom"), context.text()(one.for_whom));
    add(context.message("table.initiator"), words(names_of_parties(context, one.initiators)));
    add(context.message("table.parties"), words(names_of_parties(context, one.parties)));
    add(context.message("initiatives.goals"), goal_links(context, one));
    return list;
}

Value entry(const PageContext& context, const Initiative& one) {
    SafeHtml description = one.description.empty() ? SafeHtml() : context.text()(one.description);
    return Map{{"id", one.id},
               {"name", markup(context.text()(one.name))},
               {"kind", name_of_word(context, "initiative", one.kind)},
               {"description", markup(description + citation_mark(context, one.citation))},
               {"details", details(context, one)}};
}

/// Under its first region; every one once.
Value catalogue(const PageContext& context, const std::vector<const Initiative*>& all) {
    std::vector<data::RegionIndex> regions;
    for (std::size_t i = 0; i < context.dataset().regions.size(); ++i)
        regions.push_back(static_cast<data::RegionIndex>(i));
    List groups;
    for (const data::RegionIndex region : regions) {
        List entries;
        std::vector<const Initiative*> own;
        for (const Initiative* const one : all) {
            if (!one->regions.empty() && one->regions.front() == region) own.push_back(one);
        }
        std::stable_sort(own.begin(), own.end(),
                         [](const Initiative* a, const Initiative* b) { return a->kind < b->kind; });
        for (const Initiative* const one : own)
            entries.push_back(entry(context, *one));
        if (entries.empty()) continue;
        groups.push_back(Map{{"id", "in-" + context.dataset()[region].id},
                             {"region", region_map(context, region)},
                             {"count", static_cast<int>(own.size())},
                             {"initiatives", std::move(entries)}});
    }
    return groups;
}

/// The same initiatives by another of their sides: {name, groups: [{name, items}]}.
Value index_by(const PageContext& context, const std::vector<const Initiative*>& all, std::string name,
               std::string_view group,
               const std::function<std::vector<std::string>(const Initiative&)>& side) {
    std::vector<std::string> order;
    for (const Initiative* const one : all) {
        for (const std::string& word : side(*one)) {
            if (!contains(order, word)) order.push_back(word);
        }
    }
    List groups;
    for (const std::string& word : order) {
        List items;
        for (const Initiative* const one : all) {
            if (contains(side(*one), word))
                items.push_back(link(context.presenter().plain(one->name), "#" + one->id));
        }
        groups.push_back(Map{{"name", name_of_word(context, group, word)},
                             {"count", static_cast<int>(items.size())},
                             {"items", std::move(items)}});
    }
    return Map{{"name", std::move(name)}, {"groups", std::move(groups)}};
}

Value indexes(const PageContext& context, const std::vector<const Initiative*>& all) {
    const auto single = [](std::string word) { return std::vector<std::string>{std::move(word)}; };
    return List{
        index_by(context, all, context.message("table.kind"), "initiative",
                 [&](const Initiative& one) { return single(one.kind); }),
        index_by(context, all, context.message("indicator.theme"), "fact.theme",
                 [](const Initiative& one) { return one.themes; }),
        index_by(context, all, context.message("table.element"), "element", element_ids),
        index_by(context, all, context.message("table.action-line"), "action-line",
                 [](const Initiative& one) { return one.action_lines; }),
        index_by(context, all, context.message("table.levels"), "level",
                 [](const Initiative& one) { return one.levels; }),
        index_by(context, all, context.message("table.amount"), "initiatives.money",
                 [&](const Initiative& one) { return single(one.amounts.empty() ? "none" : "some"); })};
}

Cell count_cell(const PageContext& context, std::size_t count) {
    const Decimal number(static_cast<int>(count));
    Cell cell = number_cell(context.presenter().locale().number(number, 0), number);
    if (count == 0) cell.markup = quiet(cell.label);
    return cell;
}

/// Lines of action down, themes across, in counts; an initiative may count in several cells.
Table line_matrix(const PageContext& context, const std::vector<const Initiative*>& all) {
    std::vector<std::string> themes;
    for (const Initiative* const one : all) {
        for (const std::string& theme : one->themes) {
            if (!one->action_lines.empty() && !contains(themes, theme)) themes.push_back(theme);
        }
    }
    Table table;
    table.id = "lines";
    table.caption = context.message("initiatives.lines");
    table.subtitle = context.message("initiatives.lines-subtitle");
    table.head.push_back({{.label = context.message("table.action-line")}});
    for (const std::string& theme : themes)
        table.head.front().push_back(
            {.label = name_of_word(context, "fact.theme", theme), .is_number = true});
    table.head.front().push_back({.label = context.message("initiatives.all-themes"), .is_number = true});
    if (themes.empty()) return table;
    table.groups.emplace_back();
    for (const char* const line : action_lines) {
        std::vector<Cell> cells{header_cell(name_of_word(context, "action-line", line))};
        const auto count = [&](const auto& also) {
            return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Initiative* one) {
                return contains(one->action_lines, line) && also(*one);
            }));
        };
        for (const std::string& theme : themes)
            cells.push_back(count_cell(
                context, count([&](const Initiative& one) { return contains(one.themes, theme); })));
        cells.push_back(count_cell(context, count([](const Initiative&) { return true; })));
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

std::size_t count_for(const std::vector<const Initiative*>& all, data::RegionIndex region, Element element) {
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Initiative* one) {
        return std::find(one->regions.begin(), one->regions.end(), region) != one->regions.end() &&
               std::find(one->elements.begin(), one->elements.end(), element) != one->elements.end();
    }));
}

/// Goals down, regions across: how many initiatives of a region contribute to a goal.
Table goal_matrix(const PageContext& context, const std::vector<const Initiative*>& all) {
    std::vector<data::RegionIndex> regions;
    std::vector<const data::Goal*> goals;
    for (const data::Goal& goal : context.dataset().goals) {
        if (data::newest_visible(context.dataset(), goal, context.edition()) == nullptr) continue;
        const bool has_any = std::any_of(
            all.begin(), all.end(), [&](const Initiative* one) { return contains(one->goals, goal.id); });
        if (has_any) goals.push_back(&goal);
    }
    for (const Initiative* const one : all) {
        if (one->goals.empty()) continue;
        for (const data::RegionIndex region : one->regions) {
            if (std::find(regions.begin(), regions.end(), region) == regions.end()) regions.push_back(region);
        }
    }
    std::sort(regions.begin(), regions.end());
    Table table;
    table.id = "goal-matrix";
    table.caption = context.message("initiatives.goal-matrix");
    table.subtitle = context.message("initiatives.goal-matrix-subtitle");
    table.head.push_back({{.label = context.message("goals.title")}});
    for (const data::RegionIndex region : regions)
        table.head.front().push_back({.label = context.presenter().names(region).short_name,
                                      .key_class = figures::key_class(context.dataset(), region),
                                      .is_number = true});
    if (goals.empty()) return table;
    table.groups.emplace_back();
    const std::string page = context.href("goals.html");
    for (const data::Goal* const goal : goals) {
        std::vector<Cell> cells{
            header_cell(context.presenter().plain(goal->title), page.empty() ? page : page + "#" + goal->id)};
        for (const data::RegionIndex region : regions) {
            cells.push_back(count_cell(
                context,
                static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Initiative* one) {
                    return contains(one->goals, goal->id) &&
                           std::find(one->regions.begin(), one->regions.end(), region) != one->regions.end();
                }))));
        }
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

/// What the sources themselves count.
Value printed_counts(const PageContext& context) {
    List list;
    for (const data::ActionCount& one : context.dataset().action_counts) {
        if (!context.site().is_visible(one.citation)) continue;
        const std::string number =
            context.presenter().locale().amount(analysis::amount_of(one.value), locale::Unit{}, {});
        list.push_back(markup(SafeHtml::from_trusted("<strong>") + words(number) +
                              SafeHtml::from_trusted("</strong> ") + cited(context, one.what, one.citation)));
    }
    return list;
}

/// Weak links of the diagnosis and how many initiatives name that region and that element.
Table white_spots(const PageContext& context, const std::vector<const Initiative*>& all) {
    Table table;
    table.id = "white-spots";
    table.caption = context.message("initiatives.white-spots");
    table.caption_hidden = true;
    const Comparison* const comparison = context.site().comparison.get();
    if (comparison == nullptr || !comparison->diagnosis) return table;
    table.head.push_back({{.label = context.message("table.region")},
                          {.label = context.message("initiatives.weak-link")},
                          {.label = context.message("diagnosis.score"), .is_number = true},
                          {.label = context.message("initiatives.title"), .is_number = true}});
    for (std::size_t i = 0; i < comparison->regions.size(); ++i) {
        for (const Element element : comparison->diagnosis->weak_links(i)) {
            if (table.groups.empty()) table.groups.emplace_back();
            const Decimal score = *comparison->diagnosis->of(element).regions[i].score;
            const std::size_t count = count_for(all, comparison->regions[i], element);
            Cell number = count_cell(context, count);
            if (count == 0) number.markup = quiet(context.message("initiatives.none-known"));
            table.groups.front().rows.push_back(
                {{},
                 {figures::region_cell(comparison->regions[i], context.presenter(), context.to()),
                  [&] {
                      Cell cell = text_cell(name_of_word(context, "element", element_id(element)));
                      cell.href = context.href("diagnosis.html") + "#" + element_id(element);
                      return cell;
                  }(),
                  number_cell(context.presenter().locale().number(score, 0), score), std::move(number)}});
        }
    }
    return table;
}

void fill(PageContext& context, Map& names) {
    const std::vector<const Initiative*> all = visible_initiatives(context.site());
    names.set("count", static_cast<int>(all.size()));
    names.set("number", context.presenter().locale().number(static_cast<int>(all.size()), 0));
    names.set("groups", catalogue(context, all));
    names.set("indexes", indexes(context, all));
    names.set("lines", table_markup(context, line_matrix(context, all)));
    names.set("goal_matrix", table_markup(context, goal_matrix(context, all)));
    names.set("printed_counts", printed_counts(context));
    names.set("white_spots", table_markup(context, white_spots(context, all)));
}

}  // namespace

void plan_initiatives(Site& site, Findings& findings) {
    if (visible_initiatives(site).empty()) return;
    site.plan.add(
        {.path = "initiatives.html",
         .layout = "pages/initiatives.html",
         .title = [](const PageContext& context) { return context.message("initiatives.title"); },
         .description = [](const PageContext& context) { return context.message("initiatives.intro"); },
         .fill = fill,
         .parent = comparison_index(site),
         .section = comparison_index(site)},
        findings);
}

}  // namespace regioscope::report
