#include "base/slug.h"

#include <doctest/doctest.h>

#include <random>

using namespace regioscope;

TEST_CASE("ids are lower-case letters, digits and single hyphens") {
    for (const char* const id : {"a", "0", "unemployment-rate", "nef-2016", "a-b-c"})
        CHECK(is_slug(id));
    for (const char* const id : {"", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "a.b", "é", "a/b"})
        CHECK_FALSE(is_slug(id));
    CHECK(is_slug(std::string(100, 'a')));
    CHECK_FALSE(is_slug(std::string(101, 'a')));
}

TEST_CASE("words become slugs") {
    CHECK(slug_of("Onderzoek & beleid") == "onderzoek-beleid");
    CHECK(slug_of("Één grote façade, Straße!") == "een-grote-facade-strasse");
    CHECK(slug_of("  ---  ") == "");
    CHECK(slug_of("regio's en regio’s") == "regios-en-regios");
    CHECK(slug_of("Ærø Œuvre") == "aero-oeuvre");
    CHECK(slug_of("日本") == "");
    CHECK(slug_of("a\xFF"
                  "b") == "a-b");
}

TEST_CASE("whatever goes in, a slug or nothing comes out, and stays what it is") {
    std::mt19937 draw(7);  // NOLINT: the same every time
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t k = draw() % 150; k > 0; --k)
            text += static_cast<char>(draw() % 256);
        const std::string slug = slug_of(text);
        CHECK((slug.empty() || is_slug(slug)));
        CHECK(slug_of(slug) == slug);
    }
}
