#include "analysis/print/names_in_print.h"

#include <algorithm>
#include <string>
#include <vector>

namespace regioscope::analysis {

namespace {

/// So much of a name of one word stays in the words made of it.
constexpr std::size_t least_stem = 4;

std::vector<std::string> names_of(const data::Dataset& dataset, const data::Region& region) {
    std::vector<std::string> names = region.municipalities;
    for (const data::NameForms& forms : region.names) {
        names.push_back(forms.name);
        names.push_back(forms.short_name);
    }
    for (const data::AreaIndex area : region.areas) {
        for (const data::Text::Entry& entry : dataset[area].name.entries)
            names.push_back(entry.markdown);
    }
    return names;
}

/// `Twente` gives `twent`, which `Twentse` begins with; short names give nothing.
std::string stem_of(const Extract::Token& name) {
    return name.text.size() > least_stem ? name.text.substr(0, name.text.size() - 1) : std::string();
}

bool has_word_of(const Extract& extract, Extract::Stretch range, const std::string& stem) {
    return std::any_of(extract.tokens().begin() + static_cast<std::ptrdiff_t>(range.first),
                       extract.tokens().begin() + static_cast<std::ptrdiff_t>(range.last),
                       [&](const Extract::Token& token) { return token.text.starts_with(stem); });
}

}  // namespace

bool names_region(const Extract& extract, Extract::Stretch range, const data::Dataset& dataset,
                  const data::Region& region) {
    const std::vector<std::string> names = names_of(dataset, region);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const std::vector<Extract::Token> tokens = Extract::tokens_of(name);
        if (tokens.empty()) return false;
        if (extract.has(name, range)) return true;
        const std::string stem = tokens.size() == 1 ? stem_of(tokens.front()) : std::string();
        return !stem.empty() && has_word_of(extract, range, stem);
    });
}

}  // namespace regioscope::analysis
