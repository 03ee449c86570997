#include "figures/quotation.h"

#include <string_view>

namespace regioscope::figures {

std::string quotation(const data::Locator& locator, const analysis::Presenter& presenter) {
    constexpr int most_words = 8;
    const std::string_view anchor = locator.anchor;
    if (anchor.empty()) return {};
    std::size_t end = 0;
    for (int words = 0; words < most_words && end != std::string_view::npos; ++words)
        end = anchor.find(' ', end == 0 ? 0 : end + 1);
    const bool is_whole = end == std::string_view::npos;
    return presenter.locale().quoted(std::string(anchor.substr(0, end)) + (is_whole ? "" : " …"));
}

}  // namespace regioscope::figures
