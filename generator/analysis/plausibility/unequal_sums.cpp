// Parts that do not make their whole: of a composition in percent without a whole the parts make 100, of any
// other the parts make the indicator that is the whole, both within the declared tolerance. Where a part is
// missing, the others cannot be more than the whole.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/number.h"
#include "analysis/place.h"
#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

namespace {

class SumRule {
  public:
    SumRule(const Figures& figures, const data::Composition& composition, Findings& findings)
        : figures_(figures), composition_(composition), findings_(findings) {}

    void run() {
        // Every place is found once, from the first part that has a figure there.
        for (std::size_t i = 0; i < composition_.parts.size(); ++i) {
            for (const Measurement& part : figures_.used.of(composition_.parts[i])) {
                if (is_first(i, part)) look(part.area, part.period);
            }
        }
    }

  private:
    bool is_first(std::size_t part, const Measurement& found) const {
        for (std::size_t i = 0; i < part; ++i) {
            if (figures_.used.find(composition_.parts[i], found.area, found.period) != nullptr) return false;
        }
        return true;
    }

    std::optional<Decimal> whole(data::AreaIndex area, data::PeriodIndex period) const {
        if (composition_.whole) {
            const Measurement* const found = figures_.used.find(*composition_.whole, area, period);
            return found != nullptr && !found->derived ? number_of(found) : std::nullopt;
        }
        const data::Indicator& first = figures_.dataset[composition_.parts.front()];
        const bool in_percent = figures_.dataset[first.unit].kind == data::Unit::Kind::percent;
        return in_percent ? std::optional(Decimal(100)) : std::nullopt;
    }

    /// Thirds that were computed do not make a whole: each part is off by less than its last digit.
    static Decimal lost_in_calculation(const std::vector<const Measurement*>& parts, const Decimal& whole) {
        const auto derived =
            std::count_if(parts.begin(), parts.end(), [](const Measurement* part) { return part->derived; });
        constexpr int certain_digits = Decimal::max_digits - 2;
        return whole.absolute() * Decimal(static_cast<int>(derived)) * Decimal::scaled(1, -certain_digits);
    }

    void look(data::AreaIndex area, data::PeriodIndex period) {
        const auto expected = whole(area, period);
        if (!expected) return;
        Decimal total;
        std::vector<const Measurement*> parts;
        for (const data::IndicatorIndex part : composition_.parts) {
            const Measurement* const found = figures_.used.find(part, area, period);
            const auto number = number_of(found);
            if (!number) continue;
            total += *number;
            parts.push_back(found);
        }
        const bool complete = parts.size() == composition_.parts.size();
        const Decimal surplus = total - *expected;
        const Decimal allowed = composition_.tolerance + lost_in_calculation(parts, *expected);
        const bool good = complete ? surplus.absolute() <= allowed : surplus <= allowed;
        if (good || parts.empty()) return;
        report(parts, total, *expected, complete);
    }

    void report(const std::vector<const Measurement*>& parts, const Decimal& total, const Decimal& expected,
                bool complete) {
        const data::Dataset& dataset = figures_.dataset;
        const Measurement& first = *parts.front();
        Finding finding = make_warning(
            "parts-do-not-add-up", dataset[first.origins.front()].span,
            fmt::format("{} of '{}' make {}, where the whole is {}", complete ? "the parts" : "some parts",
                        composition_.id, total.text(), expected.text()));
        finding.subject =
            fmt::format("{}/{}/{}", composition_.id, dataset[first.area].id, dataset[first.period].written);
        for (const Measurement* const part : parts) {
            for (const data::ObservationIndex origin : part->origins)
                finding.notes.push_back(note_of(dataset, origin));
        }
        if (composition_.whole) {
            const Measurement* const found =
                figures_.used.find(*composition_.whole, first.area, first.period);
            for (const data::ObservationIndex origin : found->origins)
                finding.notes.push_back(note_of(dataset, origin));
        }
        finding.note(fmt::format("the composition allows a difference of {}", composition_.tolerance.text()),
                     composition_.span);
        finding.note(fmt::format("the subject is '{}'", finding.subject));
        findings_.add(std::move(finding));
    }

    const Figures& figures_;
    const data::Composition& composition_;
    Findings& findings_;
};

}  // namespace

void find_unequal_sums(const Figures& figures, Findings& findings) {
    for (const data::Composition& composition : figures.dataset.compositions)
        SumRule(figures, composition, findings).run();
}

}  // namespace regioscope::analysis::plausibility
