// Paths of pages and the links between them. A page has one path for all languages (`regions/twente.html`);
// its file stands at the root for the default language and under `de/`, `en/` for the others. Links are
// relative, so that the site works under any base path and from disk.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::report {

/// From one file of the site to another (both relative to its root): `../sources/x.html#t`. An anchor of `to`
/// stays; a link to the file itself is its anchor, or its name.
std::string relative_url(std::string_view from, std::string_view to);

/// The base URL with exactly one slash at its end, and the path of it: `https://x.org/a` →
/// `https://x.org/a/`, `/a/`.
std::string with_slash(std::string url);
std::string path_of_url(std::string_view url);

/// Can a site be published there? A web address in plain ASCII with a host, and a path without query, anchor,
/// empty folders and dots, which hosts understand differently.
bool is_site_address(std::string_view url);
inline constexpr std::string_view site_address_description =
    "address that a site can have: expected one like https://example.org/report";

}  // namespace regioscope::report
