#include "report/pages/initiative_tables.h"

#include <algorithm>
#include <array>

#include "figures/cells.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using data::Element;
using data::Initiative;
using data::RegionIndex;
using escape::SafeHtml;
using figures::Cell;
using figures::Table;

namespace {

template <typename Item>
bool contains(const std::vector<Item>& items, const auto& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

/// Nothing is a dot, so that what is there stands out.
Cell count_cell(const PageContext& context, std::size_t count) {
    const Decimal number(static_cast<int>(count));
    return number_cell(count == 0 ? "·" : context.presenter().number(number), number);
}

std::size_t count_of(const std::vector<Initiative>& initiatives, const auto& wanted) {
    return static_cast<std::size_t>(std::count_if(initiatives.begin(), initiatives.end(), wanted));
}

/// Areas that any of the initiatives names, in the order of the datasets.
std::vector<RegionIndex> areas_of(const std::vector<Initiative>& initiatives) {
    std::vector<RegionIndex> areas;
    for (const Initiative& one : initiatives)
        areas.insert(areas.end(), one.regions.begin(), one.regions.end());
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    return areas;
}

/// A count for each area, and for all.
std::vector<Cell> counts_by_area(const PageContext& context, const std::vector<Initiative>& initiatives,
                                 const std::vector<RegionIndex>& areas, const auto& wanted) {
    std::vector<Cell> cells;
    for (const RegionIndex area : areas) {
        cells.push_back(count_cell(context, count_of(initiatives, [&](const Initiative& one) {
                                       return wanted(one) && contains(one.regions, area);
                                   })));
    }
    cells.push_back(count_cell(context, count_of(initiatives, wanted)));
    return cells;
}

/// The line's name, and how many actions a source counts in it.
std::string line_heading(const PageContext& context, std::optional<data::ActionLine> line) {
    const std::string name = context.presenter().name(line);
    for (const data::ActionCount& one : context.edition().facts.action_counts) {
        if (!line || one.action_line != line) continue;
        const std::string number = context.presenter().figure(one.value);
        return context.message("initiatives.line-heading", {{"line", name}, {"number", number}});
    }
    return name;
}

Cell goal_cell(const PageContext& context, const data::Goal& goal) {
    const std::string page = context.href("goals.html");
    return header_cell(context.presenter().plain(goal.title), page.empty() ? page : page + "#" + goal.id);
}

}  // namespace

Table goal_matrix(const PageContext& context) {
    const std::vector<Initiative>& initiatives = context.edition().facts.initiatives;
    Table table;
    table.id = "goal-matrix";
    table.sortable = true;
    table.caption = context.message("initiatives.goal-matrix");
    table.subtitle = context.message("initiatives.goal-matrix-subtitle");
    const std::vector<RegionIndex> areas = areas_of(initiatives);
    table.head.push_back({{.label = context.message("goals.title")}});
    for (const RegionIndex area : areas)
        table.head.front().push_back({.label = context.presenter().names(area).short_name,
                                      .key_class = figures::key_class(context.dataset(), area),
                                      .is_number = true});
    table.head.front().push_back({.label = context.message("table.total"), .is_number = true});
    for (const auto& line : data::lines_and_none) {
        figures::RowGroup group{line_heading(context, line), {}, {}};
        if (line) {
            std::vector<Cell> cells = counts_by_area(context, initiatives, areas, [&](const Initiative& one) {
                return contains(one.action_lines, *line);
            });
            cells.insert(cells.begin(), header_cell(context.message("initiatives.all-of-line")));
            group.rows.push_back({{}, std::move(cells), true});
        }
        for (const data::Goal& goal : context.edition().facts.goals) {
            if (goal.action_line != line) continue;
            std::vector<Cell> cells = counts_by_area(context, initiatives, areas, [&](const Initiative& one) {
                return contains(one.goals, goal.id);
            });
            cells.insert(cells.begin(), goal_cell(context, goal));
            group.rows.push_back({{}, std::move(cells)});
        }
        // A line without goals says no more than its theme counts do.
        if (group.rows.size() > (line ? 1U : 0U)) table.groups.push_back(std::move(group));
    }
    return table;
}

Table line_matrix(const PageContext& context) {
    const std::vector<Initiative>& initiatives = context.edition().facts.initiatives;
    std::vector<std::string> themes;
    for (const Initiative& one : initiatives) {
        for (const std::string& theme : one.themes) {
            if (!one.action_lines.empty() && !contains(themes, theme)) themes.push_back(theme);
        }
    }
    Table table;
    table.id = "lines";
    table.sortable = true;
    table.caption = context.message("initiatives.lines");
    table.subtitle = context.message("initiatives.lines-subtitle");
    table.head.push_back({{.label = context.message("table.action-line")}});
    for (const std::string& theme : themes)
        table.head.front().push_back(
            {.label = context.presenter().name_of_word("fact.theme", theme), .is_number = true});
    table.head.front().push_back({.label = context.message("initiatives.all-themes"), .is_number = true});
    if (themes.empty()) return table;
    table.groups.emplace_back();
    for (const auto& line : data::lines_and_none) {
        if (!line) continue;
        std::vector<Cell> cells{header_cell(context.presenter().name(line))};
        const auto of_line = [&](const Initiative& one) { return contains(one.action_lines, *line); };
        for (const std::string& theme : themes) {
            cells.push_back(count_cell(context, count_of(initiatives, [&](const Initiative& one) {
                                           return of_line(one) && contains(one.themes, theme);
                                       })));
        }
        cells.push_back(count_cell(context, count_of(initiatives, of_line)));
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

Table white_spots(const PageContext& context) {
    Table table;
    table.id = "white-spots";
    table.caption = context.message("initiatives.white-spots");
    table.caption_hidden = true;
    const Comparison* const comparison = context.site().comparison.get();
    if (comparison == nullptr || !comparison->diagnosis) return table;
    table.head.push_back({{.label = context.message("initiatives.weak-link")},
                          {.label = context.message("diagnosis.score"), .is_number = true},
                          {.label = context.message("initiatives.title")}});
    for (std::size_t i = 0; i < comparison->regions.size(); ++i) {
        const RegionIndex region = comparison->regions[i];
        figures::RowGroup group{context.presenter().names(region).name, context.to().region(region), {}};
        for (const Element element : comparison->diagnosis->weak_links(i)) {
            std::vector<SafeHtml> names;
            for (const Initiative& one : context.edition().facts.initiatives) {
                if (contains(one.regions, region) && contains(one.elements, element))
                    names.push_back(anchor(context.presenter().plain(one.name),
                                           context.href("initiatives.html") + "#" + one.id));
            }
            const Decimal score = *comparison->diagnosis->of(element).regions[i].score;
            group.rows.push_back(
                {{},
                 {header_cell(context.presenter().name(element), "#" + std::string(data::id_of(element))),
                  number_cell(context.presenter().number(score), score),
                  markup_cell(names.empty() ? quiet(context.message("initiatives.none-known"))
                                            : joined(names, ", "))}});
        }
        if (!group.rows.empty()) table.groups.push_back(std::move(group));
    }
    return table;
}

std::vector<AddressedLink> addressed_links(const Site& site, const Initiative& initiative) {
    std::vector<AddressedLink> links;
    const Comparison* const comparison = site.comparison.get();
    if (comparison == nullptr || !comparison->diagnosis) return links;
    for (const RegionIndex region : initiative.regions) {
        const auto place = comparison->position(region);
        if (!place) continue;
        for (const Element element : initiative.elements) {
            if (comparison->diagnosis->of(element).regions[*place].is_weak)
                links.push_back({region, element});
        }
    }
    return links;
}

}  // namespace regioscope::report
