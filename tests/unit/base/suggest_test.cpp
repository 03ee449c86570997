#include "base/suggest.h"

#include <doctest/doctest.h>

using namespace regioscope;

TEST_CASE("distance counts insertions, deletions, substitutions and swaps") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("twente", "twent") == 1);
    CHECK(edit_distance("twente", "tewnte") == 1);
    CHECK(edit_distance("twente", "drenthe") == 3);
    CHECK(edit_distance("ca", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == edit_distance("sitting", "kitten"));
}

TEST_CASE("the nearest word is meant, if it is near enough") {
    const std::vector<std::string_view> regions = {"twente", "rijnmond", "bremen", "emsland", "nl", "de"};
    CHECK(nearest("twent", regions) == "twente");
    CHECK(nearest("bermen", regions) == "bremen");
    CHECK(nearest("n", regions) == "nl");
    CHECK_FALSE(nearest("amsterdam", regions));
    CHECK_FALSE(nearest("", {}));
    CHECK(did_you_mean("twent", regions) == " (did you mean 'twente'?)");
    CHECK(did_you_mean("amsterdam", regions) ==
          " (there are 'bremen', 'de', 'emsland', 'nl', 'rijnmond', 'twente')");
    CHECK(did_you_mean("amsterdam", {"twente"}) == " (there is 'twente')");
    CHECK(did_you_mean("amsterdam", {"a", "b", "c", "d", "e", "f", "g"}) == "");
}

TEST_CASE("of equally near words the first in byte order is taken, whatever their order") {
    CHECK(nearest("bax", {"bay", "baa", "bab"}) == "baa");
    CHECK(nearest("bax", {"bab", "baa", "bay"}) == "baa");
}

TEST_CASE("very long words get no suggestion, quickly") {
    const std::string long_word(100000, 'a');
    const std::string other(100000, 'b');
    CHECK_FALSE(nearest(long_word, {other}));
}
