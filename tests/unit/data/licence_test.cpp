#include "data/licence.h"

#include <doctest/doctest.h>

using namespace regioscope::data;

TEST_CASE("a licence is known by its identifier, its name and its address") {
    const Licence* const licence = find_licence("CC-BY-4.0");
    REQUIRE(licence != nullptr);
    CHECK(find_licence("cc by 4.0") == licence);
    CHECK(find_licence("http://creativecommons.org/licenses/by/4.0") == licence);
    CHECK(find_licence("CC BY") == nullptr);
    CHECK(find_licence("https://creativecommons.org/licenses/by-nc/4.0/") != licence);
    CHECK(find_licence("") == nullptr);
}

TEST_CASE("every licence is found by each of its words, and by no other's") {
    for (const std::string_view id : licence_ids()) {
        const Licence* const licence = find_licence(id);
        REQUIRE(licence != nullptr);
        CHECK(licence->id == id);
        CHECK(find_licence(licence->name) == licence);
        CHECK(find_licence(licence->url) == licence);
    }
}

TEST_CASE("licences say what they ask and forbid") {
    CHECK_FALSE(find_licence("CC-BY-NC-4.0")->allows_commerce);
    CHECK_FALSE(find_licence("CC-BY-ND-4.0")->allows_derivatives);
    CHECK(find_licence("DL-DE-BY-2.0")->asks_for_change_notice);
    CHECK_FALSE(find_licence("CC0-1.0")->asks_for_change_notice);
}
