// Goals, initiatives and the counts that sources print, for expressions: what a source promises in one place
// can be held against what it says in another.
#include <fmt/format.h>

#include "analysis/arguments.h"
#include "analysis/edition_model.h"
#include "analysis/functions.h"
#include "analysis/stated_number.h"
#include "base/suggest.h"

namespace regioscope::analysis {

namespace {

using expression::Arguments;
using expression::CallContext;
using expression::List;
using expression::Map;
using expression::required;
using expression::Value;

/// The edition's thing of that id.
template <class Thing>
Result<const Thing*> find(const std::vector<Thing>& things, const Arguments& arguments,
                          std::string_view noun) {
    const auto id = arguments.text(0);
    if (!id) return id.finding();
    std::vector<std::string_view> known;
    for (const Thing& thing : things) {
        if (thing.id == *id) return &thing;
        if (!thing.id.empty()) known.push_back(thing.id);
    }
    return make_error("unknown-" + std::string(noun), arguments.span(0),
                      fmt::format("no {} '{}'{}", noun, *id, did_you_mean(*id, known)));
}

Value year_of(const std::optional<data::Period>& period, data::Date data::Period::*end) {
    return period ? stated_year(((*period).*end).year) : Value::none();
}

/// Both ends of what a value can be; none where it has no end.
Map bounds_of(const data::Value& value) {
    using Kind = data::Value::Kind;
    const bool open_below = value.kind == Kind::at_most || value.kind == Kind::less_than;
    const bool open_above = value.kind == Kind::at_least || value.kind == Kind::more_than;
    return Map{{"low", open_below ? Value::none() : Value(value.low)},
               {"high", open_above ? Value::none() : Value(value.high)}};
}

Value bounds_of(const std::optional<data::Value>& value) {
    return value ? Value(bounds_of(*value)) : Value::none();
}

Result<Value> goal(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    Environment& here = **environment;
    const auto found = find(here.edition().facts.goals, arguments, "goal");
    if (!found) return found.finding();
    List versions;
    for (const data::GoalVersion& version : (*found)->versions) {
        here.record(version.citation);
        List targets;
        for (const data::Target& target : version.targets) {
            targets.push_back(Map{{"text", here.presenter().plain(target.text)},
                                  {"baseline", bounds_of(target.baseline)},
                                  {"target", bounds_of(target.target)},
                                  {"due", year_of(target.due, &data::Period::last)}});
        }
        versions.push_back(Map{{"targets", std::move(targets)}});
    }
    return Value(Map{{"versions", std::move(versions)}});
}

Result<Value> initiative(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    Environment& here = **environment;
    const auto found = find(here.edition().facts.initiatives, arguments, "initiative");
    if (!found) return found.finding();
    const data::Initiative& one = **found;
    here.record(one.citation);
    List amounts;
    for (const data::Amount& amount : one.amounts)
        amounts.push_back(bounds_of(amount.value));
    List goals;
    for (const std::string& id : one.goals)
        goals.push_back(id);
    return Value(Map{{"kind", one.kind},
                     {"since", year_of(one.period, &data::Period::first)},
                     {"until", year_of(one.period, &data::Period::last)},
                     {"amounts", std::move(amounts)},
                     {"parties", one.parties.size()},
                     {"goals", std::move(goals)}});
}

Result<Value> printed_count(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    Environment& here = **environment;
    const auto found = find(here.edition().facts.action_counts, arguments, "count");
    if (!found) return found.finding();
    const data::Value& count = (*found)->value;
    if (count.low != count.high)
        return make_error("undecided", arguments.span(0), "this count is no single number");
    here.record((*found)->citation);
    return Value(count.low);
}

}  // namespace

void add_register_functions(expression::Functions& functions) {
    functions.add_function(
        {"goal",
         {required("id")},
         "A goal's .versions, the oldest first; each has .targets with .text, .baseline and "
         ".target (.low and .high) and the year .due.",
         "goal(\"tp-1\").versions[0].targets[4].target.low",
         "40",
         goal});
    functions.add_function({"initiative",
                            {required("id")},
                            "An initiative: .kind, the years .since and .until, .amounts (.low and .high), "
                            "the number of .parties, "
                            "the ids of its .goals.",
                            "initiative(\"just-transition-fund\").until",
                            "2027",
                            initiative});
    functions.add_function({"printed_count",
                            {required("id")},
                            "A count that a source prints, among the `counts` of the initiatives.",
                            "printed_count(\"actions-choose\")",
                            "130",
                            printed_count});
}

}  // namespace regioscope::analysis
