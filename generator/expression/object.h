// Things of the domain that expressions handle without knowing them: an observation, a region, safe HTML, a
// macro. An object answers what it is asked and no more, so that big things cost nothing until somebody looks
// inside.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/value.h"

namespace regioscope::expression {

struct Argument;
struct CallContext;

enum class Arithmetic : std::uint8_t {
    add,
    subtract,
    multiply,
    divide,
    floor_divide,
    modulo,
    power,
    concatenate
};

/// On which side of an operator the object itself stands.
enum class Side : std::uint8_t { left, right };

/// Objects never change; every hook has an answer that means "I do not do that", which becomes an error with
/// a place.
class Object {
  public:
    Object() = default;
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    virtual ~Object() = default;

    /// With an article, for messages: "an observation".
    virtual std::string_view type_name() const = 0;

    /// `a.b` and `a["b"]`; nothing when there is none of that name.
    virtual std::optional<Value> attribute(std::string_view) const { return std::nullopt; }
    /// For "did you mean".
    virtual std::vector<std::string> attribute_names() const { return {}; }

    /// What comparing and printing it costs, where that is much.
    virtual Extent extent() const { return {}; }

    /// How it prints; nothing: it cannot be printed.
    virtual std::optional<std::string> text() const { return std::nullopt; }
    virtual Truth truth() const { return Truth::yes; }

    /// What a loop goes through; null: it cannot be iterated. Also answers `length`, `in`, indices and
    /// slices.
    virtual std::shared_ptr<const List> items() const { return nullptr; }

    /// Is it equal? Undecided is an error where a condition asks.
    virtual Truth equals(const Value& other) const;

    /// Is the left one certainly less than the right one? `side` says where this object stands. `a <= b` is
    /// asked as "not b < a". Nothing: the two have no order.
    virtual std::optional<Truth> less(const Value&, Side) const { return std::nullopt; }

    /// Nothing: it does not compute with that. A unary minus asks for `0 - object`.
    virtual std::optional<Result<Value>> arithmetic(Arithmetic, const Value& /*other*/, Side,
                                                    const CallContext&) const {
        return std::nullopt;
    }

    /// Nothing: it cannot be called.
    virtual std::optional<Result<Value>> call(const std::vector<Argument>&, const CallContext&) const {
        return std::nullopt;
    }
};

}  // namespace regioscope::expression
