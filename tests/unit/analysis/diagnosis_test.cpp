#include "analysis/diagnosis.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "real_report.h"
#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;

namespace {

/// All elements unmeasured but talent, which is declared as given.
std::string model_with(const std::string& talent, const std::string& more = "") {
    std::string elements;
    for (std::size_t i = 0; i < element_count; ++i) {
        const std::string id(data::id_of(static_cast<data::Element>(i)));
        elements += fmt::format("{}\"{}\": {}", i == 0 ? "" : ", ", id,
                                id == "talent" ? talent : R"({"unmeasured": {"nl": "Niets."}})");
    }
    return fmt::format("{{{}\"elements\": {{{}}}}}", more, elements);
}

struct Read {
    DiagnosisModel model;
    std::string codes;
};

Read read(SmallReport& report, const std::string& text) {
    Findings findings;
    Read result;
    result.model = read_diagnosis_model(report.library().add("site/diagnosis.json", text), report.dataset(),
                                        {"nl"}, findings);
    findings.sort();
    for (const Finding& finding : findings.all())
        result.codes += (result.codes.empty() ? "" : " ") + finding.code;
    return result;
}

std::string codes_of(const std::string& talent, const std::string& more = "") {
    SmallReport report;
    return read(report, model_with(talent, more)).codes;
}

Diagnosis diagnosed(const SmallReport& report, const DiagnosisModel& model) {
    return diagnose(model, report.edition(), report.regions());
}

}  // namespace

TEST_CASE("lowest is 0 and highest 100, turned round where lower is better") {
    CHECK(normalised(3, 2, 6, data::Polarity::higher_is_better) == Decimal(25));
    CHECK(normalised(3, 2, 6, data::Polarity::lower_is_better) == Decimal(75));
    CHECK(normalised(6, 2, 6, data::Polarity::lower_is_better) == Decimal(0));
}

TEST_CASE("an element's score is the weighted mean of what is known") {
    SmallReport report;
    const Read read_model = read(report, model_with(R"({"inputs": [
        {"indicator": "age", "direction": "higher-is-better", "weight": 0.25},
        {"indicator": "idle", "weight": 0.75}]})"));
    REQUIRE(read_model.codes.empty());
    const Diagnosis diagnosis = diagnosed(report, read_model.model);
    const ElementDiagnosis& talent = diagnosis.of(data::Element::talent);
    // a: age 10 is lowest (0), idle 5 is best (100): 0 × 0.25 + 100 × 0.75.
    CHECK(*talent.regions[0].score == Decimal(75));
    // c: age 30 is highest (100), idle 9 is worst (0).
    CHECK(*talent.regions[2].score == Decimal(25));
    CHECK(talent.regions[2].is_weak);
    CHECK(talent.regions[2].coverage == Decimal(100));
    // d has age alone: a quarter of the weight, too little for a score.
    CHECK(talent.regions[3].coverage == Decimal(25));
    CHECK(!talent.regions[3].score);
    CHECK(!talent.regions[3].is_weak);
    CHECK(diagnosis.weak_links(2) == std::vector<data::Element>{data::Element::talent});
    CHECK(diagnosis.weak_links(0).empty());
    CHECK(!diagnosis.of(data::Element::demand).regions[0].score);
}

TEST_CASE("a changed weight changes the score") {
    SmallReport report;
    const Read read_model = read(report, model_with(R"({"inputs": [
        {"indicator": "age", "direction": "higher-is-better", "weight": 0.5},
        {"indicator": "idle", "weight": 0.5}]})"));
    CHECK(*diagnosed(report, read_model.model).of(data::Element::talent).regions[0].score == Decimal(50));
}

TEST_CASE("an indicator that too few regions have does not count") {
    SmallReport report;
    const Read read_model = read(
        report,
        model_with(R"({"inputs": [{"indicator": "rare", "direction": "lower-is-better", "weight": 1}]})"));
    REQUIRE(read_model.codes.empty());
    const ElementDiagnosis talent = diagnosed(report, read_model.model).of(data::Element::talent);
    CHECK(talent.inputs[0].counted == 2);
    CHECK(!talent.inputs[0].low);
    CHECK(!talent.regions[0].score);
}

TEST_CASE("rungs and judgements score by their rubric, with their citation") {
    SmallReport report;
    const std::string rubrics = R"("rubrics": {
        "ladder": {"name": {"nl": "ladder"}, "from": "ladder", "levels": [{"score": 0}, {"score": 40}]},
        "board": {"name": {"nl": "bestuur"}, "levels": [{"score": 10, "text": {"nl": "los"}}, {"score": 90, "text": {"nl": "vast"}}]}}, )";
    const Read read_model = read(report, model_with(R"({"inputs": [
        {"rubric": "ladder", "weight": 0.5},
        {"rubric": "board", "weight": 0.5, "judgements": {"b": {"level": 2, "reason": {"nl": "Omdat."},
           "citation": {"source": "study", "locator": {"section": "2", "anchor": "een vast bestuur is er"}}}}}]})",
                                                    rubrics));
    REQUIRE(read_model.codes.empty());
    report.edition().facts.profiles[1].ladder = data::LadderPlace{};
    report.edition().facts.profiles[1].ladder->rung = 2;
    const Diagnosis diagnosis = diagnosed(report, read_model.model);
    const ElementDiagnosis& talent = diagnosis.of(data::Element::talent);
    CHECK(*talent.regions[1].score == Decimal(65));
    CHECK(*talent.inputs[1].scores[1].level == 2);
    CHECK(talent.inputs[1].scores[1].citation->locator.label == "2");
    CHECK(talent.inputs[1].scores[1].reading == data::Reading::ours);
    CHECK(!talent.regions[0].score);
}

TEST_CASE("what is wrong with a model is told where it stands") {
    CHECK(codes_of(R"({"inputs": [{"indicator": "aged", "weight": 1}]})") == "unknown-indicator");
    CHECK(codes_of(R"({"inputs": [{"indicator": "age", "weight": 1}]})") == "missing-direction");
    CHECK(codes_of(R"({"inputs": [{"indicator": "idle", "weight": 1, "direction": "higher-is-better"}]})") ==
          "contrary-direction");
    CHECK(codes_of(R"({"inputs": [{"indicator": "idle", "weight": 0.9}]})") == "weights-do-not-add-up");
    CHECK(
        codes_of(
            R"({"inputs": [{"indicator": "idle", "weight": 0.5}, {"indicator": "idle", "weight": 0.5}]})") ==
        "repeated-indicator");
    CHECK(codes_of("{}") == "empty-element");
    CHECK(codes_of(R"({"inputs": []})") == "empty-element");
    CHECK(codes_of(R"({"inputs": [{"rubric": "board", "weight": 1}]})") == "unknown-rubric");
    CHECK(codes_of(R"({"unmeasured": {"nl": "Nee."}, "inputs": [{"indicator": "idle", "weight": 1}]})") ==
          "measured-element");
    CHECK(codes_of(R"({"unmeasured": {"nl": "Nee."}})", R"("structure": "tradse", )") ==
          "unknown-composition");
    CHECK(codes_of(R"({"unmeasured": {"nl": "Nee."}})", R"("similarity": ["idle", "idel"], )") ==
          "unknown-indicator");
    CHECK(codes_of(R"({"unmeasured": {"nl": "Nee."}})", R"("not_compared": ["idel"], )") ==
          "unknown-indicator");
    CHECK(codes_of(R"({"unmeasured": {"nl": "Nee."}})", R"("weak_below": 101, )") == "out-of-range");
    SmallReport report;
    CHECK(read(report, R"({"elements": {"talents": {"unmeasured": {"nl": "Nee."}}}})")
              .codes.find("unknown-element") != std::string::npos);
    CHECK(read(report, R"({"elements": {}})").codes.find("missing-element") != std::string::npos);
}

TEST_CASE("the report's own model is sound, and five elements speak") {
    SourceLibrary library;
    Findings findings;
    const auto disk = open_folder(REGIOSCOPE_SOURCE_DIR);
    const DiagnosisModel model =
        read_diagnosis_model(library.add("site/diagnosis.json", *disk->read("site/diagnosis.json")),
                             real_report().dataset(), {"nl", "de", "en"}, findings);
    CHECK_MESSAGE(findings.all().empty(), all_texts(findings));
    CHECK(model.of(data::Element::networks).inputs.size() == 1);
    CHECK(model.structure.has_value());
    // Tabel 2: 7 of 10 outside the region in Drenthe is the highest, 2 in Emsland the lowest.
    const data::Dataset& dataset = real_report().dataset();
    const std::vector<data::RegionIndex>& regions = dataset.find_set("all-regions")->regions;
    const Diagnosis diagnosis = diagnose(model, real_report().edition(), regions);
    const InputScale& seats = diagnosis.of(data::Element::leadership).inputs[0];
    CHECK(*seats.low == Decimal(2));
    CHECK(*seats.high == Decimal(7));
    CHECK(*seats.scores[0].score == Decimal(0));
    CHECK(*seats.scores[4].score == Decimal(100));
}
