// The names that a report has for its regions and indicators, for finding them by what a file calls them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/dataset.h"
#include "tabular/mapping.h"

namespace regioscope::tabular {

class Vocabulary {
  public:
    explicit Vocabulary(const data::Dataset& dataset);

    /// By id, name, short name or NUTS code, in any language, letter for letter (but for capitals, and
    /// an id may be written as words). Nothing
    /// where none is called so, or several are.
    std::optional<Meaning> region_called(std::string_view label) const;
    std::optional<Meaning> indicator_called(std::string_view label) const;

    /// " (did you mean 'twente'?)" where one is called nearly so, or its name is a part of the label; else
    /// nothing.
    std::string nearest_region(std::string_view label) const;
    std::string nearest_indicator(std::string_view label) const;
    /// Their ids.
    std::vector<std::string_view> region_ids() const { return {region_ids_.begin(), region_ids_.end()}; }
    std::vector<std::string_view> indicator_ids() const {
        return {indicator_ids_.begin(), indicator_ids_.end()};
    }

    bool has_region(std::string_view id) const { return region_ids_.contains(id); }
    bool has_indicator(std::string_view id) const { return indicator_ids_.contains(id); }
    bool has_area(std::string_view id) const { return area_ids_.contains(id); }
    void add_region(const std::string& id, std::string_view name);
    void add_indicator(const std::string& id, std::string_view name);

  private:
    using Names = std::unordered_map<std::string, std::vector<Meaning>>;
    using Ids = std::set<std::string, std::less<>>;
    static std::string nearest(const Names& names, std::string_view label);
    static std::optional<Meaning> only_one(const Names& names, std::string_view label);

    Names regions_;
    Names indicators_;
    Ids region_ids_;
    Ids indicator_ids_;
    Ids area_ids_;
};

}  // namespace regioscope::tabular
