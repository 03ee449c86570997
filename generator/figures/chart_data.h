// What was gathered, as charts take it: labels, quantities with their signs, axes, lines, series. Here
// figures become geometry's numbers; each kind (kinds.cpp) picks what it draws.
#pragma once

#include <string>
#include <vector>

#include "chart/line.h"
#include "figures/kind.h"
#include "figures/voice.h"

namespace regioscope::figures {

class ChartData {
  public:
    /// Signs are added to `notes`.
    ChartData(const Gathered& gathered, const Voice& voice, const Ground& ground, NoteList& notes)
        : gathered_(gathered), grid_(gathered.grid), voice_(voice), ground_(ground), notes_(notes) {}

    const Gathered& gathered() const { return gathered_; }
    const Grid& grid() const { return grid_; }
    const Presenter& presenter() const { return voice_.presenter; }
    const Ground& ground() const { return ground_; }

    std::string label(const Subject& subject) const { return label_of(subject, presenter()); }
    /// Indicators name the lines of one region, regions the lines of one indicator.
    std::string series_name(const Subject& subject) const;

    chart::Quantity quantity(std::size_t row, std::size_t column);
    /// A row's, one per column.
    std::vector<chart::Quantity> quantities(std::size_t row);
    /// A row whose parts share their signs.
    RowOfParts parts(std::size_t row);
    /// A row through time.
    chart::Series series(std::size_t row);
    /// Where several indicators have lines, a region's look would be that of all of them.
    chart::Slot slot_of_line(std::size_t row) const;
    /// From the first to the last figure of an indexed row: `+13%`; else empty.
    std::string change(std::size_t row) const;
    /// What the author says of periods as a whole.
    std::vector<chart::PeriodRemark> period_remarks() const;

    /// The ticks as numbers of the language, with the unit where it goes with every number.
    chart::NumberAxis axis() const;
    chart::NumberAxis axis(data::IndicatorIndex indicator, std::string title = {}) const;
    /// With the periods of the figures by name, where there are any.
    chart::PeriodAxis period_axis() const;

    /// The countries, averages and targets as lines, named with their figure.
    std::vector<chart::Reference> references(std::size_t column);
    /// Averages and targets alone.
    std::vector<chart::Reference> levels() const;

    chart::Slot slot(data::RegionIndex region) const { return slot_of(presenter().dataset(), region); }
    chart::Emphasis emphasis(data::RegionIndex region) const { return gathered_.emphasis_of(region); }

  private:
    /// What the author says of a cell, or of a whole column; empty when nothing.
    chart::Remark remark(std::optional<std::size_t> row, std::size_t column) const;

    const Gathered& gathered_;
    const Grid& grid_;
    const Voice& voice_;
    const Ground& ground_;
    NoteList& notes_;
};

/// Middle of a period, in the chart's days; and where it begins and ends.
double day_of(const data::Period& period);
struct Days {
    double first = 0;
    double last = 0;
};
Days days_of(const data::Period& period);

}  // namespace regioscope::figures
