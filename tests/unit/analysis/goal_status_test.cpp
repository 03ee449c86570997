#include "analysis/goal_status.h"

#include <doctest/doctest.h>

#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;
using data::Value;

namespace {

/// Of `output` in region a, which was 2 in 2015 and is 3 in 2018.
data::Target target(const SmallReport& report, std::optional<Value> baseline, const char* from,
                    std::optional<Value> aim, const char* due) {
    data::Target target;
    target.indicator = report.indicator("output");
    target.baseline = std::move(baseline);
    if (*from != '\0') target.baseline_period = data::Period::parse(from);
    target.target = std::move(aim);
    if (*due != '\0') target.due = data::Period::parse(due);
    return target;
}

GoalStatus status(const data::Target& target) {
    static const SmallReport report;
    return status_of(target, report.region("a"), report.measurements()).status;
}

Value point(int number) {
    return Value::point(number);
}

}  // namespace

TEST_CASE("days") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_number({2000, 3, 1}) == 11017);
    CHECK(day_number({2016, 12, 31}) - day_number({2015, 12, 31}) == 366);
}

TEST_CASE("the rule, case by case") {
    const SmallReport report;
    // 2 in 2014, 3 measured in 2018; a line to 4 in 2022 stands at 3 then.
    CHECK(status(target(report, point(2), "2014", point(4), "2022")) == GoalStatus::on_course);
    CHECK(status(target(report, point(2), "2014", point(6), "2022")) == GoalStatus::behind);
    CHECK(status(target(report, point(2), "2014", point(3), "2022")) == GoalStatus::reached);
    CHECK(status(target(report, point(2), "2014", point(4), "2018")) == GoalStatus::missed);
    CHECK(status(target(report, std::nullopt, "", point(4), "2022")) == GoalStatus::open);
    CHECK(status(target(report, point(2), "2014", point(4), "")) == GoalStatus::open);
    // The baseline itself is no progress.
    CHECK(status(target(report, point(3), "2018", point(4), "2022")) == GoalStatus::unmeasured);
    CHECK(status(target(report, point(2), "2014", std::nullopt, "2022")) == GoalStatus::in_words);
}

TEST_CASE("downwards, and bounds") {
    const SmallReport report;
    // From 5 in 2014 to 1 in 2022 stands at 3 in 2018.
    CHECK(status(target(report, point(5), "2014", point(1), "2022")) == GoalStatus::on_course);
    CHECK(status(target(report, point(4), "2014", point(1), "2022")) == GoalStatus::behind);
    CHECK(status(target(report, std::nullopt, "", Value{Value::Kind::at_most, 3, 3}, "2022")) ==
          GoalStatus::reached);
    CHECK(status(target(report, std::nullopt, "", Value{Value::Kind::less_than, 3, 3}, "2022")) ==
          GoalStatus::open);
    CHECK(status(target(report, std::nullopt, "", Value{Value::Kind::at_least, 4, 4}, "2018")) ==
          GoalStatus::missed);
    CHECK(status(target(report, point(2), "2014", Value{Value::Kind::range, 3, 5}, "2022")) ==
          GoalStatus::reached);
}

TEST_CASE("the line is told, and a figure in another unit measures nothing") {
    const SmallReport report;
    data::Target half = target(report, point(2), "2014", point(4), "2022");
    const TargetStatus found = status_of(half, report.region("a"), report.measurements());
    REQUIRE(found.measured != nullptr);
    // 1461 of 2922 days.
    CHECK(*found.expected == Decimal(3));
    half.unit = report.dataset().unit_by_id.at("jobs");
    CHECK(status(half) == GoalStatus::unmeasured);
    CHECK(status_of(target(report, point(2), "2014", point(4), "2022"), report.region("nl"),
                    report.measurements())
              .status == GoalStatus::unmeasured);
}
