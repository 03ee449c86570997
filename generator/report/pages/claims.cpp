#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// One figure that a claim read: what, where, how much, and the way to its source.
Value figure_read(const PageContext& context, const analysis::Measurement& measurement) {
    const data::Dataset& dataset = context.dataset();
    const data::RegionIndex region = dataset[measurement.area].region;
    return Map{{"indicator", link(context.presenter().short_name(measurement.indicator),
                                  context.to().indicator(measurement.indicator))},
               {"region", link(context.presenter().names(region).short_name, context.to().region(region))},
               {"period", context.presenter().period(measurement.period)},
               {"value", context.presenter().figure(measurement, {.form = locale::Display::Form::table})},
               {"href", measurement.derived ? context.to().indicator(measurement.indicator)
                                            : context.to().observation(measurement.origins.front())}};
}

Value entry_map(const PageContext& context, const LedgerEntry& entry) {
    List said;
    std::string statement;
    for (const ClaimMention& mention : entry.mentions) {
        if (mention.language != context.language()) continue;
        if (statement.empty()) statement = mention.words;
        const Page* const page = context.site().plan.find(mention.page);
        const std::string anchor = mention.anchor.empty() ? "" : "#" + mention.anchor;
        if (page != nullptr) said.push_back(link(page->title(context), context.href(mention.page + anchor)));
    }
    List figures;
    for (const analysis::Measurement* const measurement : entry.verdict->measurements)
        figures.push_back(figure_read(context, *measurement));
    List facts;
    for (const data::Citation& citation : entry.verdict->facts)
        facts.push_back(link(context.presenter().citation(citation), context.to().source(citation.source)));
    List marks;
    for (const std::string& mark : entry.verdict->marks) {
        marks.push_back(mark.size() == 1 ? context.presenter().locale().status_name(mark.front())
                                         : context.message("claims.accept." + mark));
    }
    return Map{{"id", entry.claim->id},
               {"statement", statement},
               {"condition", entry.claim->condition_text},
               {"figures", std::move(figures)},
               {"facts", std::move(facts)},
               {"marks", std::move(marks)},
               {"said", std::move(said)}};
}

void fill(PageContext& context, Map& names) {
    List claims;
    for (const LedgerEntry& entry : context.site().ledger) {
        if (entry.verdict && entry.verdict->holds) claims.push_back(entry_map(context, entry));
    }
    names.set("claims", std::move(claims));
}

}  // namespace

void plan_claims(Site& site, Findings& findings) {
    site.plan.add({.path = "claims.html",
                   .layout = "pages/claims.html",
                   .title = [](const PageContext& context) { return context.message("claims.title"); },
                   .description = [](const PageContext& context) { return context.message("claims.intro"); },
                   .fill = fill,
                   .parent = "data.html",
                   .section = "data.html"},
                  findings);
}

}  // namespace regioscope::report
