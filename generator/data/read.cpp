#include "data/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <functional>

#include "base/budget.h"
#include "base/parallel.h"
#include "data/merge.h"
#include "data/readers.h"

namespace regioscope::data {

namespace {

constexpr std::string_view folder = "datasets/";
constexpr std::string_view ending = ".json";
constexpr std::size_t foundation_count = 3;

using FileReader = std::function<void(const json::Value&, const Context&, Dataset&)>;

struct File {
    std::string path;
    FileReader read;
};

/// The files of a project by the order in which they can be read: each wave refers to those before it.
struct Files {
    std::vector<File> foundations;
    std::vector<File> entries;
    std::vector<File> registers;
};

/// `labour/table-2` for `datasets/tables/labour/table-2.json`; nothing for files elsewhere.
std::optional<std::string_view> name_below(std::string_view path, std::string_view subfolder) {
    path.remove_prefix(folder.size());
    if (!path.starts_with(subfolder) || !path.ends_with(ending)) return std::nullopt;
    path.remove_prefix(subfolder.size());
    path.remove_suffix(ending.size());
    return path;
}

bool is_flat(std::string_view name) {
    return name.find('/') == std::string_view::npos;
}

/// Each folder and the file of a table's path are slugs.
void check_table_id(std::string_view id, std::string_view path, Findings& findings) {
    for (std::string_view rest = id;;) {
        const std::size_t slash = rest.find('/');
        Findings own;
        if (!check_id(rest.substr(0, slash), {}, own)) {
            Finding finding = own.all().front();
            finding.file = path;
            findings.add(std::move(finding));
        }
        if (slash == std::string_view::npos) return;
        rest.remove_prefix(slash + 1);
    }
}

/// Nothing is read from this: probably it is misnamed. What could not be read anyway says why.
void report_unused(const std::string& path, const Disk& disk, Findings& findings) {
    if (auto text = disk.read(path); !text) {
        findings.add(std::move(text).finding());
        return;
    }
    Finding finding = make_warning("unused-file", {}, "no part of the datasets is read from this file");
    finding.file = path;
    findings.add(std::move(finding).note("see docs/datasets.md for the names of files"));
}

void sort_file(const std::string& path, const Disk& disk, Files& files, Dataset& dataset,
               Findings& findings) {
    if (!path.starts_with(folder)) return report_unused(path, disk, findings);
    const std::string_view inner = std::string_view(path).substr(folder.size());
    if (inner.starts_with("schema/")) return;
    // What maps are drawn from is read where they are (figures/boundaries.h).
    if (inner == "boundaries.json" || inner.starts_with("boundaries/")) return;
    if (inner == "regions.json") return files.foundations.push_back({path, read_regions});
    if (inner == "indicators.json") return files.foundations.push_back({path, read_indicators});
    if (inner == "sources.json") return files.foundations.push_back({path, read_sources});
    if (inner == "corrections.json") return files.registers.push_back({path, read_corrections});
    if (inner == "accepted.json") return files.registers.push_back({path, read_acceptances});
    if (inner == "checks.json") return files.registers.push_back({path, read_checks});
    if (const auto table = name_below(path, "tables/")) {
        check_table_id(*table, path, findings);
        dataset.table_by_id.emplace(*table,
                                    TableIndex{static_cast<std::uint32_t>(dataset.table_by_id.size())});
        return files.entries.push_back(
            {path, [id = std::string(*table)](const auto& value, const auto& context, Dataset& out) {
                 read_table(value, id, context, out);
             }});
    }
    if (const auto profile = name_below(path, "profiles/"); profile && is_flat(*profile)) {
        return files.entries.push_back(
            {path, [name = std::string(*profile)](const auto& value, const auto& context, Dataset& out) {
                 read_profile(value, name, context, out);
             }});
    }
    if (const auto goals = name_below(path, "goals/"); goals && is_flat(*goals))
        return files.entries.push_back({path, read_goals});
    if (const auto initiatives = name_below(path, "initiatives/"); initiatives && is_flat(*initiatives)) {
        return files.registers.push_back({path, read_initiatives});
    }
    report_unused(path, disk, findings);
}

void require_files(const Files& files, const Disk& disk, Findings& findings) {
    for (const std::string_view name : {"indicators.json", "regions.json", "sources.json"}) {
        const std::string path = std::string(folder) + std::string(name);
        const auto found = std::find_if(files.foundations.begin(), files.foundations.end(),
                                        [&](const File& file) { return file.path == path; });
        if (found != files.foundations.end()) continue;
        Finding finding = make_error("missing-file", {}, "there is no such file, and every project needs it");
        finding.file = path;
        findings.add(std::move(finding).note("looked for it in " + disk.root()));
    }
}

class DatasetReader {
  public:
    DatasetReader(const Disk& disk, SourceLibrary& library, const ReadOptions& options, Findings& findings)
        : disk_(disk), library_(library), options_(options), findings_(findings) {}

    Dataset read() {
        Files files;
        for (const std::string& path : disk_.list("datasets"))
            sort_file(path, disk_, files, dataset_, findings_);
        require_files(files, disk_, findings_);
        // Without them every reference would be reported as unknown: first things first.
        if (read_wave(files.foundations) < foundation_count || !is_bounded()) return std::move(dataset_);
        read_wave(files.entries);
        read_wave(files.registers);
        finish(dataset_, findings_);
        return std::move(dataset_);
    }

  private:
    /// Each region, indicator and source has a page in every language: so many would be a burden to make and
    /// to publish.
    bool is_bounded() {
        const std::pair<std::string_view, std::size_t> counted[] = {
            {"regions", dataset_.regions.size()},
            {"indicators", dataset_.indicators.size()},
            {"sources", dataset_.sources.size()}};
        const std::size_t languages = std::max<std::size_t>(options_.languages.size(), 1);
        const std::uint64_t most = Budget::of_build().most_pages() / languages;
        for (const auto& [noun, count] : counted) {
            if (count <= most) continue;
            Finding finding = make_error(
                "too-much-work", {},
                fmt::format(
                    "there are {} {} here; with a page of each in {} language{} a report has at most {}",
                    count, noun, languages, languages == 1 ? "" : "s", most));
            finding.file = fmt::format("{}{}{}", folder, noun, ending);
            findings_.add(std::move(finding))
                .note("if it is meant to be that large, raise 'budget' in site/report.json");
            return false;
        }
        return true;
    }

    /// Reads files side by side, each into its own dataset, and joins them in the order of their paths.
    /// Returns how many of them were JSON at all.
    std::size_t read_wave(const std::vector<File>& files) {
        std::vector<Dataset> parts(files.size());
        std::vector<Findings> findings(files.size());
        std::atomic<std::size_t> count = 0;
        for_each_index(files.size(), [&](std::size_t i) {
            if (read_file(files[i], parts[i], findings[i])) ++count;
        });
        for (Findings& found : findings)
            findings_.merge(std::move(found));
        merge(dataset_, std::move(parts), findings_);
        return count;
    }

    bool read_file(const File& file, Dataset& out, Findings& findings) const {
        auto text = disk_.read(file.path);
        if (!text) {
            findings.add(text.finding());
            return false;
        }
        const SourceText& source = library_.add(file.path, *std::move(text));
        const auto value = json::parse(source, findings);
        if (value) file.read(*value, {options_, dataset_, findings, out.texts}, out);
        return value.has_value();
    }

    const Disk& disk_;
    SourceLibrary& library_;
    const ReadOptions& options_;
    Findings& findings_;
    Dataset dataset_;
};

}  // namespace

Dataset read_datasets(const Disk& disk, SourceLibrary& library, const ReadOptions& options,
                      Findings& findings) {
    return DatasetReader(disk, library, options, findings).read();
}

}  // namespace regioscope::data
