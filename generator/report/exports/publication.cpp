#include "report/exports/publication.h"

#include <algorithm>

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

}  // namespace regioscope::report
