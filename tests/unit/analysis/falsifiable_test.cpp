// Each claim of the report can turn false: one figure or one fact of those it read, changed, is enough. A
// claim that nothing can falsify says nothing.
#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "analysis/claims.h"
#include "unit/analysis/real_report.h"

using namespace regioscope;

namespace {

using Change = std::function<void(data::Dataset&)>;

/// The report's figures after a change, in one edition.
class Changed {
  public:
    Changed(const data::Dataset& dataset, const std::vector<data::Edition>& editions, std::size_t edition,
            const locale::Locale& locale)
        : edition_(dataset, editions, edition, dataset.find_set("all-regions")->regions, findings_),
          presenter_(edition_.measurements, locale, "nl") {}

    analysis::View view() const { return {&presenter_, &edition_}; }

  private:
    Findings findings_;
    analysis::EditionModel edition_;
    analysis::Presenter presenter_;
};

/// Other numbers for a figure, from far below to far above.
std::vector<data::Value> other_values(const data::Value& value) {
    const Decimal number = value.middle();
    std::vector<data::Value> others;
    for (const Decimal& other :
         {Decimal(0), number * Decimal(10) + Decimal(1), number * Decimal::scaled(5, -1), number + Decimal(1),
          number - Decimal(1), Decimal(1'000'000)})
        others.push_back(data::Value::point(other));
    return others;
}

/// Changes of one cell behind the figures that were read; a corrected figure is changed where it is
/// corrected.
std::vector<Change> cell_changes(const data::Dataset& dataset, const analysis::Verdict& verdict) {
    std::vector<Change> changes;
    std::set<data::ObservationIndex> cells;
    for (const analysis::Measurement* const read : verdict.measurements) {
        if (read->correction && read->value) {
            for (const data::Value& other : other_values(*read->value))
                changes.push_back([correction = *read->correction, other](data::Dataset& changed) {
                    changed.corrections[correction].value = other;
                });
            continue;
        }
        cells.insert(read->origins.begin(), read->origins.end());
    }
    for (const data::ObservationIndex cell : cells) {
        if (!dataset[cell].value) continue;
        for (const data::Value& other : other_values(*dataset[cell].value))
            changes.push_back([cell, other](data::Dataset& changed) {
                changed.observations[static_cast<std::size_t>(cell)].value = other;
            });
    }
    return changes;
}

void shift_years(std::optional<data::Period>& period, int years) {
    if (!period) return;
    period->first.year += years;
    period->last.year += years;
}

/// Changes of one fact of a profile.
std::vector<Change> fact_changes(const data::Dataset& dataset, std::size_t index) {
    const data::Profile& profile = dataset.all_facts.profiles[index];
    std::vector<Change> changes;
    const auto add = [&](std::function<void(data::Profile&)> change) {
        changes.push_back([index, change = std::move(change)](data::Dataset& changed) {
            change(changed.all_facts.profiles[index]);
        });
    };
    if (profile.innovation) {
        for (const char* const type : {"scale-intensive", "supplier-dominated"})
            add([type](data::Profile& changed) { changed.innovation->type = type; });
    }
    if (profile.ladder) {
        for (const int rung : {1, 2, 3, 4})
            add([rung](data::Profile& changed) { changed.ladder->rung = rung; });
    }
    for (std::size_t i = 0; profile.employers && i < profile.employers->list.size(); ++i) {
        for (const data::Seat seat : {data::Seat::region, data::Seat::country, data::Seat::abroad})
            add([i, seat](data::Profile& changed) { changed.employers->list[i].seat = seat; });
        for (const char* const sector : {"industry", "leisure"})
            add([i, sector](data::Profile& changed) { changed.employers->list[i].sector = sector; });
    }
    for (const int years : {-100, 100}) {
        for (std::size_t i = 0; i < profile.organisations.size(); ++i)
            add([i, years](data::Profile& changed) { shift_years(changed.organisations[i].founded, years); });
        for (std::size_t i = 0; i < profile.partnerships.size(); ++i)
            add([i, years](data::Profile& changed) { shift_years(changed.partnerships[i].founded, years); });
    }
    return changes;
}

std::vector<Change> changes_for(const data::Dataset& dataset, const analysis::Verdict& verdict) {
    std::vector<Change> changes = cell_changes(dataset, verdict);
    if (verdict.facts.empty()) return changes;
    for (std::size_t i = 0; i < dataset.all_facts.profiles.size(); ++i) {
        for (Change& change : fact_changes(dataset, i))
            changes.push_back(std::move(change));
    }
    return changes;
}

/// Untrue, rather than not to be evaluated any more.
bool is_untrue(const analysis::Verdict& verdict) {
    for (const Finding& finding : verdict.findings) {
        if (finding.code == "claim-failed") return true;
    }
    return false;
}

}  // namespace

TEST_CASE("each claim of the report holds, and one changed cell or fact makes it untrue") {
    const RealReport& report = real_report();
    SourceLibrary library;
    Findings findings;
    const auto text = open_folder(REGIOSCOPE_SOURCE_DIR)->read("site/claims.json");
    REQUIRE(text);
    const std::vector<data::Edition>& editions = report.editions();
    const std::vector<analysis::Claim> claims =
        analysis::read_claims(library.add("site/claims.json", *text), editions, findings);
    REQUIRE_MESSAGE(!findings.has_errors(), all_texts(findings));
    REQUIRE(claims.size() > 50);
    std::string unfalsifiable;
    for (const analysis::Claim& claim : claims) {
        std::size_t edition = editions.size() - 1;
        while (edition > 0 && !claim.editions.includes(editions, edition))
            --edition;
        const Changed unchanged(report.dataset(), editions, edition, report.locale());
        const analysis::Verdict verdict = analysis::judge(claim, unchanged.view());
        CHECK_MESSAGE(verdict.holds, claim.id);
        bool can_fail = false;
        for (const Change& change : changes_for(report.dataset(), verdict)) {
            data::Dataset dataset = report.dataset();
            change(dataset);
            const Changed changed(dataset, editions, edition, report.locale());
            can_fail = is_untrue(analysis::judge(claim, changed.view()));
            if (can_fail) break;
        }
        if (!can_fail) unfalsifiable += claim.id + "\n";
    }
    CHECK_MESSAGE(unfalsifiable.empty(), "nothing can falsify:\n", unfalsifiable);
}
