#include "template/callable.h"

#include <fmt/format.h>

#include "expression/evaluation.h"
#include "expression/operators.h"

namespace regioscope::templates {

namespace {

using expression::Argument;
using expression::CallContext;
using expression::Value;

/// `loop.cycle` and `loop.changed`.
class LoopFunction : public expression::Object {
  public:
    enum class Kind : std::uint8_t { cycle, changed };
    LoopFunction(const LoopValue& loop, Kind kind) : loop_(loop), kind_(kind) {}

    std::string_view type_name() const override { return "a function of a loop"; }
    std::optional<Result<Value>> call(const std::vector<Argument>& arguments,
                                      const CallContext& context) const override {
        if (kind_ == Kind::changed) {
            std::size_t cost = 1;
            for (const Argument& argument : arguments)
                cost += argument.value.weight();
            if (!context.evaluation.spend(cost))
                return Result<Value>(context.evaluation.too_many_steps(context.span));
            return Result<Value>(Value(loop_.changed(arguments)));
        }
        if (arguments.empty()) {
            return Result<Value>(
                make_error("wrong-arguments", context.span, "'cycle' takes at least one argument"));
        }
        return Result<Value>(loop_.cycle(arguments));
    }

  private:
    const LoopValue& loop_;
    Kind kind_;
};

constexpr std::string_view loop_names[] = {"changed", "cycle",    "first",    "index",    "index0",   "last",
                                           "length",  "nextitem", "previtem", "revindex", "revindex0"};

}  // namespace

std::optional<Result<Value>> Callable::call(const std::vector<Argument>& arguments,
                                            const CallContext& context) const {
    return renderer_.capture([&] { return render(arguments, context.span); });
}

bool Callable::takes_none(std::string_view name, const std::vector<Argument>& arguments) const {
    if (arguments.empty()) return true;
    return renderer_.fail(
        make_error("wrong-arguments", arguments[0].span, fmt::format("'{}' takes no arguments", name)));
}

std::optional<Value> BlocksValue::attribute(std::string_view name) const {
    if (instance_.blocks.find(name) == instance_.blocks.end()) return std::nullopt;
    return Value(std::make_shared<BlockValue>(renderer_, std::string(name), 0, &module_));
}

std::vector<std::string> BlocksValue::attribute_names() const {
    std::vector<std::string> names;
    for (const auto& [name, routines] : instance_.blocks)
        names.push_back(name);
    return names;
}

const Value* ModuleValue::find(std::string_view name) const {
    const bool is_private = name.starts_with('_') || !loaded_.exports.contains(name);
    return is_private ? nullptr : frame_.find_own(name);
}

std::optional<Value> ModuleValue::attribute(std::string_view name) const {
    const Value* value = find(name);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

std::vector<std::string> ModuleValue::attribute_names() const {
    return {loaded_.exports.begin(), loaded_.exports.end()};
}

std::optional<Value> LoopValue::attribute(std::string_view name) const {
    const std::size_t length = items_->size();
    if (name == "index") return Value(index_ + 1);
    if (name == "index0") return Value(index_);
    if (name == "revindex") return Value(length - index_);
    if (name == "revindex0") return Value(length - index_ - 1);
    if (name == "first") return Value(index_ == 0);
    if (name == "last") return Value(index_ + 1 == length);
    if (name == "length") return Value(length);
    if (name == "previtem" && index_ > 0) return (*items_)[index_ - 1];
    if (name == "nextitem" && index_ + 1 < length) return (*items_)[index_ + 1];
    if (name == "cycle") return Value(std::make_shared<LoopFunction>(*this, LoopFunction::Kind::cycle));
    if (name == "changed") return Value(std::make_shared<LoopFunction>(*this, LoopFunction::Kind::changed));
    return std::nullopt;
}

std::vector<std::string> LoopValue::attribute_names() const {
    return {std::begin(loop_names), std::end(loop_names)};
}

Value LoopValue::cycle(const std::vector<Argument>& arguments) const {
    return arguments[index_ % arguments.size()].value;
}

bool LoopValue::changed(const std::vector<Argument>& arguments) const {
    expression::List now;
    for (const Argument& argument : arguments)
        now.push_back(argument.value);
    const Value value(std::move(now));
    if (!last_.is_undefined() && equal(last_, value) == expression::Truth::yes) return false;
    last_ = value;
    return true;
}

}  // namespace regioscope::templates
