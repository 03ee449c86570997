#include <nlohmann/json.hpp>

#include "report/exports/exports.h"

namespace regioscope::report {

namespace {

nlohmann::ordered_json icons(const Site& site, const std::string& up) {
    nlohmann::ordered_json all = {
        {{"src", up + "assets/icon.svg"}, {"sizes", "any"}, {"type", "image/svg+xml"}}};
    // An older edition beside the current one has none of its own.
    if (!site.folder.empty()) return all;
    for (const IconFile& icon : icon_files) {
        const std::string side = std::to_string(icon.size);
        all.push_back(
            {{"src", up + std::string(icon.path)}, {"sizes", side + "x" + side}, {"type", "image/png"}});
    }
    return all;
}

}  // namespace

void add_web_manifests(const Site& site, Output& output) {
    for (std::size_t language = 0; language < site.language_count(); ++language) {
        const std::string path = site.file_of(web_manifest_path, language);
        const std::string up = path == web_manifest_path ? "" : "../";
        const analysis::Presenter& presenter = site.presenters[language];
        const nlohmann::ordered_json manifest = {
            {"name", presenter.plain(site.settings().title)},
            {"description", presenter.plain(site.settings().description)},
            {"lang", presenter.language()},
            {"start_url", "index.html"},
            {"display", "browser"},
            {"icons", icons(site, up)}};
        output.add(path, manifest.dump(1) + "\n");
    }
}

}  // namespace regioscope::report
