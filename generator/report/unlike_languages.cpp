#include "report/unlike_languages.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace regioscope::report {

namespace {

constexpr std::string_view unlike_code = "language-parity";

std::string narrative_file(const Finding& finding) {
    return finding.span.source == nullptr ? finding.file : std::string(finding.span.source->name());
}

/// `regions/twente.md` in every language; another file as it is.
std::string across_languages(const std::string& file) {
    constexpr std::string_view narrative = "site/narrative/";
    if (!file.starts_with(narrative)) return file;
    const std::size_t slash = file.find('/', narrative.size());
    return slash == std::string::npos ? file : file.substr(slash + 1);
}

}  // namespace

Findings take_unlike_languages(Findings& findings) {
    Findings unlike;
    std::vector<Finding>& all = findings.all();
    const auto first = std::stable_partition(
        all.begin(), all.end(), [](const Finding& finding) { return finding.code != unlike_code; });
    for (auto finding = first; finding != all.end(); ++finding)
        unlike.add(std::move(*finding));
    all.erase(first, all.end());
    return unlike;
}

void put_back_unlike_languages(Findings unlike, Findings& findings) {
    std::set<std::string> wrong;
    for (const Finding& finding : findings.all()) {
        if (finding.severity == Severity::error) wrong.insert(across_languages(narrative_file(finding)));
    }
    for (Finding& finding : unlike.all()) {
        if (!wrong.contains(across_languages(narrative_file(finding)))) findings.add(std::move(finding));
    }
}

}  // namespace regioscope::report
