#include "markdown/render.h"

#include <doctest/doctest.h>

#include "unit/markdown/fake_resolver.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

TEST_CASE("a page comes in two pieces: what it opens with, and the rest with its notes") {
    const ReadText text("# Title\n\nFirst[^1].\n\nSecond[^2].\n\n[^1]: One.\n\n[^2]: Two.\n", Mode::page);
    CHECK(text.told() == Told{});
    FakeResolver resolver;
    const Parts parts = render_parts(text.document, resolver);
    CHECK(parts.opening.text().starts_with("<p>First<"));
    CHECK(parts.opening.text().find("Second") == std::string::npos);
    CHECK(parts.rest.text().find("First") == std::string::npos);
    CHECK(parts.rest.text().starts_with("<p>Second<"));
    // Numbered through, and listed once.
    CHECK(parts.rest.text().find("note-2-mark") != std::string::npos);
    CHECK(parts.rest.text().find("One.") < parts.rest.text().find("Two."));
}

TEST_CASE("a page that opens with something else has no opening") {
    const ReadText text("# Title\n\n- a\n- b\n\nWords.\n", Mode::page);
    FakeResolver resolver;
    const Parts parts = render_parts(text.document, resolver);
    CHECK(parts.opening.empty());
    CHECK(parts.rest.text().starts_with("<ul>"));
}

TEST_CASE("an aside shares a box with the paragraph before it") {
    const ReadText text("One.\n\n> [!aside] T\n> A.\n\nTwo.\n");
    FakeResolver resolver;
    CHECK(render(text.document, resolver).text() ==
          "<div class=\"with-aside\">\n<p>One.</p>\n<div class=\"aside\" role=\"note\">\n<p "
          "class=\"aside-title\">T</p>\n"
          "<p>A.</p>\n</div>\n</div>\n<p>Two.</p>\n");
}

}  // namespace regioscope::markdown
