#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/parallel.h"
#include "base/sha256.h"
#include "report/exports/exports.h"

namespace regioscope::report {

namespace {
constexpr std::string_view generator = "regioscope " REGIOSCOPE_VERSION;
}

std::string manifest_json(const std::vector<OutputFile>& files) {
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return files[a].path < files[b].path; });
    std::vector<std::string> digests(files.size());
    for_each_index(files.size(), [&](std::size_t i) { digests[i] = sha256_hex(files[i].content); });

    nlohmann::ordered_json manifest = {{"generator", generator}, {"files", nlohmann::ordered_json::array()}};
    for (const std::size_t i : order) {
        manifest["files"].push_back(
            {{"path", files[i].path}, {"bytes", files[i].content.size()}, {"sha256", digests[i]}});
    }
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
