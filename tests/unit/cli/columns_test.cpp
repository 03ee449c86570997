#include "cli/columns.h"

#include <doctest/doctest.h>

using regioscope::cli::columns_text;

TEST_CASE("columns are as wide as their widest cell, in code points") {
    CHECK(columns_text({{"a", "één", "x"}, {"bbb", "o", "y"}}) ==
          "a    één  x\n"
          "bbb  o    y\n");
}

TEST_CASE("lines end without spaces and hold no line breaks") {
    CHECK(columns_text({{"a", "b\nc", ""}, {"d"}}) == "a  b c\nd\n");
    CHECK(columns_text({{"\033[31mred"}}) == " [31mred\n");
    CHECK(columns_text({}).empty());
}
