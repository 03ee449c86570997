// What stands inside values: items, attributes, slices, lengths.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "base/utf8.h"
#include "expression/evaluation.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

/// An index from the end counts backwards; nothing outside.
std::optional<std::size_t> index_of(const Value& index, std::size_t size) {
    const auto whole = index.is_number() ? index.number().to_integer() : std::nullopt;
    if (!whole) return std::nullopt;
    const auto length = static_cast<std::int64_t>(size);
    const std::int64_t place = *whole < 0 ? *whole + length : *whole;
    if (place < 0 || place >= length) return std::nullopt;
    return static_cast<std::size_t>(place);
}

struct Bounds {
    std::int64_t start = 0;
    std::int64_t stop = 0;
    std::int64_t step = 1;
};

/// Python's rules: negative bounds count from the end, and whatever lies outside is cut off.
Result<Bounds> bounds_of(const Value& start, const Value& stop, const Value& step, std::int64_t length,
                         Span span) {
    const auto read = [&](const Value& value, std::int64_t otherwise) -> Result<std::int64_t> {
        if (value.is_undefined() || value.is_none()) return otherwise;
        const auto whole = value.is_number() ? value.number().to_integer() : std::nullopt;
        if (!whole)
            return make_error("wrong-type", span,
                              fmt::format("a slice takes whole numbers, got {}", type_name(value)));
        return *whole;
    };
    Bounds bounds;
    const auto stride = read(step, 1);
    if (!stride) return stride.finding();
    if (*stride == 0) return make_error("out-of-range", span, "the step of a slice cannot be 0");
    bounds.step = std::clamp(*stride, -length - 1, length + 1);
    const bool forward = bounds.step > 0;
    const auto first = read(start, forward ? 0 : length - 1);
    if (!first) return first.finding();
    const auto last = read(stop, forward ? length : -length - 1);
    if (!last) return last.finding();
    const auto clamped = [&](std::int64_t place) {
        if (place < 0) place += length;
        return forward ? std::clamp<std::int64_t>(place, 0, length)
                       : std::clamp<std::int64_t>(place, -1, length - 1);
    };
    bounds.start = clamped(*first);
    bounds.stop = clamped(*last);
    return bounds;
}

/// Where each code point begins, and where the last one ends.
std::vector<std::uint32_t> begins_of(std::string_view text) {
    std::vector<std::uint32_t> begins;
    begins.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); next_code_point(text, i))
        begins.push_back(static_cast<std::uint32_t>(i));
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    return begins;
}

Result<Value> slice_of_text(std::string_view text, const Value& start, const Value& stop, const Value& step,
                            const CallContext& context) {
    const std::vector<std::uint32_t> begins = begins_of(text);
    const auto length = static_cast<std::int64_t>(begins.size()) - 1;
    const auto bounds = bounds_of(start, stop, step, length, context.span);
    if (!bounds) return bounds.finding();
    std::string taken;
    for (std::int64_t i = bounds->start; bounds->step > 0 ? i < bounds->stop : i > bounds->stop;
         i += bounds->step) {
        const auto place = static_cast<std::size_t>(i);
        taken += text.substr(begins[place], begins[place + 1] - begins[place]);
    }
    return Value(std::move(taken));
}

}  // namespace

bool is_too_long_to_go_through(const Value& value) {
    constexpr std::size_t longest = 1'000'000;
    return value.is_text() && value.text().size() > longest;
}

Finding too_long_to_go_through(Span span) {
    return too_much_work(span, "this text is too long to be gone through");
}

std::size_t find_text(std::string_view text, std::string_view part, std::size_t begin) {
    if (begin > text.size()) return std::string_view::npos;
    const void* const found = ::memmem(text.data() + begin, text.size() - begin, part.data(), part.size());
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

List characters(std::string_view text) {
    List list;
    list.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        next_code_point(text, i);
        list.emplace_back(text.substr(begin, i - begin));
    }
    return list;
}

std::shared_ptr<const List> items_of(const Value& value) {
    switch (value.kind()) {
        case Kind::list:
            return value.shared_list();
        case Kind::text:
            return std::make_shared<const List>(characters(value.text()));
        case Kind::object:
            return value.object().items();
        case Kind::map:
            break;
        default:
            return nullptr;
    }
    List keys;
    keys.reserve(value.map().size());
    for (const auto& [key, entry] : value.map().entries())
        keys.emplace_back(key);
    return std::make_shared<const List>(std::move(keys));
}

std::size_t steps_through(const Value& value) {
    // A unit of weight is 64 bytes of text, and takes so many times as long as an item of a list.
    constexpr std::size_t steps_of_text = 8;
    return value.is_text() ? value.weight() * steps_of_text : value.weight();
}

std::optional<std::size_t> length_of(const Value& value) {
    switch (value.kind()) {
        case Kind::text:
            return count_code_points(value.text());
        case Kind::list:
            return value.list().size();
        case Kind::map:
            return value.map().size();
        case Kind::object:
            break;
        default:
            return std::nullopt;
    }
    const auto items = value.object().items();
    return items ? std::optional(items->size()) : std::nullopt;
}

Value item_of(const Value& base, const Value& index) {
    if (index.is_text()) return attribute_of(base, index.text());
    if (base.is_map()) return {};
    if (base.is_text()) {
        const std::string_view text = base.text();
        const auto place = index_of(index, count_code_points(text));
        if (!place) return {};
        std::size_t end = 0;
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= *place; ++i) {
            begin = end;
            next_code_point(text, end);
        }
        return Value(text.substr(begin, end - begin));
    }
    const auto items = items_of(base);
    if (!items) return {};
    const auto place = index_of(index, items->size());
    return place ? (*items)[*place] : Value();
}

Value attribute_of(const Value& base, std::string_view name) {
    if (base.is_map()) {
        const Value* value = base.map().find(name);
        return value == nullptr ? Value() : *value;
    }
    if (!base.is_object()) return {};
    auto value = base.object().attribute(name);
    return value ? *std::move(value) : Value();
}

Result<Value> slice_of(const Value& base, const Value& start, const Value& stop, const Value& step,
                       const CallContext& context) {
    if (base.is_text()) return slice_of_text(base.text(), start, stop, step, context);
    const auto items = base.is_map() ? nullptr : items_of(base);
    if (!items)
        return make_error("wrong-type", context.span, fmt::format("{} cannot be sliced", type_name(base)));
    const auto bounds = bounds_of(start, stop, step, static_cast<std::int64_t>(items->size()), context.span);
    if (!bounds) return bounds.finding();
    List taken;
    const auto inside = [&](std::int64_t i) {
        return bounds->step > 0 ? i < bounds->stop : i > bounds->stop;
    };
    for (std::int64_t i = bounds->start; inside(i); i += bounds->step) {
        taken.push_back((*items)[static_cast<std::size_t>(i)]);
    }
    return Value(std::move(taken));
}

}  // namespace regioscope::expression
