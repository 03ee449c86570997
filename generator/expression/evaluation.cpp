#include "expression/evaluation.h"

#include <algorithm>

#include "base/stack.h"

namespace regioscope::expression {

namespace {

/// How often the build's budget, which all threads share, is asked.
constexpr std::size_t steps_between = 10'000;

/// Room for whatever a function calls.
constexpr std::size_t kept_stack = 160'000;

}  // namespace

Limits Limits::of_build() {
    const std::size_t times = Budget::of_build().times();
    Limits limits;
    limits.steps *= times;
    limits.text_size *= times;
    limits.list_size *= times;
    limits.weight *= times;
    limits.made *= times;
    limits.printed *= times;
    return limits;
}

bool Evaluation::draw() {
    if (!Budget::of_build().spend(steps_ - drawn_)) build_is_spent_ = true;
    drawn_ = steps_;
    settled_at_ = build_is_spent_ ? 0 : std::min(steps_ + steps_between, limits_.steps + 1);
    return !build_is_spent_ && steps_ <= limits_.steps;
}

Finding Evaluation::too_many_steps(Span span) const {
    return build_is_spent_ ? budget_spent(span) : too_much_work(span, "this takes too many steps");
}

std::optional<Finding> Evaluation::receive(const Value& made, Span span) {
    const Extent extent = made.extent();
    if (extent.weight == 1) return std::nullopt;
    if (extent.weight > limits_.weight) return too_much_work(span, "this holds too much");
    if (extent.nesting > limits_.depth) return too_much_work(span, "these lists are nested too deeply");
    made_ += extent.weight;
    if (made_ > limits_.made) return too_much_work(span, "all that is made up to here comes to too much");
    if (!spend(extent.weight)) return too_many_steps(span);
    return std::nullopt;
}

std::optional<Finding> Evaluation::print(std::size_t bytes, Span span) {
    printed_ += bytes;
    if (printed_ > limits_.printed) return too_much_work(span, "what is printed up to here is too long");
    if (!spend(Extent::of_text(bytes).weight)) return too_many_steps(span);
    return std::nullopt;
}

bool Evaluation::Level::too_deep() const {
    // So many levels fit on any stack: most are not asked for more.
    constexpr std::size_t always_there = 64;
    if (evaluation_.depth_ <= always_there) return evaluation_.depth_ > evaluation_.limits_.depth;
    return evaluation_.depth_ > evaluation_.limits_.depth || stack_left() < kept_stack;
}

}  // namespace regioscope::expression
