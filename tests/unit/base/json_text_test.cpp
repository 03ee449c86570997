#include "base/json_text.h"

#include <doctest/doctest.h>

using namespace regioscope;
using namespace regioscope::json;

TEST_CASE("what fits stands on one line, and digits stay as written") {
    const Value row =
        make_object({make_member("printed", make_text("Twente")), make_member("value", make_number("7.20")),
                     make_member("is", make_boolean(true)), make_member("none", {})});
    CHECK(json_line(row) == R"({"printed": "Twente", "value": 7.20, "is": true, "none": null})");
    const std::string text = json_text(make_object({make_member("rows", make_list({row, row, row}))}));
    CHECK(text.starts_with("{\n  \"rows\": [\n    {\"printed\""));
    CHECK(text.ends_with("}\n  ]\n}\n"));
    CHECK(json_text(make_object({})) == "{}\n");
}

TEST_CASE("what was read is written as the same values") {
    const std::string file = R"({"a b": ["x\n\"\\\u0001é", -0.50, 1e3, null, [], {}], "c": {"d": false}})";
    SourceLibrary library;
    Findings findings;
    const auto first = parse(library.add("a.json", file), findings);
    REQUIRE(first);
    const std::string once = json_text(*first);
    const auto second = parse(library.add("b.json", once), findings);
    REQUIRE(second);
    CHECK(json_text(*second) == once);
    CHECK(json_line(*second) == json_line(*first));
    CHECK(findings.all().empty());
}
