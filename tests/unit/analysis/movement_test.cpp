#include "analysis/movement.h"

#include <doctest/doctest.h>

#include "real_report.h"
#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;

TEST_CASE("from the first to the latest figure, and whether that is the better way") {
    const SmallReport report;
    const auto output = movement_of(report.measurements(), report.indicator("output"), report.region("a"));
    REQUIRE(output);
    CHECK(report.dataset()[output->first->period].written == "2015");
    CHECK(report.dataset()[output->last->period].written == "2018");
    CHECK(*output->change == Decimal(1));
    CHECK(output->course == Course::better);
    // One figure is no movement, none even less.
    CHECK(!movement_of(report.measurements(), report.indicator("output"), report.region("b")));
    CHECK(!movement_of(report.measurements(), report.indicator("output"), report.region("nl")));
}

TEST_CASE("Dutch TechZone, 2016 to 2020: more manufacturers, no more jobs in industry") {
    const data::Dataset& dataset = real_report().dataset();
    const auto moved = [&](const char* indicator) {
        return *movement_of(real_report().measurements(), dataset.indicator_by_id.at(indicator),
                            dataset.region_by_id.at("vierkant-voor-werk"));
    };
    CHECK(*moved("manufacturers").change == Decimal(120));
    CHECK(moved("manufacturers").course == Course::better);
    // 18,400 and 18,300: within what counts as about equal.
    CHECK(moved("industrial-jobs").change->is_negative());
    CHECK(moved("industrial-jobs").course == Course::level);
    CHECK(moved("manufacturer-size").change->is_negative());
}
