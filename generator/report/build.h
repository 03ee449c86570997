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
#include "base/manifest.h"
#include "base/source.h"
#include "report/output.h"
#include "report/project.h"
#include "report/site.h"

namespace regioscope::report {

struct BuildRequest {
    std::string project;
    /// Empty: publish nothing.
    std::string output;
    /// Hand over the site, as far as it could be made.
    bool keep_site = false;
    SiteOptions site;
    Purpose purpose = Purpose::publishing;
    /// Warnings fail too.
    bool strict = false;
    /// Text files are published compressed too.
    bool compress = false;
    /// Say what would be published, without an output.
    bool list_files = false;
    /// What has to come out, or nothing is published (`not-reproducible`).
    std::optional<Manifest> expected = {};
    /// Look also for what must be in order before a report goes out.
    bool release = false;
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
    /// The edition and the languages; empty when it did not come so far.
    std::string edition;
    std::vector<std::string> languages;
    std::string base_url;
    /// When the request wants to keep it; in it a page that cannot be made is empty.
    std::vector<OutputFile> site;
    /// When there is an output, or the request wants it listed.
    Manifest manifest;
    /// What stands in the output and no build made.
    std::vector<std::string> kept;
    /// Were the files of the output replaced one by one?
    bool is_in_place = false;
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
