#include "figures/describe.h"

#include "figures/additions.h"

#include <algorithm>

namespace regioscope::figures {

namespace {

std::string joined(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& one : sentences)
        out += out.empty() ? one : " " + one;
    return out;
}

std::size_t region_count(const Grid& grid) {
    std::vector<data::RegionIndex> seen;
    for (const Subject& row : grid.rows) {
        if (row.region && !row.is_benchmark && std::find(seen.begin(), seen.end(), *row.region) == seen.end())
            seen.push_back(*row.region);
    }
    return seen.size();
}

/// The measures with their period: `Werkloosheid, 2015`.
std::string measure_of(const Declaration& declared, const Gathered& gathered, const Presenter& presenter) {
    constexpr std::size_t most_named = 3;
    std::string measure;
    if (declared.composition) {
        measure = presenter.plain(presenter.dataset().compositions[*declared.composition].name);
    } else if (declared.facts == Declaration::Facts::employer_seats) {
        measure = presenter.message("figure.employer-seats");
    } else if (gathered.indicators.size() > most_named) {
        measure = presenter.message("table.key-figures");
    } else {
        std::vector<std::string> names;
        for (const data::IndicatorIndex indicator : gathered.indicators)
            names.push_back(presenter.name(indicator));
        measure = presenter.locale().list(names);
    }
    const Grid& grid = gathered.grid;
    if (grid.columns.empty()) return measure;
    if (grid.columns.front().period) {
        const std::string first = label_of(grid.columns.front(), presenter);
        const std::string last = label_of(grid.columns.back(), presenter);
        return measure + ", " +
               (first == last ? first
                              : presenter.message("figure.from-to", {{"first", first}, {"last", last}}));
    }
    const bool one_period =
        std::all_of(grid.references.begin(), grid.references.end(),
                    [&](const auto& period) { return period == grid.references.front(); });
    if (one_period && grid.references.front()) measure += ", " + presenter.period(*grid.references.front());
    return measure;
}

Decimal counted(std::size_t count) {
    return Decimal(static_cast<int>(count));
}

std::string picture_of(const Declaration& declared, const Gathered& gathered, const Presenter& presenter) {
    const Grid& grid = gathered.grid;
    const std::string measure = measure_of(declared, gathered, presenter);
    const Decimal regions = counted(region_count(grid));
    const auto of_regions = [&](std::string_view id) {
        return sentence(presenter, id, {{"count", regions}, {"measure", measure}});
    };
    switch (declared.kind) {
        case Kind::bar:
        case Kind::column:
            return of_regions("describe.bar");
        case Kind::grouped_bar:
            return of_regions("describe.grouped-bar");
        case Kind::stacked_bar:
        case Kind::share_bar:
            return of_regions("describe.stacked");
        case Kind::diverging_bar:
            return of_regions("describe.diverging-bar");
        case Kind::dot_plot:
            return of_regions("describe.dot-plot");
        case Kind::dot_strip:
            return of_regions("describe.dot-strip");
        case Kind::slope:
            return of_regions("describe.slope");
        case Kind::line:
            return sentence(presenter, "describe.line",
                            {{"count", counted(grid.rows.size())}, {"measure", measure}});
        case Kind::small_multiples:
            return sentence(presenter, "describe.small-multiples",
                            {{"count", counted(std::max(gathered.indicators.size(), std::size_t{1}) > 1
                                                   ? gathered.indicators.size()
                                                   : grid.rows.size())},
                             {"measure", measure}});
        case Kind::scatter:
            return sentence(presenter, "describe.scatter",
                            {{"x", presenter.name(gathered.indicators[0])},
                             {"y", presenter.name(gathered.indicators[1])}});
        case Kind::heatmap:
            return sentence(presenter, "describe.heatmap", {{"measure", measure}});
        case Kind::timeline: {
            if (gathered.events.empty()) return {};
            const auto period = [&](const Event& event) {
                return presenter.locale().period(analysis::period_of(event.period));
            };
            return sentence(presenter, "describe.timeline",
                            {{"count", counted(gathered.events.size())},
                             {"period", presenter.message("figure.from-to",
                                                          {{"first", period(gathered.events.front())},
                                                           {"last", period(gathered.events.back())}})}});
        }
        case Kind::ladder:
            return sentence(presenter, "describe.ladder", {{"count", Decimal(4)}});
        case Kind::map:
        case Kind::comparison_table:
        case Kind::ranking_table:
        case Kind::series_table:
        case Kind::goal_table:
            return {};
    }
    return {};
}

}  // namespace

std::string Description::summary() const {
    return joined(sentences);
}

std::string Description::whole() const {
    if (picture.empty()) return summary();
    return sentences.empty() ? picture : picture + " " + summary();
}

std::string sentence(const Presenter& presenter, std::string_view id, const locale::Arguments& arguments) {
    return presenter.locale().capitalized(presenter.message(id, arguments));
}

std::string the(const Presenter& presenter, const Subject& subject) {
    return subject.region ? presenter.names(*subject.region).the : label_of(subject, presenter);
}

std::optional<Decimal> number_of(const Grid& grid, std::size_t row, std::size_t column) {
    const Datum& datum = grid.cells[row][column];
    if (grid.drawn == Grid::Drawn::share) return datum.drawn;
    if (datum.count) return Decimal(*datum.count);
    if (!datum.has_value()) return std::nullopt;
    return datum.measurement->value->middle();
}

Description describe(const Declaration& declared, const Gathered& gathered, const Presenter& presenter) {
    Description out;
    if (gathered.is_empty()) {
        out.sentences.push_back(presenter.message("describe.none"));
        return out;
    }
    out.picture = picture_of(declared, gathered, presenter);
    const Grid& grid = gathered.grid;
    if (is_of_facts(declared.kind)) {
        describe_facts(gathered, presenter, out.sentences);
    } else if (is_stacked(declared.kind)) {
        describe_parts(gathered, presenter, out.sentences);
    } else if (!grid.columns.empty() && grid.columns.front().period) {
        describe_series(gathered, presenter, out.sentences);
    } else if (declared.kind == Kind::scatter) {
        describe_columns(gathered, presenter, out.sentences);
        describe_pattern(gathered, presenter, out.sentences);
    } else if (grid.columns.size() == 1) {
        describe_column(gathered, 0, presenter, out.sentences);
    } else {
        describe_columns(gathered, presenter, out.sentences);
    }
    for (const Level& level : gathered.levels)
        out.sentences.push_back(words_of(level, gathered, presenter) + ".");
    return out;
}

}  // namespace regioscope::figures
