#include "analysis/goal_status.h"

#include <algorithm>

#include "figures/cells.h"
#include "report/pages/evidence.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using analysis::GoalStatus;
using data::Goal;
using data::GoalVersion;
using data::Target;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;
using figures::Table;

namespace {

std::string status_word(const PageContext& context, GoalStatus status) {
    switch (status) {
        case GoalStatus::reached:
            return context.message("goals.status.reached");
        case GoalStatus::on_course:
            return context.message("goals.status.on-track");
        case GoalStatus::behind:
            return context.message("goals.status.behind");
        case GoalStatus::missed:
            return context.message("goals.status.missed");
        case GoalStatus::open:
            return context.message("goals.status.open");
        case GoalStatus::unmeasured:
            return context.message("goals.status.unmeasured");
        case GoalStatus::in_words:
            return context.message("goals.status.in-words");
    }
    return {};
}

/// An amount in the target's own unit, or that of its indicator.
std::string amount_text(const PageContext& context, const Target& target, const data::Value& value) {
    const analysis::Presenter& presenter = context.presenter();
    if (target.unit) return presenter.figure(value, *target.unit);
    if (target.indicator) return presenter.figure(value, context.dataset()[*target.indicator].unit);
    return presenter.locale().amount(analysis::amount_of(value), locale::Unit{}, {});
}

std::string period_words(const PageContext& context, const data::Period& period) {
    return context.presenter().locale().period(analysis::period_of(period));
}

Cell baseline_cell(const PageContext& context, const Target& target) {
    if (!target.baseline) return text_cell({});
    Cell cell = number_cell(amount_text(context, target, *target.baseline));
    if (target.baseline_period) cell.addition = period_words(context, *target.baseline_period);
    return cell;
}

Cell measured_cell(const PageContext& context, const analysis::TargetStatus& status,
                   figures::NoteList& notes) {
    if (status.measured == nullptr) return text_cell({});
    Cell cell =
        figures::measurement_cell(status.measured, std::nullopt, context.presenter(), context.to(), notes);
    cell.label = context.presenter().figure(*status.measured);
    cell.addition = context.presenter().period(status.measured->period);
    return cell;
}

Cell status_cell(const PageContext& context, const Target& target, const analysis::TargetStatus& status) {
    Cell cell = text_cell(status_word(context, status.status));
    if (status.expected && (status.status == GoalStatus::on_course || status.status == GoalStatus::behind)) {
        const int decimals = context.dataset()[*target.indicator].decimals;
        cell.addition = context.message(
            "goals.line", {{"value", amount_text(context, target,
                                                 data::Value::point(status.expected->rounded(decimals)))}});
    }
    return cell;
}

/// Which columns a version's targets need: words alone need none of the numbers'.
struct TargetColumns {
    bool baseline = false;
    bool target = false;
    bool due = false;
    bool measured = false;
};

/// A figure that says nothing about a target is not shown beside it.
bool shows_measured(const Target& target, const analysis::TargetStatus& status) {
    return status.measured != nullptr && !(target.target && status.status == GoalStatus::unmeasured);
}

TargetColumns columns_of(const GoalVersion& version, const std::vector<analysis::TargetStatus>& statuses) {
    TargetColumns columns;
    for (std::size_t i = 0; i < version.targets.size(); ++i) {
        const Target& target = version.targets[i];
        columns.baseline = columns.baseline || target.baseline;
        columns.target = columns.target || target.target;
        columns.due = columns.due || target.due;
        columns.measured = columns.measured || shows_measured(target, statuses[i]);
    }
    return columns;
}

Table target_table(const PageContext& context, const Goal& goal, const GoalVersion& version) {
    figures::NoteList notes(context.presenter(), context.text());
    std::vector<analysis::TargetStatus> statuses;
    for (const Target& target : version.targets)
        statuses.push_back(analysis::status_of(target, goal.region, context.measurements()));
    const TargetColumns columns = columns_of(version, statuses);
    Table table;
    table.id = "targets-" + goal.id;
    table.caption = context.presenter().plain(goal.title);
    table.caption_hidden = true;
    std::vector<figures::HeadCell> head{{.label = context.message("goals.target")}};
    if (columns.baseline) head.push_back({.label = context.message("table.baseline"), .is_number = true});
    if (columns.target) head.push_back({.label = context.message("table.target"), .is_number = true});
    if (columns.due) head.push_back({.label = context.message("table.due")});
    if (columns.measured) head.push_back({.label = context.message("table.measured"), .is_number = true});
    if (columns.target) head.push_back({.label = context.message("table.status")});
    table.head.push_back(std::move(head));
    if (!version.targets.empty()) table.groups.emplace_back();
    std::vector<const analysis::Measurement*> shown;
    for (std::size_t i = 0; i < version.targets.size(); ++i) {
        const Target& target = version.targets[i];
        SafeHtml what = target.text.empty() ? SafeHtml() : context.text()(target.text);
        if (!target.measure.empty()) {
            what += SafeHtml::from_trusted(" <span class=\"quiet\">(") + context.text()(target.measure) +
                    SafeHtml::from_trusted(")</span>");
        }
        std::vector<Cell> cells{markup_cell(std::move(what))};
        if (columns.baseline) cells.push_back(baseline_cell(context, target));
        if (columns.target)
            cells.push_back(target.target ? number_cell(amount_text(context, target, *target.target))
                                          : text_cell({}));
        if (columns.due)
            cells.push_back(text_cell(target.due ? period_words(context, *target.due) : std::string()));
        if (columns.measured) {
            const bool is_shown = shows_measured(target, statuses[i]);
            cells.push_back(is_shown ? measured_cell(context, statuses[i], notes) : text_cell({}));
            if (is_shown) shown.push_back(statuses[i].measured);
        }
        if (columns.target) cells.push_back(status_cell(context, target, statuses[i]));
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    table.notes = notes.notes();
    table.sources = {
        {context.presenter().citation(version.citation), context.to().source(version.citation.source)}};
    for (figures::Link& source : figures::source_links(shown, context.presenter(), context.to())) {
        if (source.label != table.sources.front().label) table.sources.push_back(std::move(source));
    }
    return table;
}

/// The target of an earlier version that aims at the same thing; null when there was none.
const Target* counterpart(const PageContext& context, const GoalVersion& version, const Target& target) {
    const auto same = [&](const data::Text& a, const data::Text& b) {
        return !a.empty() && context.presenter().plain(a) == context.presenter().plain(b);
    };
    const auto found = std::find_if(version.targets.begin(), version.targets.end(), [&](const Target& other) {
        return same(target.measure, other.measure) ||
               (target.measure.empty() && same(target.text, other.text));
    });
    return found == version.targets.end() ? nullptr : &*found;
}

/// What a newer version says otherwise, in sentences.
Value changes(const PageContext& context, const GoalVersion& earlier, const GoalVersion& later) {
    List list;
    int added = 0;
    int kept = 0;
    for (const Target& target : later.targets) {
        const Target* const before = counterpart(context, earlier, target);
        if (before == nullptr) {
            ++added;
            continue;
        }
        ++kept;
        if (before->target && target.target && !(*before->target == *target.target)) {
            const SafeHtml what = context.text()(target.text.empty() ? target.measure : target.text);
            list.push_back(markup(sentence(context, "goals.change-target", {{"what", what}},
                                           {{"from", amount_text(context, *before, *before->target)},
                                            {"to", amount_text(context, target, *target.target)}})));
        }
        if (before->due && target.due && !(*before->due == *target.due)) {
            const SafeHtml what = context.text()(target.text.empty() ? target.measure : target.text);
            list.push_back(markup(sentence(context, "goals.change-due", {{"what", what}},
                                           {{"from", period_words(context, *before->due)},
                                            {"to", period_words(context, *target.due)}})));
        }
    }
    const int dropped = static_cast<int>(earlier.targets.size()) - kept;
    if (kept == 0) return List{context.message("goals.change-all")};
    if (added > 0) list.push_back(context.message("goals.change-added", {{"count", Decimal(added)}}));
    if (dropped > 0) list.push_back(context.message("goals.change-dropped", {{"count", Decimal(dropped)}}));
    return list;
}

Value earlier_versions(const PageContext& context, const Goal& goal, const GoalVersion& newest) {
    std::vector<const GoalVersion*> versions;
    for (const GoalVersion& version : goal.versions) {
        if (context.site().is_visible(version.citation)) versions.push_back(&version);
    }
    std::stable_sort(versions.begin(), versions.end(), [&](const GoalVersion* a, const GoalVersion* b) {
        return data::published(context.dataset(), a->citation) >
               data::published(context.dataset(), b->citation);
    });
    List list;
    const GoalVersion* later = &newest;
    for (const GoalVersion* const version : versions) {
        if (version == &newest) continue;
        List targets;
        for (const Target& target : version->targets) {
            SafeHtml what = context.text()(target.text.empty() ? target.measure : target.text);
            if (target.target) what += words(" " + amount_text(context, target, *target.target));
            targets.push_back(markup(what));
        }
        list.push_back(Map{{"source", markup(citation_mark(context, version->citation))},
                           {"title", context.presenter().citation(version->citation)},
                           {"targets", std::move(targets)},
                           {"changes", changes(context, *version, *later)}});
        later = version;
    }
    return list;
}

Value goal_map(const PageContext& context, const Goal& goal, const GoalVersion& version) {
    return Map{
        {"id", goal.id},
        {"title", markup(context.text()(goal.title))},
        {"owner", goal.owner.empty() ? Value::none() : markup(context.text()(goal.owner))},
        {"action_line",
         goal.action_line.empty() ? std::string() : name_of_word(context, "action-line", goal.action_line)},
        {"element",
         goal.element ? name_of_word(context, "element", data::id_of(*goal.element)) : std::string()},
        {"note", version.note.empty() ? Value::none() : markup(context.text()(version.note))},
        {"table", table_markup(context, target_table(context, goal, version))},
        {"earlier", earlier_versions(context, goal, version)}};
}

const GoalVersion* visible_version(const Site& site, const Goal& goal) {
    return data::newest_visible(site.dataset(), goal, site.settings().editions[site.edition]);
}

/// How many targets stand how: the page's summary.
Table status_table(const PageContext& context) {
    constexpr std::array order = {GoalStatus::reached, GoalStatus::on_course, GoalStatus::behind,
                                  GoalStatus::missed,  GoalStatus::open,      GoalStatus::unmeasured,
                                  GoalStatus::in_words};
    std::array<int, order.size()> counts{};
    for (const Goal& goal : context.dataset().goals) {
        const GoalVersion* const version = visible_version(context.site(), goal);
        if (version == nullptr) continue;
        for (const Target& target : version->targets) {
            const GoalStatus status = analysis::status_of(target, goal.region, context.measurements()).status;
            ++counts[static_cast<std::size_t>(std::find(order.begin(), order.end(), status) - order.begin())];
        }
    }
    Table table;
    table.id = "standing";
    table.caption = context.message("goals.standing");
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("table.status")},
                          {.label = context.message("goals.targets"), .is_number = true},
                          {.label = context.message("table.meaning")}});
    table.groups.emplace_back();
    constexpr std::array explanations = {
        "goals.explain.reached", "goals.explain.on-track",   "goals.explain.behind",  "goals.explain.missed",
        "goals.explain.open",    "goals.explain.unmeasured", "goals.explain.in-words"};
    for (std::size_t i = 0; i < order.size(); ++i) {
        table.groups.front().rows.push_back(
            {{},
             {header_cell(status_word(context, order[i])),
              number_cell(context.presenter().locale().number(counts[i], 0), Decimal(counts[i])),
              text_cell(context.message(explanations[i]))}});
    }
    return table;
}

void fill(PageContext& context, Map& names) {
    std::vector<data::RegionIndex> regions;
    for (const Goal& goal : context.dataset().goals) {
        if (visible_version(context.site(), goal) == nullptr) continue;
        if (std::find(regions.begin(), regions.end(), goal.region) == regions.end())
            regions.push_back(goal.region);
    }
    List groups;
    for (const data::RegionIndex region : regions) {
        List goals;
        for (const Goal& goal : context.dataset().goals) {
            const GoalVersion* const version = visible_version(context.site(), goal);
            if (goal.region == region && version != nullptr)
                goals.push_back(goal_map(context, goal, *version));
        }
        groups.push_back(Map{{"region", region_map(context, region)}, {"goals", std::move(goals)}});
    }
    names.set("groups", std::move(groups));
    names.set("standing", table_markup(context, status_table(context)));
}

}  // namespace

void plan_goals(Site& site, Findings& findings) {
    const bool has_goals =
        std::any_of(site.dataset().goals.begin(), site.dataset().goals.end(),
                    [&](const Goal& goal) { return visible_version(site, goal) != nullptr; });
    if (!has_goals) return;
    site.plan.add({.path = "goals.html",
                   .layout = "pages/goals.html",
                   .title = [](const PageContext& context) { return context.message("goals.title"); },
                   .description = [](const PageContext& context) { return context.message("goals.intro"); },
                   .fill = fill,
                   .parent = comparison_index(site),
                   .section = comparison_index(site)},
                  findings);
}

}  // namespace regioscope::report
