#include <fmt/format.h>

#include "cli/finding_formats.h"

namespace regioscope::cli {

namespace {

/// The runner's own escapes: percent and line breaks everywhere, colons and commas in properties.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
    return out;
}

}  // namespace

std::string findings_github(const Findings& findings) {
    std::string out;
    for (const Finding& finding : findings.all()) {
        const std::string_view command =
            finding.severity == Severity::note ? "notice" : name_of(finding.severity);
        std::string properties;
        const auto add = [&](std::string_view name, std::string_view value) {
            properties += fmt::format("{}{}={}", properties.empty() ? " " : ",", name, escaped(value, true));
        };
        if (!finding.file_name().empty()) add("file", finding.file_name());
        if (finding.span) {
            const Position place = finding.span.source->position(finding.span.begin);
            add("line", fmt::to_string(place.line));
            add("col", fmt::to_string(place.column));
        }
        add("title", finding.code);
        std::string message = finding.message;
        for (const FindingNote& note : finding.notes)
            message += "\n" + note.message;
        out += fmt::format("::{}{}::{}\n", command, properties, escaped(message, false));
    }
    return out;
}

}  // namespace regioscope::cli
