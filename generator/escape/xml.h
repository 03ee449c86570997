// Text and attribute values of XML 1.0 (feeds, sitemaps). Characters that XML forbids are dropped: no
// reference can stand for them. Invalid UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

void append_xml_text(std::string& out, std::string_view text);

/// Between quotes, double or single. Tabs and line breaks are kept by references, which a parser would
/// otherwise turn into spaces.
void append_xml_attribute(std::string& out, std::string_view text);

}  // namespace regioscope::escape
