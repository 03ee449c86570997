#include "report/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/manifest.h"

namespace regioscope::report {

namespace {

/// ASCII letters only: what else a disk takes for equal differs from disk to disk.
std::string without_capitals(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return out;
}

/// Names that mean a device on Windows, whatever ending they have.
bool is_device(std::string_view part) {
    const std::string stem = without_capitals(part.substr(0, part.find('.')));
    constexpr std::array devices = {"con", "prn", "aux", "nul"};
    if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    const bool is_port = stem.starts_with("com") || stem.starts_with("lpt");
    return is_port && stem.size() == 4 && stem[3] >= '1' && stem[3] <= '9';
}

bool is_portable(std::string_view part) {
    const bool has_odd_character = std::any_of(part.begin(), part.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' ||
               std::string_view("<>:\"|?*\\").find(c) != std::string_view::npos;
    });
    return !has_odd_character && !part.ends_with('.') && !part.ends_with(' ') && !is_device(part);
}

bool is_portable_path(std::string_view path) {
    for (std::string_view rest = path; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        if (!is_portable(part)) return false;
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    return true;
}

/// All folders that the files lie in, as a disk without capitals knows them.
std::unordered_set<std::string> folders_of(const std::vector<Output::Entry>& files) {
    std::unordered_set<std::string> folders;
    for (const Output::Entry& file : files) {
        std::string folder = without_capitals(file.path);
        for (std::size_t end = folder.rfind('/'); end != std::string::npos; end = folder.rfind('/')) {
            folder.resize(end);
            if (!folders.insert(folder).second) break;
        }
    }
    return folders;
}

}  // namespace

void check_paths(const std::vector<Output::Entry>& files, Findings& findings) {
    const std::unordered_set<std::string> folders = folders_of(files);
    std::map<std::string, const Output::Entry*> seen;
    for (const Output::Entry& file : files) {
        const auto report = [&](std::string_view code, std::string message) -> Finding& {
            Finding finding = make_error(code, file.origin, std::move(message));
            if (!finding.span) finding.file = file.path;
            return findings.add(std::move(finding));
        };
        if (!is_portable_path(file.path)) {
            report("invalid-file-name", "a name in this path is none on Windows and its shares")
                .note("rename the file or the id that it comes from");
        }
        const auto [place, is_new] = seen.emplace(without_capitals(file.path), &file);
        if (place->first == manifest_path) {
            report("path-collision", fmt::format("the build itself writes '{}'", manifest_path))
                .note("rename this one: there the build says what it made");
        } else if (folders.contains(place->first)) {
            report("path-collision", fmt::format("'{}' is a file here and a folder of the site", file.path))
                .note("rename one of them");
        }
        if (is_new) continue;
        const Output::Entry& earlier = *place->second;
        Finding& finding =
            earlier.path == file.path
                ? report("path-collision", fmt::format("two pages of the site want '{}'", file.path))
                      .note("rename the folder or file of one of them")
                : report("path-collision",
                         fmt::format("many disks take '{}' and '{}' for one file", file.path, earlier.path))
                      .note("rename one of them: capitals alone do not tell files apart everywhere");
        if (earlier.origin) finding.note("the other one is made from this", earlier.origin);
    }
}

}  // namespace regioscope::report
