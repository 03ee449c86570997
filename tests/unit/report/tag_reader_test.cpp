#include "report/tag_reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace regioscope;
using namespace regioscope::report;

namespace {

/// `a href=x|p` for `<a href="x"><p>`.
std::string tags_in(std::string_view html) {
    std::string words;
    Tag tag;
    for (TagReader reader(html); reader.next(tag);) {
        if (!words.empty()) words += '|';
        words += tag.name;
        for (const Attribute& attribute : tag.attributes)
            words += " " + std::string(attribute.name) + "=" + std::string(attribute.value);
    }
    return words;
}

}  // namespace

TEST_CASE("start tags come with the attributes that have a value") {
    CHECK(tags_in("") == "");
    CHECK(tags_in("<p>") == "p");
    CHECK(tags_in("a < b <p>c</p> <") == "p");
    CHECK(tags_in("<a href=\"x\" class='y z'>") == "a href=x class=y z");
    CHECK(tags_in("<A\n  HREF = x/y hidden ID='z'/>") == "A HREF=x/y ID=z");
    CHECK(tags_in("<img alt=\"a > b\" src=''><br/>") == "img alt=a > b src=|br");
    CHECK(tags_in("<a href=\"x") == "a href=x");
    CHECK(tags_in("<a href=") == "a href=");
    CHECK(tags_in("<a") == "a");
}

TEST_CASE("what looks like a tag is none in comments, declarations, scripts, titles and values") {
    CHECK(tags_in("<!doctype html><!-- <a href=\"x\"> --><p>") == "p");
    CHECK(tags_in("<!-- <a>") == "");
    CHECK(tags_in("</p id=\"x\"><?xml a=\"b\"?><i>") == "i");
    CHECK(tags_in("<title>a <b id=\"x\"></title><p>") == "title|p");
    CHECK(tags_in("<script>\"<a href='x'>\"</SCRIPT><p>") == "script|p");
    CHECK(tags_in("<script><a>") == "script");
    CHECK(tags_in("<p title=\"<a href='x'>\">") == "p title=<a href='x'>");
    CHECK(tags_in("&lt;a href=\"x\"&gt; id=\"y\"") == "");
}

TEST_CASE("marks say who wrote an attribute: its own, else the innermost around") {
    const SourceText source("page.md", "0123456789");
    const auto at = [&](std::uint32_t begin) { return Span{&source, begin, begin + 1}; };
    escape::Origins origins;
    const std::string end(1, escape::Origins::end);
    const std::string html = "<i id=\"none\">" + origins.begin(at(1)) + "<a id=\"one\">" +
                             origins.begin(at(2)) + "<a id=\"two\" " + origins.begin(at(3)) +
                             "id=\"three\" id=\"two again\">" + end + "<a id=\"one again\">" + end +
                             "<a id=\"none again\">";
    std::string words;
    Tag tag;
    for (TagReader reader(html, &origins); reader.next(tag);) {
        for (const Attribute& attribute : tag.attributes)
            words += std::string(attribute.value) + ":" + std::string(attribute.origin.text()) + " ";
    }
    CHECK(words == "none: one:1 two:2 three:3 two again:2 one again:1 none again: ");
}
