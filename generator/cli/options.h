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
    bool compress = false;
    bool verify = false;
};

struct CheckOptions {
    std::string project = ".";
    std::string edition;
    bool strict = false;
    FindingFormat format = FindingFormat::text;
    /// Also what must be in order before a report goes out.
    bool release = false;
    /// Say how many addresses on other hosts nobody asked.
    bool links = false;
    /// A finding's code to be explained; then nothing is checked.
    std::string explain;
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
    std::string edition;
    int port = 8000;
    bool open = false;
};

struct NewOptions {
    std::string folder;
    std::vector<std::string> languages = {"nl", "de", "en"};
    /// Names between commas.
    std::string regions = "Noord, Oost, Zuid, West";
    /// Empty: the one of the first language.
    std::string country;
    /// A year; 0: this one.
    int edition = 0;
};

struct ImportOptions {
    std::string file;
    std::string project = ".";
    /// Empty: the mapping file beside the file.
    std::string map;
    std::string source;
    /// The label of the table as printed; empty: the file's title.
    std::string table;
    /// Empty: named after source and file.
    std::string into;
    std::string sheet;
    /// "A1:D20", empty for all of it.
    std::string range;
    std::string signs;
    std::string decimal;
    /// What holds for every figure of a file that does not say it.
    std::string indicator;
    std::string region;
    std::string period;
    bool add = false;
    bool replace = false;
    bool dry_run = false;
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

struct VerifyOptions {
    std::string folder;
};

/// The command line said all there is to do (help, version), or could not be understood.
struct Finished {
    ExitStatus status = ExitStatus::good;
    std::string output;
    std::string error;
};

using Command = std::variant<Finished, BuildOptions, CheckOptions, AcceptOptions, ServeOptions, NewOptions,
                             ImportOptions, ListOptions, ExplainOptions, VerifyOptions, DiffOptions>;

/// What `list` can list, as the user writes it.
const std::vector<std::string>& listable_kinds();

Command parse_command_line(int count, const char* const* arguments);

}  // namespace regioscope::cli
