#include "report/figure_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/parallel.h"
#include "base/suggest.h"
#include "chart/svg.h"
#include "figures/figure_csv.h"
#include "figures/figure_html.h"
#include "report/exports/publication.h"

namespace regioscope::report {

namespace {

using escape::SafeHtml;
using figures::Declaration;
using figures::Figure;

/// More bars than this are a list; the table below does better.
constexpr std::size_t most_marks = 40;

figures::Voice voice_of(const PageContext& context) {
    return {context.presenter(), context.to(), context.text()};
}

Figure make(const PageContext& context, const Declaration& declared, const figures::Gathered& gathered) {
    return figures::make_figure("figure-" + declared.id, declared, gathered, voice_of(context),
                                context.site().project->declared_figures.ground);
}

figures::Surroundings surroundings(const PageContext& context, const figures::Kind& kind) {
    figures::Surroundings around;
    around.data_heading = context.message(kind.is_of_facts() ? "figure.facts" : "figure.data");
    around.source_word = context.message("table.source");
    around.sortable = context.message("table.sortable");
    return around;
}

std::string svg_file(const PageContext& context, const Declaration& declared) {
    return context.site().file_of(figure_svg_path(declared.id), context.language());
}

std::vector<figures::Link> file_links(const PageContext& context, const Figure& figure,
                                      const Declaration& declared) {
    std::vector<figures::Link> links{
        {context.message("figure.csv"), context.file_href(figure_csv_path(declared.id))}};
    if (figure.chart)
        links.push_back({context.message("figure.svg"), context.file_href(svg_file(context, declared))});
    return links;
}

SafeHtml refuse_figure(PageContext& context, std::string_view id, Span span) {
    const Declaration* const declared = context.site().project->declared_figures.find(id);
    if (declared != nullptr) {
        context.findings()
            .error("figure-not-in-edition", span,
                   fmt::format("the figure '{}' does not apply in this edition", id))
            .note("declared here", declared->span);
        return {};
    }
    std::vector<std::string_view> known;
    for (const FigureEntry& entry : context.site().drawn_figures)
        known.push_back(entry.declaration->id);
    context.findings().error("unknown-figure", span,
                             fmt::format("no figure '{}' in site/figures{}", id, did_you_mean(id, known)));
    return {};
}

/// The first rule for a property counts there, and the last one for a class.
std::string chart_stylesheet(const Project& project) {
    const std::string own = own_colours(project);
    return own + published_chart_css(project) + own;
}

}  // namespace

std::string figure_page(std::string_view id) {
    return fmt::format("figures/{}.html", id);
}
std::string embed_page(std::string_view id) {
    return fmt::format("embed/{}.html", id);
}
std::string figure_csv_path(std::string_view id) {
    return fmt::format("data/figures/{}.csv", id);
}
std::string figure_svg_path(std::string_view id) {
    return fmt::format("data/figures/{}.svg", id);
}

SafeHtml show_figure(PageContext& context, std::string_view id, Span span) {
    const FigureEntry* const entry = find_figure(context.site(), id);
    if (entry == nullptr) return refuse_figure(context, id, span);
    const auto number = context.next_figure_number(id, entry->gathered.kind->is_table());
    if (!number) {
        context.findings().error("repeated-figure", span,
                                 fmt::format("this page shows the figure '{}' already", id));
        return {};
    }
    const Figure figure = make(context, *entry->declaration, entry->gathered);
    figures::Surroundings around = surroundings(context, *entry->declaration->kind);
    around.number =
        context.message(entry->gathered.kind->is_table() ? "figure.table-number" : "figure.number",
                        {{"number", context.presenter().number(*number)}});
    around.links = file_links(context, figure, *entry->declaration);
    around.links.insert(around.links.begin(),
                        {context.message("figure.page"), context.href(figure_page(id))});
    return context.declared_at(entry->declaration->span, figures::figure_html(figure, around));
}

SafeHtml show_fitting_figure(PageContext& context, const std::function<bool(const Declaration&)>& fits) {
    for (const FigureEntry& entry : context.site().drawn_figures) {
        if (fits(*entry.declaration)) return show_figure(context, entry.declaration->id, {});
    }
    return {};
}

SafeHtml figure_alone(PageContext& context, const FigureEntry& entry) {
    const Figure figure = make(context, *entry.declaration, entry.gathered);
    figures::Surroundings around = surroundings(context, *entry.declaration->kind);
    around.title = figures::Surroundings::Title::left_out;
    around.data = figures::Surroundings::Data::open;
    around.links = file_links(context, figure, *entry.declaration);
    return context.declared_at(entry.declaration->span, figures::figure_html(figure, around));
}

SafeHtml figure_embedded(PageContext& context, const FigureEntry& entry) {
    const Figure figure = make(context, *entry.declaration, entry.gathered);
    figures::Surroundings around = surroundings(context, *entry.declaration->kind);
    around.title = figures::Surroundings::Title::left_out;
    if (figure.chart) around.data = figures::Surroundings::Data::left_out;
    around.open_notes = 0;
    around.more_notes = context.message("home.notes");
    return figures::figure_html(figure, around);
}

int height_of_embed(PageContext& context, const FigureEntry& entry) {
    constexpr double around = 310;  // title, notes, sources, and where it comes from
    constexpr double of_table = 480;
    const Figure figure = make(context, *entry.declaration, entry.gathered);
    return static_cast<int>(around + (figure.chart ? figure.chart(figures::wide_width).height : of_table));
}

std::string figure_title(PageContext& context, const FigureEntry& entry) {
    return figures::title_of(*entry.declaration, entry.gathered, voice_of(context));
}

namespace {

struct Bars {
    Figure figure;
    /// Bars stand beside the ranking, which has their data; who is in which class stands nowhere else.
    bool is_distribution = false;
};

/// Nothing where fewer than two regions have a figure.
std::optional<Bars> bars_of(PageContext& context, data::IndicatorIndex indicator) {
    const Site& site = context.site();
    if (site.edition->standings.of(indicator).counted < 2) return std::nullopt;
    Declaration declared;
    declared.id = "bars";
    declared.kind = figures::find_kind("bar");
    declared.indicators = {indicator};
    const figures::Gathered gathered = figures::gather(declared, figure_material(site));
    return Bars{make(context, declared, gathered), gathered.kind->is_distribution};
}

}  // namespace

SafeHtml indicator_figure(PageContext& context, data::IndicatorIndex indicator) {
    std::optional<Bars> bars = bars_of(context, indicator);
    if (!bars) return {};
    Figure& figure = bars->figure;
    // The page is titled with the indicator already: here the finding is the title.
    std::vector<std::string>& sentences = figure.description.sentences;
    std::string finding = sentences.front();
    if (finding.ends_with('.')) finding.pop_back();
    sentences.erase(sentences.begin());
    figure.title = SafeHtml::from_text(finding);
    figure.plain_title = std::move(finding);
    figure.sources.clear();  // they stand below the ranking
    figures::Surroundings around = surroundings(context, *figures::find_kind("bar"));
    if (!bars->is_distribution) around.data = figures::Surroundings::Data::left_out;
    return figures::figure_html(figure, around);
}

namespace {

Illustration illustration_of(const Figure& figure) {
    const std::vector<std::string>& sentences = figure.description.sentences;
    return {figure.chart, sentences.empty() ? figure.plain_subtitle : sentences.front()};
}

}  // namespace

Illustration illustration(PageContext& context, const FigureEntry& entry) {
    return illustration_of(make(context, *entry.declaration, entry.gathered));
}

Illustration illustration(PageContext& context, data::IndicatorIndex indicator) {
    const std::optional<Bars> bars = bars_of(context, indicator);
    return bars ? illustration_of(bars->figure) : Illustration();
}

SafeHtml milestone_figure(PageContext& context, data::RegionIndex region) {
    if (context.edition().facts.profile(region).milestones.empty()) return {};
    Declaration declared;
    declared.id = "milestones";
    declared.kind = figures::find_kind("timeline");
    declared.facts = Declaration::Facts::milestones;
    declared.regions = {region};
    const figures::Gathered gathered = figures::gather(declared, figure_material(context.site()));
    if (gathered.is_empty()) return {};
    Figure figure = make(context, declared, gathered);
    figures::Surroundings around = surroundings(context, *declared.kind);
    around.title = figures::Surroundings::Title::left_out;
    around.data = figures::Surroundings::Data::left_out;
    figure.subtitle = {};
    return figures::figure_html(figure, around);
}

SafeHtml small_picture(PageContext& context, const FigureEntry& entry, double width) {
    const Figure figure = make(context, *entry.declaration, entry.gathered);
    if (!figure.chart) return {};
    return chart::write_svg(figure.chart(width), {figure.id + "-small", width, figure.plain_title,
                                                  figure.text_alternative(), std::nullopt});
}

bool has_picture(const PageContext& context, const FigureEntry& entry) {
    if (entry.gathered.kind->is_table() || entry.gathered.is_empty()) return false;
    return static_cast<bool>(make(context, *entry.declaration, entry.gathered).chart);
}

void add_figure_files(const Site& site, Output& output) {
    const std::string stylesheet = site.drawn_figures.empty() ? "" : chart_stylesheet(*site.project);
    const std::size_t languages = site.language_count();
    for_each_index(site.drawn_figures.size() * (languages + 1), [&](std::size_t i) {
        const FigureEntry& entry = site.drawn_figures[i / (languages + 1)];
        const std::size_t language = i % (languages + 1);
        const std::string& id = entry.declaration->id;
        if (language == languages) {
            const std::string csv = figures::figure_csv(entry.gathered, site.presenters.front());
            if (!csv.empty()) output.add(figure_csv_path(id), csv, entry.declaration->span);
            return;
        }
        const Page* const page = site.plan.find(figure_page(id));
        PageContext context(site, *page, language);  // its texts were checked where the page was made
        const Figure figure = make(context, *entry.declaration, entry.gathered);
        const std::string svg =
            figures::figure_svg(figure, stylesheet,
                                {context.message("table.source"), edition_title(site, context.presenter()),
                                 context.presenter().plain(site.settings().publisher)});
        if (!svg.empty())
            output.add(site.file_of(figure_svg_path(id), language), svg, entry.declaration->span);
    });
}

}  // namespace regioscope::report
