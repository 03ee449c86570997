// Filters that order, compare and group items, by themselves or by an attribute.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "expression/evaluation.h"
#include "expression/letter_case.h"
#include "expression/operators.h"
#include "expression/standard.h"

namespace regioscope::expression {

namespace {

/// A group of `groupby`: a pair to unpack, and an object with two attributes.
class Group : public Object {
  public:
    Group(Value grouper, Value list)
        : pair_(std::make_shared<const List>(List{std::move(grouper), std::move(list)})),
          extent_(Value(pair_).extent()) {}

    std::string_view type_name() const override { return "a group"; }
    std::optional<Value> attribute(std::string_view name) const override {
        if (name == "grouper") return (*pair_)[0];
        if (name == "list") return (*pair_)[1];
        return std::nullopt;
    }
    std::vector<std::string> attribute_names() const override { return {"grouper", "list"}; }
    std::shared_ptr<const List> items() const override { return pair_; }
    std::optional<std::string> text() const override { return text_of(Value(pair_)); }
    Extent extent() const override { return extent_; }

  private:
    std::shared_ptr<const List> pair_;
    Extent extent_;
};

/// An item with what it is ordered by.
struct Keyed {
    Value item;
    Value key;
};

/// Texts without regard to case, also inside a list of keys.
Value without_case(const Value& key) {
    if (key.is_text()) return Value(lower_case(key.text()));
    if (!key.is_list()) return key;
    List keys;
    for (const Value& part : key.list())
        keys.push_back(without_case(part));
    return Value(std::move(keys));
}

/// How a filter finds the key of an item; indices are those of its parameters.
struct KeyRule {
    std::size_t case_sensitive;
    std::size_t attribute;
    /// `a,b` means both, one after the other.
    bool may_be_several = false;
    /// What an item without the attribute counts as; 0: it is a finding.
    std::size_t fallback = 0;
};

Result<Value> read_key(const Value& item, const Value& path, const KeyRule& rule, const Arguments& arguments,
                       const CallContext& context) {
    auto found = read_path(item, path, arguments, rule.attribute, context);
    if (!found || !found->is_undefined()) return found;
    if (rule.fallback != 0 && arguments.given(rule.fallback)) return arguments[rule.fallback];
    return no_such_path(item, path, arguments.span(rule.attribute));
}

Result<Value> read_keys(const Value& item, const KeyRule& rule, const Arguments& arguments,
                        const CallContext& context) {
    const Value& path = arguments[rule.attribute];
    if (path.is_undefined() || path.is_none()) return item;
    const bool several = rule.may_be_several && path.is_text() && path.text().find(',') != std::string::npos;
    if (!several) return read_key(item, path, rule, arguments, context);
    List keys;
    std::string_view rest = path.text();
    while (true) {
        const std::size_t comma = rest.find(',');
        auto key = read_key(item, Value(rest.substr(0, comma)), rule, arguments, context);
        if (!key) return key;
        keys.push_back(*std::move(key));
        if (comma == std::string_view::npos) return Value(std::move(keys));
        rest.remove_prefix(comma + 1);
    }
}

Result<std::vector<Keyed>> keyed(const KeyRule& rule, const Arguments& arguments,
                                 const CallContext& context) {
    const auto items = arguments.items(0);
    if (!items) return items.finding();
    const auto case_sensitive = arguments.truth(rule.case_sensitive);
    if (!case_sensitive) return case_sensitive.finding();
    std::vector<Keyed> all;
    all.reserve((*items)->size());
    for (const Value& item : **items) {
        auto key = read_keys(item, rule, arguments, context);
        if (!key) return std::move(key).finding();
        all.push_back({item, *case_sensitive ? *std::move(key) : without_case(*key)});
    }
    return all;
}

/// Stable; the finding of the first two keys that have no order, if any.
std::optional<Finding> sort_by_key(std::vector<Keyed>& all, bool descending, const CallContext& context) {
    std::optional<Finding> finding;
    std::stable_sort(all.begin(), all.end(), [&](const Keyed& a, const Keyed& b) {
        if (finding) return false;
        const Comparison comparison = descending ? Comparison::greater : Comparison::less;
        auto answer = compare(comparison, a.key, b.key, context);
        if (answer) return *answer;
        finding = std::move(answer).finding();
        return false;
    });
    return finding;
}

Value items_of_keyed(std::vector<Keyed> all) {
    List items;
    items.reserve(all.size());
    for (Keyed& one : all)
        items.push_back(std::move(one.item));
    return Value(std::move(items));
}

Result<Value> sort(const Arguments& arguments, const CallContext& context) {
    const auto descending = arguments.truth(1);
    if (!descending) return descending.finding();
    auto all = keyed({.case_sensitive = 2, .attribute = 3, .may_be_several = true}, arguments, context);
    if (!all) return std::move(all).finding();
    if (auto finding = sort_by_key(*all, *descending, context)) return *std::move(finding);
    return items_of_keyed(*std::move(all));
}

Result<Value> sort_map(const Arguments& arguments, const CallContext& context) {
    if (!arguments[0].is_map()) return arguments.wrong_type(0, "a map");
    const auto by = arguments.text(2);
    if (!by) return by.finding();
    if (*by != "key" && *by != "value") {
        return make_error("out-of-range", arguments.span(2), "'by' is 'key' or 'value'");
    }
    const auto case_sensitive = arguments.truth(1);
    if (!case_sensitive) return case_sensitive.finding();
    const auto descending = arguments.truth(3);
    if (!descending) return descending.finding();
    std::vector<Keyed> all;
    for (const auto& [name, value] : arguments[0].map().entries()) {
        const Value key = *by == "key" ? Value(name) : value;
        all.push_back({Value(List{Value(name), value}), *case_sensitive ? key : without_case(key)});
    }
    if (auto finding = sort_by_key(all, *descending, context)) return *std::move(finding);
    return items_of_keyed(std::move(all));
}

Result<Value> extreme(const Arguments& arguments, const CallContext& context, Comparison better) {
    auto all = keyed({.case_sensitive = 1, .attribute = 2}, arguments, context);
    if (!all) return std::move(all).finding();
    const Keyed* best = nullptr;
    for (const Keyed& one : *all) {
        if (best == nullptr) {
            best = &one;
            continue;
        }
        auto answer = compare(better, one.key, best->key, context);
        if (!answer) return std::move(answer).finding();
        if (*answer) best = &one;
    }
    return best == nullptr ? Value() : best->item;
}

Result<Value> unique(const Arguments& arguments, const CallContext& context) {
    auto all = keyed({.case_sensitive = 1, .attribute = 2}, arguments, context);
    if (!all) return std::move(all).finding();
    std::unordered_set<std::string> seen_texts;
    std::vector<const Value*> seen_others;
    List items;
    for (const Keyed& one : *all) {
        if (one.key.is_text()) {
            if (seen_texts.insert(one.key.text()).second) items.push_back(one.item);
            continue;
        }
        bool is_new = true;
        for (const Value* other : seen_others) {
            auto same = compare(Comparison::equal, one.key, *other, context);
            if (!same) return std::move(same).finding();
            is_new = is_new && !*same;
            if (!is_new) break;
        }
        if (!is_new) continue;
        seen_others.push_back(&one.key);
        items.push_back(one.item);
    }
    return Value(std::move(items));
}

Result<Value> group(const Arguments& arguments, const CallContext& context) {
    const KeyRule rule{.case_sensitive = 3, .attribute = 1, .fallback = 2};
    auto all = keyed(rule, arguments, context);
    if (!all) return std::move(all).finding();
    if (auto finding = sort_by_key(*all, false, context)) return *std::move(finding);
    List groups;
    List members;
    for (std::size_t i = 0; i < all->size(); ++i) {
        members.push_back((*all)[i].item);
        const bool is_last = i + 1 == all->size();
        if (!is_last) {
            auto same = compare(Comparison::equal, (*all)[i].key, (*all)[i + 1].key, context);
            if (!same) return std::move(same).finding();
            if (*same) continue;
        }
        // The group is called as its first member writes it.
        auto grouper = read_keys(members.front(), rule, arguments, context);
        if (!grouper) return grouper;
        groups.emplace_back(std::make_shared<Group>(*std::move(grouper), Value(std::exchange(members, {}))));
    }
    return Value(std::move(groups));
}

}  // namespace

void add_order_filters(Functions& functions) {
    functions.add_filter({"dictsort",
                          {required("value"), optional("case_sensitive", false), optional("by", "key"),
                           optional("reverse", false)},
                          "The keys and values of a map, as pairs, in order of 'key' or 'value'.",
                          "{'b': 1, 'a': 2}|dictsort|join(' ')",
                          "['a', 2] ['b', 1]",
                          sort_map});
    functions.add_filter(
        {"groupby",
         {required("value"), required("attribute"), optional("default"), optional("case_sensitive", false)},
         "Groups of items with the same attribute, in its order; each has a grouper and a list.",
         "[{'n': 2}, {'n': 1}, {'n': 2}]|groupby('n')|map(attribute='grouper')|join(' ')",
         "1 2",
         group});
    functions.add_filter({"max",
                          {required("value"), optional("case_sensitive", false), optional("attribute")},
                          "The largest item, or the one with the largest attribute; the first of equals.",
                          "[7.2, 9.0, 7.7]|max",
                          "9.0",
                          [](const Arguments& arguments, const CallContext& context) {
                              return extreme(arguments, context, Comparison::greater);
                          }});
    functions.add_filter({"min",
                          {required("value"), optional("case_sensitive", false), optional("attribute")},
                          "The smallest item, or the one with the smallest attribute; the first of equals.",
                          "[7.2, 9.0, 7.7]|min",
                          "7.2",
                          [](const Arguments& arguments, const CallContext& context) {
                              return extreme(arguments, context, Comparison::less);
                          }});
    functions.add_filter({"sort",
                          {required("value"), optional("reverse", false), optional("case_sensitive", false),
                           optional("attribute")},
                          "In order, of themselves or of attributes ('year,name'); equals keep theirs.",
                          "['b', 'C', 'a']|sort",
                          "['a', 'b', 'C']",
                          sort});
    functions.add_filter({"unique",
                          {required("value"), optional("case_sensitive", false), optional("attribute")},
                          "The first of each that are the same, by themselves or by an attribute.",
                          "['a', 'b', 'A']|unique|list",
                          "['a', 'b']",
                          unique});
}

}  // namespace regioscope::expression
