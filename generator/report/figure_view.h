// Figures on pages: those that texts show, and those that pages make by themselves.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "escape/safe_html.h"
#include "figures/kind.h"
#include "report/figure_list.h"
#include "report/output.h"
#include "report/page_context.h"

namespace regioscope::report {

/// A figure in a text, numbered in the order of the page. Findings at the mention: `unknown-figure`,
/// `figure-not-in-edition`, `repeated-figure` (twice on one page).
escape::SafeHtml show_figure(PageContext& context, std::string_view id, Span span);

/// The first of the declared figures that a page is looking for, numbered as in a text; empty when there is
/// none.
escape::SafeHtml show_fitting_figure(PageContext& context,
                                     const std::function<bool(const figures::Declaration&)>& fits);

/// The figure on its own page: unnumbered, its title is the page's.
escape::SafeHtml figure_alone(PageContext& context, const FigureEntry& entry);

/// The figure alone as other sites show it: without its data and files, which stand on its own page.
escape::SafeHtml figure_embedded(PageContext& context, const FigureEntry& entry);
/// How high that is at the width that pages have for it, roughly, in CSS pixels.
int height_of_embed(PageContext& context, const FigureEntry& entry);

/// The title without markup.
std::string figure_title(PageContext& context, const FigureEntry& entry);

/// An indicator's regions as bars, with the countries beside them; very many as a distribution. Empty where
/// fewer than two regions have a figure.
escape::SafeHtml indicator_figure(PageContext& context, data::IndicatorIndex indicator);

/// What a page can be shown by: a chart, which may be empty, and the sentence that it comes to.
struct Illustration {
    figures::Chart chart;
    std::string finding;
};
Illustration illustration(PageContext& context, const FigureEntry& entry);
Illustration illustration(PageContext& context, data::IndicatorIndex indicator);

/// A region's years that mattered, true to time. Empty where none are known.
escape::SafeHtml milestone_figure(PageContext& context, data::RegionIndex region);

/// The drawing alone, for a width of its own: a picture that leads to the figure. Empty for tables.
escape::SafeHtml small_picture(PageContext& context, const FigureEntry& entry, double width);

/// Is anything drawn? Tables are not, nor is a distribution where all are equal.
bool has_picture(const PageContext& context, const FigureEntry& entry);

/// `data/figures/ID.csv` once, `data/figures/ID.svg` in every language.
void add_figure_files(const Site& site, Output& output);

std::string figure_page(std::string_view id);
std::string embed_page(std::string_view id);
std::string figure_csv_path(std::string_view id);
std::string figure_svg_path(std::string_view id);

}  // namespace regioscope::report
