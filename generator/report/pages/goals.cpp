#include <algorithm>

#include "analysis/goal_status.h"
#include "report/pages/evidence.h"
#include "report/pages/goal_ladders.h"
#include "report/pages/goal_tables.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::Goal;
using data::GoalVersion;
using data::Target;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// What a newer version says otherwise, in sentences.
Value changes(const PageContext& context, const GoalVersion& earlier, const GoalVersion& later) {
    List list;
    int added = 0;
    int kept = 0;
    for (const Target& target : later.targets) {
        const Target* const before = earlier.replaced_by(target);
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
                                           {{"from", context.presenter().period(*before->due)},
                                            {"to", context.presenter().period(*target.due)}})));
        }
        const analysis::Presenter& presenter = context.presenter();
        if (!before->text.empty() && !target.text.empty() &&
            presenter.plain(before->text) != presenter.plain(target.text)) {
            list.push_back(markup(
                sentence(context, "goals.change-words",
                         {{"from", context.text()(before->text)}, {"to", context.text()(target.text)}})));
        }
    }
    const int dropped = static_cast<int>(earlier.targets.size()) - kept;
    if (kept == 0) return List{};  // worded anew throughout: the earlier words below say it all
    if (added > 0) list.push_back(context.message("goals.change-added", {{"count", Decimal(added)}}));
    if (dropped > 0) list.push_back(context.message("goals.change-dropped", {{"count", Decimal(dropped)}}));
    return list;
}

/// The newest of them first.
Value earlier_versions(const PageContext& context, const Goal& goal) {
    List list;
    for (auto later = goal.versions.rbegin(); std::next(later) != goal.versions.rend(); ++later) {
        const GoalVersion& version = *std::next(later);
        List targets;
        for (const Target& target : version.targets) {
            SafeHtml what = context.text()(target.text.empty() ? target.measure : target.text);
            if (target.target) what += words(" " + amount_text(context, target, *target.target));
            targets.push_back(markup(what));
        }
        list.push_back(Map{{"source", markup(citation_mark(context, version.citation))},
                           {"title", context.presenter().citation(version.citation)},
                           {"targets", std::move(targets)},
                           {"changes", changes(context, version, *later)}});
    }
    return list;
}

Value goal_map(const PageContext& context, const Goal& goal) {
    const GoalVersion& version = goal.newest();
    const bool in_words = is_in_words(context, goal);
    List in_words_only;
    if (in_words) {
        for (const Target& target : version.targets)
            in_words_only.push_back(markup(context.text()(target.text)));
    }
    return Map{{"id", context.declared_id(goal.span, goal.id)},
               {"title", markup(context.text()(goal.title))},
               {"target_count", static_cast<int>(version.targets.size())},
               {"owner", goal.owner.empty() ? Value::none() : markup(context.text()(goal.owner))},
               {"action_line", goal.action_line ? context.presenter().name(goal.action_line) : std::string()},
               {"source", source_link(context, version.citation)},
               {"element", goal.element ? context.presenter().name(*goal.element) : std::string()},
               {"note", version.note.empty() ? Value::none() : markup(context.text()(version.note))},
               {"table", in_words ? Value::none() : table_markup(context, target_table(context, goal))},
               {"words", in_words ? Value(std::move(in_words_only)) : Value(List{})},
               {"earlier", earlier_versions(context, goal)}};
}

/// How many targets there are, how many have a number, and how many of those were measured afterwards.
std::string summary(const PageContext& context) {
    int all = 0;
    int numbers = 0;
    int measured = 0;
    for (const Goal& goal : context.edition().facts.goals) {
        for (const Target& target : goal.newest().targets) {
            const auto status = analysis::status_of(target, goal.region, context.measurements()).status;
            ++all;
            numbers += target.target ? 1 : 0;
            measured += target.target && status != analysis::GoalStatus::unmeasured ? 1 : 0;
        }
    }
    return context.message(
        "goals.summary",
        {{"count", Decimal(all)}, {"numbers", Decimal(numbers)}, {"measured", Decimal(measured)}});
}

/// Every target as a square, those that say most first: {kind, href, title}.
List target_squares(const PageContext& context) {
    List measured;
    List with_number;
    List in_words;
    for (const Goal& goal : context.edition().facts.goals) {
        for (const Target& target : goal.newest().targets) {
            const auto status = analysis::status_of(target, goal.region, context.measurements()).status;
            const bool is_measured = target.target && status != analysis::GoalStatus::unmeasured;
            List& group = is_measured ? measured : target.target ? with_number : in_words;
            group.push_back(Map{{"kind", is_measured     ? "measured"
                                         : target.target ? "number"
                                                         : "words"},
                                {"title", context.presenter().plain(goal.title)},
                                {"href", "#" + goal.id}});
        }
    }
    measured.insert(measured.end(), with_number.begin(), with_number.end());
    measured.insert(measured.end(), in_words.begin(), in_words.end());
    return measured;
}

void fill_goals(PageContext& context, Map& names) {
    std::vector<data::RegionIndex> regions;
    const std::vector<Goal>& all = context.edition().facts.goals;
    for (const Goal& goal : all) {
        if (std::find(regions.begin(), regions.end(), goal.region) == regions.end())
            regions.push_back(goal.region);
    }
    List groups;
    for (const data::RegionIndex region : regions) {
        List goals;
        for (const Goal& goal : all) {
            if (goal.region == region) goals.push_back(goal_map(context, goal));
        }
        groups.push_back(
            Map{{"region", analysis::region_value(context, region)}, {"goals", std::move(goals)}});
    }
    List entries;
    const Value monitor = table_markup(context, monitor_table(context));
    const Value movement = table_markup(context, movement_table(context));
    if (!monitor.is_none()) entries.push_back(link(context.message("goals.monitor"), "#monitor-heading"));
    if (!movement.is_none()) entries.push_back(link(context.message("goals.movement"), "#movement-heading"));
    for (const data::RegionIndex region : regions)
        entries.push_back(
            link(context.presenter().names(region).short_name, "#goals-" + context.dataset()[region].id));
    names.set("entries", std::move(entries));
    names.set("groups", std::move(groups));
    names.set("summary", summary(context));
    names.set("squares", target_squares(context));
    names.set("standing", table_markup(context, standing_table(context)));
    const SafeHtml ladders = goal_ladders(context);
    names.set("ladders", ladders.empty() ? Value::none() : markup(ladders));
    names.set("monitor", monitor);
    names.set("movement", movement);
}

}  // namespace

void plan_goals(Site& site, Findings& findings) {
    if (site.edition->facts.goals.empty()) return;
    site.plan.add({.path = "goals.html",
                   .layout = "pages/goals.html",
                   .title = [](const PageContext& context) { return context.message("goals.title"); },
                   .description = [](const PageContext& context) { return context.message("goals.intro"); },
                   .fill = fill_goals,
                   .parent = comparison_index(site),
                   .section = comparison_index(site)},
                  findings);
}

}  // namespace regioscope::report
