// Renders every case of a folder and compares. A case is a file `name.txt`:
//
//     {"x": 1}                 the names of the page, as JSON; may be empty
//     ---                      the template, called main.html; or `--- other.html ---`
//     {{ x }}
//     ---                      at last, what comes of it: findings, then output
//     1
//
// `error_*` must fail, `warns_*` must warn, all others must be silent. What differs is written beside the
// case as `name.actual`.
//
//     golden_template FOLDER [--rebaseline] [NAME …]
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "support/template_case.h"

namespace fs = std::filesystem;
using namespace regioscope;

namespace {

struct Case {
    std::string context;
    std::string page;
    std::map<std::string, std::string> files;
    std::string expected;
    /// Everything up to and with the line before what is expected.
    std::string head;
    bool is_complete = false;
};

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// `---`, or `--- name ---`.
bool is_divider(std::string_view line, std::string& name) {
    name.clear();
    if (line == "---") return true;
    if (!line.starts_with("--- ") || !line.ends_with(" ---") || line.size() < 9) return false;
    name = line.substr(4, line.size() - 8);
    return true;
}

Case read_case(const std::string& text) {
    Case result;
    struct Section {
        std::string name;
        std::string text;
        std::size_t begin;
    };
    std::vector<Section> sections(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        std::string_view line = std::string_view(text).substr(at, end - at);
        if (line.ends_with('\n')) line.remove_suffix(1);
        std::string name;
        if (is_divider(line, name)) {
            sections.push_back({name, {}, end});
        } else {
            sections.back().text += text.substr(at, end - at);
        }
        at = end;
    }
    if (sections.size() < 3) return result;
    result.is_complete = true;
    result.context = sections[0].text.empty() ? "{}" : sections[0].text;
    for (std::size_t i = 1; i + 1 < sections.size(); ++i) {
        const std::string name = sections[i].name.empty() ? "main.html" : sections[i].name;
        if (i == 1) result.page = name;
        result.files[name] = sections[i].text;
    }
    result.expected = sections.back().text;
    result.head = text.substr(0, sections.back().begin);
    return result;
}

/// The first line that differs, with what stands before it.
std::string difference(const std::string& expected, const std::string& actual) {
    std::istringstream a(expected);
    std::istringstream b(actual);
    std::string line_a;
    std::string line_b;
    std::string before;
    for (std::size_t number = 1;; ++number) {
        const bool more_a = static_cast<bool>(std::getline(a, line_a));
        const bool more_b = static_cast<bool>(std::getline(b, line_b));
        if (!more_a && !more_b) return "    they differ in the break at the end\n";
        if (!more_a) line_a = "(nothing)";
        if (!more_b) line_b = "(nothing)";
        if (line_a != line_b || more_a != more_b) {
            return before +
                   fmt::format("    line {}\n    expected: {}\n    actual:   {}\n", number, line_a, line_b);
        }
        before = fmt::format("              {}\n", line_a);
    }
}

/// What went against the rules that a case's name promises; empty if nothing did.
std::string broken_promise(const std::string& name, const tests::Rendered& rendered) {
    const bool fails = name.starts_with("error_");
    const bool warns = name.starts_with("warns_");
    if (fails != rendered.has_failed) return fails ? "should fail and does not" : "fails";
    if (!fails && warns == rendered.findings.empty()) return warns ? "should warn and does not" : "warns";
    return {};
}

}  // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.empty()) {
        std::cerr << "usage: golden_template FOLDER [--rebaseline] [NAME …]\n";
        return 2;
    }
    const bool rebaseline = std::find(arguments.begin(), arguments.end(), "--rebaseline") != arguments.end();
    std::vector<std::string> wanted;
    std::copy_if(arguments.begin() + 1, arguments.end(), std::back_inserter(wanted),
                 [](const std::string& argument) { return argument != "--rebaseline"; });
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(arguments[0])) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    const expression::Functions functions = tests::test_functions();
    int run = 0;
    int failed = 0;
    for (const fs::path& path : paths) {
        const std::string name = path.stem().string();
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), name) == wanted.end()) continue;
        ++run;
        const Case one = read_case(read_file(path));
        const fs::path actual_path = fs::path(path).replace_extension(".actual");
        if (!one.is_complete) {
            std::cout << name
                      << ": a case has a context, a template and what is expected, divided by '---'\n";
            ++failed;
            continue;
        }
        const tests::Rendered rendered = tests::render_case(one.files, one.page, one.context, functions);
        const std::string actual = rendered.findings + (rendered.has_failed ? "" : rendered.output + "\n");
        const std::string broken = broken_promise(name, rendered);
        fs::remove(actual_path);
        if (broken.empty() && actual == one.expected) continue;
        if (broken.empty() && rebaseline) {
            std::ofstream(path, std::ios::binary) << one.head << actual;
            std::cout << name << ": rewritten\n";
            continue;
        }
        ++failed;
        std::ofstream(actual_path, std::ios::binary) << actual;
        std::cout << name << ": " << (broken.empty() ? "differs" : broken) << "\n"
                  << difference(one.expected, actual);
    }
    std::cout << fmt::format("{} cases, {} failed\n", run, failed);
    return failed == 0 && run > 0 ? 0 : 1;
}
