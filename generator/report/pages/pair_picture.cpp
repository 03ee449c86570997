#include "report/pages/pair_picture.h"

#include <algorithm>

#include "analysis/comparability.h"
#include "analysis/reliability.h"
#include "figures/cells.h"
#include "figures/figure_html.h"
#include "figures/strip.h"
#include "report/html.h"
#include "report/pages/lessons.h"

namespace regioscope::report {

using analysis::PairFigure;
using escape::SafeHtml;

namespace {

constexpr std::size_t most_rows = 7;
constexpr std::size_t most_regions_behind = 40;

/// The two, and behind them the others of the report.
figures::StripSubject subject_of(const Site& site, const RegionPair& pair, const PairFigure& figure) {
    figures::StripSubject subject{figure.indicator, {figure.first, figure.second}, {pair.first, pair.second}};
    if (site.regions.size() > most_regions_behind) return subject;
    for (const data::RegionIndex region : site.regions) {
        const analysis::Measurement* const other = site.edition->measurements.find(figure.indicator, region);
        if (region != pair.first && region != pair.second && other != nullptr)
            subject.figures.push_back(other);
    }
    return subject;
}

/// "Innovation expenditure, 2012 (6.4% against 2.2%)"
std::string with_both_figures(const PageContext& context, const PairFigure& figure) {
    const analysis::Presenter& presenter = context.presenter();
    std::string name = presenter.short_name(figure.indicator);
    if (figure.first->period == figure.second->period) name += ", " + presenter.period(figure.first->period);
    return presenter.message("compare.with-both", {{"indicator", name},
                                                   {"first", presenter.figure(*figure.first)},
                                                   {"second", presenter.figure(*figure.second)}});
}

/// The first measure on which both are known to be about equal.
const PairFigure* about_equal(const std::vector<PairFigure>& figures) {
    const auto found = std::find_if(figures.begin(), figures.end(), [](const PairFigure& figure) {
        const bool is_equal =
            figure.relation == analysis::Relation::equal || figure.relation == analysis::Relation::same;
        return is_equal && analysis::is_reliable(*figure.first) && analysis::is_reliable(*figure.second);
    });
    return found == figures.end() ? nullptr : &*found;
}

}  // namespace

SafeHtml pair_picture(const PageContext& context, const RegionPair& pair,
                      const std::vector<PairFigure>& all) {
    const analysis::Presenter& presenter = context.presenter();
    chart::DotStrip strips;
    strips.names = chart::DotStrip::Names::left_out;  // the subtitle shows whose marks they are
    strips.joins_highlighted = true;
    figures::NoteList notes(presenter, context.text());
    std::vector<const analysis::Measurement*> shown;
    figures::Figure figure;
    for (const PairFigure* const one : telling_differences(context, all)) {
        if (strips.rows.size() == most_rows) break;
        const figures::StripSubject subject = subject_of(context.site(), pair, *one);
        strips.rows.push_back(figures::strip_row(subject, presenter));
        figure.description.sentences.push_back(figures::strip_words(subject, presenter));
        for (const analysis::Measurement* const measurement : {one->first, one->second}) {
            notes.signs_of(*measurement, analysis::marks_of(context.dataset(), *measurement, one->reference));
            shown.push_back(measurement);
        }
    }
    if (strips.rows.empty()) return {};
    figure.id = "figure-pair";
    figure.plain_title = context.message("compare.largest-differences");
    figure.title = words(figure.plain_title);
    const auto keyed = [&](data::RegionIndex region) {
        return SafeHtml::from_trusted("<span class=\"key " + figures::key_class(context.dataset(), region) +
                                      "\" aria-hidden=\"true\"></span>") +
               words(presenter.names(region).short_name);
    };
    figure.subtitle = keyed(pair.first) + words(" · ") + keyed(pair.second) + words(" · ") +
                      words(context.message("compare.picture-subtitle"));
    figure.chart = figures::drawn(std::move(strips));
    for (const figures::Note& note : notes.notes())
        figure.notes.push_back({{}, note.text});
    figure.sources = figures::source_links(shown, presenter, context.to());
    figures::Surroundings around;
    around.data = figures::Surroundings::Data::left_out;
    around.source_word = context.message("table.source");
    around.open_notes = 3;
    const std::size_t folded = figure.notes.size() - std::min(around.open_notes, figure.notes.size());
    around.more_notes = context.message("figure.more-notes", {{"count", Decimal(static_cast<int>(folded))}});
    return figures::figure_html(figure, around);
}

std::string pair_lead(const PageContext& context, const std::vector<PairFigure>& figures) {
    const std::vector<const PairFigure*> differences = telling_differences(context, figures);
    if (differences.empty()) return {};
    std::vector<std::string> furthest;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, differences.size()); ++i)
        furthest.push_back(with_both_figures(context, *differences[i]));
    std::string lead =
        context.message("compare.furthest", {{"figures", context.presenter().locale().list(furthest)}});
    if (const PairFigure* const equal = about_equal(figures)) {
        lead += " " + context.message("compare.nearest", {{"figure", with_both_figures(context, *equal)}});
    }
    return lead;
}

}  // namespace regioscope::report
