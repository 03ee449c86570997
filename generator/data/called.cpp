#include "data/called.h"

#include <algorithm>

namespace regioscope::data {

namespace {

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char one, char other) { return small(one) == small(other); });
}

bool says(const Text& text, std::string_view name) {
    return std::any_of(text.entries.begin(), text.entries.end(),
                       [&](const Text::Entry& entry) { return is_same_name(entry.markdown, name); });
}

}  // namespace

std::string_view region_called(const Dataset& dataset, std::string_view name) {
    for (const Region& region : dataset.regions) {
        for (const NameForms& forms : region.names) {
            for (const std::string* const form : {&forms.name, &forms.short_name, &forms.the})
                if (is_same_name(*form, name)) return region.id;
        }
    }
    return {};
}

std::string_view indicator_called(const Dataset& dataset, std::string_view name) {
    for (const Indicator& indicator : dataset.indicators)
        if (says(indicator.name, name) || says(indicator.short_name, name)) return indicator.id;
    return {};
}

}  // namespace regioscope::data
