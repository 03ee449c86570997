#include "report/pages/portrait.h"

#include <fmt/format.h>

#include "analysis/standout.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using analysis::Standout;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

constexpr std::size_t most_of_a_kind = 3;

/// What a sentence sets the figure beside; sentences that follow each other take turns.
enum class Beside { other_region, median, country };

class Teller {
  public:
    Teller(PageContext& context, data::RegionIndex region)
        : context_(context), benchmark_(context.site().benchmark_of(region)) {}

    List tell(const std::vector<Standout>& standouts) {
        List sentences;
        for (const Standout& standout : standouts)
            sentences.push_back(markup(tell(standout)));
        return sentences;
    }

  private:
    SafeHtml tell(const Standout& standout) {
        const Beside beside = next_beside(standout);
        const analysis::Presenter& presenter = context_.presenter();
        std::vector<MarkupArgument> parts = {
            {"indicator", dated_name(context_, standout.indicator, standout.measurement->period)},
            {"value", figure_in_text(context_, *standout.measurement, std::nullopt)}};
        locale::Arguments words = {
            {"count", Decimal(static_cast<int>(standout.of))},
            {"place", Decimal(static_cast<int>(standout.place))},
            {"median", presenter.figure(data::Value::point(standout.median), standout.indicator)}};
        const analysis::Measurement* const other =
            beside == Beside::country ? country_figure(standout) : standout.other;
        if (other != nullptr) {
            const data::NameForms& names = presenter.names(context_.dataset()[other->area].region);
            parts.push_back({"other", figure_in_text(context_, *other, standout.measurement->period)});
            words.push_back({"region", names.the});
            words.push_back({"in", names.in});
        }
        return sentence(context_, message_id(standout, beside), parts, std::move(words));
    }

    /// "portrait.highest.median"
    static std::string message_id(const Standout& standout, Beside beside) {
        const bool is_high = standout.end == Standout::End::high;
        const bool is_end = standout.place == 1;
        const std::string_view where = is_high ? is_end ? "highest" : "upper" : is_end ? "lowest" : "lower";
        const std::string_view what = beside == Beside::other_region ? "region"
                                      : beside == Beside::median     ? "median"
                                                                     : "country";
        return fmt::format("portrait.{}.{}", where, what);
    }

    /// The country's figure of the same period; null where there is none.
    const analysis::Measurement* country_figure(const Standout& standout) const {
        if (!benchmark_) return nullptr;
        const analysis::Measurement* const figure =
            context_.measurements().find(standout.indicator, *benchmark_);
        const bool is_like =
            figure != nullptr && figure->value && figure->period == standout.measurement->period;
        return is_like ? figure : nullptr;
    }

    Beside next_beside(const Standout& standout) {
        turn_ = static_cast<Beside>((static_cast<int>(turn_) + 1) % 3);
        if (turn_ == Beside::country && country_figure(standout) == nullptr) turn_ = Beside::other_region;
        if (turn_ == Beside::other_region && standout.other == nullptr) turn_ = Beside::median;
        return turn_;
    }

    PageContext& context_;
    std::optional<data::RegionIndex> benchmark_;
    Beside turn_ = Beside::country;
};

}  // namespace

void fill_portrait(PageContext& context, Map& names, data::RegionIndex region) {
    const analysis::Standouts standouts =
        analysis::standouts_of(context.edition().standings, context.dataset(), region, most_of_a_kind);
    Teller teller(context, region);
    List groups;
    const auto add = [&](const char* heading, const std::vector<Standout>& list) {
        if (list.empty()) return;
        groups.push_back(Map{{"heading", context.message(heading)}, {"sentences", teller.tell(list)}});
    };
    add("portrait.favourable", standouts.favourable);
    add("portrait.unfavourable", standouts.unfavourable);
    add("portrait.unlike", standouts.unlike);
    names.set("portrait", std::move(groups));
}

}  // namespace regioscope::report
