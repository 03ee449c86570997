// What the pages have in common: small maps for templates, sentences with markup in them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/region_object.h"
#include "escape/safe_html.h"
#include "expression/value.h"
#include "figures/cells.h"
#include "report/html.h"
#include "report/page_context.h"

namespace regioscope::report {

using figures::header_cell;
using figures::markup_cell;
using figures::number_cell;
using figures::text_cell;

/// {label, href}
expression::Value link(std::string label, std::string href);
/// {label, href, language}: what a source is called, where `language` is empty if it is the page's.
expression::Value link(const figures::Link& source);
/// The same of what a citation says.
expression::Value source_link(const PageContext& context, const data::Citation& citation);

/// {email, telephone, page}; none where there is no way to reach anybody.
expression::Value contact_map(const Contact& contact);

/// Markup for a template's text context.
expression::Value markup(escape::SafeHtml html);

/// A table as markup; nothing (and false in a template) when it has no rows.
expression::Value table_markup(const PageContext& context, figures::Table table);

/// A message with markup in its arguments' places, and other arguments it asks for.
struct MarkupArgument {
    std::string name;
    escape::SafeHtml html;
};
escape::SafeHtml sentence(const PageContext& context, std::string_view id,
                          const std::vector<MarkupArgument>& markup, locale::Arguments others = {});

/// The regions of the report as a row of shapes, each leading to its page: {region, href, current}. `path_of`
/// is the page that a region has here; where it has none its portrait. Nothing where there is one region, or
/// too many for a row.
expression::Value region_switcher(
    const PageContext& context, const std::vector<data::RegionIndex>& current,
    const std::function<std::string(const data::Dataset&, data::RegionIndex)>& path_of);

/// Those regions that have a page in this edition.
expression::Value region_list(const PageContext& context, const std::vector<data::RegionIndex>& regions);

/// Indicators that have any figure in this edition, in the order of the datasets.
std::vector<data::IndicatorIndex> visible_indicators(const Site& site);
bool has_figures(const Site& site, data::IndicatorIndex indicator);

/// What the page's texts cite, in the order of the numbers: {number, label, locator, href}. Asked last, when
/// all texts are there.
expression::Value references_list(const PageContext& context);

/// Shown on every page: site, languages, navigation, edition.
expression::Value site_map(const PageContext& context);
/// This page: language, title, canonical and alternate addresses, breadcrumbs, neighbours.
expression::Value page_map(const PageContext& context);

}  // namespace regioscope::report
