#include <nlohmann/json.hpp>

#include "report/changes.h"
#include "report/exports/exports.h"
#include "report/revisit.h"

namespace regioscope::report {

namespace {

using analysis::Change;
using analysis::ClaimChange;
using analysis::FigureChange;
using analysis::Measurement;
using nlohmann::ordered_json;

std::string_view word_of(FigureChange::Kind kind) {
    switch (kind) {
        case FigureChange::Kind::added:
            return "new";
        case FigureChange::Kind::revised:
            return "revised";
        case FigureChange::Kind::withdrawn:
            return "withdrawn";
    }
    return "";
}

std::string_view word_of(ClaimChange::Kind kind) {
    switch (kind) {
        case ClaimChange::Kind::turned:
            return "turned";
        case ClaimChange::Kind::added:
            return "new";
        case ClaimChange::Kind::gone:
            return "gone";
        case ClaimChange::Kind::moved:
            return "moved";
    }
    return "";
}

/// A figure with its source; null where there is none.
ordered_json figure_json(const data::Dataset& dataset, const Measurement* measurement) {
    if (measurement == nullptr || !measurement->value) return nullptr;
    ordered_json figure = {{"area", dataset[measurement->area].id},
                           {"period", dataset[measurement->period].written},
                           {"value", measurement->value->text()}};
    if (measurement->derived) {
        figure["source"] = "derived";
    } else {
        const data::Citation& citation = dataset[dataset[measurement->origins.front()].citation];
        figure["source"] = dataset[citation.source].id;
        figure["locator"] = citation.locator.label;
    }
    return figure;
}

ordered_json rank_json(const std::optional<analysis::Rank>& rank) {
    if (!rank) return nullptr;
    return {{"rank", rank->rank}, {"of", rank->of}};
}

ordered_json change_json(const Changes& changes, const Change& change) {
    const data::Dataset& then = changes.before->dataset();
    const data::Dataset& now = changes.after->dataset();
    const data::Dataset& dataset = change.after != nullptr ? now : then;
    ordered_json figures = ordered_json::array();
    for (const FigureChange& figure : change.figures) {
        figures.push_back({{"change", word_of(figure.kind)},
                           {"before", figure_json(then, figure.before)},
                           {"after", figure_json(now, figure.after)}});
    }
    ordered_json says;
    for (const analysis::Presenter& presenter : changes.after->presenters)
        says[presenter.language()] = change_sentences(presenter, changes, change);
    return {
        {"region", dataset[dataset[change.either().area].region].id},
        {"indicator", dataset[change.either().indicator].id},
        {"shown", {{"before", figure_json(then, change.before)}, {"after", figure_json(now, change.after)}}},
        {"rank", {{"before", rank_json(change.rank_before)}, {"after", rank_json(change.rank_after)}}},
        {"figures", std::move(figures)},
        {"says", std::move(says)}};
}

ordered_json claim_json(const Changes& changes, const ClaimChange& change) {
    ordered_json says;
    for (std::size_t language = 0; language < changes.after->language_count(); ++language)
        says[changes.after->presenters[language].language()] = statement_of(changes, change, language);
    return {{"id", change.either().id}, {"change", word_of(change.kind)}, {"says", std::move(says)}};
}

ordered_json fact_json(const Changes& changes, const analysis::FactChange& change) {
    const analysis::StatedFact& fact = change.either();
    ordered_json says;
    for (const analysis::Presenter& presenter : changes.after->presenters)
        says[presenter.language()] = fact_sentence(presenter, changes, change);
    return {{"about", analysis::StatedFact::about_words[fact.about]},
            {"region", fact.region.empty() ? ordered_json(nullptr) : ordered_json(fact.region)},
            {"id", fact.id.empty() ? ordered_json(nullptr) : ordered_json(fact.id)},
            {"change", analysis::FactChange::kind_words[change.kind]},
            {"says", std::move(says)}};
}

ordered_json place_json(Span span) {
    const Position place = span.source->position(span.begin);
    return {{"file", span.source->name()}, {"line", place.line}, {"column", place.column}};
}

ordered_json revisit_json(const Revisit& revisit) {
    ordered_json one = {{"kind", word_of(revisit.kind)}, {"subject", revisit.subject}};
    one.update(place_json(revisit.place));
    one["before"] = revisit.before;
    one["after"] = revisit.after;
    one["words"] = ordered_json::array();
    for (const Span words : revisit.words) {
        ordered_json said = place_json(words);
        said["text"] = words.text();
        one["words"].push_back(std::move(said));
    }
    return one;
}

}  // namespace

std::string changes_json(const Changes& changes, const std::vector<Revisit>* revisit) {
    ordered_json all = {{"before", changes.before->edition->id()},
                        {"after", changes.after->edition->id()},
                        {"changes", ordered_json::array()},
                        {"claims", ordered_json::array()},
                        {"facts", ordered_json::array()},
                        {"pages", {{"new", changes.new_pages}, {"gone", changes.gone_pages}}}};
    for (const Change& change : changes.difference.changes)
        all["changes"].push_back(change_json(changes, change));
    for (const ClaimChange& change : changes.difference.claims)
        all["claims"].push_back(claim_json(changes, change));
    for (const analysis::FactChange& change : changes.difference.facts)
        all["facts"].push_back(fact_json(changes, change));
    if (revisit != nullptr) {
        all["revisit"] = ordered_json::array();
        for (const Revisit& one : *revisit)
            all["revisit"].push_back(revisit_json(one));
    }
    return all.dump(1) + "\n";
}

void add_changes_file(const Site& site, Output& output) {
    if (site.changes != nullptr) output.add(std::string(changes_file), changes_json(*site.changes, nullptr));
}

}  // namespace regioscope::report
