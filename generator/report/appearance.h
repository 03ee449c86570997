// What a report looks like beside the built-in looks: its logo, its colours, stylesheets and scripts of its
// own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "data/entry.h"

namespace regioscope::report {

struct Project;

/// A file below site/assets/.
struct OwnFile {
    std::string name;
    Span span;
};

struct Appearance {
    /// In the light scheme and in the dark one, as `#1c5f7a`.
    struct Colour {
        std::string light;
        std::string dark;
        Span span;
    };
    struct Logo {
        OwnFile file;
        /// What it shows, for those who do not see it.
        data::Text words;
    };

    std::optional<Logo> logo;
    /// Of links and of what belongs to no region.
    std::optional<Colour> accent;
    /// Of marks of regions, by id.
    std::map<std::string, Colour> regions;
    std::vector<OwnFile> stylesheets;
    std::vector<OwnFile> scripts;

    bool has_colours() const { return accent || !regions.empty(); }
};

/// The keys `logo`, `colours`, `stylesheets` and `scripts` of site/report.json. Finding: `invalid-colour`.
Appearance read_appearance(data::Entry& settings);

/// Findings: `missing-file` (there is none of that name below site/assets/), `unknown-region`; and warnings:
/// `low-contrast` (with the page behind it), `colours-too-close` (two regions that somebody cannot tell
/// apart), `unused-colour` (charts give that region none).
void check_appearance(const Project& project, Findings& findings);

inline constexpr std::string_view own_colours_path = "assets/own-colours.css";
/// The colours as a stylesheet that goes behind the built-in ones; empty when the report has none of its own.
std::string own_colours(const Project& project);

/// chart.css as it is published: the project's own, else the built-in one.
std::string published_chart_css(const Project& project);

}  // namespace regioscope::report
