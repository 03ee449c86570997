#include "report/translation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/narrative.h"

namespace regioscope::report {

bool is_spoken(const Site& site, std::size_t language) {
    if (language == 0) return true;
    // Sentences that no two languages share: who has none of them has hardly any.
    constexpr std::array sentences = {"data.intro", "claims.intro", "doubtful.intro"};
    return std::any_of(sentences.begin(), sentences.end(), [&](std::string_view id) {
        return site.presenters[language].message(id) != site.presenters.front().message(id);
    });
}

std::size_t language_shown(const Site& site, const Page& page, std::size_t language) {
    if (page.about.story != nullptr) return page.about.story->language_for(language);
    return is_spoken(site, language) ? language : 0;
}

std::vector<std::size_t> translations(const Site& site, const Page& page) {
    std::vector<std::size_t> languages;
    for (std::size_t language = 0; language < site.language_count(); ++language)
        if (is_translated(site, page, language)) languages.push_back(language);
    return languages;
}

std::vector<Alternate> alternates(const Site& site, const Page& page) {
    std::vector<Alternate> all;
    if (site.base_url.empty()) return all;
    const std::vector<std::size_t> languages = translations(site, page);
    if (languages.size() < 2) return all;
    const auto address = [&](std::size_t language) {
        return site.base_url + site.file_of(page.path, language);
    };
    for (const std::size_t language : languages)
        all.push_back({site.presenters[language].language(), address(language)});
    all.push_back({"x-default", address(languages.front())});
    return all;
}

}  // namespace regioscope::report
