// How trees become values. Private to the room: others call evaluate().
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "expression/evaluate.h"

namespace regioscope::expression {

/// May the place take "there is none"? Only what stands directly before `|default` and `is defined` may.
enum class Undefined : std::uint8_t { refused, allowed };

/// Walks the tree. A value is either pointed to where it already lives (a constant, a name's value) or made
/// in the slot that the caller provides; null means that a finding was kept.
class Evaluator {
  public:
    Evaluator(const Scope& scope, Evaluation& evaluation) : scope_(scope), evaluation_(evaluation) {}

    const Value* evaluate(const Node& node, Value& slot, Undefined undefined = Undefined::refused);
    /// By its truth; nothing after a finding.
    std::optional<bool> decide(const Node& node);

    /// Arguments from children[first] on; false when a finding was kept. Values are moved or shared, never
    /// borrowed.
    bool read_arguments(const Node& node, std::size_t first, std::vector<Argument>& arguments);
    Finding take_finding() { return std::move(*finding_); }

  private:
    const Value* fail(Finding finding);
    const Value* keep(Result<Value> result, Value& slot);
    const Value* keep(Value value, Value& slot);
    /// Keeps what was made just now: it counts.
    const Value* keep_made(Result<Value> result, const Node& node, Value& slot);

    /// The undefined value.
    static const Value* nothing();
    CallContext context(const Node& node) { return {evaluation_, node.span}; }

    // ---- Names, attributes, items ----

    const Value* name(const Node& node, Undefined undefined);
    Finding undefined_name(const Node& node) const;
    const Value* attribute(const Node& node, Value& slot, Undefined undefined);

    /// `lives` says that the base outlives this step, so that its parts may be pointed to.
    const Value* attribute_value(const Value& base, std::string_view attribute, const Node& node, bool lives,
                                 Value& slot, Undefined undefined);
    Finding undefined_attribute(const Value& base, std::string_view attribute, const Node& node) const;
    const Value* item(const Node& node, Value& slot, Undefined undefined);
    static Finding undefined_item(const Value& base, const Value& index, const Node& node);
    const Value* slice(const Node& node, Value& slot);
    const Value* list(const Node& node, Value& slot);
    const Value* map(const Node& node, Value& slot);

    // ---- Operators ----

    const Value* negate(const Node& node, Value& slot);
    const Value* plus(const Node& node, Value& slot);
    const Value* logical_not(const Node& node, Value& slot);

    /// The first operand whose truth settles it, or the last one, as in Jinja.
    const Value* logical(const Node& node, Value& slot, Truth settles);
    const Value* arithmetic(const Node& node, Value& slot);
    const Value* concatenate(const Node& node, Value& slot);
    const Value* compare(const Node& node, Value& slot);

    /// Without an `else` it prints nothing, as in Jinja.
    const Value* conditional(const Node& node, Value& slot, Undefined undefined);

    // ---- Calls ----

    /// Work that takes as long as so many steps; false: a finding was kept.
    bool spend(std::size_t steps, Span span);
    bool refuse_spread(const Node& node, const Value& value, std::string_view what);
    const Value* run(const Function& function, const Node& node, const std::vector<Argument>& arguments,
                     Value& slot, Undefined undefined);
    const Value* call(const Node& node, Value& slot, Undefined undefined);
    Finding unknown_function(const Node& callee) const;
    const Value* filter(const Node& node, Value& slot, Undefined undefined);
    const Value* test(const Node& node, Value& slot);
    const Value* apply(Functions::Sort sort, const Node& node, Value& slot, Undefined undefined);

    const Scope& scope_;
    Evaluation& evaluation_;
    std::optional<Finding> finding_;
};

}  // namespace regioscope::expression
