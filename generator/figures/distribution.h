// Where many lie: regions that no chart can tell apart, counted in classes of one width between round
// numbers. The chart says how many, its table who they are.
#pragma once

#include "figures/chart_data.h"
#include "figures/table.h"

namespace regioscope::figures {

/// A chart per indicator; empty where all figures are the same.
Chart histograms(ChartData& data);

/// The classes, highest first, with the names of all that lie in them.
Table distribution_table(const std::string& id, const Gathered& gathered, const Voice& voice);

/// Who is at the ends, and between what the middle half lies.
void describe_distribution(const Gathered& gathered, const Presenter& presenter,
                           std::vector<std::string>& sentences);

/// The gathered figures as a distribution shows them: themselves, and of several periods the last.
void keep_for_distribution(Gathered& gathered);

}  // namespace regioscope::figures
