// Renders templates given on stdin, one JSON object a line, and answers each with a line:
//
//     {"page": "main.html", "templates": {"main.html": "…"}, "context": {…}}
//     {"output": "…"}   or   {"error": "what went wrong, as a person would see it"}
#include <iostream>

#include "base/json.h"
#include "escape/json_in_html.h"
#include "support/template_case.h"

using namespace regioscope;

int main() {
    std::ios::sync_with_stdio(false);
    const expression::Functions functions = tests::test_functions();
    std::string line;
    while (std::getline(std::cin, line)) {
        const SourceText source("case", line);
        Findings findings;
        const auto request = json::parse(source, findings);
        if (!request) {
            for (const Finding& finding : findings.all())
                std::cerr << finding_text(finding);
            return 2;
        }
        std::map<std::string, std::string> files;
        for (const json::Member& member : request->find("templates")->members)
            files[member.key] = member.value.text;
        const std::string context(request->find("context")->span.text());
        const auto rendered = tests::render_case(files, request->find("page")->text, context, functions);
        std::string answer = rendered.has_failed ? "{\"error\": " : "{\"output\": ";
        escape::append_json_string(answer, rendered.has_failed ? rendered.findings : rendered.output);
        std::cout << answer << "}\n";
    }
    std::cout.flush();
    return 0;
}
