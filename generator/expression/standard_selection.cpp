// Filters that choose items or change each of them, by the name of a filter, a test or an attribute.
#include "expression/evaluation.h"
#include "expression/operators.h"
#include "expression/standard.h"

namespace regioscope::expression {

namespace {

/// `map('upper')`, `map('round', 1)`, `map(attribute='name', default='')`.
Result<Value> map(const Arguments& arguments, const CallContext& context) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    const List& further = arguments[1].list();
    const Map& named = arguments[2].map();
    const Value* attribute = further.empty() ? named.find("attribute") : nullptr;
    const Value* fallback = named.find("default");
    if (attribute == nullptr && (further.empty() || !further[0].is_text())) {
        return make_error("wrong-arguments", context.span,
                          "'map' takes the name of a filter, or an 'attribute'");
    }
    const Value rest_of_arguments(further.empty() ? List() : List(further.begin() + 1, further.end()));
    List result;
    result.reserve((*items)->size());
    for (const Value& item : **items) {
        auto mapped = attribute != nullptr ? read_path(item, *attribute, arguments, 2, context)
                                           : call_by_name(Functions::Sort::filter, further[0], context.span,
                                                          item, rest_of_arguments, arguments[2], context);
        if (!mapped) return mapped;
        if (mapped->is_undefined() && attribute != nullptr) {
            if (fallback == nullptr) return no_such_path(item, *attribute, context.span);
            mapped = *fallback;
        }
        result.push_back(*std::move(mapped));
    }
    return Value(std::move(result));
}

/// select, reject: the test's name comes first, or there is none and the value's truth counts. For selectattr
/// and rejectattr an attribute comes before it.
Result<Value> choose(const Arguments& arguments, const CallContext& context, bool wanted, bool by_attribute) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    const std::size_t rest_index = by_attribute ? 2 : 1;
    const List& further = arguments[rest_index].list();
    if (!further.empty() && !further[0].is_text()) {
        return make_error("wrong-type", context.span, "the name of a test is a text");
    }
    const Value rest_of_arguments(further.empty() ? List() : List(further.begin() + 1, further.end()));
    List result;
    for (const Value& item : **items) {
        Value subject = item;
        if (by_attribute) {
            auto found = read_path(item, arguments[1], arguments, 1, context);
            if (!found) return found;
            const Function* test = further.empty() ? nullptr
                                                   : context.evaluation.functions().find(
                                                         Functions::Sort::test, further[0].text());
            const bool may_be_nothing = test != nullptr && test->takes_undefined;
            if (found->is_undefined() && !may_be_nothing)
                return no_such_path(item, arguments[1], arguments.span(1));
            subject = *std::move(found);
        }
        Truth answer = Truth::undecided;
        if (further.empty()) {
            answer = truth(subject);
        } else {
            auto tested = call_by_name(Functions::Sort::test, further[0], context.span, subject,
                                       rest_of_arguments, arguments[rest_index + 1], context);
            if (!tested) return tested;
            answer = truth(*tested);
        }
        if (answer == Truth::undecided) return undecided(context.span);
        if ((answer == Truth::yes) == wanted) result.push_back(item);
    }
    return Value(std::move(result));
}

}  // namespace

void add_selection_filters(Functions& functions) {
    functions.add_filter({"map",
                          {required("value"), rest("arguments"), named_rest("named")},
                          "An attribute of each item, or each item through a filter.",
                          "[{'n': 1}, {'n': 2}]|map(attribute='n')|list",
                          "[1, 2]",
                          map});
    functions.add_filter({"reject",
                          {required("value"), rest("test"), named_rest("named")},
                          "The items that do not pass a test, or are not true.",
                          "range(6)|reject('odd')|list",
                          "[0, 2, 4]",
                          [](const Arguments& arguments, const CallContext& context) {
                              return choose(arguments, context, false, false);
                          }});
    functions.add_filter({"rejectattr",
                          {required("value"), required("attribute"), rest("test"), named_rest("named")},
                          "The items whose attribute does not pass a test, or is not true.",
                          "[{'n': 1}, {'n': 2}]|rejectattr('n', 'eq', 1)|list",
                          "[{'n': 2}]",
                          [](const Arguments& arguments, const CallContext& context) {
                              return choose(arguments, context, false, true);
                          }});
    functions.add_filter({"select",
                          {required("value"), rest("test"), named_rest("named")},
                          "The items that pass a test, or are true.",
                          "range(6)|select('gt', 3)|list",
                          "[4, 5]",
                          [](const Arguments& arguments, const CallContext& context) {
                              return choose(arguments, context, true, false);
                          }});
    functions.add_filter({"selectattr",
                          {required("value"), required("attribute"), rest("test"), named_rest("named")},
                          "The items whose attribute passes a test, or is true.",
                          "[{'n': 1}, {'n': 2}]|selectattr('n', 'even')|list",
                          "[{'n': 2}]",
                          [](const Arguments& arguments, const CallContext& context) {
                              return choose(arguments, context, true, true);
                          }});
}

}  // namespace regioscope::expression
