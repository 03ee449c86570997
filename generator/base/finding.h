// A finding: what `check` reports. A small letter to the editor: where, what, a way out, and how we got
// there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace regioscope {

enum class Severity { error, warning, note };

std::string_view name_of(Severity severity);

/// A second place or a remark that belongs to a finding. A span that stands nowhere makes it a plain remark.
struct FindingNote {
    std::string message;
    Span span;
    /// Of a note that points at a figure: which one, and what it says (`unemployment-rate/twente/2015
    /// = 7.2`).
    std::string figure = {};
};

struct Finding {
    Severity severity = Severity::error;
    /// A stable word of lower-case letters and hyphens: `unknown-region`. Documented in docs/findings.md.
    std::string code;
    /// Lower case, quotes the offending word, no full stop.
    std::string message;
    Span span;
    /// The file when there is no text to point into (it is missing, or cannot be read); else empty.
    std::string file;
    std::vector<FindingNote> notes;
    /// What the finding is about, in words that do not change when lines move (a check's id, an observation's
    /// key): the register of accepted findings refers to it. May be empty.
    std::string subject;
    /// Why the editor accepts it; an accepted finding is listed as a note. Empty: not accepted.
    std::string accepted;

    /// The figures that its notes point at, in order, each once: an acceptance holds for these and no others.
    std::vector<std::string> figures() const;

    Finding& note(std::string text, Span place = {}) & {
        notes.push_back({std::move(text), place});
        return *this;
    }
    Finding&& note(std::string text, Span place = {}) && {
        notes.push_back({std::move(text), place});
        return std::move(*this);
    }
    /// The name of the file it stands in, or empty.
    std::string_view file_name() const {
        return span ? std::string_view(span.source->name()) : std::string_view(file);
    }
};

Finding make_error(std::string_view code, Span span, std::string message);
Finding make_warning(std::string_view code, Span span, std::string message);

/// Collects findings; everything is reported, nothing stops at the first. One per thread; merge afterwards.
class Findings {
  public:
    Finding& add(Finding finding) { return all_.emplace_back(std::move(finding)); }
    Finding& error(std::string_view code, Span span, std::string message) {
        return add(make_error(code, span, std::move(message)));
    }
    Finding& warning(std::string_view code, Span span, std::string message) {
        return add(make_warning(code, span, std::move(message)));
    }
    void merge(Findings other);

    /// Puts them in source order: by file name, then by place, errors first; equal findings are kept once.
    void sort();

    std::size_t count(Severity severity) const;
    bool has_errors() const { return count(Severity::error) > 0; }
    const std::vector<Finding>& all() const { return all_; }
    std::vector<Finding>& all() { return all_; }

  private:
    std::vector<Finding> all_;
};

}  // namespace regioscope
