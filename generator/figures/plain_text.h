// Words without markup, for places that know none: a chart, a file's title.
#pragma once

#include <string>

#include "escape/safe_html.h"

namespace regioscope::figures {

/// Markup without its tags, signs and entities.
std::string plain_text(const escape::SafeHtml& markup);

}  // namespace regioscope::figures
