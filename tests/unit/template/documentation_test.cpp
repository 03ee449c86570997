// docs/templates.md is true: it lists every function, filter and test, and the examples print what it says.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "expression/parse.h"
#include "template/templates.h"

using namespace regioscope;
using expression::Function;
using expression::Functions;
using expression::Parameter;

namespace {

std::string documentation() {
    std::ifstream in(std::string(REGIOSCOPE_SOURCE_DIR) + "/docs/templates.md");
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// As an expression would write it.
std::string literal(const expression::Value& value) {
    std::string text = *text_of(expression::List{value});
    return text.substr(1, text.size() - 2);
}

std::string signature(const Function& function, Functions::Sort sort) {
    std::string parameters;
    for (std::size_t i = sort == Functions::Sort::function ? 0 : 1; i < function.parameters.size(); ++i) {
        const Parameter& parameter = function.parameters[i];
        if (!parameters.empty()) parameters += ", ";
        if (parameter.kind == Parameter::Kind::rest) parameters += "*";
        if (parameter.kind == Parameter::Kind::named_rest) parameters += "**";
        parameters += parameter.name;
        if (parameter.kind == Parameter::Kind::optional) {
            parameters += "=" + (parameter.fallback.is_undefined() ? "…" : literal(parameter.fallback));
        }
    }
    return function.name + (parameters.empty() ? "" : "(" + parameters + ")");
}

/// In a table a bar must not end the cell.
std::string code(std::string text) {
    for (std::size_t bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar + 2))
        text.insert(bar, 1, '\\');
    return "`" + text + "`";
}

std::string row(const Function& function, Functions::Sort sort) {
    return "| " + code(signature(function, sort)) + " | " + function.summary + " | " +
           code(function.example) + " | " + code(function.result) + " |\n";
}

std::string evaluated(const std::string& example) {
    const SourceText source("example", example);
    const auto parsed =
        expression::parse(expression::Passage::of({&source, 0, static_cast<std::uint32_t>(example.size())}));
    REQUIRE(parsed);
    expression::Evaluation evaluation(templates::template_functions());
    const auto value = evaluate(*parsed, expression::MapScope(), evaluation);
    REQUIRE(value);
    std::string out;
    Finding failure;
    CHECK(templates::append_escaped(out, *value, templates::Target::plain, {}, failure));
    return out;
}

}  // namespace

TEST_CASE("the documentation lists every function, filter and test with an example that holds") {
    const std::string text = documentation();
    for (const auto sort : {Functions::Sort::function, Functions::Sort::filter, Functions::Sort::test}) {
        for (const Function* function : templates::template_functions().all(sort)) {
            const std::string expected = row(*function, sort);
            const bool is_listed = text.find(expected) != std::string::npos;
            CHECK_MESSAGE(is_listed, "docs/templates.md misses: ", expected);
            CHECK(evaluated(function->example) == function->result);
        }
    }
}
