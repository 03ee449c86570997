#include "data/period.h"

#include <doctest/doctest.h>

#include <vector>

using namespace regioscope::data;

TEST_CASE("periods are stretches of days") {
    struct Row {
        const char* written;
        Period::Kind kind;
        const char* first;
        const char* last;
    };
    for (const Row& row : {
             Row{"2015", Period::Kind::year, "2015-01-01", "2015-12-31"},
             Row{"2013-12", Period::Kind::month, "2013-12-01", "2013-12-31"},
             Row{"2016-02", Period::Kind::month, "2016-02-01", "2016-02-29"},
             Row{"1900-02", Period::Kind::month, "1900-02-01", "1900-02-28"},
             Row{"2000-02", Period::Kind::month, "2000-02-01", "2000-02-29"},
             Row{"2015-06-30", Period::Kind::day, "2015-06-30", "2015-06-30"},
             Row{"2015-Q1", Period::Kind::quarter, "2015-01-01", "2015-03-31"},
             Row{"2015-Q4", Period::Kind::quarter, "2015-10-01", "2015-12-31"},
             Row{"2006/2015", Period::Kind::interval, "2006-01-01", "2015-12-31"},
             Row{"2012-08/2013-07", Period::Kind::school_year, "2012-08-01", "2013-07-31"},
             Row{"2012-08/2014-07", Period::Kind::interval, "2012-08-01", "2014-07-31"},
             Row{"2012-09/2013-08", Period::Kind::interval, "2012-09-01", "2013-08-31"},
             Row{"2012/2012", Period::Kind::interval, "2012-01-01", "2012-12-31"},
         }) {
        INFO(row.written);
        const auto period = Period::parse(row.written);
        REQUIRE(period);
        CHECK(period->kind == row.kind);
        CHECK(period->first.text() == row.first);
        CHECK(period->last.text() == row.last);
        CHECK(period->written == row.written);
    }
}

TEST_CASE("other words are no periods") {
    for (const char* const written : {"",
                                      "15",
                                      "02015",
                                      "2015-",
                                      "2015-13",
                                      "2015-00",
                                      "2015-1",
                                      "2015-02-29",
                                      "2015-04-31",
                                      "2015-Q0",
                                      "2015-Q5",
                                      "2015-Q",
                                      "2015-q1",
                                      "2015/",
                                      "/2015",
                                      "2016/2015",
                                      "2015-02/2015-01",
                                      "2015/2014-06",
                                      "2014/2015/2016",
                                      " 2015",
                                      "2015 ",
                                      "2015-01-01T00",
                                      "٢٠١٥",
                                      "-2015"}) {
        INFO(written);
        CHECK_FALSE(Period::parse(written));
    }
}

TEST_CASE("the same days are the same period, however written") {
    CHECK(*Period::parse("2015") == *Period::parse("2015-01/2015-12"));
    CHECK(*Period::parse("2015-Q1") == *Period::parse("2015-01/2015-03"));
    CHECK_FALSE(*Period::parse("2015") == *Period::parse("2015-12"));
}

TEST_CASE("periods are ordered by their end, then the one that starts later is the later one") {
    const std::vector<const char*> in_order = {"2014", "2015-Q1", "2006/2015",  "2014-08/2015-12",
                                               "2015", "2015-12", "2015-12-31", "2016-01"};
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        for (std::size_t j = 0; j < in_order.size(); ++j) {
            INFO(in_order[i] << " and " << in_order[j]);
            CHECK((*Period::parse(in_order[i]) < *Period::parse(in_order[j])) == (i < j));
        }
    }
}

TEST_CASE("a partial date means its last day") {
    CHECK(Date::parse("2016")->text() == "2016-12-31");
    CHECK(Date::parse("2016-02")->text() == "2016-02-29");
    CHECK(Date::parse("2016-12-05")->text() == "2016-12-05");
    CHECK_FALSE(Date::parse("2016-Q1"));
    CHECK_FALSE(Date::parse("2016/2017"));
    CHECK_FALSE(Date::parse("2016-06-31"));
    CHECK_FALSE(Date::parse(""));
}

TEST_CASE("every day of four years is a date, and the next one is later") {
    std::vector<Date> days;
    for (int year = 2015; year <= 2018; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= 31; ++day) {
                if (const auto date = Date::parse(Date{year, month, day}.text())) days.push_back(*date);
            }
        }
    }
    CHECK(days.size() == 365 + 366 + 365 + 365);
    for (std::size_t i = 1; i < days.size(); ++i)
        CHECK(days[i - 1] < days[i]);
}
