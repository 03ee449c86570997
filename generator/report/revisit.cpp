#include "report/revisit.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "base/word_table.h"
#include "report/figure_list.h"
#include "report/text_readings.h"

namespace regioscope::report {

namespace {

using analysis::Measurement;

using Readings = std::set<std::string>;

Readings readings_among(const data::Dataset& dataset, const std::vector<const Measurement*>& measurements) {
    Readings readings;
    for (const Measurement* const measurement : measurements) {
        if (measurement != nullptr) readings.insert(analysis::reading_of(dataset, *measurement));
    }
    return readings;
}

/// Gathers the places, kind by kind.
class RevisitSearch {
  public:
    explicit RevisitSearch(const Changes& changes)
        : changes_(changes), before_(*changes.before), after_(*changes.after) {}

    std::vector<Revisit> run() {
        claims();
        texts();
        figures();
        checks();
        citations();
        std::stable_sort(found_.begin(), found_.end(), [](const Revisit& a, const Revisit& b) {
            const auto key = [](const Revisit& one) {
                return std::tuple(one.kind, std::string_view(one.place.source->name()), one.place.begin);
            };
            return key(a) < key(b);
        });
        return std::move(found_);
    }

  private:
    /// Adds a place, unless it reads the same and says the same.
    void add(Revisit::Kind kind, Span place, std::string subject, const Readings& before,
             const Readings& after, std::vector<Span> words = {}) {
        if (before == after && kind != Revisit::Kind::turned_claim) return;
        Revisit& revisit =
            found_.emplace_back(Revisit{kind, place, std::move(subject), {}, {}, std::move(words)});
        std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                            std::inserter(revisit.before, revisit.before.end()));
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                            std::inserter(revisit.after, revisit.after.end()));
    }

    void claims() {
        using Kind = analysis::ClaimChange::Kind;
        for (const analysis::ClaimChange& change : changes_.difference.claims) {
            // What is no longer made asks for nothing, and what is new was written for these figures.
            if (change.before == nullptr || change.after == nullptr) continue;
            std::vector<Span> said;
            for (const LedgerEntry& entry : after_.ledger) {
                if (entry.claim->id != change.after->id) continue;
                for (const ClaimMention& mention : entry.mentions)
                    said.push_back(mention.span);
            }
            add(change.kind == Kind::turned ? Revisit::Kind::turned_claim : Revisit::Kind::moved_claim,
                change.after->span, change.after->id,
                readings_among(before_.dataset(), change.then->measurements),
                readings_among(after_.dataset(), change.now->measurements), std::move(said));
        }
    }

    /// The later edition's texts, read on the figures of both.
    void texts() {
        for (const markdown::Document* const document : documents()) {
            if (document->mentions().values.empty()) continue;
            std::map<std::uint32_t, Readings> earlier;
            for (TextReading& reading : readings_of(*document, judged(before_)))
                earlier.emplace(reading.span.begin, std::move(reading.figures));
            for (const TextReading& reading : readings_of(*document, judged(after_))) {
                const auto known = earlier.find(reading.span.begin);
                // What only this edition says was written for it.
                if (known == earlier.end()) continue;
                add(Revisit::Kind::text, reading.span, std::string(reading.span.text()), known->second,
                    reading.figures);
            }
        }
    }

    std::vector<const markdown::Document*> documents() const {
        std::vector<const markdown::Document*> all;
        for (const NarrativePage* const page : after_.narrative) {
            for (const auto& document : page->documents) {
                if (document) all.push_back(&*document);
            }
        }
        for (const Words::Said& said : after_.project->words.all())
            all.push_back(&said.document);
        return all;
    }

    void figures() {
        for (const FigureEntry& entry : after_.drawn_figures) {
            const FigureEntry* const earlier = find_figure(before_, entry.declaration->id);
            if (earlier == nullptr) continue;
            std::vector<Span> titles;
            for (const data::Text::Entry& title : entry.declaration->title.entries)
                titles.push_back(title.span);
            add(Revisit::Kind::figure, entry.declaration->span, entry.declaration->id,
                readings_among(before_.dataset(), earlier->gathered.measurements()),
                readings_among(after_.dataset(), entry.gathered.measurements()), std::move(titles));
        }
    }

    void checks() {
        std::map<std::string_view, const analysis::CheckResult*> earlier;
        for (const analysis::CheckResult& result : before_.edition->checks)
            earlier.emplace(result.subject, &result);
        for (const analysis::CheckResult& result : after_.edition->checks) {
            const auto known = earlier.find(result.subject);
            if (known == earlier.end()) continue;
            add(Revisit::Kind::check, after_.dataset().checks[result.check].span, result.subject,
                readings_among(before_.dataset(), known->second->measurements),
                readings_among(after_.dataset(), result.measurements));
        }
    }

    /// Figures that the earlier edition used and the later one has from another table, by source and label.
    std::map<std::pair<std::string, std::string>, Readings> replaced() const {
        const auto use_of = [](const data::Dataset& dataset, data::ObservationIndex index) {
            const data::Observation& o = dataset[index];
            return fmt::format("{} in {}", data::key_of(dataset, o), dataset[o.table].id);
        };
        Readings used;
        for (const data::UsedObservation& one : before_.edition->figures.used())
            used.insert(use_of(before_.dataset(), one.observation));
        std::map<std::pair<std::string, std::string>, Readings> replaced;
        const data::Dataset& dataset = after_.dataset();
        for (const data::ObservationIndex index : after_.edition->figures.superseded()) {
            if (!used.contains(use_of(dataset, index))) continue;
            const data::Citation& citation = dataset[dataset[index].citation];
            replaced[{dataset[citation.source].id, citation.locator.label}].insert(
                fmt::format("{} = {}", data::key_of(dataset, dataset[index]), dataset[index].printed));
        }
        return replaced;
    }

    void citations() {
        const auto tables = replaced();
        if (tables.empty()) return;
        for (const markdown::Document* const document : documents()) {
            for (const markdown::ReferenceMention& mention : document->mentions().references) {
                const auto found = tables.find({mention.reference.source, mention.reference.locator});
                if (found == tables.end()) continue;
                add(Revisit::Kind::citation, mention.span,
                    fmt::format("{}, {}", mention.reference.source, mention.reference.locator), found->second,
                    {});
            }
        }
    }

    const Changes& changes_;
    const Site& before_;
    const Site& after_;
    std::vector<Revisit> found_;
};

}  // namespace

std::string_view word_of(Revisit::Kind kind) {
    static constexpr WordTable<Revisit::Kind, 6> words = {
        {"turned-claim", "moved-claim", "text", "figure", "check", "citation"}};
    return words[kind];
}

std::vector<Revisit> to_revisit(const Changes& changes) {
    return RevisitSearch(changes).run();
}

}  // namespace regioscope::report
