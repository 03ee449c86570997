// Reads and renders every cases/*.md and holds the HTML and the findings against expected/*.html. A case
// named `wrong-…` must have findings, every other must have none. A case that differs leaves its `.actual`
// beside the stored file and shows the first line that differs.
//
//   golden_markdown               compare
//   golden_markdown --rebaseline  store what comes out now, unless a case is wrong that should not be
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

#include "base/finding_text.h"
#include "markdown/lint.h"
#include "markdown/render.h"
#include "support/prose_words.h"
#include "unit/markdown/fake_resolver.h"

namespace {

namespace files = std::filesystem;
using namespace regioscope;

const files::path folder = files::path(REGIOSCOPE_SOURCE_DIR) / "tests/golden/markdown";

std::string read(const files::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string first_difference(const std::string& expected, const std::string& actual) {
    std::istringstream left(expected);
    std::istringstream right(actual);
    std::string a;
    std::string b;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return "no difference by lines";
        if (!more_left || !more_right || a != b)
            return fmt::format("line {}\n  expected {}\n  actual   {}", line, more_left ? a : "(end)",
                               more_right ? b : "(end)");
    }
}

struct Outcome {
    std::string text;
    bool has_findings = false;
};

/// HTML, or for a wrong case what an editor would be told.
Outcome run(const files::path& path) {
    const SourceText source(path.filename().string(), read(path));
    Findings findings;
    const Span whole{&source, 0, static_cast<std::uint32_t>(source.text().size())};
    const auto document = markdown::parse(whole, markdown::Mode::page, findings);
    markdown::find_bare_numbers(document, prose_words("en"), {"Industrie 4.0"}, findings);
    findings.sort();
    if (!findings.all().empty()) {
        Outcome outcome{{}, true};
        for (const Finding& finding : findings.all())
            outcome.text += finding_text(finding);
        return outcome;
    }
    markdown::FakeResolver resolver;
    std::string html = markdown::render(document, resolver).text();
    return {html + resolver.references().text(), false};
}

}  // namespace

int main(int count, char** arguments) {
    const bool rebaseline = count > 1 && std::string(arguments[1]) == "--rebaseline";
    std::map<files::path, std::string> outcomes;
    int wrong = 0;
    for (const auto& entry : files::directory_iterator(folder / "cases")) {
        const Outcome outcome = run(entry.path());
        const std::string name = entry.path().stem().string();
        const bool should_be_wrong = name.starts_with("wrong-");
        if (outcome.has_findings != should_be_wrong) {
            std::cout << name
                      << (should_be_wrong ? ": should have findings\n"
                                          : ": should have no findings\n" + outcome.text);
            ++wrong;
        }
        outcomes[folder / "expected" / (name + (should_be_wrong ? ".txt" : ".html"))] = outcome.text;
    }
    if (wrong > 0) return 1;
    int differing = 0;
    for (const auto& [stored, actual] : outcomes) {
        const files::path beside = stored.string() + ".actual";
        files::remove(beside);
        if (rebaseline) {
            std::ofstream(stored, std::ios::binary) << actual;
        } else if (const std::string expected = read(stored); expected != actual) {
            std::ofstream(beside, std::ios::binary) << actual;
            std::cout << stored.filename().string() << ": " << first_difference(expected, actual) << "\n";
            ++differing;
        }
    }
    if (outcomes.empty()) std::cout << "no cases found\n";
    if (differing > 0)
        std::cout << differing << " differ; look at them, then: golden_markdown --rebaseline\n";
    return differing > 0 || outcomes.empty() ? 1 : 0;
}
