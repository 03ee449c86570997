#include "cli/options.h"

#include <doctest/doctest.h>

using namespace regioscope::cli;

namespace {

Command parse(const std::vector<const char*>& given) {
    std::vector<const char*> arguments = {"regioscope"};
    for (const char* const argument : given)
        arguments.push_back(argument);
    return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

std::string complaint(const std::vector<const char*>& arguments) {
    const Command command = parse(arguments);
    const auto& finished = std::get<Finished>(command);
    CHECK(finished.status == ExitStatus::usage);
    CHECK(finished.output.empty());
    return finished.error;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("build without arguments builds the current folder") {
    const Command command = parse({"build"});
    const auto& options = std::get<BuildOptions>(command);
    CHECK(options.project == ".");
    CHECK(options.output.empty());
    CHECK(options.edition.empty());
    CHECK(options.jobs == 0);
    CHECK_FALSE(options.strict);
    CHECK_FALSE(options.timings);
}

TEST_CASE("build takes every option of the contract, in any order") {
    const Command command = parse({"build", "--strict", "--jobs", "3", "report", "--output=out", "--base-url",
                                   "https://example.org/r", "--edition", "2022", "--timings"});
    const auto& options = std::get<BuildOptions>(command);
    CHECK(options.project == "report");
    CHECK(options.output == "out");
    CHECK(options.base_url == "https://example.org/r");
    CHECK(options.edition == "2022");
    CHECK(options.jobs == 3);
    CHECK(options.strict);
    CHECK(options.timings);
}

TEST_CASE("check takes a format") {
    CHECK(std::get<CheckOptions>(parse({"check"})).format == FindingFormat::text);
    CHECK(std::get<CheckOptions>(parse({"check", "--format", "json"})).format == FindingFormat::json);
    CHECK(std::get<CheckOptions>(parse({"check", "--format", "github"})).format == FindingFormat::github);
    CHECK(contains(complaint({"check", "--format", "xml"}), "no format 'xml'; there are text, json, github"));
}

TEST_CASE("serve, list and explain take what they need") {
    CHECK(std::get<ServeOptions>(parse({"serve"})).port == 8000);
    CHECK(std::get<ServeOptions>(parse({"serve", "x", "--port", "9000"})).port == 9000);
    CHECK(std::get<ListOptions>(parse({"list", "tables", "--project", "x"})).project == "x");
    const Command command = parse({"explain", "twente", "jobs", "--project", "x"});
    const auto& explain = std::get<ExplainOptions>(command);
    CHECK(explain.region == "twente");
    CHECK(explain.indicator == "jobs");
    CHECK(explain.project == "x");
}

TEST_CASE("every kind that can be listed is accepted") {
    for (const std::string& kind : listable_kinds())
        CHECK(std::get<ListOptions>(parse({"list", kind.c_str()})).kind == kind);
}

TEST_CASE("what was mistyped is told with what was meant") {
    CHECK(contains(complaint({"biuld"}), "no command 'biuld' (did you mean 'build'?)"));
    CHECK(contains(complaint({"build", "--ouput", "x"}), "no option '--ouput' (did you mean '--output'?)"));
    CHECK(contains(complaint({"build", "--ouput=x"}), "no option '--ouput' (did you mean '--output'?)"));
    CHECK(contains(complaint({"--verson"}), "no option '--verson' (did you mean '--version'?)"));
    CHECK(contains(complaint({"list", "regiosn"}), "no kind 'regiosn' (did you mean 'regions'?)"));
    CHECK(contains(complaint({"list", "regiosn"}), "there are regions, indicators, themes"));
}

TEST_CASE("a complaint says where to read on") {
    CHECK(contains(complaint({}), "See regioscope --help."));
    CHECK(contains(complaint({"explain", "twente"}), "INDICATOR"));
    CHECK(contains(complaint({"explain", "twente"}), "See regioscope explain --help."));
    CHECK(contains(complaint({"build", "a", "b"}), "'b'"));
}

TEST_CASE("numbers out of range and addresses that are none are refused") {
    complaint({"build", "--jobs", "0"});
    complaint({"build", "--jobs", "many"});
    complaint({"serve", "--port", "70000"});
    for (const char* const url : {"javascript:alert(1)", "example.org", "https://", "https:///x",
                                  "ftp://example.org/", "https://example.org/?a", "https://example.org/#a",
                                  "https://example.org/a b", "https://example.org/\"><script>"})
        CHECK(contains(complaint({"build", "--base-url", url}), "https://example.org/report"));
}

TEST_CASE("help and version are no errors") {
    const Command help = parse({"--help"});
    CHECK(std::get<Finished>(help).status == ExitStatus::good);
    for (const char* const word : {"build", "check", "serve", "list", "explain", "Examples:", "Exit status:"})
        CHECK(contains(std::get<Finished>(help).output, word));
    const Command build_help = parse({"build", "--help"});
    for (const char* const word : {"--output", "--base-url", "--edition", "--jobs", "--strict", "--timings"})
        CHECK(contains(std::get<Finished>(build_help).output, word));
    const Command version = parse({"--version"});
    CHECK(std::get<Finished>(version).output.starts_with("regioscope "));
}
