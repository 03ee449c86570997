// The narrative: Markdown pages per language below site/narrative/, read once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "markdown/document.h"
#include "report/languages.h"
#include "report/settings.h"

namespace regioscope::report {

struct NarrativePage {
    /// For all languages, without `.md`: `regions/twente`.
    std::string path;
    /// One per language of the settings; nothing where the translation is missing.
    std::vector<std::optional<markdown::Document>> documents;

    /// The folder of its files below the language: `regions/`, or empty.
    std::string folder() const;
    /// In that language, else in the default one, else in any.
    const markdown::Document& in(std::size_t language) const;
    /// Which one that is.
    std::size_t language_for(std::size_t language) const;
    bool has(std::size_t language) const { return documents[language].has_value(); }
};

/// Reads all pages, in bytewise order of their paths. Findings: those of Markdown, `missing-page` (a warning:
/// a language has no such page), `language-parity`, `bare-number`, `unused-file`, `invalid-file-name`.
std::vector<NarrativePage> read_narrative(const Disk& disk, const Settings& settings, const Locales& locales,
                                          SourceLibrary& library, Findings& findings);

}  // namespace regioscope::report
