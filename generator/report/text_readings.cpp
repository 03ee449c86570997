#include "report/text_readings.h"

#include <algorithm>
#include <memory>
#include <type_traits>

#include "analysis/edition_difference.h"
#include "analysis/functions.h"
#include "expression/evaluate.h"
#include "markdown/render.h"

namespace regioscope::report {

namespace {

using expression::Value;

/// Goes through a text as a page does, and puts down what its expressions read instead of what they say.
class FigureReader final : public markdown::Resolver {
  public:
    explicit FigureReader(const analysis::JudgedEdition& edition) : edition_(edition) {
        scopes_.push_back(
            std::make_unique<expression::MapScope>(expression::Map{{"edition", edition.edition->id()}}));
    }

    std::vector<TextReading> take() { return std::move(readings_); }

    markdown::Marked value(const markdown::BoundValue& value, Span span) override {
        evaluate(value.expression, span);
        return {};
    }
    bool holds(const expression::Expression& condition, Span span) override {
        return observe(span, [&](expression::Evaluation& evaluation) {
            const Result<bool> holds = expression::evaluate_truth(condition, *scopes_.back(), evaluation);
            return holds && *holds;
        });
    }
    std::vector<Value> items(const expression::Expression& items, Span span) override {
        const auto value = evaluate(items, span);
        if (!value) return {};
        if (value->is_list()) return value->list();
        const auto items_of_object = value->is_object() ? value->object().items() : nullptr;
        return items_of_object == nullptr ? std::vector<Value>() : *items_of_object;
    }
    void enter(std::string_view name, const Value& value) override {
        auto scope = std::make_unique<expression::MapScope>(expression::Map(), scopes_.back().get());
        scope->set(std::string(name), value);
        scopes_.push_back(std::move(scope));
    }
    void leave() override { scopes_.pop_back(); }

    escape::SafeHtml figure(std::string_view, Span) override { return {}; }
    markdown::LinkTag link(const markdown::Link&, Span) override { return {}; }
    markdown::ImageTag image(const markdown::Image&, Span) override { return {}; }
    escape::SafeHtml citation(const markdown::Citation&, Span) override { return {}; }
    std::string label(markdown::Label, const std::vector<std::string>&) override { return {}; }

  private:
    std::optional<Value> evaluate(const expression::Expression& expression, Span span) {
        return observe(span, [&](expression::Evaluation& evaluation) -> std::optional<Value> {
            Result<Value> value = expression::evaluate(expression, *scopes_.back(), evaluation);
            return value ? std::optional(*std::move(value)) : std::nullopt;
        });
    }

    /// Does something, and puts down what it read.
    template <class Work>
    std::invoke_result_t<Work, expression::Evaluation&> observe(Span span, const Work& work) {
        analysis::Environment environment(edition_.view());
        expression::Evaluation evaluation(analysis::domain_functions(), &environment);
        auto result = work(evaluation);
        TextReading& reading = reading_at(span);
        for (const analysis::Measurement* const measurement : environment.measurements_read())
            reading.figures.insert(analysis::reading_of(edition_.dataset(), *measurement));
        return result;
    }

    TextReading& reading_at(Span span) {
        const auto known = std::find_if(readings_.begin(), readings_.end(),
                                        [&](const TextReading& reading) { return reading.span == span; });
        return known == readings_.end() ? readings_.emplace_back(TextReading{span, {}}) : *known;
    }

    const analysis::JudgedEdition& edition_;
    std::vector<std::unique_ptr<expression::MapScope>> scopes_;
    std::vector<TextReading> readings_;
};

}  // namespace

std::vector<TextReading> readings_of(const markdown::Document& document,
                                     const analysis::JudgedEdition& edition) {
    FigureReader reader(edition);
    markdown::render(document, reader);
    return reader.take();
}

}  // namespace regioscope::report
