// An expression and what comes of it, in one line: tests read as a table.
#pragma once

#include <string>
#include <string_view>

#include "base/finding_text.h"
#include "expression/evaluate.h"
#include "expression/parse.h"
#include "support/json_values.h"

namespace regioscope::tests {

struct Shown {
    std::string json = "{}";
    const expression::Functions* functions = &expression::standard_functions();
    expression::Environment* environment = nullptr;
    expression::Limits limits = {};
    expression::ParseOptions options = {};

    Result<expression::Value> evaluate(const SourceText& source) const {
        Findings findings;
        const SourceText context("context.json", json);
        const auto names = json::parse(context, findings);
        const Span whole{&source, 0, static_cast<std::uint32_t>(source.text().size())};
        auto parsed = expression::parse(expression::Passage::of(whole), options);
        if (!parsed) return std::move(parsed).finding();
        const expression::MapScope scope(value_of(*names).map());
        expression::Evaluation evaluation(*functions, environment, limits);
        return expression::evaluate(*parsed, scope, evaluation);
    }

    /// What it prints, or `[code] message @column`.
    std::string operator()(std::string_view text) const {
        const SourceText source("test", std::string(text));
        const auto value = evaluate(source);
        if (value) return expression::text_of(*value).value_or("(no text)");
        const Finding& finding = value.finding();
        return "[" + finding.code + "] " + finding.message + " @" +
               std::to_string(source.position(finding.span.begin).column);
    }
};

}  // namespace regioscope::tests
