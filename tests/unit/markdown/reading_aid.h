// Reads a text that stands in a test, and keeps it alive.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "markdown/document.h"

namespace regioscope::markdown {

struct ReadText {
    explicit ReadText(std::string text, Mode mode = Mode::fragment)
        : source(std::make_unique<SourceText>("text.md", std::move(text))),
          document(
              parse({source.get(), 0, static_cast<std::uint32_t>(source->text().size())}, mode, findings)) {}

    /// `code at 'source'` of every finding.
    std::vector<std::string> told() const {
        std::vector<std::string> out;
        for (const Finding& finding : findings.all())
            out.push_back(finding.code + " at '" + std::string(finding.span.text()) + "'");
        return out;
    }

    std::unique_ptr<SourceText> source;
    Findings findings;
    Document document;
};

using Told = std::vector<std::string>;

}  // namespace regioscope::markdown
