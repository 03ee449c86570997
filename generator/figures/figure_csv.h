// The numbers of a figure, or its facts, as CSV: exactly what is drawn, each row with where it comes from and
// under which licence. Ids and codes as in data/observations.csv, so that the two can be joined.
#pragma once

#include <string>

#include "figures/voice.h"

namespace regioscope::figures {

/// RFC 4180: UTF-8, CRLF. Words (notes, events, licences) in the presenter's language.
std::string figure_csv(const Gathered& gathered, const Presenter& presenter);

}  // namespace regioscope::figures
