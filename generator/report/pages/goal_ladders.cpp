#include "report/pages/goal_ladders.h"

#include <algorithm>

#include "analysis/goal_status.h"
#include "chart/dot_strip.h"
#include "figures/cells.h"
#include "figures/figure_html.h"
#include "report/html.h"
#include "report/pages/goal_tables.h"

namespace regioscope::report {

using data::Goal;
using data::Target;
using escape::SafeHtml;

namespace {

/// A rung: an amount at its time, or with the word for it.
chart::StripDot rung(const PageContext& context, const Target& target, const data::Value& value,
                     std::string name, chart::Slot slot) {
    return {std::move(name),
            chart::Quantity::point(value.middle().to_double(), amount_text(context, target, value)), slot,
            chart::Emphasis::highlighted};
}

chart::StripRow ladder_row(const PageContext& context, const Goal& goal, const Target& target) {
    const analysis::Presenter& presenter = context.presenter();
    chart::StripRow row{presenter.plain(target.measure.empty() ? target.text : target.measure), {}, {}};
    row.dots.push_back(rung(context, target, *target.baseline,
                            target.baseline_period ? presenter.period(*target.baseline_period)
                                                   : context.message("table.baseline"),
                            chart::Slot::context()));
    if (const Target* const first = goal.earlier_aim_of(target)) {
        row.dots.push_back(rung(context, *first, *first->target, context.message("goals.rung-first"),
                                chart::Slot::context()));
    }
    row.dots.push_back(rung(context, target, *target.target,
                            target.due
                                ? context.message("goals.rung-due", {{"due", presenter.period(*target.due)}})
                                : context.message("table.target"),
                            chart::Slot::accent()));
    // A figure that says nothing about the target, because it is older than it, is no rung.
    const analysis::TargetStatus status = analysis::status_of(target, goal.region, context.measurements());
    const analysis::Measurement* const measured =
        status.status == analysis::GoalStatus::unmeasured ? nullptr : status.measured;
    if (measured != nullptr && measured->value) {
        row.dots.push_back(
            rung(context, target, *measured->value,
                 context.message("goals.rung-measured", {{"period", presenter.period(measured->period)}}),
                 chart::Slot::benchmark(2)));
    }
    return row;
}

/// The same for those who do not see it.
std::string ladder_in_words(const PageContext& context, const chart::StripRow& row) {
    std::vector<std::string> rungs;
    for (const chart::StripDot& dot : row.dots)
        rungs.push_back(dot.quantity.text + " (" + dot.name + ")");
    return row.name + ": " + context.presenter().locale().list(rungs) + ".";
}

}  // namespace

SafeHtml goal_ladders(const PageContext& context) {
    chart::DotStrip strips;
    figures::Figure figure;
    for (const Goal& goal : context.edition().facts.goals) {
        for (const Target& target : goal.newest().targets) {
            if (!target.target || !target.baseline) continue;
            strips.rows.push_back(ladder_row(context, goal, target));
            figure.description.sentences.push_back(ladder_in_words(context, strips.rows.back()));
            figures::Link source =
                figures::source_link(goal.newest().citation, context.presenter(), context.to());
            const bool is_told =
                std::any_of(figure.sources.begin(), figure.sources.end(),
                            [&](const figures::Link& told) { return told.label == source.label; });
            if (!is_told) figure.sources.push_back(std::move(source));
        }
    }
    if (strips.rows.empty()) return {};
    figure.id = "figure-ladders";
    figure.plain_title = context.message("goals.ladders");
    figure.title = words(figure.plain_title);
    figure.chart = figures::drawn(std::move(strips));
    figures::Surroundings around;
    around.data = figures::Surroundings::Data::left_out;
    around.source_word = context.message("table.source");
    return figures::figure_html(figure, around);
}

}  // namespace regioscope::report
