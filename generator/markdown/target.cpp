#include "markdown/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/disk.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "escape/url.h"
#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

constexpr std::array own_schemes = {
    std::pair{std::string_view("claim"), Target::Kind::claim},
    std::pair{std::string_view("figure"), Target::Kind::figure},
    std::pair{std::string_view("term"), Target::Kind::term},
};

/// Letters before a `:` that comes before any `/`, `?` or `#`; else empty.
std::string_view scheme_of(std::string_view url) {
    const std::size_t end = url.find_first_of(":/?#");
    return end != std::string_view::npos && url[end] == ':' ? url.substr(0, end) : std::string_view();
}

/// Cuts the anchor off.
std::pair<std::string_view, std::string_view> split_anchor(std::string_view url) {
    const std::size_t hash = url.find('#');
    if (hash == std::string_view::npos) return {url, {}};
    return {url.substr(0, hash), url.substr(hash + 1)};
}

BadTarget unsafe(std::string_view url, std::string_view why) {
    return {"unsafe-link", fmt::format("the address '{}' is not allowed: {}", url, why)};
}

std::variant<Target, BadTarget> read_page(std::string_view address) {
    const auto [path, anchor] = split_anchor(address);
    if (!is_inner_path(path))
        return BadTarget{
            "broken-link",
            fmt::format("'page:{}' names no page; write for instance 'page:talent#mbo'", address)};
    return Target{Target::Kind::page, std::string(path), std::string(anchor)};
}

}  // namespace

std::variant<Target, BadTarget> read_target(std::string_view url) {
    if (url.empty()) return BadTarget{"broken-link", "the link has no address"};
    const std::string scheme = to_ascii_lower(scheme_of(url));
    const std::string_view behind = scheme.empty() ? url : url.substr(scheme.size() + 1);

    for (const auto& [name, kind] : own_schemes) {
        if (scheme != name) continue;
        if (!is_slug(behind))
            return BadTarget{
                "broken-link",
                fmt::format("'{}' is no id: ids are lower-case letters, digits and hyphens", behind)};
        return Target{kind, std::string(behind), {}};
    }
    if (scheme == "page") return read_page(behind);
    if (scheme == "http" || scheme == "https" || scheme == "mailto") {
        if (!escape::is_safe_url(url)) return unsafe(url, "it holds characters that addresses do not have");
        return Target{Target::Kind::web, std::string(url), {}};
    }
    if (!scheme.empty())
        return unsafe(
            url, "links begin with https:, http:, mailto:, page:, figure:, claim: or term:, or name a file" +
                     did_you_mean(scheme,
                                  {"https", "http", "mailto", "page", "figure", "claim", "term", "waive"}));
    if (url.front() == '/')
        return unsafe(url, "the site must work in any folder; name the file from here, as in '../talent.md'");
    if (!escape::is_safe_url(url)) return unsafe(url, "it holds characters that addresses do not have");
    const auto [path, anchor] = split_anchor(url);
    return Target{Target::Kind::file, std::string(path), std::string(anchor)};
}

}  // namespace regioscope::markdown
