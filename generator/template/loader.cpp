#include "template/loader.h"

#include <set>

namespace regioscope::templates {

namespace {

std::string joined(std::string_view folder, std::string_view name) {
    return folder.empty() ? std::string(name) : std::string(folder) + '/' + std::string(name);
}

}  // namespace

FolderLoader& FolderLoader::add(const Disk& disk, std::string folder, std::string shown) {
    folders_.push_back({&disk, std::move(folder), std::move(shown)});
    return *this;
}

std::optional<Result<Loader::Source>> FolderLoader::load(std::string_view name) const {
    if (!is_inner_path(name)) return std::nullopt;
    for (const Folder& folder : folders_) {
        const std::string path = joined(folder.folder, name);
        if (!folder.disk->exists(path)) continue;
        auto text = folder.disk->read(path);
        if (!text) return Result<Source>(std::move(text).finding());
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());
        return Result<Source>(Source{joined(folder.shown, name), *std::move(text)});
    }
    return std::nullopt;
}

std::vector<std::string> FolderLoader::names() const {
    std::set<std::string> names;
    for (const Folder& folder : folders_) {
        const std::size_t lead = folder.folder.empty() ? 0 : folder.folder.size() + 1;
        for (const std::string& path : folder.disk->list(folder.folder))
            names.insert(path.substr(lead));
    }
    return {names.begin(), names.end()};
}

}  // namespace regioscope::templates
