// The one way through: read, evaluate, plan, render, check, publish. `check` goes it too, but for the last
// step.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/print/print_check.h"
#include "base/finding.h"
#include "base/source.h"
#include "report/output.h"
#include "report/project.h"
#include "report/site.h"

namespace regioscope::report {

struct BuildRequest {
    std::string project;
    /// Empty: publish nothing.
    std::string output;
    /// Hand over the finished site.
    bool keep_site = false;
    SiteOptions site;
    /// Warnings fail too.
    bool strict = false;
    /// Where the extracts of the sources lie, to hold the project against; empty: it is not.
    std::string extracts = {};
};

struct Phase {
    std::string name;
    double seconds = 0;
};

struct BuildOutcome {
    /// In source order, accepted ones turned into notes.
    Findings findings;
    bool failed = false;
    std::size_t pages = 0;
    std::size_t files = 0;
    std::size_t bytes = 0;
    std::vector<Phase> phases;
    /// What was looked up in the extracts, where they were asked.
    std::optional<analysis::PrintResult> print;
    /// Entries of the register of accepted findings that no edition needs.
    std::vector<data::Acceptance> unused_acceptances;
    /// The finished site, when the request wants to keep it and nothing failed.
    std::vector<OutputFile> site;
};

/// `library` keeps the texts that findings point into.
BuildOutcome build(const BuildRequest& request, SourceLibrary& library);

/// A project read and evaluated, for questions about it.
struct OpenedSite {
    Project project;
    std::unique_ptr<Site> site;
    Findings findings;
};
std::unique_ptr<OpenedSite> open_site(const std::string& folder, const SiteOptions& options,
                                      SourceLibrary& library);

}  // namespace regioscope::report
