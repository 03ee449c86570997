#include <fmt/format.h>

#include "base/finding_text.h"
#include "base/place_counter.h"
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

std::string_view command_of(Severity severity) {
    return severity == Severity::note ? "notice" : name_of(severity);
}

}  // namespace

std::string from_current_folder(std::string_view project, std::string_view file) {
    while (project.starts_with("./"))
        project.remove_prefix(2);
    while (project.size() > 1 && project.ends_with('/'))
        project.remove_suffix(1);
    if (project.empty() || project == "." || file.starts_with('/')) return std::string(file);
    return fmt::format("{}{}{}", project, project == "/" ? "" : "/", file);
}

std::string findings_github(const Findings& findings, std::string_view project) {
    std::string out;
    PlaceCounter places;
    for (const Finding& finding : findings.all()) {
        std::string properties;
        const auto add = [&](std::string_view name, std::string_view value) {
            properties +=
                fmt::format("{}{}={}", properties.empty() ? " " : ",", name, escaped(harmless(value), true));
        };
        if (!finding.file_name().empty()) add("file", from_current_folder(project, finding.file_name()));
        if (finding.span) {
            const Position place = places.of(finding.span);
            add("line", fmt::to_string(place.line));
            add("col", fmt::to_string(place.column));
        }
        add("title", finding.code);
        std::string message = harmless(finding.message);
        for (const FindingNote& note : finding.notes)
            message += "\n" + harmless(note.message);
        if (!finding.accepted.empty()) message += "\naccepted: " + harmless(finding.accepted);
        out += fmt::format("::{}{}::{}\n", command_of(finding.severity), properties, escaped(message, false));
    }
    return out;
}

}  // namespace regioscope::cli
