// What the operators do with values. Shared by the evaluator and by filters that compare, join or add.
#pragma once

#include <string>

#include "base/result.h"
#include "expression/functions.h"
#include "expression/node.h"
#include "expression/object.h"
#include "expression/value.h"

namespace regioscope::expression {

/// The finding of a condition that can come out either way.
Finding undecided(Span span);

/// What a loop goes through: a list's items, a map's keys, a text's code points, an object's items; null if
/// nothing.
std::shared_ptr<const List> items_of(const Value& value);
/// A text has so many code points that a list of them would be a burden.
bool is_too_long_to_go_through(const Value& value);
Finding too_long_to_go_through(Span span);
/// Steps that a function may take to go through a value: most read a text letter by letter.
std::size_t steps_through(const Value& value);
/// Code points, items or entries; nothing when it has no length.
std::optional<std::size_t> length_of(const Value& value);

Result<Value> compute(Arithmetic operation, const Value& left, const Value& right,
                      const CallContext& context);
Result<Value> negate(const Value& value, const CallContext& context);
/// One text of both, as `~` does; objects may make something else of it (safe HTML stays safe).
Result<Value> concatenate(const Value& left, const Value& right, const CallContext& context);

/// Undecided comparisons are findings, as are things that have no order.
Result<bool> compare(Comparison comparison, const Value& left, const Value& right,
                     const CallContext& context);

/// `base[index]`; undefined when there is no such item.
Value item_of(const Value& base, const Value& index);
/// `base.name`; undefined when there is none.
Value attribute_of(const Value& base, std::string_view name);
/// `base[start:stop:step]` of lists and texts; undefined values were not given.
Result<Value> slice_of(const Value& base, const Value& start, const Value& stop, const Value& step,
                       const CallContext& context);

/// Code points as separate texts.
List characters(std::string_view text);
/// The first place of `part` at or behind `begin`, in time that grows with their lengths and not with the
/// product of both.
std::size_t find_text(std::string_view text, std::string_view part, std::size_t begin = 0);

/// "'<' does not go between a text and a number".
Finding wrong_operands(std::string_view sign, const Value& left, const Value& right, Span span);
/// Finding `not-printable`.
Finding not_printable(const Value& value, Span span);

}  // namespace regioscope::expression
