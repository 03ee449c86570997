#include "expression/evaluation.h"
#include "expression/letter_case.h"
#include "expression/operators.h"
#include "expression/standard.h"

namespace regioscope::expression {

namespace {

using Test = bool (*)(const Value&);

Function simple_test(std::string name, std::string summary, std::string example, Test test) {
    Function function{
        std::move(name), {required("value")}, std::move(summary), std::move(example), "True", {}};
    function.call = [test](const Arguments& arguments, const CallContext&) -> Result<Value> {
        return Value(test(arguments[0]));
    };
    return function;
}

Function comparing_test(std::string name, std::string summary, std::string example, Comparison comparison) {
    Function function{std::move(name),
                      {required("value"), required("other")},
                      std::move(summary),
                      std::move(example),
                      "True",
                      {}};
    function.call = [comparison](const Arguments& arguments, const CallContext& context) -> Result<Value> {
        auto answer = compare(comparison, arguments[0], arguments[1], context);
        if (!answer) return std::move(answer).finding();
        return Value(*answer);
    };
    return function;
}

Function undefined_test(std::string name, std::string summary, std::string example, bool wanted) {
    Function function{
        std::move(name), {optional("value")}, std::move(summary), std::move(example), "True", {}};
    function.takes_undefined = true;
    function.call = [wanted](const Arguments& arguments, const CallContext&) -> Result<Value> {
        return Value(arguments.given(0) == wanted);
    };
    return function;
}

/// Does dividing by `divisor` leave that remainder? A fraction is neither even nor odd.
Result<Value> leaves(const Arguments& arguments, const Decimal& divisor, const Decimal& wanted, Span span) {
    const auto number = arguments.number(0);
    if (!number) return number.finding();
    const auto remainder = Decimal::modulo(*number, divisor);
    if (!remainder) return make_error("division-by-zero", span, "nothing is divisible by that");
    return Value(*remainder == wanted);
}

Function parity_test(std::string name, std::string summary, std::string example, int remainder) {
    Function function{
        std::move(name), {required("value")}, std::move(summary), std::move(example), "True", {}};
    function.call = [remainder](const Arguments& arguments, const CallContext& context) {
        return leaves(arguments, 2, remainder, context.span);
    };
    return function;
}

bool is_sequence(const Value& value) {
    return value.is_text() || value.is_list() || value.is_map() ||
           (value.is_object() && value.object().items() != nullptr);
}

Result<Value> is_same(const Arguments& arguments, const CallContext&) {
    const Value& a = arguments[0];
    const Value& b = arguments[1];
    if (a.is_object() || b.is_object())
        return Value(a.is_object() && b.is_object() && &a.object() == &b.object());
    return Value(a.kind() == b.kind() && equal(a, b) == Truth::yes);
}

}  // namespace

void add_tests(Functions& functions) {
    using Sort = Functions::Sort;
    functions.add_test(undefined_test("defined", "It is there.", "{'a': 1}.a is defined", true));
    functions.add_test(undefined_test("undefined", "It is not there.", "{'a': 1}.b is undefined", false));
    functions.add_test(
        simple_test("none", "It is none.", "none is none", [](const Value& v) { return v.is_none(); }));
    functions.add_test(simple_test("boolean", "It is true or false.", "(1 == 1) is boolean",
                                   [](const Value& v) { return v.is_boolean(); }));
    functions.add_test(simple_test("true", "It is true itself.", "(1 < 2) is true",
                                   [](const Value& v) { return v.is_boolean() && v.boolean(); }));
    functions.add_test(simple_test("false", "It is false itself.", "(1 > 2) is false",
                                   [](const Value& v) { return v.is_boolean() && !v.boolean(); }));
    functions.add_test(simple_test("number", "It is a number.", "7.2 is number",
                                   [](const Value& v) { return v.is_number(); }));
    functions.add_test(simple_test("integer", "It is a whole number.", "7 is integer",
                                   [](const Value& v) { return v.is_number() && v.number().is_integer(); }));
    functions.add_test(
        simple_test("string", "It is a text.", "'7' is string", [](const Value& v) { return v.is_text(); }));
    functions.add_test(
        simple_test("mapping", "It is a map.", "{} is mapping", [](const Value& v) { return v.is_map(); }));
    functions.add_test(
        simple_test("sequence", "It has items: a list, a map, a text.", "[1] is sequence", is_sequence));
    functions.add_test(
        simple_test("iterable", "A loop can go through it.", "{'a': 1} is iterable", is_sequence));
    functions.add_test(simple_test("lower", "A text whose letters are all in lower case.",
                                   "'emsland' is lower",
                                   [](const Value& v) { return v.is_text() && is_lower_case(v.text()); }));
    functions.add_test(simple_test("upper", "A text whose letters are all in upper case.", "'NUTS' is upper",
                                   [](const Value& v) { return v.is_text() && is_upper_case(v.text()); }));
    functions.add_test(parity_test("even", "A whole number divisible by two.", "4 is even", 0));
    functions.add_test(parity_test("odd", "A whole number not divisible by two.", "3 is odd", 1));
    functions.add_test({"divisibleby",
                        {required("value"), required("num")},
                        "A number divisible by another.",
                        "9 is divisibleby 3",
                        "True",
                        [](const Arguments& arguments, const CallContext& context) -> Result<Value> {
                            const auto divisor = arguments.number(1);
                            if (!divisor) return divisor.finding();
                            return leaves(arguments, *divisor, 0, context.span);
                        }});
    functions.add_test({"sameas",
                        {required("value"), required("other")},
                        "The same thing: of the same kind and equal; for objects, the object itself.",
                        "true is sameas(true)",
                        "True",
                        is_same});
    functions.add_test({"filter",
                        {required("value")},
                        "There is a filter of that name.",
                        "'upper' is filter",
                        "True",
                        [](const Arguments& arguments, const CallContext& context) -> Result<Value> {
                            const auto name = arguments.text(0);
                            if (!name) return name.finding();
                            return Value(context.evaluation.functions().find(Sort::filter, *name) != nullptr);
                        }});
    functions.add_test({"test",
                        {required("value")},
                        "There is a test of that name.",
                        "'odd' is test",
                        "True",
                        [](const Arguments& arguments, const CallContext& context) -> Result<Value> {
                            const auto name = arguments.text(0);
                            if (!name) return name.finding();
                            return Value(context.evaluation.functions().find(Sort::test, *name) != nullptr);
                        }});
    functions.add_test(comparing_test("in", "It is an item, a key or a part of.", "'de' is in ['nl', 'de']",
                                      Comparison::in));
    functions.add_test(comparing_test("eq", "It is equal.", "9.0 is eq 9", Comparison::equal));
    functions.add_test(comparing_test("ne", "It is not equal.", "1 is ne 2", Comparison::unequal));
    functions.add_test(comparing_test("lt", "It is less.", "1 is lt 2", Comparison::less));
    functions.add_test(comparing_test("le", "It is less or equal.", "2 is le 2", Comparison::less_equal));
    functions.add_test(comparing_test("gt", "It is greater.", "2 is gt 1", Comparison::greater));
    functions.add_test(
        comparing_test("ge", "It is greater or equal.", "2 is ge 2", Comparison::greater_equal));
    const std::pair<const char*, const char*> aliases[] = {
        {"equalto", "eq"}, {"==", "eq"}, {"!=", "ne"},          {"<", "lt"}, {"lessthan", "lt"},
        {"<=", "le"},      {">", "gt"},  {"greaterthan", "gt"}, {">=", "ge"}};
    for (const auto& [alias, name] : aliases)
        functions.add_alias(Sort::test, alias, name);
}

}  // namespace regioscope::expression
