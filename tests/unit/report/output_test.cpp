#include "report/output.h"

#include <doctest/doctest.h>

using namespace regioscope;
using namespace regioscope::report;

TEST_CASE("files are listed in the order of their paths, with their sizes") {
    Output output(nullptr, {});
    output.add("b.html", "four");
    output.add("a.html", "");
    const auto entries = output.take_entries();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].path == "a.html");
    CHECK(entries[0].bytes == 0);
    CHECK(entries[1].path == "b.html");
    CHECK(entries[1].bytes == 4);
    CHECK(output.take_kept().empty());
}

TEST_CASE("for the preview files are kept, also those that come piece by piece") {
    Output output(nullptr, {.keeps = true});
    {
        Output::File file = output.open("a.csv");
        file.append("one,");
        file.append("two");
    }
    const auto kept = output.take_kept();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].path == "a.csv");
    CHECK(kept[0].content == "one,two");
    CHECK(output.take_entries()[0].bytes == 7);
}

TEST_CASE("files that want one path are listed both, in the order of what asks for them") {
    const SourceText first("a.md", "text");
    const SourceText second("b.md", "text");
    Output output(nullptr, {});
    output.add("x.html", "", {&second, 0, 0});
    output.add("x.html", "", {&first, 0, 0});
    const auto entries = output.take_entries();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].origin.source == &first);
    CHECK(entries[1].origin.source == &second);
}
