// The words at which a reader of a source finds what is cited: no more of them than a quotation needs.
#pragma once

#include <string>

#include "analysis/presenter.h"
#include "data/citation.h"

namespace regioscope::figures {

/// At most eight words of the anchor, in quotation marks; empty where a citation has none.
std::string quotation(const data::Locator& locator, const analysis::Presenter& presenter);

}  // namespace regioscope::figures
