#include "analysis/pair.h"

#include <doctest/doctest.h>

#include "analysis/reliability.h"
#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;

namespace {

PairFigure compared(const SmallReport& report, const char* indicator, const char* first, const char* second) {
    return compare_figures(report.measurements(), report.indicator(indicator), report.region(first),
                           report.region(second), report.regions());
}

}  // namespace

TEST_CASE("how two figures relate, and whom it favours") {
    const SmallReport report;
    const PairFigure idle = compared(report, "idle", "c", "a");
    CHECK(idle.relation == Relation::higher);
    CHECK(*idle.difference == Decimal(4));
    CHECK(idle.favour == Favour::second);  // lower is better
    CHECK(compared(report, "idle", "a", "b").relation == Relation::same);
    CHECK(compared(report, "output", "b", "d").favour == Favour::second);
    CHECK(compared(report, "age", "a", "b").favour == Favour::neither);
    CHECK(compared(report, "idle", "a", "d").relation == Relation::missing);
}

TEST_CASE("bounds are compared only as far as is certain") {
    const SmallReport report;
    const PairFigure certain = compared(report, "rent", "a", "b");  // 7 and at least 9
    CHECK(certain.relation == Relation::lower);
    CHECK(!certain.difference);
    CHECK(compared(report, "rent", "b", "d").relation == Relation::undecided);  // at least 9, and 9
}

TEST_CASE("the later period is what the pair is about") {
    const SmallReport report;
    const PairFigure output = compared(report, "output", "a", "b");
    CHECK(report.dataset()[*output.reference].written == "2018");
    CHECK(*output.difference == Decimal(-1));
}

TEST_CASE("what is unreliable or close leads nothing") {
    const SmallReport report;
    const PairFigure age = compared(report, "age", "a", "b");
    CHECK(age.is_telling);                                    // 10 apart, over a threshold of 0.1
    CHECK(!compared(report, "output", "a", "b").is_telling);  // 3 and 4, no more than twice 0.5 apart
    Measurement uncertain = *age.first;
    CHECK(is_reliable(uncertain));
    uncertain.statuses.push_back(data::Status::low_reliability);
    CHECK(!is_reliable(uncertain));
}

TEST_CASE("differences are ordered by the spread of all regions") {
    const SmallReport report;
    const std::vector<PairFigure> figures = {compared(report, "age", "a", "c"),
                                             compared(report, "idle", "a", "c"),
                                             compared(report, "idle", "a", "b")};
    // age: 20 over 7.07 = 2.83; idle: 4 over 1.89 = 2.12.
    const auto largest = largest_differences(figures);
    REQUIRE(largest.size() == 2);
    CHECK(largest[0]->indicator == report.indicator("age"));
    CHECK(is_near(largest[0]->spread, "2.828427124746"));
    CHECK(is_near(largest[1]->spread, "2.12132034356"));
    // Both are of one theme: the larger one speaks for it.
    const auto told = one_per_theme(report.dataset(), largest);
    REQUIRE(told.size() == 1);
    CHECK(told[0] == largest[0]);
}
