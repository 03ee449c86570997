// What the labels of a file mean in this report: the mapping file, FILE.map.json (docs/import.md). The first
// import writes it; the next file of the same layout is read with it and asks nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "base/source.h"

namespace regioscope::tabular {

/// What one label says of its figures. Empty where it says nothing.
struct Meaning {
    std::string indicator;
    std::string region;
    std::string area;
    std::string period;
    /// Digits of what the printed number is multiplied by.
    std::string scale;
    /// The figures are not wanted.
    bool is_left_out = false;
    /// Nobody has said yet; the file holds "?".
    bool is_open = false;
};

/// In the order in which the labels were met.
struct Meanings {
    std::vector<std::pair<std::string, Meaning>> all;
    /// Labels that are not named are not wanted.
    bool leaves_others_out = false;

    const Meaning* find(std::string_view label) const;
    Meaning& operator[](std::string_view label);

  private:
    /// Files have as many labels as rows.
    std::unordered_map<std::string, std::size_t> places_;
};

struct Mapping {
    std::string layout;
    std::string sheet;
    /// "comma", "point" or empty.
    std::string decimal;
    /// Id of a profile, and what the mapping file adds to it.
    std::string signs;
    std::optional<json::Value> own_signs;
    /// Names of the dimensions that tell regions and periods apart, and of those that together tell what is
    /// measured.
    std::string region;
    std::string period;
    std::vector<std::string> indicator;
    Meanings regions;
    Meanings periods;
    Meanings indicators;
    /// What holds for every figure.
    Meaning everywhere;
};

/// Labels of several dimensions that together name an indicator.
std::string joined_labels(const std::vector<std::string>& labels);

/// Findings: those of JSON.
Mapping read_mapping(const SourceText& file, Findings& findings);
std::string mapping_text(const Mapping& mapping);

}  // namespace regioscope::tabular
