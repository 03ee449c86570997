#include "cli/difference_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/finding_text.h"

namespace regioscope::cli {

namespace {

using analysis::Change;
using analysis::ClaimChange;
using analysis::FigureChange;
using analysis::Measurement;
using report::Changes;
using report::Revisit;

std::string_view heading_of(Revisit::Kind kind) {
    switch (kind) {
        case Revisit::Kind::turned_claim:
            return "Claims that turned";
        case Revisit::Kind::moved_claim:
            return "Claims that hold as before, on other figures";
        case Revisit::Kind::text:
            return "Texts that read other figures";
        case Revisit::Kind::figure:
            return "Figures that draw others";
        case Revisit::Kind::check:
            return "Checks that read others";
        case Revisit::Kind::citation:
            return "Citations of tables of which figures were replaced";
    }
    return "";
}

std::string place_text(Span span) {
    const Position place = span.source->position(span.begin);
    return fmt::format("{}:{}:{}", span.source->name(), place.line, place.column);
}

/// A place's readings, a few in full: of a long series only the number is news.
constexpr std::size_t most_readings = 6;

std::string readings_text(std::string_view word, const std::set<std::string>& readings) {
    std::string text;
    std::size_t told = 0;
    for (const std::string& reading : readings) {
        if (told++ == most_readings) {
            text += fmt::format("      {} … and {} more\n", word, readings.size() - most_readings);
            break;
        }
        text += fmt::format("      {} {}\n", word, reading);
    }
    return text;
}

std::string revisit_text(const Revisit& revisit) {
    std::string text = fmt::format("  {}: {}\n", place_text(revisit.place), revisit.subject);
    text += readings_text("-", revisit.before);
    text += readings_text("+", revisit.after);
    for (const Span words : revisit.words)
        text += fmt::format("      {}: {}\n", place_text(words), words.text());
    return text;
}

std::string figure_text(const data::Dataset& dataset, const Measurement* measurement) {
    if (measurement == nullptr || !measurement->value) return "none";
    if (measurement->derived) return fmt::format("{} (derived)", measurement->value->text());
    const data::Citation& citation = dataset[dataset[measurement->origins.front()].citation];
    return fmt::format("{} ({}{}{})", measurement->value->text(), dataset[citation.source].id,
                       citation.locator.label.empty() ? "" : ", ", citation.locator.label);
}

std::string change_text(const Changes& changes, const Change& change) {
    const data::Dataset& then = changes.before->dataset();
    const data::Dataset& now = changes.after->dataset();
    const data::Dataset& dataset = change.after != nullptr ? now : then;
    std::string text = fmt::format("  {} of {}", dataset[change.either().indicator].id,
                                   dataset[dataset[change.either().area].region].id);
    if (change.has_new_rank()) {
        text += fmt::format(", rank {} of {} → {} of {}", change.rank_before->rank, change.rank_before->of,
                            change.rank_after->rank, change.rank_after->of);
    }
    text += "\n";
    for (const FigureChange& figure : change.figures) {
        const data::Dataset& own = figure.after != nullptr ? now : then;
        text += fmt::format("      {}: {} → {}\n", own[figure.either().period].written,
                            figure_text(then, figure.before), figure_text(now, figure.after));
    }
    return text;
}

std::string claim_text(const ClaimChange& change) {
    const auto truth = [](const std::optional<analysis::Verdict>& verdict) {
        return !verdict ? "not made" : verdict->holds ? "true" : "false";
    };
    const bool is_made = change.after != nullptr;
    return fmt::format("  {}: {} → {}{}\n", change.either().id, truth(change.then), truth(change.now),
                       is_made ? "" : " (no longer made)");
}

std::string fact_text(const Changes& changes, const analysis::FactChange& change) {
    const analysis::StatedFact& fact = change.either();
    const auto words = [](const std::optional<analysis::StatedFact>& one, const report::Site& site) {
        return one ? analysis::words_of(*one, site.presenters.front()) : std::string("none");
    };
    return fmt::format("  {}{}{}{}{}: {} → {}\n", analysis::StatedFact::about_words[fact.about],
                       fact.id.empty() ? "" : " ", fact.id, fact.region.empty() ? "" : " of ", fact.region,
                       words(change.before, *changes.before), words(change.after, *changes.after));
}

std::string paths_text(std::string_view heading, const std::vector<std::string>& paths) {
    return paths.empty() ? "" : fmt::format("\n{}\n  {}\n", heading, fmt::join(paths, "\n  "));
}

std::string totals_text(const Changes& changes) {
    const analysis::EditionDifference& difference = changes.difference;
    const auto ranks = std::count_if(difference.changes.begin(), difference.changes.end(),
                                     [](const Change& change) { return change.has_new_rank(); });
    const auto turned =
        std::count_if(difference.claims.begin(), difference.claims.end(),
                      [](const ClaimChange& change) { return change.kind == ClaimChange::Kind::turned; });
    return fmt::format(
        "{} → {}: {} new figures, {} revised, {} withdrawn; {} other ranks; {} claims turned\n",
        changes.before->edition->id(), changes.after->edition->id(),
        difference.count(FigureChange::Kind::added), difference.count(FigureChange::Kind::revised),
        difference.count(FigureChange::Kind::withdrawn), ranks, turned);
}

/// Line breaks are ours.
std::string harmless_lines(std::string_view text) {
    std::string lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines += harmless(text.substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    return lines;
}

}  // namespace

std::string difference_text(const Changes& changes, const std::vector<Revisit>& revisit) {
    std::string text = totals_text(changes);
    const Revisit* before = nullptr;
    for (const Revisit& one : revisit) {
        if (before == nullptr || before->kind != one.kind)
            text += fmt::format("\n{}\n", heading_of(one.kind));
        text += revisit_text(one);
        before = &one;
    }
    if (!changes.difference.claims.empty()) text += "\nClaims\n";
    for (const ClaimChange& change : changes.difference.claims)
        text += claim_text(change);
    if (!changes.difference.facts.empty()) text += "\nGoals and facts\n";
    for (const analysis::FactChange& change : changes.difference.facts)
        text += fact_text(changes, change);
    text += paths_text("New pages", changes.new_pages);
    text += paths_text("Pages that are gone", changes.gone_pages);
    if (!changes.difference.changes.empty()) text += "\nFigures, the weightiest change first\n";
    for (const Change& change : changes.difference.changes)
        text += change_text(changes, change);
    return harmless_lines(text);
}

}  // namespace regioscope::cli
