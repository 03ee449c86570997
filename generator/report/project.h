// A project as it was read: settings, datasets, languages, templates, assets. Nothing in it depends on an
// edition.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/claims.h"
#include "analysis/diagnosis_model.h"
#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "data/dataset.h"
#include "data/glossary.h"
#include "figures/declaration.h"
#include "report/languages.h"
#include "report/narrative.h"
#include "report/redirects.h"
#include "report/settings.h"
#include "report/statement.h"
#include "report/test_results.h"
#include "report/words.h"

namespace regioscope::report {

struct Project {
    std::unique_ptr<Disk> disk;
    Settings settings;
    data::Dataset dataset;
    std::vector<NarrativePage> narrative;
    std::vector<analysis::Claim> claims;
    /// Without terms where there is no file.
    data::Glossary glossary;
    figures::Declarations declared_figures;
    /// Nothing when the report declares no diagnosis.
    std::optional<analysis::DiagnosisModel> diagnosis;
    std::vector<Redirect> redirects;
    /// Nothing when the report makes none.
    std::optional<Statement> statement;
    /// Of accessibility.
    TestResults test_results;
    /// What all of the above say to readers in JSON files.
    Words words;
    /// One per language of the settings, in their order.
    Locales locales;

    const std::string& default_language() const { return settings.languages.front(); }
};

/// What a project is read for. Who drafts writes one language after the other: until all say the same, that
/// is a warning (`language-parity`).
enum class Purpose { publishing, drafting };

/// Reads everything and reports whatever is wrong; usable only when no errors were added. `library` must
/// outlive it.
Project read_project(const std::string& folder, SourceLibrary& library, Findings& findings,
                     Purpose purpose = Purpose::publishing);

/// Where the built-in templates are: beside the program as installed, or in the source tree it was built
/// from.
std::string built_in_templates();

}  // namespace regioscope::report
