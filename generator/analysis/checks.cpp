#include "analysis/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

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

/// A check with its evaluations, one for each region of its set.
struct Repeated {
    const data::Check* check = nullptr;
    const expression::Expression* condition = nullptr;
    std::span<const Task> tasks;
};

Result<bool> evaluate(const Repeated& repeated, const Task& task, Environment& environment) {
    expression::Evaluation evaluation(domain_functions(), &environment);
    expression::MapScope scope;
    if (task.region) scope.set(repeated.check->for_each_name, region_value(environment, *task.region));
    return expression::evaluate_truth(*repeated.condition, scope, evaluation);
}

std::string subject_of(const data::Dataset& dataset, const Task& task) {
    return dataset.checks[task.check].id + (task.region ? " " + dataset[*task.region].id : std::string());
}

/// Could it be evaluated?
bool run(const Repeated& repeated, const Task& task, const View& view, CheckResult& result,
         Findings& findings) {
    const data::Dataset& dataset = view.presenter->dataset();
    const data::Check& check = *repeated.check;
    Environment environment(view);
    const Result<bool> holds = evaluate(repeated, task, environment);
    if (!holds) {
        findings.add(holds.finding()).subject = result.subject;
        return false;
    }
    result.measurements = environment.measurements_read();
    result.facts = environment.facts_read();
    result.holds = *holds;
    if (result.holds) return true;
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
    return true;
}

/// Of all its regions together: of one of them a condition may read nothing, or compare it with itself.
void refuse_empty(const Repeated& repeated, std::span<const CheckResult> results, const View& view,
                  Findings& findings) {
    const data::Check& check = *repeated.check;
    std::vector<const Measurement*> read;
    bool reads_facts = false;
    bool holds = true;
    for (const CheckResult& result : results) {
        for (const Measurement* const one : result.measurements) {
            if (std::find(read.begin(), read.end(), one) == read.end()) read.push_back(one);
        }
        reads_facts = reads_facts || !result.facts.empty();
        holds = holds && result.holds;
    }
    if (read.empty() && !reads_facts) {
        findings
            .error("check-without-evidence", check.condition_span,
                   fmt::format("the check '{}' reads no figure and no fact", check.id))
            .subject = check.id;
        return;
    }
    if (!holds) return;
    const auto holds_elsewhere = [&](const View& other) -> std::optional<bool> {
        std::optional<bool> all = true;
        for (const Task& task : repeated.tasks) {
            Environment there(other);
            const Result<bool> again = evaluate(repeated, task, there);
            reads_facts = reads_facts || !there.facts_read().empty();
            if (!again) all = std::nullopt;
            if (again && !*again) return false;
        }
        return all;
    };
    if (can_be_false(view, read, holds_elsewhere) || reads_facts) return;
    findings
        .error("check-cannot-fail", check.condition_span,
               fmt::format("the check '{}' holds whatever the figures are", check.id))
        .subject = check.id;
}

std::vector<CheckResult> run(const data::Check& check, std::span<const Task> tasks, const View& view,
                             Findings& findings) {
    const Span literal{check.condition_span.source, check.condition_span.begin - 1,
                       check.condition_span.end + 1};
    const auto condition =
        expression::parse(expression::Passage::of_json_string(literal), {.functions = &domain_functions()});
    std::vector<CheckResult> results(tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        results[i].check = tasks[i].check;
        results[i].subject = subject_of(view.presenter->dataset(), tasks[i]);
    }
    if (!condition) {
        findings.add(condition.finding()).subject = check.id;
        return results;
    }
    const Repeated repeated{&check, &*condition, tasks};
    bool is_complete = true;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        is_complete = run(repeated, tasks[i], view, results[i], findings) && is_complete;
    if (is_complete) refuse_empty(repeated, results, view, findings);
    return results;
}

}  // namespace

std::vector<CheckResult> run_checks(const View& view, Findings& findings) {
    const std::vector<Task> tasks = tasks_of(view, findings);
    // Those of one check follow one another.
    std::vector<std::span<const Task>> by_check;
    for (std::size_t first = 0; first < tasks.size();) {
        std::size_t last = first;
        while (last < tasks.size() && tasks[last].check == tasks[first].check)
            ++last;
        by_check.push_back(std::span(tasks).subspan(first, last - first));
        first = last;
    }
    std::vector<std::vector<CheckResult>> results(by_check.size());
    std::vector<Findings> found(by_check.size());
    for_each_index(by_check.size(), [&](std::size_t i) {
        const data::Check& check = view.presenter->dataset().checks[by_check[i].front().check];
        results[i] = run(check, by_check[i], view, found[i]);
    });
    std::vector<CheckResult> all;
    for (std::size_t i = 0; i < by_check.size(); ++i) {
        findings.merge(std::move(found[i]));
        std::move(results[i].begin(), results[i].end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace regioscope::analysis
