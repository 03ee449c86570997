#include "figures/boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/json.h"
#include "base/suggest.h"
#include "data/entry.h"
#include "figures/geometry.h"

namespace regioscope::figures {

using data::Entry;
using data::Need;

namespace {

using Shapes = std::map<std::string, chart::Rings, std::less<>>;

/// Looking for a suggestion costs time: where hundreds are wrong, the first ones tell what happened.
constexpr std::size_t most_suggestions = 100;

/// Eurostat's GISCO gives the NUTS regions out on the condition that EuroGeographics is named.
struct PrescribedLine {
    std::string_view scheme;
    std::string_view words;
};
constexpr PrescribedLine prescribed_lines[] = {{"NUTS", "EuroGeographics"}};

void check_copyright(const BoundarySet& set, Findings& findings) {
    for (const PrescribedLine& line : prescribed_lines) {
        if (set.scheme != line.scheme) continue;
        for (const data::Text::Entry& entry : set.copyright.entries) {
            if (entry.markdown.find(line.words) != std::string::npos) continue;
            findings
                .warning(
                    "missing-copyright", entry.span,
                    fmt::format("the makers of {} ask for a line that names {}", line.scheme, line.words))
                .note("© EuroGeographics for the administrative boundaries, in the language of the page");
        }
    }
}

BoundarySet read_set(const json::Member& member, const data::Context& context) {
    Entry entry(member.value, context);
    BoundarySet set;
    set.id = member.key;
    set.span = member.key_span;
    set.file = entry.string("file");
    set.scheme = entry.string("scheme");
    set.version = entry.string("version");
    set.code = entry.string("code", Need::optional);
    set.copyright = entry.name("copyright");
    return set;
}

std::optional<json::Value> read_json(const Disk& disk, const std::string& path, SourceLibrary& library,
                                     Findings& findings) {
    Result<std::string> text = disk.read(path);
    if (!text) {
        findings.add(std::move(text).finding());
        return std::nullopt;
    }
    return json::parse(library.add(path, *std::move(text)), findings);
}

/// The codes that an area has in a division: what it says, else what its region is called there.
std::vector<std::string> codes_of(const data::Dataset& dataset, const data::Area& area,
                                  const BoundarySet& set) {
    if (area.boundaries && !area.boundaries->codes.empty()) return area.boundaries->codes;
    const data::Region& region = dataset[area.region];
    if (set.scheme == "NUTS" && !region.nuts.empty() && area.preference == 0) return {region.nuts};
    return {area.id};
}

class Assignment {
  public:
    Assignment(const data::Dataset& dataset, Boundaries& out, Findings& findings)
        : dataset_(dataset), out_(out), findings_(findings) {}

    void assign(std::size_t set, const Shapes& shapes) {
        for (std::size_t i = 0; i < dataset_.areas.size(); ++i)
            assign(static_cast<data::AreaIndex>(i), set, shapes);
    }

    /// Areas whose scheme is there in other versions alone.
    void report_other_versions() {
        for (std::size_t i = 0; i < dataset_.areas.size(); ++i) {
            const data::Area& area = dataset_.areas[i];
            if (!area.boundaries || out_.of(static_cast<data::AreaIndex>(i)) != nullptr) continue;
            for (const BoundarySet& set : out_.sets) {
                if (set.scheme != area.boundaries->scheme || set.version == area.boundaries->version)
                    continue;
                Finding& finding = findings_.warning(
                    "mixed-boundaries", area.boundaries->span,
                    fmt::format("'{}' is of {} {}, and the boundaries that are there are those of {}",
                                area.id, set.scheme, area.boundaries->version, set.version));
                finding.subject = area.id;
                finding.note("a map would show other land than the figures are about", set.span);
                break;
            }
        }
    }

  private:
    void assign(data::AreaIndex index, std::size_t set_index, const Shapes& shapes) {
        const data::Area& area = dataset_[index];
        const BoundarySet& set = out_.sets[set_index];
        if (area.boundaries &&
            (area.boundaries->scheme != set.scheme || area.boundaries->version != set.version))
            return;
        if (out_.of(index) != nullptr) return;
        AreaShape shape{{}, set_index};
        for (const std::string& code : codes_of(dataset_, area, set)) {
            const auto found = shapes.find(code);
            if (found != shapes.end()) {
                shape.rings.insert(shape.rings.end(), found->second.begin(), found->second.end());
            } else if (area.boundaries) {
                std::vector<std::string_view> known;
                for (const auto& [one, rings] : shapes)
                    if (findings_.all().size() < most_suggestions) known.push_back(one);
                findings_.error("unknown-boundary", area.boundaries->span,
                                fmt::format("{} has no '{}'{}", set.file, code, did_you_mean(code, known)));
            }
        }
        if (!shape.rings.empty()) out_.areas.emplace(index, std::move(shape));
    }

    const data::Dataset& dataset_;
    Boundaries& out_;
    Findings& findings_;
};

void report_undeclared(const Disk& disk, const Boundaries& boundaries, SourceLibrary& library,
                       Findings& findings) {
    for (const std::string& path : disk.list(boundaries_folder)) {
        const std::string name = path.substr(boundaries_folder.size() + 1);
        const bool is_declared = std::any_of(boundaries.sets.begin(), boundaries.sets.end(),
                                             [&](const BoundarySet& set) { return set.file == name; });
        if (is_declared) continue;
        Finding finding =
            make_warning("undeclared-boundaries", {},
                         fmt::format("{} does not say what these boundaries are", boundaries_path));
        finding.file = path;
        Findings of_file;
        const auto file = read_json(disk, path, library, of_file);
        const std::string code = file ? guess_code(*file) : std::string();
        finding.note(fmt::format(
            R"(write: "NAME": {{"file": "{}", "scheme": "…", "version": "…", {}"copyright": {{…}}}})", name,
            code.empty() ? "" : fmt::format(R"("code": "{}", )", code)));
        findings.add(std::move(finding));
    }
}

}  // namespace

const AreaShape* Boundaries::of(data::AreaIndex area) const {
    const auto found = areas.find(area);
    return found == areas.end() ? nullptr : &found->second;
}

Boundaries read_boundaries(const Disk& disk, const data::Dataset& dataset,
                           const std::vector<std::string>& languages, SourceLibrary& library,
                           Findings& findings) {
    Boundaries boundaries;
    if (disk.exists(boundaries_path)) {
        const auto root = read_json(disk, std::string(boundaries_path), library, findings);
        if (!root) return boundaries;
        const data::ReadOptions options{languages};
        const data::Context context{options, dataset, findings, boundaries.texts};
        Entry entry(*root, context);
        entry.optional_text("$schema");
        entry.members("boundaries", Need::required, [&](const json::Member& member) {
            data::check_id(member.key, member.key_span, findings);
            boundaries.sets.push_back(read_set(member, context));
            check_copyright(boundaries.sets.back(), findings);
        });
    }
    Assignment assignment(dataset, boundaries, findings);
    for (std::size_t i = 0; i < boundaries.sets.size(); ++i) {
        const BoundarySet& set = boundaries.sets[i];
        if (set.file.empty()) continue;
        const auto file =
            read_json(disk, fmt::format("{}/{}", boundaries_folder, set.file), library, findings);
        if (file) assignment.assign(i, read_shapes(*file, set.code, findings));
    }
    assignment.report_other_versions();
    report_undeclared(disk, boundaries, library, findings);
    return boundaries;
}

}  // namespace regioscope::figures
