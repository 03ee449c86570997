#include "figures/cells.h"

#include <fmt/format.h>

#include <set>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"
#include "figures/gathered.h"

namespace regioscope::figures {

std::string key_class(const data::Dataset& dataset, data::RegionIndex region) {
    return chart::class_of(slot_of(dataset, region));
}

Cell header_cell(std::string label, std::string href) {
    Cell cell;
    cell.kind = Cell::Kind::header;
    cell.label = std::move(label);
    cell.href = std::move(href);
    return cell;
}

Cell text_cell(std::string label) {
    Cell cell;
    cell.label = std::move(label);
    return cell;
}

Cell markup_cell(escape::SafeHtml html) {
    Cell cell;
    cell.markup = std::move(html);
    return cell;
}

Cell number_cell(std::string label, std::optional<Decimal> sort) {
    Cell cell;
    cell.kind = Cell::Kind::number;
    cell.label = std::move(label);
    cell.sort = sort;
    return cell;
}

Cell links_cell(const std::vector<Link>& links) {
    std::string html;
    for (const Link& link : links) {
        if (!html.empty()) html += ", ";
        const std::string label = escape::html_text(link.label);
        html += link.href.empty() ? label
                                  : fmt::format("<a href=\"{}\">{}</a>",
                                                escape::html_attribute(escape::url(link.href)), label);
    }
    return markup_cell(escape::SafeHtml::from_trusted(std::move(html)));
}

Cell indicator_cell(data::IndicatorIndex indicator, std::optional<data::PeriodIndex> reference,
                    const Presenter& presenter, const Destinations& to) {
    Cell cell = header_cell(presenter.short_name(indicator), to.indicator(indicator));
    cell.addition = presenter.unit(indicator);
    if (reference) cell.addition += ", " + presenter.period(*reference);
    return cell;
}

Cell region_cell(data::RegionIndex region, const Presenter& presenter, const Destinations& to) {
    Cell cell = header_cell(presenter.names(region).short_name, to.region(region));
    cell.key_class = key_class(presenter.dataset(), region);
    return cell;
}

Cell measurement_cell(const analysis::Measurement* measurement, std::optional<data::PeriodIndex> reference,
                      const Presenter& presenter, const Destinations& /*to*/, NoteList& notes) {
    if (measurement == nullptr) return {};
    Cell cell;
    const analysis::Marks marks = analysis::marks_of(presenter.dataset(), *measurement, reference);
    cell.kind = measurement->value ? Cell::Kind::number : Cell::Kind::missing;
    cell.label = presenter.figure(
        *measurement, {.form = locale::Display::Form::table, .unit = locale::Display::UnitMark::hidden});
    cell.signs = notes.signs_of(*measurement, marks);
    if (!measurement->derived) cell.origin = measurement->origins.front();
    if (marks.other_period) cell.addition = presenter.period(measurement->period);
    if (measurement->value) cell.sort = measurement->value->middle();
    return cell;
}

Link source_link(const data::Citation& citation, const Presenter& presenter, const Destinations& to) {
    const data::Source& source = presenter.dataset()[citation.source];
    return {presenter.citation(citation), to.citation(citation),
            source.language == presenter.language() ? std::string() : source.language, source.title};
}

std::vector<Link> source_links(const std::vector<const analysis::Measurement*>& measurements,
                               const Presenter& presenter, const Destinations& to) {
    const data::Dataset& dataset = presenter.dataset();
    std::vector<Link> links;
    std::set<data::CitationIndex> cited;
    std::set<std::string> seen;
    for (const analysis::Measurement* const measurement : measurements) {
        if (measurement == nullptr) continue;
        for (const data::ObservationIndex origin : measurement->origins) {
            const data::CitationIndex citation = dataset[origin].citation;
            if (!cited.insert(citation).second) continue;
            Link link = source_link(dataset[citation], presenter, to);
            if (seen.insert(link.label).second) links.push_back(std::move(link));
        }
    }
    return links;
}

}  // namespace regioscope::figures
