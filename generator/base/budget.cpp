#include "base/budget.h"

#include <fmt/format.h>

#include <map>

namespace regioscope {

namespace {

/// Some seconds of processor time.
constexpr std::int64_t usual_units = 200'000'000;

constexpr std::string_view how_to_raise =
    "if the report is meant to be that large, raise 'budget' in site/report.json";

/// How many findings of a code are told.
std::size_t most_of(std::string_view code) {
    return code == "budget-spent" ? 1 : code == "too-much-work" ? 20 : 500;
}

/// What is quoted may be as long as a file.
void shorten(std::string& message) {
    constexpr std::size_t longest = 1'000;
    if (message.size() <= longest) return;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(message[end]) & 0xC0U) == 0x80U)
        --end;
    message.resize(end);
    message += "…";
}

}  // namespace

Budget& Budget::of_build() {
    static Budget budget;
    static const bool begun = (budget.begin(), true);
    static_cast<void>(begun);
    return budget;
}

void Budget::begin() {
    times_ = 1;
    left_ = usual_units;
    kept_ = 0;
}

void Budget::raise(std::uint32_t times) {
    left_ += usual_units * (static_cast<std::int64_t>(times) - times_);
    times_ = times;
}

Finding budget_spent(Span span) {
    return make_error("budget-spent", span, "the build takes more work than it may, and was stopped here")
        .note(std::string(how_to_raise));
}

Finding too_much_work(Span span, std::string_view what) {
    return make_error("too-much-work", span, std::string(what));
}

void abridge(Findings& findings) {
    struct Told {
        std::size_t count = 0;
        /// In the abridged list.
        std::size_t last = 0;
    };
    std::map<std::string, Told, std::less<>> told;
    std::vector<Finding> kept;
    for (Finding& finding : findings.all()) {
        shorten(finding.message);
        if (finding.accepted.empty()) {
            Told& of_code = told[finding.code];
            if (++of_code.count > most_of(finding.code)) continue;
            of_code.last = kept.size();
        }
        kept.push_back(std::move(finding));
    }
    for (const auto& [code, of_code] : told) {
        if (of_code.count <= most_of(code) || most_of(code) == 1) continue;
        kept[of_code.last].note(
            fmt::format("{} more findings '{}' are not listed", of_code.count - most_of(code), code));
    }
    findings.all() = std::move(kept);
}

}  // namespace regioscope
