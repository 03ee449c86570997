// One evaluation, or one rendered page: which functions there are, whom they tell what they read, and how
// much work may be done. It belongs to one thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/source.h"
#include "expression/functions.h"

namespace regioscope::expression {

/// What the domain brings along: functions find their data and record what they read (provenance) here. Rooms
/// derive their own and get at it by `context.evaluation.environment<Mine>()`.
class Environment {
  public:
    Environment() = default;
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    virtual ~Environment() = default;

    /// Called whenever an expression reads an attribute of an object.
    virtual void attribute_read(const Object& /*object*/, std::string_view /*name*/, const Value& /*value*/) {
    }
};

/// Beyond these a finding `too-much-work` ends the evaluation; nothing an honest report does comes near.
struct Limits {
    /// Nodes of expressions and statements.
    std::size_t steps = 50'000'000;
    /// Expressions, macros, includes and blocks inside each other.
    std::size_t depth = 1'000;
    /// Bytes of one text, and items of one list.
    std::size_t text_size = 16'000'000;
    std::size_t list_size = 1'000'000;
};

class Evaluation {
  public:
    explicit Evaluation(const Functions& functions, Environment* environment = nullptr, Limits limits = {})
        : functions_(functions), environment_(environment), limits_(limits) {}

    const Functions& functions() const { return functions_; }
    const Limits& limits() const { return limits_; }

    Environment* environment() const { return environment_; }
    /// The domain's own environment; null when this evaluation has none of that class.
    template <class T>
    T* environment() const {
        return dynamic_cast<T*>(environment_);
    }

    /// Counts work; false when there has been too much of it.
    bool spend(std::size_t steps = 1) { return (steps_ += steps) <= limits_.steps; }
    std::size_t steps() const { return steps_; }

    /// One level deeper as long as it lives.
    class Level {
      public:
        explicit Level(Evaluation& evaluation) : evaluation_(evaluation) { ++evaluation_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        ~Level() { --evaluation_.depth_; }
        bool too_deep() const { return evaluation_.depth_ > evaluation_.limits_.depth; }

      private:
        Evaluation& evaluation_;
    };

  private:
    const Functions& functions_;
    Environment* environment_;
    Limits limits_;
    std::size_t steps_ = 0;
    std::size_t depth_ = 0;
};

/// The finding `too-much-work`.
Finding too_much_work(Span span, std::string_view what);

}  // namespace regioscope::expression
