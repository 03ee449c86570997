// What an edition sees of profiles, goals, initiatives, counts and conditions.
#include "data/facts.h"

#include "small_project.h"

using namespace regioscope;
using namespace regioscope::data;
using namespace regioscope::data::test;

namespace {

std::string cited(const std::string& source) {
    const std::string part =
        source.starts_with("pact/") ? R"(, "part": ")" + source.substr(5) + "\"" : std::string();
    return R"("citation": {"source": ")" + source.substr(0, source.find('/')) + "\"" + part +
           R"(, "locator": {"section": "1", "anchor": "drie woorden hier"}})";
}

/// One fact of each kind from each source, so that a part which is forgotten in the selection is noticed.
std::string profile_of_each_source() {
    std::string organisations;
    std::string partnerships;
    std::string milestones;
    std::string facts;
    int number = 0;
    for (const std::string source : {"pact/april", "pact/november", "study", "sequel"}) {
        const std::string comma = number == 0 ? "" : ", ";
        const std::string id = std::to_string(++number);
        organisations += comma + "\"o-" + id + R"(": {"name": "x", "kind": "board", )" + cited(source) + "}";
        partnerships += comma + "\"p-" + id + R"(": {"name": "x", "kind": "civ", )" + cited(source) + "}";
        milestones += comma + R"({"period": "1854", "text": {"nl": "x"}, )" + cited(source) + "}";
        facts +=
            comma + R"({"theme": "image", "kind": "strength", "text": {"nl": "x"}, )" + cited(source) + "}";
    }
    return R"({"region": "twente",
      "summary": {"text": {"nl": "x"}, )" +
           cited("pact/november") + R"(},
      "innovation": {"type": "science-based", )" +
           cited("study") + R"(},
      "ladder": {"rung": 3, )" +
           cited("study") + R"(},
      "pair": {"region": "drenthe", )" +
           cited("sequel") + R"(},
      "employers": {"list": [], )" +
           cited("sequel") + R"(},
      "organisations": {)" +
           organisations + R"(}, "partnerships": {)" + partnerships + R"(},
      "milestones": [)" +
           milestones + R"(], "facts": [)" + facts + "]}";
}

std::string target(const std::string& id, const std::string& words, const std::string& number) {
    return "{" + (id.empty() ? "" : R"("id": ")" + id + R"(", )") + R"("text": {"nl": ")" + words +
           R"("}, "measure": {"nl": ")" + words + "\"}" + (number.empty() ? "" : R"(, "target": )" + number) +
           "}";
}

std::string version(const std::string& source, const std::string& targets) {
    return "{" + cited(source) + R"(, "targets": [)" + targets + "]}";
}

/// The newest version stands first in the file.
std::string goals() {
    return R"({"goals": {
      "more": {"title": {"nl": "Meer"}, "region": "twente", "versions": [)" +
           version("sequel", target("jobs", "banen erbij", "30") + ", " + target("other", "werk", "5") +
                                 ", " + target("", "zonder naam", "8")) +
           ", " +
           version("pact/april", target("jobs", "werk", "10") + ", " + target("", "zonder naam", "7")) +
           ", " + version("study", target("jobs", "arbeid", "30")) + R"(]},
      "late": {"title": {"nl": "Later"}, "region": "twente", "versions": [)" +
           version("sequel", target("", "x", "")) + "]}}}";
}

std::string initiatives() {
    const auto fund = [](const std::string& id, const std::string& source) {
        return "\"" + id + R"(": {"name": {"nl": "x"}, "kind": "fund", "description": {"nl": "x"}, )" +
               cited(source) + "}";
    };
    return R"({"initiatives": {)" + fund("old", "pact/april") + ", " + fund("new", "sequel") + R"(},
      "counts": [{"what": {"nl": "x"}, "value": 1, )" +
           cited("pact/november") + R"(}, {"what": {"nl": "x"}, "value": 2, )" + cited("sequel") + R"(}],
      "conditions": [{"model": "x", "condition": {"nl": "x"}, )" +
           cited("study") + R"(}, {"model": "x", "condition": {"nl": "x"}, )" + cited("sequel") + "}]}";
}

Outcome whole() {
    Files files = small_project();
    files["datasets/profiles/twente.json"] = profile_of_each_source();
    files["datasets/goals/goals.json"] = goals();
    files["datasets/initiatives/all.json"] = initiatives();
    return read(files);
}

/// Every citation among the facts.
std::vector<Citation> citations_of(const Facts& facts) {
    std::vector<Citation> all;
    const auto add_one = [&](const auto& part) {
        if (part) all.push_back(part->citation);
    };
    const auto add_all = [&](const auto& entries) {
        for (const auto& entry : entries)
            all.push_back(entry.citation);
    };
    for (const Profile& profile : facts.profiles) {
        add_one(profile.summary);
        add_one(profile.innovation);
        add_one(profile.ladder);
        add_one(profile.pair);
        add_one(profile.employers);
        add_all(profile.organisations);
        add_all(profile.partnerships);
        add_all(profile.milestones);
        add_all(profile.facts);
    }
    for (const Goal& goal : facts.goals)
        add_all(goal.versions);
    add_all(facts.initiatives);
    add_all(facts.action_counts);
    add_all(facts.conditions);
    return all;
}

}  // namespace

TEST_CASE("an edition says all that was published by its date, and nothing that came later") {
    const Outcome outcome = whole();
    REQUIRE(outcome.text() == "");
    const std::vector<Citation> all = citations_of(outcome.dataset.all_facts);
    CHECK(all.size() == 31);
    for (const Date as_of : {Date{2013, 4, 29}, Date{2013, 4, 30}, Date{2013, 11, 30}, Date{2016, 12, 31},
                             Date{2022, 12, 30}, Date{2022, 12, 31}}) {
        INFO(as_of.text());
        const Edition edition{"e", as_of};
        const auto sees = [&](const Citation& one) { return published(outcome.dataset, one) <= as_of; };
        const std::vector<Citation> shown = citations_of(visible_facts(outcome.dataset, {edition}, 0));
        CHECK(std::all_of(shown.begin(), shown.end(), sees));
        CHECK(static_cast<std::ptrdiff_t>(shown.size()) == std::count_if(all.begin(), all.end(), sees));
    }
}

TEST_CASE("an edition retires what a profile no longer says, and has what it says since") {
    Outcome outcome = whole();
    const std::vector<Edition> editions = {{"old", {2022, 12, 31}}, {"new", {2023, 12, 31}}};
    const RegionIndex twente = outcome.dataset.region_by_id.at("twente");
    const auto profile =
        std::find_if(outcome.dataset.all_facts.profiles.begin(), outcome.dataset.all_facts.profiles.end(),
                     [&](const Profile& one) { return one.region == twente; });
    REQUIRE(profile != outcome.dataset.all_facts.profiles.end());
    REQUIRE(profile->facts.size() > 0);
    REQUIRE(profile->ladder);
    const std::size_t all = visible_facts(outcome.dataset, editions, 1).profile(twente).facts.size();
    profile->facts.front().editions.from = "new";
    profile->ladder->editions.until = "old";
    const Facts before = visible_facts(outcome.dataset, editions, 0);
    const Facts after = visible_facts(outcome.dataset, editions, 1);
    CHECK(before.profile(twente).facts.size() == all - 1);
    CHECK(before.profile(twente).ladder);
    CHECK(after.profile(twente).facts.size() == all);
    CHECK_FALSE(after.profile(twente).ladder);
    Findings findings;
    check_editions(outcome.dataset.all_facts, editions, findings);
    CHECK_FALSE(findings.has_errors());
    profile->facts.front().editions.from = "never";
    check_editions(outcome.dataset.all_facts, editions, findings);
    CHECK(findings.all().at(0).code == "unknown-edition");
}

TEST_CASE("every region has a profile, which is empty when the edition knows nothing") {
    const Outcome outcome = whole();
    const Facts early = visible_facts(outcome.dataset, {{"early", {2013, 1, 1}}}, 0);
    const RegionIndex drenthe = outcome.dataset.region_by_id.at("drenthe");
    const RegionIndex twente = outcome.dataset.region_by_id.at("twente");
    CHECK(early.profile(twente).is_empty());
    const Facts now = visible_facts(outcome.dataset, {{"now", {2022, 12, 31}}}, 0);
    CHECK(now.profile(drenthe).is_empty());
    CHECK(now.profile(drenthe).region == drenthe);
    CHECK_FALSE(now.profile(twente).is_empty());
}

TEST_CASE("the newest version that an edition sees counts; without one there is no goal") {
    const Outcome outcome = whole();
    const auto source_of_newest = [&](Date as_of) -> std::string {
        const Facts facts = visible_facts(outcome.dataset, {{"e", as_of}}, 0);
        const Goal* const goal = facts.find_goal("more");
        return goal == nullptr ? "" : outcome.dataset[goal->newest().citation.source].id;
    };
    CHECK(source_of_newest({2013, 4, 29}) == "");
    CHECK(source_of_newest({2013, 4, 30}) == "pact");
    CHECK(source_of_newest({2016, 12, 31}) == "study");
    CHECK(source_of_newest({2022, 12, 31}) == "sequel");
    CHECK(visible_facts(outcome.dataset, {{"e", {2016, 12, 31}}}, 0).find_goal("late") == nullptr);
}

TEST_CASE("a target replaces the one of the same id, whatever words and places they have") {
    const Outcome outcome = whole();
    const Facts facts = visible_facts(outcome.dataset, {{"now", {2022, 12, 31}}}, 0);
    const Goal& goal = *facts.find_goal("more");
    REQUIRE(goal.versions.size() == 3);
    const Target& jobs = goal.newest().targets[0];
    CHECK(goal.versions[1].replaced_by(jobs) == &goal.versions[1].targets[0]);
    CHECK(goal.versions[0].replaced_by(jobs) == &goal.versions[0].targets[0]);
    // 10, then 30, then 30 again: another number was asked for two versions ago.
    CHECK(goal.earlier_aim_of(jobs) == &goal.versions[0].targets[0]);
    // The same words under another id, and the same words without one, are other targets.
    CHECK(goal.earlier_aim_of(goal.newest().targets[1]) == nullptr);
    CHECK(goal.earlier_aim_of(goal.newest().targets[2]) == nullptr);
    CHECK(goal.versions[0].replaced_by(goal.newest().targets[2]) == nullptr);
}

TEST_CASE("without an id a target goes by its indicator, where it is alone with it") {
    const auto linked = [](const std::string& indicator, const std::string& number) {
        return R"({"text": {"nl": "x"}, "indicator": ")" + indicator + R"(", "target": )" + number + "}";
    };
    Files files = small_project();
    files["datasets/goals/goals.json"] =
        R"({"goals": {"more": {"title": {"nl": "Meer"}, "region": "twente", "versions": [)" +
        version("study", linked("jobs-a", "5") + ", " + linked("unemployment", "5") + ", " +
                             linked("unemployment", "4")) +
        ", " + version("sequel", linked("unemployment", "3") + ", " + linked("jobs-a", "8")) + "]}}}";
    const Outcome outcome = read(files);
    REQUIRE(outcome.text() == "");
    const Facts facts = visible_facts(outcome.dataset, {{"now", {2022, 12, 31}}}, 0);
    const Goal& goal = *facts.find_goal("more");
    CHECK(goal.earlier_aim_of(goal.newest().targets[0]) == nullptr);
    CHECK(goal.earlier_aim_of(goal.newest().targets[1]) == &goal.versions[0].targets[0]);
}
