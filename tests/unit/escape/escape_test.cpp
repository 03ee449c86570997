// One table per target context: what goes in, what must come out. The hostile rows are inputs known from
// attacks on other escapers.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/utf8.h"
#include "escape/csv.h"
#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/json_in_html.h"
#include "escape/safe_html.h"
#include "escape/svg.h"
#include "escape/xml.h"

using namespace regioscope;
using namespace regioscope::escape;
using namespace std::string_literals;

namespace {

struct Row {
    std::string in;
    std::string out;
};

/// What an escaper that appends makes of a text.
template <void append(std::string&, std::string_view)>
std::string made_by(std::string_view text) {
    std::string out;
    append(out, text);
    return out;
}

constexpr auto xml_text = made_by<append_xml_text>;
constexpr auto xml_attribute = made_by<append_xml_attribute>;
constexpr auto svg_text = made_by<append_svg_text>;
constexpr auto svg_attribute = made_by<append_svg_attribute>;
constexpr auto json_string = made_by<append_json_string>;
constexpr auto csv_field = made_by<append_csv_field>;

const std::string replaced = "\xEF\xBF\xBD";

template <class Escape>
void check_table(const std::vector<Row>& rows, Escape escape) {
    for (const Row& row : rows) {
        CAPTURE(row.in);
        CHECK(escape(row.in) == row.out);
    }
}

/// Bytes that are not UTF-8: lone continuation, overlong slash, surrogate, beyond Unicode, cut off.
const std::vector<Row> invalid_bytes = {
    {"a\x80z", "a" + replaced + "z"},
    {"\xC0\xAF", replaced + replaced},
    {"\xED\xA0\x80", replaced + replaced + replaced},
    {"\xF4\x90\x80\x80", replaced + replaced + replaced + replaced},
    {"cut \xE2\x82", "cut " + replaced + replaced},
    {"\xF0\x9F\x98", replaced + replaced + replaced},
};

}  // namespace

TEST_CASE("html text") {
    check_table({{"", ""},
                 {"Vierkant voor Werk", "Vierkant voor Werk"},
                 {"a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"},
                 {"&amp;", "&amp;amp;"},
                 {"</title><script>alert(1)</script>", "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
                 {"<!--", "&lt;!--"},
                 {"]]>", "]]&gt;"},
                 {"\"quotes\" 'stay'", "\"quotes\" 'stay'"},
                 {"één – « € »", "één – « € »"},
                 {"a\0b"s, "a" + replaced + "b"},
                 {"a\x0B\x1F", "a" + replaced + replaced},
                 {"line\r\n\tnext", "line\r\n\tnext"}},
                html_text);
    check_table(invalid_bytes, html_text);
}

TEST_CASE("html attribute") {
    check_table({{"", ""},
                 {"x\" onmouseover=\"alert(1)", "x&quot; onmouseover=&quot;alert(1)"},
                 {"x' onfocus='alert(1)", "x&#39; onfocus=&#39;alert(1)"},
                 {"?a=1&lt=2", "?a=1&amp;lt=2"},
                 {"<b>", "&lt;b&gt;"},
                 {"\0"s, replaced}},
                html_attribute);
    check_table(invalid_bytes, html_attribute);
}

TEST_CASE("xml and svg text drop what XML forbids") {
    const std::vector<Row> rows = {{"R&D <sector>", "R&amp;D &lt;sector&gt;"},
                                   {"]]>", "]]&gt;"},
                                   {"\"a\" 'b'", "\"a\" 'b'"},
                                   {"a\0b\x01\x0B\x0C\x1F"s, "ab"},
                                   {"\xEF\xBF\xBE\xEF\xBF\xBF", ""},
                                   {"tab\tline\n", "tab\tline\n"},
                                   {"\r", "&#13;"},
                                   {"\x7F\xC2\x85\xF0\x9F\x98\x80", "\x7F\xC2\x85\xF0\x9F\x98\x80"}};
    check_table(rows, xml_text);
    check_table(rows, svg_text);
    check_table(invalid_bytes, xml_text);
    check_table(invalid_bytes, svg_text);
}

TEST_CASE("xml and svg attributes keep their white space") {
    const std::vector<Row> rows = {{"\"'<>&", "&quot;&#39;&lt;&gt;&amp;"},
                                   {"a\tb\nc\rd", "a&#9;b&#10;c&#13;d"},
                                   {"\0x"s, "x"},
                                   {"\" onload=\"alert(1)", "&quot; onload=&quot;alert(1)"}};
    check_table(rows, xml_attribute);
    check_table(rows, svg_attribute);
    check_table(invalid_bytes, xml_attribute);
    check_table(invalid_bytes, svg_attribute);
}

TEST_CASE("json in html") {
    check_table({{"", "\"\""},
                 {"say \"no\" \\ yes", "\"say \\\"no\\\" \\\\ yes\""},
                 {"</script>", "\"\\u003c/script\\u003e\""},
                 {"</SCRIPT/x>", "\"\\u003c/SCRIPT/x\\u003e\""},
                 {"<!--<script>", "\"\\u003c!--\\u003cscript\\u003e\""},
                 {"]]>", "\"]]\\u003e\""},
                 {"a&b", "\"a\\u0026b\""},
                 {"\xE2\x80\xA8\xE2\x80\xA9", "\"\\u2028\\u2029\""},
                 {"\n\r\t\b\f\0\x7F"s, "\"\\n\\r\\t\\u0008\\u000c\\u0000\\u007f\""},
                 {"é😀", "\"é😀\""},
                 {"\x80", "\"" + replaced + "\""}},
                json_string);
}

TEST_CASE("csv quotes what needs it and defuses formulas") {
    check_table({{"", ""},
                 {"plain", "plain"},
                 {"a,b", "\"a,b\""},
                 {"say \"hi\"", "\"say \"\"hi\"\"\""},
                 {"two\nlines", "\"two\nlines\""},
                 {"cr\r", "\"cr\r\""},
                 {" lead", "\" lead\""},
                 {"trail ", "\"trail \""},
                 {"semi;colon", "semi;colon"},
                 {"semi;=1+1;@a; -b;-0.5", "semi;'=1+1;'@a;' -b;-0.5"},
                 {"a\t=1", "a\t'=1"},
                 {"two\n=lines", "\"two\n'=lines\""},
                 {"-0.5", "-0.5"},
                 {"+1,8", "\"+1,8\""},
                 {"-3 %", "-3 %"},
                 {"-", "-"},
                 {"2000..", "2000.."},
                 {"-5..-3", "-5..-3"},
                 {"-0.5..", "-0.5.."},
                 {"-5..=1", "'-5..=1"},
                 {"-5..-3..A1", "'-5..-3..A1"},
                 {"-A1..2", "'-A1..2"},
                 {"=1+1", "'=1+1"},
                 {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
                 {"@SUM(A1)", "'@SUM(A1)"},
                 {"-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"},
                 {"+A1", "'+A1"},
                 {"\t=1", "'\t=1"},
                 {"\r=1", "\"'\r=1\""},
                 {"  =1", "\"'  =1\""},
                 {"a=1", "a=1"},
                 {"\0"s, replaced},
                 {"café", "café"}},
                csv_field);
    check_table(invalid_bytes, csv_field);
}

TEST_CASE("a csv file is made row by row, in one way") {
    Csv csv;
    csv.row({"region", "2013"});
    csv.field("Twente").field("7,20");
    csv.end_row();
    csv.row({"", ""});
    CHECK(csv.take() == "region,2013\r\nTwente,\"7,20\"\r\n,\r\n");
}

TEST_CASE("appending keeps what was there, and the result is always valid UTF-8") {
    std::string out = "<p>";
    append_html_text(out, "a<b");
    CHECK(out == "<p>a&lt;b");
    // All pairs of bytes, so that every class of byte stands before and after every other.
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string pair = {static_cast<char>(first), static_cast<char>(second)};
            for (const std::string& escaped : {html_text(pair), html_attribute(pair), svg_text(pair),
                                               svg_attribute(pair), json_string(pair), csv_field(pair)}) {
                REQUIRE_FALSE(find_invalid_utf8(escaped));
            }
            REQUIRE(html_text(pair).find_first_of("<>") == std::string::npos);
            REQUIRE(html_attribute(pair).find_first_of("<>\"'") == std::string::npos);
            REQUIRE(svg_attribute(pair).find_first_of("<>\"'\n\r\t") == std::string::npos);
            REQUIRE(json_string(pair).find_first_of("<>&\n\r") == std::string::npos);
        }
    }
}

TEST_CASE("safe html is made by name only") {
    static_assert(!std::is_constructible_v<SafeHtml, std::string>);
    static_assert(!std::is_convertible_v<std::string, SafeHtml>);
    static_assert(!std::is_convertible_v<SafeHtml, std::string>);
    SafeHtml html =
        SafeHtml::from_trusted("<b>") + SafeHtml::from_text("R&D") + SafeHtml::from_trusted("</b>");
    CHECK(html.text() == "<b>R&amp;D</b>");
    CHECK_FALSE(html.empty());
    CHECK(SafeHtml().empty());
    html += html;
    CHECK(html.text() == "<b>R&amp;D</b><b>R&amp;D</b>");
}
