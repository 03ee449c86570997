#include "analysis/structure.h"

#include <doctest/doctest.h>

#include "real_report.h"
#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;

TEST_CASE("half the sum of the differences in share") {
    const SmallReport report;
    const data::Composition& trades = *report.dataset().find_composition("trades");
    const auto a = structure_of(report.measurements(), trades, report.region("a"));  // 10, 30, 60 %
    const auto b = structure_of(report.measurements(), trades, report.region("b"));  // 40, 20, 40 %
    REQUIRE(a);
    REQUIRE(b);
    const Dissimilarity difference = dissimilarity(*a, *b);
    CHECK(difference.index == Decimal(30));  // (30 + 10 + 20) / 2
    REQUIRE(difference.parts.size() == 3);
    CHECK(difference.parts[0].part == 0);
    CHECK(difference.parts[0].difference == Decimal(-30));
    CHECK(difference.parts[1].part == 2);
    CHECK(difference.parts[2].difference == Decimal(10));
    CHECK(dissimilarity(*a, *a).index == Decimal(0));
    CHECK(dissimilarity(*b, *a).index == difference.index);
}

TEST_CASE("a location quotient is the share over the country's") {
    const SmallReport report;
    const data::Composition& trades = *report.dataset().find_composition("trades");
    const auto a = structure_of(report.measurements(), trades, report.region("a"));
    const auto country = structure_of(report.measurements(), trades, report.region("nl"));  // 25, 25, 50 %
    CHECK(*location_quotient(*a, *country, 0) == *Decimal::parse("0.4"));
    CHECK(*location_quotient(*a, *country, 1) == *Decimal::parse("1.2"));
    CHECK(*location_quotient(*country, *country, 2) == Decimal(1));
}

TEST_CASE("no structure where nothing is known") {
    const SmallReport report;
    CHECK(!structure_of(report.measurements(), *report.dataset().find_composition("trades"),
                        report.region("c")));
}

TEST_CASE("Tabel 1.1: industry in Emsland against Germany") {
    const data::Dataset& dataset = real_report().dataset();
    const data::Composition& sectors = *dataset.find_composition("employees-by-sector");
    const auto of = [&](const char* region) {
        return *structure_of(real_report().measurements(), sectors, dataset.region_by_id.at(region));
    };
    const std::size_t manufacturing = 2;
    CHECK(dataset[sectors.parts[manufacturing]].id == "employees-c");
    const Structure emsland = of("emsland");
    CHECK(*emsland.shares[manufacturing] == *Decimal::divide(Decimal(3430000), emsland.whole));
    const Structure germany = of("de");
    const Decimal expected = *Decimal::divide(*emsland.shares[manufacturing], *germany.shares[manufacturing]);
    CHECK(*location_quotient(emsland, germany, manufacturing) == expected);
    Decimal total;
    for (const auto& share : emsland.shares)
        total += *share;
    CHECK((total - 100).absolute() < Decimal::scaled(1, -9));
}
