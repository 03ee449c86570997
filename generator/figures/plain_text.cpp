#include "figures/plain_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace regioscope::figures {

std::string plain_text(const escape::SafeHtml& markup) {
    static constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    const std::string& html = markup.text();
    std::string out;
    for (std::size_t i = 0; i < html.size();) {
        const std::string_view rest = std::string_view(html).substr(i);
        if (rest.starts_with("<sup")) {
            const std::size_t end = rest.find("</sup>");
            if (end == std::string_view::npos) break;
            i += end + 6;
        } else if (rest.front() == '<') {
            const std::size_t end = rest.find('>');
            if (end == std::string_view::npos) break;
            i += end + 1;
        } else {
            const auto entity = std::find_if(std::begin(entities), std::end(entities),
                                             [&](const auto& e) { return rest.starts_with(e.first); });
            const bool known = entity != std::end(entities);
            out += known ? entity->second : rest.substr(0, 1);
            i += known ? entity->first.size() : 1;
        }
    }
    return out;
}

}  // namespace regioscope::figures
