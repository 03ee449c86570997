#include <fmt/format.h>

#include <algorithm>

#include "analysis/arguments.h"
#include "analysis/functions.h"
#include "analysis/number.h"
#include "analysis/pair.h"
#include "analysis/quantity.h"
#include "analysis/region_object.h"
#include "analysis/stated_number.h"

namespace regioscope::analysis {

namespace {

using expression::Arguments;
using expression::CallContext;
using expression::optional;
using expression::required;
using expression::Value;

/// The message that says how one figure stands to another, for figures that are counted (more, fewer) and for
/// others (higher, lower).
std::string comparison_id(Relation relation, bool has_difference, bool is_count) {
    std::string id = "compare.";
    switch (relation) {
        case Relation::higher:
            id += has_difference ? "higher" : "above";
            break;
        case Relation::lower:
            id += has_difference ? "lower" : "below";
            break;
        case Relation::equal:
            id += "equal";
            break;
        case Relation::same:
            id += "same";
            break;
        case Relation::undecided:
        case Relation::missing:
            id += "undecided";
            break;
    }
    return is_count ? id + "-count" : id;
}

/// The difference of two numbers, "about" when one of them is.
std::optional<data::Value> difference_of(const data::Dataset& dataset, const Measurement& first,
                                         const Measurement& second) {
    const auto a = compared_number(dataset, &first);
    const auto b = compared_number(dataset, &second);
    if (!a || !b) return std::nullopt;
    const bool is_about =
        first.value->kind == data::Value::Kind::about || second.value->kind == data::Value::Kind::about;
    const Decimal difference = (*a - *b).absolute();
    return data::Value{is_about ? data::Value::Kind::about : data::Value::Kind::point, difference,
                       difference};
}

/// "1,8 procentpunt lager dan in Rijnmond"; "ongeveer even hoog als in Rijnmond" under the indicator's
/// threshold; "hoger dan in Rijnmond" where a bound leaves no difference to tell.
Result<Value> compare(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto indicator = indicator_argument(**environment, arguments, 2);
    if (!indicator) return indicator.finding();
    const auto period = period_argument(**environment, arguments, 3);
    if (!period) return period.finding();
    std::vector<const Measurement*> figures;
    std::vector<data::RegionIndex> regions;
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
        const auto region = region_argument(**environment, arguments, place);
        if (!region) return region.finding();
        const auto figure = read_figure(**environment, *indicator, *region, *period, arguments.span(place));
        if (!figure) return figure.finding();
        figures.push_back(*figure);
        regions.push_back(*region);
    }
    const data::Dataset& dataset = (*environment)->dataset();
    const Presenter& presenter = (*environment)->presenter();
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i]->value)
            return make_error("undecided", arguments.span(i),
                              fmt::format("the figure of '{}' is missing", dataset[regions[i]].id));
    }
    const Relation relation = relation_of(*compared(dataset, figures[0]), *compared(dataset, figures[1]),
                                          dataset[*indicator].about_equal);
    const auto difference = difference_of(dataset, *figures[0], *figures[1]);
    const bool is_count = dataset[dataset[*indicator].unit].kind == data::Unit::Kind::count;
    return Value(presenter.message(
        comparison_id(relation, difference.has_value(), is_count),
        {{"difference", difference ? presenter.difference(*difference, *indicator) : std::string()},
         {"region", presenter.names(regions[1]).in}}));
}

/// The name of a region or an indicator.
Result<Value> name(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    if (const RegionObject* const region = arguments[0].as<RegionObject>())
        return Value((*environment)->presenter().names(region->region()).short_name);
    const Result<std::string_view> id = arguments.text(0);
    if (!id) return id.finding();
    const data::Dataset& dataset = (*environment)->dataset();
    if (const auto indicator = dataset.indicator_by_id.find(*id);
        indicator != dataset.indicator_by_id.end()) {
        return Value((*environment)->presenter().name(indicator->second));
    }
    const auto region = region_argument(**environment, arguments, 0);
    if (!region) return region.finding();
    return Value((*environment)->presenter().names(*region).short_name);
}

Result<Value> region(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto found = region_argument(**environment, arguments, 0);
    if (!found) return found.finding();
    return region_value(**environment, *found);
}

/// "a, b en c" of names, figures or texts.
Result<Value> list(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    std::vector<std::string> words;
    for (const Value& item : **items) {
        auto text = expression::text_of(item);
        if (!text) return arguments.wrong_type(0, "a list of things that can be printed");
        words.push_back(std::move(*text));
    }
    return Value((*environment)->presenter().locale().list(words));
}

Result<Value> number(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto decimals = arguments.integer(1, 0, 6);
    if (!decimals) return decimals.finding();
    std::optional<Decimal> plain;
    if (const Quantity* const figure = arguments[0].as<Quantity>()) plain = figure->number();
    if (const StatedNumber* const stated = arguments[0].as<StatedNumber>()) plain = stated->number();
    if (!plain) {
        const auto given = arguments.number(0);
        if (!given) return given.finding();
        plain = *given;
    }
    const locale::Locale& locale = (*environment)->presenter().locale();
    const auto spelled = arguments.truth(2);
    if (!spelled) return spelled.finding();
    if (!*spelled) return Value(locale.number(*plain, static_cast<int>(*decimals)));
    auto words = locale.spelled(*plain);
    if (!words)
        return make_error("wrong-arguments", arguments.span(0), "only whole numbers are written in words");
    return Value(*std::move(words));
}

Result<Value> capital(const Arguments& arguments, const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto text = expression::text_of(arguments[0]);
    if (!text) return arguments.wrong_type(0, "a text");
    return Value((*environment)->presenter().locale().capitalized(*text));
}

}  // namespace

void add_wording_functions(expression::Functions& functions) {
    functions.add_function({"compare",
                            {required("a"), required("b"), required("indicator"), optional("period")},
                            "How the first region stands to the second, in words.",
                            "compare(\"twente\", \"rijnmond\", \"unemployment-rate\")",
                            "1,8 procentpunt lager dan in Rijnmond",
                            compare});
    functions.add_function({"name",
                            {required("id")},
                            "The name of a region or an indicator.",
                            "name(\"emsland\")",
                            "Emsland",
                            name});
    functions.add_function({"region",
                            {required("id")},
                            "A region, for its name forms: .name, .in, .of, .the.",
                            "region(\"emsland\").in",
                            "in het Emsland",
                            region});
    functions.add_function({"list",
                            {required("items")},
                            "Things as a sentence lists them.",
                            "list(set(\"german-regions\"))",
                            "Emsland en Bremen",
                            list});
    functions.add_function(
        {"number",
         {required("number"), optional("decimals", Value(0)), optional("spelled", Value(false))},
         "A plain number with that many decimals, or in words.",
         "number(1234.56, 1)",
         "1.234,6",
         number});
    functions.add_function({"capital",
                            {required("words")},
                            "With a capital, for the start of a sentence.",
                            "capital(region(\"emsland\").in)",
                            "In het Emsland",
                            capital});
}

}  // namespace regioscope::analysis
