#include "report/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/parallel.h"
#include "base/suggest.h"
#include "escape/url.h"

namespace regioscope::report {

namespace {

std::string unescaped(std::string_view value) {
    std::string out(value);
    for (std::size_t at = 0; (at = out.find("&amp;", at)) != std::string::npos; ++at)
        out.erase(at + 1, 4);
    return out;
}

/// Where a link on `page` leads inside the site, without its anchor; nothing when it climbs out.
std::optional<std::string> resolved(std::string_view page, std::string_view path,
                                    std::string_view base_path) {
    std::string joined;
    if (path.starts_with(base_path) && path.starts_with('/')) {
        joined = path.substr(base_path.size());
    } else {
        joined =
            std::string(page.substr(0, page.rfind('/') == std::string_view::npos ? 0 : page.rfind('/') + 1)) +
            std::string(path);
    }
    std::vector<std::string_view> parts;
    for (std::string_view rest = joined; !rest.empty();) {
        const std::size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        if (part == "..") {
            if (parts.empty()) return std::nullopt;
            parts.pop_back();
        } else if (part != "." && !part.empty()) {
            parts.push_back(part);
        }
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
    std::string out;
    for (const std::string_view part : parts)
        out += (out.empty() ? "" : "/") + std::string(part);
    if (joined.empty() || joined.ends_with('/')) out += out.empty() ? "index.html" : "/index.html";
    return out;
}

bool leads_elsewhere(std::string_view target) {
    return target.starts_with("https://") || target.starts_with("http://") || target.starts_with("mailto:") ||
           target.starts_with("data:");
}

}  // namespace

PageLinks links_in(std::string_view html) {
    PageLinks links;
    for (std::size_t equals = html.find("=\""); equals != std::string_view::npos;) {
        const std::size_t end = html.find('"', equals + 2);
        if (end == std::string_view::npos) break;
        const std::string_view before = html.substr(0, equals);
        const std::string_view value = html.substr(equals + 2, end - equals - 2);
        if (before.ends_with(" href") || before.ends_with(" src")) {
            links.targets.push_back(unescaped(value));
        } else if (before.ends_with(" id")) {
            if (!links.ids.insert(unescaped(value)).second) links.repeated_ids.push_back(unescaped(value));
        }
        equals = html.find("=\"", end + 1);
    }
    return links;
}

void check_links(const std::vector<OutputFile>& files, std::string_view base_path, Findings& findings) {
    const std::string decoded_base = escape::percent_decoded(base_path);
    std::vector<PageLinks> links(files.size());
    std::unordered_map<std::string_view, std::size_t> by_path;
    for (std::size_t i = 0; i < files.size(); ++i)
        by_path.emplace(files[i].path, i);
    for_each_index(files.size(), [&](std::size_t i) {
        if (files[i].path.ends_with(".html")) links[i] = links_in(files[i].content);
    });

    std::vector<Findings> found(files.size());
    for_each_index(files.size(), [&](std::size_t i) {
        const std::string& page = files[i].path;
        const auto report = [&](std::string_view code, std::string message) {
            Finding finding = make_error(code, {}, std::move(message));
            finding.file = page;
            finding.subject = fmt::format("{} {}", code, page);
            found[i].add(std::move(finding));
        };
        for (const std::string& id : links[i].repeated_ids)
            report("repeated-id", fmt::format("the id '{}' stands more than once on this page", id));
        std::sort(links[i].targets.begin(), links[i].targets.end());
        links[i].targets.erase(std::unique(links[i].targets.begin(), links[i].targets.end()),
                               links[i].targets.end());
        for (const std::string& target : links[i].targets) {
            if (leads_elsewhere(target)) continue;
            const std::size_t hash = target.find('#');
            const std::string anchor =
                hash == std::string::npos
                    ? ""
                    : escape::percent_decoded(std::string_view(target).substr(hash + 1));
            const std::string path =
                escape::percent_decoded(std::string_view(target).substr(0, std::min(hash, target.find('?'))));
            const auto goal = path.empty() ? std::optional(page) : resolved(page, path, decoded_base);
            const auto there = goal ? by_path.find(*goal) : by_path.end();
            if (there == by_path.end()) {
                report("broken-link",
                       fmt::format("a link leads to '{}', and there is no such file in the site", target));
            } else if (!anchor.empty() && files[there->second].path.ends_with(".html") &&
                       !links[there->second].ids.contains(anchor)) {
                const auto& ids = links[there->second].ids;
                report("broken-anchor",
                       fmt::format("a link leads to '{}', and that page has no '{}'{}", target, anchor,
                                   did_you_mean(anchor, {ids.begin(), ids.end()})));
            }
        }
    });
    for (Findings& one : found)
        findings.merge(std::move(one));
}

}  // namespace regioscope::report
