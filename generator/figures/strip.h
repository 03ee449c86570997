// One measure of several regions as a line from the lowest to the highest: what a sentence, a pair of regions
// or a portrait rests on, drawn. Without signs: what is to be minded stands in words beside it.
#pragma once

#include <string>
#include <vector>

#include "analysis/presenter.h"
#include "chart/dot_strip.h"

namespace regioscope::figures {

struct StripSubject {
    data::IndicatorIndex indicator{};
    /// At most one of each region; those without a value have no mark.
    std::vector<const analysis::Measurement*> figures;
    /// Drawn large, with their figure and name.
    std::vector<data::RegionIndex> named;
};

chart::StripRow strip_row(const StripSubject& subject, const analysis::Presenter& presenter);

/// `Unemployment, 2015: Emsland 3.2%, Brainport 6.7% …`: the same for those who do not see it, the lowest
/// first.
std::string strip_words(const StripSubject& subject, const analysis::Presenter& presenter);

}  // namespace regioscope::figures
