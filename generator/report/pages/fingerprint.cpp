#include "report/pages/fingerprint.h"

#include <algorithm>

#include "figures/cells.h"
#include "figures/figure_html.h"
#include "figures/strip.h"
#include "report/html.h"

namespace regioscope::report {

using analysis::Standing;
using escape::SafeHtml;

namespace {

/// More dots than that are a smear, and all regions on every region's page would cost their number squared.
constexpr std::size_t most_dots = 40;
constexpr std::size_t open_notes = 3;

/// `2nd highest of 6`, `lowest of 4`.
std::string place_words(const PageContext& context, const analysis::Rank& rank) {
    const bool is_lowest = rank.rank == rank.of && rank.rank > 1;
    return context.message(
        is_lowest ? "rank.lowest-of" : "rank.highest-of",
        {{"rank", Decimal(static_cast<int>(rank.rank))}, {"count", Decimal(static_cast<int>(rank.of))}});
}

class Fingerprint {
  public:
    Fingerprint(const PageContext& context, data::RegionIndex region, std::size_t position)
        : context_(context),
          region_(region),
          position_(position),
          notes_(context.presenter(), context.text()) {
        strips_.names = chart::DotStrip::Names::left_out;  // the page is about one region
    }

    void add(data::IndicatorIndex indicator) {
        const Standing& standing = context_.edition().standings.of(indicator);
        const analysis::Measurement* const own = standing.measurements[position_];
        if (own == nullptr || !own->value) return;
        figures::StripSubject subject{indicator, {}, {region_}};
        for (const analysis::Measurement* const figure : standing.measurements)
            if (figure != nullptr) subject.figures.push_back(figure);
        strips_.rows.push_back(figures::strip_row(subject, context_.presenter()));
        if (standing.counted > 1)
            strips_.rows.back().note = place_words(context_, *standing.ranks[position_]);
        description_.push_back(context_.message(
            "describe.position-on", {{"measure", context_.presenter().short_name(indicator)},
                                     {"rank", Decimal(static_cast<int>(standing.ranks[position_]->rank))},
                                     {"count", Decimal(static_cast<int>(standing.counted))},
                                     {"value", context_.presenter().figure(*own)}}));
        // Only what is to be minded about this region; that of the others stands on their pages.
        notes_.signs_of(*own, analysis::marks_of(context_.dataset(), *own, standing.reference));
        shown_.push_back(own);
    }

    std::size_t size() const { return strips_.rows.size(); }

    /// Empty when it has no lines.
    figures::Chart chart() {
        return strips_.rows.empty() ? figures::Chart() : figures::drawn(std::move(strips_));
    }

    SafeHtml html() {
        if (strips_.rows.empty()) return {};
        figures::Figure figure;
        figure.id = "figure-position";
        figure.plain_title = context_.message("region.position");
        figure.title = words(figure.plain_title);
        figure.subtitle = words(
            context_.message("region.position-intro", {{"region", context_.presenter().names(region_).the}}));
        figure.chart = figures::drawn(std::move(strips_));
        figure.description.sentences = std::move(description_);
        for (const figures::Note& note : notes_.notes())
            figure.notes.push_back({{}, note.text});
        figure.sources = figures::source_links(shown_, context_.presenter(), context_.to());
        figures::Surroundings around;
        around.data = figures::Surroundings::Data::left_out;
        around.source_word = context_.message("table.source");
        around.open_notes = open_notes;
        const std::size_t folded = figure.notes.size() - std::min(open_notes, figure.notes.size());
        around.more_notes =
            context_.message("figure.more-notes", {{"count", Decimal(static_cast<int>(folded))}});
        return figures::figure_html(figure, around);
    }

  private:
    const PageContext& context_;
    data::RegionIndex region_;
    std::size_t position_;
    figures::NoteList notes_;
    chart::DotStrip strips_;
    std::vector<std::string> description_;
    std::vector<const analysis::Measurement*> shown_;
};

std::optional<Fingerprint> fingerprint_of(const PageContext& context, data::RegionIndex region,
                                          std::size_t most) {
    const Site& site = context.site();
    const auto position = site.edition->standings.position(region);
    const bool can_compare = site.regions.size() >= 2 && site.regions.size() <= most_dots;
    if (!position || !can_compare) return std::nullopt;
    std::optional<Fingerprint> taken(std::in_place, context, region, *position);
    for (const data::IndicatorIndex indicator : site.key_indicators)
        if (taken->size() < most) taken->add(indicator);
    return taken;
}

}  // namespace

SafeHtml fingerprint(const PageContext& context, data::RegionIndex region, std::size_t most) {
    std::optional<Fingerprint> taken = fingerprint_of(context, region, most);
    return taken ? taken->html() : SafeHtml();
}

figures::Chart fingerprint_chart(const PageContext& context, data::RegionIndex region, std::size_t most) {
    std::optional<Fingerprint> taken = fingerprint_of(context, region, most);
    return taken ? taken->chart() : figures::Chart();
}

}  // namespace regioscope::report
