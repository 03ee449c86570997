// A report that knows nothing: values print what they ask for, links lead to what they name. Constants are
// evaluated, so that conditions and repetitions can be told.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "expression/evaluate.h"
#include "expression/functions.h"
#include "markdown/note_list.h"
#include "markdown/resolver.h"

namespace regioscope::markdown {

class FakeResolver : public Resolver {
  public:
    Marked value(const BoundValue& value, Span) override {
        const auto result = evaluate(value.expression);
        if (result) return {escape::SafeHtml::from_text(expression::text_of(*result).value_or("?")), {}};
        return {markup("<data>{}</data>", escape::html_text(value.normalized)),
                references_.mark(value.normalized, "Source")};
    }

    bool holds(const expression::Expression& condition, Span) override {
        const auto result = evaluate(condition);
        return result && expression::truth(*result) == expression::Truth::yes;
    }

    std::vector<expression::Value> items(const expression::Expression& items, Span) override {
        const auto result = evaluate(items);
        return result && result->is_list() ? result->list() : std::vector<expression::Value>();
    }

    void enter(std::string_view name, const expression::Value& value) override {
        scopes_.push_back(
            std::make_unique<expression::MapScope>(expression::Map{{std::string(name), value}}, scope()));
    }
    void leave() override { scopes_.pop_back(); }

    escape::SafeHtml figure(std::string_view id, Span) override { return markup("<figure>{}</figure>", id); }

    LinkTag link(const Link& link, Span) override {
        const std::string& path = link.target.path;
        const std::string anchor = link.target.anchor.empty() ? "" : "#" + link.target.anchor;
        switch (link.target.kind) {
            case Target::Kind::web:
                return {path, {{"rel", "external"}}, {}};
            case Target::Kind::page:
                return {path + ".html" + anchor, {}, {}};
            case Target::Kind::file:
                return {path + anchor, {}, {}};
            case Target::Kind::figure:
                return {"#figure-" + path, {{"class", "figure-link"}}, {}};
            case Target::Kind::claim:
                return {"claims.html#" + path, {{"class", "claim"}, {"data-state", "holds"}}, {}};
            case Target::Kind::term:
                return {"", {{"class", "term"}}, markup("<sup>{}</sup>", path)};
        }
        return {};
    }

    ImageTag image(const Image& image, Span) override { return {image.path, 640, 480}; }

    escape::SafeHtml citation(const Citation& citation, Span) override {
        escape::SafeHtml marks;
        for (const Reference& reference : citation.references)
            marks += references_.mark(reference.source + "#" + reference.part + ", " + reference.locator,
                                      "Source");
        return marks;
    }

    std::string label(Label label, const std::vector<std::string>& arguments) override {
        switch (label) {
            case Label::footnotes:
                return "Notes";
            case Label::footnote:
                return "Note " + arguments[0];
            case Label::back_to_text:
                return fmt::format("Back from note {}, mark {}", arguments[0], arguments[1]);
            case Label::link_to_section:
                return fmt::format("Link to \"{}\"", arguments[0]);
        }
        return {};
    }

    /// What a page's layout would put at its end.
    escape::SafeHtml references() {
        if (references_.empty()) return {};
        return references_.list([](std::string_view key) { return escape::SafeHtml::from_text(key); },
                                [](std::size_t number, std::size_t mark) {
                                    return fmt::format("Back from source {}, mark {}", number, mark);
                                });
    }

  private:
    Result<expression::Value> evaluate(const expression::Expression& expression) {
        expression::Evaluation evaluation(expression::standard_functions());
        return expression::evaluate(expression, *scope(), evaluation);
    }
    const expression::Scope* scope() const { return scopes_.empty() ? &outermost_ : scopes_.back().get(); }

    template <class... Arguments>
    static escape::SafeHtml markup(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
        return escape::SafeHtml::from_trusted(fmt::format(form, std::forward<Arguments>(arguments)...));
    }

    expression::MapScope outermost_;
    std::vector<std::unique_ptr<expression::MapScope>> scopes_;
    NoteList references_{"source"};
};

}  // namespace regioscope::markdown
