#include "expression/value.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "expression/object.h"

namespace regioscope::expression {

namespace {

/// Up to here looking through the entries is quicker than hashing.
constexpr std::size_t short_map = 8;

Truth equal_lists(const List& a, const List& b) {
    if (a.size() != b.size()) return Truth::no;
    Truth all = Truth::yes;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Truth one = equal(a[i], b[i]);
        if (one == Truth::no) return one;
        if (one == Truth::undecided) all = one;
    }
    return all;
}

Truth equal_maps(const Map& a, const Map& b) {
    if (a.size() != b.size()) return Truth::no;
    Truth all = Truth::yes;
    for (const auto& [key, value] : a.entries()) {
        const Value* other = b.find(key);
        const Truth one = other == nullptr ? Truth::no : equal(value, *other);
        if (one == Truth::no) return one;
        if (one == Truth::undecided) all = one;
    }
    return all;
}

/// A text inside a list or a map: quoted as Jinja (that is, Python) does.
void append_quoted(std::string& out, std::string_view text) {
    const bool has_single = text.find('\'') != std::string_view::npos;
    const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    out += quote;
    for (const char c : text) {
        if (c == quote || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    out += quote;
}

bool append_part(std::string& out, const Value& value) {
    if (!value.is_text()) return append_text(out, value);
    append_quoted(out, value.text());
    return true;
}

bool append_list(std::string& out, const List& list) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != 0) out += ", ";
        if (!append_part(out, list[i])) return false;
    }
    out += ']';
    return true;
}

bool append_map(std::string& out, const Map& map) {
    out += '{';
    bool first = true;
    for (const auto& [key, value] : map.entries()) {
        if (!first) out += ", ";
        first = false;
        append_quoted(out, key);
        out += ": ";
        if (!append_part(out, value)) return false;
    }
    out += '}';
    return true;
}

bool append_any(std::string& out, const Value& value) {
    switch (value.kind()) {
        case Kind::undefined:
            return false;
        case Kind::none:
            out += "None";
            return true;
        case Kind::boolean:
            out += value.boolean() ? "True" : "False";
            return true;
        case Kind::number:
            out += value.number().text();
            return true;
        case Kind::text:
            out += value.text();
            return true;
        case Kind::list:
            return append_list(out, value.list());
        case Kind::map:
            return append_map(out, value.map());
        case Kind::object:
            break;
    }
    const auto text = value.object().text();
    if (text) out += *text;
    return text.has_value();
}

}  // namespace

Extent Extent::of_text(std::size_t bytes) {
    constexpr std::size_t bytes_of_one = 64;
    return {static_cast<std::uint32_t>(std::min<std::size_t>(1 + bytes / bytes_of_one, endless)), 0};
}

void Extent::hold(const Extent& part) {
    weight = part.weight < endless - weight ? weight + part.weight : endless;
    nesting = std::max<std::uint16_t>(nesting, part.nesting == 0xFFFF ? part.nesting : part.nesting + 1);
}

Value::Value(List items) : Value(std::make_shared<const List>(std::move(items))) {}
Value::Value(Map entries) : Value(std::make_shared<const Map>(std::move(entries))) {}

Value::Value(std::shared_ptr<const List> items) : state_(std::move(items)) {
    Extent extent{1, 1};
    for (const Value& item : list())
        extent.hold(item.extent());
    weight_ = extent.weight;
    nesting_ = extent.nesting;
}

Value::Value(std::shared_ptr<const Map> entries) : state_(std::move(entries)) {
    Extent extent{1, 1};
    for (const auto& [key, value] : map().entries()) {
        extent.hold(Extent::of_text(key.size()));
        extent.hold(value.extent());
    }
    weight_ = extent.weight;
    nesting_ = extent.nesting;
}

Extent Value::extent() const {
    switch (kind()) {
        case Kind::text:
            return Extent::of_text(text().size());
        case Kind::list:
        case Kind::map:
            return {weight_, nesting_};
        case Kind::object:
            return object().extent();
        default:
            return {};
    }
}

Map::Map(std::initializer_list<Entry> entries) {
    for (const Entry& entry : entries)
        set(entry.first, entry.second);
}

void Map::set(std::string key, Value value) {
    if (entries_.size() < short_map) {
        const auto found =
            std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.first == key; });
        if (found != entries_.end()) {
            found->second = std::move(value);
        } else {
            entries_.emplace_back(std::move(key), std::move(value));
        }
        return;
    }
    if (places_.empty()) {
        for (std::size_t i = 0; i < entries_.size(); ++i)
            places_.emplace(entries_[i].first, i);
    }
    const auto [place, is_new] = places_.emplace(key, entries_.size());
    if (is_new) {
        entries_.emplace_back(std::move(key), std::move(value));
    } else {
        entries_[place->second].second = std::move(value);
    }
}

const Value* Map::find(std::string_view key) const {
    if (places_.empty()) {
        for (const Entry& entry : entries_) {
            if (entry.first == key) return &entry.second;
        }
        return nullptr;
    }
    const auto found = places_.find(key);
    return found == places_.end() ? nullptr : &entries_[found->second].second;
}

std::string_view type_name(const Value& value) {
    switch (value.kind()) {
        case Kind::undefined:
            return "nothing";
        case Kind::none:
            return "none";
        case Kind::boolean:
            return "a boolean";
        case Kind::number:
            return "a number";
        case Kind::text:
            return "a text";
        case Kind::list:
            return "a list";
        case Kind::map:
            return "a map";
        case Kind::object:
            return value.object().type_name();
    }
    return {};
}

Truth equal(const Value& a, const Value& b) {
    if (a.is_object()) return a.object().equals(b);
    if (b.is_object()) return b.object().equals(a);
    if (a.kind() != b.kind()) return Truth::no;
    switch (a.kind()) {
        case Kind::undefined:
        case Kind::none:
            return Truth::yes;
        case Kind::boolean:
            return truth_of(a.boolean() == b.boolean());
        case Kind::number:
            return truth_of(a.number() == b.number());
        case Kind::text:
            return truth_of(a.text() == b.text());
        case Kind::list:
            return equal_lists(a.list(), b.list());
        case Kind::map:
            return equal_maps(a.map(), b.map());
        case Kind::object:
            break;
    }
    return Truth::no;
}

Truth truth(const Value& value) {
    switch (value.kind()) {
        case Kind::undefined:
        case Kind::none:
            return Truth::no;
        case Kind::boolean:
            return truth_of(value.boolean());
        case Kind::number:
            return truth_of(!value.number().is_zero());
        case Kind::text:
            return truth_of(!value.text().empty());
        case Kind::list:
            return truth_of(!value.list().empty());
        case Kind::map:
            return truth_of(value.map().size() != 0);
        case Kind::object:
            break;
    }
    return value.object().truth();
}

bool append_text(std::string& out, const Value& value) {
    const std::size_t before = out.size();
    if (append_any(out, value)) return true;
    out.resize(before);
    return false;
}

std::optional<std::string> text_of(const Value& value) {
    std::string out;
    if (!append_text(out, value)) return std::nullopt;
    return out;
}

}  // namespace regioscope::expression
