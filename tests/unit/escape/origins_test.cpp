#include "escape/origins.h"

#include <doctest/doctest.h>

#include "escape/html_attribute.h"
#include "escape/html_text.h"

using namespace regioscope;
using namespace regioscope::escape;

TEST_CASE("a mark stands for its place, wherever the markup goes") {
    const SourceText source("a.md", "some text");
    Origins origins;
    const std::string first = origins.begin({&source, 0, 4});
    const std::string second = origins.begin({&source, 5, 9});
    std::size_t length = 0;
    CHECK(origins.read(second + "<p>", length).text() == "text");
    CHECK(length == second.size());
    CHECK(origins.read(first, length).text() == "some");
    CHECK(Origins::without_marks("a" + first + "b" + second + "c" + Origins::end + Origins::end) == "abc");
}

TEST_CASE("what only looks like a mark stands for nothing, and no text can hold one") {
    Origins origins;
    std::size_t length = 0;
    for (const std::string broken : {"\x01", "\x01\x02",
                                     "\x01"
                                     "7",
                                     "\x01"
                                     "7\x02",
                                     "\x01x\x02"}) {
        CHECK_FALSE(origins.read(broken, length));
        CHECK(length == broken.size());
    }
    CHECK(Origins::without_marks("a\x01"
                                 "12") == "a");
    const SourceText source("a.md", "text");
    const std::string mark = origins.begin({&source, 0, 4}) + Origins::end;
    CHECK(html_text(mark).find_first_of("\x01\x02\x03") == std::string::npos);
    CHECK(html_attribute(mark).find_first_of("\x01\x02\x03") == std::string::npos);
}
