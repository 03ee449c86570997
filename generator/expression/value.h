// What expressions compute with: a small, immutable value. Copying one is cheap, because texts, lists, maps
// and objects are shared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"

namespace regioscope::expression {

class Object;
class Map;
class Value;
using List = std::vector<Value>;

/// What can be said for certain: "> 2000" against 2500 can come out either way.
enum class Truth : std::uint8_t { no, yes, undecided };

constexpr Truth truth_of(bool condition) {
    return condition ? Truth::yes : Truth::no;
}
constexpr Truth negated(Truth truth) {
    return truth == Truth::undecided ? truth : truth_of(truth == Truth::no);
}

/// What going through a value costs and how deep it leads: known of each, so that whoever means to compare,
/// print or order it can tell beforehand.
struct Extent {
    /// The values in it, each as often as it is met, and every 64 bytes of text.
    std::uint32_t weight = 1;
    /// Lists and maps in each other.
    std::uint16_t nesting = 0;

    static constexpr std::uint32_t endless = 0xFFFF'FFFF;
    static Extent of_text(std::size_t bytes);
    /// Puts something inside.
    void hold(const Extent& part);
};

/// In the order of Value's alternatives.
enum class Kind : std::uint8_t { undefined, none, boolean, number, text, list, map, object };

class Value {
  public:
    /// Undefined: nothing was given. It never travels far: reading it is an error, unless by `default` and
    /// `is defined`.
    Value() = default;
    static Value none() { return Value(State(None{})); }

    Value(Decimal number) : state_(number) {}
    Value(int number) : state_(Decimal(number)) {}
    Value(std::int64_t number) : state_(Decimal::scaled(number, 0)) {}
    Value(std::size_t number) : Value(static_cast<std::int64_t>(number)) {}
    Value(std::string text) : state_(std::make_shared<const std::string>(std::move(text))) {}
    Value(std::string_view text) : Value(std::string(text)) {}
    Value(const char* text) : Value(std::string(text)) {}
    Value(List items);
    Value(Map entries);
    Value(std::shared_ptr<const List> items);
    Value(std::shared_ptr<const Map> entries);
    template <class T>
    requires std::is_base_of_v<Object, T> Value(std::shared_ptr<const T> object)
        : state_(std::shared_ptr<const Object>(std::move(object))) {}
    template <class T>
    requires std::is_base_of_v<Object, T> Value(std::shared_ptr<T> object)
        : state_(std::shared_ptr<const Object>(std::move(object))) {}
    /// Only a real bool, never a pointer that happens to convert.
    template <class T>
    requires std::is_same_v<T, bool> Value(T truth) : state_(truth) {}

    Kind kind() const { return static_cast<Kind>(state_.index()); }
    bool is_undefined() const { return kind() == Kind::undefined; }
    bool is_none() const { return kind() == Kind::none; }
    bool is_boolean() const { return kind() == Kind::boolean; }
    bool is_number() const { return kind() == Kind::number; }
    bool is_text() const { return kind() == Kind::text; }
    bool is_list() const { return kind() == Kind::list; }
    bool is_map() const { return kind() == Kind::map; }
    bool is_object() const { return kind() == Kind::object; }

    Extent extent() const;
    std::size_t weight() const { return extent().weight; }

    /// Each asks for its own kind only.
    bool boolean() const { return std::get<bool>(state_); }
    const Decimal& number() const { return std::get<Decimal>(state_); }
    const std::string& text() const { return *std::get<std::shared_ptr<const std::string>>(state_); }
    const List& list() const { return *std::get<std::shared_ptr<const List>>(state_); }
    const Map& map() const { return *std::get<std::shared_ptr<const Map>>(state_); }
    const Object& object() const { return *std::get<std::shared_ptr<const Object>>(state_); }
    const std::shared_ptr<const List>& shared_list() const {
        return std::get<std::shared_ptr<const List>>(state_);
    }
    const std::shared_ptr<const Object>& shared_object() const {
        return std::get<std::shared_ptr<const Object>>(state_);
    }
    /// The object, if it is one of that class; else null.
    template <class T>
    const T* as() const {
        const auto* object = std::get_if<std::shared_ptr<const Object>>(&state_);
        return object == nullptr ? nullptr : dynamic_cast<const T*>(object->get());
    }

  private:
    struct None {};
    using State =
        std::variant<std::monostate, None, bool, Decimal, std::shared_ptr<const std::string>,
                     std::shared_ptr<const List>, std::shared_ptr<const Map>, std::shared_ptr<const Object>>;
    explicit Value(State state) : state_(std::move(state)) {}

    /// What follows has room in it.
    [[no_unique_address]] State state_;
    /// Of a list or a map.
    std::uint16_t nesting_ = 0;
    std::uint32_t weight_ = 1;
};

/// Keys and values in the order in which they were set.
class Map {
  public:
    using Entry = std::pair<std::string, Value>;

    Map() = default;
    Map(std::initializer_list<Entry> entries);

    /// Replaces the value of a key that is there, keeping its place.
    void set(std::string key, Value value);
    const Value* find(std::string_view key) const;
    const std::vector<Entry>& entries() const { return entries_; }
    std::size_t size() const { return entries_.size(); }

  private:
    /// Lets a view be looked up without a copy.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::vector<Entry> entries_;
    /// Key → place; filled only once the map is too long to look through.
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> places_;
};

/// With an article, for messages: "a number", "a text"; objects name themselves.
std::string_view type_name(const Value& value);

/// Deep equality; different kinds are not equal (objects decide for themselves). 9.0 equals 9.
Truth equal(const Value& a, const Value& b);

/// Empty texts, lists and maps, zero, none and false are not true. Objects decide for themselves.
Truth truth(const Value& value);

/// How a value prints: texts as they are, numbers in plain digits, `True`, `None`, lists and maps as Jinja
/// prints them. Nothing when it holds something that has no text: undefined, or an object that refuses.
std::optional<std::string> text_of(const Value& value);

/// Appends what text_of says without a detour; false, and nothing appended, when there is no text.
bool append_text(std::string& out, const Value& value);

}  // namespace regioscope::expression
