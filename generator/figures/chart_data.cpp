#include "figures/chart_data.h"

#include <algorithm>

#include "figures/additions.h"
#include "figures/plain_text.h"

namespace regioscope::figures {

using chart::Quantity;

std::string ChartData::series_name(const Subject& subject) const {
    if (gathered_.indicators.size() < 2 || !subject.indicator) return label(subject);
    const std::string indicator = presenter().short_name(*subject.indicator);
    const bool has_one_region = std::all_of(grid_.rows.begin(), grid_.rows.end(), [&](const Subject& row) {
        return row.region == grid_.rows.front().region;
    });
    return has_one_region ? indicator : label(subject) + ", " + indicator;
}

Quantity ChartData::quantity(std::size_t row, std::size_t column) {
    Quantity quantity =
        quantity_of(grid_.cells[row][column], grid_.drawn, grid_.references[column], presenter(), notes_);
    quantity.remark = remark(row, column);
    return quantity;
}

std::vector<Quantity> ChartData::quantities(std::size_t row) {
    std::vector<Quantity> all;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column)
        all.push_back(quantity(row, column));
    return all;
}

RowOfParts ChartData::parts(std::size_t row) {
    RowOfParts parts = row_of_parts(grid_, row, presenter(), notes_);
    for (std::size_t column = 0; column < parts.parts.size(); ++column)
        parts.parts[column].remark = remark(row, column);
    return parts;
}

chart::Series ChartData::series(std::size_t row) {
    const Subject& subject = grid_.rows[row];
    chart::Series line{series_name(subject), {}, slot_of_line(row), subject.emphasis};
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
        const data::Period& period = presenter().dataset()[*grid_.columns[column].period];
        line.points.push_back({day_of(period), quantity(row, column)});
    }
    std::stable_sort(line.points.begin(), line.points.end(),
                     [](const auto& a, const auto& b) { return a.day < b.day; });
    return line;
}

chart::Slot ChartData::slot_of_line(std::size_t row) const {
    if (gathered_.indicators.size() < 2) return grid_.rows[row].slot;
    return chart::Slot::series(static_cast<int>(row) + 1);
}

std::string ChartData::change(std::size_t row) const {
    const auto& last = grid_.cells[row].back().drawn;
    if (grid_.drawn != Drawn::index || !last) return {};
    const Decimal change = *last - Decimal(100);
    // A change that would round to nothing shows a digit more.
    const int decimals = change.absolute() < Decimal(1) && change != Decimal() ? 1 : 0;
    const std::string sign = change.is_negative() ? "−" : change == Decimal() ? "" : "+";
    return sign + presenter().locale().percent(change.absolute(), decimals);
}

std::vector<chart::PeriodRemark> ChartData::period_remarks() const {
    std::vector<chart::PeriodRemark> remarks;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
        chart::Remark said = remark(std::nullopt, column);
        if (said.empty()) continue;
        const Days days = days_of(presenter().dataset()[*grid_.columns[column].period]);
        remarks.push_back({days.first, days.last, std::move(said)});
    }
    return remarks;
}

chart::Remark ChartData::remark(std::optional<std::size_t> row, std::size_t column) const {
    for (std::size_t i = 0; i < gathered_.annotations.size(); ++i) {
        const Annotated& annotated = gathered_.annotations[i];
        if (annotated.row == row && annotated.column == column)
            return {sign_of(i), plain_text(voice_.text(annotated.annotation->text))};
    }
    return {};
}

chart::NumberAxis ChartData::axis() const {
    if (grid_.drawn == Drawn::index || gathered_.indicators.empty()) {
        return {{}, [&presenter = presenter()](const Decimal& tick) {
                    return presenter.locale().number(tick, std::max(0, tick.normalized().decimals()));
                }};
    }
    return axis(gathered_.indicators.front());
}

chart::NumberAxis ChartData::axis(data::IndicatorIndex indicator, std::string title) const {
    chart::NumberAxis axis{std::move(title), [indicator, &presenter = presenter()](const Decimal& tick) {
                               locale::Display display{.form = locale::Display::Form::table};
                               display.decimals = std::max(0, tick.normalized().decimals());
                               if (!unit_goes_with_number(indicator, presenter))
                                   display.unit = locale::Display::UnitMark::hidden;
                               return presenter.figure(data::Value::point(tick), indicator, display);
                           }};
    const locale::Unit::Kind unit = presenter().unit_of(indicator).kind;
    axis.is_whole = unit == locale::Unit::Kind::count && presenter().dataset()[indicator].decimals == 0;
    if (unit == locale::Unit::Kind::percent) axis.most = 100;
    return axis;
}

chart::PeriodAxis ChartData::period_axis() const {
    chart::PeriodAxis axis;
    for (const Subject& column : grid_.columns) {
        if (column.period)
            axis.named.push_back(
                {day_of(presenter().dataset()[*column.period]), presenter().period(*column.period)});
    }
    axis.format = [&presenter = presenter()](const chart::PeriodTick& tick) {
        using Unit = chart::PeriodTick::Unit;
        const locale::Period::Kind kind = tick.unit == Unit::month     ? locale::Period::Kind::month
                                          : tick.unit == Unit::quarter ? locale::Period::Kind::quarter
                                                                       : locale::Period::Kind::year;
        const int months = tick.unit == Unit::month ? 1 : tick.unit == Unit::quarter ? 3 : 12;
        return presenter.locale().period(
            {kind, {tick.year, tick.month, 1}, {tick.year, tick.month + months - 1, 28}});
    };
    return axis;
}

std::vector<chart::Reference> ChartData::references(std::size_t column) {
    std::vector<chart::Reference> lines;
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
        if (!grid_.rows[i].is_benchmark) continue;
        const Quantity country = quantity(i, column);
        if (country.is_drawn())
            lines.push_back(
                {country.middle(), label(grid_.rows[i]) + " " + country.text, grid_.rows[i].slot});
    }
    const std::vector<chart::Reference> more = levels();
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

std::vector<chart::Reference> ChartData::levels() const {
    std::vector<chart::Reference> lines;
    for (const Level& level : gathered_.levels)
        lines.push_back({level.value.to_double(), words_of(level, gathered_, presenter()),
                         level.target == nullptr ? chart::Slot::context() : chart::Slot::accent()});
    return lines;
}

double day_of(const data::Period& period) {
    return chart::middle_of({period.first.year, period.first.month, period.first.day},
                            {period.last.year, period.last.month, period.last.day});
}

Days days_of(const data::Period& period) {
    return {chart::day_number({period.first.year, period.first.month, period.first.day}),
            chart::day_number({period.last.year, period.last.month, period.last.day})};
}

}  // namespace regioscope::figures
