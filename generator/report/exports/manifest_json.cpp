#include <nlohmann/json.hpp>

#include "report/exports/exports.h"

namespace regioscope::report {

namespace {
constexpr std::string_view generator = "regioscope " REGIOSCOPE_VERSION;
}

std::string manifest_json(const std::vector<Output::Entry>& files) {
    nlohmann::ordered_json manifest = {{"generator", generator}, {"files", nlohmann::ordered_json::array()}};
    for (const Output::Entry& file : files)
        manifest["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return manifest.dump(1) + "\n";
}

bool is_our_manifest(std::string_view text) {
    const nlohmann::json manifest = nlohmann::json::parse(text, nullptr, false);
    if (!manifest.is_object() || !manifest.contains("files")) return false;
    const auto made_by = manifest.find("generator");
    return made_by != manifest.end() && made_by->is_string() &&
           made_by->get<std::string>().starts_with("regioscope ");
}

}  // namespace regioscope::report
