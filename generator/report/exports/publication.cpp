#include "report/exports/publication.h"

#include <algorithm>

#include "report/translation.h"

namespace regioscope::report {

std::string address_of(const Site& site, std::string_view path, std::string_view folder) {
    if (!site.base_url.empty()) return site.base_url + std::string(path);
    std::string up;
    for (const char c : folder)
        up += c == '/' ? "../" : "";
    return up + std::string(path);
}

std::string edition_title(const Site& site, const analysis::Presenter& presenter) {
    return presenter.message("data.edition-title", {{"title", presenter.plain(site.settings().title)},
                                                    {"edition", site.edition->id()}});
}

std::vector<std::string> attributions(const Site& site, const analysis::Presenter& presenter) {
    std::vector<std::string> all;
    std::string notice;
    for (const data::SourceIndex source : site.edition->sources) {
        all.push_back(presenter.attribution(source));
        if (notice.empty()) notice = presenter.change_notice(source);
    }
    const auto is_derived = [](const data::Indicator& indicator) { return indicator.derivation.has_value(); };
    const std::vector<data::Indicator>& indicators = site.dataset().indicators;
    if (!notice.empty() && std::any_of(indicators.begin(), indicators.end(), is_derived))
        all.push_back(presenter.message("attribution.derived", {{"notice", notice}}));
    return all;
}

std::vector<TaggedWords> in_its_languages(const Site& site, const data::Text& text) {
    std::vector<TaggedWords> all;
    for (const analysis::Presenter& presenter : site.presenters)
        if (text.find(presenter.language()) != nullptr)
            all.push_back({presenter.plain(text), presenter.language()});
    if (all.empty() && !text.empty())
        all.push_back({site.presenters.front().plain(text), text.entries.front().language});
    return all;
}

std::vector<TaggedWords> in_its_languages(const Site& site, const WordsIn& words_in,
                                          const data::Text* about) {
    std::vector<TaggedWords> all;
    for (std::size_t language = 0; language < site.language_count(); ++language) {
        const std::string& tag = site.presenters[language].language();
        if (!is_spoken(site, language) || (about != nullptr && about->find(tag) == nullptr)) continue;
        if (std::string words = words_in(language); !words.empty()) all.push_back({std::move(words), tag});
    }
    if (all.empty()) all.push_back({words_in(0), site.presenters.front().language()});
    return all;
}

}  // namespace regioscope::report
