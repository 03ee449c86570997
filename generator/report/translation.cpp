#include "report/translation.h"

#include "report/narrative.h"

namespace regioscope::report {

std::size_t language_shown(const Page& page, std::size_t language) {
    return page.about.story == nullptr ? language : page.about.story->language_for(language);
}

std::vector<std::size_t> translations(const Site& site, const Page& page) {
    std::vector<std::size_t> languages;
    for (std::size_t language = 0; language < site.language_count(); ++language)
        if (is_translated(page, language)) languages.push_back(language);
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
