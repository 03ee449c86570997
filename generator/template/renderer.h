// Runs steps: one pass over a page, appending to one text. Belongs to one thread and one page.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expression/evaluate.h"
#include "template/frame.h"
#include "template/linker.h"
#include "template/program.h"

namespace regioscope::templates {

class MacroValue;

class Renderer {
  public:
    Renderer(const Places& places, expression::Evaluation& evaluation, std::string& out)
        : places_(places), evaluation_(evaluation), out_(&out) {}

    /// False: take_failure() says why.
    bool run_page(const Instance& instance, const expression::Scope& page);
    Finding take_failure() { return std::move(failure_); }

    // ---- For macros and blocks when expressions call them ----

    bool invoke(const MacroValue& macro, const std::vector<expression::Argument>& arguments, Span span);
    /// `level` 0 is the most derived one.
    bool run_block(const std::string& name, std::size_t level, const Frame* outer, Span span);

    /// What `render` prints, as a value that is escaped already.
    template <class Render>
    Result<expression::Value> capture(const Render& render);

    bool fail(Finding finding);

  private:
    using Value = expression::Value;

    bool run(const Steps& steps, Frame& frame);
    bool run(const Variant* variant, Frame& frame);
    bool run_instance(const Instance& instance, Frame& module);

    bool run_step(const TextStep& step, Span span, Frame& frame);
    bool run_step(const OutputStep& step, Span span, Frame& frame);
    bool run_step(const UrlBeginStep& step, Span span, Frame& frame);
    bool run_step(const UrlEndStep& step, Span span, Frame& frame);
    bool run_step(const IfStep& step, Span span, Frame& frame);
    bool run_step(const ForStep& step, Span span, Frame& frame);
    bool run_step(const SetStep& step, Span span, Frame& frame);
    bool run_step(const SetBlockStep& step, Span span, Frame& frame);
    bool run_step(const WithStep& step, Span span, Frame& frame);
    bool run_step(const BlockStep& step, Span span, Frame& frame);
    bool run_step(const IncludeStep& step, Span span, Frame& frame);
    bool run_step(const ImportStep& step, Span span, Frame& frame);
    bool run_step(const FromImportStep& step, Span span, Frame& frame);
    bool run_step(const MacroStep& step, Span span, Frame& frame);

    /// Takes account of what has been printed since `before`.
    bool printed(std::size_t before, Span span);
    bool output(const OutputStep& step, Span span, Frame& frame);
    const Value* evaluate(const expression::Node& node, const Frame& frame, Value& slot);
    /// The items that pass the loop's `if`; null after a failure.
    std::shared_ptr<const expression::List> filtered(const For& loop,
                                                     std::shared_ptr<const expression::List> items,
                                                     const Frame& outer);
    bool assign(const AssignTarget& target, const Value& value, Frame& frame);
    bool bind(const MacroValue& macro, const std::vector<expression::Argument>& arguments, Frame& frame);
    /// The frame of an imported module; null after a failure.
    const Frame* module(const Instance& instance, bool with_context, const Frame& frame, Span span);
    /// Adds how we got here to the failure; false, so that callers can return it.
    bool came_from(std::string_view how, Span span);

    const Places& places_;
    expression::Evaluation& evaluation_;
    std::string* out_;
    std::size_t url_begin_ = 0;
    /// The place that what an expression calls prints to.
    PlaceId place_ = 0;
    PlaceId values_place_ = 0;
    const Instance* instance_ = nullptr;
    const Frame* module_ = nullptr;
    std::vector<std::unique_ptr<Frame>> module_frames_;
    std::map<const Instance*, const Frame*> modules_;
    Finding failure_;
};

}  // namespace regioscope::templates
