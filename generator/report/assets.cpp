#include "report/assets.h"

#include <map>

#include "base/utf8.h"

namespace regioscope::report {

namespace {

void collect(const Disk& disk, const std::string& folder, std::map<std::string, Asset>& assets,
             Findings& findings) {
    for (const std::string& path : disk.list(folder)) {
        if (find_invalid_utf8(path)) {
            Finding finding = make_error("invalid-file-name", {}, "the name of this file is no UTF-8");
            finding.file = path;
            findings.add(std::move(finding)).note("no page could link to it: rename it");
            continue;
        }
        if (path.find('\\') != std::string::npos) {
            Finding finding = make_error("invalid-file-name", {}, "a backslash parts folders on Windows");
            finding.file = path;
            findings.add(std::move(finding)).note("rename it");
            continue;
        }
        const std::string site_path = "assets" + path.substr(folder.size());
        assets[site_path] = {site_path, &disk, path};
    }
}

}  // namespace

Assets::Assets(const Project& project, Findings& findings) : built_in_(open_folder(built_in_templates())) {
    std::map<std::string, Asset> assets;
    collect(*built_in_, "assets", assets, findings);
    collect(*project.disk, "templates/assets", assets, findings);
    collect(*project.disk, "site/assets", assets, findings);
    for (auto& [path, asset] : assets)
        all_.push_back(std::move(asset));
}

}  // namespace regioscope::report
