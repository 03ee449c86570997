#include "base/new_ids.h"

#include <doctest/doctest.h>

using namespace regioscope;

TEST_CASE("every name gets an id of its own") {
    const std::vector<std::string> ids =
        new_ids({"Fryslân", "東京", "Den Haag", "Den Haag", "den-haag-2"}, "region");
    CHECK(ids == std::vector<std::string>{"fryslan", "region-2", "den-haag", "den-haag-2", "den-haag-2-2"});
}
