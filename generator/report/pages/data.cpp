#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;

namespace {

void fill_data(PageContext& context, Map& names) {
    const analysis::Presenter& presenter = context.presenter();
    List downloads;
    for (const std::string_view file : {"data/observations.csv", "data/all-observations.csv"}) {
        downloads.push_back(Map{{"name", file}, {"href", context.file_href(file)}});
    }
    names.set("downloads", std::move(downloads));
    List derived;
    for (const data::IndicatorIndex indicator : visible_indicators(context.site())) {
        if (!context.dataset()[indicator].derivation) continue;
        derived.push_back(Map{{"name", presenter.name(indicator)},
                              {"href", context.to().indicator(indicator)},
                              {"formula", presenter.formula(indicator)}});
    }
    names.set("derived", std::move(derived));
    List statuses;
    for (const char code : {'B', 'D', 'E', 'F', 'G', 'I', 'K', 'P', 'U', 'V', 'W', 'H', 'L', 'M', 'O', 'Q'}) {
        statuses.push_back(Map{{"code", std::string(1, code)},
                               {"sign", presenter.locale().status_sign(code)},
                               {"name", presenter.locale().status_name(code)}});
    }
    names.set("statuses", std::move(statuses));
    names.set("doubtful", context.href("doubtful.html"));
    names.set("claims", context.href("claims.html"));
}

void fill_not_found(PageContext&, Map&) {}

}  // namespace

void plan_data(Site& site, Findings& findings) {
    site.plan.add({.path = "data.html",
                   .layout = "pages/data.html",
                   .title = [](const PageContext& context) { return context.message("data.title"); },
                   .fill = fill_data},
                  findings);
}

void plan_not_found(Site& site, Findings& findings) {
    if (!site.folder.empty()) return;  // hosts have one, at the root
    site.plan.add({.path = "404.html",
                   .layout = "pages/404.html",
                   .title = [](const PageContext& context) { return context.message("not-found.title"); },
                   .fill = fill_not_found},
                  findings);
}

}  // namespace regioscope::report
