#include "locale/message.h"

#include <doctest/doctest.h>
#include <unicode/msgfmt.h>

#include <string>
#include <vector>

#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

namespace {

Message compiled(std::string_view pattern) {
    Findings findings;
    auto message = Message::compile(pattern, {}, findings);
    INFO(all_text(findings));
    REQUIRE(message);
    return *message;
}

std::string written(const Locale& locale, std::string_view pattern, const Arguments& arguments) {
    const auto text = locale.write(compiled(pattern), arguments);
    if (!text) return text.finding().code + ": " + text.finding().message;
    return *text;
}

std::string problem_of(std::string_view pattern) {
    Findings findings;
    CHECK_FALSE(Message::compile(pattern, {}, findings));
    REQUIRE(findings.all().size() == 1);
    CHECK(findings.all()[0].code == "broken-message");
    return findings.all()[0].message;
}

std::string by_icu(const char* tag, const std::string& pattern, std::int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(tag), status);
    const icu::UnicodeString names[] = {u"count", u"name"};
    const icu::Formattable values[] = {count, icu::UnicodeString(u"Twente")};
    icu::UnicodeString text;
    format.format(names, values, 2, text, status);
    REQUIRE(U_SUCCESS(status));
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

TEST_CASE("messages with arguments, plurals and choices") {
    const Locale& nl = language("nl");
    const Locale& en = language("en");
    CHECK(written(nl, "plain", {}) == "plain");
    CHECK(written(nl, "", {}).empty());
    CHECK(written(nl, "{a} en {b}", {{"b", "B"}, {"a", "A"}}) == "A en B");
    CHECK(written(nl, "{n}", {{"n", decimal("1234.50")}}) == "1.234,50");
    const std::string jobs = "{count, plural, =0 {geen banen} one {# baan} other {# banen}}";
    CHECK(written(nl, jobs, {{"count", Decimal(0)}}) == "geen banen");
    CHECK(written(nl, jobs, {{"count", Decimal(1)}}) == "1 baan");
    CHECK(written(nl, jobs, {{"count", decimal("1.0")}}) == "1,0 banen");
    CHECK(written(nl, jobs, {{"count", Decimal(12345)}}) == "12.345 banen");
    CHECK(written(nl, jobs, {{"count", decimal("1e18")}}) == "1.000.000.000.000.000.000 banen");
    CHECK(written(en, "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
                  {{"n", Decimal(23)}}) == "23rd");
    CHECK(written(nl, "{kind, select, civ {centrum} other {anders}}", {{"kind", "civ"}}) == "centrum");
    CHECK(written(nl, "{kind, select, civ {centrum} other {anders}}", {{"kind", "x"}}) == "anders");
    CHECK(written(nl, "{n, plural, offset:1 =1 {alleen {a}} one {{a} en # ander} other {{a} en # anderen}}",
                  {{"n", Decimal(3)}, {"a", "Twente"}}) == "Twente en 2 anderen");
    CHECK(written(nl, "regio's '{geen}' ''s", {}) == "regio's {geen} 's");
    CHECK(written(nl, "{a, select, x {{n, plural, one {één} other {#}}} other {}}",
                  {{"a", "x"}, {"n", Decimal(5)}}) == "5");
    CHECK(written(nl, "{a}", {{"a", "{b} <i>"}}) == "{b} <i>");
}

TEST_CASE("what is missing is said") {
    const Locale& nl = language("nl");
    CHECK(written(nl, "{region}", {}) == "missing-argument: the message needs 'region'");
    CHECK(written(nl, "{n, plural, other {#}}", {{"n", "three"}}) ==
          "missing-argument: the message needs 'n' as a number");
    CHECK(written(nl, "{k, select, other {}}", {}) == "missing-argument: the message needs 'k'");
    const auto missing = nl.message("nav.skipp");
    REQUIRE_FALSE(missing);
    CHECK(missing.finding().code == "missing-message");
    CHECK(missing.finding().message == "language 'nl' has no message 'nav.skipp' (did you mean 'nav.skip'?)");
}

TEST_CASE("broken patterns are refused with a reason") {
    CHECK(problem_of("{a") == "its braces do not match");
    CHECK(problem_of("a } b {c") == "its braces do not match");
    CHECK(problem_of("{n, plural, one {x}}").find("a choice has no 'other'") == 0);
    CHECK(problem_of("{k, select, a {x}}").find("a choice has no 'other'") == 0);
    CHECK(problem_of("{n, nonsense, x}") == "'n' comes in formatted; write '{n}'");
    CHECK(problem_of("{n, number}") == "'n' comes in formatted; write '{n}'");
    CHECK(problem_of("{n, date, short}") == "'n' comes in formatted; write '{n}'");
    CHECK(problem_of("{n, choice, 0#a|1#b}") == "'n' comes in formatted; write '{n}'");
    CHECK(problem_of("{0}") == "'{0}' is a number; arguments have names");
    CHECK(problem_of("{a b}").find("the pattern is not a message") == 0);
    CHECK(problem_of("{n, plural, =x {y} other {z}}").find("the pattern is not a message") == 0);
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "{n, plural, other {";
    CHECK(problem_of(deep) == "its choices are nested too deep");
    // What closes nothing, or stands in quotes, takes no depth away.
    CHECK(problem_of(std::string(10'000, '}') + deep) == "its choices are nested too deep");
    CHECK(problem_of("'" + std::string(10'000, '}') + "'" + deep) == "its choices are nested too deep");
    std::string quoted;
    for (int i = 0; i < 5000; ++i)
        quoted += "{n, plural, other {'}}'";
    CHECK(problem_of(quoted) == "its choices are nested too deep");
    CHECK(compiled("'t is {a}, '{'s'}' {b} en ''{c}'' {d}").argument_names().size() == 4);
    CHECK(problem_of("{" + std::string(70000, 'a') + "}").find("the pattern is not a message") == 0);
}

TEST_CASE("pieces let callers put markup in an argument's place") {
    const Locale& nl = language("nl");
    Findings findings;
    const auto pieces = nl.message_pieces("compare.higher", {{"difference", "1,8"}, {"region", "Twente"}});
    REQUIRE(pieces);
    REQUIRE(pieces->size() == 3);
    CHECK((*pieces)[0].text == "1,8");
    CHECK((*pieces)[0].argument == "difference");
    CHECK((*pieces)[1].text == " hoger dan ");
    CHECK((*pieces)[1].argument.empty());
    CHECK((*pieces)[2].argument == "region");
    CHECK(text_of(*pieces) == "1,8 hoger dan Twente");
}

TEST_CASE("arguments are known by name") {
    const Message message = compiled("{b} {a} {n, plural, one {{b}} other {{c}}}");
    CHECK(message.argument_names() == std::vector<std::string>{"a", "b", "c", "n"});
    CHECK(message.uses("c"));
    CHECK_FALSE(message.uses("d"));
}

TEST_CASE("messages come out as ICU's own") {
    const std::vector<std::string> patterns = {
        "{count, plural, zero {z #} one {o #} two {t #} few {f #} many {m #} other {x #}}",
        "{count, selectordinal, one {o #} two {t #} few {f #} many {m #} other {x #}}",
        "{count, plural, offset:2 =0 {none} =1 {{name}} one {{name} and # more} other {# of {name}}}",
        "{name, select, Twente {'{'{count, plural, one {1} other {#}}'}'} other {}}",
        "it''s '{not}' {name}'s, isn't it",
        "{count, plural, one {'#' #} other {''#''}}",
    };
    for (const char* tag : {"nl", "de", "en", "fr", "pl", "ar", "cy", "ru"}) {
        const auto locale = any_language(tag);
        for (const std::string& pattern : patterns) {
            for (std::int32_t count = 0; count < 130; ++count) {
                CAPTURE(tag);
                CAPTURE(pattern);
                CAPTURE(count);
                std::string expected = by_icu(tag, pattern, count);
                for (std::size_t at = 0; (at = expected.find('-', at)) != std::string::npos;)
                    expected.replace(at, 1, "−");
                REQUIRE(written(*locale, pattern, {{"count", Decimal(count)}, {"name", "Twente"}}) ==
                        expected);
            }
        }
    }
}
