// One evaluation, or one rendered page: which functions there are, whom they tell what they read, and how
// much work may be done. It belongs to one thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/budget.h"
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
    /// Steps of expressions and statements; whatever takes longer counts as so many steps.
    std::size_t steps = 20'000'000;
    /// Expressions, macros, includes and blocks inside each other; lists in lists.
    std::size_t depth = 1'000;
    /// Bytes of one text, and items of one list.
    std::size_t text_size = 16'000'000;
    std::size_t list_size = 1'000'000;
    /// The weight of one value, with all that is in it.
    std::size_t weight = 2'000'000;
    /// The weight of all that is made, and the bytes of all that is printed.
    std::size_t made = 4'000'000;
    std::size_t printed = 128'000'000;

    /// Those of the build, as its settings have them.
    static Limits of_build();
};

class Evaluation {
  public:
    explicit Evaluation(const Functions& functions, Environment* environment = nullptr,
                        Limits limits = Limits::of_build())
        : functions_(functions), environment_(environment), limits_(limits) {}
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;
    ~Evaluation() { draw(); }

    const Functions& functions() const { return functions_; }
    const Limits& limits() const { return limits_; }

    Environment* environment() const { return environment_; }
    /// The domain's own environment; null when this evaluation has none of that class.
    template <class T>
    T* environment() const {
        return dynamic_cast<T*>(environment_);
    }

    /// Counts work; false when there has been too much of it, here or in the whole build.
    bool spend(std::size_t steps = 1) { return (steps_ += steps) < settled_at_ || draw(); }
    std::size_t steps() const { return steps_; }
    /// Why there is no more.
    Finding too_many_steps(Span span) const;

    /// Takes a value that was made into account. A finding: it is too much.
    std::optional<Finding> receive(const Value& made, Span span);
    /// The same of text that goes to where it is read.
    std::optional<Finding> print(std::size_t bytes, Span span);

    /// One level deeper as long as it lives.
    class Level {
      public:
        explicit Level(Evaluation& evaluation) : evaluation_(evaluation) { ++evaluation_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        ~Level() { --evaluation_.depth_; }
        /// Also where the thread's stack comes to its end.
        bool too_deep() const;

      private:
        Evaluation& evaluation_;
    };

  private:
    /// Settles with the build's budget what has been done since the last time.
    bool draw();

    const Functions& functions_;
    Environment* environment_;
    Limits limits_;
    std::size_t steps_ = 0;
    std::size_t drawn_ = 0;
    /// At so many steps the build's budget is asked again.
    std::size_t settled_at_ = 0;
    bool build_is_spent_ = false;
    std::size_t made_ = 0;
    std::size_t printed_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace regioscope::expression
