#include "expression/functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

constexpr std::string_view sort_names[] = {"function", "filter", "test"};

std::string_view name_of(Functions::Sort sort) {
    return sort_names[static_cast<std::size_t>(sort)];
}

Finding wrong_arguments(Span span, std::string message) {
    return make_error("wrong-arguments", span, std::move(message));
}

const Parameter* find_parameter(const std::vector<Parameter>& parameters, std::string_view name) {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const Parameter& parameter) { return parameter.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

Finding unknown_argument(std::string_view name, const std::vector<Parameter>& parameters,
                         const Argument& argument) {
    std::vector<std::string_view> known;
    for (const Parameter& parameter : parameters)
        known.push_back(parameter.name);
    return wrong_arguments(argument.span, fmt::format("'{}' has no parameter '{}'{}", name, argument.name,
                                                      did_you_mean(argument.name, known)));
}

}  // namespace

Parameter required(std::string name) {
    return {std::move(name), Parameter::Kind::required, {}};
}
Parameter optional(std::string name, Value fallback) {
    return {std::move(name), Parameter::Kind::optional, std::move(fallback)};
}
Parameter rest(std::string name) {
    return {std::move(name), Parameter::Kind::rest, {}};
}
Parameter named_rest(std::string name) {
    return {std::move(name), Parameter::Kind::named_rest, {}};
}

Result<Arguments> Arguments::bind(std::string_view name, const std::vector<Parameter>& parameters,
                                  const std::vector<Argument>& given, Span call) {
    Arguments bound;
    bound.parameters_ = &parameters;
    bound.values_.resize(parameters.size());
    bound.spans_.assign(parameters.size(), call);
    List further;
    Map further_named;
    const auto is_plain = [](const Parameter& parameter) {
        return parameter.kind == Parameter::Kind::required || parameter.kind == Parameter::Kind::optional;
    };
    const auto takes = [&](Parameter::Kind kind) {
        return std::any_of(parameters.begin(), parameters.end(),
                           [&](const Parameter& p) { return p.kind == kind; });
    };
    std::size_t next = 0;
    for (const Argument& argument : given) {
        std::size_t place = parameters.size();
        if (argument.name.empty()) {
            if (next < parameters.size() && is_plain(parameters[next])) {
                place = next++;
            } else if (takes(Parameter::Kind::rest)) {
                further.push_back(argument.value);
                continue;
            } else {
                return wrong_arguments(argument.span, fmt::format("'{}' takes no more than {} argument{}",
                                                                  name, next, next == 1 ? "" : "s"));
            }
        } else {
            const Parameter* parameter = find_parameter(parameters, argument.name);
            if (parameter != nullptr && is_plain(*parameter)) {
                place = static_cast<std::size_t>(parameter - parameters.data());
            } else if (takes(Parameter::Kind::named_rest)) {
                if (further_named.find(argument.name) != nullptr) {
                    return wrong_arguments(argument.span,
                                           fmt::format("'{}' is given '{}' twice", name, argument.name));
                }
                further_named.set(std::string(argument.name), argument.value);
                continue;
            } else {
                return unknown_argument(name, parameters, argument);
            }
        }
        if (bound.given(place)) {
            return wrong_arguments(argument.span,
                                   fmt::format("'{}' is given '{}' twice", name, parameters[place].name));
        }
        bound.values_[place] = argument.value;
        bound.spans_[place] = argument.span;
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        switch (parameters[i].kind) {
            case Parameter::Kind::required:
                if (!bound.given(i)) {
                    return wrong_arguments(
                        call, fmt::format("'{}' misses its argument '{}'", name, parameters[i].name));
                }
                break;
            case Parameter::Kind::optional:
                if (!bound.given(i)) bound.values_[i] = parameters[i].fallback;
                break;
            case Parameter::Kind::rest:
                bound.values_[i] = Value(std::exchange(further, {}));
                break;
            case Parameter::Kind::named_rest:
                bound.values_[i] = Value(std::exchange(further_named, {}));
                break;
        }
    }
    return bound;
}

Finding Arguments::wrong_type(std::size_t index, std::string_view wanted) const {
    return make_error(
        "wrong-type", spans_[index],
        fmt::format("'{}' takes {}, got {}", (*parameters_)[index].name, wanted, type_name(values_[index])));
}

Result<std::string_view> Arguments::text(std::size_t index) const {
    if (!values_[index].is_text()) return wrong_type(index, "a text");
    return std::string_view(values_[index].text());
}

Result<Decimal> Arguments::number(std::size_t index) const {
    if (!values_[index].is_number()) return wrong_type(index, "a number");
    return values_[index].number();
}

Result<std::int64_t> Arguments::integer(std::size_t index, std::int64_t least, std::int64_t most) const {
    if (!values_[index].is_number()) return wrong_type(index, "a whole number");
    const auto integer = values_[index].number().to_integer();
    const auto complaint = [&](std::string_view what) {
        return make_error("out-of-range", spans_[index],
                          fmt::format("'{}' takes {}, got {}", (*parameters_)[index].name, what,
                                      values_[index].number().text()));
    };
    if (!integer) return complaint("a whole number");
    if (*integer < least) return complaint(fmt::format("a number of at least {}", least));
    if (*integer > most) return complaint(fmt::format("a number of at most {}", most));
    return *integer;
}

Result<bool> Arguments::truth(std::size_t index) const {
    const Truth answer = expression::truth(values_[index]);
    if (answer == Truth::undecided) return undecided(spans_[index]);
    return answer == Truth::yes;
}

Result<std::shared_ptr<const List>> Arguments::items(std::size_t index) const {
    if (is_too_long_to_go_through(values_[index])) return too_long_to_go_through(spans_[index]);
    auto items = items_of(values_[index]);
    if (!items) return wrong_type(index, "a list");
    return items;
}

void Functions::add(Sort sort, Function function) {
    std::string name = function.name;
    table(sort).insert_or_assign(std::move(name), Entry{std::move(function), false});
}

void Functions::add_alias(Sort sort, std::string alias, std::string_view name) {
    const Function* function = find(sort, name);
    if (function != nullptr) table(sort).insert_or_assign(std::move(alias), Entry{*function, true});
}

void Functions::refuse(Sort sort, std::string name, std::string why) {
    refused_[static_cast<std::size_t>(sort)].insert_or_assign(std::move(name), std::move(why));
}

const Function* Functions::find(Sort sort, std::string_view name) const {
    const auto found = table(sort).find(name);
    return found == table(sort).end() ? nullptr : &found->second.function;
}

std::vector<const Function*> Functions::all(Sort sort) const {
    std::vector<const Function*> functions;
    for (const auto& [name, entry] : table(sort)) {
        if (!entry.is_alias) functions.push_back(&entry.function);
    }
    return functions;
}

std::vector<std::string_view> Functions::names(Sort sort) const {
    std::vector<std::string_view> names;
    for (const auto& [name, entry] : table(sort))
        names.push_back(name);
    return names;
}

Finding Functions::unknown(Sort sort, std::string_view name, Span span) const {
    const auto& refused = refused_[static_cast<std::size_t>(sort)];
    const auto reason = refused.find(name);
    const std::string why = reason != refused.end() ? ": " + reason->second : did_you_mean(name, names(sort));
    return make_error(fmt::format("unknown-{}", name_of(sort)), span,
                      fmt::format("no {} '{}'{}", name_of(sort), name, why));
}

}  // namespace regioscope::expression
