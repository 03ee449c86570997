// goals/*.json: stated targets, in the versions that were published.
#include <algorithm>

#include "data/readers.h"

namespace regioscope::data {

namespace {

/// `{"value": 20, "period": "2011"}`: where a target starts from.
void read_baseline(Entry& target, Target& out) {
    const json::Value* const value = target.optional("baseline");
    if (value == nullptr) return;
    Entry entry(*value, target.context());
    out.baseline = entry.value("value");
    out.baseline_period = entry.period("period", Need::optional);
}

Target read_target(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Target target;
    target.span = entry.span();
    target.id = entry.id();
    target.measure = entry.words("measure", Need::optional);
    target.text = entry.words("text");
    target.indicator =
        entry.reference("indicator", context.dataset.indicator_by_id, "indicator", Need::optional);
    target.unit = entry.reference("unit", context.dataset.unit_by_id, "unit", Need::optional);
    read_baseline(entry, target);
    target.target = entry.value("target", Need::optional);
    target.due = entry.period("due", Need::optional);
    if (target.indicator && target.unit && context.dataset[*target.indicator].unit != *target.unit) {
        context.findings.error("unit-mismatch", entry.span_of("unit"),
                               "'" + context.dataset[*target.indicator].id + "' is in " +
                                   context.dataset[context.dataset[*target.indicator].unit].id + ", not in " +
                                   context.dataset[*target.unit].id);
    }
    return target;
}

/// The id says what a target of another version replaces: within one it stands once. Without one a target
/// goes by its indicator, if it is alone with it.
void settle_ids(GoalVersion& version, const Dataset& dataset, Findings& findings) {
    for (const Target& target : version.targets) {
        const Target* const first = version.replaced_by(target);
        if (first == nullptr || first == &target) continue;
        findings.error("duplicate-id", target.span,
                       "the id '" + target.id + "' stands twice in this version");
    }
    for (Target& target : version.targets) {
        if (!target.id.empty() || !target.indicator) continue;
        const std::string& id = dataset[*target.indicator].id;
        const auto alike = std::count_if(
            version.targets.begin(), version.targets.end(),
            [&](const Target& other) { return other.indicator == target.indicator || other.id == id; });
        if (alike == 1) target.id = id;
    }
}

GoalVersion read_version(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    GoalVersion version;
    version.span = entry.span();
    version.citation = entry.citation();
    version.note = entry.text("note", Need::optional);
    entry.items("targets", Need::required,
                [&](const json::Value& item) { version.targets.push_back(read_target(item, context)); });
    settle_ids(version, context.dataset, context.findings);
    return version;
}

}  // namespace

void read_goals(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("goals", Need::required, [&](const json::Member& member) {
        const Owning owning(context.texts, Owner::Kind::goal, member.key);
        Entry goal_entry(member.value, context);
        Goal goal;
        goal.id = member.key;
        goal.span = member.key_span;
        goal.title = goal_entry.words("title");
        const auto region = goal_entry.reference("region", context.dataset.region_by_id, "region");
        if (region) goal.region = *region;
        goal.owner = goal_entry.text("owner", Need::optional);
        goal.action_line = goal_entry.choice("action_line", action_line_words, Need::optional);
        goal.element = goal_entry.element();
        goal_entry.items("versions", Need::required, [&](const json::Value& item) {
            goal.versions.push_back(read_version(item, context));
        });
        if (goal_entry.has("versions") && goal.versions.empty()) {
            context.findings.error("empty-list", goal_entry.span_of("versions"),
                                   "a goal has at least one version");
        }
        out.all_facts.goals.push_back(std::move(goal));
    });
}

}  // namespace regioscope::data
