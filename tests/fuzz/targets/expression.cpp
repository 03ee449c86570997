// Expressions: any text is parsed as a template's and as Markdown's, and evaluated twice.
#include "base/source.h"
#include "expression/evaluate.h"
#include "expression/functions.h"
#include "expression/parse.h"
#include "fuzz.h"
#include "values.h"

using namespace regioscope;

namespace {

/// What evaluating comes to: the code of a finding, or the kind of value.
std::string outcome(const expression::Expression& parsed) {
    expression::Evaluation evaluation(expression::standard_functions(), nullptr, fuzz::limits());
    const expression::MapScope scope(fuzz::names());
    const auto value = expression::evaluate(parsed, scope, evaluation);
    if (value) return std::to_string(static_cast<int>(value->kind()));
    Findings findings;
    findings.add(value.finding());
    fuzz::expect_presentable(findings);
    return value.finding().code + value.finding().message;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const SourceText source("input", std::string(fuzz::text_of(data, size)));
    const auto passage = expression::Passage::of({&source, 0, static_cast<std::uint32_t>(size)});
    for (const auto filters :
         {expression::ParseOptions::Filters::allowed, expression::ParseOptions::Filters::refused}) {
        const auto parsed = expression::parse(passage, {filters, &expression::standard_functions()});
        if (parsed) {
            fuzz::expect(outcome(*parsed) == outcome(*parsed), "evaluation is deterministic");
        } else {
            Findings findings;
            findings.add(parsed.finding());
            fuzz::expect_presentable(findings);
        }
    }
    return 0;
}
