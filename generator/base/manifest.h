// What a build wrote into a folder: every file with its size and digest. The manifest lies in the folder; by
// it a later build knows what is its own, and whoever publishes the folder that it arrived whole.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope {

inline constexpr std::string_view manifest_path = "build-manifest.json";

struct ManifestEntry {
    std::string path;
    std::uint64_t bytes = 0;
    /// 64 lower-case hexadecimal digits.
    std::string sha256;

    auto operator<=>(const ManifestEntry&) const = default;
};

/// In the order given; itself not listed. A path may stand in it twice: then either may be what is there.
using Manifest = std::vector<ManifestEntry>;

std::string manifest_json(const Manifest& manifest);
/// Nothing when this is no manifest that this program wrote.
std::optional<Manifest> read_manifest(std::string_view json);

}  // namespace regioscope
