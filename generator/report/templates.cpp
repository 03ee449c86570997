#include "report/templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/template_functions.h"

namespace regioscope::report {

namespace {

constexpr std::string_view own_templates = "templates/";

/// Remembers what was asked for.
class RecordingLoader : public templates::Loader {
  public:
    explicit RecordingLoader(const templates::Loader& loader) : loader_(loader) {}

    std::optional<Result<Source>> load(std::string_view name) const override {
        asked_.emplace(name);
        return loader_.load(name);
    }
    std::vector<std::string> names() const override { return loader_.names(); }
    bool has_loaded(std::string_view name) const { return asked_.contains(name); }

  private:
    const templates::Loader& loader_;
    mutable std::set<std::string, std::less<>> asked_;
};

/// A file of the built-in set's name takes its place wherever that is used; others must be named by somebody.
void report_unused_templates(const Site& site, const Disk& built_in, const RecordingLoader& loader,
                             Findings& findings) {
    const Settings& settings = site.settings();
    const auto is_of_another_edition = [&](std::string_view name) {
        return std::any_of(settings.page_templates.begin(), settings.page_templates.end(),
                           [&](const auto& own) { return own.second.name == name; });
    };
    for (const std::string& path : site.project->disk->list("templates")) {
        const std::string_view name = std::string_view(path).substr(own_templates.size());
        if (name.starts_with("assets/") || name.starts_with("languages/") || loader.has_loaded(name) ||
            built_in.exists(name) || is_of_another_edition(name))
            continue;
        Finding finding = make_warning("unused-template", {}, "no page is made with this template");
        finding.file = path;
        finding.subject = path;
        findings.add(std::move(finding))
            .note(
                "a page of the narrative names its own in \"page_templates\" of site/report.json; other "
                "templates are included, imported or extended");
    }
}

/// What the settings name as a template must be one.
bool has_named_templates(const Settings& settings, const templates::Loader& loader, Findings& findings) {
    bool has_all = true;
    for (const auto& [path, own] : settings.page_templates) {
        if (loader.load(own.name)) continue;
        has_all = false;
        findings
            .error("missing-template", own.span,
                   fmt::format("there is no template '{}' for the page '{}'", own.name, path))
            .note("a file below templates/, like pages/long-read.html");
    }
    return has_all;
}

}  // namespace

std::optional<templates::Templates> load_templates(const Site& site, SourceLibrary& library,
                                                   Findings& findings, escape::Origins* origins) {
    std::set<std::string> layouts;
    for (const Page& page : site.plan.pages())
        layouts.insert(page.layout);
    const std::unique_ptr<Disk> built_in = open_folder(built_in_templates());
    templates::FolderLoader folders;
    folders.add(*site.project->disk, "templates", "templates").add(*built_in, "", "templates");
    Findings found;
    if (!has_named_templates(site.settings(), folders, found)) {
        findings.merge(std::move(found));
        return std::nullopt;
    }
    const RecordingLoader loader(folders);
    templates::Templates loaded = templates::Templates::load(loader, {layouts.begin(), layouts.end()},
                                                             template_functions(), library, found, origins);
    const bool usable = !found.has_errors();
    if (usable && site.folder.empty()) report_unused_templates(site, *built_in, loader, found);
    findings.merge(std::move(found));
    return usable ? std::optional(std::move(loaded)) : std::nullopt;
}

}  // namespace regioscope::report
