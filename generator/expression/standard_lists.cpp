// Filters that take a list and give a list, one of its items, or a sum of them.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "expression/evaluation.h"
#include "expression/operators.h"
#include "expression/standard.h"

namespace regioscope::expression {

namespace {

Value pair_of(const Map::Entry& entry) {
    return Value(List{Value(entry.first), entry.second});
}

Result<Value> first(const Arguments& arguments, const CallContext&) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    return (*items)->empty() ? Value() : (*items)->front();
}

Result<Value> last(const Arguments& arguments, const CallContext&) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    return (*items)->empty() ? Value() : (*items)->back();
}

Result<Value> length(const Arguments& arguments, const CallContext&) {
    const auto count = length_of(arguments[0]);
    if (!count) return arguments.wrong_type(0, "a list, a map or a text");
    return Value(*count);
}

Result<Value> to_list(const Arguments& arguments, const CallContext&) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    return Value(*items);
}

Result<Value> to_pairs(const Arguments& arguments, const CallContext&) {
    if (!arguments[0].is_map()) return arguments.wrong_type(0, "a map");
    List pairs;
    for (const Map::Entry& entry : arguments[0].map().entries())
        pairs.push_back(pair_of(entry));
    return Value(std::move(pairs));
}

Result<Value> reverse(const Arguments& arguments, const CallContext&) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    if (!arguments[0].is_text()) return Value(List((*items)->rbegin(), (*items)->rend()));
    std::string text;
    for (auto letter = (*items)->rbegin(); letter != (*items)->rend(); ++letter)
        text += letter->text();
    return Value(std::move(text));
}

/// Joins by `~`, so that safe HTML stays safe and the texts between it are escaped.
Result<Value> join(const Arguments& arguments, const CallContext& context) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    std::string text;
    Value joined;
    bool is_plain = true;
    const auto add = [&](const Value& part) -> std::optional<Finding> {
        if (is_plain && !part.is_object()) {
            if (!append_text(text, part)) return not_printable(part, context.span);
            if (text.size() <= context.evaluation.limits().text_size) return std::nullopt;
            return too_much_work(context.span, "this text is too long");
        }
        if (is_plain) joined = Value(std::move(text));
        is_plain = false;
        auto next = concatenate(joined, part, context);
        if (!next) return std::move(next).finding();
        joined = *std::move(next);
        return std::nullopt;
    };
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        Value item = (**items)[i];
        if (arguments.given(2)) {
            auto found = read_path(item, arguments[2], arguments, 2, context);
            if (!found) return found;
            if (found->is_undefined()) return no_such_path(item, arguments[2], arguments.span(2));
            item = *std::move(found);
        }
        if (i != 0) {
            if (auto finding = add(arguments[1])) return *std::move(finding);
        }
        if (auto finding = add(item)) return *std::move(finding);
    }
    return is_plain ? Value(std::move(text)) : joined;
}

Result<Value> batch(const Arguments& arguments, const CallContext&) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    const auto count = arguments.integer(1, 1, 1'000'000);
    if (!count) return count.finding();
    const auto size = static_cast<std::size_t>(*count);
    List rows;
    List row;
    for (const Value& item : **items) {
        row.push_back(item);
        if (row.size() == size) rows.emplace_back(std::exchange(row, {}));
    }
    if (!row.empty()) {
        if (arguments.given(2) && !arguments[2].is_none()) row.resize(size, arguments[2]);
        rows.emplace_back(std::move(row));
    }
    return Value(std::move(rows));
}

/// So many columns, the first ones longer by one where it does not come out even.
Result<Value> slice(const Arguments& arguments, const CallContext&) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    const auto count = arguments.integer(1, 1, 10'000);
    if (!count) return count.finding();
    const auto columns = static_cast<std::size_t>(*count);
    const std::size_t each = (*items)->size() / columns;
    const std::size_t longer = (*items)->size() % columns;
    List result;
    auto next = (*items)->begin();
    for (std::size_t i = 0; i < columns; ++i) {
        const auto end = next + static_cast<std::ptrdiff_t>(each + (i < longer ? 1 : 0));
        List column(next, end);
        next = end;
        const bool fill = arguments.given(2) && !arguments[2].is_none() && i >= longer;
        if (fill) column.push_back(arguments[2]);
        result.emplace_back(std::move(column));
    }
    return Value(std::move(result));
}

Result<Value> sum(const Arguments& arguments, const CallContext& context) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    Value total = arguments[2];
    for (const Value& item : **items) {
        Value part = item;
        if (arguments.given(1) && !arguments[1].is_none()) {
            auto found = read_path(item, arguments[1], arguments, 1, context);
            if (!found) return found;
            if (found->is_undefined()) return no_such_path(item, arguments[1], arguments.span(1));
            part = *std::move(found);
        }
        auto next = compute(Arithmetic::add, total, part, context);
        if (!next) return next;
        total = *std::move(next);
    }
    return total;
}

Result<Value> use_default(const Arguments& arguments, const CallContext&) {
    if (!arguments.given(0)) return arguments[1];
    const auto also_untrue = arguments.truth(2);
    if (!also_untrue) return also_untrue.finding();
    if (!*also_untrue) return arguments[0];
    const auto is_true = arguments.truth(0);
    if (!is_true) return is_true.finding();
    return *is_true ? arguments[0] : arguments[1];
}

}  // namespace

void add_list_filters(Functions& functions) {
    using Sort = Functions::Sort;
    functions.add_filter({"batch",
                          {required("value"), required("linecount"), optional("fill_with")},
                          "Rows of so many items; the last one filled up, if said with what.",
                          "range(5)|batch(2, '-')|join(' ')",
                          "[0, 1] [2, 3] [4, '-']",
                          batch});
    Function default_filter{
        "default",
        {optional("value"), optional("default_value", ""), optional("boolean", false)},
        "Something else where there is nothing, or, with boolean, where the value is not true.",
        "{'nl': 'Naam'}.fy|default('geen naam')",
        "geen naam",
        use_default};
    default_filter.takes_undefined = true;
    functions.add_filter(std::move(default_filter));
    functions.add_alias(Sort::filter, "d", "default");
    functions.add_filter({"first", {required("value")}, "The first item.", "['a', 'b']|first", "a", first});
    functions.add_filter({"items",
                          {required("value")},
                          "The keys and values of a map, as pairs, in its order.",
                          "{'nl': 1, 'de': 2}|items|join(' ')",
                          "['nl', 1] ['de', 2]",
                          to_pairs});
    functions.add_filter({"join",
                          {required("value"), optional("d", ""), optional("attribute")},
                          "One text of all items, or of an attribute of each.",
                          "[1, 2, 3]|join(', ')",
                          "1, 2, 3",
                          join});
    functions.add_filter({"last", {required("value")}, "The last item.", "['a', 'b']|last", "b", last});
    functions.add_filter({"length",
                          {required("value")},
                          "How many items, entries or characters.",
                          "'Südlohn'|length",
                          "7",
                          length});
    functions.add_alias(Sort::filter, "count", "length");
    functions.add_filter({"list",
                          {required("value")},
                          "What a loop goes through: a map's keys, a text's characters.",
                          "{'a': 1, 'b': 2}|list",
                          "['a', 'b']",
                          to_list});
    functions.add_filter(
        {"reverse", {required("value")}, "From back to front.", "[1, 2, 3]|reverse", "[3, 2, 1]", reverse});
    functions.add_filter({"slice",
                          {required("value"), required("slices"), optional("fill_with")},
                          "So many columns of nearly equal length.",
                          "range(5)|slice(2)|join(' ')",
                          "[0, 1, 2] [3, 4]",
                          slice});
    functions.add_filter({"sum",
                          {required("value"), optional("attribute"), optional("start", 0)},
                          "The exact sum of the items, or of an attribute of each.",
                          "[0.1, 0.2]|sum",
                          "0.3",
                          sum});
}

}  // namespace regioscope::expression
