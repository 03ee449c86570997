// The rules of plausibility. Private to this folder; see plausibility.h.
#pragma once

#include <vector>

#include "analysis/measurement.h"
#include "base/finding.h"
#include "data/edition.h"

namespace regioscope::analysis::plausibility {

/// What rules look at: the figures that are used, and all that are printed in what the edition may see, used
/// or not.
struct Figures {
    const data::Dataset& dataset;
    const Measurements& used;
    std::vector<data::ObservationIndex> printed;
};

void find_impossible(const Figures& figures, Findings& findings);
void find_unequal_sums(const Figures& figures, Findings& findings);
void find_beyond_country(const Figures& figures, Findings& findings);
void find_outliers(const Figures& figures, Findings& findings);
void find_jumps(const Figures& figures, Findings& findings);
void find_repetitions(const Figures& figures, Findings& findings);
void find_misread_periods(const Figures& figures, Findings& findings);
void find_misread_digits(const Figures& figures, Findings& findings);
void find_same_names(const Figures& figures, Findings& findings);

/// Per indicator: is it a share or rate, between 0 and 100? In percent, and part of a composition or called
/// so
/// (`-share`, `-rate`); changes and growth have no such bounds.
std::vector<bool> shares_of(const data::Dataset& dataset);

/// A warning about one figure: at its cell, its key as subject, a note on where it is printed.
Finding doubt(std::string_view code, const data::Dataset& dataset, data::ObservationIndex figure,
              std::string message);

}  // namespace regioscope::analysis::plausibility
