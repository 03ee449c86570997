#include "expression/evaluate.h"

#include "expression/evaluator.h"

namespace regioscope::expression {

const Value* MapScope::find(std::string_view name) const {
    const Value* value = names_.find(name);
    return value != nullptr || outer_ == nullptr ? value : outer_->find(name);
}

void MapScope::list_names(std::vector<std::string>& names) const {
    for (const auto& [name, value] : names_.entries())
        names.push_back(name);
    if (outer_ != nullptr) outer_->list_names(names);
}

Result<Value> evaluate(const Expression& expression, const Scope& scope, Evaluation& evaluation) {
    Evaluator evaluator(scope, evaluation);
    Value slot;
    const Value* value = evaluator.evaluate(expression.root(), slot);
    if (value == nullptr) return evaluator.take_finding();
    if (value == &slot) return slot;
    return *value;
}

const Value* evaluate(const Node& node, const Scope& scope, Evaluation& evaluation, Value& slot,
                      Finding& failure) {
    Evaluator evaluator(scope, evaluation);
    const Value* value = evaluator.evaluate(node, slot);
    if (value == nullptr) failure = evaluator.take_finding();
    return value;
}

bool evaluate_arguments(const Node& node, std::size_t first, const Scope& scope, Evaluation& evaluation,
                        std::vector<Argument>& arguments, Finding& failure) {
    Evaluator evaluator(scope, evaluation);
    const bool good = evaluator.read_arguments(node, first, arguments);
    if (!good) failure = evaluator.take_finding();
    return good;
}

Result<bool> evaluate_truth(const Expression& expression, const Scope& scope, Evaluation& evaluation) {
    Evaluator evaluator(scope, evaluation);
    const auto answer = evaluator.decide(expression.root());
    if (!answer) return evaluator.take_finding();
    return *answer;
}

}  // namespace regioscope::expression
