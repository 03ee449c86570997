#include <doctest/doctest.h>
#include <unicode/numberformatter.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

namespace {

/// ICU's own writing, with our two habits: U+2212 for minus, no breaking spaces.
std::string by_icu(icu::number::LocalizedNumberFormatter formatter, const std::string& number, int decimals) {
    UErrorCode status = U_ZERO_ERROR;
    formatter = formatter.precision(icu::number::Precision::fixedFraction(decimals))
                    .roundingMode(UNUM_ROUND_HALFUP)
                    .sign(UNUM_SIGN_NEGATIVE);
    std::string text;
    formatter.formatDecimal(number, status).toString(status).toUTF8String(text);
    REQUIRE(U_SUCCESS(status));
    std::string out;
    for (const char c : text)
        out += c == '-' ? "−" : c == ' ' ? "\u00A0" : std::string(1, c);
    return out;
}

/// Up to 15 digits anywhere around the decimal point, many ending in 5, either sign, some zero.
std::string random_number(std::mt19937& random) {
    std::uniform_int_distribution<int> length(1, 15);
    std::uniform_int_distribution<int> digit(0, 9);
    std::string digits = std::to_string(digit(random));
    if (digits != "0") {
        for (int i = length(random); i > 1; --i)
            digits += static_cast<char>('0' + digit(random));
    }
    std::string fraction;
    for (int i = length(random) % 6; i > 0; --i)
        fraction += static_cast<char>('0' + digit(random));
    if (!fraction.empty() && digit(random) < 4) fraction.back() = '5';
    const std::string sign = digit(random) < 4 ? "-" : "";
    return sign + digits.substr(0, 12) + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

TEST_CASE("numbers are written as a language's readers expect") {
    struct Row {
        const char* number;
        int decimals;
        const char* nl;
        const char* de;
        const char* en;
    };
    const std::vector<Row> rows = {
        {"0", 0, "0", "0", "0"},
        {"-0.04", 1, "0,0", "0,0", "0.0"},
        {"-0.05", 1, "−0,1", "−0,1", "−0.1"},
        {"0.05", 1, "0,1", "0,1", "0.1"},
        {"0.25", 1, "0,3", "0,3", "0.3"},
        {"2.5", 0, "3", "3", "3"},
        {"-2.5", 0, "−3", "−3", "−3"},
        {"1.005", 2, "1,01", "1,01", "1.01"},
        {"9.95", 1, "10,0", "10,0", "10.0"},
        {"999.5", 0, "1.000", "1.000", "1,000"},
        {"1000", 0, "1.000", "1.000", "1,000"},
        {"48000", 0, "48.000", "48.000", "48,000"},
        {"-1234567.891", 2, "−1.234.567,89", "−1.234.567,89", "−1,234,567.89"},
        {"7", 2, "7,00", "7,00", "7.00"},
        {"123456789012345678", 2, "123.456.789.012.345.678,00", "123.456.789.012.345.678,00",
         "123,456,789,012,345,678.00"},
        {"1e20", 0, "100.000.000.000.000.000.000", "100.000.000.000.000.000.000",
         "100,000,000,000,000,000,000"},
        {"1e-20", 3, "0,000", "0,000", "0.000"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.number);
        CHECK(language("nl").number(decimal(row.number), row.decimals) == row.nl);
        CHECK(language("de").number(decimal(row.number), row.decimals) == row.de);
        CHECK(language("en").number(decimal(row.number), row.decimals) == row.en);
    }
}

TEST_CASE("percents, money, compact numbers and ordinals") {
    const Locale& nl = language("nl");
    const Locale& de = language("de");
    const Locale& en = language("en");
    CHECK(nl.percent(decimal("7.2"), 1) == "7,2%");
    CHECK(de.percent(decimal("7.2"), 1) == "7,2\u00A0%");
    CHECK(en.percent(decimal("7.2"), 1) == "7.2%");
    CHECK(nl.percent(decimal("-7.25"), 1) == "−7,3%");
    CHECK(nl.currency(48000, 0, "EUR") == "€\u00A048.000");
    CHECK(de.currency(48000, 0, "EUR") == "48.000\u00A0€");
    CHECK(en.currency(48000, 0, "EUR") == "€48,000");
    CHECK(nl.currency(-48000, 0, "EUR") == "€\u00A0−48.000");
    CHECK(en.currency(-48000, 0, "EUR") == "−€48,000");
    CHECK(nl.currency(decimal("12.5"), 2, "EUR") == "€\u00A012,50");
    CHECK(nl.currency(5, 0, "XQZ") == "XQZ\u00A05");
    CHECK(nl.currency(5, 0, "wrong") == "5\u00A0wrong");
    CHECK(nl.compact(1700000) == "1,7\u00A0miljoen");
    CHECK(de.compact(1700000) == "1,7\u00A0Millionen");
    CHECK(en.compact(1700000) == "1.7\u00A0million");
    CHECK(de.compact(1000000) == "1\u00A0Million");
    CHECK(nl.compact(-1654999) == "−1,65\u00A0miljoen");
    CHECK(nl.compact(1655000) == "1,66\u00A0miljoen");
    CHECK(nl.compact(999999999) == "1\u00A0miljard");
    CHECK(nl.compact(999999) == "999.999");
    CHECK(nl.ordinal(2) == "2e");
    CHECK(de.ordinal(2) == "2.");
    CHECK(en.ordinal(1) == "1st");
    CHECK(en.ordinal(2) == "2nd");
    CHECK(en.ordinal(3) == "3rd");
    CHECK(en.ordinal(11) == "11th");
    CHECK(en.ordinal(112) == "112th");
    CHECK(en.ordinal(1022) == "1,022nd");
}

TEST_CASE("own digit assembly equals ICU's in any language") {
    std::mt19937 random(20261121);
    for (const char* tag :
         {"nl", "de", "en", "fr", "sv", "ar", "hi", "es", "pl", "de-CH", "de-AT", "bn", "fa"}) {
        CAPTURE(tag);
        const auto locale = any_language(tag);
        UErrorCode status = U_ZERO_ERROR;
        const auto plain = icu::number::NumberFormatter::withLocale(icu::Locale::forLanguageTag(tag, status));
        const auto percent = plain.unit(icu::NoUnit::percent());
        const auto euro = plain.unit(icu::CurrencyUnit(u"EUR", status));
        const auto yen = plain.unit(icu::CurrencyUnit(u"JPY", status));
        for (int i = 0; i < 1000; ++i) {
            const std::string number = random_number(random);
            const int decimals = i % 5;
            CAPTURE(number);
            CAPTURE(decimals);
            REQUIRE(locale->number(decimal(number), decimals) == by_icu(plain, number, decimals));
            if (i % 3 == 0) {
                REQUIRE(locale->percent(decimal(number), decimals) == by_icu(percent, number, decimals));
                REQUIRE(locale->currency(decimal(number), decimals, "EUR") == by_icu(euro, number, decimals));
                REQUIRE(locale->currency(decimal(number), decimals, "JPY") == by_icu(yen, number, decimals));
            }
        }
    }
}

TEST_CASE("formatting is quick" * doctest::description("run with --success to see the figure")) {
    const Locale& nl = language("nl");
    const Decimal number = decimal("1234567.891");
    std::string out;
    constexpr int times = 100'000;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        out.clear();
        nl.append_number(out, number, 1);
    }
    const std::chrono::duration<double, std::nano> each =
        (std::chrono::steady_clock::now() - start) / double{times};
    INFO("nanoseconds per number: " << each.count());
    CHECK(out == "1.234.567,9");
    // Far above what is measured (a fraction of a microsecond): only a return to ICU per number would reach
    // it.
    CHECK(each.count() < 20'000);
}
