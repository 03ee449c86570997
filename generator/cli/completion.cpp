#include <fmt/format.h>

#include "cli/usage.h"

namespace regioscope::cli {

namespace {

/// For bash and zsh.
std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out += c;
        }
    }
    return out + "'";
}

std::string words_of(const OptionUsage& option) {
    return fmt::format("{}", fmt::join(option.words, " "));
}

std::vector<std::string> names(const CommandUsage& command) {
    std::vector<std::string> found;
    for (const OptionUsage& option : command.options) {
        if (!option.stands_alone()) found.push_back(option.name);
    }
    found.emplace_back("--help");
    return found;
}

// ---- bash ----

std::string bash_reply(const OptionUsage& option) {
    if (!option.words.empty())
        return fmt::format("COMPREPLY=($(compgen -W {} -- \"$current\"))", shell_quoted(words_of(option)));
    if (option.is_folder()) return "COMPREPLY=($(compgen -d -- \"$current\"))";
    if (option.is_file()) return "COMPREPLY=($(compgen -f -- \"$current\"))";
    return "COMPREPLY=()";
}

std::string bash(const Usage& usage) {
    std::string arguments;
    std::string commands;
    std::vector<std::string> all;
    for (const CommandUsage& command : usage.commands) {
        all.push_back(command.name);
        std::string alone;
        for (const OptionUsage& option : command.options) {
            if (option.stands_alone()) {
                if (alone.empty()) alone = bash_reply(option);
            } else if (!option.argument.empty()) {
                arguments += fmt::format("    '{} {}') {}; return ;;\n", command.name, option.name,
                                         bash_reply(option));
            }
        }
        commands += fmt::format(
            "    {}) if [[ $current == -* ]]; then COMPREPLY=($(compgen -W {} -- \"$current\")); else {}; fi "
            ";;\n",
            command.name, shell_quoted(fmt::format("{}", fmt::join(names(command), " "))),
            alone.empty() ? "COMPREPLY=()" : alone);
    }
    return fmt::format(R"(# Completes the command line of regioscope in bash.
_regioscope() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command=
  [ "$COMP_CWORD" -gt 1 ] && command=${{COMP_WORDS[1]}}
  case "$command $previous" in
{0}  esac
  case "$command" in
    '') COMPREPLY=($(compgen -W {1} -- "$current")) ;;
{2}  esac
}}
complete -o filenames -F _regioscope regioscope
)",
                       arguments, shell_quoted(fmt::format("{} --help --version", fmt::join(all, " "))),
                       commands);
}

// ---- zsh ----

/// In the brackets of `_arguments` and the list of `_describe` some characters count.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_action(const OptionUsage& option) {
    if (!option.words.empty()) return fmt::format("({})", words_of(option));
    if (option.is_folder()) return "_files -/";
    return option.is_file() ? "_files" : " ";
}

std::string zsh(const Usage& usage) {
    std::string commands;
    std::string cases;
    for (const CommandUsage& command : usage.commands) {
        commands +=
            "    " + shell_quoted(fmt::format("{}:{}", command.name, zsh_text(command.summary))) + "\n";
        std::string specifications = " '--help[Print what it can do]'";
        int place = 0;
        for (const OptionUsage& option : command.options) {
            if (option.stands_alone()) {
                specifications += " " + shell_quoted(fmt::format("{}:{}:{}", ++place, zsh_text(option.name),
                                                                 zsh_action(option)));
            } else if (option.argument.empty()) {
                specifications +=
                    " " + shell_quoted(fmt::format("{}[{}]", option.name, zsh_text(option.summary)));
            } else {
                specifications +=
                    " " + shell_quoted(fmt::format("{}=[{}]:{}:{}", option.name, zsh_text(option.summary),
                                                   zsh_text(option.argument), zsh_action(option)));
            }
        }
        cases += fmt::format("    {}) _arguments{} ;;\n", command.name, specifications);
    }
    return fmt::format(R"(#compdef regioscope
# Completes the command line of regioscope in zsh.
_regioscope() {{
  local -a commands=(
{0}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{1}  esac
}}
_regioscope "$@"
)",
                       commands, cases);
}

// ---- fish ----

std::string fish_text(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string fish_arguments(const OptionUsage& option) {
    if (!option.words.empty()) return " -f -a " + fish_text(words_of(option));
    if (option.is_folder()) return " -f -a '(__fish_complete_directories)'";
    return option.is_file() ? " -F" : " -f";
}

std::string fish(const Usage& usage) {
    std::string text = "# Completes the command line of regioscope in fish.\ncomplete -c regioscope -f\n";
    for (const CommandUsage& command : usage.commands) {
        text += fmt::format("complete -c regioscope -n __fish_use_subcommand -a {} -d {}\n", command.name,
                            fish_text(command.summary));
        for (const OptionUsage& option : command.options) {
            text += fmt::format("complete -c regioscope -n '__fish_seen_subcommand_from {}'", command.name);
            if (!option.stands_alone()) text += " -l " + option.name.substr(2);
            if (!option.stands_alone() && !option.argument.empty()) text += " -r";
            if (!option.argument.empty()) text += fish_arguments(option);
            text += fmt::format(" -d {}\n", fish_text(option.summary));
        }
    }
    return text;
}

}  // namespace

const std::vector<std::string>& shells() {
    static const std::vector<std::string> all = {"bash", "zsh", "fish"};
    return all;
}

std::string completion(const Usage& usage, std::string_view shell) {
    if (shell == "zsh") return zsh(usage);
    return shell == "fish" ? fish(usage) : bash(usage);
}

}  // namespace regioscope::cli
