#include "figures/abbreviation.h"

#include <doctest/doctest.h>

using regioscope::figures::abbreviation;

TEST_CASE("a region's name in three letters") {
    CHECK(abbreviation("Twente") == "Twe");
    CHECK(abbreviation("Vierkant voor Werk") == "VvW");
    CHECK(abbreviation("Noord-Nederland") == "NN");
    CHECK(abbreviation("Österreich") == "Öst");
    CHECK(abbreviation("Île de la Cité") == "Îdl");
    CHECK(abbreviation("Au") == "Au");
    CHECK(abbreviation("").empty());
}
