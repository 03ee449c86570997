#include <algorithm>

#include "figures/cells.h"
#include "report/figure_view.h"
#include "report/pages/evidence.h"
#include "report/pages/pages.h"
#include "report/pages/pair_tables.h"
#include "report/pages/profile.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;

namespace {

std::vector<const data::Profile*> profiles_with_employers(const Site& site) {
    std::vector<const data::Profile*> profiles;
    for (const data::RegionIndex region : site.regions) {
        const data::Profile& profile = site.edition->facts.profile(region);
        if (profile.employers && !profile.employers->list.empty()) profiles.push_back(&profile);
    }
    return profiles;
}

std::size_t count_industry(const data::Profile& profile) {
    const auto& list = profile.employers->list;
    return static_cast<std::size_t>(std::count_if(
        list.begin(), list.end(), [](const data::Employer& one) { return one.sector == "industry"; }));
}

/// What the source itself counts, where it differs from its own list.
std::string printed(const PageContext& context, std::optional<int> count, std::size_t counted) {
    if (!count || static_cast<std::size_t>(*count) == counted) return {};
    return context.message("employers.printed", {{"count", Decimal(*count)}});
}

figures::Table seats_table(const PageContext& context, const std::vector<const data::Profile*>& profiles) {
    figures::Table table;
    table.id = "seats";
    table.sortable = true;
    table.caption = context.message("employers.seats");
    table.subtitle = context.message("employers.seats-subtitle");
    table.head.push_back({{.label = context.message("table.region")},
                          {.label = context.message("employers.in-region"), .is_number = true},
                          {.label = context.message("employers.in-country"), .is_number = true},
                          {.label = context.message("employers.abroad"), .is_number = true},
                          {.label = context.message("sector.industry"), .is_number = true},
                          {.label = context.message("table.source")}});
    table.groups.emplace_back();
    for (const data::Profile* const one : profiles) {
        const data::Profile& profile = *one;
        const auto number = [&](std::size_t count, std::string addition = {}) {
            const Decimal value(static_cast<int>(count));
            Cell cell = number_cell(context.presenter().number(value), value);
            cell.addition = std::move(addition);
            return cell;
        };
        const std::size_t at_home = count_seats(profile, data::Seat::region);
        const std::size_t in_country = count_seats(profile, data::Seat::country);
        const std::size_t abroad = count_seats(profile, data::Seat::abroad);
        table.groups.front().rows.push_back(
            {{},
             {figures::region_cell(profile.region, context.presenter(), context.to()),
              number(at_home, printed(context,
                                      profile.employers->printed_outside_region
                                          ? std::optional(static_cast<int>(profile.employers->list.size()) -
                                                          *profile.employers->printed_outside_region)
                                          : std::nullopt,
                                      at_home)),
              number(in_country),
              number(abroad, printed(context, profile.employers->printed_outside_country, abroad)),
              number(count_industry(profile)),
              markup_cell(citation_mark(context, profile.employers->citation))}});
    }
    return table;
}

void fill_employers(PageContext& context, Map& names) {
    const std::vector<const data::Profile*> profiles = profiles_with_employers(context.site());
    const escape::SafeHtml picture = show_fitting_figure(context, [](const figures::Declaration& declared) {
        return declared.facts == figures::Declaration::Facts::employer_seats;
    });
    names.set("picture", picture.empty() ? Value::none() : markup(picture));
    names.set("seats", table_markup(context, seats_table(context, profiles)));
    List lists;
    for (const data::Profile* const profile : profiles) {
        const std::string id = "employers-" + context.dataset()[profile->region].id;
        lists.push_back(Map{{"region", analysis::region_value(context, profile->region)},
                            {"table", table_markup(context, employer_table(context, *profile, id))}});
    }
    names.set("lists", std::move(lists));
}

}  // namespace

void plan_employers(Site& site, Findings& findings) {
    if (site.regions.size() > most_compared || profiles_with_employers(site).empty()) return;
    site.plan.add(
        {.path = "employers.html",
         .layout = "pages/employers.html",
         .title = [](const PageContext& context) { return context.message("employers.title"); },
         .description = [](const PageContext& context) { return context.message("employers.intro"); },
         .fill = fill_employers,
         .parent = comparison_index(site),
         .section = comparison_index(site)},
        findings);
}

}  // namespace regioscope::report
