#include "tabular/period_label.h"

#include <doctest/doctest.h>

using regioscope::tabular::period_of;

TEST_CASE("periods as offices print them") {
    CHECK(period_of("2015") == "2015");
    CHECK(period_of("2015JJ00") == "2015");
    CHECK(period_of("2015KW03") == "2015-Q3");
    CHECK(period_of("2015MM11") == "2015-11");
    CHECK(period_of("2015-Q1") == "2015-Q1");
    CHECK(period_of("2015Q1") == "2015-Q1");
    CHECK(period_of("2015 1e kwartaal") == "2015-Q1");
    CHECK(period_of("4. Quartal 2015") == "2015-Q4");
    CHECK(period_of("2015 maart") == "2015-03");
    CHECK(period_of("März 2015") == "2015-03");
    CHECK(period_of("31.12.2018") == "2018-12-31");
    CHECK(period_of("2010 - 2014") == "2010/2014");
}

TEST_CASE("what could be two periods is none") {
    for (const char* const label : {"2013/14", "1234", "Twente", "2015 totaal", "31.02.2018", "", "15"})
        CHECK_FALSE_MESSAGE(period_of(label), label);
}
