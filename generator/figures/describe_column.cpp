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
    data::Value value;
    std::string text;
};

using Group = std::vector<Ranked>;

class Column {
  public:
    Column(const Gathered& gathered, std::size_t column, const Presenter& presenter)
        : gathered_(gathered), grid_(gathered.grid), column_(column), presenter_(presenter) {
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            if (grid_.rows[row].is_benchmark) continue;
            const auto value = compared_value(grid_, row, column, presenter);
            if (!value) {
                ++unknown_;
                continue;
            }
            entries_.push_back({row, *value, spoken(grid_.cells[row][column], grid_.drawn, presenter)});
        }
        std::stable_sort(entries_.begin(), entries_.end(), [](const Ranked& a, const Ranked& b) {
            return a.value.middle() > b.value.middle();
        });
    }

    const Group& entries() const { return entries_; }
    std::size_t unknown() const { return unknown_ + gathered_.without.size(); }
    data::IndicatorIndex indicator() const {
        const Subject& column = grid_.columns[column_];
        return column.indicator ? *column.indicator : gathered_.indicators.front();
    }
    Decimal threshold() const { return presenter_.dataset()[indicator()].about_equal; }

    analysis::ComparedValues values() const {
        analysis::ComparedValues values;
        for (const Ranked& entry : entries_)
            values.emplace_back(entry.value);
        return values;
    }
    bool is_level() const { return analysis::are_level(values(), threshold()); }

    std::string names(const Group& entries) const {
        std::vector<std::string> names;
        for (const Ranked& entry : entries)
            names.push_back(the(presenter_, grid_.rows[entry.row]));
        return presenter_.locale().list(names);
    }
    std::string names_with_figures(const Group& entries) const {
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
    Group entries_;
    std::size_t unknown_ = 0;
};

/// Who stands at one end of a column, or may stand there.
struct ColumnEnd {
    Group group;
    bool is_decided = true;
};

ColumnEnd end_of(const Column& column, analysis::End end, const Decimal& threshold) {
    const analysis::Extreme extreme = analysis::extreme_of(column.values(), end, threshold);
    ColumnEnd found{{}, extreme.is_decided};
    for (const std::size_t i : extreme.members)
        found.group.push_back(column.entries()[i]);
    return found;
}

bool stands_in(const Group& group, const Ranked& entry) {
    return std::any_of(group.begin(), group.end(),
                       [&](const Ranked& other) { return other.row == entry.row; });
}

bool all_read_alike(const Group& entries) {
    return std::all_of(entries.begin(), entries.end(),
                       [&](const Ranked& entry) { return entry.text == entries.front().text; });
}

bool all_exact(const Group& entries) {
    return std::all_of(entries.begin(), entries.end(),
                       [](const Ranked& entry) { return entry.value.kind == data::Value::Kind::point; });
}

/// What is counted has the most or the fewest; anything else is highest or lowest.
std::string_view end_id(bool is_top, bool is_count) {
    if (is_top) return is_count ? "describe.highest-count" : "describe.highest";
    return is_count ? "describe.lowest-count" : "describe.lowest";
}

/// "Het hoogst is X met 9,0%" in its forms for one, for ties, for those about equal, and where a bound leaves
/// it open.
std::string end_sentence(const Column& column, const ColumnEnd& end, bool is_top,
                         const Presenter& presenter) {
    if (!end.is_decided)
        return sentence(presenter, is_top ? "describe.highest-open" : "describe.lowest-open",
                        {{"regions", column.names_with_figures(end.group)}});
    if (end.group.size() > 1 && !all_read_alike(end.group)) {
        return sentence(presenter, is_top ? "describe.highest-about" : "describe.lowest-about",
                        {{"regions", column.names_with_figures(end.group)}});
    }
    const bool is_count = presenter.unit_of(column.indicator()).kind == locale::Unit::Kind::count;
    return sentence(presenter, end_id(is_top, is_count),
                    {{"count", Decimal(static_cast<int>(end.group.size()))},
                     {"regions", column.names(end.group)},
                     {"value", end.group.front().text}});
}

void describe_benchmarks(const Gathered& gathered, std::size_t column, const Column& ranked,
                         const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const auto value = compared_value(grid, row, column, presenter);
        if (!grid.rows[row].is_benchmark || !value) continue;
        out.push_back(sentence(presenter, "describe.benchmark",
                               {{"region", the(presenter, grid.rows[row])},
                                {"value", spoken(grid.cells[row][column], grid.drawn, presenter)}}));
        const auto count = [&](data::Truth truth) {
            return std::count_if(ranked.entries().begin(), ranked.entries().end(), [&](const Ranked& entry) {
                return data::less(*value, entry.value) == truth;
            });
        };
        if (count(data::Truth::undecided) > 0) continue;
        const auto above = Decimal(static_cast<int>(count(data::Truth::yes)));
        if (ranked.unknown() == 0)
            out.push_back(sentence(presenter, "describe.above-benchmark", {{"count", above}}));
        else
            out.push_back(
                sentence(presenter, "describe.above-benchmark-known",
                         {{"count", above}, {"known", Decimal(static_cast<int>(ranked.entries().size()))}}));
    }
}

}  // namespace

void describe_missing(const Gathered& gathered, std::size_t column, const Presenter& presenter,
                      std::vector<std::string>& out) {
    std::vector<std::string> missing;
    std::vector<std::string> impossible;
    for (std::size_t row = 0; row < gathered.grid.rows.size(); ++row) {
        if (compared_value(gathered.grid, row, column, presenter)) continue;
        const Datum& datum = gathered.grid.cells[row][column];
        const bool is_impossible =
            datum.measurement != nullptr && datum.measurement->derived &&
            datum.measurement->statuses == data::Statuses{data::Status::missing_cannot_exist};
        (is_impossible ? impossible : missing).push_back(the(presenter, gathered.grid.rows[row]));
    }
    for (const data::RegionIndex region : gathered.without)
        missing.push_back(presenter.names(region).the);
    tell_missing("describe.missing", "describe.missing-many", missing, presenter, out);
    tell_missing("describe.not-computable", "describe.not-computable-many", impossible, presenter, out);
}

namespace {

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
        analysis::ComparedValues values(grid.rows.size());
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            if (row == own || !grid.rows[row].is_benchmark)
                values[row] = compared_value(grid, row, column, presenter);
        }
        const auto rank = analysis::ranks_of(values)[own];
        if (!rank || rank->of < 2) continue;
        out.push_back(sentence(presenter, "describe.position-on",
                               {{"measure", presenter.short_name(*grid.columns[column].indicator)},
                                {"rank", presenter.place(*rank)},
                                {"count", presenter.number(rank->of)},
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
        const auto count = [&](analysis::End end, std::map<std::size_t, int>& times) {
            const ColumnEnd found = end_of(ranked, end, ranked.threshold());
            if (found.is_decided && found.group.size() == 1) ++times[found.group.front().row];
        };
        count(analysis::End::highest, tops);
        count(analysis::End::lowest, bottoms);
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

/// Who stands at one end of several indicators' columns, with the figure: "in Aa en Bee (10 banen)".
std::string who_at(const ColumnEnd& end, const Column& column, const Grid& grid, const Presenter& presenter) {
    if (!end.is_decided)
        return presenter.message("describe.end-open", {{"regions", column.names_with_figures(end.group)}});
    std::vector<std::string> places;
    for (const Ranked& entry : end.group)
        places.push_back(presenter.names(*grid.rows[entry.row].region).in);
    return presenter.message(
        "describe.end", {{"regions", presenter.locale().list(places)}, {"value", end.group.front().text}});
}

/// Of those who are unknown nothing is said: the words tell of how many they speak.
std::string measure_with_known(const Column& column, const Presenter& presenter) {
    const std::string measure = presenter.short_name(column.indicator());
    if (column.unknown() == 0) return measure;
    const std::size_t known = column.entries().size();
    return presenter.message("describe.measure-known",
                             {{"measure", measure},
                              {"known", presenter.number(known)},
                              {"count", presenter.number(known + column.unknown())}});
}

/// A sentence about all who are known says of how many that are.
std::string finding_with_known(std::string finding, const Column& column, const Presenter& presenter) {
    if (finding.ends_with('.')) finding.pop_back();
    const std::size_t known = column.entries().size();
    return presenter.message("describe.known-of", {{"finding", finding},
                                                   {"known", presenter.number(known)},
                                                   {"count", presenter.number(known + column.unknown())}});
}

}  // namespace

void describe_column(const Gathered& gathered, std::size_t column, const Presenter& presenter,
                     std::vector<std::string>& out) {
    const Column ranked(gathered, column, presenter);
    const Group& entries = ranked.entries();
    if (entries.empty()) {
        out.push_back(presenter.message("describe.none"));
        describe_missing(gathered, column, presenter, out);
        return;
    }
    const std::size_t finding = out.size();
    const ColumnEnd top = end_of(ranked, analysis::End::highest, ranked.threshold());
    ColumnEnd bottom = end_of(ranked, analysis::End::lowest, ranked.threshold());
    if (entries.size() == 1) {
        out.push_back(sentence(presenter, ranked.unknown() == 0 ? "describe.one" : "describe.only",
                               {{"region", the(presenter, gathered.grid.rows[entries.front().row])},
                                {"value", entries.front().text}}));
    } else if (all_read_alike(entries) && all_exact(entries)) {
        out.push_back(sentence(presenter, "describe.all-equal", {{"value", entries.front().text}}));
    } else if (ranked.is_level()) {
        out.push_back(sentence(presenter, "describe.all-about-equal",
                               {{"low", entries.back().text}, {"high", entries.front().text}}));
    } else if (!top.is_decided && !bottom.is_decided && top.group.size() == entries.size() &&
               bottom.group.size() == entries.size()) {
        out.push_back(
            sentence(presenter, "describe.order-open", {{"regions", ranked.names_with_figures(entries)}}));
    } else {
        if (top.is_decided)
            std::erase_if(bottom.group, [&](const Ranked& entry) { return stands_in(top.group, entry); });
        Group between = entries;
        std::erase_if(between, [&](const Ranked& entry) {
            return stands_in(top.group, entry) || stands_in(bottom.group, entry);
        });
        out.push_back(end_sentence(ranked, top, true, presenter));
        if (!between.empty() && between.size() <= most_listed)
            out.push_back(
                sentence(presenter, "describe.between", {{"regions", ranked.names_with_figures(between)}}));
        if (!bottom.group.empty()) out.push_back(end_sentence(ranked, bottom, false, presenter));
        if (all_exact(entries) && gathered.grid.drawn != Drawn::share)
            out.push_back(sentence(
                presenter, "describe.gap",
                {{"difference", presenter.difference(entries.front().value.low - entries.back().value.low,
                                                     ranked.indicator())}}));
    }
    if (entries.size() > 1 && ranked.unknown() > 0)
        out[finding] = finding_with_known(std::move(out[finding]), ranked, presenter);
    describe_benchmarks(gathered, column, ranked, presenter, out);
    describe_missing(gathered, column, presenter, out);
}

void describe_columns(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    if (const auto own = only_highlighted(grid)) return describe_positions(gathered, *own, presenter, out);
    if (grid.columns.size() > most_indicators) return describe_leaders(gathered, presenter, out);
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const Column ranked(gathered, column, presenter);
        const Group& entries = ranked.entries();
        if (entries.size() < 2) continue;
        const std::string measure = measure_with_known(ranked, presenter);
        if (all_read_alike(entries) && all_exact(entries)) {
            out.push_back(sentence(presenter, "describe.same",
                                   {{"measure", measure}, {"value", entries.front().text}}));
        } else if (ranked.is_level()) {
            out.push_back(sentence(
                presenter, "describe.level",
                {{"measure", measure}, {"low", entries.back().text}, {"high", entries.front().text}}));
        } else {
            const auto who = [&](analysis::End end) {
                return who_at(end_of(ranked, end, Decimal()), ranked, grid, presenter);
            };
            out.push_back(sentence(presenter, "describe.extremes",
                                   {{"measure", measure},
                                    {"highest", who(analysis::End::highest)},
                                    {"lowest", who(analysis::End::lowest)}}));
        }
    }
}

void describe_pattern(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    describe_columns(gathered, presenter, out);
    const Grid& grid = gathered.grid;
    std::vector<std::pair<Decimal, Decimal>> points;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const auto x = number_of(grid, row, 0, presenter);
        const auto y = number_of(grid, row, 1, presenter);
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
