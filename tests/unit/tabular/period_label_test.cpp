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
    CHECK(period_of("Schooljaar 2018/'19") == "2018/2019");
    CHECK(period_of("2019/20") == "2019/2020");
    CHECK(period_of("2020-'21") == "2020/2021");
    CHECK(period_of("1999/00") == "1999/2000");
    CHECK(period_of("jan-22") == "2022-01");
    CHECK(period_of("mrt. 2023") == "2023-03");
    CHECK(period_of("dez 98") == "1998-12");
    CHECK(period_of("1 januari 2023") == "2023-01-01");
    CHECK(period_of("2023.0") == "2023");
}

TEST_CASE("marks stand behind periods") {
    using regioscope::tabular::without_period_marks;
    for (const char* const label : {"2023*", "2023 *", "2023**", "2023 2)*", "2023 11)", "20231)", "2023a)",
                                    "2023¹", "2023 [note 1]", "2023p", "2023 p"})
        CHECK_MESSAGE(without_period_marks(label) == "2023", label);
    CHECK(without_period_marks("2023 totaal") == "2023 totaal");
}

TEST_CASE("what could be two periods is none") {
    for (const char* const label :
         {"2013/15", "1234", "Twente", "2015 totaal", "van 22", "31.02.2018", "", "15"})
        CHECK_FALSE_MESSAGE(period_of(label), label);
}
