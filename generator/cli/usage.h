// The table of commands and options as a value, for all that is made from it: completions and the manual.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regioscope::cli {

struct OptionUsage {
    /// `--output`, or `PROJECT` for what stands alone.
    std::string name;
    /// What follows it: `DIR`, `TEXT`; of what stands alone, what it is. Empty for a flag.
    std::string argument;
    /// All that may follow, where that is a closed list.
    std::vector<std::string> words;
    std::string summary;
    bool is_required = false;

    bool stands_alone() const { return !name.starts_with('-'); }
    bool is_folder() const { return argument == "DIR"; }
    bool is_file() const { return argument == "FILE"; }
};

struct CommandUsage {
    std::string name;
    std::string summary;
    /// What stands alone comes first, in the order in which it is written.
    std::vector<OptionUsage> options;
};

struct Usage {
    std::string summary;
    /// Examples and the statuses to end with.
    std::string footer;
    std::vector<CommandUsage> commands;
};

/// What a shell reads to complete the command line: `bash`, `zsh` or `fish`.
std::string completion(const Usage& usage, std::string_view shell);
const std::vector<std::string>& shells();

/// regioscope(1), for `man`.
std::string manual(const Usage& usage);

}  // namespace regioscope::cli
