#include "report/assets.h"

#include <map>

#include "base/utf8.h"

namespace regioscope::report {

namespace {

void collect(const Disk& disk, const std::string& folder, std::map<std::string, std::string>& assets,
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
        Result<std::string> content = disk.read(path);
        if (!content) {
            findings.add(std::move(content).finding());
            continue;
        }
        assets["assets" + path.substr(folder.size())] = std::move(content).value();
    }
}

}  // namespace

void collect_assets(const Project& project, std::vector<OutputFile>& files, Findings& findings) {
    std::map<std::string, std::string> assets;
    collect(*open_folder(built_in_templates()), "assets", assets, findings);
    collect(*project.disk, "templates/assets", assets, findings);
    collect(*project.disk, "site/assets", assets, findings);
    for (auto& [path, content] : assets)
        files.push_back({path, std::move(content)});
}

}  // namespace regioscope::report
