#include "report/pages/diagnosis_profile.h"

#include <algorithm>

#include "chart/dot_strip.h"
#include "figures/figure_html.h"
#include "figures/gathered.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using analysis::Diagnosis;
using analysis::ElementScore;
using escape::SafeHtml;

namespace {

chart::StripRow strip(const PageContext& context, const Diagnosis& diagnosis, std::size_t element,
                      std::size_t own) {
    chart::StripRow row{context.presenter().name(static_cast<data::Element>(element)), {}, {}};
    for (std::size_t i = 0; i < diagnosis.regions.size(); ++i) {
        const ElementScore& score = diagnosis.elements[element].regions[i];
        if (!score.score) continue;
        row.dots.push_back(
            {context.presenter().names(diagnosis.regions[i]).short_name,
             chart::Quantity::point(score.score->to_double(), context.presenter().number(*score.score)),
             figures::slot_of(context.dataset(), diagnosis.regions[i]),
             i == own ? chart::Emphasis::highlighted : chart::Emphasis::quiet});
    }
    return row;
}

/// "Talent 22, leadership 10": what the strips show, for those who do not see them.
std::vector<std::string> scores_in_words(const PageContext& context, const Diagnosis& diagnosis,
                                         std::size_t own) {
    std::vector<std::string> scores;
    for (std::size_t element = 0; element < diagnosis.elements.size(); ++element) {
        const auto& score = diagnosis.elements[element].regions[own].score;
        if (score)
            scores.push_back(context.presenter().name(static_cast<data::Element>(element)) + "\u00a0" +
                             context.presenter().number(*score));
    }
    return scores;
}

/// Places are all that a picture of scores tells: its ends are words, and the numbers stand in the table.
chart::StripRow strip_of_all(const PageContext& context, const Diagnosis& diagnosis, std::size_t element) {
    chart::StripRow row{context.presenter().name(static_cast<data::Element>(element)), {}, {}};
    const std::vector<ElementScore>& scores = diagnosis.elements[element].regions;
    std::optional<Decimal> lowest;
    std::optional<Decimal> highest;
    for (const ElementScore& score : scores) {
        if (!score.score) continue;
        lowest = lowest ? std::min(*lowest, *score.score) : *score.score;
        highest = highest ? std::max(*highest, *score.score) : *score.score;
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!scores[i].score) continue;
        const Decimal& score = *scores[i].score;
        const std::string text = score == *highest  ? context.message("diagnosis.highest")
                                 : score == *lowest ? context.message("diagnosis.lowest")
                                                    : context.message("diagnosis.between");
        row.dots.push_back({context.presenter().names(diagnosis.regions[i]).short_name,
                            chart::Quantity::point(score.to_double(), text),
                            figures::slot_of(context.dataset(), diagnosis.regions[i]),
                            chart::Emphasis::normal});
    }
    return row;
}

/// "Talent: Twente, Vierkant voor Werk, Brainport and Rijnmond", the lowest first.
std::string order_in_words(const PageContext& context, const Diagnosis& diagnosis, std::size_t element) {
    const std::vector<ElementScore>& scores = diagnosis.elements[element].regions;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i].score) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *scores[a].score < *scores[b].score; });
    std::vector<std::string> names;
    for (const std::size_t i : order)
        names.push_back(context.presenter().names(diagnosis.regions[i]).short_name);
    return context.presenter().name(static_cast<data::Element>(element)) + ": " +
           context.presenter().locale().list(names) + ".";
}

}  // namespace

SafeHtml diagnosis_picture(const PageContext& context, const Diagnosis& diagnosis) {
    chart::DotStrip strips;
    figures::Figure figure;
    for (std::size_t element = 0; element < diagnosis.elements.size(); ++element) {
        chart::StripRow row = strip_of_all(context, diagnosis, element);
        if (row.dots.size() < 2) continue;
        strips.rows.push_back(std::move(row));
        figure.description.sentences.push_back(order_in_words(context, diagnosis, element));
    }
    if (strips.rows.empty()) return {};
    figure.id = "figure-elements";
    figure.plain_title = context.message("diagnosis.picture");
    figure.title = words(figure.plain_title);
    figure.plain_subtitle = context.message("diagnosis.picture-subtitle");
    figure.subtitle = words(figure.plain_subtitle);
    figure.chart = figures::drawn(std::move(strips));
    figures::Surroundings around;
    around.data = figures::Surroundings::Data::left_out;
    around.links = {{context.message("diagnosis.download"), context.file_href("data/diagnosis.csv")}};
    return figures::figure_html(figure, around);
}

SafeHtml diagnosis_profile(const PageContext& context, data::RegionIndex region) {
    const Comparison* const comparison = context.site().comparison.get();
    if (comparison == nullptr || !comparison->diagnosis) return {};
    const auto own = comparison->position(region);
    if (!own) return {};
    const Diagnosis& diagnosis = *comparison->diagnosis;
    chart::DotStrip strips;
    strips.names = chart::DotStrip::Names::left_out;  // the page is about one region
    for (std::size_t element = 0; element < diagnosis.elements.size(); ++element) {
        if (diagnosis.elements[element].regions[*own].score)
            strips.rows.push_back(strip(context, diagnosis, element, *own));
    }
    if (strips.rows.empty()) return {};
    figures::Figure figure;
    figure.id = "figure-elements";
    figure.plain_title = context.message("diagnosis.profile");
    figure.title = words(figure.plain_title);
    figure.plain_subtitle =
        context.message("diagnosis.profile-subtitle", {{"region", context.presenter().names(region).the}});
    figure.subtitle = words(figure.plain_subtitle);
    figure.chart = figures::drawn(std::move(strips));
    figure.description.sentences.push_back(context.presenter().locale().capitalized(
        context.presenter().locale().list(scores_in_words(context, diagnosis, *own)) + "."));
    figures::Surroundings around;
    around.data = figures::Surroundings::Data::left_out;
    around.links = {{context.message("diagnosis.title"), context.href("diagnosis.html")},
                    {context.message("diagnosis.download"), context.file_href("data/diagnosis.csv")}};
    return figures::figure_html(figure, around);
}

}  // namespace regioscope::report
