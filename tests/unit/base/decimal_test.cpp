#include "base/decimal.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>

using namespace regioscope;

namespace {

Decimal number(std::string_view text) {
    const auto parsed = Decimal::parse(text);
    REQUIRE_MESSAGE(parsed, "'" << text << "' is no decimal");
    return *parsed;
}

/// What our arithmetic makes of one line of decimal_cases.txt; nothing where it has no answer.
std::optional<Decimal> computed(const std::string& operation, const std::string& a, const std::string& b) {
    if (operation == "read") return number(a);
    if (operation == "add") return number(a) + number(b);
    if (operation == "subtract") return number(a) - number(b);
    if (operation == "multiply") return number(a) * number(b);
    if (operation == "divide") return Decimal::divide(number(a), number(b));
    if (operation == "floor") return Decimal::floor_divide(number(a), number(b));
    if (operation == "modulo") return Decimal::modulo(number(a), number(b));
    if (operation == "compare") return Decimal((number(a) > number(b)) - (number(a) < number(b)));
    const int places = std::stoi(b);
    if (operation == "half_even") return number(a).rounded(places, Rounding::half_even);
    if (operation == "half_away") return number(a).rounded(places, Rounding::half_away_from_zero);
    if (operation == "down") return number(a).rounded(places, Rounding::down);
    if (operation == "up") return number(a).rounded(places, Rounding::up);
    FAIL("unknown operation " << operation);
    return std::nullopt;
}

/// A number of few digits, so that laws can be held against each other exactly.
Decimal random_decimal(std::mt19937& draw) {
    const auto mantissa = static_cast<std::int64_t>(draw() % 2'000'001) - 1'000'000;
    return Decimal::scaled(mantissa, static_cast<int>(draw() % 9) - 5);
}

}  // namespace

TEST_CASE("decimals agree with Python's") {
    std::ifstream file(std::string(REGIOSCOPE_SOURCE_DIR) + "/tests/unit/base/decimal_cases.txt");
    REQUIRE(file);
    std::size_t count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        INFO(line);
        std::istringstream words(line);
        std::string operation;
        std::string a;
        std::string b;
        std::string expected;
        words >> operation >> a;
        if (operation != "read") words >> b;
        words >> expected;
        const auto result = computed(operation, a, b);
        REQUIRE(result.has_value() == (expected != "nothing"));
        if (!result) continue;
        INFO(result->text());
        CHECK(*result == number(expected));
        const bool rounds =
            operation == "half_even" || operation == "half_away" || operation == "down" || operation == "up";
        if (rounds && std::stoi(b) >= 0) CHECK(result->text() == expected);
    }
    CHECK(count > 250);
}

TEST_CASE("only JSON's spelling of numbers is read") {
    for (const char* const text :
         {"",      "-",     "+1",       " 1",    "1 ",    "01",     "-01",           ".5",
          "5.",    "1e",    "1e+",      "1e--1", "1e1.5", "0x10",   "1,5",           "1_000",
          "NaN",   "inf",   "Infinity", "--1",   "1e401", "1e-401", "1e99999999999", "٣",
          "1.2.3", "1e5e5", "1e+-5"}) {
        INFO(text);
        CHECK_FALSE(Decimal::parse(text));
    }
    CHECK(number("1E3") == Decimal(1000));
    CHECK(number("1e+3") == Decimal(1000));
    CHECK(number("-0") == Decimal(0));
}

TEST_CASE("the digits as written are kept, equality ignores them") {
    CHECK(number("9.0").text() == "9.0");
    CHECK(number("9.0") == number("9"));
    CHECK((number("9.0") - number("7.2")).text() == "1.8");
    CHECK((number("0.1") + number("0.2")).text() == "0.3");
    CHECK(number("48e3").text() == "48000");
    CHECK(number("-0.0").text() == "0.0");
    CHECK((-number("0.00")).text() == "0.00");
    CHECK(number("7.20").decimals() == 2);
    CHECK(number("48e3").decimals() == 0);
    CHECK(number("7.20").normalized().text() == "7.2");
    CHECK(number("9.00").normalized().text() == "9");
    CHECK(number("1200").normalized().text() == "1200");
    CHECK(Decimal::divide(7, 2)->text() == "3.5");
    CHECK(Decimal::divide(number("9.0"), number("3.0"))->text() == "3");
    CHECK(Decimal::divide(number("1e20"), number("1e18"))->text() == "100");
}

TEST_CASE("rounding writes exactly as many decimals as asked") {
    CHECK(number("7").rounded(2).text() == "7.00");
    CHECK(number("0").rounded(1).text() == "0.0");
    CHECK(number("-0.04").rounded(1).text() == "0.0");
    CHECK(number("7.25").rounded(1).text() == "7.3");
    CHECK(number("-7.25").rounded(1).text() == "-7.3");
    CHECK(number("1250").rounded(-2) == Decimal(1300));
    CHECK(number("999999999999999999").rounded(3).text() == "999999999999999999");
}

TEST_CASE("integers are told and converted") {
    CHECK(number("7.00").is_integer());
    CHECK_FALSE(number("7.01").is_integer());
    CHECK(number("7.00").to_integer() == 7);
    CHECK(number("48e3").to_integer() == 48000);
    CHECK_FALSE(number("0.5").to_integer());
    CHECK_FALSE(number("1e30").to_integer());
    CHECK(number("-999999999999999999").to_integer() == -999999999999999999);
    CHECK(number("0.1").to_double() == 0.1);
    CHECK(number("123456789012345678").to_double() == 123456789012345678.0);
}

TEST_CASE("a number for geometry is the one nearest to the digits") {
    std::mt19937_64 random(20161231);
    for (int round = 0; round < 20'000; ++round) {
        const auto digits =
            static_cast<std::int64_t>(random() >> (1 + random() % 60)) % 1'000'000'000'000'000'000;
        const int exponent = static_cast<int>(random() % 50) - 25;
        const std::int64_t mantissa = random() % 2 == 0 ? digits : -digits;
        const std::string written = std::to_string(mantissa) + "e" + std::to_string(exponent);
        CHECK(Decimal::scaled(mantissa, exponent).to_double() == std::strtod(written.c_str(), nullptr));
    }
}

TEST_CASE("the ends of the range do no harm") {
    const Decimal huge = number("999999999999999999e400");
    const Decimal tiny = number("1e-400");
    CHECK((huge + tiny) == huge);
    CHECK((tiny - huge) == -huge);
    CHECK((huge * huge).exponent() <= Decimal::max_exponent);
    CHECK(tiny < huge);
    CHECK(-huge < tiny);
    CHECK(Decimal::divide(huge, tiny).has_value());
    CHECK(Decimal::divide(tiny, huge).has_value());
    CHECK_FALSE(Decimal::floor_divide(huge, tiny));
    CHECK(Decimal::floor_divide(tiny, huge) == Decimal(0));
    CHECK(Decimal::floor_divide(-tiny, huge) == Decimal(-1));
    CHECK(Decimal::modulo(tiny, huge) == tiny);
    CHECK(Decimal::scaled(std::numeric_limits<std::int64_t>::min(), 0) ==
          Decimal::scaled(-922337203685477581, 1));
    CHECK(Decimal::scaled(std::numeric_limits<std::int64_t>::max(), 0) ==
          Decimal::scaled(922337203685477581, 1));
    CHECK(huge.rounded(2) == huge);
    CHECK(tiny.rounded(2) == Decimal(0));
    CHECK(tiny.rounded(2, Rounding::up).text() == "0.01");
    CHECK(number("0e-300").text().size() == 302);
}

TEST_CASE("the laws of arithmetic hold for random numbers") {
    std::mt19937 draw(20161231);  // NOLINT: the same every time
    for (int i = 0; i < 3000; ++i) {
        const Decimal a = random_decimal(draw);
        const Decimal b = random_decimal(draw);
        const Decimal c = random_decimal(draw);
        INFO(a.text() << ", " << b.text() << ", " << c.text());
        CHECK(a + b == b + a);
        CHECK((a + b) + c == a + (b + c));
        CHECK(a - a == Decimal(0));
        CHECK((a + b) - b == a);
        CHECK(a * b == b * a);
        CHECK(number(a.text()) == a);
        CHECK((a < b) == (a - b).is_negative());
        CHECK((a <=> b) == (a + c <=> b + c));
        if (!b.is_zero()) {
            CHECK(Decimal::divide(a * b, b) == a);
            const auto quotient = Decimal::floor_divide(a, b);
            const auto rest = Decimal::modulo(a, b);
            if (quotient && rest) {
                CHECK(*quotient * b + *rest == a);
                CHECK(rest->absolute() < b.absolute());
                CHECK((rest->is_zero() || rest->is_negative() == b.is_negative()));
            }
        }
        for (const Rounding rounding :
             {Rounding::half_even, Rounding::half_away_from_zero, Rounding::down, Rounding::up}) {
            const Decimal rounded = a.rounded(1, rounding);
            CHECK((rounded - a).absolute() < number("0.1"));
            CHECK(rounded.rounded(1, rounding) == rounded);
        }
    }
}
