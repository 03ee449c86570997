#include "report/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/budget.h"
#include "base/disk.h"
#include "base/parallel.h"
#include "base/staging.h"
#include "report/acceptance.h"
#include "report/assets.h"
#include "report/cited_in_print.h"
#include "report/companion.h"
#include "report/evaluation.h"
#include "report/exports/exports.h"
#include "report/extracts.h"
#include "report/figure_view.h"
#include "report/links.h"
#include "report/orphans.h"
#include "report/page_card.h"
#include "report/paths.h"
#include "report/release.h"
#include "report/render.h"
#include "report/statement.h"
#include "report/unlike_languages.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

/// What each page adds to the budget: many times what one takes.
constexpr std::uint64_t units_of_page = 50'000;
constexpr std::size_t bytes_of_unit = 64;

/// A report of more pages than a publisher's host and a reader's patience bear.
bool has_too_many_pages(const Evaluation& evaluation, Findings& findings) {
    std::size_t count = 0;
    for (const Site* site : evaluation.published)
        count += site->plan.pages().size() * site->language_count();
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

/// The files for machines. Those that tell how large others are come when these are there.
void make_exports(Site& site, Output& output) {
    // The longest jobs first: nobody waits for them in the end.
    constexpr std::array exports = {
        add_pictures,       add_icons,           add_workbooks,        add_observation_files,
        add_figure_files,   add_json_stat,       add_csv_descriptions, add_comparison_files,
        add_list_files,     add_facts_file,      add_claims,           add_changes_file,
        add_redirect_files, add_discovery_files, add_web_manifests,    add_security_txt,
        add_own_colours,    add_feeds,           add_guides,           add_permalinks};
    for_each_index(exports.size(), [&](std::size_t job) { exports[job](site, output); });
    for (const auto add_last : {add_data_package, add_catalogue}) {
        site.export_sizes = output.sizes();
        add_last(site, output);
    }
    site.export_sizes = output.sizes();
}

/// Makes all pages of a site, on all cores: each goes as soon as it is made, and its links stay.
class FileMaker {
  public:
    /// `pages` is null when none can be made.
    FileMaker(const Site& site, const PageMaker* pages, Output& output)
        : folder_(site.folder),
          pinned_(permanent_folder(site)),
          pages_(pages),
          page_count_(pages == nullptr ? 0 : pages->count()),
          base_path_(path_of_url(site.base_url)),
          output_(output) {}

    /// Of pages, and of assets that are pages.
    std::vector<PageLinks> run(const Assets& assets, Findings& findings) {
        const std::size_t source_count = page_count_ + assets.all().size();
        std::vector<PageLinks> links(source_count);
        std::vector<Findings> found(source_count);
        for_each_index(source_count, [&](std::size_t i) {
            if (i < page_count_) {
                links[i] = make_page(i, found[i]);
            } else if (const Asset& asset = assets.all()[i - page_count_];
                       folder_.empty() || !asset.at_root) {
                links[i] = copy(asset, found[i]);
            }
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
        const Page& page = pages_->page(i);
        output_.add(pages_->file(i), made.html, page.origin);
        if (!made.html.empty() && pages_->has_companion(i))
            output_.add(companion_of(pages_->file(i)), pages_->companion(i, made.html), page.origin);
        if (page.is_embed && folder_.empty()) pin(i);
        return std::move(made.links);
    }

    /// What is shown inside other sites stands where it will go on saying the same, too.
    void pin(std::size_t i) const {
        Findings told_before;
        output_.add(pinned_ + pages_->file(i), pages_->make(i, told_before, pinned_).html,
                    pages_->page(i).origin);
    }

    PageLinks copy(const Asset& asset, Findings& findings) const {
        const Result<std::string> content = asset.read();
        if (!content) {
            findings.add(content.finding());
            return {};
        }
        output_.add(asset.path, *content);
        return asset.path.ends_with(".html") ? links_of(folder_ + asset.path, *content, base_path_)
                                             : PageLinks();
    }

    std::string folder_;
    std::string pinned_;
    const PageMaker* pages_;
    std::size_t page_count_;
    std::string base_path_;
    Output& output_;
};

/// An edition on its way into the output.
struct Publication {
    const Site* site = nullptr;
    /// Null when its pages cannot be made.
    std::unique_ptr<const PageMaker> pages;
    /// Where its links begin among those of all editions.
    std::size_t first_link = 0;
};

struct Publications {
    /// The current edition first: what is wrong in older ones too is told of this one.
    std::vector<Publication> editions;
    /// Of pages, and of assets that are pages.
    std::vector<PageLinks> links;

    /// None where those of one edition cannot be made.
    std::size_t page_count() const {
        std::size_t count = 0;
        for (const Publication& edition : editions) {
            if (edition.pages == nullptr) return 0;
            count += edition.pages->count();
        }
        return count;
    }
};

Publications make_editions(const Evaluation& evaluation, const Assets& assets, SourceLibrary& library,
                           Output& output, Findings& findings) {
    Publications made;
    for (auto site = evaluation.published.rbegin(); site != evaluation.published.rend(); ++site) {
        Findings found;
        Output folder(output, (*site)->folder);
        Budget::of_build().grant(units_of_page * (*site)->plan.pages().size() * (*site)->language_count());
        make_exports(**site, folder);
        auto pages = PageMaker::load(**site, library, found);
        std::vector<PageLinks> links = FileMaker(**site, pages.get(), folder).run(assets, found);
        if (made.editions.empty()) {
            findings.merge(std::move(found));
        } else {
            merge_older(std::move(found), (*site)->edition->id(), findings);
        }
        made.editions.push_back({*site, std::move(pages), made.links.size()});
        std::move(links.begin(), links.end(), std::back_inserter(made.links));
    }
    return made;
}

/// Makes a page of any edition again, by its place among the links of all. Refers to all that it is given.
MakeAgain made_again(const Publications& publications, const std::vector<const PageMaker*>& makers,
                     const Assets& assets) {
    return [&](std::size_t i) {
        std::size_t edition = publications.editions.size() - 1;
        while (publications.editions[edition].first_link > i)
            --edition;
        const PageMaker& maker = *makers[edition];
        const std::size_t place = i - publications.editions[edition].first_link;
        Findings told_before;
        if (place < maker.count()) return maker.make(place, told_before).html;
        Result<std::string> content = assets.all()[place - maker.count()].read();
        return content ? *std::move(content) : std::string();
    };
}

/// Where links lead nowhere, the pages are made once more to see who wrote them.
void check_links(const Publications& publications, const Assets& assets,
                 const std::vector<Output::Entry>& files, SourceLibrary& library, Findings& findings) {
    const LinkCheck check(publications.links, files,
                          path_of_url(publications.editions.front().site->base_url));
    if (check.suspects().empty()) return;
    Findings told_before;
    escape::Origins origins;
    std::vector<std::unique_ptr<const PageMaker>> with_marks;
    std::vector<const PageMaker*> plain;
    std::vector<const PageMaker*> marked;
    for (const Publication& edition : publications.editions) {
        with_marks.push_back(PageMaker::load(*edition.site, library, told_before, &origins));
        plain.push_back(edition.pages.get());
        marked.push_back(with_marks.back().get());
    }
    check.report(made_again(publications, plain, assets), made_again(publications, marked, assets), origins,
                 findings);
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

/// Turns findings that the register accepts into notes, and tells of acceptances that no edition needs.
void accept(const Project& project, std::vector<Findings>& elsewhere, BuildOutcome& outcome) {
    weigh(project.settings, outcome.findings);
    Acceptances unused = accept_findings(project.dataset, outcome.findings);
    for (Findings& found : elsewhere) {
        weigh(project.settings, found);
        unused = unmatched(unused, found);
    }
    if (!outcome.print)
        std::erase_if(unused, [](const auto* entry) { return analysis::is_about_print(entry->code); });
    report_unused(unused, outcome.findings);
    for (const data::Acceptance* const entry : unused)
        outcome.unused_acceptances.push_back(*entry);
}

/// Names the first files in which two builds of one project differ: what made the difference shows there.
/// Both manifests are in the order of their paths.
void compare(const Manifest& expected, const Manifest& made, Findings& findings) {
    constexpr std::size_t most_named = 10;
    if (expected == made) return;
    Manifest apart;
    std::set_symmetric_difference(expected.begin(), expected.end(), made.begin(), made.end(),
                                  std::back_inserter(apart));
    std::vector<std::string> differing;
    for (ManifestEntry& file : apart) {
        if (differing.empty() || differing.back() != file.path) differing.push_back(std::move(file.path));
    }
    Finding finding = make_error("not-reproducible", {},
                                 fmt::format("two builds of the same project differ in {} file{}",
                                             differing.size(), differing.size() == 1 ? "" : "s"));
    for (std::size_t i = 0; i < std::min(most_named, differing.size()); ++i)
        finding.note(differing[i]);
    findings.add(std::move(finding))
        .note("was the project changed meanwhile? If not, the program is at fault");
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
    Findings unlike;
    const auto finish = [&]() -> BuildOutcome&& {
        put_back_unlike_languages(std::exchange(unlike, {}), findings);
        findings.sort();
        abridge(findings);
        outcome.failed = fails(findings, request.strict);
        return std::move(outcome);
    };

    // The output is claimed first: a second build is refused before it costs anything.
    std::unique_ptr<Staging> staging;
    if (!request.output.empty()) {
        if (!is_apart(request.output, request.project, findings)) return finish();
        auto opened = Staging::open(request.output);
        if (!opened) {
            findings.add(std::move(opened).finding());
            return finish();
        }
        staging = std::move(opened).value();
    }
    const Project project = read_project(request.project, library, findings, request.purpose);
    watch.lap("read");
    unlike = take_unlike_languages(findings);
    if (findings.has_errors()) return finish();
    Evaluation evaluation = evaluate(project, request.site, findings);
    watch.lap("evaluate");
    if (evaluation.published.empty() || is_spent(findings)) return finish();
    if (has_too_many_pages(evaluation, findings)) return finish();
    const Assets assets(project, findings);
    outcome.edition = evaluation.published.back()->edition->id();
    outcome.languages = project.settings.languages;
    outcome.base_url = evaluation.published.back()->base_url;
    Output output(staging.get(), {request.keep_site, request.list_files, request.compress});
    const Publications publications = make_editions(evaluation, assets, library, output, findings);
    findings.merge(output.take_findings());
    watch.lap("render");
    if (is_spent(findings)) return finish();
    const std::vector<Output::Entry> files = output.take_entries();
    check_paths(files, findings);
    outcome.pages = publications.page_count();
    if (outcome.pages > 0) {
        check_links(publications, assets, files, library, findings);
        find_lonely_pages(*evaluation.published.back(), publications.links, findings);
    }
    watch.lap("check links");
    check_statement(*evaluation.published.back(), findings);
    check_security_txt(*evaluation.published.back(), findings);
    if (request.release) check_release(*evaluation.published.back(), findings);
    if (!request.extracts.empty()) {
        const analysis::Print print = read_print(project, request.extracts, findings);
        outcome.print = analysis::hold_against_print(project.dataset, print, findings);
        outcome.print->texts = hold_texts_against_print(project, print, findings);
        watch.lap("hold against the print");
    }
    put_back_unlike_languages(std::exchange(unlike, {}), findings);
    accept(project, evaluation.elsewhere, outcome);
    outcome.files = files.size();
    for (const Output::Entry& file : files)
        outcome.bytes += file.bytes;
    outcome.site = output.take_kept();
    outcome.manifest = manifest_of(files);
    if (fails(findings, request.strict)) return finish();
    if (request.expected) compare(*request.expected, outcome.manifest, findings);
    if (staging == nullptr) return finish();

    output.add(std::string(manifest_path), manifest_json(outcome.manifest));
    findings.merge(output.take_findings());
    if (!findings.has_errors()) {
        if (Result<Done> published = staging->publish(); !published)
            findings.add(std::move(published).finding());
    }
    outcome.kept = staging->kept();
    outcome.is_in_place = staging->is_in_place();
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
