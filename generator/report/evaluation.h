// The editions of a report side by side: those that are published together, and those that they are held
// against.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/finding.h"
#include "report/project.h"
#include "report/site.h"

namespace regioscope::report {

struct Evaluation {
    /// In the order of the settings; null where nobody asks for an edition.
    std::vector<std::unique_ptr<Site>> sites;
    /// Oldest first; the last one stands at the root. Empty when there is something wrong.
    std::vector<Site*> published;
    /// What is found in editions that are not published: acceptances that they need are no orphans.
    std::vector<Findings> elsewhere;
};

/// Evaluates the edition that is asked for; where none is, the settings' own and the older ones that are kept
/// beside it. The project must outlive it.
Evaluation evaluate(const Project& project, const SiteOptions& options, Findings& findings);

/// Where a kept edition lies: `editions/2016/`.
std::string folder_of(const data::Edition& edition);

/// Adds what is found in a kept edition to what is found in the current one: what holds for both is told
/// once, and what holds for the older one alone says so.
void merge_older(Findings found, const std::string& edition, Findings& findings);

}  // namespace regioscope::report
