// Timeline, ladder and map: charts of facts.
#include <algorithm>

#include "figures/charts.h"

namespace regioscope::figures {

namespace {

/// Each region once, in the order of the datasets.
std::vector<data::RegionIndex> regions_of(const std::vector<Event>& events) {
    std::vector<data::RegionIndex> regions;
    for (const Event& event : events)
        regions.push_back(event.region);
    std::sort(regions.begin(), regions.end());
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    return regions;
}

chart::Timeline timeline(const Gathered& gathered, const Presenter& presenter) {
    chart::Timeline chart{period_axis(presenter)};
    const std::vector<data::RegionIndex> regions = regions_of(gathered.events);
    for (const data::RegionIndex region : regions) {
        if (regions.size() < 2) break;
        chart.lanes.push_back({presenter.names(region).short_name, slot_of(presenter.dataset(), region)});
    }
    for (const Event& event : gathered.events) {
        const data::Period& period = event.period;
        const double first = chart::day_number({period.first.year, period.first.month, period.first.day});
        const double last = chart::day_number({period.last.year, period.last.month, period.last.day});
        constexpr double one_year = 366;
        const bool lasts = last - first > one_year;
        const double day = lasts ? first : day_of(period);
        chart.events.push_back({day, lasts ? last : day,
                                presenter.locale().period(analysis::period_of(period)),
                                event.name.empty() ? presenter.plain(event.text) : event.name,
                                slot_of(presenter.dataset(), event.region)});
        chart.events.back().lane = static_cast<std::size_t>(
            std::lower_bound(regions.begin(), regions.end(), event.region) - regions.begin());
    }
    return chart;
}

chart::Ladder ladder(const Gathered& gathered, const Presenter& presenter) {
    chart::Ladder chart;
    chart.rung_title = presenter.message("profile.ladder");
    for (const char* const rung : {"ladder.1.name", "ladder.2.name", "ladder.3.name", "ladder.4.name"})
        chart.rungs.push_back(presenter.message(rung));
    for (const RungPlace& place : gathered.rungs) {
        chart.items.push_back(
            {presenter.names(place.region).short_name, static_cast<std::size_t>(place.place.rung - 1), 0,
             slot_of(presenter.dataset(), place.region),
             place.place.reading == data::Reading::ours ? chart::Status::provisional : chart::Status::firm});
    }
    return chart;
}

chart::GeoPoint point_of(const Decimal& longitude, const Decimal& latitude) {
    return {longitude.to_double(), latitude.to_double()};
}

chart::LocatorMap map(const Gathered& gathered, const Presenter& presenter,
                      const std::vector<Outline>& outlines) {
    chart::LocatorMap chart;
    for (const Outline& outline : outlines) {
        chart::Rings rings;
        for (const std::vector<Outline::Corner>& ring : outline.rings) {
            rings.emplace_back();
            for (const Outline::Corner& corner : ring)
                rings.back().push_back(point_of(corner.longitude, corner.latitude));
        }
        chart.land.push_back(std::move(rings));
    }
    for (const data::RegionIndex region : gathered.places) {
        const data::Position& position = *presenter.dataset()[region].position;
        chart.regions.push_back({presenter.names(region).short_name,
                                 slot_of(presenter.dataset(), region),
                                 {},
                                 point_of(position.longitude, position.latitude)});
    }
    return chart;
}

}  // namespace

Chart fact_chart(const Gathered& gathered, const Voice& voice, const std::vector<Outline>& outlines) {
    const Presenter& presenter = voice.presenter;
    if (gathered.kind == Kind::ladder) return {ladder(gathered, presenter)};
    if (gathered.kind == Kind::map) return {map(gathered, presenter, outlines)};
    return {timeline(gathered, presenter)};
}

}  // namespace regioscope::figures
