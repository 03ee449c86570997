// Words for figures that set regions beside each other.
#include <algorithm>
#include <map>

#include "analysis/ranking.h"
#include "figures/describe.h"

namespace regioscope::figures {

namespace {

constexpr std::size_t most_listed = 6;
constexpr std::size_t most_indicators = 4;

/// One region's figure in a column.
struct Ranked {
    std::size_t row = 0;
    Decimal number;
    std::string text;
};

class Column {
  public:
    Column(const Gathered& gathered, std::size_t column, const Presenter& presenter)
        : gathered_(gathered), grid_(gathered.grid), column_(column), presenter_(presenter) {
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const auto number = number_of(grid_, row, column);
            if (!number || grid_.rows[row].is_benchmark) continue;
            entries_.push_back({row, *number, spoken(grid_.cells[row][column], grid_.drawn, presenter)});
        }
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const Ranked& a, const Ranked& b) { return a.number > b.number; });
    }

    const std::vector<Ranked>& entries() const { return entries_; }
    data::IndicatorIndex indicator() const {
        const Subject& column = grid_.columns[column_];
        return column.indicator ? *column.indicator : gathered_.indicators.front();
    }
    Decimal threshold() const { return presenter_.dataset()[indicator()].about_equal; }

    /// The entries about equal to the first, from the top; not all of them.
    std::vector<Ranked> top() const {
        std::vector<Ranked> group;
        for (const Ranked& entry : entries_) {
            if (entries_.front().number - entry.number <= threshold()) group.push_back(entry);
        }
        return group;
    }
    std::vector<Ranked> bottom() const {
        std::vector<Ranked> group;
        for (const Ranked& entry : entries_) {
            const bool is_low = entry.number - entries_.back().number <= threshold();
            const bool is_top = entries_.front().number - entry.number <= threshold();
            if (is_low && !is_top) group.push_back(entry);
        }
        return group;
    }
    bool is_level() const { return entries_.front().number - entries_.back().number <= threshold(); }

    std::string names(const std::vector<Ranked>& entries) const {
        std::vector<std::string> names;
        for (const Ranked& entry : entries)
            names.push_back(the(presenter_, grid_.rows[entry.row]));
        return presenter_.locale().list(names);
    }
    std::string names_with_figures(const std::vector<Ranked>& entries) const {
        std::vector<std::string> items;
        for (const Ranked& entry : entries)
            items.push_back(the(presenter_, grid_.rows[entry.row]) + " (" + entry.text + ")");
        return presenter_.locale().list(items);
    }

  private:
    const Gathered& gathered_;
    const Grid& grid_;
    std::size_t column_;
    const Presenter& presenter_;
    std::vector<Ranked> entries_;
};

bool all_read_alike(const std::vector<Ranked>& entries) {
    return std::all_of(entries.begin(), entries.end(),
                       [&](const Ranked& entry) { return entry.text == entries.front().text; });
}

/// "Het hoogst is X met 9,0%" in its forms for one, for ties and for those about equal.
std::string end_sentence(const Column& column, const std::vector<Ranked>& group, bool is_top,
                         const Presenter& presenter) {
    if (group.size() > 1 && !all_read_alike(group)) {
        return sentence(presenter, is_top ? "describe.highest-about" : "describe.lowest-about",
                        {{"regions", column.names_with_figures(group)}});
    }
    return sentence(presenter, is_top ? "describe.highest" : "describe.lowest",
                    {{"count", Decimal(static_cast<int>(group.size()))},
                     {"regions", column.names(group)},
                     {"value", group.front().text}});
}

bool all_exact(const Grid& grid, std::size_t column, const std::vector<Ranked>& entries) {
    return std::all_of(entries.begin(), entries.end(), [&](const Ranked& entry) {
        const Datum& datum = grid.cells[entry.row][column];
        return datum.measurement != nullptr && datum.measurement->value->kind == data::Value::Kind::point;
    });
}

void describe_benchmarks(const Gathered& gathered, std::size_t column, const Column& ranked,
                         const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const auto number = number_of(grid, row, column);
        if (!grid.rows[row].is_benchmark || !number) continue;
        out.push_back(sentence(presenter, "describe.benchmark",
                               {{"region", the(presenter, grid.rows[row])},
                                {"value", spoken(grid.cells[row][column], grid.drawn, presenter)}}));
        const auto above = std::count_if(ranked.entries().begin(), ranked.entries().end(),
                                         [&](const Ranked& entry) { return entry.number > *number; });
        out.push_back(
            sentence(presenter, "describe.above-benchmark", {{"count", Decimal(static_cast<int>(above))}}));
    }
}

void describe_missing(const Gathered& gathered, std::size_t column, const Presenter& presenter,
                      std::vector<std::string>& out) {
    std::vector<std::string> names;
    for (std::size_t row = 0; row < gathered.grid.rows.size(); ++row) {
        if (!number_of(gathered.grid, row, column)) names.push_back(the(presenter, gathered.grid.rows[row]));
    }
    for (const data::RegionIndex region : gathered.without)
        names.push_back(presenter.names(region).the);
    if (!names.empty() && names.size() <= 2 * most_listed)
        out.push_back(sentence(presenter, "describe.missing", {{"regions", presenter.locale().list(names)}}));
}

/// Which of the rows is highlighted alone.
std::optional<std::size_t> only_highlighted(const Grid& grid) {
    std::optional<std::size_t> found;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        if (grid.rows[row].emphasis != chart::Emphasis::highlighted) continue;
        if (found) return std::nullopt;
        found = row;
    }
    return found;
}

/// Where one region stands on each indicator.
void describe_positions(const Gathered& gathered, std::size_t own, const Presenter& presenter,
                        std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const auto number = number_of(grid, own, column);
        if (!number) continue;
        int rank = 1;
        int count = 0;
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const auto other = number_of(grid, row, column);
            if (!other || grid.rows[row].is_benchmark) continue;
            ++count;
            rank += *other > *number ? 1 : 0;
        }
        if (count < 2) continue;
        out.push_back(sentence(presenter, "describe.position-on",
                               {{"measure", presenter.short_name(*grid.columns[column].indicator)},
                                {"rank", presenter.number(rank)},
                                {"count", presenter.number(count)},
                                {"value", spoken(grid.cells[own][column], grid.drawn, presenter)}}));
    }
}

/// With many indicators: who is at the top or the bottom most often.
void describe_leaders(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    std::map<std::size_t, int> tops;
    std::map<std::size_t, int> bottoms;
    int compared = 0;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const Column ranked(gathered, column, presenter);
        if (ranked.entries().size() < 2 || ranked.is_level()) continue;
        ++compared;
        if (ranked.top().size() == 1) ++tops[ranked.entries().front().row];
        if (ranked.bottom().size() == 1) ++bottoms[ranked.entries().back().row];
    }
    const auto tell = [&](const std::map<std::size_t, int>& times, std::string_view id) {
        const auto most = std::max_element(times.begin(), times.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == times.end() || most->second < 2) return;
        const bool tied = std::count_if(times.begin(), times.end(),
                                        [&](const auto& other) { return other.second == most->second; }) > 1;
        if (tied) return;
        out.push_back(sentence(presenter, id,
                               {{"region", the(presenter, grid.rows[most->first])},
                                {"times", presenter.number(most->second)},
                                {"count", presenter.number(compared)}}));
    };
    tell(tops, "describe.often-highest");
    tell(bottoms, "describe.often-lowest");
}

}  // namespace

void describe_column(const Gathered& gathered, std::size_t column, const Presenter& presenter,
                     std::vector<std::string>& out) {
    const Column ranked(gathered, column, presenter);
    const std::vector<Ranked>& entries = ranked.entries();
    if (entries.empty()) {
        out.push_back(presenter.message("describe.none"));
        return;
    }
    if (entries.size() == 1) {
        out.push_back(sentence(presenter, "describe.only",
                               {{"region", the(presenter, gathered.grid.rows[entries.front().row])},
                                {"value", entries.front().text}}));
    } else if (all_read_alike(entries)) {
        out.push_back(sentence(presenter, "describe.all-equal", {{"value", entries.front().text}}));
    } else if (ranked.is_level()) {
        out.push_back(sentence(presenter, "describe.all-about-equal",
                               {{"low", entries.back().text}, {"high", entries.front().text}}));
    } else {
        const std::vector<Ranked> top = ranked.top();
        const std::vector<Ranked> bottom = ranked.bottom();
        out.push_back(end_sentence(ranked, top, true, presenter));
        const std::vector<Ranked> between(entries.begin() + static_cast<std::ptrdiff_t>(top.size()),
                                          entries.end() - static_cast<std::ptrdiff_t>(bottom.size()));
        if (!between.empty() && between.size() <= most_listed)
            out.push_back(
                sentence(presenter, "describe.between", {{"regions", ranked.names_with_figures(between)}}));
        out.push_back(end_sentence(ranked, bottom, false, presenter));
        if (all_exact(gathered.grid, column, entries) && gathered.grid.drawn != Drawn::share)
            out.push_back(
                sentence(presenter, "describe.gap",
                         {{"difference", presenter.difference(entries.front().number - entries.back().number,
                                                              ranked.indicator())}}));
    }
    describe_benchmarks(gathered, column, ranked, presenter, out);
    describe_missing(gathered, column, presenter, out);
}

void describe_columns(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    if (const auto own = only_highlighted(grid)) return describe_positions(gathered, *own, presenter, out);
    if (grid.columns.size() > most_indicators) return describe_leaders(gathered, presenter, out);
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const Column ranked(gathered, column, presenter);
        if (ranked.entries().size() < 2) continue;
        const Ranked& high = ranked.entries().front();
        const Ranked& low = ranked.entries().back();
        const std::string measure = presenter.short_name(ranked.indicator());
        if (ranked.is_level()) {
            out.push_back(sentence(presenter, "describe.level",
                                   {{"measure", measure}, {"low", low.text}, {"high", high.text}}));
            continue;
        }
        const auto where = [&](const Ranked& entry) {
            return presenter.names(*grid.rows[entry.row].region).in;
        };
        out.push_back(sentence(presenter, "describe.extremes",
                               {{"measure", measure},
                                {"highest", where(high)},
                                {"high", high.text},
                                {"lowest", where(low)},
                                {"low", low.text}}));
    }
}

void describe_pattern(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    describe_columns(gathered, presenter, out);
    const Grid& grid = gathered.grid;
    std::vector<std::pair<Decimal, Decimal>> points;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const auto x = number_of(grid, row, 0);
        const auto y = number_of(grid, row, 1);
        if (x && y && !grid.rows[row].is_benchmark) points.emplace_back(*x, *y);
    }
    // Kendall's measure: pairs of regions that order alike against those that order the other way. Fewer
    // than five points show no pattern worth a sentence.
    constexpr std::size_t least_points = 5;
    if (points.size() < least_points) return;
    int alike = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t k = i + 1; k < points.size(); ++k) {
            const auto x = points[i].first <=> points[k].first;
            const auto y = points[i].second <=> points[k].second;
            ++pairs;
            if (x == std::strong_ordering::equal || y == std::strong_ordering::equal) continue;
            alike += x == y ? 1 : -1;
        }
    }
    const bool clear = std::abs(alike) * 2 >= pairs;
    const std::string_view id = !clear      ? "describe.no-pattern"
                                : alike > 0 ? "describe.together"
                                            : "describe.opposite";
    out.push_back(sentence(presenter, id,
                           {{"x", presenter.short_name(gathered.indicators[0])},
                            {"y", presenter.short_name(gathered.indicators[1])}}));
}

}  // namespace regioscope::figures
