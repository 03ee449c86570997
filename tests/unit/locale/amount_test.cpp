#include "locale/amount.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

namespace {

using Kind = Amount::Kind;

constexpr Display sentence{};
const Display table = [] {
    Display display;
    display.form = Display::Form::table;
    return display;
}();

Display with_decimals(Display display, int decimals) {
    display.decimals = decimals;
    return display;
}

Display compact() {
    Display display;
    display.scale = Display::Scale::compact;
    return display;
}

Message phrase(const char* pattern) {
    Findings findings;
    auto message = Message::compile_phrase(pattern, {}, findings);
    INFO(all_text(findings));
    REQUIRE(message);
    return *message;
}

struct Row {
    Amount amount;
    Display display;
    std::string nl;
    std::string de;
    std::string en;
};

void check_rows(const std::vector<Row>& rows, const Unit& unit) {
    for (const Row& row : rows) {
        CHECK(language("nl").amount(row.amount, unit, row.display) == row.nl);
        CHECK(language("de").amount(row.amount, unit, row.display) == row.de);
        CHECK(language("en").amount(row.amount, unit, row.display) == row.en);
    }
}

}  // namespace

TEST_CASE("the six kinds of inexact figure, in sentences and in tables") {
    const Amount about{Kind::about, 700, 700};
    const Amount more{Kind::more_than, 2000, 2000};
    const Amount least{Kind::at_least, 2000, 2000};
    const Amount less{Kind::less_than, 5, 5};
    const Amount most{Kind::at_most, 5, 5};
    const Amount range{Kind::range, 48, 60};
    check_rows({{about, sentence, "circa\u00A0700", "rund\u00A0700", "about\u00A0700"},
                {about, table, "ca.\u00A0700", "ca.\u00A0700", "ca.\u00A0700"},
                {more, sentence, "meer dan\u00A02.000", "mehr als\u00A02.000", "more than\u00A02,000"},
                {more, table, ">\u00A02.000", ">\u00A02.000", ">\u00A02,000"},
                {least, sentence, "minstens\u00A02.000", "mindestens\u00A02.000", "at least\u00A02,000"},
                {least, table, "≥\u00A02.000", "≥\u00A02.000", "≥\u00A02,000"},
                {less, sentence, "minder dan\u00A05", "weniger als\u00A05", "less than\u00A05"},
                {less, table, "<\u00A05", "<\u00A05", "<\u00A05"},
                {most, sentence, "hoogstens\u00A05", "höchstens\u00A05", "at most\u00A05"},
                {most, table, "≤\u00A05", "≤\u00A05", "≤\u00A05"},
                {range, sentence, "48 tot 60", "48 bis 60", "48 to 60"},
                {range, table, "48–60", "48–60", "48–60"}},
               Unit());
}

TEST_CASE("percents and percentage points") {
    check_rows({{Amount::point(decimal("7.2")), sentence, "7,2%", "7,2\u00A0%", "7.2%"},
                {{Kind::about, 54, 54}, sentence, "circa\u00A054%", "rund\u00A054\u00A0%", "about\u00A054%"},
                {{Kind::range, 7, 9}, table, "7–9%", "7–9\u00A0%", "7–9%"},
                {{Kind::range, 7, 9}, sentence, "7 tot 9%", "7 bis 9\u00A0%", "7 to 9%"},
                {{Kind::range, -5, -3}, table, "−5% tot −3%", "−5\u00A0% bis −3\u00A0%", "−5% to −3%"}},
               Unit::percent());
    check_rows(
        {{Amount::point(decimal("1.8")), sentence, "1,8\u00A0procentpunt", "1,8\u00A0Prozentpunkte",
          "1.8\u00A0percentage points"},
         {Amount::point(1), sentence, "1\u00A0procentpunt", "1\u00A0Prozentpunkt", "1\u00A0percentage point"},
         {Amount::point(1), with_decimals(sentence, 1), "1,0\u00A0procentpunt", "1,0\u00A0Prozentpunkte",
          "1.0\u00A0percentage points"}},
        Unit::percent().of_difference());
}

TEST_CASE("money, in full and in words") {
    const Amount hundred = Amount::point(100'000'000);
    const Amount range{Kind::range, 48'000'000, 60'000'000};
    const Amount one_to_two{Kind::range, 1'000'000, 2'000'000};
    Display compact_table = compact();
    compact_table.form = Display::Form::table;
    check_rows(
        {{Amount::point(48000), sentence, "€\u00A048.000", "48.000\u00A0€", "€48,000"},
         {hundred, compact(), "€\u00A0100\u00A0miljoen", "100\u00A0Millionen\u00A0€", "€100\u00A0million"},
         {range, compact(), "€\u00A048 tot €\u00A060\u00A0miljoen", "48 bis 60\u00A0Millionen\u00A0€",
          "€48 to €60\u00A0million"},
         {range, compact_table, "€\u00A048–60\u00A0miljoen", "48–60\u00A0Millionen\u00A0€",
          "€48–60\u00A0million"},
         {range, table, "€\u00A048.000.000–60.000.000", "48.000.000–60.000.000\u00A0€",
          "€48,000,000–60,000,000"},
         {one_to_two, compact(), "€\u00A01 tot €\u00A02\u00A0miljoen",
          "1\u00A0Million\u00A0€ bis 2\u00A0Millionen\u00A0€", "€1 to €2\u00A0million"},
         {{Kind::more_than, 1000, 1000},
          sentence,
          "meer dan\u00A0€\u00A01.000",
          "mehr als\u00A01.000\u00A0€",
          "more than\u00A0€1,000"}},
        Unit::money("EUR"));
}

TEST_CASE("phrases count what is shown") {
    const Message nl = phrase("{count, plural, one {{number} baan} other {{number} banen}}");
    const Message per = phrase("{number} per km²");
    const auto jobs = [&](const Amount& amount, const Display& display) {
        return language("nl").amount(amount, {Unit::Kind::count, {}, &nl}, display);
    };
    CHECK(jobs(Amount::point(1), sentence) == "1\u00A0baan");
    CHECK(jobs(Amount::point(2000), sentence) == "2.000\u00A0banen");
    CHECK(jobs(Amount::point(decimal("1.4")), with_decimals(sentence, 0)) == "1\u00A0baan");
    CHECK(jobs(Amount::point(1), with_decimals(sentence, 1)) == "1,0\u00A0banen");
    CHECK(jobs({Kind::about, 700, 700}, sentence) == "circa\u00A0700\u00A0banen");
    CHECK(jobs({Kind::range, 0, 1}, sentence) == "0 tot 1\u00A0baan");
    CHECK(jobs({Kind::range, 48, 60}, table) == "48–60\u00A0banen");
    CHECK(jobs(Amount::point(1'700'000), compact()) == "1,7\u00A0miljoen\u00A0banen");
    CHECK(language("nl").amount(Amount::point(12), {Unit::Kind::number, {}, &per}, sentence) ==
          "12\u00A0per km²");
    Display hidden = table;
    hidden.unit = Display::UnitMark::hidden;
    CHECK(jobs({Kind::more_than, 2000, 2000}, hidden) == ">\u00A02.000");
    CHECK(language("nl").amount(Amount::point(decimal("7.2")), Unit::percent(), hidden) == "7,2");
}

TEST_CASE("differences carry their sign, zero does not") {
    Display signed_display = table;
    signed_display.sign = Display::Sign::always;
    signed_display.unit = Display::UnitMark::hidden;
    signed_display.decimals = 1;
    const auto shown = [&](const char* number) {
        return language("nl").amount(Amount::point(decimal(number)), Unit(), signed_display);
    };
    CHECK(shown("1.8") == "+1,8");
    CHECK(shown("-1.8") == "−1,8");
    CHECK(shown("0") == "0,0");
    CHECK(shown("0.04") == "0,0");
    CHECK(shown("-0.04") == "0,0");
    signed_display.unit = Display::UnitMark::shown;
    CHECK(language("de").amount(Amount::point(decimal("1.8")), Unit::percent(), signed_display) ==
          "+1,8\u00A0%");
    CHECK(language("nl").amount(Amount::point(5), Unit::money("EUR"), signed_display) == "€\u00A0+5,0");
    CHECK(language("en").amount(Amount::point(5), Unit::money("EUR"), signed_display) == "+€5.0");
}

TEST_CASE("decimals as written when none are asked for") {
    CHECK(language("nl").amount(Amount::point(decimal("9.0")), Unit::percent()) == "9,0%");
    CHECK(language("nl").amount(Amount::point(decimal("9")), Unit::percent()) == "9%");
}

TEST_CASE("phrases are checked") {
    const auto problem = [](const char* pattern) {
        Findings findings;
        CHECK_FALSE(Message::compile_phrase(pattern, {}, findings));
        REQUIRE(findings.all().size() == 1);
        CHECK(findings.all()[0].code == "broken-message");
        return findings.all()[0].message;
    };
    CHECK(problem("{count} banen") == "a unit's phrase must show its {number}");
    CHECK(problem("{number} {unit}") == "a unit's phrase knows {number} and {count}, not '{unit}'");
    CHECK(problem("{number") == "its braces do not match");
}
