// Who is highest, among points and bounds: held against an evaluator that tries the numbers that each figure
// may be.
#include "analysis/ranking.h"

#include <doctest/doctest.h>

#include <random>

using namespace regioscope;
using analysis::ComparedValues;
using analysis::End;
using data::Value;

namespace {

Value of(Value::Kind kind, int low, int high) {
    return {kind, Decimal(low), Decimal(high)};
}

/// Quarters from -4 to 16 that a figure of whole numbers between 0 and 12 may be: far enough out for open
/// ends, and several between two numbers for excluded ones. Counted in quarters.
std::vector<int> possible(const Value& value) {
    std::vector<int> numbers;
    for (int number = -16; number <= 64; ++number) {
        const Decimal decimal = Decimal::scaled(number * 25, -2);
        const bool fits = value.kind == Value::Kind::at_least    ? decimal >= value.low
                          : value.kind == Value::Kind::more_than ? decimal > value.low
                          : value.kind == Value::Kind::at_most   ? decimal <= value.high
                          : value.kind == Value::Kind::less_than
                              ? decimal < value.high
                              : decimal >= value.low && decimal <= value.high;
        if (fits) numbers.push_back(number);
    }
    return numbers;
}

/// How many of the others can, and how many must, lie above one of them, whatever it is.
std::pair<std::size_t, std::size_t> places_above(const ComparedValues& values, std::size_t own) {
    std::size_t must = 0;
    std::size_t can = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == own || !values[i]) continue;
        bool always = true;
        bool ever = false;
        for (const int other : possible(*values[i])) {
            for (const int number : possible(*values[own])) {
                always = always && other > number;
                ever = ever || other > number;
            }
        }
        must += always ? 1 : 0;
        can += ever ? 1 : 0;
    }
    return {must, can};
}

ComparedValues drawn(std::mt19937& generator) {
    constexpr Value::Kind kinds[] = {Value::Kind::point,   Value::Kind::point,     Value::Kind::at_least,
                                     Value::Kind::at_most, Value::Kind::more_than, Value::Kind::less_than,
                                     Value::Kind::range};
    ComparedValues values(1 + generator() % 7);
    for (auto& value : values) {
        if (generator() % 6 == 0) continue;
        const int low = static_cast<int>(generator() % 10);
        const Value::Kind kind = kinds[generator() % std::size(kinds)];
        const int width = kind == Value::Kind::range ? 1 + static_cast<int>(generator() % 3) : 0;
        value = of(kind, low, low + width);
    }
    return values;
}

}  // namespace

TEST_CASE("ties stand together, and a bound leaves open what it leaves open") {
    const Value ten = Value::point(10);
    const Value five_or_more = of(Value::Kind::at_least, 5, 5);
    const auto tied = analysis::extreme_of({ten, ten, Value::point(3)}, End::highest);
    CHECK(tied.is_decided);
    CHECK(tied.members == std::vector<std::size_t>{0, 1});
    const auto open = analysis::extreme_of({ten, five_or_more}, End::highest);
    CHECK_FALSE(open.is_decided);
    CHECK(open.members.size() == 2);
    // What is at least 20 is the highest beside 10, whatever it is.
    const auto decided = analysis::extreme_of({ten, of(Value::Kind::at_least, 20, 20)}, End::highest);
    CHECK(decided.is_decided);
    CHECK(decided.members == std::vector<std::size_t>{1});
}

TEST_CASE("ranks among points and bounds agree with trying what each figure may be") {
    std::mt19937 generator(20161231);
    for (int draw = 0; draw < 2000; ++draw) {
        const ComparedValues values = drawn(generator);
        const auto ranks = analysis::ranks_of(values);
        for (std::size_t i = 0; i < values.size(); ++i) {
            REQUIRE(ranks[i].has_value() == values[i].has_value());
            if (!values[i]) continue;
            const auto [must, can] = places_above(values, i);
            CHECK(ranks[i]->rank == 1 + must);
            CHECK(ranks[i]->last == 1 + can);
        }
    }
}

TEST_CASE("who may be highest or lowest agrees with trying what each figure may be") {
    std::mt19937 generator(20221231);
    for (int draw = 0; draw < 2000; ++draw) {
        const ComparedValues values = drawn(generator);
        for (const End end : {End::highest, End::lowest}) {
            const analysis::Extreme found = analysis::extreme_of(values, end);
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (!values[i]) continue;
                bool may = true;
                for (std::size_t k = 0; k < values.size(); ++k) {
                    if (k == i || !values[k]) continue;
                    bool beaten = true;
                    for (const int other : possible(*values[k])) {
                        for (const int number : possible(*values[i]))
                            beaten = beaten && (end == End::highest ? other > number : other < number);
                    }
                    may = may && !beaten;
                }
                const bool is_member =
                    std::find(found.members.begin(), found.members.end(), i) != found.members.end();
                CHECK(is_member == may);
            }
        }
    }
}
