#include <fmt/format.h>

#include <algorithm>

#include "analysis/arguments.h"
#include "analysis/functions.h"
#include "analysis/number.h"
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

/// indicator, region, period → the region's figure.
Result<const Measurement*> figure_argument(Environment& environment, const Arguments& arguments,
                                           const CallContext& context) {
    const auto indicator = indicator_argument(environment, arguments, 0);
    if (!indicator) return indicator.finding();
    const auto region = region_argument(environment, arguments, 1);
    if (!region) return region.finding();
    const auto period = period_argument(environment, arguments, 2);
    if (!period) return period.finding();
    return read_figure(environment, *indicator, *region, *period, context.span);
}

Result<Value> value(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto figure = figure_argument(**environment, arguments, context);
    if (!figure) return figure.finding();
    const auto spelled = arguments.truth(3);
    if (!spelled) return spelled.finding();
    Value shown = figure_of((*environment)->presenter(), **figure);
    return *spelled ? shown.as<Quantity>()->spelled(arguments.span(3)) : shown;
}

Result<Value> printed(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto indicator = indicator_argument(**environment, arguments, 0);
    if (!indicator) return indicator.finding();
    const auto region = region_argument(**environment, arguments, 1);
    if (!region) return region.finding();
    const auto period = period_argument(**environment, arguments, 2);
    if (!period) return period.finding();
    const auto table = table_argument(**environment, arguments, 3);
    if (!table) return table.finding();
    const Measurement* const found =
        (*environment)->measurements().find_printed(*indicator, *region, **period, *table);
    if (found == nullptr) {
        return make_error(
            "no-figure", context.span,
            fmt::format("'{}' prints no such figure of '{}'", (*environment)->dataset()[*table].id,
                        (*environment)->dataset()[*region].id));
    }
    (*environment)->record(*found);
    return figure_of((*environment)->presenter(), *found);
}

Result<Value> values(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto indicator = indicator_argument(**environment, arguments, 0);
    if (!indicator) return indicator.finding();
    const auto regions = regions_argument(**environment, arguments, 1);
    if (!regions) return regions.finding();
    const auto period = period_argument(**environment, arguments, 2);
    if (!period) return period.finding();
    std::vector<const Measurement*> found =
        (*environment)->measurements().find_all(*indicator, *regions, *period);
    for (const Measurement* const measurement : found) {
        if (measurement != nullptr) (*environment)->record(*measurement);
    }
    return Value(std::make_shared<const FigureSet>((*environment)->presenter(), *indicator, *regions,
                                                   std::move(found)));
}

/// a, b, indicator, period: the figures of two regions.
struct TwoFigures {
    Environment* environment = nullptr;
    const Measurement* first = nullptr;
    const Measurement* second = nullptr;
    Decimal first_number;
    Decimal second_number;
};

Result<TwoFigures> two_figures(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto indicator = indicator_argument(**environment, arguments, 2);
    if (!indicator) return indicator.finding();
    const auto period = period_argument(**environment, arguments, 3);
    if (!period) return period.finding();
    TwoFigures two;
    two.environment = *environment;
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
        const auto region = region_argument(**environment, arguments, place);
        if (!region) return region.finding();
        const auto figure = read_figure(**environment, *indicator, *region, *period, arguments.span(place));
        if (!figure) return figure.finding();
        const Quantity quantity((*environment)->presenter(), *indicator, Quantity::Kind::figure,
                                (*figure)->value, {*figure});
        const auto number = quantity.number();
        if (!number) {
            return make_error("undecided", arguments.span(place),
                              fmt::format("the figure of '{}' is missing or no single number",
                                          (*environment)->dataset()[*region].id));
        }
        (place == 0 ? two.first : two.second) = *figure;
        (place == 0 ? two.first_number : two.second_number) = *number;
    }
    return two;
}

Result<Value> difference_of_regions(const Arguments& arguments, const CallContext& context) {
    const auto two = two_figures(arguments, context);
    if (!two) return two.finding();
    const data::Dataset& dataset = two->environment->dataset();
    const Decimal size =
        (*compared_number(dataset, two->first) - *compared_number(dataset, two->second)).absolute();
    return Value(std::make_shared<const Quantity>(two->environment->presenter(), two->first->indicator,
                                                  Quantity::Kind::difference, data::Value::point(size),
                                                  std::vector<const Measurement*>{two->first, two->second}));
}

Result<Value> ratio(const Arguments& arguments, const CallContext& context) {
    const auto two = two_figures(arguments, context);
    if (!two) return two.finding();
    if (two->second_number <= Decimal() || two->first_number.is_negative())
        return make_error("outside-domain", context.span,
                          "a ratio is told of a figure that is not below zero, to one that is above it");
    return Value(*Decimal::divide(two->first_number, two->second_number));
}

Result<Value> about_equal(const Arguments& arguments, const CallContext& context) {
    const auto two = two_figures(arguments, context);
    if (!two) return two.finding();
    const data::Dataset& dataset = two->environment->dataset();
    const Decimal size =
        (*compared_number(dataset, two->first) - *compared_number(dataset, two->second)).absolute();
    return Value(size <= two->environment->dataset()[two->first->indicator].about_equal);
}

/// indicator, region, from, to: how much it changed, in the indicator's unit.
Result<Value> change(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto indicator = indicator_argument(**environment, arguments, 0);
    if (!indicator) return indicator.finding();
    const auto region = region_argument(**environment, arguments, 1);
    if (!region) return region.finding();
    std::vector<const Measurement*> figures;
    std::vector<Decimal> numbers;
    for (const std::size_t place : {std::size_t{2}, std::size_t{3}}) {
        const auto period = period_argument(**environment, arguments, place);
        if (!period) return period.finding();
        const auto figure = read_figure(**environment, *indicator, *region, *period, arguments.span(place));
        if (!figure) return figure.finding();
        const auto number = compared_number((*environment)->dataset(), *figure);
        if (!number)
            return make_error("undecided", arguments.span(place),
                              "that figure is missing or no single number");
        figures.push_back(*figure);
        numbers.push_back(*number);
    }
    return Value(
        std::make_shared<const Quantity>((*environment)->presenter(), *indicator, Quantity::Kind::difference,
                                         data::Value::point(numbers[1] - numbers[0]), std::move(figures)));
}

Result<Value> rank(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto indicator = indicator_argument(**environment, arguments, 0);
    if (!indicator) return indicator.finding();
    const auto region = region_argument(**environment, arguments, 1);
    if (!region) return region.finding();
    const auto regions = regions_argument(**environment, arguments, 2);
    if (!regions) return regions.finding();
    const std::vector<const Measurement*> figures =
        (*environment)->measurements().find_all(*indicator, *regions);
    const auto ranks = ranks_of((*environment)->dataset(), figures);
    for (std::size_t i = 0; i < regions->size(); ++i) {
        if (figures[i] != nullptr) (*environment)->record(*figures[i]);
    }
    const auto place = std::find(regions->begin(), regions->end(), *region);
    if (place == regions->end())
        return make_error("not-in-set", arguments.span(1),
                          fmt::format("'{}' is not in that set", (*environment)->dataset()[*region].id));
    const auto& found = ranks[static_cast<std::size_t>(place - regions->begin())];
    if (!found)
        return make_error("no-figure", context.span,
                          fmt::format("'{}' has no figure to rank", (*environment)->dataset()[*region].id));
    if (!found->is_decided())
        return make_error("undecided", context.span,
                          fmt::format("a bound leaves open whether '{}' stands at {} or {}",
                                      (*environment)->dataset()[*region].id, found->rank, found->last));
    return Value(static_cast<int>(found->rank));
}

/// The size of a number or of a figure's difference.
Result<Value> absolute(const Arguments& arguments, const CallContext&) {
    const Quantity* const figure = arguments[0].as<Quantity>();
    if (figure == nullptr) {
        const auto number = arguments.number(0);
        if (!number) return number.finding();
        return Value(number->absolute());
    }
    const auto number = figure->number();
    if (!number) {
        return make_error("undecided", arguments.span(0), "this figure is missing or no single number");
    }
    if (!number->is_negative()) return arguments[0];
    return figure->with_number(number->absolute());
}

}  // namespace

void add_figure_functions(expression::Functions& functions) {
    functions.add_function(
        {"value",
         {required("indicator"), required("region"), optional("period"), optional("spelled", Value(false))},
         "A region's figure: of that period, else the latest; on its preferred area that has one. Spelled: a "
         "whole number in words.",
         "value(\"unemployment-rate\", \"twente\")",
         "7,2%",
         value});
    functions.add_function(
        {"printed",
         {required("indicator"), required("region"), required("period"), required("table")},
         "A region's figure as one table prints it, whatever is made of it: for checks that hold two places "
         "of a source against each other.",
         "printed(\"rd-top60-companies\", \"twente\", \"2015\", "
         "\"nef-regions-2016/text-dutch-regions\").number",
         "5",
         printed});
    functions.add_function({"values",
                            {required("indicator"), optional("regions"), optional("period")},
                            "The figures of a set of regions, one each.",
                            "count(values(\"unemployment-rate\", \"dutch-regions\"))",
                            "4",
                            values});
    functions.add_function({"difference",
                            {required("a"), required("b"), required("indicator"), optional("period")},
                            "How far two regions are apart, without a sign.",
                            "difference(\"rijnmond\", \"twente\", \"unemployment-rate\")",
                            "1,8 procentpunt",
                            difference_of_regions});
    functions.add_function({"ratio",
                            {required("a"), required("b"), required("indicator"), optional("period")},
                            "The first region's figure divided by the second's.",
                            "ratio(\"rijnmond\", \"twente\", \"unemployment-rate\")",
                            "1.25",
                            ratio});
    functions.add_function({"about_equal",
                            {required("a"), required("b"), required("indicator"), optional("period")},
                            "Do two regions differ by no more than the indicator's threshold?",
                            "about_equal(\"rijnmond\", \"twente\", \"unemployment-rate\")",
                            "False",
                            about_equal});
    functions.add_function(
        {"change",
         {required("indicator"), required("region"), required("since"), required("until")},
         "How much a region's figure changed between two periods, in its unit.",
         "change(\"foreign-controlled-establishments\", \"twente\", \"2010\", \"2013\").number",
         "100",
         change});
    functions.add_function({"abs",
                            {required("number")},
                            "A number or a difference without its sign.",
                            "abs(3 - 5)",
                            "2",
                            absolute});
    functions.add_function({"rank",
                            {required("indicator"), required("region"), optional("regions")},
                            "A region's place among a set: 1 has the highest value, equals share a place.",
                            "rank(\"unemployment-rate\", \"rijnmond\", \"dutch-regions\")",
                            "1",
                            rank});
}

}  // namespace regioscope::analysis
