#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/place_counter.h"
#include "base/utf8.h"
#include "cli/finding_formats.h"

namespace regioscope::cli {

namespace {

using nlohmann::ordered_json;

Position place_of(const Span& span, PlaceCounter& places) {
    return span ? places.of(span) : Position{};
}

/// The control characters and marks of direction that the library leaves as they are: they stand in texts
/// only.
std::string without_controls(std::string_view json) {
    std::string out;
    for (std::size_t at = 0; at < json.size();) {
        const std::size_t begin = at;
        const char32_t code_point = next_code_point(json, at);
        if (code_point >= 0x7F && code_point <= 0xFFFF && is_unprintable(code_point)) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(code_point));
        } else {
            out += json.substr(begin, at - begin);
        }
    }
    return out;
}

}  // namespace

std::string findings_json(const Findings& findings) {
    ordered_json all = ordered_json::array();
    PlaceCounter places;
    PlaceCounter note_places;  // they mostly stand in an order of their own
    for (const Finding& finding : findings.all()) {
        const Position place = place_of(finding.span, places);
        ordered_json notes = ordered_json::array();
        for (const FindingNote& note : finding.notes) {
            const Position note_place = place_of(note.span, note_places);
            ordered_json one = {{"message", note.message}};
            if (note.span) {
                one["file"] = note.span.source->name();
                one["line"] = note_place.line;
                one["column"] = note_place.column;
            }
            notes.push_back(std::move(one));
        }
        ordered_json one = {{"code", finding.code},        {"severity", name_of(finding.severity)},
                            {"file", finding.file_name()}, {"line", place.line},
                            {"column", place.column},      {"message", finding.message},
                            {"subject", finding.subject},  {"notes", std::move(notes)}};
        if (!finding.accepted.empty()) one["accepted"] = finding.accepted;
        all.push_back(std::move(one));
    }
    // Messages may quote bytes of a broken file: those become U+FFFD.
    return without_controls(all.dump(2, ' ', false, ordered_json::error_handler_t::replace)) + "\n";
}

}  // namespace regioscope::cli
