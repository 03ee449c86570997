#include "report/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/json_reader.h"
#include "base/suggest.h"
#include "report/site.h"

namespace regioscope::report {

namespace {

std::vector<std::string_view> paths_of(const Site& site) {
    std::vector<std::string_view> paths;
    for (const Page& page : site.plan.pages())
        paths.push_back(page.path);
    return paths;
}

/// Within the site, and a name that every disk takes: no folder begins with a dot.
bool is_page_path(std::string_view path) {
    if (!path.ends_with(".html")) return false;
    for (std::string_view rest = path;;) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        const bool is_plain = std::none_of(part.begin(), part.end(), [](char c) {
            return static_cast<unsigned char>(c) < ' ' || c == '\\';
        });
        if (part.empty() || part.front() == '.' || !is_plain) return false;
        if (part.size() == rest.size()) return true;
        rest.remove_prefix(part.size() + 1);
    }
}

}  // namespace

std::vector<Redirect> read_redirects(const Disk& disk, SourceLibrary& library, Findings& findings) {
    std::vector<Redirect> redirects;
    if (!disk.exists(redirects_path)) return redirects;
    Result<std::string> text = disk.read(redirects_path);
    if (!text) {
        findings.add(std::move(text).finding());
        return redirects;
    }
    const auto root = json::parse(library.add(std::string(redirects_path), *std::move(text)), findings);
    if (!root) return redirects;
    json::ObjectReader file(*root, findings);
    file.optional("$schema");
    const json::Value* const list = file.required_of("redirects", json::Kind::object);
    if (list == nullptr) return redirects;
    for (const json::Member& member : list->members) {
        if (!json::expect(member.value, json::Kind::text, findings)) continue;
        if (!is_page_path(member.key)) {
            findings.error(
                "invalid-path", member.key_span,
                fmt::format("'{}' is no path of a page; expected one like figures/work.html", member.key));
        }
        if (member.value.text.empty()) findings.error("empty-text", member.value.span, "it leads nowhere");
        redirects.push_back({member.key, member.value.text, member.key_span, member.value.span});
    }
    return redirects;
}

std::optional<PublishedPage> find_published(const std::vector<const Site*>& published,
                                            std::string_view path) {
    // The current edition lies at the root: what begins with an older one's folder is that one's.
    for (const Site* const site : published) {
        if (!path.starts_with(site->folder)) continue;
        const Page* const page = site->plan.find(path.substr(site->folder.size()));
        if (page != nullptr) return PublishedPage{site, page};
    }
    return std::nullopt;
}

void check_redirects(const std::vector<const Site*>& published, Findings& findings) {
    const Site& current = *published.back();
    std::set<std::string_view> redirected;
    for (const Redirect& redirect : current.project->redirects) {
        redirected.insert(redirect.from);
        if (current.plan.find(redirect.from) != nullptr) {
            findings
                .error("path-collision", redirect.from_span,
                       fmt::format("'{}' is a page of this edition", redirect.from))
                .note("remove the redirect, or the page");
        }
        if (find_published(published, redirect.to)) continue;
        findings.error("unknown-page", redirect.to_span,
                       fmt::format("there is no page '{}'{}", redirect.to,
                                   did_you_mean(redirect.to, paths_of(current))));
    }
    for (const Site* const site : published) {
        for (const Page& page : site->plan.pages()) {
            if (page.is_apart || current.plan.find(page.path) != nullptr || redirected.contains(page.path))
                continue;
            Finding finding = make_error("vanished-page", page.origin,
                                         fmt::format("edition {} has the page '{}', and edition {} has not",
                                                     site->edition->id(), page.path, current.edition->id()));
            if (!finding.span) finding.file = redirects_path;
            finding.subject = page.path;
            finding.note(
                fmt::format("its address must go on leading somewhere: write \"{}\": \"{}{}\" or "
                            "another page into {}",
                            page.path, site->folder, page.path, redirects_path));
            if (redirected.insert(page.path).second) findings.add(std::move(finding));
        }
    }
}

}  // namespace regioscope::report
