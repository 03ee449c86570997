// The command line as a value.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_status.h"

namespace regioscope::cli {

enum class FindingFormat { text, json, github };

struct BuildOptions {
    std::string project = ".";
    /// Empty: PROJECT/public.
    std::string output;
    std::string base_url;
    std::string edition;
    std::size_t jobs = 0;
    bool strict = false;
    bool timings = false;
    bool compress = false;
    bool verify = false;
};

struct CheckOptions {
    std::string project = ".";
    std::string edition;
    bool strict = false;
    FindingFormat format = FindingFormat::text;
};

struct ServeOptions {
    std::string project = ".";
    int port = 8000;
    bool open = false;
};

struct ListOptions {
    std::string kind;
    std::string project = ".";
};

struct ExplainOptions {
    std::string region;
    std::string indicator;
    std::string project = ".";
};

struct VerifyOptions {
    std::string folder;
};

/// The command line said all there is to do (help, version), or could not be understood.
struct Finished {
    ExitStatus status = ExitStatus::good;
    std::string output;
    std::string error;
};

using Command = std::variant<Finished, BuildOptions, CheckOptions, ServeOptions, ListOptions, ExplainOptions,
                             VerifyOptions>;

/// What `list` can list, as the user writes it.
const std::vector<std::string>& listable_kinds();

Command parse_command_line(int count, const char* const* arguments);

}  // namespace regioscope::cli
