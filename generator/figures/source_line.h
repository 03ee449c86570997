// The sources below a table or a figure: `Source: Annual Report, Table 2; Table 5; Census, 3`. A document's
// title stands once before its places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figures/table.h"

namespace regioscope::figures {

/// What stays to be said of a place when the one before it has named the document.
std::string_view place_in_document(const Link& link);

/// Those of one document stand together. Nothing without sources.
void append_source_line(std::string& out, std::string_view word, const std::vector<Link>& sources);

}  // namespace regioscope::figures
