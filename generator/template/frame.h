// Names in reach while a template runs. A frame holds what its own piece sets; what it does not know, its
// outer frame may, and in the end the names of the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "expression/evaluate.h"

namespace regioscope::templates {

class Frame : public expression::Scope {
  public:
    /// Both must outlive the frame; either may be null.
    explicit Frame(const Frame* outer, const expression::Scope* page = nullptr)
        : outer_(outer), page_(page) {}

    /// The name must outlive the frame: names stand in templates.
    void set(std::string_view name, expression::Value value) {
        for (Binding& binding : own_) {
            if (binding.name != name) continue;
            binding.value = std::move(value);
            return;
        }
        if (own_.empty()) own_.reserve(usual_size);
        own_.push_back({name, std::move(value)});
    }
    void clear() { own_.clear(); }
    /// That one piece of a template may set: they are looked through.
    static constexpr std::size_t most_names = 1'000;
    bool is_overfull() const { return own_.size() > most_names; }

    const expression::Value* find(std::string_view name) const override {
        const Frame* last = this;
        for (const Frame* frame = this; frame != nullptr; frame = frame->outer_) {
            if (const expression::Value* value = frame->find_own(name)) return value;
            last = frame;
        }
        return last->page_ == nullptr ? nullptr : last->page_->find(name);
    }

    const expression::Value* find_own(std::string_view name) const {
        for (const Binding& binding : own_) {
            if (binding.name == name) return &binding.value;
        }
        return nullptr;
    }

    void list_names(std::vector<std::string>& names) const override {
        for (const Binding& binding : own_)
            names.emplace_back(binding.name);
        if (outer_ != nullptr) outer_->list_names(names);
        if (page_ != nullptr) page_->list_names(names);
    }

  private:
    struct Binding {
        std::string_view name;
        expression::Value value;
    };

    static constexpr std::size_t usual_size = 4;

    const Frame* outer_;
    const expression::Scope* page_;
    /// Expressions point at values, but nothing is set while one is evaluated: what it calls has frames of
    /// its own.
    std::vector<Binding> own_;
};

inline Finding too_many_names(Span span) {
    return too_much_work(span, "this sets too many names");
}

}  // namespace regioscope::templates
