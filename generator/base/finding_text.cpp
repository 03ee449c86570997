#include "base/finding_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/place_counter.h"
#include "base/utf8.h"

namespace regioscope {

namespace {

constexpr std::size_t shown_width = 160;
/// How far the ends of a line are looked for: what is longer is cut anyway.
constexpr std::size_t searched_width = 4 * shown_width;

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\033[31m";
        case Severity::warning:
            return "\033[33m";
        case Severity::note:
            return "\033[36m";
    }
    return "";
}

std::string said(std::string_view text);

std::string place_text(const Span& span, PlaceCounter& places) {
    const Position position = places.of(span);
    return fmt::format("{}:{}:{}: ", said(span.source->name()), position.line, position.column);
}

/// The line the span starts on, and under it a caret with tildes as far as the span goes on that line. Tabs
/// stay tabs in the margin, so that the caret lines up. Of a very long line only the neighbourhood is shown.
std::string excerpt_text(const Span& span) {
    const std::string_view text = span.source->text();
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const std::size_t window = begin - std::min(begin, searched_width);
    const std::size_t break_before = text.substr(window, begin - window).rfind('\n');
    std::size_t first = window + (break_before == std::string_view::npos ? 0 : break_before + 1);
    const std::string_view behind = text.substr(begin, searched_width);
    std::size_t last = begin + std::min(behind.find('\n'), behind.size());
    if (last > first && text[last - 1] == '\r' && last > begin) --last;
    const auto is_continuation = [&](std::size_t i) {
        return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
    };
    std::string_view lead;
    if (last - first > shown_width && begin - first > shown_width / 2) {
        first = begin - shown_width / 2;
        while (is_continuation(first))
            ++first;
        lead = "…";
    }
    std::string_view tail;
    if (last - first > shown_width) {
        last = std::max(begin, first + shown_width);
        while (is_continuation(last))
            ++last;
        tail = "…";
    }
    std::string margin(lead.empty() ? 0 : 1, ' ');
    for (std::size_t i = first; i < begin;) {
        const char32_t code_point = next_code_point(text, i);
        margin += code_point == '\t' ? '\t' : ' ';
    }
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, last);
    const std::size_t width = std::max<std::size_t>(1, count_code_points(text.substr(begin, end - begin)));
    return fmt::format("    {}{}{}\n    {}^{:~<{}}\n", lead, harmless(text.substr(first, last - first)), tail,
                       margin, "", width - 1);
}

/// What to put into datasets/accepted.json, ready to paste.
std::string acceptance_text(const Finding& finding) {
    const auto quoted = [](std::string_view text) {
        std::string out = "\"";
        for (const char c : text)
            out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        return out + "\"";
    };
    std::string figures;
    for (const std::string& figure : finding.figures())
        figures += (figures.empty() ? "" : ", ") + quoted(figure);
    return fmt::format("{{\"code\": {}, \"subject\": {}, {}\"reason\": \"…\"}}", quoted(finding.code),
                       quoted(finding.subject),
                       figures.empty() ? "" : fmt::format("\"figures\": [{}], ", figures));
}

/// Controls become pictures of themselves (ESC is ␛).
char32_t shown(char32_t code_point) {
    if (code_point == '\t') return code_point;
    if (code_point < 0x20) return 0x2400 + code_point;
    if (code_point == 0x7F) return 0x2421;
    return is_unprintable(code_point) ? 0xFFFD : code_point;
}

/// What is said, so that letters put together of several can be told from whole ones: `cafe‹U+0301›`.
std::string said(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = next_code_point(text, at);
        const bool is_combining = code_point >= 0x300 && code_point <= 0x36F;
        if (is_combining)
            out += fmt::format("‹U+{:04X}›", static_cast<std::uint32_t>(code_point));
        else
            append_utf8(out, shown(code_point));
    }
    return out;
}

void append(std::string& out, const Finding& finding, Colour colour, PlaceCounter& places) {
    PlaceCounter note_places;  // notes lead anywhere
    const bool coloured = colour == Colour::always;
    if (finding.span) {
        out += place_text(finding.span, places);
    } else if (!finding.file.empty()) {
        out += said(finding.file) + ": ";
    }
    out += fmt::format("{}{}[{}]{}: {}\n", coloured ? colour_of(finding.severity) : "",
                       name_of(finding.severity), finding.code, coloured ? "\033[0m" : "",
                       said(finding.message));
    if (finding.span) out += excerpt_text(finding.span);
    for (const FindingNote& note : finding.notes) {
        out += fmt::format("  note: {}{}\n", note.span ? place_text(note.span, note_places) : "",
                           said(note.message));
        if (note.span && note.span.begin != note.span.end) out += excerpt_text(note.span);
    }
    if (finding.severity == Severity::warning && !finding.subject.empty())
        out += fmt::format("  to accept it: {}\n", harmless(acceptance_text(finding)));
    if (!finding.accepted.empty()) out += fmt::format("  accepted: {}\n", harmless(finding.accepted));
}

}  // namespace

std::string harmless(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();)
        append_utf8(out, shown(next_code_point(text, at)));
    return out;
}

std::string finding_text(const Finding& finding, Colour colour) {
    std::string out;
    PlaceCounter places;
    append(out, finding, colour, places);
    return out;
}

std::string findings_text(const Findings& findings, Colour colour) {
    std::string out;
    PlaceCounter places;
    for (const Finding& finding : findings.all())
        append(out, finding, colour, places);
    return out;
}

std::string findings_summary(const Findings& findings) {
    std::string out;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        const std::size_t count = findings.count(severity);
        if (count == 0) continue;
        if (!out.empty()) out += ", ";
        out += fmt::format("{} {}{}", count, name_of(severity), count == 1 ? "" : "s");
    }
    return out.empty() ? "no findings" : out;
}

}  // namespace regioscope
