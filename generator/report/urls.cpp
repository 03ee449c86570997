#include "report/urls.h"

#include <algorithm>

#include "escape/url.h"

namespace regioscope::report {

std::string relative_url(std::string_view from, std::string_view to) {
    const std::size_t hash = to.find('#');
    const std::string_view anchor = hash == std::string_view::npos ? std::string_view() : to.substr(hash);
    const std::string_view path = to.substr(0, hash);
    if (path.empty()) return std::string(anchor);
    if (path == from && !anchor.empty()) return std::string(anchor);

    // What the two paths share in whole folders needs no way out.
    const auto [from_end, to_end] = std::mismatch(from.begin(), from.end(), path.begin(), path.end());
    const std::string_view shared = from.substr(0, static_cast<std::size_t>(from_end - from.begin()));
    const std::size_t folder_end = shared.rfind('/');
    const std::size_t common = folder_end == std::string_view::npos ? 0 : folder_end + 1;

    std::string url;
    const auto folders_up = std::count(from.begin() + static_cast<std::ptrdiff_t>(common), from.end(), '/');
    for (std::ptrdiff_t i = 0; i < folders_up; ++i)
        url += "../";
    url += path.substr(common);
    url += anchor;
    return url;
}

std::string with_slash(std::string url) {
    while (url.ends_with('/'))
        url.pop_back();
    return url.empty() ? url : url + '/';
}

std::string path_of_url(std::string_view url) {
    const std::size_t host = url.find("://");
    const std::size_t slash = url.find('/', host == std::string_view::npos ? 0 : host + 3);
    return slash == std::string_view::npos ? "/" : std::string(url.substr(slash));
}

bool is_site_address(std::string_view url) {
    const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
    const bool is_plain = std::all_of(url.begin(), url.end(), [](unsigned char c) {
        return c > ' ' && c < 0x7F &&
               std::string_view("?#\"<>\\^`{|}@").find(static_cast<char>(c)) == std::string_view::npos;
    });
    if (scheme == 0 || !is_plain) return false;
    std::string_view rest = url.substr(scheme);
    while (rest.ends_with('/'))
        rest.remove_suffix(1);
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (host.empty() || host.find('%') != std::string_view::npos) return false;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        const bool is_dots = escape::percent_decoded(part).find_first_not_of('.') == std::string::npos;
        if (is_dots) return false;
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    return true;
}

}  // namespace regioscope::report
