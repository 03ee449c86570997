#include "expression/standard.h"

#include <fmt/format.h>

#include "expression/evaluation.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

/// More items than any list in a report, and few enough for a loop over them to be no burden.
constexpr std::int64_t longest_range = 100'000;

Result<Value> range(const Arguments& arguments, const CallContext& context) {
    const auto first = arguments.integer(0);
    if (!first) return first.finding();
    std::int64_t start = 0;
    std::int64_t stop = *first;
    if (arguments.given(1)) {
        const auto last = arguments.integer(1);
        if (!last) return last.finding();
        start = *first;
        stop = *last;
    }
    const auto step = arguments.integer(2);
    if (!step) return step.finding();
    if (*step == 0) return make_error("out-of-range", arguments.span(2), "the step of a range cannot be 0");
    List numbers;
    for (std::int64_t i = start; *step > 0 ? i < stop : i > stop; i += *step) {
        if (numbers.size() >= longest_range) {
            return too_much_work(context.span, fmt::format("a range has at most {} numbers", longest_range));
        }
        numbers.emplace_back(i);
    }
    return Value(std::move(numbers));
}

void add_functions(Functions& functions) {
    functions.add_function({"range",
                            {required("start"), optional("stop"), optional("step", 1)},
                            "The whole numbers from start (or 0) up to, but without, stop.",
                            "range(1, 6)|join(' ')",
                            "1 2 3 4 5",
                            range});
    functions.add_function(
        {"dict",
         {named_rest("entries")},
         "A map of its named arguments.",
         "dict(unit='jobs', decimals=0).unit",
         "jobs",
         [](const Arguments& arguments, const CallContext&) -> Result<Value> { return arguments[0]; }});
}

/// What Jinja has and this language has not: whoever writes it is told what to do instead.
void refuse_the_rest(Functions& functions) {
    using Sort = Functions::Sort;
    constexpr std::string_view by_place = "what is written is escaped for the place it stands in";
    for (const char* name : {"safe", "escape", "e", "forceescape"}) {
        functions.refuse(Sort::filter, name, std::string(by_place));
    }
    functions.refuse(Sort::filter, "xmlattr", "write the attributes; their values are escaped for the place");
    functions.refuse(Sort::filter, "attr", "write a.b, or a[name]");
    functions.refuse(Sort::filter, "random", "a report is the same every time");
    functions.refuse(Sort::filter, "format", "join texts with '~'");
    functions.refuse(Sort::filter, "pprint", "print the value itself");
    functions.refuse(Sort::filter, "urlize", "write the link");
    functions.refuse(Sort::filter, "filesizeformat", "numbers are written by the functions of the report");
    functions.refuse(Sort::filter, "center", "that is for the stylesheet");
    functions.refuse(Sort::filter, "wordwrap", "that is for the stylesheet");
    functions.refuse(Sort::test, "escaped", std::string(by_place));
    functions.refuse(Sort::test, "float", "numbers are exact decimals: use 'number' or 'integer'");
    functions.refuse(Sort::test, "callable", "nothing depends on it");
    for (const char* name : {"cycler", "joiner", "namespace"}) {
        functions.refuse(Sort::function, name,
                         "values never change; 'loop.cycle', '|join' and '|sum' serve instead");
    }
    functions.refuse(Sort::function, "lipsum", "a report is the same every time");
}

/// One step of a path: an index when it is all digits.
Value step_of(std::string_view word) {
    const bool is_index = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
    const auto index = is_index ? Decimal::parse(word) : std::nullopt;
    return index ? Value(*index) : Value(word);
}

}  // namespace

Result<Value> read_path(const Value& value, const Value& path, const Arguments& arguments,
                        std::size_t path_index, const CallContext& context) {
    if (path.is_number()) return item_of(value, path);
    if (!path.is_text()) return arguments.wrong_type(path_index, "the name of an attribute");
    Value current = value;
    std::string_view rest = path.text();
    while (!current.is_undefined()) {
        const std::size_t dot = rest.find('.');
        const std::string_view word = rest.substr(0, dot);
        Value next = item_of(current, step_of(word));
        Environment* environment = context.evaluation.environment();
        if (environment != nullptr && current.is_object() && !next.is_undefined()) {
            environment->attribute_read(current.object(), word, next);
        }
        current = std::move(next);
        if (dot == std::string_view::npos) break;
        rest.remove_prefix(dot + 1);
    }
    return current;
}

Finding no_such_path(const Value& value, const Value& path, Span span) {
    return make_error("undefined-attribute", span,
                      fmt::format("{} has no '{}'", type_name(value), text_of(path).value_or("")));
}

Result<Value> call_by_name(Functions::Sort sort, const Value& name, Span name_span, const Value& value,
                           const Value& further, const Value& further_named, const CallContext& context) {
    const Functions& functions = context.evaluation.functions();
    const Function* function = functions.find(sort, name.text());
    if (function == nullptr) return functions.unknown(sort, name.text(), name_span);
    std::vector<Argument> given;
    given.push_back({value, {}, context.span});
    for (const Value& argument : further.list())
        given.push_back({argument, {}, context.span});
    for (const auto& [key, argument] : further_named.map().entries())
        given.push_back({argument, key, context.span});
    const auto bound = Arguments::bind(function->name, function->parameters, given, context.span);
    if (!bound) return bound.finding();
    Evaluation& evaluation = context.evaluation;
    const std::size_t cost = 1 + steps_through(value) + further.weight() + further_named.weight();
    if (!evaluation.spend(cost)) return evaluation.too_many_steps(context.span);
    auto result = function->call(*bound, context);
    if (result) {
        if (auto finding = evaluation.receive(*result, context.span)) return *std::move(finding);
    }
    return result;
}

const Functions& standard_functions() {
    static const Functions functions = [] {
        Functions all;
        add_functions(all);
        add_text_filters(all);
        add_number_filters(all);
        add_list_filters(all);
        add_order_filters(all);
        add_selection_filters(all);
        add_tests(all);
        refuse_the_rest(all);
        return all;
    }();
    return functions;
}

}  // namespace regioscope::expression
