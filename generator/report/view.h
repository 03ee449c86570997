// What templates see: an object whose attributes are computed when they are asked for. A kind of view is a
// table from attribute names to small functions over its subject; the table is also what "did you mean" and
// the docs know.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expression/object.h"

namespace regioscope::report {

template <class Subject>
struct ViewKind {
    /// With an article, for messages: "a region".
    std::string_view type_name;
    std::map<std::string_view, expression::Value (*)(const Subject&)> attributes;
    /// How it prints; null: it does not.
    std::string (*text)(const Subject&) = nullptr;
};

template <class Subject>
class View final : public expression::Object {
  public:
    View(const ViewKind<Subject>& kind, Subject subject) : kind_(kind), subject_(std::move(subject)) {}

    const Subject& subject() const { return subject_; }
    std::string_view type_name() const override { return kind_.type_name; }

    std::optional<expression::Value> attribute(std::string_view name) const override {
        const auto found = kind_.attributes.find(name);
        return found == kind_.attributes.end() ? std::nullopt : std::optional(found->second(subject_));
    }
    std::vector<std::string> attribute_names() const override {
        std::vector<std::string> names;
        for (const auto& [name, compute] : kind_.attributes)
            names.emplace_back(name);
        return names;
    }
    std::optional<std::string> text() const override {
        return kind_.text == nullptr ? std::nullopt : std::optional(kind_.text(subject_));
    }

  private:
    const ViewKind<Subject>& kind_;
    Subject subject_;
};

template <class Subject>
expression::Value view_of(const ViewKind<Subject>& kind, Subject subject) {
    return expression::Value(std::make_shared<const View<Subject>>(kind, std::move(subject)));
}

}  // namespace regioscope::report
