#include "report/pages/calculation.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/cells.h"

namespace regioscope::report {

namespace {

using analysis::Measurement;

constexpr std::size_t most_calculations = 200;
constexpr std::size_t most_operands = 6;

bool is_told(const PageContext& context, data::IndicatorIndex indicator) {
    const auto& derivation = context.dataset()[indicator].derivation;
    return derivation && derivation->operands.size() <= most_operands &&
           context.presenter().measurements().of(indicator).size() <= most_calculations;
}

/// `calculation-twente-2006-2015`
std::string row_id(const data::Dataset& dataset, const Measurement& measurement) {
    std::string id =
        fmt::format("calculation-{}-{}", dataset[measurement.area].id, dataset[measurement.period].written);
    std::replace(id.begin(), id.end(), '/', '-');
    return id;
}

/// The figures that it was computed of, in the order of the formula: of a change the later one and its base.
std::vector<const Measurement*> operands_of(const PageContext& context, const Measurement& derived) {
    const analysis::Measurements& all = context.presenter().measurements();
    const data::Derivation& derivation = *context.dataset()[derived.indicator].derivation;
    std::vector<const Measurement*> operands;
    for (const data::IndicatorIndex operand : derivation.operands)
        operands.push_back(all.find(operand, derived.area, derived.period));
    if (derivation.base)
        operands.push_back(all.find(derivation.operands.front(), derived.area, *derivation.base));
    return operands;
}

}  // namespace

figures::Table calculation_table(const PageContext& context, data::IndicatorIndex indicator) {
    figures::Table table;
    if (!is_told(context, indicator)) return table;
    const data::Dataset& dataset = context.dataset();
    const analysis::Presenter& presenter = context.presenter();
    const data::Derivation& derivation = *dataset[indicator].derivation;
    table.id = "calculation";
    table.caption = context.message("indicator.calculation");
    table.caption_hidden = true;
    std::vector<figures::HeadCell> head{{.label = context.message("table.region")},
                                        {.label = context.message("table.period")}};
    const auto add_head = [&](data::IndicatorIndex of, const std::string& period) {
        head.push_back({.label = presenter.short_name(of) + (period.empty() ? "" : ", " + period),
                        .unit = presenter.unit(of),
                        .is_number = true});
    };
    for (const data::IndicatorIndex operand : derivation.operands)
        add_head(operand, {});
    if (derivation.base) add_head(derivation.operands.front(), presenter.period(*derivation.base));
    add_head(indicator, {});
    table.head.push_back(std::move(head));

    figures::NoteList notes(presenter, context.text());
    figures::RowGroup group;
    for (const Measurement& derived : presenter.measurements().of(indicator)) {
        figures::Row row{row_id(dataset, derived),
                         {figures::header_cell(presenter.plain(dataset[derived.area].name),
                                               context.to().region(dataset[derived.area].region)),
                          figures::text_cell(presenter.period(derived.period))}};
        for (const Measurement* const operand : operands_of(context, derived))
            row.cells.push_back(
                figures::measurement_cell(operand, std::nullopt, presenter, context.to(), notes));
        row.cells.push_back(
            figures::measurement_cell(&derived, std::nullopt, presenter, context.to(), notes));
        group.rows.push_back(std::move(row));
    }
    table.groups.push_back(std::move(group));
    table.notes = notes.notes();
    return table;
}

std::string origin_href(const PageContext& context, const Measurement& measurement) {
    if (!measurement.derived) return context.to().observation(measurement.origins.front());
    const std::string page = context.to().indicator(measurement.indicator);
    if (!is_told(context, measurement.indicator)) return page;
    return page + "#" + row_id(context.dataset(), measurement);
}

}  // namespace regioscope::report
