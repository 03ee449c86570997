#include "base/finding.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace regioscope {

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "note";
}

Finding make_error(std::string_view code, Span span, std::string message) {
    Finding finding;
    finding.code = code;
    finding.message = std::move(message);
    finding.span = span;
    return finding;
}

Finding make_warning(std::string_view code, Span span, std::string message) {
    Finding finding = make_error(code, span, std::move(message));
    finding.severity = Severity::warning;
    return finding;
}

std::vector<std::string> Finding::figures() const {
    std::vector<std::string> all;
    for (const FindingNote& one : notes) {
        if (!one.figure.empty()) all.push_back(one.figure);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void Findings::merge(Findings other) {
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
                std::make_move_iterator(other.all_.end()));
}

void Findings::sort() {
    const auto key = [](const Finding& f) {
        return std::tuple(f.file_name(), f.span.begin, f.severity, std::string_view(f.code),
                          std::string_view(f.message), std::string_view(f.subject));
    };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    const auto same = [&](const Finding& a, const Finding& b) { return key(a) == key(b); };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

std::size_t Findings::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](const Finding& f) { return f.severity == severity; }));
}

}  // namespace regioscope
