#include "report/success_criteria.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace regioscope::report {

namespace {

// WCAG 2.2; 4.1.1 stands in EN 301 549 V3.2.1, which refers to 2.1.
constexpr std::array<SuccessCriterion, 56> all = {{
    {"1.1.1", "non-text-content"},
    {"1.2.1", "audio-only-and-video-only-prerecorded"},
    {"1.2.2", "captions-prerecorded"},
    {"1.2.3", "audio-description-or-media-alternative-prerecorded"},
    {"1.2.4", "captions-live"},
    {"1.2.5", "audio-description-prerecorded"},
    {"1.3.1", "info-and-relationships"},
    {"1.3.2", "meaningful-sequence"},
    {"1.3.3", "sensory-characteristics"},
    {"1.3.4", "orientation"},
    {"1.3.5", "identify-input-purpose"},
    {"1.4.1", "use-of-color"},
    {"1.4.2", "audio-control"},
    {"1.4.3", "contrast-minimum"},
    {"1.4.4", "resize-text"},
    {"1.4.5", "images-of-text"},
    {"1.4.10", "reflow"},
    {"1.4.11", "non-text-contrast"},
    {"1.4.12", "text-spacing"},
    {"1.4.13", "content-on-hover-or-focus"},
    {"2.1.1", "keyboard"},
    {"2.1.2", "no-keyboard-trap"},
    {"2.1.4", "character-key-shortcuts"},
    {"2.2.1", "timing-adjustable"},
    {"2.2.2", "pause-stop-hide"},
    {"2.3.1", "three-flashes-or-below-threshold"},
    {"2.4.1", "bypass-blocks"},
    {"2.4.2", "page-titled"},
    {"2.4.3", "focus-order"},
    {"2.4.4", "link-purpose-in-context"},
    {"2.4.5", "multiple-ways"},
    {"2.4.6", "headings-and-labels"},
    {"2.4.7", "focus-visible"},
    {"2.4.11", "focus-not-obscured-minimum"},
    {"2.5.1", "pointer-gestures"},
    {"2.5.2", "pointer-cancellation"},
    {"2.5.3", "label-in-name"},
    {"2.5.4", "motion-actuation"},
    {"2.5.7", "dragging-movements"},
    {"2.5.8", "target-size-minimum"},
    {"3.1.1", "language-of-page"},
    {"3.1.2", "language-of-parts"},
    {"3.2.1", "on-focus"},
    {"3.2.2", "on-input"},
    {"3.2.3", "consistent-navigation"},
    {"3.2.4", "consistent-identification"},
    {"3.2.6", "consistent-help"},
    {"3.3.1", "error-identification"},
    {"3.3.2", "labels-or-instructions"},
    {"3.3.3", "error-suggestion"},
    {"3.3.4", "error-prevention-legal-financial-data"},
    {"3.3.7", "redundant-entry"},
    {"3.3.8", "accessible-authentication-minimum"},
    {"4.1.1", "parsing"},
    {"4.1.2", "name-role-value"},
    {"4.1.3", "status-messages"},
}};

bool continues_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
}

/// Does the word stand there by itself? A full stop behind it ends a sentence.
bool names(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !continues_word(text[at - 1]);
        const bool ends = end == text.size() || !continues_word(text[end]) ||
                          (text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' '));
        if (begins && ends) return true;
    }
    return false;
}

/// `wcag143`: as tags of tests write it.
std::string tag_of(const SuccessCriterion& criterion) {
    std::string tag = "wcag";
    for (const char c : criterion.number)
        if (c != '.') tag += c;
    return tag;
}

}  // namespace

std::span<const SuccessCriterion> success_criteria() {
    return all;
}

const SuccessCriterion* find_criterion(std::string_view number) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const SuccessCriterion& one) { return one.number == number; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<const SuccessCriterion*> criteria_in(std::string_view text) {
    std::vector<const SuccessCriterion*> found;
    // Names of criteria are words too: as such they stand behind a sign, or are all there is.
    const std::size_t sign = text.find_last_of("#:/");
    const std::string_view name = sign == std::string_view::npos ? text : text.substr(sign + 1);
    for (const SuccessCriterion& one : all) {
        if (name == one.name || names(text, one.number) || names(text, tag_of(one))) found.push_back(&one);
    }
    return found;
}

std::string address_of(const SuccessCriterion& criterion) {
    const std::string_view version = criterion.number == "4.1.1" ? "21" : "22";
    return "https://www.w3.org/WAI/WCAG" + std::string(version) + "/Understanding/" +
           std::string(criterion.name) + ".html";
}

}  // namespace regioscope::report
