#include "template/text_scanner.h"

#include <doctest/doctest.h>

using namespace regioscope;
using namespace regioscope::templates;

namespace {

/// Where static text leads, in words; or the code of what is wrong with it.
std::string place_after(std::string_view text, Context start = {}) {
    const SourceText source("test", std::string(text));
    Findings findings;
    Place place{start};
    scan_text(place, text, {&source, 0, static_cast<std::uint32_t>(text.size())}, findings);
    if (!findings.all().empty()) return findings.all().front().code;
    return std::string(described(place.context));
}

Context xml() {
    return start_of("a.xml");
}

}  // namespace

TEST_CASE("static text leads to a place") {
    CHECK(place_after("") == "in text");
    CHECK(place_after("a > b & c") == "in text");
    CHECK(place_after("<p>") == "in text");
    CHECK(place_after("<p") == "in a tag");
    CHECK(place_after("<p ") == "in a tag");
    CHECK(place_after("<p class") == "in a tag");
    CHECK(place_after("<p class=\"") == "in the value of an attribute");
    CHECK(place_after("<p class='a\"") == "in the value of an attribute");
    CHECK(place_after("<p class = 'a'") == "in a tag");
    CHECK(place_after("<p hidden class='a' />") == "in text");
    CHECK(place_after("</p") == "in an end tag");
    CHECK(place_after("</p >") == "in text");
    CHECK(place_after("<my-element a:b=\"") == "in the value of an attribute");
    CHECK(place_after("<a href=\"") == "in a URL");
    CHECK(place_after("<A HREF='x/") == "in a URL");
    CHECK(place_after("<a href=\"x?y=") == "in the query of a URL");
    CHECK(place_after("<a href=\"x#") == "in the query of a URL");
    CHECK(place_after("<a href=\"x\" title=\"?") == "in the value of an attribute");
    CHECK(place_after("<img src=\"") == "in a URL");
    CHECK(place_after("<svg><use xlink:href='") == "in a URL");
    CHECK(place_after("<title>") == "in a title");
    CHECK(place_after("<TITLE lang='nl'>a & b") == "in a title");
    CHECK(place_after("<title>a</title>") == "in text");
    CHECK(place_after("<title>a</TITLE >") == "in text");
    CHECK(place_after("<textarea>") == "in a textarea");
    CHECK(place_after("<textarea></textarea><p") == "in a tag");
    CHECK(place_after("<!-- a - b > c") == "in a comment");
    CHECK(place_after("<!-- a --><p>") == "in text");
    CHECK(place_after("<!DOCTYPE html") == "in a declaration");
    CHECK(place_after("<!DOCTYPE html>") == "in text");
    CHECK(place_after("<script type=\"application/json\">") == "in JSON");
    CHECK(place_after("<script id=\"a\" type='application/ld+json' >[1, ") == "in JSON");
    CHECK(place_after("<script type=\"application/json\">{\"a\\\"b") == "in a JSON text");
    CHECK(place_after("<script type=\"application/json\">{\"a\": \"b\\\\\"") == "in JSON");
    CHECK(place_after("<script type=\"application/json\">[]</script>") == "in text");
    CHECK(place_after("<script src='a.js'>") == "in a script");
    CHECK(place_after("<script src='a.js'>\n</script>") == "in text");
}

TEST_CASE("in XML there are no special elements") {
    CHECK(place_after("<title>", xml()) == "in text");
    CHECK(place_after("<?xml version=\"1.0\"?><a", xml()) == "in a tag");
    CHECK(place_after("<a/><b>", xml()) == "in text");
    CHECK(place_after("<loc>", xml()) == "in text");
    CHECK(place_after("<script>", xml()) == "markup-refused");
    CHECK(place_after("<svg:style>", xml()) == "in text");
    CHECK(place_after("<style>", xml()) == "markup-refused");
}

TEST_CASE("what is not understood or not allowed is a finding") {
    for (const char* text : {"<",
                             "</",
                             "<!",
                             "<!-",
                             "a < b",
                             "<3",
                             "<p class=a",
                             "<p class=",
                             "<p =\"",
                             "<p a\"b",
                             "<p a='b'c='d'",
                             "</p class",
                             "<p<b",
                             "<title><b",
                             "<title></ti",
                             "<textarea></",
                             "<!-->",
                             "<!--->",
                             "<!-- a --!>",
                             "<!-- a -",
                             "<!-- a --",
                             "<a href='&Tab;",
                             "<script type='application/json'><",
                             "<script type='application/json'>{\"</script>",
                             "<script type='application/json'>\"\\"}) {
        CAPTURE(text);
        CHECK(place_after(text) == "markup");
    }
    for (const char* text :
         {"<style>", "<iframe ", "<object>", "<embed ", "<base ", "<xmp>", "<plaintext>", "<p style=\"",
          "<p onclick=\"", "<svg onload='", "<div srcdoc=\"", "<![CDATA[", "<script>x",
          "<script src='a.js'>x", "<script type='module'>x", "<script type='text/javascript'>x"}) {
        CAPTURE(text);
        CHECK(place_after(text) == "markup-refused");
    }
}

TEST_CASE("a run is taken apart where URLs begin and end") {
    const std::string text = "<a href=\"a?b=1&amp;c=&#50;\" id=\"x\">";
    const SourceText source("test", text);
    Findings findings;
    Place place;
    const auto parts =
        scan_text(place, text, {&source, 0, static_cast<std::uint32_t>(text.size())}, findings);
    REQUIRE(parts.size() == 5);
    CHECK(parts[0].text == "<a href=\"");
    CHECK(parts[1].kind == TextPart::Kind::url_begin);
    CHECK(parts[2].text == "a?b=1&c=2");
    CHECK(parts[2].written == "a?b=1&amp;c=&#50;");
    CHECK(parts[3].kind == TextPart::Kind::url_end);
    CHECK(parts[4].text == "\" id=\"x\">");
}

TEST_CASE("contexts join where only the part of a URL differs") {
    Context path;
    path.state = State::value;
    path.attribute = AttributeKind::url;
    Context query = path;
    query.url_part = UrlPart::query;
    Context joined = path;
    CHECK(join_contexts(joined, query));
    CHECK(joined.url_part == UrlPart::either);
    CHECK(target_of(joined) == Target::none);
    Context text;
    CHECK(!join_contexts(text, path));
}
