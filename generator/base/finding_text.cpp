#include "base/finding_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace regioscope {

namespace {

constexpr std::size_t shown_width = 160;

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

/// A file must not steer the terminal that shows it: control characters become pictures of themselves (ESC
/// is ␛), those of the C1 block U+FFFD. One for one, so that carets stay in place.
std::string harmless(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_c1 =
            byte == 0xC2 && i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xE0U) == 0x80U;
        if (is_c1) {
            append_utf8(out, 0xFFFD);
            ++i;
        } else if (byte == 0x7F) {
            append_utf8(out, 0x2421);
        } else if (byte < 0x20 && byte != '\n' && byte != '\t') {
            append_utf8(out, 0x2400U + byte);
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string place_text(const Span& span) {
    const Position position = span.source->position(span.begin);
    return fmt::format("{}:{}:{}: ", harmless(span.source->name()), position.line, position.column);
}

/// The line the span starts on, and under it a caret with tildes as far as the span goes on that line. Tabs
/// stay tabs in the margin, so that the caret lines up. Of a very long line only the neighbourhood is shown.
std::string excerpt_text(const Span& span) {
    const std::string_view text = span.source->text();
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const std::size_t break_before = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    std::size_t first = break_before == std::string_view::npos ? 0 : break_before + 1;
    std::size_t last = std::min(text.find('\n', begin), text.size());
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

}  // namespace

std::string finding_text(const Finding& finding, Colour colour) {
    const bool coloured = colour == Colour::always;
    std::string out;
    if (finding.span) {
        out += place_text(finding.span);
    } else if (!finding.file.empty()) {
        out += harmless(finding.file) + ": ";
    }
    out += fmt::format("{}{}[{}]{}: {}\n", coloured ? colour_of(finding.severity) : "",
                       name_of(finding.severity), finding.code, coloured ? "\033[0m" : "",
                       harmless(finding.message));
    if (finding.span) out += excerpt_text(finding.span);
    for (const FindingNote& note : finding.notes) {
        out += fmt::format("  note: {}{}\n", note.span ? place_text(note.span) : "", harmless(note.message));
        if (note.span && note.span.begin != note.span.end) out += excerpt_text(note.span);
    }
    if (!finding.accepted.empty()) out += fmt::format("  accepted: {}\n", harmless(finding.accepted));
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
