// What templates define and expressions call: macros, blocks, loops, imported modules.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "expression/functions.h"
#include "expression/object.h"
#include "template/markup.h"
#include "template/renderer.h"

namespace regioscope::templates {

/// Prints straight to the page when it is all that an output says, else into a value.
class Callable : public expression::Object {
  public:
    explicit Callable(Renderer& renderer) : renderer_(renderer) {}

    /// False: the renderer knows why.
    virtual bool render(const std::vector<expression::Argument>& arguments, Span span) const = 0;
    std::optional<Result<expression::Value>> call(const std::vector<expression::Argument>& arguments,
                                                  const expression::CallContext& context) const override;

  protected:
    Renderer& renderer() const { return renderer_; }
    /// A finding unless there are none.
    bool takes_none(std::string_view name, const std::vector<expression::Argument>& arguments) const;

  private:
    Renderer& renderer_;
};

/// A macro.
class MacroValue : public Callable {
  public:
    /// `home`: the frame it was defined in, which outlives it, because values are only handed inwards.
    MacroValue(Renderer& renderer, const Routine& routine, const Frame& home)
        : Callable(renderer), routine_(routine), home_(home) {}

    const Routine& routine() const { return routine_; }
    const Frame& home() const { return home_; }

    std::string_view type_name() const override { return "a macro"; }
    bool render(const std::vector<expression::Argument>& arguments, Span span) const override {
        return renderer().invoke(*this, arguments, span);
    }

  private:
    const Routine& routine_;
    const Frame& home_;
};

/// `super` in a block; `self.name`.
class BlockValue : public Callable {
  public:
    BlockValue(Renderer& renderer, std::string name, std::size_t level, const Frame* outer)
        : Callable(renderer), name_(std::move(name)), level_(level), outer_(outer) {}

    std::string_view type_name() const override { return "a block"; }
    bool render(const std::vector<expression::Argument>& arguments, Span span) const override {
        return takes_none(name_, arguments) && renderer().run_block(name_, level_, outer_, span);
    }

  private:
    std::string name_;
    std::size_t level_;
    const Frame* outer_;
};

/// `self`: the blocks of the page.
class BlocksValue : public expression::Object {
  public:
    BlocksValue(Renderer& renderer, const Instance& instance, const Frame& module)
        : renderer_(renderer), instance_(instance), module_(module) {}

    std::string_view type_name() const override { return "this template"; }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override;

  private:
    Renderer& renderer_;
    const Instance& instance_;
    const Frame& module_;
};

/// What `import … as name` gives.
class ModuleValue : public expression::Object {
  public:
    ModuleValue(const LoadedTemplate& loaded, const Frame& frame) : loaded_(loaded), frame_(frame) {}

    /// What it has set and hands on; null if there is none of that name.
    const expression::Value* find(std::string_view name) const;
    std::string_view type_name() const override { return "an imported template"; }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override;

  private:
    const LoadedTemplate& loaded_;
    const Frame& frame_;
};

/// `loop`: moved on by the renderer, which alone changes it.
class LoopValue : public expression::Object {
  public:
    explicit LoopValue(std::shared_ptr<const expression::List> items) : items_(std::move(items)) {}

    void move_to(std::size_t index) { index_ = index; }

    std::string_view type_name() const override { return "a loop"; }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override;

    expression::Value cycle(const std::vector<expression::Argument>& arguments) const;
    bool changed(const std::vector<expression::Argument>& arguments) const;

  private:
    std::shared_ptr<const expression::List> items_;
    std::size_t index_ = 0;
    /// What `changed` was last asked about; undefined before.
    mutable expression::Value last_;
};

template <class Render>
Result<expression::Value> Renderer::capture(const Render& render) {
    std::string text;
    std::string* const out = std::exchange(out_, &text);
    const std::size_t url_begin = std::exchange(url_begin_, 0);
    const Target target = target_of(places_[place_]);
    const bool good = render();
    out_ = out;
    url_begin_ = url_begin;
    if (!good) return take_failure();
    return Value(std::make_shared<Markup>(std::move(text), target));
}

}  // namespace regioscope::templates
