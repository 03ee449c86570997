// Words for figures through time, for parts of a whole, and for facts.
#include <algorithm>
#include <map>

#include "analysis/ranking.h"
#include "figures/describe.h"
#include "figures/parts.h"

namespace regioscope::figures {

namespace {

constexpr std::size_t most_series = 8;

class Series {
  public:
    Series(const Gathered& gathered, std::size_t row, const Presenter& presenter)
        : grid_(gathered.grid), row_(row), presenter_(presenter) {
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            if (compared_value(grid_, row, column, presenter)) known_.push_back(column);
        }
    }

    std::size_t count() const { return known_.size(); }
    std::size_t first() const { return known_.front(); }
    std::size_t last() const { return known_.back(); }
    data::Value value(std::size_t column) const { return *compared_value(grid_, row_, column, presenter_); }
    Decimal number(std::size_t column) const { return value(column).middle(); }
    bool is_exact() const {
        return std::all_of(known_.begin(), known_.end(), [&](std::size_t column) {
            return value(column).kind == data::Value::Kind::point;
        });
    }
    std::string text(std::size_t column) const {
        return spoken(grid_.cells[row_][column], Drawn::value, presenter_);
    }
    /// Where the same sentence says the unit once more.
    std::string text_without_unit(std::size_t column) const {
        if (unit_goes_with_number(indicator(), presenter_)) return text(column);
        return drawn_text(grid_.cells[row_][column], Drawn::value, presenter_,
                          {.unit = locale::Display::UnitMark::hidden});
    }
    std::string period(std::size_t column) const { return label_of(grid_.columns[column], presenter_); }
    std::string when(std::size_t column) const { return figures::when(grid_.columns[column], presenter_); }
    data::IndicatorIndex indicator() const { return *grid_.rows[row_].indicator; }
    Decimal threshold() const { return presenter_.dataset()[indicator()].about_equal; }

    /// The inner figure that stands out from both ends by more than the threshold, if there is one: with all
    /// that are equal to it.
    std::vector<std::size_t> turns(bool upwards) const {
        std::vector<std::size_t> found;
        for (const std::size_t column : known_) {
            const auto beyond = [&](std::size_t end) {
                const Decimal difference = number(column) - number(end);
                return (upwards ? difference : -difference) > threshold();
            };
            if (!beyond(first()) || !beyond(last())) continue;
            if (!found.empty()) {
                const Decimal best = number(found.front());
                if (upwards ? number(column) < best : number(column) > best) continue;
                if (number(column) != best) found.clear();
            }
            found.push_back(column);
        }
        return found;
    }

  private:
    const Grid& grid_;
    std::size_t row_;
    const Presenter& presenter_;
    std::vector<std::size_t> known_;
};

/// Regions name their lines; where one region has several indicators, those do.
std::string name_of(const Gathered& gathered, std::size_t row, const Presenter& presenter) {
    const Subject& subject = gathered.grid.rows[row];
    if (gathered.indicators.size() < 2) return label_of(subject, presenter);
    const bool one_region =
        std::all_of(gathered.grid.rows.begin(), gathered.grid.rows.end(),
                    [&](const Subject& other) { return other.region == gathered.grid.rows.front().region; });
    const std::string indicator = presenter.name(*subject.indicator);
    return one_region ? indicator : indicator + " " + presenter.names(*subject.region).in;
}

/// From the first figure to the last: what is about the same, what rose or fell for certain, or neither.
std::string_view id_of(const Series& series) {
    const data::Value from = series.value(series.first());
    const data::Value to = series.value(series.last());
    const bool is_exact = from.kind == data::Value::Kind::point && to.kind == data::Value::Kind::point;
    if (is_exact && from.low == to.low) return "describe.unchanged";
    if (analysis::are_level({from, to}, series.threshold())) return "describe.flat";
    if (data::less(from, to) == data::Truth::yes) return "describe.rise";
    return data::less(to, from) == data::Truth::yes ? "describe.fall" : "describe.change-open";
}

void describe_way(const Series& series, const std::string& name, const Presenter& presenter,
                  std::vector<std::string>& out) {
    out.push_back(sentence(presenter, id_of(series),
                           {{"name", name},
                            {"from", series.text_without_unit(series.first())},
                            {"first", series.when(series.first())},
                            {"to", series.text(series.last())},
                            {"last", series.when(series.last())}}));
    // Between bounds nobody knows what stands out.
    if (!series.is_exact()) return;
    for (const bool upwards : {true, false}) {
        const std::vector<std::size_t> turns = series.turns(upwards);
        if (turns.empty()) continue;
        std::vector<std::string> periods;
        for (const std::size_t turn : turns)
            periods.push_back(series.when(turn));
        out.push_back(sentence(presenter, upwards ? "describe.peak" : "describe.trough",
                               {{"name", name},
                                {"period", presenter.locale().list(periods)},
                                {"value", series.text(turns.front())}}));
    }
}

std::string listed(const Presenter& presenter, const std::vector<std::string>& items) {
    return presenter.locale().list(items);
}

void describe_rungs(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    std::map<int, std::vector<std::string>> rungs;
    for (const RungPlace& place : gathered.rungs)
        rungs[-place.place.rung].push_back(presenter.names(place.region).the);
    for (const auto& [rung, regions] : rungs) {
        out.push_back(sentence(presenter, "describe.ladder-rung",
                               {{"rung", presenter.number(-rung)}, {"regions", listed(presenter, regions)}}));
    }
}

void describe_events(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const auto when = [&](const Event& event) { return presenter.period(event.period); };
    const Event& first = gathered.events.front();
    const Event& last = gathered.events.back();
    const auto names = [&](const Event& end) {
        std::vector<std::string> list;
        for (const Event& event : gathered.events) {
            if (event.period == end.period) list.push_back(event.name);
        }
        return listed(presenter, list);
    };
    if (!(first.period == last.period) && !first.name.empty() && !last.name.empty())
        out.push_back(sentence(presenter, "describe.first-and-last",
                               {{"first", names(first)},
                                {"first_period", when(first)},
                                {"last", names(last)},
                                {"last_period", when(last)}}));
    std::map<data::RegionIndex, int> counts;
    for (const Event& event : gathered.events)
        ++counts[event.region];
    if (counts.size() < 2) return;
    std::vector<std::string> items;
    for (const auto& [region, count] : counts)
        items.push_back(presenter.names(region).short_name + " " + presenter.number(count));
    out.push_back(sentence(presenter, "describe.per-region", {{"regions", listed(presenter, items)}}));
}

/// How many of the employers are directed from elsewhere, most first.
void describe_seats(const Grid& grid, const Presenter& presenter, std::vector<std::string>& out) {
    struct Outside {
        std::string region;
        int outside = 0;
        int count = 0;
    };
    std::vector<Outside> rows;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        rows.push_back({label_of(grid.rows[row], presenter)});
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const data::Seat seat = *grid.columns[column].seat;
            const int count = *grid.cells[row][column].count;
            rows.back().count += count;
            const bool is_outside = seat == data::Seat::country || seat == data::Seat::abroad;
            rows.back().outside += is_outside ? count : 0;
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Outside& a, const Outside& b) { return a.outside > b.outside; });
    const auto number = [&](int n) { return presenter.number(n); };
    std::vector<std::string> items;
    for (const Outside& row : rows)
        items.push_back(
            row.region + " " +
            presenter.message("rank.of", {{"rank", number(row.outside)}, {"count", number(row.count)}}));
    out.push_back(sentence(presenter, "describe.seats", {{"regions", listed(presenter, items)}}));
}

}  // namespace

void describe_series(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    std::vector<std::string> missing;
    std::size_t known = 0;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const Series series(gathered, row, presenter);
        const std::string name = name_of(gathered, row, presenter);
        if (series.count() == 0) {
            missing.push_back(name);
        } else if (known++ >= most_series) {
            continue;
        } else if (series.period(series.first()) == series.period(series.last())) {
            out.push_back(sentence(presenter, "describe.one-period",
                                   {{"name", name},
                                    {"period", series.period(series.first())},
                                    {"value", series.text(series.first())}}));
        } else {
            describe_way(series, name, presenter, out);
        }
    }
    if (known > most_series)
        out.push_back(sentence(presenter, "describe.others",
                               {{"count", Decimal(static_cast<int>(known - most_series))}}));
    for (const data::RegionIndex region : gathered.without)
        missing.push_back(presenter.names(region).the);
    tell_missing("describe.missing", "describe.missing-many", missing, presenter, out);
}

/// Why nothing can be told of a row's parts: they cannot be shared out, not all of them are known, or all are
/// nothing. Empty when something can, and when nothing is known at all.
std::string why_untold(const Grid& grid, std::size_t row, const Presenter& presenter) {
    const std::string_view unshared = reason_of(grid.rows[row].unshared);
    if (!unshared.empty()) return presenter.message(unshared);
    std::size_t known = 0;
    bool is_open = false;
    bool is_nothing = true;
    for (const Datum& datum : grid.cells[row]) {
        if (datum.measurement == nullptr || !datum.measurement->value) continue;
        ++known;
        is_open = is_open || figures::is_open(*datum.measurement->value);
        is_nothing = is_nothing && datum.measurement->value->middle() == Decimal();
    }
    if (known == 0) return {};
    if (known < grid.cells[row].size() || is_open) return presenter.message("figure.parts-unknown");
    return is_nothing ? presenter.message(reason_of(Unshared::whole_zero)) : std::string();
}

std::string equally_large(const Grid& grid, std::size_t row, const std::vector<std::size_t>& parts,
                          const Presenter& presenter) {
    std::vector<std::string> names;
    for (const std::size_t part : parts)
        names.push_back(label_of(grid.columns[part], presenter));
    return presenter.message("describe.parts-tied",
                             {{"parts", listed(presenter, names)},
                              {"value", spoken(grid.cells[row][parts.front()], grid.drawn, presenter)}});
}

void describe_parts(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    const Grid& grid = gathered.grid;
    if (!grid.columns.empty() && grid.columns.front().seat) return describe_seats(grid, presenter, out);
    // Per part: the rows in which it is the largest. The rest is no part of its own, and what is in it may be
    // larger than a part that is smaller than all of it.
    std::map<std::size_t, std::vector<std::size_t>> rows_of;
    std::vector<std::string> missing;
    std::map<std::string, std::vector<std::string>> by_reason;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const std::string name = the(presenter, grid.rows[row]);
        const std::string reason = why_untold(grid, row, presenter);
        if (!reason.empty()) {
            by_reason[reason].push_back(name);
            continue;
        }
        analysis::ComparedValues parts;
        std::optional<Decimal> rest;
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const bool counts = !grid.columns[column].is_rest;
            if (!counts) rest = number_of(grid, row, column, presenter);
            parts.push_back(counts ? compared_value(grid, row, column, presenter) : std::nullopt);
        }
        const analysis::Extreme largest = analysis::extreme_of(parts, analysis::End::highest);
        const bool may_be_in_rest = rest && !largest.members.empty() &&
                                    *number_of(grid, row, largest.members.front(), presenter) < *rest;
        if (may_be_in_rest) continue;
        if (largest.members.empty())
            missing.push_back(name);
        else if (largest.members.size() == 1)
            rows_of[largest.members.front()].push_back(row);
        else
            by_reason[equally_large(grid, row, largest.members, presenter)].push_back(name);
    }
    const auto text = [&](std::size_t row, std::size_t column) {
        return spoken(grid.cells[row][column], grid.drawn, presenter);
    };
    for (auto& [column, rows] : rows_of) {
        std::stable_sort(rows.begin(), rows.end(), [&, part = column](std::size_t a, std::size_t b) {
            return *number_of(grid, a, part, presenter) > *number_of(grid, b, part, presenter);
        });
        const std::string part = label_of(grid.columns[column], presenter);
        if (rows.size() > 1 && rows.size() == grid.rows.size() && gathered.without.empty()) {
            const auto who = [&, part_column = column, &all = rows](const std::string& figure) {
                std::vector<std::string> names;
                for (const std::size_t row : all) {
                    if (text(row, part_column) == figure)
                        names.push_back(presenter.names(*grid.rows[row].region).short_name);
                }
                return listed(presenter, names);
            };
            const std::string low = text(rows.back(), column);
            const std::string high = text(rows.front(), column);
            if (low == high) {
                out.push_back(sentence(presenter, "describe.same-largest-part-alike",
                                       {{"part", part}, {"value", high}}));
                continue;
            }
            out.push_back(sentence(presenter, "describe.same-largest-part",
                                   {{"part", part},
                                    {"low", low},
                                    {"lowest", who(low)},
                                    {"high", high},
                                    {"highest", who(high)}}));
            continue;
        }
        std::vector<std::string> items;
        for (const std::size_t row : rows)
            items.push_back(presenter.names(*grid.rows[row].region).in + " (" + text(row, column) + ")");
        out.push_back(sentence(presenter, "describe.largest-part",
                               {{"part", part}, {"regions", listed(presenter, items)}}));
    }
    for (const auto& [reason, names] : by_reason)
        out.push_back(sentence(presenter, "describe.reason",
                               {{"regions", listed(presenter, names)}, {"reason", reason}}));
    for (const data::RegionIndex region : gathered.without)
        missing.push_back(presenter.names(region).the);
    if (!missing.empty() && missing.size() <= most_series)
        out.push_back(sentence(presenter, "describe.missing", {{"regions", listed(presenter, missing)}}));
}

void describe_facts(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out) {
    if (!gathered.rungs.empty()) describe_rungs(gathered, presenter, out);
    if (!gathered.events.empty()) describe_events(gathered, presenter, out);
    if (!gathered.places.empty()) {
        std::vector<std::string> names;
        for (const data::RegionIndex region : gathered.places)
            names.push_back(presenter.names(region).the);
        out.push_back(sentence(presenter, "describe.map", {{"regions", listed(presenter, names)}}));
    }
    if (!gathered.targets.empty()) {
        std::vector<const data::Goal*> goals;
        int changed = 0;
        for (const GoalTarget& target : gathered.targets) {
            if (std::find(goals.begin(), goals.end(), target.goal) == goals.end())
                goals.push_back(target.goal);
            changed += target.earlier != nullptr ? 1 : 0;
        }
        out.push_back(sentence(presenter, "describe.goals",
                               {{"targets", Decimal(static_cast<int>(gathered.targets.size()))},
                                {"goals", Decimal(static_cast<int>(goals.size()))}}));
        if (changed > 0)
            out.push_back(sentence(presenter, "describe.goals-changed", {{"count", Decimal(changed)}}));
    }
}

}  // namespace regioscope::figures
