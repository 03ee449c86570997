// The numbers of a figure, or its facts, as CSV: exactly what is drawn, each row with where it comes from and
// under which licence. Ids and codes as in data/observations.csv, so that the two can be joined.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figures/voice.h"

namespace regioscope::figures {

/// The names in the header; what a figure is made of decides.
std::vector<std::string_view> figure_columns(const Gathered& gathered);

/// RFC 4180: UTF-8, CRLF. Words (notes, events, licences) in the presenter's language.
std::string figure_csv(const Gathered& gathered, const Presenter& presenter);

}  // namespace regioscope::figures
