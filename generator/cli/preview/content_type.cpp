#include "cli/preview/content_type.h"

#include <algorithm>
#include <array>
#include <utility>

namespace regioscope::cli {

std::string_view content_type(std::string_view path) {
    using Kind = std::pair<std::string_view, std::string_view>;
    static constexpr std::array kinds = {
        Kind{".html", "text/html; charset=utf-8"},
        Kind{".css", "text/css; charset=utf-8"},
        Kind{".js", "text/javascript; charset=utf-8"},
        Kind{".json", "application/json"},
        Kind{".jsonld", "application/ld+json"},
        Kind{".ttl", "text/turtle; charset=utf-8"},
        Kind{".csv", "text/csv; charset=utf-8"},
        Kind{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        Kind{".svg", "image/svg+xml"},
        Kind{".xml", "application/xml"},
        Kind{".txt", "text/plain; charset=utf-8"},
        Kind{".md", "text/plain; charset=utf-8"},
        Kind{".png", "image/png"},
        Kind{".jpg", "image/jpeg"},
        Kind{".jpeg", "image/jpeg"},
        Kind{".gif", "image/gif"},
        Kind{".webp", "image/webp"},
        Kind{".avif", "image/avif"},
        Kind{".ico", "image/x-icon"},
        Kind{".woff2", "font/woff2"},
        Kind{".webmanifest", "application/manifest+json"},
        Kind{".pdf", "application/pdf"}};
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const Kind& kind) { return path.ends_with(kind.first); });
    return found == kinds.end() ? "application/octet-stream" : found->second;
}

}  // namespace regioscope::cli
