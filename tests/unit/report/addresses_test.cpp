#include "report/addresses.h"

#include <doctest/doctest.h>

#include <string>

using namespace regioscope;
using namespace regioscope::report;

namespace {

/// `link x, resource y, id z`.
std::string addresses_in(std::string_view html) {
    std::string words;
    const VisitAddress visit = [&](Use use, std::string_view address, const Attribute&) {
        if (!words.empty()) words += ", ";
        words += use == Use::id ? "id " : use == Use::link ? "link " : "resource ";
        words += address;
    };
    Tag tag;
    for (TagReader reader(html); reader.next(tag);)
        visit_addresses(tag, visit);
    return words;
}

/// `file#id`, or `out` where it leads out of the site.
std::string resolved(std::string_view page, std::string_view address, std::string_view base_path = "/two/") {
    AddressResolver resolver(page, base_path);
    if (!resolver.resolve(address)) return "out";
    return resolver.file() + (resolver.id().empty() ? "" : "#" + resolver.id());
}

}  // namespace

TEST_CASE("every attribute that leads somewhere is found, however it is written") {
    CHECK(addresses_in("<a href=\"x.html\"><A\nHREF='y'><area href=z>") == "link x.html, link y, link z");
    CHECK(addresses_in("<p id=\"a&amp;b\"><p data-id=\"c\" hrefs=\"d\">") == "id a&b");
    CHECK(addresses_in("<img src=\"a\" srcset=\"b.png 1x, c,d.png 2x,e\">") ==
          "resource a, resource b.png, resource c,d.png, resource e");
    CHECK(addresses_in("<video poster=\"a\"><form action='b'><button formaction=\"c\"><body background=d>") ==
          "resource a, resource b, resource c, resource d");
    CHECK(addresses_in("<use xlink:href=\"#a\"/><image href=\"b\"/><a xlink:href=\"c\">") ==
          "resource #a, resource b, link c");
    CHECK(addresses_in(
              "<link rel=\"Alternate license\" href=\"a\"><link href=\"b\" rel=\"alternate stylesheet\">") ==
          "link a, resource b");
    CHECK(addresses_in("<a ping=\"a b\"><q cite=\" c \">") == "resource a, link c");
    CHECK(addresses_in("<meta http-equiv=\"Refresh\" content=\"5; URL='a.html'\">") == "resource a.html");
    CHECK(addresses_in("<meta content=\"0;b\" http-equiv=refresh><meta name=\"x\" content=\"url=c\">") ==
          "resource b");
}

TEST_CASE("an address leads inside, elsewhere, to a host that would be asked, or nowhere") {
    for (const char* const inside : {"", "#a", "../x.html", "x.html?a=b:c", "/x", ".", "a/b:c"})
        CHECK(leads(Use::link, inside) == Leads::inside);
    for (const char* const elsewhere : {"https://x.org", "Http://x.org/a b", "MAILTO:a@x.org"})
        CHECK(leads(Use::link, elsewhere) == (std::string_view(elsewhere).find(' ') == std::string_view::npos
                                                  ? Leads::elsewhere
                                                  : Leads::nowhere));
    for (const char* const nowhere : {"https:///x", "https:x", "//x.org", "javascript:a", "data:text/html,a",
                                      "about:invalid#unsafe-url", "tel:1"})
        CHECK(leads(Use::link, nowhere) == Leads::nowhere);
    for (const char* const asked : {"https://x.org/a.js", "HTTP://x.org", "//x.org/a.png", "ftp://x.org"})
        CHECK(leads(Use::resource, asked) == Leads::to_other_host);
    CHECK(leads(Use::resource, "data:image/png;base64,AA") == Leads::elsewhere);
    CHECK(leads(Use::resource, "about:invalid#unsafe-url") == Leads::nowhere);
}

TEST_CASE("addresses count from the folder of their page") {
    CHECK(resolved("a/b.html", "c.html") == "a/c.html");
    CHECK(resolved("a/b.html", "../c.html#d") == "c.html#d");
    CHECK(resolved("a/b.html", "./../a/./c.html?q#d%20e") == "a/c.html#d e");
    CHECK(resolved("a/b.html", "#d") == "a/b.html#d");
    CHECK(resolved("a/b.html", "") == "a/b.html");
    CHECK(resolved("a/b.html", "?q") == "a/b.html");
    CHECK(resolved("b.html", "c%C3%A9.html") == "c\xC3\xA9.html");
    CHECK(resolved("a/b.html", "..") == "index.html");
    CHECK(resolved("a/b.html", "c/") == "a/c/index.html");
    CHECK(resolved("a/b.html", ".") == "a/index.html");
    CHECK(resolved("a/b.html", "../../c.html") == "out");
    CHECK(resolved("a/b.html", "/two/c.html") == "c.html");
    CHECK(resolved("a/b.html", "/two/") == "index.html");
    CHECK(resolved("a/b.html", "/c.html") == "out");
    CHECK(resolved("a/b.html", "/c.html", "/") == "c.html");
}

TEST_CASE("one resolver follows many addresses") {
    AddressResolver resolver("a/b.html", "/");
    for (int i = 0; i < 2; ++i) {
        CHECK(resolver.resolve("../c.html#d"));
        CHECK(resolver.file() == "c.html");
        CHECK(resolver.resolve("#e"));
        CHECK(resolver.file() == "a/b.html");
        CHECK(resolver.id() == "e");
        CHECK_FALSE(resolver.resolve("../../c.html"));
    }
}
