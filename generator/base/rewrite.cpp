#include "base/rewrite.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace regioscope {

Result<Done> rewrite_file(const std::string& path, std::string_view text) {
    const auto failure = [&](const std::string& why) {
        Finding finding =
            make_error(environment_code, {}, fmt::format("'{}' cannot be written: {}", path, why));
        finding.file = path;
        return finding;
    };
    const std::string beside = path + ".new";
    {
        std::ofstream file(beside, std::ios::binary | std::ios::trunc);
        file << text;
        file.close();
        if (!file) return failure("the disk refused it");
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (!error) return Done();
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return failure(error.message());
}

}  // namespace regioscope
