// What fuzz targets share: the input as a text, expectations that end the run, and hostile words that must
// never come out as markup.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/budget.h"
#include "base/finding.h"
#include "base/finding_text.h"

namespace regioscope::fuzz {

/// Each input is a build of its own.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    Budget::of_build().begin();
    return {reinterpret_cast<const char*>(data), size};
}

/// libFuzzer keeps the input that broke a promise.
inline void expect(bool promise, const char* words) {
    if (promise) return;
    std::fprintf(stderr, "broken promise: %s\n", words);
    std::abort();
}

/// Every finding has a code and a message, stands inside its text and can be shown.
inline void expect_presentable(const Findings& findings) {
    for (const Finding& finding : findings.all()) {
        expect(!finding.code.empty() && !finding.message.empty(), "a finding says what it is about");
        if (finding.span) {
            expect(finding.span.begin <= finding.span.end, "a span ends behind its beginning");
            expect(finding.span.end <= finding.span.source->text().size(), "a span stands inside its text");
        }
        expect(!finding_text(finding).empty(), "a finding can be shown");
    }
}

}  // namespace regioscope::fuzz
