#include "expression/evaluate.h"

#include <doctest/doctest.h>

#include "shown.h"

using namespace regioscope;
using namespace regioscope::expression;

namespace {

const tests::Shown show{.json = R"({
    "region": {"id": "twente", "name": "Twente", "jobs": 285.4, "none": null},
    "regions": ["twente", "rijnmond", "emsland"], "empty": [], "word": "Zürich", "n": 7, "yes": true, "no": false,
    "rows": [{"y": 2015, "v": 7.2}, {"y": 2016, "v": 9.0}]})"};

}  // namespace

TEST_CASE("operators bind as in Jinja") {
    CHECK(show("1 + 2 * 3") == "7");
    CHECK(show("(1 + 2) * 3") == "9");
    CHECK(show("2 ** 3 ** 2") == "64");
    CHECK(show("-2 ** 2") == "4");
    CHECK(show("7 // 2 * 2 + 7 % 2") == "7");
    CHECK(show("1 ~ 2 + 3") == "[wrong-type] '+' does not go between a text and a number @1");
    CHECK(show("1 ~ 2 * 3") == "16");
    CHECK(show("not 1 == 2") == "True");
    CHECK(show("1 == 1 and 2 == 3 or 4 == 4") == "True");
    CHECK(show("not yes or yes") == "True");
    CHECK(show("'a' if no else 'b' if no else 'c'") == "c");
    CHECK(show("-7|abs") == "7");
    CHECK(show("1 + -7|abs") == "8");
    CHECK(show("yes and word|length > 3") == "True");
    CHECK(show("not 'x' in word") == "True");
    CHECK(show("1 < 2 < 3 != 4") == "True");
    CHECK(show("1 < 3 < 2") == "False");
    CHECK(show("n is odd and not n is even") == "True");
    CHECK(show("n is not even") == "True");
    CHECK(show("n is divisibleby 7") == "True");
    CHECK(show("2 is eq 1 + 1") == "[wrong-type] '+' does not go between a boolean and a number @1");
}

TEST_CASE("numbers are exact decimals") {
    CHECK(show("9.0 - 7.2") == "1.8");
    CHECK(show("0.1 + 0.2") == "0.3");
    CHECK(show("7 / 2") == "3.5");
    CHECK(show("6 / 2") == "3");
    CHECK(show("-7 // 2") == "-4");
    CHECK(show("-7 % 3") == "2");
    CHECK(show("7.20") == "7.20");
    CHECK(show("7.20 == 7.2") == "True");
    CHECK(show("2 ** 10") == "1024");
    CHECK(show("2 ** -2") == "0.25");
    CHECK(show("1_000 + 0x10 + 0b11 + 0o17") == "1034");
    CHECK(show("1e3") == "1000");
    CHECK(show("1.5e-2") == "0.015");
    CHECK(show("1 / 0") == "[division-by-zero] this divides by zero @1");
    CHECK(show("1 % 0") == "[division-by-zero] this divides by zero @1");
    CHECK(show("0 ** -1") == "[division-by-zero] zero has no negative power @1");
    CHECK(show("2 ** 0.5") == "[out-of-range] a power must be a whole number @1");
    CHECK(show("10 ** 500") == "[out-of-range] the result is too large a number @1");
    CHECK(show("1234567890123456789") == "[syntax] a number has at most 18 digits @1");
    CHECK(show("0.000000000000000000001 * 1000000000000000000000000") ==
          "[syntax] a number has at most 18 digits @27");
    CHECK(show("1e999") == "[syntax] this number is too large @1");
    CHECK(show("007") == "[syntax] '007' is no number @1");
    CHECK(show("0x") == "[syntax] '0x' is no number @1");
}

TEST_CASE("texts, lists and maps") {
    CHECK(show(R"("a\tb\n\x41\u00e9\101" 'c')") == "a\tb\nA\u00e9Ac");
    CHECK(show(R"('it\'s' ~ "\q")") == "it's\\q");
    CHECK(show("word[1] ~ word[-1]") == "üh");
    CHECK(show("word[1:4] ~ word[::-1]") == "ürihcirüZ");
    CHECK(show("regions[1:]") == "['rijnmond', 'emsland']");
    CHECK(show("regions[-2:-1]") == "['rijnmond']");
    CHECK(show("regions[::2] + ['x']") == "['twente', 'emsland', 'x']");
    CHECK(show("regions[5:1:-1]") == "['emsland']");
    CHECK(show("regions.0 ~ regions.2[0]") == "twentee");
    CHECK(show("[1, 'a', none, true, 2.50, [], {}]") == "[1, 'a', None, True, 2.50, [], {}]");
    CHECK(show(R"(["it's", 'say "x"', "both ' and \""])") == R"(["it's", 'say "x"', 'both \' and "'])");
    CHECK(show("{'a': 1, 'b': [2]}") == "{'a': 1, 'b': [2]}");
    CHECK(show("{'a': 1, 'a': 2}") == "{'a': 2}");
    CHECK(show("(1, 2) == [1, 2]") == "True");
    CHECK(show("()") == "[]");
    CHECK(show("(1,)") == "[1]");
    CHECK(show("'ab' * 3") == "ababab");
    CHECK(show("3 * [0]") == "[0, 0, 0]");
    CHECK(show("'ab' * -1") == "");
    CHECK(show("{1: 2}") == "[wrong-type] a map's key is a text, got a number @2");
    CHECK(show("'a' + 1") == "[wrong-type] '+' does not go between a text and a number @1");
    CHECK(show("'a' < 1") == "[wrong-type] '<' does not go between a text and a number @1");
    CHECK(show("[1, 2] < [1, 3]") == "True");
    CHECK(show("'a' == 1") == "False");
    CHECK(show("true == 1") == "False");
    CHECK(show("'wen' in 'Twente'") == "True");
    CHECK(show("'twente' in regions and 'nl' not in regions") == "True");
    CHECK(show("'id' in region") == "True");
    CHECK(show("1 in 5") == "[wrong-type] 'in' does not go between a number and a number @1");
    CHECK(show("regions[::0]") == "[out-of-range] the step of a slice cannot be 0 @1");
}

TEST_CASE("only what is true counts as true, and logic returns operands") {
    CHECK(show("'' or 'x'") == "x");
    CHECK(show("0 and 1") == "0");
    CHECK(show("'a' and 'b'") == "b");
    CHECK(show("no and missing") == "False");
    CHECK(show("yes or missing") == "True");
    CHECK(show("not empty and not {} and not '' and not 0 and not none") == "True");
    CHECK(show("'x' if yes") == "x");
    CHECK(show("('x' if no) ~ '|'") == "|");
    CHECK(show("('x' if no)|default('d')") == "d");
}

TEST_CASE("what is not there is an error with a suggestion") {
    CHECK(show("regoin") == "[undefined-name] no 'regoin' here (did you mean 'region'?) @1");
    CHECK(show("1 + regoin.name") == "[undefined-name] no 'regoin' here (did you mean 'region'?) @5");
    CHECK(show("region.nmae") == "[undefined-attribute] a map has no 'nmae' (did you mean 'name'?) @8");
    CHECK(show("region['nmae']") == "[undefined-attribute] a map has no 'nmae' (did you mean 'name'?) @8");
    CHECK(show("word.upper()") ==
          "[undefined-attribute] a text has no 'upper' (there is a filter: '|upper') @6");
    CHECK(show("regions[3]") == "[undefined-item] a list of 3 has no item 3 @9");
    CHECK(show("word[10]") == "[undefined-item] a text of 6 has no item 10 @6");
    CHECK(show("empty|first") == "[undefined-value] 'first' gives nothing here @1");
    CHECK(show("empty|max|default('-')") == "-");
    CHECK(show("region.none.x") == "[undefined-attribute] none has no 'x' @13");
    CHECK(show("rnage(3)") == "[unknown-function] no function 'rnage' (did you mean 'range'?) @1");
    CHECK(show("range") == "[undefined-name] 'range' is a function: call it with 'range(…)' @1");
    CHECK(show("word|uper") == "[unknown-filter] no filter 'uper' (did you mean 'upper'?) @6");
    CHECK(show("word is uper") == "[unknown-test] no test 'uper' (did you mean 'upper'?) @9");
    CHECK(show("word|safe") ==
          "[unknown-filter] no filter 'safe': what is written is escaped for the place it stands in @6");
    CHECK(show("word()") == "[wrong-type] a text cannot be called @1");
}

TEST_CASE("what may be missing") {
    CHECK(show("missing is defined") == "False");
    CHECK(show("missing is not defined") == "True");
    CHECK(show("missing|default('x')") == "x");
    CHECK(show("region.x|d('y') ~ region['x']|d") == "y");
    CHECK(show("regions[9] is undefined") == "True");
    CHECK(show("missing.x is defined") == "[undefined-name] no 'missing' here @1");
    CHECK(show("''|default('x', true)") == "x");
    CHECK(show("region.none|default('x')") == "None");
}

TEST_CASE("calls") {
    CHECK(show("range(3)") == "[0, 1, 2]");
    CHECK(show("range(5, 0, step=-2)") == "[5, 3, 1]");
    CHECK(show("range(*[1, 3])") == "[1, 2]");
    CHECK(show("range(**{'start': 1, 'stop': 3})") == "[1, 2]");
    CHECK(show("dict(a=1, b=2).b") == "2");
    CHECK(show("range()") == "[wrong-arguments] 'range' misses its argument 'start' @1");
    CHECK(show("range(1, 2, 3, 4)") == "[wrong-arguments] 'range' takes no more than 3 arguments @16");
    CHECK(show("range(1, start=2)") == "[wrong-arguments] 'range' is given 'start' twice @10");
    CHECK(show("range(1, stpo=2)") ==
          "[wrong-arguments] 'range' has no parameter 'stpo' (did you mean 'stop'?) @10");
    CHECK(show("range('a')") == "[wrong-type] 'start' takes a whole number, got a text @7");
    CHECK(show("range(1.5)") == "[out-of-range] 'start' takes a whole number, got 1.5 @7");
    CHECK(show("range(1, 2, 0)") == "[out-of-range] the step of a range cannot be 0 @13");
    CHECK(show("range(a=1, 2)") ==
          "[syntax] this argument must stand before the named and the spread ones @12");
    CHECK(show("range(*5)") == "[wrong-type] '*' takes a list, got a number @7");
}

TEST_CASE("work is bounded") {
    CHECK(show("range(1000000000)") == "[too-much-work] a range has at most 100000 numbers @1");
    CHECK(show("'x' * 10 ** 9") == "[too-much-work] this repeats too often @1");
    CHECK(show("[0] * 10 ** 15") == "[too-much-work] this repeats too often @1");
    const tests::Shown small{.limits = {.steps = 20, .depth = 5, .text_size = 8}};
    CHECK(small("1 + (2 + (3 + (4 + (5 + 6))))") == "[too-much-work] this is nested too deeply @21");
    CHECK(small("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]") ==
          "[too-much-work] this takes too many steps @50");
    const tests::Shown light{.limits = {.weight = 100, .made = 300}};
    CHECK(light("[1] * 100") == "[too-much-work] this holds too much @1");
    CHECK(light("[[1] * 20] * 5") == "[too-much-work] this holds too much @1");
    CHECK(light("[[1] * 20] * 4 == []") == "False");
    CHECK(light("[[1] * 60, [1] * 60, [1] * 60, [1] * 60, [1] * 60] == 1") ==
          "[too-much-work] all that is made up to here comes to too much @42");
    const tests::Shown quick{.limits = {.steps = 10'000}};
    CHECK(quick("('a' * 32000)[0] ~ ('a' * 32000)|length") == "a32000");
    for (const std::string costly :
         {"('a' * 640000)[0]", "('a' * 640000)[1:2]", "('a' * 640000)|upper|length", "'b' in 'a' * 640000",
          "range(100)|map('string')|map('replace', '1', 'a' * 64000)|list|length",
          "range(300)|unique|list|length", "('a' * 640000)|trim|length", "([0] * 6000)|sum",
          "[[0] * 6000, [1] * 6000]|sort|length"}) {
        CAPTURE(costly);
        CHECK(quick(costly).starts_with("[too-much-work] this takes too many steps"));
    }
    CHECK(small("'aaaaa' ~ 'bbbb'") == "[too-much-work] this text is too long @1");
    CHECK(show(std::string(5000, '(') + "1" + std::string(5000, ')')) ==
          "[syntax] this is nested too deeply @101");
    std::string sum = "1";
    for (int i = 0; i < 1000; ++i)
        sum += "+1";
    CHECK(show(sum) == "[syntax] this expression is too long: give its parts names @1");
    CHECK(show(std::string(3000, '-') + "1").starts_with("[syntax] this is nested too deeply"));
    std::string nots;
    for (int i = 0; i < 3000; ++i)
        nots += "not ";
    CHECK(show(nots + "1").starts_with("[syntax] this is nested too deeply"));
}

TEST_CASE("long texts are cut and searched as short ones are") {
    CHECK(show("('é' * 500 ~ 'à')[-1] ~ ('é' * 500 ~ 'à')[499:]") == "àéà");
    CHECK(show("'Südlohn'[::-1] ~ 'Südlohn'[1:5:2] ~ 'Südlohn'[9:]") == "nholdüSül");
    CHECK(show("('a' * 5000 ~ 'b') in ('a' * 9000 ~ 'b')") == "True");
    CHECK(show("('a' * 5000 ~ 'b') in ('a' * 9000)") == "False");
    CHECK(show("'' in 'a' and 'aXbXc'|replace('X', '--') == 'a--b--c'") == "True");
    CHECK(show("'[' ~ '   '|trim ~ ' a b '|trim ~ 'xxax'|trim('x') ~ ']'") == "[a ba]");
}

TEST_CASE("a value knows what going through it costs") {
    using expression::List;
    using expression::Map;
    using expression::Value;
    CHECK(Value(7).weight() == 1);
    CHECK(Value(std::string(640, 'x')).weight() == 11);
    const Value list(List{Value(1), Value(List{Value(2), Value(3)})});
    CHECK(list.weight() == 5);
    CHECK(list.extent().nesting == 2);
    CHECK(Value(Map{{"a", list}}).weight() == 7);
    Value nested = list;
    for (int i = 0; i < 40; ++i)
        nested = Value(List(10, nested));
    CHECK(nested.weight() == expression::Extent::endless);
    CHECK(nested.extent().nesting == 42);
}

TEST_CASE("filters on lists") {
    CHECK(show("rows|map(attribute='v')|join('; ')") == "7.2; 9.0");
    CHECK(show("rows|sum('v')") == "16.2");
    CHECK(show("rows|sort(attribute='v', reverse=true)|map(attribute='y')|list") == "[2016, 2015]");
    CHECK(show("rows|selectattr('v', 'gt', 8)|map(attribute='y')|first") == "2016");
    CHECK(show("rows|max(attribute='v')") == "{'y': 2016, 'v': 9.0}");
    CHECK(show("[3, 'a']|sort") == "[wrong-type] '<' does not go between a text and a number @1");
    CHECK(show("regions|map('upper')|list") == "['TWENTE', 'RIJNMOND', 'EMSLAND']");
    CHECK(show("regions|map('uper')|list") == "[unknown-filter] no filter 'uper' (did you mean 'upper'?) @1");
    CHECK(show("regions|map('truncate', 4, true, '', leeway=0)|list") == "['twen', 'rijn', 'emsl']");
    CHECK(show("rows|groupby('y')|first|string") == "[2015, [{'y': 2015, 'v': 7.2}]]");
    CHECK(show("rows|map(attribute='w')|list") == "[undefined-attribute] a map has no 'w' @1");
    CHECK(show("rows|map(attribute='w', default=0)|list") == "[0, 0]");
    CHECK(show("5|length") == "[wrong-type] 'value' takes a list, a map or a text, got a number @1");
}

// ---- Objects ----

namespace {

/// "More than 2000": greater than what is not above 2000, and undecided beyond.
class Bound : public Object {
  public:
    std::string_view type_name() const override { return "a bound"; }
    std::optional<std::string> text() const override { return "> 2000"; }
    std::optional<Value> attribute(std::string_view name) const override {
        return name == "limit" ? std::optional(Value(2000)) : std::nullopt;
    }
    std::vector<std::string> attribute_names() const override { return {"limit"}; }
    std::optional<Truth> less(const Value& other, Side side) const override {
        if (!other.is_number()) return std::nullopt;
        const bool certain = other.number() <= Decimal(2000);
        if (side == Side::left) return certain ? Truth::no : Truth::undecided;
        return certain ? Truth::yes : Truth::undecided;
    }
    Truth equals(const Value& other) const override {
        return other.is_number() && other.number() > Decimal(2000) ? Truth::undecided : Truth::no;
    }
    std::optional<Result<Value>> arithmetic(Arithmetic operation, const Value& other, Side side,
                                            const CallContext& context) const override {
        if (operation != Arithmetic::multiply || !other.is_number()) return std::nullopt;
        if (other.is_number() && other.number().is_negative()) {
            return Result<Value>(make_error("test", context.span, "a bound times a negative number"));
        }
        return Result<Value>(Value(side == Side::left ? "left" : "right"));
    }
    std::optional<Result<Value>> call(const std::vector<Argument>& arguments,
                                      const CallContext&) const override {
        return Result<Value>(Value(arguments.size()));
    }
};

class Reads : public Environment {
  public:
    std::vector<std::string> names;
    void attribute_read(const Object&, std::string_view name, const Value&) override {
        names.emplace_back(name);
    }
};

Functions with_bound() {
    Functions functions = standard_functions();
    functions.add_function(
        {"bound", {}, "", "", "", [](const Arguments&, const CallContext&) -> Result<Value> {
             return Value(std::make_shared<Bound>());
         }});
    return functions;
}

}  // namespace

TEST_CASE("objects answer for themselves") {
    const Functions functions = with_bound();
    Reads reads;
    const tests::Shown ask{.functions = &functions, .environment = &reads};
    CHECK(ask("bound()") == "> 2000");
    CHECK(ask("bound() > 1500") == "True");
    CHECK(ask("1500 < bound()") == "True");
    CHECK(ask("bound() <= 2000") == "False");
    CHECK(ask("bound() > 2500").starts_with("[undecided] this can come out either way"));
    CHECK(ask("2500 == bound()").starts_with("[undecided]"));
    CHECK(ask("bound() == 7") == "False");
    CHECK(ask("bound() < 'a'") == "[wrong-type] '<' does not go between a bound and a text @1");
    CHECK(ask("bound() * 2") == "left");
    CHECK(ask("2 * bound()") == "right");
    CHECK(ask("bound() * -2") == "[test] a bound times a negative number @1");
    CHECK(ask("bound() + 2") == "[wrong-type] '+' does not go between a bound and a number @1");
    CHECK(ask("bound()(1, 2, a=3)") == "3");
    CHECK(ask("bound().limit + bound()['limit']") == "4000");
    CHECK(ask("[bound()]|map(attribute='limit')|first") == "2000");
    CHECK(reads.names == std::vector<std::string>{"limit", "limit", "limit"});
    CHECK(ask("bound().limt") == "[undefined-attribute] a bound has no 'limt' (did you mean 'limit'?) @9");
    CHECK(ask("[5, bound()]|max") == "> 2000");
    CHECK(ask("[2500, bound()]|max").starts_with("[undecided]"));
    CHECK(ask("bound() in [1, bound(), 3]") == "False");
    CHECK(ask("'x' ~ bound()") == "x> 2000");
}
