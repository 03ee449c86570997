// What a declaration adds to the data of a figure: lines at an average or a target, and words at points and
// periods.
#pragma once

#include <string>

#include "figures/voice.h"

namespace regioscope::figures {

/// After the grid is gathered and sorted.
void gather_additions(const Declaration& declared, const Material& material, Gathered& out);

/// `Gemiddelde 7,1%`, `Doel voor 2020: 30%`.
std::string words_of(const Level& level, const Gathered& gathered, const Presenter& presenter);

/// `A` for the first annotation of a figure.
std::string sign_of(std::size_t annotation);
/// What an annotation is about: `Brainport, 2013`.
std::string place_of(const Annotated& annotated, const Gathered& gathered, const Presenter& presenter);

}  // namespace regioscope::figures
