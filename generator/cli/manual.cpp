#include <fmt/format.h>

#include "cli/usage.h"

namespace regioscope::cli {

namespace {

/// As roff wants it: hyphens that can be copied, and nothing at a line's beginning that it would take for an
/// order.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool starts_line = out.empty() || out.back() == '\n';
        if (starts_line && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out;
}

std::string synopsis(const CommandUsage& command) {
    std::string line = fmt::format("\\fBregioscope {}\\fR", roff(command.name));
    for (const OptionUsage& option : command.options) {
        if (!option.stands_alone()) continue;
        const std::string name = fmt::format("\\fI{}\\fR", roff(option.name));
        line += option.is_required ? " " + name : fmt::format(" [{}]", name);
    }
    return line + " [\\fIoptions\\fR]";
}

std::string option_text(const OptionUsage& option) {
    std::string text = ".TP\n";
    if (option.stands_alone()) {
        text += fmt::format("\\fI{}\\fR\n", roff(option.name));
    } else {
        text += fmt::format("\\fB{}\\fR", roff(option.name));
        if (!option.argument.empty()) text += fmt::format(" \\fI{}\\fR", roff(option.argument));
        text += "\n";
    }
    text += roff(option.summary) + "\n";
    if (!option.words.empty())
        text += fmt::format("({})\n", roff(fmt::format("{}", fmt::join(option.words, ", "))));
    return text;
}

}  // namespace

std::string manual(const Usage& usage) {
    std::string text = fmt::format(
        ".TH REGIOSCOPE 1 \"\" \"regioscope {}\"\n.SH NAME\nregioscope \\- make a static report that "
        "compares "
        "regions\n.SH SYNOPSIS\n.nf\n",
        REGIOSCOPE_VERSION);
    for (const CommandUsage& command : usage.commands)
        text += synopsis(command) + "\n";
    text += ".fi\n.SH DESCRIPTION\n" + roff(usage.summary) + "\n.SH COMMANDS\n";
    for (const CommandUsage& command : usage.commands) {
        text += fmt::format(".SS {}\n{}.\n", roff(command.name), roff(command.summary));
        for (const OptionUsage& option : command.options)
            text += option_text(option);
    }
    return text + ".SH NOTES\n.nf\n" + roff(usage.footer) + "\n.fi\n";
}

}  // namespace regioscope::cli
