#include "report/appearance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "chart/sight.h"
#include "figures/gathered.h"
#include "report/project.h"

namespace regioscope::report {

using data::Entry;
using data::Need;

namespace {

using Colour = Appearance::Colour;
using Scheme = std::string Colour::*;

constexpr std::array<std::pair<std::string_view, Scheme>, 2> schemes = {
    {{"light", &Colour::light}, {"dark", &Colour::dark}}};

constexpr std::string_view dark_scheme = "@media screen and (prefers-color-scheme: dark)";

/// So many colours chart.css has for regions; more regions share them and are told apart by their marks.
constexpr int built_in_colours = 6;

std::string read_hex(const json::Value& value, Findings& findings) {
    if (!json::expect(value, json::Kind::text, findings)) return {};
    if (chart::light_of(value.text)) return value.text;
    findings.error("invalid-colour", value.span,
                   fmt::format("'{}' is no colour: expected one like '#1c5f7a'", value.text));
    return {};
}

/// One for both schemes, or one for each.
std::optional<Colour> read_colour(const json::Value& value, const data::Context& context) {
    Colour colour;
    colour.span = value.span;
    if (value.kind == json::Kind::text) {
        colour.light = colour.dark = read_hex(value, context.findings);
    } else {
        Entry entry(value, context);
        for (const auto& [name, scheme] : schemes) {
            if (const json::Value* const hex = entry.required(name))
                colour.*scheme = read_hex(*hex, context.findings);
        }
    }
    if (colour.light.empty() || colour.dark.empty()) return std::nullopt;
    return colour;
}

std::vector<OwnFile> own_files(Entry& settings, std::string_view key) {
    std::vector<OwnFile> files;
    settings.items(key, Need::optional, [&](const json::Value& item) {
        if (json::expect(item, json::Kind::text, settings.findings()))
            files.push_back({item.text, item.span});
    });
    return files;
}

void check_file(const OwnFile& file, const Disk& disk, Findings& findings) {
    if (!file.name.empty() && disk.exists("site/assets/" + file.name)) return;
    findings.error("missing-file", file.span, fmt::format("there is no file site/assets/{}", file.name))
        .note("a path below site/assets/, as it is written there");
}

/// What the rules for `:root` in a stylesheet say of a colour: in the light scheme the first block, in the
/// dark one what its block changes. Nothing where it stands in neither.
std::optional<chart::Light> colour_in(std::string_view css, const std::string& property, bool is_dark) {
    const std::size_t dark = css.find(dark_scheme);
    const auto find = [&](std::string_view block) -> std::optional<chart::Light> {
        constexpr std::size_t hex_length = 7;
        const std::string declaration = "--" + property + ": ";
        const std::size_t found = block.find(declaration);
        if (found == std::string_view::npos) return std::nullopt;
        return chart::light_of(block.substr(found + declaration.size(), hex_length));
    };
    if (is_dark && dark != std::string_view::npos) {
        if (const auto colour = find(css.substr(dark))) return colour;
    }
    return find(css.substr(0, dark));
}

/// A region that has a colour of its own in charts, and what that is in each scheme.
struct RegionColour {
    const data::Region* region = nullptr;
    int number = 0;
    /// Null where the report leaves it to chart.css.
    const Colour* own = nullptr;
    std::array<chart::Light, schemes.size()> light = {};
};

std::vector<RegionColour> region_colours(const Project& project, const std::string& css) {
    std::vector<RegionColour> all;
    for (std::size_t i = 0; i < project.dataset.regions.size(); ++i) {
        const chart::Slot slot = figures::slot_of(project.dataset, static_cast<data::RegionIndex>(i));
        if (slot.kind != chart::Slot::Kind::region) continue;
        RegionColour one{&project.dataset.regions[i], slot.number};
        const auto own = project.settings.appearance.regions.find(one.region->id);
        if (own != project.settings.appearance.regions.end()) one.own = &own->second;
        const std::string property = fmt::format("region-{}", (slot.number - 1) % built_in_colours + 1);
        bool is_known = true;
        for (std::size_t s = 0; s < schemes.size(); ++s) {
            const auto light = one.own != nullptr ? chart::light_of(one.own->*schemes[s].second)
                                                  : colour_in(css, property, s == 1);
            is_known = is_known && light.has_value();
            one.light[s] = light.value_or(chart::Light{});
        }
        if (is_known) all.push_back(one);
    }
    return all;
}

void check_contrast(const Colour& colour, double least, std::string_view what, const std::string& subject,
                    const std::string& css, Findings& findings) {
    for (std::size_t s = 0; s < schemes.size(); ++s) {
        const auto& [name, scheme] = schemes[s];
        const auto paper = colour_in(css, "paper", s == 1);
        if (!paper) continue;
        const double contrast = chart::contrast(*chart::light_of(colour.*scheme), *paper);
        if (contrast >= least) continue;
        Finding& finding = findings.warning(
            "low-contrast", colour.span,
            fmt::format("{} on the {} page is {}: its contrast is {:.1f} to 1, and {} needs {:.1f}", subject,
                        name, colour.*scheme, contrast, what, least));
        finding.subject = subject;
        finding.note(s == 0 ? "a darker shade can be seen" : "a lighter shade can be seen");
    }
}

/// The sight and the scheme in which two are nearest.
void check_distance(const RegionColour& a, const RegionColour& b, Findings& findings) {
    double least = chart::least_distance_of_regions;
    std::string where;
    for (std::size_t s = 0; s < schemes.size(); ++s) {
        for (const chart::Sight& sight : chart::sights) {
            const double apart =
                chart::distance(chart::seen(a.light[s], sight), chart::seen(b.light[s], sight));
            if (apart >= least) continue;
            least = apart;
            where = fmt::format("{} to each other with {} in the {} scheme", apart < 1 ? "the same" : "close",
                                sight.name, schemes[s].first);
        }
    }
    if (where.empty()) return;
    const RegionColour& told = a.own != nullptr ? a : b;
    Finding& finding = findings.warning(
        "colours-too-close", told.own->span,
        fmt::format("the colours of '{}' and '{}' are {}: {:.0f} apart, and {:.0f} are needed", a.region->id,
                    b.region->id, where, least, chart::least_distance_of_regions));
    finding.subject = fmt::format("{} {}", a.region->id, b.region->id);
    finding.note("let them differ in lightness too: that is what everybody sees");
}

/// Regions beyond the built-in colours repeat them by design, with other marks.
bool share_by_design(const RegionColour& a, const RegionColour& b) {
    return (a.own == nullptr && b.own == nullptr) ||
           ((a.own == nullptr || b.own == nullptr) && std::max(a.number, b.number) > built_in_colours);
}

void check_regions(const Project& project, const std::string& css, Findings& findings) {
    const std::vector<RegionColour> all = region_colours(project, css);
    for (const auto& [id, colour] : project.settings.appearance.regions) {
        if (!project.dataset.region_by_id.contains(id)) {
            std::vector<std::string_view> known;
            for (const RegionColour& one : all)
                known.push_back(one.region->id);
            findings.error("unknown-region", colour.span,
                           fmt::format("no region '{}'{}", id, did_you_mean(id, known)));
            continue;
        }
        check_contrast(colour, chart::least_contrast_of_marks, "a mark", id, css, findings);
        const bool is_coloured = std::any_of(
            all.begin(), all.end(), [&, wanted = &id](const auto& one) { return one.region->id == *wanted; });
        if (!is_coloured) {
            findings
                .warning("unused-colour", colour.span,
                         fmt::format("charts give '{}' no colour of its own", id))
                .note("countries and wider areas are grey; of more than twelve regions none has a colour");
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!share_by_design(all[i], all[j])) check_distance(all[i], all[j], findings);
        }
    }
}

}  // namespace

Appearance read_appearance(Entry& settings) {
    Appearance appearance;
    if (const json::Value* const value = settings.of("logo", json::Kind::object, Need::optional)) {
        Entry logo(*value, settings.context());
        appearance.logo.emplace();
        if (const json::Value* const file = logo.required_of("file", json::Kind::text))
            appearance.logo->file = {file->text, file->span};
        appearance.logo->words = logo.words("alt");
    }
    if (const json::Value* const value = settings.of("colours", json::Kind::object, Need::optional)) {
        Entry colours(*value, settings.context());
        if (const json::Value* const accent = colours.optional("accent"))
            appearance.accent = read_colour(*accent, settings.context());
        colours.members("regions", Need::optional, [&](const json::Member& member) {
            if (auto colour = read_colour(member.value, settings.context()))
                appearance.regions.emplace(member.key, *std::move(colour));
        });
    }
    appearance.stylesheets = own_files(settings, "stylesheets");
    appearance.scripts = own_files(settings, "scripts");
    return appearance;
}

void check_appearance(const Project& project, Findings& findings) {
    const Appearance& appearance = project.settings.appearance;
    if (appearance.logo) check_file(appearance.logo->file, *project.disk, findings);
    for (const auto* const files : {&appearance.stylesheets, &appearance.scripts}) {
        for (const OwnFile& file : *files)
            check_file(file, *project.disk, findings);
    }
    if (!appearance.has_colours()) return;
    const std::string css = published_chart_css(project);
    if (appearance.accent)
        check_contrast(*appearance.accent, chart::least_contrast_of_words, "a link", "the accent", css,
                       findings);
    check_regions(project, css, findings);
}

std::string own_colours(const Project& project) {
    const Appearance& appearance = project.settings.appearance;
    if (!appearance.has_colours()) return {};
    std::array<std::string, schemes.size()> properties;
    std::string rules;
    const auto add = [&](const std::string& property, const Colour& colour) {
        for (std::size_t s = 0; s < schemes.size(); ++s)
            properties[s] += fmt::format("  --{}: {};\n", property, colour.*schemes[s].second);
    };
    if (appearance.accent) add("accent", *appearance.accent);
    for (const RegionColour& one : region_colours(project, published_chart_css(project))) {
        if (one.own == nullptr) continue;
        const std::string name = fmt::format("region-{}", one.number);
        add(name, *one.own);
        if (one.number > built_in_colours) rules += fmt::format(".{0} {{ color: var(--{0}); }}\n", name);
    }
    return fmt::format("/* \"colours\" of site/report.json */\n:root {{\n{}}}\n{} {{\n:root {{\n{}}}\n}}\n{}",
                       properties[0], dark_scheme, properties[1], rules);
}

std::string published_chart_css(const Project& project) {
    for (const char* const path : {"site/assets/chart.css", "templates/assets/chart.css"}) {
        if (Result<std::string> css = project.disk->read(path)) return *std::move(css);
    }
    Result<std::string> built_in = open_folder(built_in_templates())->read("assets/chart.css");
    return built_in ? *std::move(built_in) : std::string();
}

}  // namespace regioscope::report
