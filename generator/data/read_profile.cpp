// profiles/ID.json: a region's qualitative facts.
#include <fmt/format.h>

#include <limits>
#include <set>

#include "data/readers.h"
#include "data/vocabulary.h"

namespace regioscope::data {

namespace {

constexpr std::string_view innovation_types[] = {"supplier-dominated", "scale-intensive",
                                                 "specialised-supplier", "science-based",
                                                 "information-intensive"};
constexpr std::string_view organisation_kinds[] = {"board",   "employers",  "chamber", "development-agency",
                                                   "network", "government", "union",   "education"};
constexpr std::string_view partnership_kinds[] = {
    "civ",    "coe",         "rif",     "training-company", "training-pool", "company-school",
    "campus", "sector-plan", "network", "dual-system",      "other"};
constexpr int any_count = std::numeric_limits<int>::max();

/// Whether the source says so or we do.
Reading read_reading(Entry& entry) {
    return entry.choice("reading", reading_words, Need::optional).value_or(Reading::printed);
}

/// A judgement of ours says how we came to it.
Text read_reason(Entry& entry, Reading reading) {
    return entry.text("reason", reading == Reading::ours ? Need::required : Need::optional);
}

Summary read_summary(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Summary summary;
    summary.text = entry.text("text");
    summary.citation = entry.citation();
    summary.editions = entry.editions();
    return summary;
}

InnovationType read_innovation(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    InnovationType innovation;
    innovation.span = entry.span();
    innovation.type = entry.word("type", innovation_types);
    innovation.also = entry.word_list("also", innovation_types);
    innovation.reading = read_reading(entry);
    innovation.reason = read_reason(entry, innovation.reading);
    innovation.citation = entry.citation();
    innovation.editions = entry.editions();
    return innovation;
}

LadderPlace read_ladder(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    LadderPlace ladder;
    ladder.span = entry.span();
    ladder.rung = entry.integer("rung", 1, LadderPlace::highest_rung).value_or(1);
    ladder.autonomy = entry.text("autonomy", Need::optional);
    ladder.agenda = entry.text("agenda", Need::optional);
    ladder.reading = read_reading(entry);
    ladder.reason = read_reason(entry, ladder.reading);
    ladder.citation = entry.citation();
    ladder.editions = entry.editions();
    return ladder;
}

Pair read_pair(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Pair pair;
    pair.span = entry.span();
    if (const auto region = entry.reference("region", context.dataset.region_by_id, "region"))
        pair.region = *region;
    pair.reason = entry.text("reason", Need::optional);
    pair.citation = entry.citation();
    pair.editions = entry.editions();
    return pair;
}

Employer read_employer(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Employer employer;
    employer.span = entry.span();
    employer.name = entry.string("name");
    if (const auto seat = entry.choice("seat", seat_words)) employer.seat = *seat;
    employer.country = entry.matching("country", Need::optional, is_country_code, "invalid-country",
                                      "country code of two small letters");
    employer.place = entry.string("place", Need::optional);
    employer.owner = entry.string("owner", Need::optional);
    employer.since = entry.period("since", Need::optional);
    employer.sector = entry.word("sector", sectors, Need::optional);
    employer.rd_rank = entry.integer("rd_rank", 1, any_count, Need::optional);
    employer.note = entry.text("note", Need::optional);
    return employer;
}

Employers read_employers(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Employers employers;
    employers.span = entry.span();
    employers.citation = entry.citation();
    employers.editions = entry.editions();
    employers.printed_outside_region = entry.integer("printed_outside_region", 0, any_count, Need::optional);
    employers.printed_outside_country =
        entry.integer("printed_outside_country", 0, any_count, Need::optional);
    entry.items("list", Need::required,
                [&](const json::Value& item) { employers.list.push_back(read_employer(item, context)); });
    return employers;
}

Organisation read_organisation(const json::Member& member, const Context& context) {
    Entry entry(member.value, context);
    Organisation organisation;
    organisation.id = member.key;
    organisation.span = member.key_span;
    organisation.name = entry.string("name");
    organisation.kind = entry.word("kind", organisation_kinds);
    organisation.founded = entry.period("founded", Need::optional);
    organisation.members = entry.value_or_null("members", Need::optional);
    organisation.element = entry.element();
    organisation.role = entry.text("role", Need::optional);
    organisation.citation = entry.citation();
    organisation.editions = entry.editions();
    return organisation;
}

Partnership read_partnership(const json::Member& member, const Context& context) {
    Entry entry(member.value, context);
    Partnership partnership;
    partnership.id = member.key;
    partnership.span = member.key_span;
    partnership.name = entry.string("name");
    partnership.kind = entry.word("kind", partnership_kinds);
    partnership.levels = entry.word_list("levels", words::levels);
    partnership.founded = entry.period("founded", Need::optional);
    partnership.legal_form = entry.text("legal_form", Need::optional);
    partnership.partners = entry.parties("partners");
    partnership.companies = entry.value_or_null("companies", Need::optional);
    partnership.students = entry.value_or_null("students", Need::optional);
    partnership.funding = entry.strings("funding", Need::optional);
    partnership.element = entry.element();
    partnership.role = entry.text("role", Need::optional);
    partnership.citation = entry.citation();
    partnership.editions = entry.editions();
    return partnership;
}

Milestone read_milestone(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Milestone milestone;
    milestone.span = entry.span();
    milestone.id = entry.id();
    if (auto period = entry.period("period")) milestone.period = *std::move(period);
    milestone.text = entry.words("text");
    milestone.citation = entry.citation();
    milestone.editions = entry.editions();
    return milestone;
}

Fact read_fact(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    Fact fact;
    fact.span = entry.span();
    fact.id = entry.id();
    fact.theme = entry.word("theme", words::fact_themes);
    if (const auto kind = entry.choice("kind", fact_kind_words)) fact.kind = *kind;
    fact.element = entry.element();
    fact.text = entry.text("text");
    fact.reading = read_reading(entry);
    fact.reason = entry.text("reason", Need::optional);
    fact.citation = entry.citation();
    fact.editions = entry.editions();
    return fact;
}

/// Ids are unique within a profile: expressions refer to its entries by them.
void check_unique_ids(const Profile& profile, Findings& findings) {
    std::set<std::string_view> seen;
    const auto check = [&](const auto& entries) {
        for (const auto& entry : entries) {
            if (entry.id.empty() || seen.insert(entry.id).second) continue;
            findings.error("duplicate-id", entry.span,
                           fmt::format("the id '{}' stands twice in this profile", entry.id));
        }
    };
    check(profile.organisations);
    check(profile.partnerships);
    check(profile.milestones);
    check(profile.facts);
}

}  // namespace

void read_profile(const json::Value& file, const std::string& name, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::profile, name);
    Entry entry(file, context);
    Profile profile;
    profile.span = entry.span();
    entry.optional_text("$schema");
    const auto region = entry.reference("region", context.dataset.region_by_id, "region");
    if (region) {
        profile.region = *region;
        const std::string& id = context.dataset[*region].id;
        if (id != name) {
            context.findings.error("misnamed-file", entry.span_of("region"),
                                   fmt::format("the profile of '{}' belongs into profiles/{}.json", id, id));
        }
    }
    if (const json::Value* const value = entry.optional("summary"))
        profile.summary = read_summary(*value, context);
    if (const json::Value* const value = entry.optional("innovation"))
        profile.innovation = read_innovation(*value, context);
    if (const json::Value* const value = entry.optional("ladder"))
        profile.ladder = read_ladder(*value, context);
    if (const json::Value* const value = entry.optional("pair")) profile.pair = read_pair(*value, context);
    if (const json::Value* const value = entry.optional("employers"))
        profile.employers = read_employers(*value, context);
    entry.members("organisations", Need::optional, [&](const json::Member& member) {
        profile.organisations.push_back(read_organisation(member, context));
    });
    entry.members("partnerships", Need::optional, [&](const json::Member& member) {
        profile.partnerships.push_back(read_partnership(member, context));
    });
    entry.items("milestones", Need::optional, [&](const json::Value& item) {
        profile.milestones.push_back(read_milestone(item, context));
    });
    entry.items("facts", Need::optional,
                [&](const json::Value& item) { profile.facts.push_back(read_fact(item, context)); });
    check_unique_ids(profile, context.findings);
    if (region) out.all_facts.profiles.push_back(std::move(profile));
}

}  // namespace regioscope::data
