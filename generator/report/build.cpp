#include "report/build.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <iterator>
#include <string_view>

#include "base/disk.h"
#include "base/parallel.h"
#include "base/staging.h"
#include "report/acceptance.h"
#include "report/assets.h"
#include "report/exports/exports.h"
#include "report/figure_view.h"
#include "report/paths.h"
#include "report/render.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

/// Measures phases for --timings; the numbers go nowhere else.
class Stopwatch {
  public:
    explicit Stopwatch(std::vector<Phase>& phases) : phases_(phases) {}
    void lap(std::string name) {
        const auto now = std::chrono::steady_clock::now();
        phases_.push_back({std::move(name), std::chrono::duration<double>(now - start_).count()});
        start_ = now;
    }

  private:
    std::vector<Phase>& phases_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Made side by side: the figures of a large report are as much work as all the rest.
std::vector<OutputFile> machine_files(const Site& site) {
    constexpr std::array makers = {observation_files, discovery_files, web_manifests, comparison_files,
                                   figure_files};
    std::array<std::vector<OutputFile>, makers.size()> made;
    for_each_index(makers.size(), [&](std::size_t i) { made[i] = makers[i](site); });
    std::vector<OutputFile> files;
    for (std::vector<OutputFile>& some : made)
        files.insert(files.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    return files;
}

/// The output may not lie among the files that it is made from (the next build would read it), nor hold the
/// project (it would be replaced with it).
bool is_apart(const std::string& output, const std::string& project, Findings& findings) {
    const auto refuse = [&](std::string message) {
        Finding finding = make_error("output-among-inputs", {}, std::move(message));
        finding.file = output;
        findings.add(std::move(finding)).note("give a folder of its own with --output");
        return false;
    };
    if (lies_in(project, output)) return refuse("the site would take the place of the project");
    for (const std::string_view inputs : {"datasets", "site", "templates"}) {
        if (lies_in(output, fmt::format("{}/{}", project, inputs)))
            return refuse(fmt::format("the site would lie in '{}', from which it is made", inputs));
    }
    return true;
}

void write_all(Staging& staging, const std::vector<OutputFile>& files, Findings& findings) {
    std::vector<Findings> found(files.size());
    for_each_index(files.size(), [&](std::size_t i) {
        if (Result<Done> written = staging.write(files[i].path, files[i].content); !written)
            found[i].add(std::move(written).finding());
    });
    for (Findings& one : found) {
        findings.merge(std::move(one));
        if (findings.has_errors()) return;  // a full disk says the same of every file
    }
}

/// Acceptances that no other edition needs: those that it does are kept although this one has no use for
/// them.
Acceptances unneeded_elsewhere(const Project& project, const Site& site, Acceptances acceptances) {
    for (std::size_t i = 0; i < project.settings.editions.size() && !acceptances.empty(); ++i) {
        if (i == site.edition->index) continue;
        Findings found;
        make_site(project, {project.settings.editions[i].id, {}}, found);
        acceptances = unmatched(acceptances, found);
    }
    return acceptances;
}

bool fails(const Findings& findings, bool strict) {
    return findings.has_errors() || (strict && findings.count(Severity::warning) > 0);
}

}  // namespace

BuildOutcome build(const BuildRequest& request, SourceLibrary& library) {
    BuildOutcome outcome;
    Findings& findings = outcome.findings;
    Stopwatch watch(outcome.phases);
    const auto finish = [&]() -> BuildOutcome&& {
        findings.sort();
        outcome.failed = fails(findings, request.strict);
        return std::move(outcome);
    };

    // The output is claimed first: a second build is refused before it costs anything.
    std::unique_ptr<Staging> staging;
    if (!request.output.empty()) {
        if (!is_apart(request.output, request.project, findings)) return finish();
        auto opened = Staging::open(request.output, manifest_path, is_our_manifest);
        if (!opened) {
            findings.add(std::move(opened).finding());
            return finish();
        }
        staging = std::move(opened).value();
    }
    const Project project = read_project(request.project, library, findings);
    watch.lap("read");
    if (findings.has_errors()) return finish();
    const std::unique_ptr<Site> site = make_site(project, request.site, findings);
    watch.lap("evaluate");
    if (site == nullptr) return finish();
    std::vector<OutputFile> files = render_pages(*site, library, findings);
    outcome.pages = files.size();
    watch.lap("render");
    for (OutputFile& file : machine_files(*site))
        files.push_back(std::move(file));
    collect_assets(project, files, findings);
    watch.lap("export");
    check_paths(files, findings);
    check_links(files, path_of_url(site->base_url), findings);
    watch.lap("check links");
    report_unused(unneeded_elsewhere(project, *site, accept_findings(project.dataset, findings)), findings);
    outcome.files = files.size();
    for (const OutputFile& file : files)
        outcome.bytes += file.content.size();
    if (fails(findings, request.strict)) return finish();
    if (staging == nullptr) {
        outcome.site = std::move(files);
        return finish();
    }

    files.push_back({std::string(manifest_path), manifest_json(files)});
    write_all(*staging, files, findings);
    if (!findings.has_errors()) {
        if (Result<Done> published = staging->publish(); !published)
            findings.add(std::move(published).finding());
    }
    staging.reset();
    watch.lap("publish");
    return finish();
}

std::unique_ptr<OpenedSite> open_site(const std::string& folder, const SiteOptions& options,
                                      SourceLibrary& library) {
    auto opened = std::make_unique<OpenedSite>();
    opened->project = read_project(folder, library, opened->findings);
    if (!opened->findings.has_errors()) opened->site = make_site(opened->project, options, opened->findings);
    opened->findings.sort();
    return opened;
}

}  // namespace regioscope::report
