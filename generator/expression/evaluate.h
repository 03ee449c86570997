// From tree to value: total, deterministic, without side effects.
//
// Findings: `undefined-name`, `undefined-attribute`, `undefined-item`, `undefined-value`, `wrong-type`,
// `wrong-arguments`, `undecided`, `not-printable`, `division-by-zero`, `out-of-range`, `too-much-work`,
// `budget-spent`,
// `unknown-function`, `unknown-filter`, `unknown-test`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/evaluation.h"
#include "expression/node.h"

namespace regioscope::expression {

/// The names in reach.
class Scope {
  public:
    Scope() = default;
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    virtual ~Scope() = default;

    /// Null when there is none of that name. The pointer is good until the scope changes.
    virtual const Value* find(std::string_view name) const = 0;
    /// For "did you mean".
    virtual void list_names(std::vector<std::string>& names) const = 0;
};

/// Names in a map, and behind it another scope.
class MapScope : public Scope {
  public:
    explicit MapScope(Map names = {}, const Scope* outer = nullptr)
        : names_(std::move(names)), outer_(outer) {}

    void set(std::string name, Value value) { names_.set(std::move(name), std::move(value)); }
    const Value* find(std::string_view name) const override;
    void list_names(std::vector<std::string>& names) const override;

  private:
    Map names_;
    const Scope* outer_;
};

/// Names of the scope stand before functions of the same name.
Result<Value> evaluate(const Expression& expression, const Scope& scope, Evaluation& evaluation);

/// The same for a part of a tree and without copying what lives elsewhere: the result is in `slot` or points
/// into the tree or the scope. Null: `failure` says why.
const Value* evaluate(const Node& node, const Scope& scope, Evaluation& evaluation, Value& slot,
                      Finding& failure);

/// The arguments of a call, filter or test node: its children from `first` on. False: `failure` says why.
bool evaluate_arguments(const Node& node, std::size_t first, const Scope& scope, Evaluation& evaluation,
                        std::vector<Argument>& arguments, Finding& failure);

/// For conditions: `undecided` is a finding at the expression.
Result<bool> evaluate_truth(const Expression& expression, const Scope& scope, Evaluation& evaluation);

}  // namespace regioscope::expression
