// initiatives/*.json: programmes, funds and actions; counts of actions; conditions for collaboration.
#include <fmt/format.h>

#include <algorithm>

#include "data/readers.h"
#include "data/vocabulary.h"

namespace regioscope::data {

using json::Kind;

namespace {

constexpr std::string_view initiative_kinds[] = {"programme", "fund",     "subsidy", "partnership",
                                                 "action",    "facility", "plan",    "instrument"};

Amount read_amount(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Amount amount;
    if (const auto number = entry.value("value")) amount.value = *number;
    if (const auto unit = entry.reference("unit", context.dataset.unit_by_id, "unit")) amount.unit = *unit;
    amount.of = entry.text("of", Need::optional);
    return amount;
}

std::vector<std::string> read_goal_ids(Entry& entry, const Context& context) {
    const std::vector<std::string_view> known = context.dataset.goal_ids();
    std::vector<std::string> ids;
    entry.items("goals", Need::optional, [&](const json::Value& item) {
        if (!json::expect(item, Kind::text, context.findings)) return;
        if (std::find(known.begin(), known.end(), item.text) == known.end()) {
            context.findings.error("unknown-goal", item.span,
                                   fmt::format("no goal '{}'{}", item.text, did_you_mean(item.text, known)));
        }
        ids.push_back(item.text);
    });
    return ids;
}

Initiative read_initiative(const json::Member& member, const Context& context) {
    const Owning owning(context.texts, Owner::Kind::initiative, member.key);
    Entry entry(member.value, context);
    Initiative initiative;
    initiative.id = member.key;
    initiative.span = member.key_span;
    initiative.name = entry.name("name");
    initiative.kind = entry.word("kind", initiative_kinds);
    initiative.initiators = entry.parties("initiator");
    initiative.parties = entry.parties("parties");
    initiative.regions = entry.references("regions", context.dataset.region_by_id, "region", Need::optional);
    initiative.themes = entry.word_list("themes", words::fact_themes);
    initiative.elements = entry.choices("elements", element_words);
    initiative.action_lines = entry.choices("action_lines", action_line_words);
    initiative.levels = entry.word_list("levels", words::levels);
    initiative.period = entry.period("period", Need::optional);
    entry.items("amounts", Need::optional,
                [&](const json::Value& item) { initiative.amounts.push_back(read_amount(item, context)); });
    initiative.share = entry.number("share", 0, 100, Need::optional);
    initiative.for_whom = entry.text("for_whom", Need::optional);
    initiative.goals = read_goal_ids(entry, context);
    initiative.description = entry.text("description");
    initiative.citation = entry.citation();
    return initiative;
}

ActionCount read_count(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    ActionCount count;
    count.span = entry.span();
    count.id = entry.id();
    count.what = entry.text("what");
    count.action_line = entry.choice("action_line", action_line_words, Need::optional);
    if (const auto number = entry.value("value")) count.value = *number;
    count.citation = entry.citation();
    return count;
}

Condition read_condition(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Condition condition;
    condition.span = entry.span();
    condition.model = entry.string("model");
    condition.condition = entry.text("condition");
    condition.explanation = entry.text("explanation", Need::optional);
    condition.citation = entry.citation();
    return condition;
}

}  // namespace

void read_initiatives(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("initiatives", Need::optional, [&](const json::Member& member) {
        out.all_facts.initiatives.push_back(read_initiative(member, context));
    });
    const Owning owning(context.texts, Owner::Kind::collaboration);
    entry.items("counts", Need::optional, [&](const json::Value& item) {
        out.all_facts.action_counts.push_back(read_count(item, context));
    });
    entry.items("conditions", Need::optional, [&](const json::Value& item) {
        out.all_facts.conditions.push_back(read_condition(item, context));
    });
}

}  // namespace regioscope::data
