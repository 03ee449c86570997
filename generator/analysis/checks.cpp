#include "analysis/checks.h"

#include <fmt/format.h>

#include "analysis/edition_model.h"
#include "analysis/evidence.h"
#include "analysis/falsifiable.h"
#include "analysis/functions.h"
#include "analysis/place.h"
#include "analysis/region_object.h"
#include "base/parallel.h"
#include "expression/evaluate.h"
#include "expression/parse.h"

namespace regioscope::analysis {

namespace {

/// One evaluation of a check: on its own, or for one region of its set.
struct Task {
    std::size_t check = 0;
    std::optional<data::RegionIndex> region;
};

std::vector<Task> tasks_of(const View& view, Findings& findings) {
    const data::Dataset& dataset = view.presenter->dataset();
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < dataset.checks.size(); ++i) {
        const data::Check& check = dataset.checks[i];
        if (!view.edition->applies(check.editions)) continue;
        if (check.for_each_set.empty()) {
            tasks.push_back({i, std::nullopt});
            continue;
        }
        const data::RegionSet* const set = dataset.find_set(check.for_each_set);
        if (set == nullptr) {
            findings.error("unknown-region-set", check.span,
                           fmt::format("no region set '{}'", check.for_each_set));
            continue;
        }
        if (set->regions.empty())
            findings.error("check-without-evidence", check.span,
                           fmt::format("the check '{}' is for each region of '{}', and that has none",
                                       check.id, check.for_each_set));
        for (const data::RegionIndex region : set->regions)
            tasks.push_back({i, region});
    }
    return tasks;
}

CheckResult run(const Task& task, const View& view, Findings& findings) {
    const data::Dataset& dataset = view.presenter->dataset();
    const data::Check& check = dataset.checks[task.check];
    CheckResult result;
    result.check = task.check;
    result.subject = check.id + (task.region ? " " + dataset[*task.region].id : std::string());

    const Span literal{check.condition_span.source, check.condition_span.begin - 1,
                       check.condition_span.end + 1};
    const auto condition =
        expression::parse(expression::Passage::of_json_string(literal), {.functions = &domain_functions()});
    if (!condition) {
        findings.add(condition.finding()).subject = result.subject;
        return result;
    }
    Environment environment(view);
    const auto evaluate = [&](Environment& where) {
        expression::Evaluation evaluation(domain_functions(), &where);
        expression::MapScope scope;
        if (task.region) scope.set(check.for_each_name, region_value(where, *task.region));
        return expression::evaluate_truth(*condition, scope, evaluation);
    };
    const Result<bool> holds = evaluate(environment);
    result.measurements = environment.measurements_read();
    result.facts = environment.facts_read();
    if (!holds) {
        findings.add(holds.finding()).subject = result.subject;
        return result;
    }
    result.holds = *holds;
    const auto refuse = [&](std::string_view code, std::string message) {
        findings.error(code, check.condition_span, std::move(message)).subject = result.subject;
    };
    if (result.measurements.empty() && result.facts.empty())
        refuse("check-without-evidence", fmt::format("the check '{}' reads no figure and no fact", check.id));
    const auto holds_elsewhere = [&](const View& other) -> std::optional<bool> {
        Environment there(other);
        const Result<bool> again = evaluate(there);
        return again ? std::optional(*again) : std::nullopt;
    };
    if (result.holds && !can_be_false(view, result.measurements, holds_elsewhere))
        refuse("check-cannot-fail", fmt::format("the check '{}' holds whatever the figures are", check.id));
    if (result.holds) return result;
    Finding finding =
        make_warning("check-failed", check.condition_span, view.presenter->plain(check.message));
    if (check.is_error) finding.severity = Severity::error;
    finding.note(fmt::format("the condition is: {}", check.condition));
    for (FindingNote& note : evidence_notes(environment))
        finding.notes.push_back(std::move(note));
    for (const data::Citation& cited : check.citations)
        finding.note("see " + place_of(dataset, cited), cited.locator.span);
    finding.note(fmt::format("the subject is '{}'", result.subject));
    finding.subject = result.subject;
    findings.add(std::move(finding));
    return result;
}

}  // namespace

std::vector<CheckResult> run_checks(const View& view, Findings& findings) {
    const std::vector<Task> tasks = tasks_of(view, findings);
    std::vector<CheckResult> results(tasks.size());
    std::vector<Findings> found(tasks.size());
    for_each_index(tasks.size(), [&](std::size_t i) { results[i] = run(tasks[i], view, found[i]); });
    for (Findings& one : found)
        findings.merge(std::move(one));
    return results;
}

}  // namespace regioscope::analysis
