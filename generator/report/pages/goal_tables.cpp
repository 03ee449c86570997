#include "report/pages/goal_tables.h"

#include <algorithm>
#include <array>

#include "analysis/goal_status.h"
#include "analysis/movement.h"
#include "figures/cells.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using analysis::GoalStatus;
using data::Goal;
using data::GoalVersion;
using data::Target;
using escape::SafeHtml;
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

Cell baseline_cell(const PageContext& context, const Target& target) {
    if (!target.baseline) return text_cell({});
    Cell cell = number_cell(amount_text(context, target, *target.baseline));
    if (target.baseline_period) cell.addition = context.presenter().period(*target.baseline_period);
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

/// What is aimed at, with its measure.
SafeHtml target_words(const PageContext& context, const Target& target) {
    SafeHtml what = target.text.empty() ? SafeHtml() : context.text()(target.text);
    if (!target.measure.empty()) {
        what += words(" ") + span("quiet", words("(") + context.text()(target.measure) + words(")"));
    }
    return what;
}

/// What an earlier version aimed at instead; empty where it aimed at the same.
std::string first_aim(const PageContext& context, const Goal& goal, const Target& target) {
    const Target* const before = goal.earlier_aim_of(target);
    if (before == nullptr) return {};
    return context.message("goals.first", {{"value", amount_text(context, *before, *before->target)}});
}

/// A target with a number, of a newest version.
struct NumberTarget {
    const Goal* goal = nullptr;
    const Target* target = nullptr;
    analysis::TargetStatus status;
};

std::vector<NumberTarget> number_targets(const PageContext& context) {
    std::vector<NumberTarget> targets;
    for (const Goal& goal : context.edition().facts.goals) {
        for (const Target& target : goal.newest().targets) {
            if (target.target)
                targets.push_back(
                    {&goal, &target, analysis::status_of(target, goal.region, context.measurements())});
        }
    }
    return targets;
}

std::vector<Cell> monitor_cells(const PageContext& context, const NumberTarget& one, bool with_measured,
                                figures::NoteList& notes) {
    const Target& target = *one.target;
    Cell label = header_cell({});
    label.markup = anchor(context.presenter().plain(one.goal->title), "#" + one.goal->id) + words(": ") +
                   context.text()(target.measure.empty() ? target.text : target.measure);
    Cell aim = number_cell(amount_text(context, target, *target.target), target.target->middle());
    aim.addition = first_aim(context, *one.goal, target);
    std::vector<Cell> cells{std::move(label), baseline_cell(context, target), std::move(aim),
                            text_cell(target.due ? context.presenter().period(*target.due) : std::string())};
    if (!with_measured) return cells;
    cells.push_back(shows_measured(target, one.status) ? measured_cell(context, one.status, notes)
                                                       : text_cell({}));
    cells.push_back(status_cell(context, target, one.status));
    return cells;
}

std::string course_word(const PageContext& context, analysis::Course course) {
    switch (course) {
        case analysis::Course::better:
            return context.message("goals.course.better");
        case analysis::Course::worse:
            return context.message("goals.course.worse");
        case analysis::Course::level:
            return context.message("goals.course.level");
        case analysis::Course::undecided:
            return context.message("goals.course.undecided");
    }
    return {};
}

}  // namespace

std::string amount_text(const PageContext& context, const Target& target, const data::Value& value) {
    const analysis::Presenter& presenter = context.presenter();
    if (target.unit) return presenter.figure(value, *target.unit);
    if (target.indicator) return presenter.figure(value, context.dataset()[*target.indicator].unit);
    return presenter.figure(value);
}

bool is_in_words(const PageContext& context, const Goal& goal) {
    const std::vector<Target>& targets = goal.newest().targets;
    return std::all_of(targets.begin(), targets.end(), [&](const Target& target) {
        return !target.baseline && !target.target && !target.due &&
               analysis::status_of(target, goal.region, context.measurements()).measured == nullptr;
    });
}

Table target_table(const PageContext& context, const Goal& goal) {
    const GoalVersion& version = goal.newest();
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
        std::vector<Cell> cells{markup_cell(target_words(context, target))};
        if (columns.baseline) cells.push_back(baseline_cell(context, target));
        if (columns.target)
            cells.push_back(target.target ? number_cell(amount_text(context, target, *target.target))
                                          : text_cell({}));
        if (columns.due)
            cells.push_back(text_cell(target.due ? context.presenter().period(*target.due) : std::string()));
        if (columns.measured) {
            const bool is_shown = shows_measured(target, statuses[i]);
            cells.push_back(is_shown ? measured_cell(context, statuses[i], notes) : text_cell({}));
            if (is_shown) shown.push_back(statuses[i].measured);
        }
        if (columns.target) cells.push_back(status_cell(context, target, statuses[i]));
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    table.notes = notes.notes();
    table.sources = {figures::source_link(version.citation, context.presenter(), context.to())};
    for (figures::Link& source : figures::source_links(shown, context.presenter(), context.to())) {
        if (source.label != table.sources.front().label) table.sources.push_back(std::move(source));
    }
    return table;
}

Table monitor_table(const PageContext& context) {
    const std::vector<NumberTarget> targets = number_targets(context);
    const bool any_measured = std::any_of(targets.begin(), targets.end(), [](const NumberTarget& one) {
        return shows_measured(*one.target, one.status);
    });
    figures::NoteList notes(context.presenter(), context.text());
    Table table;
    table.id = "monitor";
    table.caption = context.message("goals.monitor");
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("goals.target")},
                          {.label = context.message("table.baseline"), .is_number = true},
                          {.label = context.message("table.target"), .is_number = true},
                          {.label = context.message("table.due")}});
    // Where nothing was measured, the page says so once.
    if (any_measured) {
        table.head.front().push_back({.label = context.message("table.measured"), .is_number = true});
        table.head.front().push_back({.label = context.message("table.status")});
    }
    for (const auto& line : data::lines_and_none) {
        for (std::size_t i = 0; i < context.dataset().regions.size(); ++i) {
            const auto region = static_cast<data::RegionIndex>(i);
            figures::RowGroup group{
                context.message("goals.group", {{"line", context.presenter().name(line)},
                                                {"area", context.presenter().names(region).short_name}}),
                {},
                {}};
            for (const NumberTarget& one : targets) {
                if (one.goal->action_line != line || one.goal->region != region) continue;
                group.rows.push_back({{}, monitor_cells(context, one, any_measured, notes)});
            }
            if (!group.rows.empty()) table.groups.push_back(std::move(group));
        }
    }
    table.notes = notes.notes();
    return table;
}

Table movement_table(const PageContext& context) {
    const analysis::Presenter& presenter = context.presenter();
    figures::NoteList notes(presenter, context.text());
    Table table;
    table.id = "movement";
    table.caption = context.message("goals.movement");
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("goals.target")},
                          {.label = context.message("table.measure")},
                          {.label = context.message("goals.from"), .is_number = true},
                          {.label = context.message("goals.to"), .is_number = true},
                          {.label = context.message("table.difference"), .is_number = true},
                          {.label = context.message("goals.course")}});
    std::vector<const analysis::Measurement*> shown;
    const auto figure = [&](const analysis::Measurement* measurement) {
        Cell cell =
            figures::measurement_cell(measurement, measurement->period, presenter, context.to(), notes);
        cell.addition = presenter.period(measurement->period);
        shown.push_back(measurement);
        return cell;
    };
    for (const Goal& goal : context.edition().facts.goals) {
        for (const Target& target : goal.newest().targets) {
            if (target.target || !target.indicator) continue;
            const auto movement =
                analysis::movement_of(context.measurements(), *target.indicator, goal.region);
            if (!movement) continue;
            if (table.groups.empty()) table.groups.emplace_back();
            Cell label = header_cell({});
            label.markup = anchor(presenter.plain(goal.title), "#" + goal.id) + words(": ") +
                           context.text()(target.text);
            Cell measure = text_cell(presenter.name(*target.indicator));
            measure.href = context.to().indicator(*target.indicator);
            Cell change = movement->change
                              ? number_cell(presenter.difference(*movement->change, *target.indicator,
                                                                 {.form = locale::Display::Form::table,
                                                                  .sign = locale::Display::Sign::always,
                                                                  .unit = locale::Display::UnitMark::hidden}),
                                            movement->change)
                              : text_cell({});
            table.groups.front().rows.push_back(
                {{},
                 {std::move(label), std::move(measure), figure(movement->first), figure(movement->last),
                  std::move(change), text_cell(course_word(context, movement->course))}});
        }
    }
    table.notes = notes.notes();
    table.sources = figures::source_links(shown, presenter, context.to());
    return table;
}

Table standing_table(const PageContext& context) {
    constexpr std::array order = {GoalStatus::reached, GoalStatus::on_course, GoalStatus::behind,
                                  GoalStatus::missed,  GoalStatus::open,      GoalStatus::unmeasured,
                                  GoalStatus::in_words};
    std::array<int, order.size()> counts{};
    for (const Goal& goal : context.edition().facts.goals) {
        for (const Target& target : goal.newest().targets) {
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
        if (counts[i] == 0) continue;
        table.groups.front().rows.push_back(
            {{},
             {header_cell(status_word(context, order[i])),
              number_cell(context.presenter().number(counts[i]), Decimal(counts[i])),
              text_cell(context.message(explanations[i]))}});
    }
    return table;
}

}  // namespace regioscope::report
