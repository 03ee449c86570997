#include "base/manifest.h"

#include <nlohmann/json.hpp>

namespace regioscope {

namespace {

constexpr std::string_view generator = "regioscope ";

std::optional<ManifestEntry> read_entry(const nlohmann::json& json) {
    if (!json.is_object()) return std::nullopt;
    const auto path = json.find("path");
    const auto bytes = json.find("bytes");
    const auto sha256 = json.find("sha256");
    const bool is_complete = path != json.end() && path->is_string() && bytes != json.end() &&
                             bytes->is_number_unsigned() && sha256 != json.end() && sha256->is_string();
    if (!is_complete) return std::nullopt;
    return ManifestEntry{path->get<std::string>(), bytes->get<std::uint64_t>(), sha256->get<std::string>()};
}

}  // namespace

std::string manifest_json(const Manifest& manifest) {
    nlohmann::ordered_json json = {{"generator", std::string(generator) + REGIOSCOPE_VERSION},
                                   {"files", nlohmann::ordered_json::array()}};
    for (const ManifestEntry& file : manifest)
        json["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return json.dump(1) + "\n";
}

std::optional<Manifest> read_manifest(std::string_view text) {
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto made_by = json.find("generator");
    const auto files = json.find("files");
    if (made_by == json.end() || !made_by->is_string() || files == json.end() || !files->is_array() ||
        !made_by->get<std::string>().starts_with(generator))
        return std::nullopt;
    Manifest manifest;
    manifest.reserve(files->size());
    for (const nlohmann::json& file : *files) {
        std::optional<ManifestEntry> entry = read_entry(file);
        if (!entry) return std::nullopt;
        manifest.push_back(*std::move(entry));
    }
    return manifest;
}

}  // namespace regioscope
