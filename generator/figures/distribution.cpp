#include "figures/distribution.h"

#include <algorithm>
#include <bit>

#include "chart/histogram.h"
#include "figures/cells.h"
#include "figures/describe.h"

namespace regioscope::figures {

namespace {

struct Class {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// One indicator's figures, lowest first, and their classes.
class Distribution {
  public:
    Distribution(const Gathered& gathered, std::size_t column, data::IndicatorIndex indicator,
                 const chart::NumberAxis& axis, const Presenter& presenter)
        : grid_(gathered.grid), column_(column), indicator_(indicator), presenter_(presenter) {
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const Subject& subject = grid_.rows[row];
            const bool is_of_it = !subject.indicator || *subject.indicator == indicator;
            if (is_of_it && !subject.is_benchmark && number(row)) rows_.push_back(row);
        }
        std::stable_sort(rows_.begin(), rows_.end(),
                         [&](std::size_t a, std::size_t b) { return *number(a) < *number(b); });
        if (!rows_.empty()) divide(axis);
    }

    data::IndicatorIndex indicator() const { return indicator_; }
    std::size_t column() const { return column_; }
    const std::vector<std::size_t>& rows() const { return rows_; }
    const std::vector<chart::Tick>& edges() const { return edges_; }
    const std::vector<Class>& classes() const { return classes_; }
    const Datum& datum(std::size_t row) const { return grid_.cells[row][column_]; }
    const Subject& subject(std::size_t row) const { return grid_.rows[row]; }

    bool is_of_one_value() const { return edges_.size() == 1; }

    /// Those with the same figure as the lowest, or as the highest.
    std::vector<std::size_t> equal_to(std::size_t row) const {
        std::vector<std::size_t> equal;
        std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(equal),
                     [&](std::size_t other) { return *number(other) == *number(row); });
        return equal;
    }

  private:
    std::optional<Decimal> number(std::size_t row) const {
        return number_of(grid_, row, column_, presenter_);
    }

    /// As many classes as the binary digits of their number (Sturges), between round numbers.
    void divide(const chart::NumberAxis& axis) {
        const auto wanted = static_cast<double>(std::bit_width(rows_.size()));
        const chart::Domain domain = chart::nice(
            axis, {number(rows_.front())->to_double(), number(rows_.back())->to_double()}, wanted);
        edges_ = chart::make_ticks(axis, domain, wanted);
        if (edges_.size() < 2) {  // all figures are the same
            const Decimal only = *number(rows_.front());
            edges_ = {{only.to_double(), only}};
            classes_ = {{0, rows_.size()}};
            return;
        }
        std::size_t next = 0;
        for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
            const bool is_last = i + 2 == edges_.size();
            const std::size_t from = next;
            while (next < rows_.size() && (is_last || *number(rows_[next]) < edges_[i + 1].number))
                ++next;
            classes_.push_back({from, next});
        }
    }

    const Grid& grid_;
    std::size_t column_;
    data::IndicatorIndex indicator_;
    const Presenter& presenter_;
    std::vector<std::size_t> rows_;
    std::vector<chart::Tick> edges_;
    std::vector<Class> classes_;
};

/// Columns are indicators, or the one period of which rows may be of several indicators.
template <class AxisOf>
std::vector<Distribution> distributions(const Gathered& gathered, const AxisOf& axis_of,
                                        const Presenter& presenter) {
    std::vector<Distribution> all;
    for (std::size_t i = 0; i < gathered.indicators.size(); ++i) {
        const data::IndicatorIndex indicator = gathered.indicators[i];
        const std::size_t column = gathered.grid.columns.size() == gathered.indicators.size() ? i : 0;
        all.emplace_back(gathered, column, indicator, axis_of(indicator), presenter);
    }
    return all;
}

std::string class_name(const Distribution& distribution, std::size_t index, const chart::NumberAxis& axis,
                       const Presenter& presenter) {
    if (distribution.is_of_one_value()) return chart::tick_text(axis, distribution.edges().front());
    const bool is_last = index + 1 == distribution.classes().size();
    return presenter.message(is_last ? "distribution.last-class" : "distribution.class",
                             {{"low", chart::tick_text(axis, distribution.edges()[index])},
                              {"high", chart::tick_text(axis, distribution.edges()[index + 1])}});
}

chart::Histogram histogram(const Distribution& distribution, ChartData& data) {
    const Presenter& presenter = data.presenter();
    chart::Histogram chart{data.axis(distribution.indicator()), distribution.edges(), {}, {}};
    if (data.gathered().indicators.size() > 1)
        chart.axis.title = presenter.short_name(distribution.indicator());
    for (std::size_t i = 0; i < distribution.classes().size(); ++i) {
        const Class& one = distribution.classes()[i];
        const std::size_t count = one.to - one.from;
        const std::string label = count == 0 ? std::string() : presenter.number(count);
        chart.classes.push_back(
            {count, label, class_name(distribution, i, chart.axis, presenter) + ": " + label});
    }
    if (data.gathered().indicators.size() == 1) chart.references = data.references(distribution.column());
    for (const std::size_t row : distribution.rows()) {
        const Subject& subject = distribution.subject(row);
        if (subject.emphasis != chart::Emphasis::highlighted) continue;
        const chart::Quantity figure = data.quantity(row, distribution.column());
        chart.references.push_back({figure.middle(), data.label(subject) + " " + figure.text, subject.slot});
    }
    return chart;
}

/// Names of those at one end, or how many they are.
std::string who(const Distribution& distribution, std::size_t row, const Presenter& presenter) {
    constexpr std::size_t most_named = 3;
    const std::vector<std::size_t> equal = distribution.equal_to(row);
    if (equal.size() > most_named)
        return presenter.message("distribution.regions",
                                 {{"count", Decimal(static_cast<int>(equal.size()))}});
    std::vector<std::string> names;
    for (const std::size_t one : equal)
        names.push_back(label_of(distribution.subject(one), presenter));
    return presenter.locale().list(names);
}

}  // namespace

Chart histograms(ChartData& data) {
    std::vector<chart::Histogram> charts;
    const auto axis_of = [&](data::IndicatorIndex indicator) { return data.axis(indicator); };
    for (const Distribution& distribution : distributions(data.gathered(), axis_of, data.presenter())) {
        if (!distribution.rows().empty() && !distribution.is_of_one_value())
            charts.push_back(histogram(distribution, data));
    }
    if (charts.empty()) return {};
    return [charts = std::move(charts)](double width) {
        constexpr double gap = 16;
        chart::Drawing all{width, 0};
        for (const chart::Histogram& one : charts) {
            const double top = all.height == 0 ? 0 : all.height + gap;
            chart::Drawing drawing = chart::moved(chart::draw(one, width), 0, top);
            all.height = top + drawing.height;
            std::move(drawing.groups.begin(), drawing.groups.end(), std::back_inserter(all.groups));
        }
        return chart::with_remarks(std::move(all));
    };
}

Table distribution_table(const std::string& id, const Gathered& gathered, const Voice& voice) {
    const Presenter& presenter = voice.presenter;
    NoteList notes(presenter, voice.text);
    const Ground no_ground;
    ChartData data(gathered, voice, no_ground, notes);
    const auto axis_of = [&](data::IndicatorIndex indicator) { return data.axis(indicator); };
    Table table;
    table.id = id;
    table.head = {{{.label = presenter.message("table.value")},
                   {.label = presenter.message("table.count"), .is_number = true},
                   {.label = presenter.message("table.regions")}}};
    for (const Distribution& distribution : distributions(gathered, axis_of, presenter)) {
        const data::IndicatorIndex indicator = distribution.indicator();
        const chart::NumberAxis axis = data.axis(indicator);
        table.groups.emplace_back();
        if (gathered.indicators.size() > 1) {
            table.groups.back().heading = presenter.short_name(indicator);
            table.groups.back().href = voice.to.indicator(indicator);
        }
        for (std::size_t i = distribution.classes().size(); i-- > 0;) {
            const Class& one = distribution.classes()[i];
            std::vector<Link> names;
            for (std::size_t place = one.to; place-- > one.from;) {
                const Subject& subject = distribution.subject(distribution.rows()[place]);
                names.push_back({label_of(subject, presenter),
                                 subject.region ? voice.to.region(*subject.region) : std::string(),
                                 {}});
            }
            Cell label = header_cell(class_name(distribution, i, axis, presenter));
            if (!unit_goes_with_number(indicator, presenter)) label.addition = presenter.unit(indicator);
            table.groups.back().rows.push_back(
                {{}, {std::move(label), number_cell(presenter.number(names.size())), links_cell(names)}});
        }
    }
    return table;
}

void describe_distribution(const Gathered& gathered, const Presenter& presenter,
                           std::vector<std::string>& sentences) {
    const Grid& grid = gathered.grid;
    const auto plain_axis = [](data::IndicatorIndex) { return chart::NumberAxis{}; };
    for (const Distribution& distribution : distributions(gathered, plain_axis, presenter)) {
        const std::vector<std::size_t>& rows = distribution.rows();
        if (rows.empty()) continue;
        const auto figure = [&](std::size_t row) {
            return spoken(distribution.datum(row), grid.drawn, presenter);
        };
        const Decimal count(static_cast<int>(rows.size()));
        std::string words = distribution.is_of_one_value()
                                ? sentence(presenter, "describe.distribution-alike",
                                           {{"count", count}, {"figure", figure(rows.front())}})
                                : sentence(presenter, "describe.distribution",
                                           {{"count", count},
                                            {"low", figure(rows.front())},
                                            {"lowest", who(distribution, rows.front(), presenter)},
                                            {"high", figure(rows.back())},
                                            {"highest", who(distribution, rows.back(), presenter)}});
        if (gathered.indicators.size() > 1)
            words = presenter.short_name(distribution.indicator()) + ": " + words;
        sentences.push_back(std::move(words));
        const std::size_t outside = rows.size() / 4;
        if (!distribution.is_of_one_value() && outside > 0) {
            const std::string lower = figure(rows[outside]);
            const std::string upper = figure(rows[rows.size() - 1 - outside]);
            sentences.push_back(
                lower == upper ? sentence(presenter, "describe.distribution-half-alike", {{"figure", lower}})
                               : sentence(presenter, "describe.distribution-half",
                                          {{"lower", lower}, {"upper", upper}}));
        }
        // Several measures have their gaps in the data below.
        if (gathered.indicators.size() == 1)
            describe_missing(gathered, distribution.column(), presenter, sentences);
    }
    if (!sentences.empty()) sentences.push_back(sentence(presenter, "describe.distribution-read", {}));
}

void keep_for_distribution(Gathered& gathered) {
    Grid& grid = gathered.grid;
    grid.drawn = Drawn::value;
    grid.centre.reset();
    for (std::vector<Datum>& row : grid.cells) {
        for (Datum& datum : row)
            datum.drawn.reset();
    }
    if (grid.columns.empty() || !grid.columns.front().period) return;
    const std::size_t last = grid.columns.size() - 1;
    grid.columns = {grid.columns.back()};
    grid.references = {grid.references.back()};
    for (std::vector<Datum>& row : grid.cells)
        row = {row.back()};
    std::erase_if(gathered.annotations, [&](const Annotated& one) { return one.column != last; });
    for (Annotated& one : gathered.annotations)
        one.column = 0;
}

}  // namespace regioscope::figures
