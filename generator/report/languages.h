// The languages of a report: the words of the interface in each. The program brings its own
// (templates/languages/); in site/languages/ a project says what it wants to say differently, and adds
// languages.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "locale/locale.h"

namespace regioscope::report {

using Locales = std::vector<std::unique_ptr<const locale::Locale>>;

/// One for each of the languages, in their order; none when there were errors. What a language does not say
/// is said by the first one, and what that one does not say either, in English. Findings: those of JSON,
/// messages and locales; `missing-file` (a language that nobody knows), `incomplete-language`,
/// `unused-message`, `unused-file`.
Locales read_languages(const Disk& project, const std::vector<std::string>& languages, SourceLibrary& library,
                       Findings& findings);

}  // namespace regioscope::report
