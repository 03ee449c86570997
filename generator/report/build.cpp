#include "report/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "base/budget.h"
#include "base/disk.h"
#include "base/parallel.h"
#include "base/staging.h"
#include "report/acceptance.h"
#include "report/assets.h"
#include "report/exports/exports.h"
#include "report/figure_view.h"
#include "report/links.h"
#include "report/paths.h"
#include "report/render.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

/// What each page adds to the budget: many times what one takes.
constexpr std::uint64_t units_of_page = 50'000;
constexpr std::size_t bytes_of_unit = 64;

/// A report of more pages than a publisher's host and a reader's patience bear.
bool has_too_many_pages(const Site& site, Findings& findings) {
    const std::size_t count = site.plan.pages().size() * site.language_count();
    const std::uint64_t most = Budget::of_build().most_pages();
    if (count <= most) return false;
    Finding finding = make_error(
        "too-much-work", {}, fmt::format("the report would have {} pages; it has at most {}", count, most));
    finding.file = settings_path;
    findings.add(std::move(finding)).note("if it is meant to be that large, raise 'budget' here");
    return true;
}

/// Was there too much work? Whoever met that first has told it.
bool is_spent(Findings& findings) {
    if (!Budget::of_build().is_spent()) return false;
    const bool is_told = std::any_of(findings.all().begin(), findings.all().end(),
                                     [](const Finding& finding) { return finding.code == "budget-spent"; });
    if (!is_told) findings.add(budget_spent({})).file = settings_path;
    return true;
}

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

/// Makes all files of a site, on all cores: each goes as soon as it is made, and of a page its links stay.
class FileMaker {
  public:
    /// `pages` is null when none can be made.
    FileMaker(const Site& site, const PageMaker* pages, Output& output)
        : site_(site),
          pages_(pages),
          page_count_(pages == nullptr ? 0 : pages->count()),
          base_path_(path_of_url(site.base_url)),
          output_(output) {}

    /// Of pages, and of assets that are pages.
    std::vector<PageLinks> run(const Assets& assets, Findings& findings) {
        // The longest jobs first: nobody waits for them in the end.
        constexpr std::array exports = {add_observation_files, add_figure_files, add_comparison_files,
                                        add_discovery_files, add_web_manifests};
        const std::size_t source_count = page_count_ + assets.all().size();
        std::vector<PageLinks> links(source_count);
        std::vector<Findings> found(source_count);
        for_each_index(exports.size() + source_count, [&](std::size_t job) {
            if (job < exports.size()) return exports[job](site_, output_);
            const std::size_t i = job - exports.size();
            links[i] =
                i < page_count_ ? make_page(i, found[i]) : copy(assets.all()[i - page_count_], found[i]);
        });
        for (Findings& one : found)
            findings.merge(std::move(one));
        return links;
    }

  private:
    PageLinks make_page(std::size_t i, Findings& findings) const {
        Budget& budget = Budget::of_build();
        if (budget.is_spent()) return {};
        PageMaker::Made made = pages_->make(i, findings);
        if (!budget.spend(made.html.size() / bytes_of_unit))
            findings.add(budget_spent({})).file = made.links.file;
        output_.add(made.links.file, made.html, pages_->page(i).origin);
        return std::move(made.links);
    }

    PageLinks copy(const Asset& asset, Findings& findings) const {
        const Result<std::string> content = asset.read();
        if (!content) {
            findings.add(content.finding());
            return {};
        }
        output_.add(asset.path, *content);
        return asset.path.ends_with(".html") ? links_of(asset.path, *content, base_path_) : PageLinks();
    }

    const Site& site_;
    const PageMaker* pages_;
    std::size_t page_count_;
    std::string base_path_;
    Output& output_;
};

/// Both must outlive what makes the pages again.
MakeAgain made_again(const PageMaker& pages, const Assets& assets) {
    return [&pages, &assets](std::size_t i) {
        Findings told_before;
        if (i < pages.count()) return pages.make(i, told_before).html;
        Result<std::string> content = assets.all()[i - pages.count()].read();
        return content ? *std::move(content) : std::string();
    };
}

/// Where links lead nowhere, the pages are made once more to see who wrote them.
void check_links(const Site& site, const PageMaker& pages, const Assets& assets,
                 const std::vector<PageLinks>& links, const std::vector<Output::Entry>& files,
                 SourceLibrary& library, Findings& findings) {
    const LinkCheck check(links, files, path_of_url(site.base_url));
    if (check.suspects().empty()) return;
    Findings told_before;
    escape::Origins origins;
    const auto marked = PageMaker::load(site, library, told_before, &origins);
    check.report(made_again(pages, assets), made_again(*marked, assets), origins, findings);
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

struct Evaluation {
    std::unique_ptr<const Site> site;
    /// What is found in the other editions: acceptances that they need are kept although this one has no use
    /// for them. Nothing where there are none.
    std::vector<Findings> elsewhere;
};

/// The editions side by side.
Evaluation evaluate(const Project& project, const SiteOptions& options, Findings& findings) {
    Evaluation evaluation;
    const Settings& settings = project.settings;
    const std::string& own = options.edition.empty() ? settings.default_edition : options.edition;
    std::vector<std::string> others;
    for (const data::Edition& edition : settings.editions) {
        if (edition.id != own && !project.dataset.acceptances.empty()) others.push_back(edition.id);
    }
    evaluation.elsewhere.resize(others.size());
    for_each_index(others.size() + 1, [&](std::size_t i) {
        if (i == others.size()) {
            evaluation.site = make_site(project, options, findings);
        } else {
            make_site(project, {others[i], {}}, evaluation.elsewhere[i]);
        }
    });
    return evaluation;
}

/// Turns findings that the register accepts into notes, and tells of acceptances that no edition needs.
void accept(const Project& project, const std::vector<Findings>& elsewhere, Findings& findings) {
    Acceptances unused = accept_findings(project.dataset, findings);
    for (const Findings& found : elsewhere)
        unused = unmatched(unused, found);
    report_unused(unused, findings);
}

bool fails(const Findings& findings, bool strict) {
    return findings.has_errors() || (strict && findings.count(Severity::warning) > 0);
}

}  // namespace

BuildOutcome build(const BuildRequest& request, SourceLibrary& library) {
    BuildOutcome outcome;
    Findings& findings = outcome.findings;
    Stopwatch watch(outcome.phases);
    Budget::of_build().begin();
    const auto finish = [&]() -> BuildOutcome&& {
        findings.sort();
        abridge(findings);
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
    const auto [site, elsewhere] = evaluate(project, request.site, findings);
    watch.lap("evaluate");
    if (site == nullptr || is_spent(findings) || has_too_many_pages(*site, findings)) return finish();
    const Assets assets(project, findings);
    const auto pages = PageMaker::load(*site, library, findings);
    Budget::of_build().grant(units_of_page * site->plan.pages().size() * site->language_count());
    Output output(staging.get(), request.keep_site);
    const std::vector<PageLinks> links = FileMaker(*site, pages.get(), output).run(assets, findings);
    findings.merge(output.take_findings());
    watch.lap("render");
    if (is_spent(findings)) return finish();
    const std::vector<Output::Entry> files = output.take_entries();
    check_paths(files, findings);
    if (pages != nullptr) check_links(*site, *pages, assets, links, files, library, findings);
    watch.lap("check links");
    accept(project, elsewhere, findings);
    outcome.pages = pages == nullptr ? 0 : pages->count();
    outcome.files = files.size();
    for (const Output::Entry& file : files)
        outcome.bytes += file.bytes;
    if (fails(findings, request.strict)) return finish();
    outcome.site = output.take_kept();
    if (staging == nullptr) return finish();

    output.add(std::string(manifest_path), manifest_json(files));
    findings.merge(output.take_findings());
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
