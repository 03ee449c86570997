#include "escape/url.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace regioscope::escape;
using namespace std::string_literals;

namespace {

std::string component(std::string_view text) {
    std::string out;
    append_url_component(out, text);
    return out;
}

}  // namespace

TEST_CASE("a url component keeps only what means nothing in a url") {
    CHECK(component("twente-2015_a.b~c") == "twente-2015_a.b~c");
    CHECK(component("a/b?c=d&e#f%g+h") == "a%2Fb%3Fc%3Dd%26e%23f%25g%2Bh");
    CHECK(component("é €") == "%C3%A9%20%E2%82%AC");
    CHECK(component("\xFF") == "%EF%BF%BD");
    CHECK(component("\"'<>`\0"s) == "%22%27%3C%3E%60%00");
}

TEST_CASE("safe urls pass") {
    for (const std::string text :
         {"", "#top", "?q=a:b", "index.html", "../regions/twente.html#werk", "/a/b", "./javascript:x",
          "a/b:c", "http://example.org", "https://example.org/a?b=c&d=e#f", "HTTPS://EXAMPLE.ORG/",
          "hTtP://x", "mailto:info@example.org?subject=a%20b", "MailTo:a@b.nl", "café.html",
          "javascript%3Aalert(1)", "page?a&b", "/"}) {
        CAPTURE(text);
        CHECK(is_safe_url(text));
    }
}

TEST_CASE("unsafe urls are refused and leave a mark that can be found") {
    const std::vector<std::string> hostile = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\tjavascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\rscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript\0:alert(1)"s,
        "java\0script:alert(1)"s,
        "javascript\x7F:alert(1)",
        "javascript :alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "file:///etc/passwd",
        "blob:https://x/y",
        "ftp://example.org/",
        "view-source:http://x",
        "about:blank",
        ":foo",
        "x:y",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "https:\\\\evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https://",
        "http:",
        "https://a b",
        "page.html\n",
        "page\xFF.html",
        "\xED\xA0\x80",
        "http\xC2\xA0:x",
        "jav\xC3\xA1script:x",
    };
    for (const std::string& text : hostile) {
        CAPTURE(text);
        CHECK_FALSE(is_safe_url(text));
        CHECK(url(text) == unsafe_url);
    }
}

TEST_CASE("a whole url is brought into url characters") {
    CHECK(url("https://example.org/a?b=c&d=%20#e") == "https://example.org/a?b=c&d=%20#e");
    CHECK(url("café.html") == "caf%C3%A9.html");
    CHECK(url("a\"><script>'`{}|^") == "a%22%3E%3Cscript%3E%27%60%7B%7D%7C%5E");
    std::string out = "href=";
    append_url(out, "b");
    CHECK(out == "href=b");
}
