#include "analysis/similarity.h"

#include <doctest/doctest.h>

#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;

namespace {

std::vector<data::IndicatorIndex> indicators(const SmallReport& report, std::vector<std::string> ids) {
    std::vector<data::IndicatorIndex> found;
    for (const std::string& id : ids)
        found.push_back(report.indicator(id));
    return found;
}

}  // namespace

TEST_CASE("values on the scale of mean and deviation") {
    const SmallReport report;
    const auto age = standardise(report.measurements(), report.indicator("age"), report.regions());
    REQUIRE(age);
    CHECK(age->mean == Decimal(20));  // 10, 20, 30, 20: variance 200 / 4
    CHECK(is_near(age->deviation, "7.071067811865"));
    CHECK(is_near(age->scores[0], "-1.414213562373"));
    CHECK(*age->scores[1] == Decimal(0));
    CHECK(!standardise(report.measurements(), report.indicator("rare"), report.regions()));
    // A bound has no number: three of four are left.
    const auto rent = standardise(report.measurements(), report.indicator("rent"), report.regions());
    REQUIRE(rent);
    CHECK(!rent->scores[1]);
}

TEST_CASE("each theme counts once, each indicator within its theme") {
    const SmallReport report;
    const Similarity similarity = similarity_of(
        report.measurements(), indicators(report, {"idle", "age", "rent", "rare"}), report.regions());
    CHECK(similarity.unused == indicators(report, {"rare"}));
    CHECK(similarity.themes.size() == 2);
    CHECK(similarity.pairs.size() == 6);
    const Distance& ab = *find_pair(similarity.pairs, 1, 0);
    CHECK(ab.indicators == 2);
    CHECK(ab.themes == 1);
    // idle: 5 and 5, no difference; age: 1.414…, squared 2; the theme's mean is 1, and there is one theme.
    CHECK(is_near(ab.distance, "1"));
    const Distance& ac = *find_pair(similarity.pairs, 0, 2);
    CHECK(ac.themes == 2);
    // idle: 4 over a deviation of √(32/9): squared 4.5; age: squared 8; mean 6.25. rent: equal, 0. √3.125.
    CHECK(is_near(ac.distance, "1.767766952966"));
    CHECK(find_pair(similarity.pairs, 2, 2) == nullptr);
    CHECK(similarity.sensitivities.empty());
}

TEST_CASE("nearest first, and what leaving out a theme does") {
    const SmallReport report;
    const Similarity similarity = similarity_of(
        report.measurements(), indicators(report, {"output", "idle", "age", "rent"}), report.regions());
    CHECK(peers_of(similarity.pairs, 0).front() == 1);
    REQUIRE(similarity.sensitivities.size() == 3);
    for (const Sensitivity& sensitivity : similarity.sensitivities) {
        CHECK(sensitivity.pairs.size() == 6);
        REQUIRE(sensitivity.rank_correlation);
        CHECK(*sensitivity.rank_correlation <= Decimal(1));
    }
}

TEST_CASE("too little in common is no distance") {
    const SmallReport report;
    const Similarity similarity = similarity_of(
        report.measurements(), indicators(report, {"output", "idle", "rent"}), report.regions());
    // b and d share output only: one theme of three.
    const Distance& bd = *find_pair(similarity.pairs, 1, 3);
    CHECK(bd.themes == 1);
    CHECK(!bd.distance);
}
