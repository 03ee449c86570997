// cmark keeps tables for all parsers at once; texts are read on all cores nevertheless.
#include <doctest/doctest.h>

#include <atomic>

#include "base/parallel.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

TEST_CASE("texts are read on all cores as if alone") {
    set_job_count(4);
    std::atomic<int> wrong = 0;
    for_each_index(2000, [&](std::size_t i) {
        const ReadText read(
            "# A\n\n{{ value(\"a\", \"b\") }} [@src] https://example.org ~~x~~\n\n|a|\n|-|\n|{{ " +
            std::string(i % 7 + 1, 'x') + " }}|\n");
        const Mentions& mentions = read.document.mentions();
        if (mentions.values.size() != 2 || mentions.references.size() != 1 || mentions.links.size() != 1 ||
            !read.findings.all().empty())
            ++wrong;
    });
    set_job_count(0);
    CHECK(wrong == 0);
}

}  // namespace regioscope::markdown
