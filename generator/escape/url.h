// URLs. What these functions append consists of URL characters only; in an HTML attribute it is then escaped
// like any value, for the sake of `&`.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

/// What stands in the place of an unsafe URL: it leads nowhere, and a search in the output finds it.
inline constexpr std::string_view unsafe_url = "about:invalid#unsafe-url";

/// One path segment, query name or query value: everything but letters, digits and `-._~` is percent-encoded.
/// (A segment `.` or `..` keeps its meaning: browsers read it so in any spelling.)
void append_url_component(std::string& out, std::string_view text);

/// May a page link to it? Yes: `http://…`, `https://…`, `mailto:…` in any case, and relative URLs that stay
/// on this host. No: any other scheme, `//host` (it looks relative and is not), and whatever a browser might
/// read otherwise than we do: control characters, white space, backslashes, `&` where a scheme could stand
/// (`javascript&colon;`), invalid UTF-8.
bool is_safe_url(std::string_view url);

/// A whole URL: characters that URLs do not have are percent-encoded, the rest (also `%20`) stays as it is.
/// An unsafe one becomes `unsafe_url`.
void append_url(std::string& out, std::string_view url);
std::string url(std::string_view url);

/// What `%20` and the like stand for; what is no such code stays.
std::string percent_decoded(std::string_view text);

}  // namespace regioscope::escape
