#include "analysis/measurement.h"

#include <doctest/doctest.h>

#include "analysis/comparability.h"
#include "analysis/ranking.h"
#include "real_report.h"

using namespace regioscope;
using analysis::Measurement;

namespace {

const Measurement& figure(const std::string& indicator, const std::string& region) {
    const data::Dataset& dataset = real_report().dataset();
    const Measurement* const found = real_report().measurements().find(dataset.indicator_by_id.at(indicator),
                                                                       dataset.region_by_id.at(region));
    REQUIRE(found != nullptr);
    return *found;
}

std::vector<std::size_t> ranks(const std::vector<std::optional<int>>& numbers) {
    analysis::ComparedValues values;
    for (const auto& number : numbers)
        values.push_back(number ? std::optional(data::Value::point(*number)) : std::nullopt);
    std::vector<std::size_t> found;
    for (const auto& rank : analysis::ranks_of(values))
        found.push_back(rank ? rank->rank : 0);
    return found;
}

}  // namespace

TEST_CASE("equals share a rank, the next one counts on, gaps have none") {
    CHECK(ranks({3, 5, 5, 1}) == std::vector<std::size_t>{3, 1, 1, 4});
    CHECK(ranks({std::nullopt, 2, 7}) == std::vector<std::size_t>{0, 2, 1});
    CHECK(ranks({}).empty());
}

TEST_CASE("a derived share is computed from the printed cells and remembers them all") {
    // Tabel 1.1, Twente: 40.5 of a column that adds up to 271.2 (x 1000).
    const Measurement& employees = figure("employees", "twente");
    CHECK(employees.value->text() == "271200");
    CHECK(employees.origins.size() == 19);
    const Measurement& share = figure("sector-share-c", "twente");
    CHECK(share.derived);
    CHECK(share.value->low == *Decimal::divide(Decimal(4050000), Decimal(271200)));
    CHECK(share.origins.size() == 19);
}

TEST_CASE("a figure of an area that is not the first choice is off-area") {
    const Measurement& drenthe = figure("unemployment-rate", "vierkant-voor-werk");
    CHECK(analysis::marks_of(real_report().dataset(), drenthe, std::nullopt).off_area);
    const Measurement& twente = figure("unemployment-rate", "twente");
    CHECK(!analysis::marks_of(real_report().dataset(), twente, std::nullopt).off_area);
}

TEST_CASE("a gap stays a gap") {
    const data::Dataset& dataset = real_report().dataset();
    const auto emsland = real_report().measurements().of(
        dataset.indicator_by_id.at("foreign-controlled-establishments"), dataset.region_by_id.at("emsland"));
    REQUIRE(emsland.size() == 4);
    for (const Measurement& measurement : emsland) {
        CHECK(!measurement.value);
        CHECK(data::means_missing(measurement.statuses.front()));
    }
}

TEST_CASE("what is withheld by a correction has no value") {
    const Measurement& density = figure("establishment-density", "emsland");
    CHECK(!density.value);
    CHECK(density.correction);
}
