// Figures that stray from those of the other regions. Rates, shares and amounts are compared as they are;
// most counts grow with the region, so each is also set against what the size of its region and the size of
// its indicator lead to expect (Tukey's median polish of the table of all counts, on logarithms). Of an
// indicator's row the view counts in which its figures lie closer together.
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "analysis/number.h"
#include "analysis/place.h"
#include "analysis/plausibility/rules.h"
#include "analysis/plausibility/stray.h"

namespace regioscope::analysis::plausibility {

namespace {

constexpr std::size_t fewest_neighbours = 3;
/// At least half a power of ten beyond the others, of counts a factor of two: there size has been taken out.
constexpr double least_gap = 0.5;
constexpr double least_gap_of_counts = 0.301;
/// Of smaller counts one more or less is already a factor.
constexpr int fewest_counted = 10;
constexpr std::size_t fewest_rows = 4;
constexpr int polishing_rounds = 4;

struct Cell {
    const Measurement* figure = nullptr;
    double logarithm = 0;
    /// What is left of the logarithm when size is taken out.
    double rest = 0;
};

/// One indicator in one period: a cell per area.
using Row = std::vector<Cell>;

/// Of shares the odds are compared: 81 % is as far above 31 % as 69 % is above 19 %.
enum class Scale { plain, odds };

std::optional<double> logarithm_of(const Decimal& number, Scale scale) {
    const double value = number.to_double();
    const double compared = scale == Scale::odds ? value / (100 - value) : value;
    // Nothing has no logarithm, and all of a whole no odds.
    return compared > 0 && std::isfinite(compared) ? std::optional(std::log10(compared)) : std::nullopt;
}

std::vector<Row> rows_of(const Figures& figures, data::IndicatorIndex indicator, Scale scale) {
    const data::Dataset& dataset = figures.dataset;
    const bool counts = dataset[dataset[indicator].unit].kind == data::Unit::Kind::count;
    std::map<data::PeriodIndex, Row> by_period;
    for (const Measurement& measurement : figures.used.of(indicator)) {
        const auto number = number_of(&measurement);
        if (!number || (counts && *number < fewest_counted)) continue;
        if (const auto logarithm = logarithm_of(*number, scale))
            by_period[measurement.period].push_back({&measurement, *logarithm, 0});
    }
    std::vector<Row> rows;
    for (auto& [period, row] : by_period) {
        if (row.size() > fewest_neighbours) rows.push_back(std::move(row));
    }
    return rows;
}

/// Leaves in every cell what neither its row nor its area explains. Areas with few cells explain nothing:
/// their cells are dropped.
void polish(std::vector<Row>& rows, std::size_t area_count) {
    std::vector<std::size_t> cells(area_count);
    for (const Row& row : rows) {
        for (const Cell& cell : row)
            ++cells[static_cast<std::size_t>(cell.figure->area)];
    }
    for (Row& row : rows) {
        std::erase_if(row, [&](const Cell& cell) {
            return cells[static_cast<std::size_t>(cell.figure->area)] < fewest_rows;
        });
    }
    std::vector<double> values;
    std::vector<std::vector<Cell*>> columns(area_count);
    for (Row& row : rows) {
        for (Cell& cell : row) {
            cell.rest = cell.logarithm;
            columns[static_cast<std::size_t>(cell.figure->area)].push_back(&cell);
        }
    }
    const auto level = [&](auto& line, const auto& value) {
        values.clear();
        for (auto& cell : line)
            values.push_back(value(cell));
        const double middle = median(values);
        for (auto& cell : line)
            value(cell) -= middle;
    };
    for (int round = 0; round < polishing_rounds; ++round) {
        for (Row& row : rows)
            level(row, [](Cell& cell) -> double& { return cell.rest; });
        for (std::vector<Cell*>& column : columns)
            level(column, [](Cell* cell) -> double& { return cell->rest; });
    }
}

void report(const Row& row, const Stray& stray, bool counts, const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    const Measurement& figure = *row[stray.index].figure;
    const data::ObservationIndex place = figure.origins.front();
    const std::string& id = dataset[figure.indicator].id;
    const std::string measure = counts ? " (for regions of one size)" : "";
    const double factor = std::pow(10.0, std::abs(stray.gap));
    Finding finding = stray.power != 0
                          ? doubt("scale-slip", dataset, place,
                                  fmt::format("'{}' of '{}' would lie among the others{} if it were {} {}",
                                              id, dataset[dataset[figure.area].region].id, measure,
                                              stray.power > 0 ? "multiplied by" : "divided by",
                                              std::lround(std::pow(10.0, std::abs(stray.power)))))
                          : doubt("outlier", dataset, place,
                                  fmt::format("'{}' of '{}' is a factor of {:.1f} {} than all others{}", id,
                                              dataset[dataset[figure.area].region].id, factor,
                                              stray.gap > 0 ? "higher" : "lower", measure));
    constexpr std::size_t most_others = 8;
    std::size_t told = 0;
    for (std::size_t i = 0; i < row.size() && told < most_others; ++i) {
        if (i == stray.index) continue;
        finding.notes.push_back(note_of(dataset, row[i].figure->origins.front()));
        ++told;
    }
    findings.add(std::move(finding));
}

std::vector<double> column_of(const Row& row, double Cell::*view) {
    std::vector<double> values;
    for (const Cell& cell : row)
        values.push_back(cell.*view);
    return values;
}

/// The median distance from the median.
double spread_of(std::vector<double> values) {
    const double middle = median(values);
    for (double& value : values)
        value = std::abs(value - middle);
    return median(std::move(values));
}

void look(const Row& row, Scale scale, const Figures& figures, Findings& findings) {
    for (Stray stray : strays(column_of(row, &Cell::logarithm), least_gap, fewest_neighbours)) {
        if (scale == Scale::odds) stray.power = 0;  // ten times the odds is no slip of the decimal point
        report(row, stray, false, figures, findings);
    }
}

void look_at_counts(const Row& row, const Figures& figures, Findings& findings) {
    const std::vector<double> rest = column_of(row, &Cell::rest);
    if (spread_of(column_of(row, &Cell::logarithm)) < spread_of(rest)) {
        return look(row, Scale::plain, figures, findings);
    }
    for (const Stray& stray : strays(rest, least_gap_of_counts, fewest_neighbours))
        report(row, stray, true, figures, findings);
}

}  // namespace

void find_outliers(const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    const std::vector<bool> shares = shares_of(dataset);
    std::vector<Row> counts;
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        const data::Indicator& indicator = dataset.indicators[i];
        if (indicator.derivation) continue;
        const Scale scale = shares[i] ? Scale::odds : Scale::plain;
        std::vector<Row> rows = rows_of(figures, static_cast<data::IndicatorIndex>(i), scale);
        if (dataset[indicator.unit].kind != data::Unit::Kind::count) {
            for (const Row& row : rows)
                look(row, scale, figures, findings);
            continue;
        }
        for (Row& row : rows)
            counts.push_back(std::move(row));
    }
    polish(counts, dataset.areas.size());
    for (const Row& row : counts)
        look_at_counts(row, figures, findings);
}

}  // namespace regioscope::analysis::plausibility
