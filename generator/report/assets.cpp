#include "report/assets.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "report/minified.h"

namespace regioscope::report {

namespace {

bool is_nameable(const std::string& path, Findings& findings) {
    const auto refuse = [&](std::string message, std::string way_out) {
        Finding finding = make_error("invalid-file-name", {}, std::move(message));
        finding.file = path;
        findings.add(std::move(finding)).note(std::move(way_out));
        return false;
    };
    if (find_invalid_utf8(path))
        return refuse("the name of this file is no UTF-8", "no page could link to it: rename it");
    if (path.find('\\') != std::string::npos)
        return refuse("a backslash parts folders on Windows", "rename it");
    return true;
}

using ByPath = std::map<std::string, Asset>;

/// A project that keeps a copy of a built-in file has made nothing of its own of it. (The folder that the
/// program's own templates lie in is a project, too.)
bool is_copy(const Asset& asset, const ByPath& assets) {
    const auto built_in = assets.find(asset.path);
    if (built_in == assets.end() || !built_in->second.is_built_in) return false;
    const Result<std::string> own = asset.disk->read(asset.file);
    const Result<std::string> other = built_in->second.disk->read(built_in->second.file);
    return own && other && *own == *other;
}

void collect(const Disk& disk, const std::string& folder, ByPath& assets, Findings& findings,
             bool is_built_in = false) {
    for (const std::string& path : disk.list(folder)) {
        if (!is_nameable(path, findings)) continue;
        const std::string site_path = "assets" + path.substr(folder.size());
        Asset asset{site_path, &disk, path, false, is_built_in};
        if (!is_copy(asset, assets)) assets[site_path] = std::move(asset);
    }
}

/// The hidden files and folders below a folder that `list` does not go into, each once.
std::set<std::string> hidden_in(const Disk& disk, const std::string& folder) {
    std::set<std::string> hidden;
    for (const std::string& path : disk.list_all(folder)) {
        const std::size_t dot = path.find("/.", folder.size());
        if (dot != std::string::npos) hidden.insert(path.substr(0, path.find('/', dot + 1)));
    }
    return hidden;
}

void report_hidden(const Disk& disk, const std::string& folder, Findings& findings) {
    for (const std::string& path : hidden_in(disk, folder)) {
        Finding finding = make_warning("hidden-file", {}, "what is hidden here is not published");
        finding.file = path;
        findings.add(std::move(finding))
            .note("remove it; what has to be published under such a name belongs into site/static/");
    }
}

}  // namespace

Result<std::string> Asset::read() const {
    Result<std::string> content = disk->read(file);
    if (!content || !is_built_in) return content;
    if (path.ends_with(".css")) return minified_stylesheet(*content);
    if (path.ends_with(".js")) return minified_script(*content);
    return content;
}

Assets::Assets(const Project& project, Findings& findings) : built_in_(open_folder(built_in_templates())) {
    std::map<std::string, Asset> assets;
    collect(*built_in_, "assets", assets, findings, true);
    collect(*project.disk, "templates/assets", assets, findings);
    collect(*project.disk, "site/assets", assets, findings);
    for (auto& [path, asset] : assets)
        all_.push_back(std::move(asset));
    for (const char* const folder : {"templates/assets", "site/assets"})
        report_hidden(*project.disk, folder, findings);

    const std::string static_folder = "site/static";
    for (const std::string& path : project.disk->list_all(static_folder)) {
        if (path != own_robots_txt && is_nameable(path, findings))
            all_.push_back({path.substr(static_folder.size() + 1), project.disk.get(), path, true, false});
    }
    std::sort(all_.begin(), all_.end(), [](const Asset& a, const Asset& b) { return a.path < b.path; });
}

}  // namespace regioscope::report
