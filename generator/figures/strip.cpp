#include "figures/strip.h"

#include <algorithm>

#include "figures/gathered.h"
#include "figures/voice.h"

namespace regioscope::figures {

namespace {

bool names_region(const StripSubject& subject, data::RegionIndex region) {
    return std::find(subject.named.begin(), subject.named.end(), region) != subject.named.end();
}

/// The measure with the period that most of its figures are about.
std::string measure_with_period(const StripSubject& subject, std::optional<data::PeriodIndex> reference,
                                const analysis::Presenter& presenter) {
    std::string name = presenter.short_name(subject.indicator);
    if (reference) name += ", " + presenter.period(*reference);
    return name;
}

}  // namespace

chart::StripRow strip_row(const StripSubject& subject, const analysis::Presenter& presenter) {
    const auto reference = analysis::reference_period(presenter.dataset(), subject.figures);
    chart::StripRow row{measure_with_period(subject, reference, presenter), {}, {}};
    for (const analysis::Measurement* const figure : subject.figures) {
        if (!figure->value) continue;
        const data::RegionIndex region = presenter.dataset()[figure->area].region;
        row.dots.push_back(
            {presenter.names(region).short_name, quantity_without_signs(*figure, reference, presenter),
             slot_of(presenter.dataset(), region),
             names_region(subject, region) ? chart::Emphasis::highlighted : chart::Emphasis::normal});
    }
    return row;
}

std::string strip_words(const StripSubject& subject, const analysis::Presenter& presenter) {
    std::vector<const analysis::Measurement*> ordered;
    for (const analysis::Measurement* const figure : subject.figures)
        if (figure->value) ordered.push_back(figure);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto* a, const auto* b) { return a->value->middle() < b->value->middle(); });
    const auto reference = analysis::reference_period(presenter.dataset(), subject.figures);
    std::vector<std::string> said;
    for (const analysis::Measurement* const figure : ordered) {
        const data::RegionIndex region = presenter.dataset()[figure->area].region;
        said.push_back(presenter.names(region).short_name + "\u00a0" +
                       quantity_without_signs(*figure, reference, presenter).text);
    }
    return presenter.message("strip.words", {{"measure", measure_with_period(subject, reference, presenter)},
                                             {"figures", presenter.locale().list(said)}});
}

}  // namespace regioscope::figures
