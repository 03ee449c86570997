#include "tabular/number_format_code.h"

#include <doctest/doctest.h>

using namespace regioscope::tabular;

TEST_CASE("a workbook shows the digits of its number format") {
    CHECK(shown_digits("16202.390000000001", number_format_code("##\\ ###\\ ##0.00")) == "16202.39");
    CHECK(number_format_code("##\\ ###\\ ##0.00").grouping == " ");
    CHECK(shown_digits("1055.7", number_format_code("##\\ ###\\ ##0.00")) == "1055.70");
    CHECK(shown_digits("0.072", number_format_code("0.0%")) == "7.2");
    CHECK(shown_digits("280.4999999", number_format_code("#,##0")) == "280");
    CHECK(number_format_code("#,##0").grouping == ",");
    CHECK(shown_digits("7.2", number_format_code("General")) == "7.2");
    CHECK(shown_digits("0.1", number_format_code("General")) == "0.1");
    CHECK(number_format_code("0.0\"*\"").suffix == "*");
    CHECK(shown_digits("43465", built_in_number_format(14)) == "2018-12-31");
    CHECK(number_format_code("0.0;[Red]-0.00").decimals == 1);
}
