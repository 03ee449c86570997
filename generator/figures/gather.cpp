// Measurements into rows and columns, per kind of figure.
#include <algorithm>
#include <set>

#include "analysis/comparability.h"
#include "analysis/number.h"
#include "figures/additions.h"
#include "figures/distribution.h"
#include "figures/gathered.h"
#include "figures/parts.h"

namespace regioscope::figures {

namespace {

using analysis::Measurement;
using data::IndicatorIndex;
using data::PeriodIndex;
using data::RegionIndex;

std::vector<RegionIndex> regions_of(const Declaration& declared, const Material& material) {
    return declared.regions.empty() ? material.regions() : declared.regions;
}

bool contains(const std::vector<RegionIndex>& list, RegionIndex region) {
    return std::find(list.begin(), list.end(), region) != list.end();
}

class Gatherer {
  public:
    Gatherer(const Declaration& declared, const Material& material, Gathered& out)
        : declared_(declared), material_(material), dataset_(material.dataset()), out_(out) {}

    void run() {
        if (declared_.facts == Declaration::Facts::employer_seats) {
            out_.grid = employer_seats(regions(), material_);
            const std::vector<data::Seat>& named = declared_.named_seats;
            for (Subject& column : out_.grid.columns)
                if (std::find(named.begin(), named.end(), *column.seat) != named.end())
                    column.emphasis = chart::Emphasis::highlighted;
            emphasize();
            gather_additions(declared_, material_, out_);
            return;
        }
        if (out_.shape == Shape::parts) {
            out_.grid = parts_of(declared_, stacked_regions(), material_, out_);
        } else if (out_.shape == Shape::sequence) {
            one_region_over_time();
        } else if (goes_through_time(out_.shape)) {
            over_time();
        } else {
            across_regions();
        }
        emphasize();
        if (declared_.kind->drawn == Drawn::difference) draw_differences();
        if (declared_.indexed) draw_indices();
        sort();
        gather_additions(declared_, material_, out_);
    }

  private:
    Grid& grid() { return out_.grid; }

    std::vector<RegionIndex> regions() const { return regions_of(declared_, material_); }

    std::optional<PeriodIndex> only_period() const {
        return declared_.periods.size() == 1 ? std::optional(declared_.periods.front()) : std::nullopt;
    }

    Datum find(IndicatorIndex indicator, RegionIndex region, std::optional<PeriodIndex> period) const {
        return {material_.measurements().find(indicator, region, period), {}, {}, {}};
    }

    bool says_anything(RegionIndex region) const {
        return std::any_of(declared_.indicators.begin(), declared_.indicators.end(), [&](IndicatorIndex i) {
            return material_.measurements().find(i, region, only_period()) != nullptr;
        });
    }

    /// The regions to show. Those that nobody asked for by name and of whom the sources say nothing are left
    /// out, and named.
    std::vector<RegionIndex> shown_regions() {
        std::vector<RegionIndex> shown;
        for (const RegionIndex region : regions()) {
            if (!declared_.regions.empty() || says_anything(region)) {
                shown.push_back(region);
            } else {
                out_.without.push_back(region);
            }
        }
        return shown;
    }

    /// The countries to compare with: as declared, else those of the regions shown. A country's count is no
    /// measure for a region, so counts have none unless they are declared.
    std::vector<RegionIndex> benchmarks(const std::vector<RegionIndex>& shown) const {
        if (declared_.benchmarks) return *declared_.benchmarks;
        if (!declared_.kind->compares) return {};
        for (const IndicatorIndex indicator : declared_.indicators) {
            if (dataset_.units[static_cast<std::size_t>(dataset_[indicator].unit)].kind ==
                data::Unit::Kind::count)
                return {};
        }
        std::vector<RegionIndex> countries;
        for (const RegionIndex country : material_.benchmarks) {
            if (contains(shown, country)) continue;
            const bool is_home = std::any_of(shown.begin(), shown.end(), [&](RegionIndex region) {
                return dataset_[region].country == dataset_[country].country;
            });
            if (is_home && says_anything(country)) countries.push_back(country);
        }
        return countries;
    }

    std::vector<RegionIndex> stacked_regions() {
        std::vector<RegionIndex> shown = shown_regions();
        if (declared_.benchmarks)
            shown.insert(shown.end(), declared_.benchmarks->begin(), declared_.benchmarks->end());
        return shown;
    }

    Subject region_subject(RegionIndex region, bool is_benchmark) const {
        Subject subject;
        subject.region = region;
        subject.is_benchmark = is_benchmark;
        subject.slot = slot_of(dataset_, region);
        return subject;
    }

    std::vector<Subject> region_subjects() {
        std::vector<Subject> subjects;
        const std::vector<RegionIndex> shown = shown_regions();
        for (const RegionIndex region : shown)
            subjects.push_back(region_subject(region, false));
        for (const RegionIndex country : benchmarks(shown))
            subjects.push_back(region_subject(country, true));
        return subjects;
    }

    /// Regions down, indicators across, each region's figure of one period or its latest.
    void across_regions() {
        grid().rows = region_subjects();
        for (std::size_t i = 0; i < declared_.indicators.size(); ++i) {
            Subject subject;
            subject.indicator = declared_.indicators[i];
            subject.slot = chart::Slot::part(static_cast<int>(i) + 1);
            grid().columns.push_back(subject);
        }
        for (const Subject& row : grid().rows) {
            grid().cells.emplace_back();
            for (const Subject& column : grid().columns)
                grid().cells.back().push_back(find(*column.indicator, *row.region, only_period()));
        }
        for (std::size_t i = 0; i < grid().columns.size(); ++i)
            grid().references.push_back(analysis::reference_period(dataset_, grid().column(i)));
    }

    std::vector<PeriodIndex> all_periods() const {
        std::vector<PeriodIndex> periods = declared_.periods;
        if (periods.empty()) {
            std::set<PeriodIndex> found;
            for (const Subject& row : out_.grid.rows) {
                for (const Measurement& m : material_.measurements().of(*row.indicator, *row.region))
                    found.insert(m.period);
            }
            periods.assign(found.begin(), found.end());
        }
        if (out_.shape == Shape::ends && declared_.periods.empty() && periods.size() > 2)
            periods = {periods.front(), periods.back()};
        return periods;
    }

    void add_periods() {
        for (const PeriodIndex period : all_periods()) {
            Subject subject;
            subject.period = period;
            subject.slot = chart::Slot::part(static_cast<int>(grid().columns.size()) + 1);
            grid().columns.push_back(subject);
            grid().references.push_back(period);
        }
    }

    /// Regions (or the indicators of one region) down, periods across.
    void over_time() {
        const std::vector<Subject> subjects = region_subjects();

        for (const IndicatorIndex indicator : declared_.indicators) {
            for (Subject subject : subjects) {
                subject.indicator = indicator;

                if (!material_.measurements().of(indicator, *subject.region).empty() ||
                    !declared_.regions.empty())
                    grid().rows.push_back(subject);
            }
        }
        add_periods();
        for (const Subject& row : grid().rows) {
            grid().cells.emplace_back();
            for (const Subject& column : grid().columns)
                grid().cells.back().push_back(find(*row.indicator, *row.region, column.period));
        }
    }

    /// One region's figures as a sequence: periods down.
    void one_region_over_time() {
        over_time();
        if (grid().rows.empty()) return;
        Grid turned;
        turned.columns = {grid().rows.front()};
        turned.rows = grid().columns;
        for (std::size_t i = 0; i < turned.rows.size(); ++i) {
            turned.rows[i].slot = grid().rows.front().slot;
            turned.cells.push_back({grid().cells.front()[i]});
        }
        turned.references = {std::nullopt};
        grid() = std::move(turned);
    }

    void emphasize() {
        for (Subject& row : grid().rows) {
            if (row.region) row.emphasis = out_.emphasis_of(*row.region);
        }
    }

    void draw_differences() {
        for (std::size_t i = 0; i < grid().rows.size(); ++i) {
            if (grid().rows[i].is_benchmark && number_shown(grid().cells[i].front())) grid().centre = i;
        }
        if (!grid().centre) return;
        grid().drawn = Drawn::difference;
        const Decimal centre = *number_shown(grid().cells[*grid().centre].front());
        for (std::vector<Datum>& row : grid().cells) {
            if (const auto number = number_shown(row.front())) row.front().drawn = *number - centre;
        }
    }

    /// As readers see it; of a bound and a gap nothing, for from them no difference is known.
    std::optional<Decimal> number_shown(const Datum& datum) const {
        return analysis::compared_number(dataset_, datum.measurement);
    }

    /// From a first figure above zero that is no bound, of figures not below it; other rows have no index.
    void draw_indices() {
        grid().drawn = Drawn::index;
        for (std::vector<Datum>& row : grid().cells) {
            const auto first =
                std::find_if(row.begin(), row.end(), [](const Datum& datum) { return datum.has_value(); });
            if (first == row.end() || is_open(*first->measurement->value)) continue;
            const Decimal base = first->measurement->value->middle();
            const bool falls_below_zero = std::any_of(row.begin(), row.end(), [](const Datum& datum) {
                return datum.has_value() && datum.measurement->value->middle().is_negative();
            });
            if (base <= Decimal() || falls_below_zero) continue;
            for (Datum& datum : row) {
                if (!datum.has_value() || is_open(*datum.measurement->value)) continue;
                const auto index = Decimal::divide(datum.measurement->value->middle() * Decimal(100), base);
                if (index) datum.drawn = index->rounded(1);
            }
        }
    }

    bool sorts_by_value() const {
        return declared_.sort ? declared_.sort == Declaration::Sort::value : declared_.kind->sorts_by_value;
    }

    /// Rows by the first column (the last period where columns are periods), highest first, gaps last,
    /// benchmarks behind; equals keep the order of the set. What a name is differs by language: by name they
    /// are sorted when the figure is told (figure.h).
    void sort() {
        if (!sorts_by_value()) return;
        if (grid().rows.empty() || !grid().rows.front().region || grid().columns.empty()) return;
        const std::size_t key = grid().columns.front().period ? grid().columns.size() - 1 : 0;
        std::vector<std::size_t> order(grid().rows.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        const auto before = [&](std::size_t a, std::size_t b) {
            const Subject& first = grid().rows[a];
            const Subject& second = grid().rows[b];
            if (first.is_benchmark != second.is_benchmark) return second.is_benchmark;
            const auto left = number(grid().cells[a][key]);
            const auto right = number(grid().cells[b][key]);
            if (left.has_value() != right.has_value()) return left.has_value();
            return left && *left > *right;
        };
        std::stable_sort(order.begin(), order.end(), before);
        out_ = in_order(std::move(out_), order);
    }

    std::optional<Decimal> number(const Datum& datum) {
        if (datum.drawn || grid().drawn == Drawn::share) return datum.drawn;
        if (!datum.has_value() || datum.measurement == nullptr) return std::nullopt;
        return datum.measurement->value->middle();
    }

    const Declaration& declared_;
    const Material& material_;
    const data::Dataset& dataset_;
    Gathered& out_;
};

}  // namespace

Gathered gather(const Declaration& declared, const Material& material) {
    Gathered out;
    out.kind = declared.kind;
    out.shape = declared.kind->shape_of(declared.indicators.size(), regions_of(declared, material).size());
    out.indicators = declared.indicators;
    out.highlight = declared.highlight;
    out.made = std::make_shared<std::deque<Measurement>>();
    if (declared.kind->is_of_facts()) {
        gather_facts(declared, material, out);
    } else {
        Gatherer(declared, material, out).run();
        while (rows_to_tell(out) > out.kind->most_rows)
            out.kind = find_kind(out.kind->beyond);
        if (out.kind->is_distribution) keep_for_distribution(out);
    }
    return out;
}

}  // namespace regioscope::figures
