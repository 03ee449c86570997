#include "figures/charts.h"

#include <algorithm>

#include "analysis/ranking.h"
#include "figures/additions.h"
#include "figures/plain_text.h"

namespace regioscope::figures {

namespace {

using chart::Quantity;

/// Turns one grid into the chart of its kind.
class ChartMaker {
  public:
    ChartMaker(const Gathered& gathered, const Voice& voice, NoteList& notes)
        : gathered_(gathered), grid_(gathered.grid), voice_(voice), notes_(notes) {}

    std::optional<Chart> make() {
        switch (gathered_.kind) {
            case Kind::bar:
                return Chart{bars(chart::BarChart::Layout::rows)};
            case Kind::column:
                return Chart{bars(is_sequence() ? chart::BarChart::Layout::sequence
                                                : chart::BarChart::Layout::columns)};
            case Kind::grouped_bar:
                return Chart{grouped_bars()};
            case Kind::stacked_bar:
                return Chart{stacked_bars(chart::StackedBarChart::Length::amount)};
            case Kind::share_bar:
                return Chart{stacked_bars(chart::StackedBarChart::Length::share)};
            case Kind::line:
                return Chart{lines()};
            case Kind::slope:
                return Chart{slopes()};
            case Kind::dot_plot:
                return Chart{dots()};
            case Kind::dot_strip:
                return strip();
            case Kind::diverging_bar:
                return Chart{diverging_bars()};
            case Kind::scatter:
                return Chart{scatter()};
            case Kind::heatmap:
                return Chart{heatmap()};
            case Kind::small_multiples:
                return Chart{panels()};
            default:
                return std::nullopt;
        }
    }

  private:
    const Presenter& presenter() const { return voice_.presenter; }
    std::string label(const Subject& subject) const { return label_of(subject, presenter()); }
    bool is_sequence() const { return !grid_.rows.empty() && grid_.rows.front().period.has_value(); }

    Quantity quantity(std::size_t row, std::size_t column) {
        Quantity quantity =
            quantity_of(grid_.cells[row][column], grid_.drawn, grid_.references[column], presenter(), notes_);
        quantity.remark = remark(row, column);
        return quantity;
    }

    /// What the author says of a cell, or of a whole column; empty when nothing.
    chart::Remark remark(std::optional<std::size_t> row, std::size_t column) const {
        for (std::size_t i = 0; i < gathered_.annotations.size(); ++i) {
            const Annotated& annotated = gathered_.annotations[i];
            if (annotated.row == row && annotated.column == column)
                return {sign_of(i), plain_text(voice_.text(annotated.annotation->text))};
        }
        return {};
    }

    std::vector<Quantity> quantities(std::size_t row) {
        std::vector<Quantity> all;
        for (std::size_t column = 0; column < grid_.columns.size(); ++column)
            all.push_back(quantity(row, column));
        return all;
    }

    chart::NumberAxis axis() const {
        if (grid_.drawn == Grid::Drawn::index || gathered_.indicators.empty()) {
            return {{}, [this](const Decimal& tick) {
                        return presenter().locale().number(tick, std::max(0, tick.normalized().decimals()));
                    }};
        }
        return axis_of(gathered_.indicators.front(), presenter());
    }

    chart::BarChart bars(chart::BarChart::Layout layout) {
        chart::BarChart chart{layout, axis()};
        for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
            const Subject& row = grid_.rows[i];
            if (row.is_benchmark) continue;
            chart.bars.push_back({label(row), quantity(i, 0), row.slot, row.emphasis});
        }
        chart.references = references(0);
        return chart;
    }

    /// The countries as lines, named with their figure.
    std::vector<chart::Reference> references(std::size_t column) {
        std::vector<chart::Reference> lines;
        for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
            if (!grid_.rows[i].is_benchmark) continue;
            const Quantity country = quantity(i, column);
            if (country.is_drawn())
                lines.push_back(
                    {country.middle(), label(grid_.rows[i]) + " " + country.text, grid_.rows[i].slot});
        }
        add_levels(lines);
        return lines;
    }

    void add_levels(std::vector<chart::Reference>& lines) const {
        for (const Level& level : gathered_.levels)
            lines.push_back({level.value.to_double(), words_of(level, gathered_, presenter()),
                             level.target == nullptr ? chart::Slot::context() : chart::Slot::accent()});
    }

    chart::GroupedBarChart grouped_bars() {
        chart::GroupedBarChart chart{axis()};
        for (const Subject& row : grid_.rows)
            chart.series.push_back({label(row), row.slot, row.emphasis});
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            chart.groups.push_back({label(grid_.columns[column]), {}});
            for (std::size_t row = 0; row < grid_.rows.size(); ++row)
                chart.groups.back().quantities.push_back(quantity(row, column));
        }
        return chart;
    }

    chart::StackedBarChart stacked_bars(chart::StackedBarChart::Length length) {
        chart::StackedBarChart chart{{}, length};
        for (const Subject& part : grid_.columns)
            chart.parts.push_back({label(part), part.slot});
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            RowOfParts parts = row_of_parts(grid_, row, presenter(), notes_);
            for (std::size_t column = 0; column < parts.parts.size(); ++column)
                parts.parts[column].remark = remark(row, column);
            chart.rows.push_back(
                {std::move(parts.name), std::move(parts.parts), std::nullopt, grid_.rows[row].emphasis});
        }
        return chart;
    }

    chart::Series series(std::size_t row) {
        const Subject& subject = grid_.rows[row];
        chart::Series line{series_name(subject), {}, subject.slot, subject.emphasis};
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            const data::Period& period = presenter().dataset()[*grid_.columns[column].period];
            line.points.push_back({day_of(period), quantity(row, column)});
        }
        std::stable_sort(line.points.begin(), line.points.end(),
                         [](const auto& a, const auto& b) { return a.day < b.day; });
        return line;
    }

    /// Indicators name the lines of one region, regions the lines of one indicator.
    std::string series_name(const Subject& subject) const {
        if (gathered_.indicators.size() < 2 || !subject.indicator) return label(subject);
        const std::string indicator = presenter().short_name(*subject.indicator);
        return has_one_region() ? indicator : label(subject) + ", " + indicator;
    }

    bool has_one_region() const {
        return std::all_of(grid_.rows.begin(), grid_.rows.end(),
                           [&](const Subject& row) { return row.region == grid_.rows.front().region; });
    }

    chart::LineChart lines() {
        chart::LineChart chart{axis(), period_axis(presenter())};
        for (std::size_t row = 0; row < grid_.rows.size(); ++row)
            chart.series.push_back(series(row));
        add_levels(chart.references);
        chart.remarks = period_remarks();
        return chart;
    }

    std::vector<chart::PeriodRemark> period_remarks() const {
        std::vector<chart::PeriodRemark> remarks;
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            chart::Remark said = remark(std::nullopt, column);
            if (said.empty()) continue;
            const data::Period& period = presenter().dataset()[*grid_.columns[column].period];
            remarks.push_back({chart::day_number({period.first.year, period.first.month, period.first.day}),
                               chart::day_number({period.last.year, period.last.month, period.last.day}),
                               std::move(said)});
        }
        return remarks;
    }

    chart::SlopeChart slopes() {
        chart::SlopeChart chart{axis()};
        if (grid_.columns.size() < 2) return chart;
        const std::size_t last = grid_.columns.size() - 1;
        chart.before = label(grid_.columns.front());
        chart.after = label(grid_.columns[last]);
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const Subject& subject = grid_.rows[row];
            chart.slopes.push_back({series_name(subject), quantity(row, 0), quantity(row, last), subject.slot,
                                    subject.emphasis});
        }
        return chart;
    }

    chart::DotPlot dots() {
        chart::DotPlot chart{axis()};
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            const bool is_earlier = grid_.columns[column].period && column + 1 < grid_.columns.size();
            chart.series.push_back({label(grid_.columns[column]), grid_.columns[column].slot, is_earlier});
        }
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const Subject& subject = grid_.rows[row];
            const bool own_colour = grid_.columns.front().period.has_value() || grid_.columns.size() == 1;
            chart.rows.push_back({label(subject), quantities(row),
                                  own_colour ? subject.slot : chart::Slot::accent(), subject.emphasis});
        }
        return chart;
    }

    Chart strip() {
        chart::DotStrip chart;
        std::vector<data::RegionIndex> regions;
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const std::vector<Datum>& cells = grid_.cells[row];
            if (std::any_of(cells.begin(), cells.end(), [](const Datum& datum) { return datum.has_value(); }))
                regions.push_back(*grid_.rows[row].region);
        }
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            const data::IndicatorIndex indicator = *grid_.columns[column].indicator;
            std::string name = presenter().short_name(indicator);
            if (grid_.columns.size() > 1 && grid_.references[column])
                name += ", " + presenter().period(*grid_.references[column]);
            chart.rows.push_back({std::move(name), {}, {}});
            for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
                const Subject& subject = grid_.rows[row];
                // Of whom the sources say nothing stands in the words, not as a row of empty dots.
                if (!grid_.cells[row][column].has_value()) continue;
                chart.rows.back().dots.push_back(
                    {label(subject), quantity(row, column), subject.slot, subject.emphasis});
            }
            chart.rows.back().note = place_of_highlighted(column);
        }
        return {std::move(chart), region_key(regions, presenter())};
    }

    /// `2 van 6`: where the one highlighted region stands among those of the report.
    std::string place_of_highlighted(std::size_t column) const {
        std::vector<const analysis::Measurement*> ranked;
        std::vector<std::size_t> highlighted;
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            if (grid_.rows[row].is_benchmark) continue;
            if (grid_.rows[row].emphasis == chart::Emphasis::highlighted)
                highlighted.push_back(ranked.size());
            ranked.push_back(grid_.cells[row][column].measurement);
        }
        if (highlighted.size() != 1) return {};
        const auto rank = analysis::ranks_of(ranked)[highlighted.front()];
        if (!rank || rank->of < 2) return {};
        const auto number = [&](std::size_t n) {
            return presenter().locale().number(Decimal(static_cast<int>(n)), 0);
        };
        return presenter().message("rank.of", {{"rank", number(rank->rank)}, {"count", number(rank->of)}});
    }

    chart::DivergingBarChart diverging_bars() {
        chart::DivergingBarChart chart{axis()};
        if (grid_.centre) {
            const Datum& centre = grid_.cells[*grid_.centre].front();
            chart.centre = label(grid_.rows[*grid_.centre]) + " " +
                           presenter().figure(*centre.measurement, {.form = locale::Display::Form::table});
            chart.below = presenter().message("figure.lower");
            chart.above = presenter().message("figure.higher");
        }
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            if (grid_.centre == row) continue;
            chart.bars.push_back(
                {label(grid_.rows[row]), quantity(row, 0), grid_.rows[row].slot, grid_.rows[row].emphasis});
        }
        return chart;
    }

    chart::ScatterChart scatter() {
        chart::ScatterChart chart;
        chart.x_axis = scatter_axis(0);
        chart.y_axis = scatter_axis(1);
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const Subject& subject = grid_.rows[row];
            chart.points.push_back(
                {label(subject), quantity(row, 0), quantity(row, 1), subject.slot, subject.emphasis});
        }
        return chart;
    }

    chart::NumberAxis scatter_axis(std::size_t column) const {
        const data::IndicatorIndex indicator = gathered_.indicators[column];
        std::string title = presenter().short_name(indicator);
        if (!unit_goes_with_number(indicator, presenter())) title += ", " + presenter().unit(indicator);
        if (grid_.references[column]) title += ", " + presenter().period(*grid_.references[column]);
        return axis_of(indicator, presenter(), std::move(title));
    }

    chart::Heatmap heatmap() {
        chart::Heatmap chart;
        for (const Subject& row : grid_.rows)
            chart.columns.push_back(label(row));
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            chart.rows.push_back({label(grid_.columns[column]), {}});
            for (std::size_t row = 0; row < grid_.rows.size(); ++row)
                chart.rows.back().cells.push_back(quantity(row, column));
        }
        return chart;
    }

    /// A panel per region; with several indicators a panel per indicator, each on its own scale.
    chart::SmallMultiples panels() {
        chart::SmallMultiples chart;
        const bool per_indicator = gathered_.indicators.size() > 1;
        chart.scales =
            per_indicator ? chart::SmallMultiples::Scales::per_panel : chart::SmallMultiples::Scales::shared;
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const Subject& subject = grid_.rows[row];
            std::string title = per_indicator ? presenter().short_name(*subject.indicator) : label(subject);
            if (per_indicator && !chart.panels.empty() && chart.panels.back().title == title) {
                chart.panels.back().chart.series.push_back(series(row));
                continue;
            }
            chart::LineChart line{per_indicator ? axis_of(*subject.indicator, presenter()) : axis(),
                                  period_axis(presenter())};
            line.series.push_back(series(row));
            line.remarks = period_remarks();
            chart.panels.push_back({std::move(title), std::move(line)});
        }
        return chart;
    }

    const Gathered& gathered_;
    const Grid& grid_;
    const Voice& voice_;
    NoteList& notes_;
};

}  // namespace

chart::NumberAxis axis_of(data::IndicatorIndex indicator, const Presenter& presenter, std::string title) {
    return {std::move(title), [indicator, &presenter](const Decimal& tick) {
                locale::Display display{.form = locale::Display::Form::table};
                display.decimals = std::max(0, tick.normalized().decimals());
                if (!unit_goes_with_number(indicator, presenter))
                    display.unit = locale::Display::UnitMark::hidden;
                return presenter.figure(data::Value::point(tick), indicator, display);
            }};
}

chart::PeriodAxis period_axis(const Presenter& presenter) {
    return {[&presenter](const chart::PeriodTick& tick) {
        using Unit = chart::PeriodTick::Unit;
        const locale::Period::Kind kind = tick.unit == Unit::month     ? locale::Period::Kind::month
                                          : tick.unit == Unit::quarter ? locale::Period::Kind::quarter
                                                                       : locale::Period::Kind::year;
        const int months = tick.unit == Unit::month ? 1 : tick.unit == Unit::quarter ? 3 : 12;
        return presenter.locale().period(
            {kind, {tick.year, tick.month, 1}, {tick.year, tick.month + months - 1, 28}});
    }};
}

double day_of(const data::Period& period) {
    return chart::middle_of({period.first.year, period.first.month, period.first.day},
                            {period.last.year, period.last.month, period.last.day});
}

std::vector<chart::KeyEntry> region_key(const std::vector<data::RegionIndex>& regions,
                                        const Presenter& presenter) {
    std::vector<chart::KeyEntry> key;
    std::vector<data::RegionIndex> seen;
    for (const data::RegionIndex region : regions) {
        if (std::find(seen.begin(), seen.end(), region) != seen.end()) continue;
        seen.push_back(region);
        key.push_back({presenter.names(region).short_name, slot_of(presenter.dataset(), region),
                       chart::KeyEntry::Sample::marker});
    }
    return key;
}

std::optional<Chart> chart_of(const Gathered& gathered, const Voice& voice,
                              const std::vector<Outline>& outlines, NoteList& notes) {
    if (gathered.is_empty() || is_table(gathered.kind)) return std::nullopt;
    if (is_of_facts(gathered.kind)) return fact_chart(gathered, voice, outlines);
    return ChartMaker(gathered, voice, notes).make();
}

chart::Drawing draw(const Chart& chart, double width) {
    chart::Drawing drawing =
        std::visit([&](const auto& kind) { return chart::draw(kind, width); }, chart.kind);
    if (chart.key.empty()) return chart::with_remarks(std::move(drawing));
    chart::Drawing keyed{width, 0};
    const double bottom = chart::add_key(keyed, chart.key, 0);
    constexpr double gap = 8;
    drawing = chart::moved(std::move(drawing), 0, bottom + gap);
    keyed.height = bottom + gap + drawing.height;
    keyed.groups.insert(keyed.groups.end(), drawing.groups.begin(), drawing.groups.end());
    return chart::with_remarks(std::move(keyed));
}

}  // namespace regioscope::figures
