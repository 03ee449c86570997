// The elements and texts of an XML file, one after the other, by liborcus' parser. Prefixes of namespaces are
// left out: the files that are read so have one vocabulary each.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace regioscope::tabular {

using XmlAttributes = std::unordered_map<std::string, std::string>;

struct XmlEvents {
    std::function<void(std::string_view name, const XmlAttributes&)> begin = [](auto, const auto&) {};
    std::function<void(std::string_view name)> end = [](auto) {};
    std::function<void(std::string_view text)> text = [](auto) {};
};

/// What a handler throws to stop the reading; the finding tells why.
struct XmlStop {
    Finding finding;
};

/// Findings: `broken-workbook`, and those of XmlStop. `part` is what the XML file is called.
Result<Done> read_xml(std::string_view xml, const std::string& part, const XmlEvents& events);

}  // namespace regioscope::tabular
