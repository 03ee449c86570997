#include "figures/describe.h"

#include <algorithm>

#include "analysis/number.h"
#include "figures/additions.h"

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

/// Whose periods stand side by side, where they do.
std::optional<data::RegionIndex> region_of_sequence(const Gathered& gathered, const Presenter& presenter) {
    if (gathered.shape != Shape::sequence) return std::nullopt;
    for (const std::vector<Datum>& row : gathered.grid.cells) {
        if (row.front().measurement != nullptr)
            return presenter.dataset()[row.front().measurement->area].region;
    }
    return std::nullopt;
}

/// "1984–2013", or "2014" where all happened in it; some events last for years.
std::string years_of(const std::vector<Event>& events, const Presenter& presenter) {
    int first = events.front().period.first.year;
    int last = first;
    for (const Event& event : events) {
        first = std::min(first, event.period.first.year);
        last = std::max(last, event.period.last.year);
    }
    if (first == last) return std::to_string(first);
    return presenter.message("figure.from-to",
                             {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

std::string picture_of(const Declaration& declared, const Gathered& gathered, const Presenter& presenter) {
    const Kind& kind = *gathered.kind;
    if (kind.picture.empty()) return {};
    const std::size_t count = kind.counts == nullptr ? region_count(gathered.grid) : kind.counts(gathered);
    locale::Arguments arguments = {{"count", Decimal(static_cast<int>(count))},
                                   {"measure", measure_of(declared, gathered, presenter)}};
    if (gathered.indicators.size() > 1) {
        arguments.push_back({"x", presenter.name(gathered.indicators[0])});
        arguments.push_back({"y", presenter.name(gathered.indicators[1])});
    }
    if (!gathered.events.empty()) arguments.push_back({"period", years_of(gathered.events, presenter)});
    if (const auto region = region_of_sequence(gathered, presenter)) {
        arguments.push_back({"region", presenter.names(*region).in});
        return sentence(presenter, "describe.sequence", arguments);
    }
    return sentence(presenter, kind.picture, arguments);
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

std::string when(const Subject& column, const Presenter& presenter) {
    if (!column.period) return label_of(column, presenter);
    const locale::Period period = analysis::period_of(presenter.dataset()[*column.period]);
    const auto words = [&](std::string_view id) {
        return presenter.message(id, {{"period", label_of(column, presenter)}});
    };
    switch (period.kind) {
        case locale::Period::Kind::day:
            return words("when.day");
        case locale::Period::Kind::quarter:
            return words("when.quarter");
        case locale::Period::Kind::year:
        case locale::Period::Kind::month:
        case locale::Period::Kind::interval:
        case locale::Period::Kind::school_year:
            break;
    }
    return words("when.year");
}

void tell_missing(std::string_view by_name, std::string_view by_count, const std::vector<std::string>& names,
                  const Presenter& presenter, std::vector<std::string>& out) {
    constexpr std::size_t most_named = 12;
    if (names.empty()) return;
    if (names.size() <= most_named)
        out.push_back(sentence(presenter, by_name, {{"regions", presenter.locale().list(names)}}));
    else
        out.push_back(sentence(presenter, by_count, {{"count", Decimal(static_cast<int>(names.size()))}}));
}

std::string the(const Presenter& presenter, const Subject& subject) {
    return subject.region ? presenter.names(*subject.region).the : label_of(subject, presenter);
}

std::optional<data::Value> compared_value(const Grid& grid, std::size_t row, std::size_t column,
                                          const Presenter& presenter) {
    const Datum& datum = grid.cells[row][column];
    if (grid.drawn == Drawn::share)
        return datum.drawn ? std::optional(data::Value::point(*datum.drawn)) : std::nullopt;
    if (datum.count) return data::Value::point(Decimal(*datum.count));
    return analysis::compared(presenter.dataset(), datum.measurement);
}

std::optional<Decimal> number_of(const Grid& grid, std::size_t row, std::size_t column,
                                 const Presenter& presenter) {
    const auto value = compared_value(grid, row, column, presenter);
    return value ? std::optional(value->middle()) : std::nullopt;
}

void describe_grid(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const std::vector<Subject>& columns = gathered.grid.columns;
    if (!columns.empty() && columns.front().period) return describe_series(gathered, presenter, out);
    if (columns.size() == 1) return describe_column(gathered, 0, presenter, out);
    describe_columns(gathered, presenter, out);
}

Description describe(const Declaration& declared, const Gathered& gathered, const Presenter& presenter) {
    Description out;
    if (gathered.is_empty()) {
        out.sentences.push_back(presenter.message("describe.none"));
        return out;
    }
    out.picture = picture_of(declared, gathered, presenter);
    gathered.kind->describe(gathered, presenter, out.sentences);
    for (const Level& level : gathered.levels)
        out.sentences.push_back(words_of(level, gathered, presenter) + ".");
    return out;
}

}  // namespace regioscope::figures
