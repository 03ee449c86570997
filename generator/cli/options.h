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
};

struct CheckOptions {
    std::string project = ".";
    std::string edition;
    bool strict = false;
    FindingFormat format = FindingFormat::text;
    /// Empty: nothing is held against the print.
    std::string extracts;
};

struct AcceptOptions {
    std::string code;
    /// Empty: whatever has that code.
    std::string subject;
    /// Empty: the one that stands in the register.
    std::string reason;
    std::string project = ".";
    std::string edition;
    std::string extracts;
};

struct ServeOptions {
    std::string project = ".";
    int port = 8000;
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

/// The command line said all there is to do (help, version), or could not be understood.
struct Finished {
    ExitStatus status = ExitStatus::good;
    std::string output;
    std::string error;
};

using Command = std::variant<Finished, BuildOptions, CheckOptions, AcceptOptions, ServeOptions, ListOptions,
                             ExplainOptions>;

/// What `list` can list, as the user writes it.
const std::vector<std::string>& listable_kinds();

Command parse_command_line(int count, const char* const* arguments);

}  // namespace regioscope::cli
