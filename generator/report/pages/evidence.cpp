#include "report/pages/evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparability.h"
#include "escape/html_attribute.h"
#include "escape/url.h"
#include "figures/cells.h"
#include "report/pages/calculation.h"

namespace regioscope::report {

using escape::SafeHtml;

SafeHtml citation_mark(const PageContext& context, const data::Citation& citation) {
    const std::string whole = context.presenter().citation(citation);
    const std::string& label = citation.locator.label;
    const std::string href = context.to().citation(citation);
    return SafeHtml::from_trusted(fmt::format(
        R"( <span class="citation">[<a href="{}" lang="{}" title="{}">{}</a>]</span>)",
        escape::html_attribute(escape::url(href)),
        escape::html_attribute(context.dataset()[citation.source].language), escape::html_attribute(whole),
        escape::html_text(label.empty() ? context.dataset()[citation.source].title : label)));
}

SafeHtml cited(const PageContext& context, const data::Text& text, const data::Citation& citation) {
    return context.text()(text) + citation_mark(context, citation);
}

SafeHtml reading_mark(const PageContext& context, data::Reading reading) {
    const std::string mark = context.message(fmt::format("mark.{}", data::reading_words[reading]));
    return words(" ") + span("reading", words(mark));
}

SafeHtml dated_name(const PageContext& context, data::IndicatorIndex indicator,
                    std::optional<data::PeriodIndex> period) {
    const analysis::Presenter& presenter = context.presenter();
    SafeHtml name = anchor(presenter.name(indicator), context.to().indicator(indicator));
    if (period) name += SafeHtml::from_text(", " + presenter.period(*period));
    return name;
}

SafeHtml figure_in_text(const PageContext& context, const analysis::Measurement& measurement,
                        std::optional<data::PeriodIndex> reference) {
    const analysis::Presenter& presenter = context.presenter();
    const std::string href = origin_href(context, measurement);
    SafeHtml html = SafeHtml::from_trusted(fmt::format(R"(<a class="datum" href="{}">{}</a>)",
                                                       escape::html_attribute(escape::url(href)),
                                                       escape::html_text(presenter.figure(measurement))));
    const analysis::Marks marks = analysis::marks_of(context.dataset(), measurement, reference);
    for (const data::Status status : marks.doubtful)
        html += sign(presenter.status_sign(status), presenter.status_name(status));
    if (measurement.statuses.contains(data::Status::unvalidated))
        html += sign(presenter.status_sign(data::Status::unvalidated),
                     presenter.status_name(data::Status::unvalidated));
    if (marks.off_area) {
        const std::string area = presenter.plain(context.dataset()[measurement.area].name);
        html += sign(presenter.message("mark.area-sign"), presenter.message("mark.area", {{"area", area}}));
    }
    if (marks.other_period) html += SafeHtml::from_text(" (" + presenter.period(measurement.period) + ")");
    return html;
}

void SourceLinks::add(const data::Citation& citation) {
    if (std::find(seen_.begin(), seen_.end(), citation.source) != seen_.end()) return;
    seen_.push_back(citation.source);
    figures::Link source = figures::source_link(citation, context_.presenter(), context_.to());
    source.label = context_.dataset()[citation.source].title;
    source.href = context_.to().source(citation.source);
    links_.push_back(std::move(source));
}

void SourceLinks::add(const analysis::Measurement* measurement) {
    if (measurement == nullptr) return;
    for (const data::ObservationIndex origin : measurement->origins)
        add(context_.dataset()[context_.dataset()[origin].citation]);
}

expression::Value SourceLinks::value() const {
    expression::List list;
    for (const figures::Link& one : links_)
        list.push_back(link(one));
    return list;
}

}  // namespace regioscope::report
