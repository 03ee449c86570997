#include "figures/cells.h"

#include <fmt/format.h>

#include <set>

namespace regioscope::figures {

std::string key_class(const data::Dataset& dataset, data::RegionIndex region) {
    const data::RegionKind kind = dataset[region].kind;
    if (kind == data::RegionKind::context) return "context";
    std::size_t place = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(region); ++i)
        place += dataset.regions[i].kind == kind ? 1U : 0U;
    return fmt::format("{}-{}", kind == data::RegionKind::study ? "region" : "benchmark", place);
}

Cell region_cell(data::RegionIndex region, const Presenter& presenter, const Destinations& to) {
    Cell cell;
    cell.kind = Cell::Kind::header;
    cell.label = presenter.names(region).short_name;
    cell.href = to.region(region);
    cell.key_class = key_class(presenter.dataset(), region);
    return cell;
}

Cell measurement_cell(const analysis::Measurement* measurement, std::optional<data::PeriodIndex> reference,
                      const Presenter& presenter, const Destinations& to, NoteList& notes) {
    Cell cell;
    if (measurement == nullptr) {
        cell.kind = Cell::Kind::empty;
        return cell;
    }
    const analysis::Marks marks = analysis::marks_of(presenter.dataset(), *measurement, reference);
    cell.kind = measurement->value ? Cell::Kind::number : Cell::Kind::missing;
    cell.label = presenter.figure(
        *measurement, {.form = locale::Display::Form::table, .unit = locale::Display::UnitMark::hidden});
    cell.signs = notes.signs_of(*measurement, marks);
    if (!measurement->derived) cell.href = to.observation(measurement->origins.front());
    if (marks.other_period) cell.addition = presenter.period(measurement->period);
    if (measurement->value) cell.sort = measurement->value->middle();
    return cell;
}

Link source_link(const data::Citation& citation, const Presenter& presenter, const Destinations& to) {
    const std::string& language = presenter.dataset()[citation.source].language;
    return {presenter.citation(citation), to.source(citation.source),
            language == presenter.language() ? std::string() : language};
}

std::vector<Link> source_links(const std::vector<const analysis::Measurement*>& measurements,
                               const Presenter& presenter, const Destinations& to) {
    std::vector<Link> links;
    std::set<std::string> seen;
    for (const analysis::Measurement* const measurement : measurements) {
        if (measurement == nullptr) continue;
        for (const data::ObservationIndex origin : measurement->origins) {
            const data::Citation& citation = presenter.dataset()[presenter.dataset()[origin].citation];
            Link link = source_link(citation, presenter, to);
            if (seen.insert(link.label).second) links.push_back(std::move(link));
        }
    }
    return links;
}

}  // namespace regioscope::figures
