#include <fmt/format.h>

#include <algorithm>

#include "base/slug.h"
#include "figures/source_line.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// Each place once; nothing where a doubt cites none.
Value source_line(const PageContext& context, const std::vector<data::Citation>& citations) {
    std::vector<figures::Link> links;
    for (const data::Citation& citation : citations) {
        figures::Link source = figures::source_link(citation, context.presenter(), context.to());
        const bool is_told = std::any_of(links.begin(), links.end(), [&](const figures::Link& told) {
            return told.label == source.label;
        });
        if (!is_told) links.push_back(std::move(source));
    }
    if (links.empty()) return Value::none();
    std::string line;
    figures::append_source_line(line, context.message("table.source"), links);
    return markup(escape::SafeHtml::from_trusted(std::move(line)));
}

/// The title of the document that a doubt is about first.
std::string document_of(const PageContext& context, const std::vector<data::Citation>& citations) {
    return citations.empty() ? std::string() : context.dataset()[citations.front().source].title;
}

/// Where a figure is printed: the document itself is named by the source line of the doubt.
std::string printed_place(const PageContext& context, const data::Observation& observation) {
    return std::string(figures::place_in_document(
        figures::source_link(context.dataset()[observation.citation], context.presenter(), context.to())));
}

/// A figure with the place it was printed in: {value, href, place}.
Value printed_figure(const PageContext& context, data::ObservationIndex index) {
    const analysis::Presenter& presenter = context.presenter();
    const data::Observation& o = context.dataset()[index];
    return Map{
        {"value", o.value ? presenter.figure(*o.value, o.indicator, {.form = locale::Display::Form::table})
                          : presenter.message("table.blank")},
        {"href", context.to().observation(index)},
        {"place", printed_place(context, o)}};
}

/// Everything that the edition's sources print under the key of a correction, each value once: the corrected
/// figure first.
List printed_figures(const PageContext& context, const data::Correction& correction) {
    const data::Dataset& dataset = context.dataset();
    List list;
    std::vector<std::optional<data::Value>> told;
    const auto add = [&](data::ObservationIndex index) {
        const data::Observation& o = dataset[index];
        const bool same_key =
            o.indicator == correction.indicator && o.area == correction.area && o.period == correction.period;
        if (!same_key || std::find(told.begin(), told.end(), o.value) != told.end()) return;
        told.push_back(o.value);
        list.push_back(printed_figure(context, index));
    };
    const data::EditionFigures& figures = context.edition().figures;
    const data::UsedObservation* const used =
        figures.find(correction.indicator, correction.area, correction.period);
    if (used == nullptr) return list;
    add(used->observation);
    for (const data::ObservationIndex index : figures.superseded())
        add(index);
    return list;
}

/// What the report does about a doubt, as a word of the messages.
std::string_view verdict_of(data::Correction::Use use) {
    switch (use) {
        case data::Correction::Use::value:
            return "corrected";
        case data::Correction::Use::withheld:
            return "withheld";
        case data::Correction::Use::as_printed:
            return "chosen";
    }
    return "";
}

Value verdict_map(const PageContext& context, std::string_view verdict, std::string href) {
    return Map{{"kind", verdict},
               {"word", context.message(fmt::format("doubtful.verdict-{}", verdict))},
               {"words", context.message(fmt::format("doubtful.use-{}", verdict))},
               {"href", std::move(href)}};
}

Value corrections(const PageContext& context) {
    List list;
    for (const data::Correction& correction : context.dataset().corrections) {
        if (!context.edition().applies(correction.editions)) continue;
        const analysis::Presenter& presenter = context.presenter();
        const auto shown = [&](const std::optional<data::Value>& value) {
            return value ? presenter.figure(*value, correction.indicator,
                                            {.form = locale::Display::Form::table})
                         : presenter.message("table.blank");
        };
        List printed = printed_figures(context, correction);
        if (printed.empty()) continue;  // its source is not yet published in this edition
        const data::RegionIndex region = context.dataset()[correction.area].region;
        std::string used = presenter.message("mark.withheld");
        if (correction.use == data::Correction::Use::value) used = shown(correction.value);
        if (correction.use == data::Correction::Use::as_printed) used = shown(correction.expect);
        list.push_back(Map{{"id", context.declared_id(correction.span, correction.id)},
                           {"indicator", link(presenter.name(correction.indicator),
                                              context.to().indicator(correction.indicator))},
                           {"region", link(presenter.names(region).short_name, context.to().region(region))},
                           {"period", presenter.period(correction.period)},
                           {"printed", std::move(printed)},
                           {"used", used},
                           {"use", verdict_map(context, verdict_of(correction.use), {})},
                           {"reason", markup(context.text()(correction.reason))},
                           {"document", document_of(context, correction.citations)},
                           {"sources", source_line(context, correction.citations)}});
    }
    return list;
}

/// A figure that a check has read, with where it comes from and what is to be minded about it.
Value doubted_figure(const PageContext& context, const analysis::Measurement& measurement) {
    const data::Dataset& dataset = context.dataset();
    const analysis::Presenter& presenter = context.presenter();
    const data::ObservationIndex origin = measurement.origins.front();
    List remarks;
    remarks.push_back(measurement.derived ? presenter.message("mark.derived")
                                          : printed_place(context, dataset[origin]));
    for (const data::Status status : measurement.statuses) {
        if (data::is_doubtful(status)) remarks.push_back(presenter.status_name(status));
    }
    return Map{{"indicator", presenter.short_name(measurement.indicator)},
               {"region", presenter.names(dataset[measurement.area].region).short_name},
               {"period", presenter.period(measurement.period)},
               {"value", presenter.figure(measurement, {.form = locale::Display::Form::table})},
               {"remarks", std::move(remarks)},
               {"href", measurement.derived ? context.to().indicator(measurement.indicator)
                                            : context.to().observation(origin)}};
}

/// The correction of this edition that concerns a figure or one of those it was derived from; null when there
/// is none. What was read as printed, or derived, does not tell by itself.
const data::Correction* correction_of(const PageContext& context, const analysis::Measurement& measurement) {
    const data::Dataset& dataset = context.dataset();
    for (const data::ObservationIndex origin : measurement.origins) {
        const data::Observation& o = dataset[origin];
        const data::UsedObservation* const used =
            context.edition().figures.find(o.indicator, o.area, o.period);
        if (used != nullptr && used->correction) return &dataset.corrections[*used->correction];
    }
    return nullptr;
}

/// What the report does with the figures of a check: {kind, word, words, href}; nothing when it read none.
Value use_of(const PageContext& context, const analysis::CheckResult& result) {
    if (result.measurements.empty()) return Value::none();
    for (const analysis::Measurement* const measurement : result.measurements) {
        if (const data::Correction* const correction = correction_of(context, *measurement)) {
            return verdict_map(context, verdict_of(correction->use), "#" + correction->id);
        }
    }
    const bool marked = std::any_of(
        result.measurements.begin(), result.measurements.end(), [](const analysis::Measurement* measurement) {
            return std::any_of(measurement->statuses.begin(), measurement->statuses.end(), data::is_doubtful);
        });
    return verdict_map(context, marked ? "marked" : "printed", {});
}

/// Checks that fail and are meant for readers too.
Value contradictions(const PageContext& context) {
    List list;
    for (const analysis::CheckResult& result : context.edition().checks) {
        const data::Check& check = context.dataset().checks[result.check];
        if (result.holds || !check.doubtful) continue;
        List figures;
        for (const analysis::Measurement* const measurement : result.measurements)
            figures.push_back(doubted_figure(context, *measurement));
        list.push_back(Map{{"id", "check-" + slug_of(result.subject)},
                           {"message", markup(context.text()(check.message))},
                           {"figures", std::move(figures)},
                           {"use", use_of(context, result)},
                           {"document", document_of(context, check.citations)},
                           {"sources", source_line(context, check.citations)}});
    }
    return list;
}

/// Every doubt as a square, by the document it is about: {source, squares: [{kind, href, title}]}.
List overview(const Value& corrected, const Value& contradictory) {
    std::vector<std::pair<Value, List>> documents;
    const auto add = [&](const Value& doubts) {
        for (const Value& doubt : doubts.list()) {
            const Value& source = *doubt.map().find("document");
            const Value* const use = doubt.map().find("use");
            if (source.text().empty() || !use->is_map()) continue;
            auto document = std::find_if(documents.begin(), documents.end(), [&](const auto& known) {
                return known.first.text() == source.text();
            });
            if (document == documents.end()) document = documents.insert(documents.end(), {source, {}});
            document->second.push_back(Map{{"kind", *use->map().find("kind")},
                                           {"title", *use->map().find("word")},
                                           {"href", "#" + doubt.map().find("id")->text()}});
        }
    };
    add(corrected);
    add(contradictory);
    List list;
    for (auto& [source, squares] : documents)
        list.push_back(Map{{"source", source}, {"squares", std::move(squares)}});
    return list;
}

void fill_doubtful(PageContext& context, Map& names) {
    Value corrected = corrections(context);
    Value contradictory = contradictions(context);
    names.set("overview", overview(corrected, contradictory));
    names.set("corrections", std::move(corrected));
    names.set("contradictions", std::move(contradictory));
}

}  // namespace

void plan_doubtful(Site& site, Findings& findings) {
    site.plan.add(
        {.path = "doubtful.html",
         .layout = "pages/doubtful.html",
         .title = [](const PageContext& context) { return context.message("doubtful.title"); },
         .description = [](const PageContext& context) { return context.message("doubtful.intro"); },
         .fill = fill_doubtful,
         .parent = "data.html",
         .section = "data.html"},
        findings);
}

}  // namespace regioscope::report
