#include "base/slug.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

Value citation_links(const PageContext& context, const std::vector<data::Citation>& citations) {
    List list;
    for (const data::Citation& citation : citations)
        list.push_back(link(context.presenter().citation(citation), context.to().source(citation.source)));
    return list;
}

bool applies(const Site& site, const std::string& from, const std::string& until) {
    return data::applies(site.settings().editions, site.edition, from, until);
}

Value corrections(const PageContext& context) {
    List list;
    for (const data::Correction& correction : context.dataset().corrections) {
        if (!applies(context.site(), correction.from_edition, correction.until_edition)) continue;
        const analysis::Presenter& presenter = context.presenter();
        const auto shown = [&](const std::optional<data::Value>& value) {
            return value ? presenter.figure(*value, correction.indicator,
                                            {.form = locale::Display::Form::table})
                         : presenter.message("table.blank");
        };
        const data::RegionIndex region = context.dataset()[correction.area].region;
        std::string used = presenter.message("mark.withheld");
        if (correction.use == data::Correction::Use::value) used = shown(correction.value);
        if (correction.use == data::Correction::Use::as_printed) used = shown(correction.expect);
        list.push_back(Map{{"id", correction.id},
                           {"indicator", link(presenter.name(correction.indicator),
                                              context.to().indicator(correction.indicator))},
                           {"region", link(presenter.names(region).short_name, context.to().region(region))},
                           {"period", presenter.period(correction.period)},
                           {"printed", shown(correction.expect)},
                           {"used", used},
                           {"reason", markup(context.text()(correction.reason))},
                           {"sources", citation_links(context, correction.citations)}});
    }
    return list;
}

/// Checks that fail and are meant for readers too.
Value contradictions(const PageContext& context) {
    List list;
    for (const analysis::CheckResult& result : context.site().checks) {
        const data::Check& check = context.dataset().checks[result.check];
        if (result.holds || !check.doubtful) continue;
        List figures;
        for (const analysis::Measurement* const measurement : result.measurements) {
            const data::RegionIndex region = context.dataset()[measurement->area].region;
            figures.push_back(Map{
                {"indicator", context.presenter().short_name(measurement->indicator)},
                {"region", context.presenter().names(region).short_name},
                {"period", context.presenter().period(measurement->period)},
                {"value", context.presenter().figure(*measurement, {.form = locale::Display::Form::table})},
                {"href", measurement->derived ? context.to().indicator(measurement->indicator)
                                              : context.to().observation(measurement->origins.front())}});
        }
        list.push_back(Map{{"id", "check-" + slug_of(result.subject)},
                           {"message", markup(context.text()(check.message))},
                           {"figures", std::move(figures)},
                           {"sources", citation_links(context, check.citations)}});
    }
    return list;
}

void fill(PageContext& context, Map& names) {
    names.set("corrections", corrections(context));
    names.set("contradictions", contradictions(context));
}

}  // namespace

void plan_doubtful(Site& site, Findings& findings) {
    site.plan.add(
        {.path = "doubtful.html",
         .layout = "pages/doubtful.html",
         .title = [](const PageContext& context) { return context.message("doubtful.title"); },
         .description = [](const PageContext& context) { return context.message("doubtful.intro"); },
         .fill = fill,
         .parent = "data.html",
         .section = "data.html"},
        findings);
}

}  // namespace regioscope::report
