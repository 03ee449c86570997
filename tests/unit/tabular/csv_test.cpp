#include "tabular/csv.h"

#include <doctest/doctest.h>

#include "tabular/text_encoding.h"

using namespace regioscope;
using namespace regioscope::tabular;

namespace {

std::vector<std::vector<std::string>> texts(const std::string& csv, Findings& findings) {
    SourceLibrary library;
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : read_csv(library.add("t.csv", csv), findings).rows) {
        rows.emplace_back();
        for (const Cell& cell : row)
            rows.back().push_back(cell.text);
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("cells between semicolons, commas or tabs") {
    Findings findings;
    CHECK(texts("a;b\n1,5;2,5\n", findings) == Rows{{"a", "b"}, {"1,5", "2,5"}});
    CHECK(texts("a,b\r\n1.5,2.5", findings) == Rows{{"a", "b"}, {"1.5", "2.5"}});
    CHECK(texts("a\tb\n\"x\ty\"\t2\n", findings) == Rows{{"a", "b"}, {"x y", "2"}});
    CHECK(texts("a,b\n\"say \"\"no\"\",\nthen\",\"\"\n", findings) ==
          Rows{{"a", "b"}, {"say \"no\", then", ""}});
    CHECK(findings.all().empty());
}

TEST_CASE("a quotation that is never closed is told where it begins") {
    Findings findings;
    texts("a;b\n\"x;1\n", findings);
    REQUIRE(findings.all().size() == 1);
    CHECK(findings.all()[0].code == "open-quote");
    CHECK(findings.all()[0].span.begin == 4);
}

TEST_CASE("bytes become letters by what they say, or by what western spreadsheets write") {
    CHECK(decoded("\xEF\xBB\xBFK\xC3\xB6ln") == "Köln");
    CHECK(decoded("K\xF6ln \x80") == "Köln €");
    CHECK(decoded(std::string_view("\xFF\xFEK\0\xF6\0", 6)) == "Kö");
}
