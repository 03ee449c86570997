#include "tabular/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/slug.h"
#include "base/suggest.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

void add_name(std::unordered_map<std::string, std::vector<Meaning>>& names, std::string_view name,
              const Meaning& meaning) {
    if (name.empty()) return;
    std::vector<Meaning>& all = names[plain(name)];
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const Meaning& one) {
        return one.region == meaning.region && one.indicator == meaning.indicator;
    });
    if (!is_known) all.push_back(meaning);
}

Meaning region_meaning(std::string_view id) {
    Meaning meaning;
    meaning.region = id;
    return meaning;
}

Meaning indicator_meaning(std::string_view id) {
    Meaning meaning;
    meaning.indicator = id;
    return meaning;
}

}  // namespace

Vocabulary::Vocabulary(const data::Dataset& dataset) {
    for (const data::Region& region : dataset.regions) {
        add_region(region.id, region.nuts);
        for (const data::NameForms& names : region.names) {
            add_name(regions_, names.name, region_meaning(region.id));
            add_name(regions_, names.short_name, region_meaning(region.id));
        }
    }
    for (const data::Area& area : dataset.areas) {
        area_ids_.insert(area.id);
        Meaning meaning = region_meaning(dataset[area.region].id);
        if (area.preference > 0) meaning.area = area.id;
        add_name(regions_, area.id, meaning);
        for (const data::Text::Entry& entry : area.name.entries)
            add_name(regions_, entry.markdown, meaning);
    }
    for (const data::Indicator& indicator : dataset.indicators) {
        if (indicator.derivation) continue;
        add_indicator(indicator.id, {});
        for (const data::Text* const text : {&indicator.name, &indicator.short_name})
            for (const data::Text::Entry& entry : text->entries)
                add_name(indicators_, entry.markdown, indicator_meaning(indicator.id));
    }
}

void Vocabulary::add_region(const std::string& id, std::string_view name) {
    region_ids_.insert(id);
    add_name(regions_, id, region_meaning(id));
    add_name(regions_, name, region_meaning(id));
}

void Vocabulary::add_indicator(const std::string& id, std::string_view name) {
    indicator_ids_.insert(id);
    add_name(indicators_, id, indicator_meaning(id));
    add_name(indicators_, name, indicator_meaning(id));
}

std::optional<Meaning> Vocabulary::only_one(const Names& names, std::string_view label) {
    const auto found = names.find(plain(label));
    if (found == names.end() || found->second.size() != 1) return std::nullopt;
    return found->second.front();
}

std::optional<Meaning> Vocabulary::region_called(std::string_view label) const {
    if (auto meaning = only_one(regions_, label)) return meaning;
    return only_one(regions_, slug_of(label));
}

std::optional<Meaning> Vocabulary::indicator_called(std::string_view label) const {
    if (auto meaning = only_one(indicators_, label)) return meaning;
    return only_one(indicators_, slug_of(label));
}

std::string Vocabulary::nearest(const Names& names, std::string_view label) {
    constexpr std::size_t shortest = 4;
    const std::string letters = plain(label);
    // "Landkreis Emsland": the longest name that is a part of it, as a word.
    std::string_view best;
    std::vector<std::string_view> all;
    for (const auto& [name, meanings] : names) {
        all.push_back(name);
        if (name.size() < shortest || name.size() < best.size()) continue;
        const std::size_t at = letters.find(name);
        if (at == std::string::npos) continue;
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || letters[at - 1] == ' ' || letters[at - 1] == '(';
        const bool ends =
            end == letters.size() || letters[end] == ' ' || letters[end] == ',' || letters[end] == ')';
        const bool is_better = name.size() > best.size() || name < best;
        if (begins && ends && is_better) best = name;
    }
    if (best.empty()) {
        std::sort(all.begin(), all.end());
        const auto near = regioscope::nearest(letters, all);
        if (!near) return {};
        best = *near;
    }
    const Meaning& meaning = names.at(std::string(best)).front();
    return fmt::format(" (did you mean '{}'?)", meaning.region.empty() ? meaning.indicator : meaning.region);
}

std::string Vocabulary::nearest_region(std::string_view label) const {
    return nearest(regions_, label);
}

std::string Vocabulary::nearest_indicator(std::string_view label) const {
    return nearest(indicators_, label);
}

}  // namespace regioscope::tabular
