#include "report/evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/parallel.h"
#include "report/changes.h"
#include "report/pinned_periods.h"
#include "report/redirects.h"
#include "report/unseen_sources.h"

namespace regioscope::report {

namespace {

/// What becomes of each edition that is declared.
enum class Role { unused, compared, published };

std::vector<Role> roles_of(const Project& project, std::size_t current, bool alone) {
    const std::vector<data::Edition>& editions = project.settings.editions;
    // An acceptance may be there for any edition's sake.
    const Role others = project.dataset.acceptances.empty() ? Role::unused : Role::compared;
    std::vector<Role> roles(editions.size(), others);
    for (std::size_t i = 0; i <= current; ++i) {
        if (i != current && (alone || !project.settings.kept_editions.contains(editions[i].id))) continue;
        roles[i] = Role::published;
        if (i > 0 && roles[i - 1] == Role::unused) roles[i - 1] = Role::compared;
    }
    return roles;
}

}  // namespace

std::string folder_of(const data::Edition& edition) {
    return fmt::format("editions/{}/", edition.id);
}

Evaluation evaluate(const Project& project, const SiteOptions& options, Findings& findings) {
    Evaluation evaluation;
    const std::vector<data::Edition>& editions = project.settings.editions;
    const bool alone = !options.edition.empty();
    const std::string& wanted = alone ? options.edition : project.settings.default_edition;
    const auto current = find_edition(project.settings, wanted, findings);
    if (!current) return evaluation;

    const std::vector<Role> roles = roles_of(project, *current, alone);
    std::vector<Findings> found(editions.size());
    evaluation.sites.resize(editions.size());
    for_each_index(editions.size(), [&](std::size_t i) {
        if (roles[i] == Role::unused) return;
        const bool is_beside = roles[i] == Role::published && i != *current;
        evaluation.sites[i] = make_site(
            project, {editions[i].id, options.base_url, is_beside ? folder_of(editions[i]) : ""}, found[i]);
    });
    findings.merge(std::move(found[*current]));
    bool all_there = true;
    for (std::size_t i = 0; i < editions.size(); ++i) {
        if (roles[i] != Role::published) {
            evaluation.elsewhere.push_back(std::move(found[i]));
            continue;
        }
        all_there = all_there && evaluation.sites[i] != nullptr;
        evaluation.published.push_back(evaluation.sites[i].get());
        if (i != *current) merge_older(std::move(found[i]), editions[i].id, findings);
    }
    if (!all_there) {
        evaluation.published.clear();
        return evaluation;
    }
    for_each_index(editions.size(), [&](std::size_t i) {
        if (roles[i] != Role::published) return;
        Site& site = *evaluation.sites[i];
        site.published.assign(evaluation.published.begin(), evaluation.published.end());
        if (i > 0 && evaluation.sites[i - 1] != nullptr)
            site.changes = changes_between(*evaluation.sites[i - 1], site);
    });
    find_unseen_sources(*evaluation.published.back(), findings);
    find_pinned_periods(*evaluation.published.back(), findings);
    if (alone) return evaluation;
    check_redirects(evaluation.published.back()->published, findings);
    for (const Redirect& redirect : project.redirects)
        evaluation.sites[*current]->redirects.push_back(&redirect);
    return evaluation;
}

void merge_older(Findings found, const std::string& edition, Findings& findings) {
    const auto key = [](const Finding& finding) {
        return std::tuple(std::string(finding.file_name()), finding.span.begin, finding.code, finding.message,
                          finding.subject);
    };
    std::set<decltype(key(std::declval<Finding>()))> told;
    for (const Finding& finding : findings.all())
        told.insert(key(finding));
    for (Finding& finding : found.all()) {
        if (!told.insert(key(finding)).second) continue;
        finding.note(fmt::format("in edition {}, which is kept", edition));
        findings.add(std::move(finding));
    }
}

}  // namespace regioscope::report
