#include "report/verification.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "base/disk.h"
#include "base/manifest.h"
#include "base/parallel.h"
#include "base/sha256.h"

namespace regioscope::report {

namespace {

Finding about(std::string_view code, const std::string& file, std::string message) {
    Finding finding = make_error(code, {}, std::move(message));
    finding.file = file;
    return finding;
}

std::optional<Finding> check(const Disk& disk, const ManifestEntry& entry) {
    const Result<std::string> content = disk.read(entry.path);
    if (!content) return content.finding();
    Sha256 digest;
    digest.add(*content);
    if (content->size() == entry.bytes && digest.hex() == entry.sha256) return std::nullopt;
    return about("altered-file", entry.path, "this is not what the manifest says");
}

}  // namespace

Verification verify(const std::string& folder) {
    Verification verification;
    Findings& findings = verification.findings;
    const auto disk = open_folder(folder);
    const Result<std::string> text = disk->read(manifest_path);
    const std::optional<Manifest> manifest = text ? read_manifest(*text) : std::nullopt;
    if (!manifest) {
        findings
            .add(text ? about("altered-file", std::string(manifest_path), "this is no manifest of a build")
                      : text.finding())
            .note("give the folder that a build made");
        return verification;
    }
    verification.files = manifest->size();
    std::vector<std::optional<Finding>> found(manifest->size());
    for_each_index(manifest->size(), [&](std::size_t i) { found[i] = check(*disk, (*manifest)[i]); });
    for (std::optional<Finding>& finding : found) {
        if (finding) findings.add(*std::move(finding));
    }
    std::unordered_set<std::string_view> listed;
    for (const ManifestEntry& entry : *manifest)
        listed.insert(entry.path);
    for (const std::string& path : disk->list_all("")) {
        if (path == manifest_path || listed.contains(path)) continue;
        Finding finding = make_warning("foreign-file", {}, "no build made this file");
        finding.file = path;
        findings.add(std::move(finding));
    }
    findings.sort();
    return verification;
}

}  // namespace regioscope::report
