#include <fmt/format.h>

#include <algorithm>

#include "analysis/arguments.h"
#include "analysis/functions.h"
#include "analysis/quantity.h"
#include "analysis/ranking.h"
#include "analysis/region_object.h"

namespace regioscope::analysis {

namespace {

using expression::Arguments;
using expression::CallContext;
using expression::optional;
using expression::required;
using expression::Value;

/// The figures of a set that have a number, with their places in it. Bounds and ranges leave an order
/// undecided.
Result<std::vector<std::pair<Decimal, std::size_t>>> numbers_of(const FigureSet& set,
                                                                const Environment& environment, Span span) {
    std::vector<std::pair<Decimal, std::size_t>> numbers;
    for (std::size_t i = 0; i < set.measurements().size(); ++i) {
        const Measurement* const measurement = set.measurements()[i];
        if (measurement == nullptr || !measurement->value) continue;
        const auto number =
            Quantity(environment.presenter(), set.indicator(), Quantity::Kind::figure, measurement->value, {})
                .number();
        if (!number)
            return make_error("undecided", span,
                              fmt::format("the figure of '{}' is no single number",
                                          environment.dataset()[set.regions()[i]].id));
        numbers.emplace_back(*number, i);
    }
    if (numbers.empty()) return make_error("no-figure", span, "no region of this set has a figure");
    return numbers;
}

/// The region that alone has that place, counted from the end; whoever may share it or may be there is no
/// answer.
Result<Value> region_at(End end, std::size_t place, const FigureSet& set, const Environment& environment,
                        Span span) {
    const data::Dataset& dataset = environment.dataset();
    const auto ranks = ranks_of(dataset, set.measurements());
    const auto known = static_cast<std::size_t>(
        std::count_if(ranks.begin(), ranks.end(), [](const auto& rank) { return rank.has_value(); }));
    if (known == 0) return make_error("no-figure", span, "no region of this set has a figure");
    if (place >= known)
        return make_error("no-figure", span, fmt::format("only {} regions of this set have a figure", known));
    const std::size_t wanted = end == End::highest ? place + 1 : known - place;
    std::vector<std::size_t> there;
    bool is_open = false;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (!ranks[i] || wanted < ranks[i]->rank || wanted >= ranks[i]->last + ranks[i]->shared_by) continue;
        there.push_back(i);
        is_open = is_open || !ranks[i]->is_decided();
    }
    if (there.size() == 1) return region_value(environment, set.regions()[there.front()]);
    Finding finding =
        is_open ? make_error("undecided", span, "a bound leaves open which region stands there")
                : make_error("tied", span,
                             "more than one region has this value, so none of them alone stands there");
    for (const std::size_t i : there)
        finding.note(
            fmt::format("'{}' has {}", dataset[set.regions()[i]].id, set.measurements()[i]->value->text()));
    return finding;
}

/// `best` and `worst` follow the indicator's polarity.
Result<End> end_by_polarity(const FigureSet& set, const Environment& environment, bool best, Span span) {
    switch (environment.dataset()[set.indicator()].polarity) {
        case data::Polarity::higher_is_better:
            return best ? End::highest : End::lowest;
        case data::Polarity::lower_is_better:
            return best ? End::lowest : End::highest;
        case data::Polarity::neutral:
            break;
    }
    return make_error(
        "no-polarity", span,
        fmt::format("'{}' is neither better high nor better low", environment.dataset()[set.indicator()].id));
}

template <class Use>
auto with_set(Use use) {
    return [use](const Arguments& arguments, const CallContext& context) -> Result<Value> {
        const auto environment = environment_of(context);
        if (!environment) return environment.finding();
        const auto set = set_argument(arguments, 0);
        if (!set) return set.finding();
        return use(**set, **environment, arguments, context);
    };
}

auto at_end(End end, std::size_t place) {
    return with_set(
        [=](const FigureSet& set, Environment& environment, const Arguments&, const CallContext& context) {
            return region_at(end, place, set, environment, context.span);
        });
}

auto at_polarity(bool best) {
    return with_set([=](const FigureSet& set, Environment& environment, const Arguments&,
                        const CallContext& context) -> Result<Value> {
        const auto end = end_by_polarity(set, environment, best, context.span);
        if (!end) return end.finding();
        return region_at(*end, 0, set, environment, context.span);
    });
}

Value quantity(const FigureSet& set, const Environment& environment, const Decimal& number) {
    std::vector<const Measurement*> origins;
    for (const Measurement* const measurement : set.measurements()) {
        if (measurement != nullptr && measurement->value) origins.push_back(measurement);
    }
    return Value(std::make_shared<const Quantity>(environment.presenter(), set.indicator(),
                                                  Quantity::Kind::figure, data::Value::point(number),
                                                  std::move(origins)));
}

Decimal total_of(const std::vector<std::pair<Decimal, std::size_t>>& numbers) {
    Decimal total;
    for (const auto& [number, place] : numbers)
        total += number;
    return total;
}

/// One number for a whole set.
auto summary(Decimal (*compute)(std::vector<std::pair<Decimal, std::size_t>>)) {
    return with_set([compute](const FigureSet& set, Environment& environment, const Arguments&,
                              const CallContext& context) -> Result<Value> {
        auto numbers = numbers_of(set, environment, context.span);
        if (!numbers) return numbers.finding();
        return quantity(set, environment, compute(std::move(numbers).value()));
    });
}

Decimal mean_of(std::vector<std::pair<Decimal, std::size_t>> numbers) {
    return Decimal::divide(total_of(numbers), Decimal(static_cast<int>(numbers.size()))).value_or(Decimal());
}

Decimal median_of(std::vector<std::pair<Decimal, std::size_t>> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t middle = numbers.size() / 2;
    if (numbers.size() % 2 == 1) return numbers[middle].first;
    return Decimal::divide(numbers[middle - 1].first + numbers[middle].first, 2).value_or(Decimal());
}

/// How many figures lie above, below … the given bounds; `of` is how many have a value.
struct Counted {
    int matching = 0;
    int of = 0;
};

Result<Counted> count_matching(const FigureSet& set, const Environment& environment,
                               const Arguments& arguments, const CallContext& context) {
    const auto numbers = numbers_of(set, environment, context.span);
    if (!numbers) return numbers.finding();
    std::vector<std::optional<Decimal>> bounds;
    for (std::size_t i = 1; i <= 4; ++i) {
        if (!arguments.given(i)) {
            bounds.emplace_back();
            continue;
        }
        if (const Quantity* const figure = arguments[i].as<Quantity>()) {
            if (figure->indicator() != set.indicator())
                return make_error("not-comparable", arguments.span(i),
                                  "this figure is of another indicator than the set");
            if (!figure->number())
                return make_error("undecided", arguments.span(i),
                                  "this figure is missing or no single number");
            bounds.emplace_back(*figure->number());
            continue;
        }
        const auto number = arguments.number(i);
        if (!number) return number.finding();
        bounds.emplace_back(*number);
    }
    Counted counted;
    for (const auto& [number, place] : *numbers) {
        const bool matches = (!bounds[0] || number > *bounds[0]) && (!bounds[1] || number < *bounds[1]) &&
                             (!bounds[2] || number >= *bounds[2]) && (!bounds[3] || number <= *bounds[3]);
        counted.matching += matches ? 1 : 0;
        ++counted.of;
    }
    return counted;
}

auto counting(Value (*answer)(const Counted&)) {
    return with_set([answer](const FigureSet& set, Environment& environment, const Arguments& arguments,
                             const CallContext& context) -> Result<Value> {
        const auto counted = count_matching(set, environment, arguments, context);
        if (!counted) return counted.finding();
        return answer(*counted);
    });
}

/// Of figures those within the bounds, of other things all.
Result<Value> count(const Arguments& arguments, const CallContext& context) {
    static const auto count_figures =
        counting([](const Counted& counted) { return Value(counted.matching); });
    if (arguments[0].as<FigureSet>() != nullptr) return count_figures(arguments, context);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments.given(i)) return arguments.wrong_type(0, "figures, where bounds are given");
    }
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    return Value((*items)->size());
}

Result<Value> regions_of_set(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto regions = regions_argument(**environment, arguments, 0);
    if (!regions) return regions.finding();
    expression::List list;
    for (const data::RegionIndex region : *regions)
        list.push_back(region_value(**environment, region));
    return Value(std::move(list));
}

}  // namespace

void add_set_functions(expression::Functions& functions) {
    const auto set = [](std::string indicator) { return "values(\"" + indicator + "\", \"dutch-regions\")"; };
    const std::string rates = set("unemployment-rate");
    functions.add_function({"highest",
                            {required("figures")},
                            "The region with the highest figure; an error when several share it.",
                            "highest(" + rates + ").id",
                            "rijnmond",
                            at_end(End::highest, 0)});
    functions.add_function({"lowest",
                            {required("figures")},
                            "The region with the lowest figure; an error when several share it.",
                            "lowest(" + rates + ").id",
                            "brainport",
                            at_end(End::lowest, 0)});
    functions.add_function({"second",
                            {required("figures")},
                            "The region with the second highest figure.",
                            "second(" + rates + ").id",
                            "vierkant-voor-werk",
                            at_end(End::highest, 1)});
    functions.add_function({"best",
                            {required("figures")},
                            "The region that stands best by the indicator's polarity.",
                            "best(" + rates + ").id",
                            "brainport",
                            at_polarity(true)});
    functions.add_function({"worst",
                            {required("figures")},
                            "The region that stands worst by the indicator's polarity.",
                            "worst(" + rates + ").id",
                            "rijnmond",
                            at_polarity(false)});
    functions.add_function({"sum",
                            {required("figures")},
                            "The sum of the figures.",
                            "sum(values(\"rd-top60-companies\", \"dutch-regions\")).number",
                            "9",
                            summary([](auto numbers) { return total_of(numbers); })});
    functions.add_function({"mean",
                            {required("figures")},
                            "The unweighted mean of the figures.",
                            "mean(" + rates + ").number",
                            "7.65",
                            summary(mean_of)});
    functions.add_function({"median",
                            {required("figures")},
                            "The middle figure.",
                            "median(" + rates + ").number",
                            "7.45",
                            summary(median_of)});
    const std::vector<expression::Parameter> bounds = {
        required("figures"), optional("above"), optional("below"), optional("at_least"), optional("at_most")};
    functions.add_function({"count", bounds,
                            "How many figures lie within the bounds, or how many things a list holds.",
                            "count(" + rates + ", above=7)", "3", count});
    functions.add_function(
        {"all", bounds, "Do all figures lie within the bounds?", "all(" + rates + ", above=6)", "True",
         counting([](const Counted& counted) { return Value(counted.matching == counted.of); })});
    functions.add_function({"any", bounds, "Does any figure lie within the bounds?",
                            "any(" + rates + ", below=6)", "False",
                            counting([](const Counted& counted) { return Value(counted.matching > 0); })});
    functions.add_function({"set",
                            {optional("regions")},
                            "The regions of a set, for a loop.",
                            "list(set(\"german-regions\"))",
                            "Emsland en Bremen",
                            regions_of_set});
}

}  // namespace regioscope::analysis
