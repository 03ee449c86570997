// Corrections, accepted findings, checks, profiles, goals, initiatives: what their readers take and refuse.
#include "small_project.h"

using namespace regioscope;
using namespace regioscope::data;
using namespace regioscope::data::test;

namespace {

const char* const corrections = R"({"corrections": {"typo": {
  "observation": {"indicator": "unemployment", "area": "twente", "period": "2015", "source": "study", "table": "study/table-2"},
  "expect": 7.2, "use": 7.5, "reason": {"nl": "Drukfout."}, "from": "e1"}}})";

const char* const checks =
    R"({"checks": {"twice": {"condition": "1 == 1", "message": {"nl": "Zo is het."}, "for_each": {"region": "all-regions"},
  "severity": "error", "doubtful": true}}})";

const char* const profile = R"({"region": "twente",
  "summary": {"text": {"nl": "x"}, "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}},
  "innovation": {"type": "science-based", "also": ["scale-intensive"], "reading": "ours", "reason": {"nl": "x"},
    "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}},
  "ladder": {"rung": 3, "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}},
  "pair": {"region": "drenthe", "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}},
  "employers": {"citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}, "printed_outside_region": 6,
    "list": [{"name": "Thales", "seat": "abroad", "country": "fr", "since": "1990", "sector": "industry", "rd_rank": 11}]},
  "organisations": {"board": {"name": "Board", "kind": "board", "members": 10, "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}}},
  "partnerships": {"techwise": {"name": "TechWise", "kind": "civ", "levels": ["mbo"], "students": null, "companies": {"about": 50}, "element": "talent",
    "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}}},
  "milestones": [{"period": "1854", "text": {"nl": "x"}, "citation": {"source": "pact", "part": "april", "locator": {"section": "1", "anchor": "drie woorden hier"}}}],
  "facts": [{"id": "first", "theme": "image", "kind": "strength", "element": "networks", "text": {"nl": "x"},
    "citation": {"source": "sequel", "locator": {"section": "1", "anchor": "drie woorden hier"}}}]})";

const char* const goals =
    R"({"goals": {"more": {"title": {"nl": "Meer"}, "region": "twente", "action_line": "choose", "versions": [
  {"citation": {"source": "pact", "part": "november", "locator": {"section": "1", "anchor": "drie woorden hier"}},
   "targets": [{"text": {"nl": "x"}, "indicator": "unemployment", "unit": "percent", "baseline": {"value": 20, "period": "2011"}, "target": {"more_than": 2000}, "due": "2016"}]},
  {"citation": {"source": "pact", "part": "april", "locator": {"section": "1", "anchor": "drie woorden hier"}}, "targets": []}]}}})";

const char* const initiatives =
    R"({"initiatives": {"fund": {"name": {"nl": "Fonds"}, "kind": "fund", "initiator": ["Rijk", {"nl": "scholen"}], "regions": ["twente"],
  "themes": ["education"], "elements": ["finance"], "action_lines": ["learn"], "levels": ["mbo"], "period": "2014/2017",
  "amounts": [{"value": 100000000, "unit": "euro"}], "share": 33, "goals": ["more"], "description": {"nl": "x"},
  "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}}},
  "counts": [{"id": "chosen", "what": {"nl": "acties"}, "action_line": "choose", "value": 82, "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}}],
  "conditions": [{"model": "ladder", "condition": {"nl": "x"}, "citation": {"source": "study", "locator": {"section": "1", "anchor": "drie woorden hier"}}}]})";

const std::string corrections_file = "datasets/corrections.json";
const std::string checks_file = "datasets/checks.json";
const std::string profile_file = "datasets/profiles/twente.json";
const std::string goals_file = "datasets/goals/pact.json";
const std::string initiatives_file = "datasets/initiatives/pact.json";

Files whole_project() {
    Files files = small_project();
    files[corrections_file] = corrections;
    files[checks_file] = checks;
    files["datasets/accepted.json"] =
        R"({"accepted": [{"code": "check-failed", "subject": "twice", "reason": "So printed."}]})";
    files[profile_file] = profile;
    files[goals_file] = goals;
    files[initiatives_file] = initiatives;
    return files;
}

}  // namespace

TEST_CASE("all registers of a project are read") {
    const Outcome outcome = read(whole_project());
    CHECK(outcome.text() == "");
    const Dataset& dataset = outcome.dataset;
    REQUIRE(dataset.corrections.size() == 1);
    CHECK(dataset.corrections[0].use == Correction::Use::value);
    CHECK(dataset[dataset.corrections[0].period].written == "2015");
    CHECK(dataset.corrections[0].statuses == Statuses{Status::normal});
    REQUIRE(dataset.checks.size() == 1);
    CHECK(dataset.checks[0].condition_span.text() == "1 == 1");
    CHECK(dataset.checks[0].is_error);
    CHECK(dataset.checks[0].for_each_set == "all-regions");
    CHECK(dataset.acceptances.at(0).subject == "twice");
    REQUIRE(dataset.all_facts.profiles.size() == 1);
    CHECK(dataset.all_facts.profiles[0].ladder->rung == 3);
    CHECK(dataset.all_facts.profiles[0].partnerships[0].companies->kind == Value::Kind::about);
    CHECK_FALSE(dataset.all_facts.profiles[0].partnerships[0].students);
    CHECK(dataset.all_facts.profiles[0].partnerships[0].element == Element::talent);
    CHECK(dataset.all_facts.goals.at(0).versions.size() == 2);
    CHECK(dataset.all_facts.initiatives.at(0).amounts.at(0).value.text() == "100000000");
    REQUIRE(dataset.all_facts.initiatives[0].initiators.size() == 2);
    CHECK(dataset.all_facts.initiatives[0].initiators[0].name == "Rijk");
    CHECK(dataset.all_facts.initiatives[0].initiators[1].name.empty());
    CHECK(dataset.all_facts.initiatives[0].initiators[1].words.find("nl")->markdown == "scholen");
    CHECK(dataset.all_facts.action_counts.size() == 1);
    CHECK(dataset.all_facts.conditions.size() == 1);
}

TEST_CASE("each thing that can be wrong in a register has its code") {
    struct Row {
        std::string path;
        const char* file;
        const char* from;
        const char* to;
        const char* codes;
    };
    const Row rows[] = {
        {corrections_file, corrections, "\"area\": \"twente\"", "\"area\": \"province\"",
         "unknown-observation"},
        {corrections_file, corrections, "\"period\": \"2015\"", "\"period\": \"2014\"",
         "unknown-observation"},
        {corrections_file, corrections, "study/table-2", "study/table-3", "unknown-table"},
        {corrections_file, corrections, "\"use\": 7.5", "\"use\": \"as-prnted\"", "unknown-word"},
        {corrections_file, corrections, "\"use\": 7.5", "\"use\": \"as-printed\", \"status\": \"E\"",
         "misplaced-key"},
        {corrections_file, corrections, "\"use\": 7.5", "\"use\": null, \"status\": \"E\"",
         "status-mismatch"},
        {corrections_file, corrections, "\"use\": 7.5", "\"use\": 7.5, \"status\": [\"E\", \"O\"]",
         "status-mismatch"},
        {corrections_file, corrections, "\"expect\": 7.2, ", "", "missing-key"},
        {checks_file, checks, "all-regions", "all-region", "unknown-region-set"},
        {checks_file, checks, "{\"region\": \"all-regions\"}", "{}", "wrong-count"},
        {checks_file, checks, "{\"region\":", "{\"Region 1\":", "invalid-name"},
        {checks_file, checks, "\"severity\": \"error\"", "\"severity\": \"fatal\"", "unknown-word"},
        {checks_file, checks, "1 == 1", "", "empty-text"},
        {profile_file, profile, "\"region\": \"twente\"", "\"region\": \"drenthe\"", "misnamed-file"},
        {profile_file, profile, "science-based", "science", "unknown-word"},
        {profile_file, profile, "\"reading\": \"ours\", \"reason\": {\"nl\": \"x\"}", "\"reading\": \"ours\"",
         "missing-key"},
        {profile_file, profile, "\"rung\": 3", "\"rung\": 5", "out-of-range"},
        {profile_file, profile, "\"seat\": \"abroad\"", "\"seat\": \"mars\"", "unknown-word"},
        {profile_file, profile, "\"country\": \"fr\"", "\"country\": \"France\"", "invalid-country"},
        {profile_file, profile, "\"since\": \"1990\"", "\"since\": \"long ago\"", "invalid-period"},
        {profile_file, profile, "\"levels\": [\"mbo\"]", "\"levels\": [\"mbo\", \"phd\"]", "unknown-word"},
        {profile_file, profile, "\"id\": \"first\"", "\"id\": \"board\"", "duplicate-id"},
        {profile_file, profile, "\"id\": \"first\"", "\"id\": \"The First\"", "invalid-id"},
        {profile_file, profile, "\"element\": \"networks\"", "\"element\": \"network\"", "unknown-word"},
        {profile_file, profile, "\"members\": 10", "\"members\": \"ten\"", "wrong-type"},
        {goals_file, goals, "\"target\": {\"more_than\": 2000}", "\"target\": null", "wrong-type"},
        {goals_file, goals, "\"unit\": \"percent\"", "\"unit\": \"jobs\"", "unit-mismatch"},
        {goals_file, goals, "\"action_line\": \"choose\"", "\"action_line\": \"choice\"", "unknown-word"},
        {goals_file, goals, "\"text\": {\"nl\": \"x\"}, ", "", "missing-key"},
        {goals_file, goals, "\"targets\": [{", "\"targets\": [{\"id\": \"The Share\", ", "invalid-id"},
        {goals_file, goals, "\"targets\": []",
         "\"targets\": [{\"id\": \"a\", \"text\": {\"nl\": \"x\"}}, {\"id\": \"a\", \"text\": {\"nl\": "
         "\"y\"}}]",
         "duplicate-id"},
        {initiatives_file, initiatives, "\"goals\": [\"more\"]", "\"goals\": [\"mroe\"]", "unknown-goal"},
        {initiatives_file, initiatives, "\"Rijk\"", "\"\"", "empty-text"},
        {initiatives_file, initiatives, "\"Rijk\"", "7", "wrong-type"},
        {initiatives_file, initiatives, "\"scholen\"", "\"\"", "empty-text"},
        {initiatives_file, initiatives, "\"nl\": \"scholen\"", "\"n\": \"scholen\"",
         "missing-language unknown-language"},
        {initiatives_file, initiatives, "\"share\": 33", "\"share\": 133", "out-of-range"},
        {initiatives_file, initiatives, "\"unit\": \"euro\"", "\"unit\": \"eur\"", "unknown-unit"},
        {initiatives_file, initiatives, "\"value\": 82", "\"value\": null", "wrong-type"},
        {initiatives_file, initiatives, "\"model\": \"ladder\", ", "", "missing-key"},
    };
    for (const Row& row : rows) {
        INFO(row.path << ": " << row.to << " for " << row.from);
        Files files = whole_project();
        files[row.path] = with(row.file, row.from, row.to);
        const Outcome outcome = read(files);
        INFO(outcome.text());
        CHECK(outcome.codes() == row.codes);
    }
}

TEST_CASE("ids of goals, initiatives, counts and profiles are unique in the report") {
    Files files = whole_project();
    files["datasets/goals/again.json"] = goals;
    files["datasets/initiatives/again.json"] = initiatives;
    CHECK(read(files).codes() == "duplicate-id duplicate-id duplicate-id");
}
