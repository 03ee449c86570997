// The command line as a value.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_status.h"

namespace regioscope::cli {

enum class FindingFormat { text, json, github, sarif };

struct BuildOptions {
    std::string project = ".";
    /// Empty: PROJECT/public.
    std::string output;
    std::string base_url;
    std::string edition;
    std::size_t jobs = 0;
    bool strict = false;
    bool timings = false;
};

struct CheckOptions {
    std::string project = ".";
    std::string edition;
    bool strict = false;
    FindingFormat format = FindingFormat::text;
    /// Also what must be in order before a report goes out.
    bool release = false;
    /// A finding's code to be explained; then nothing is checked.
    std::string explain;
};

struct ServeOptions {
    std::string project = ".";
    std::string edition;
    int port = 8000;
};

struct ListOptions {
    std::string kind;
    std::string project = ".";
    std::string edition;
};

struct ExplainOptions {
    std::string region;
    std::string indicator;
    std::string project = ".";
    std::string edition;
};

struct DiffOptions {
    /// Editions of the project, or folders of projects.
    std::string before;
    std::string after;
    std::string project = ".";
    bool as_json = false;
};

/// The command line said all there is to do (help, version), or could not be understood.
struct Finished {
    ExitStatus status = ExitStatus::good;
    std::string output;
    std::string error;
};

using Command = std::variant<Finished, BuildOptions, CheckOptions, ServeOptions, ListOptions, ExplainOptions,
                             DiffOptions>;

/// What `list` can list, as the user writes it.
const std::vector<std::string>& listable_kinds();

Command parse_command_line(int count, const char* const* arguments);

}  // namespace regioscope::cli
