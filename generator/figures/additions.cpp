// What a declaration adds to the data of a figure: lines at an average or a target, and words at points and
// periods.
#include "figures/additions.h"

#include <algorithm>

namespace regioscope::figures {

namespace {

/// The plain average of the regions' figures; of one there is none.
void add_mean(const Gathered& gathered, std::vector<Level>& levels) {
    Decimal sum;
    int count = 0;
    for (std::size_t row = 0; row < gathered.grid.rows.size(); ++row) {
        const Datum& datum = gathered.grid.cells[row].front();
        if (gathered.grid.rows[row].is_benchmark || !datum.has_value()) continue;
        sum += datum.measurement->value->middle();
        ++count;
    }
    if (count < 2) return;
    if (const auto mean = Decimal::divide(sum, Decimal(count)))
        levels.push_back({*mean, static_cast<std::size_t>(count)});
}

/// What a goal asks of the indicator: each version's number, oldest first, equal ones once.
void add_targets(const data::Goal& goal, data::IndicatorIndex indicator, const data::Dataset& dataset,
                 std::vector<Level>& levels) {
    const std::size_t first = levels.size();
    for (const data::GoalVersion& version : goal.versions) {
        for (const data::Target& target : version.targets) {
            const bool same_unit = !target.unit || *target.unit == dataset[indicator].unit;
            if (target.indicator != indicator || !target.target || !same_unit) continue;
            const Decimal value = target.target->middle();
            const bool is_known =
                std::any_of(levels.begin() + static_cast<std::ptrdiff_t>(first), levels.end(),
                            [&](const Level& level) { return level.value == value; });
            if (!is_known) levels.push_back({value, 0, &goal, &version, &target});
        }
    }
    const bool has_changed = levels.size() > first + 1;
    for (std::size_t i = first; i < levels.size(); ++i)
        levels[i].says_when = has_changed;
}

bool is_of(const Annotation& annotation, const Subject& row, const Subject& column, const Datum& datum,
           const Gathered& gathered) {
    const auto matches = [](const auto& wanted, const auto& down, const auto& across) {
        return !wanted || wanted == down || wanted == across;
    };
    const bool tells_periods = row.period || column.period;
    const bool right_period =
        tells_periods ? matches(annotation.period, row.period, column.period)
                      : !annotation.period ||
                            (datum.measurement != nullptr && datum.measurement->period == *annotation.period);
    const bool tells_indicators = row.indicator || column.indicator;
    const bool right_indicator =
        tells_indicators ? matches(annotation.indicator, row.indicator, column.indicator)
                         : !annotation.indicator || (gathered.indicators.size() == 1 &&
                                                     gathered.indicators.front() == *annotation.indicator);
    return matches(annotation.region, row.region, column.region) && right_period && right_indicator;
}

/// The cell that the annotation means: of several the last, which over time is the latest. A gap has a mark
/// to write beside only where it is drawn as a bar.
std::optional<Annotated> find_point(const Annotation& annotation, const Gathered& gathered) {
    const Grid& grid = gathered.grid;
    for (std::size_t column = grid.columns.size(); column-- > 0;) {
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const Datum& datum = grid.cells[row][column];
            if (!is_of(annotation, grid.rows[row], grid.columns[column], datum, gathered)) continue;
            if (datum.has_value() || gathered.kind->marks_gaps) return Annotated{&annotation, row, column};
        }
    }
    return std::nullopt;
}

std::optional<Annotated> find_stretch(const Annotation& annotation, const Gathered& gathered) {
    const bool is_only_period = annotation.period && !annotation.region && !annotation.indicator;
    if (!gathered.kind->shades_periods || !is_only_period) return std::nullopt;
    const Grid& grid = gathered.grid;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        if (grid.columns[column].period == annotation.period)
            return Annotated{&annotation, std::nullopt, column};
    }
    return std::nullopt;
}

}  // namespace

void gather_additions(const Declaration& declared, const Material& material, Gathered& out) {
    if (out.grid.cells.empty()) return;
    if (declared.mean) add_mean(out, out.levels);
    if (declared.kind->draws_targets && !declared.indicators.empty()) {
        for (const std::string& id : declared.goals) {
            if (const data::Goal* const goal = material.edition->facts.find_goal(id))
                add_targets(*goal, declared.indicators.front(), material.dataset(), out.levels);
        }
    }
    for (const Annotation& annotation : declared.annotations) {
        auto found = find_stretch(annotation, out);
        if (!found) found = find_point(annotation, out);
        if (found) out.annotations.push_back(*found);
    }
}

std::string words_of(const Level& level, const Gathered& gathered, const Presenter& presenter) {
    const data::IndicatorIndex indicator = gathered.indicators.front();
    if (level.target == nullptr) {
        const Decimal rounded = level.value.rounded(presenter.dataset()[indicator].decimals);
        return presenter.message("figure.mean",
                                 {{"value", presenter.figure(data::Value::point(rounded), indicator)}});
    }
    const std::string value = presenter.figure(*level.target->target, indicator);
    const std::string due = level.target->due ? presenter.period(*level.target->due) : "";
    if (!level.says_when) return presenter.message("figure.target", {{"due", due}, {"value", value}});
    const data::Date date = data::published(presenter.dataset(), level.version->citation);
    const std::string stated = presenter.locale().period(
        {locale::Period::Kind::month, {date.year, date.month, 1}, {date.year, date.month, date.day}});
    return presenter.message("figure.target-stated", {{"due", due}, {"value", value}, {"stated", stated}});
}

std::string sign_of(std::size_t annotation) {
    return std::string(1, static_cast<char>('A' + annotation));
}

std::string place_of(const Annotated& annotated, const Gathered& gathered, const Presenter& presenter) {
    const Grid& grid = gathered.grid;
    std::string place;
    const auto add = [&](const std::string& word) {
        if (!word.empty()) place += (place.empty() ? "" : ", ") + word;
    };
    const auto add_subject = [&](const Subject& subject) {
        if (subject.region) add(presenter.names(*subject.region).short_name);
        if (subject.indicator && gathered.indicators.size() > 1)
            add(presenter.short_name(*subject.indicator));
        if (subject.period) add(presenter.period(*subject.period));
        if (subject.seat || subject.is_rest) add(label_of(subject, presenter));
    };
    if (annotated.row) add_subject(grid.rows[*annotated.row]);
    add_subject(grid.columns[annotated.column]);
    return place;
}

}  // namespace regioscope::figures
