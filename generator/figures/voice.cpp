#include "figures/voice.h"

#include <fmt/format.h>

#include <algorithm>

namespace regioscope::figures {

namespace {

using analysis::Measurement;
using locale::Display;

/// Digits of notes as raised digits; signs of statuses stand as they are.
std::string raised(const std::string& sign) {
    static constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    for (const char c : sign) {
        if (c >= '0' && c <= '9') {
            out += digits[c - '0'];
        } else {
            out += c;
        }
    }
    return out;
}

std::string with_signs(std::string text, const std::vector<Sign>& signs) {
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const bool is_number = signs[i].text.find_first_not_of("0123456789") == std::string::npos;
        if (i > 0 || !is_number) text += " ";
        text += raised(signs[i].text);
    }
    return text;
}

chart::Status status_of(const analysis::Marks& marks) {
    const auto has = [&](data::Status status) { return marks.doubtful.contains(status); };
    if (has(data::Status::estimated) || has(data::Status::forecast) || has(data::Status::imputed))
        return chart::Status::estimated;
    if (has(data::Status::provisional)) return chart::Status::provisional;
    const bool clear = marks.doubtful.empty() && !marks.off_area && !marks.other_period;
    return clear ? chart::Status::firm : chart::Status::reserved;
}

chart::Quantity placed(const data::Value& value, std::string text, chart::Status status) {
    using Kind = data::Value::Kind;
    const double low = value.low.to_double();
    switch (value.kind) {
        case Kind::at_least:
        case Kind::more_than:
            return chart::Quantity::at_least(low, std::move(text), status);
        case Kind::at_most:
        case Kind::less_than:
            return chart::Quantity::at_most(value.high.to_double(), std::move(text), status);
        case Kind::range:
            return chart::Quantity::range(low, value.high.to_double(), std::move(text), status);
        case Kind::about:
            return chart::Quantity::point(low, std::move(text), chart::Status::estimated);
        case Kind::point:
            break;
    }
    return chart::Quantity::point(low, std::move(text), status);
}

bool contains(const std::vector<Sign>& signs, const Sign& sign) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](const Sign& other) { return other.text == sign.text; });
}

/// What a figure is marked with in the company of others.
struct Marked {
    analysis::Marks marks;
    std::vector<Sign> signs;
};

Marked marks_and_signs(const Datum& datum, std::optional<data::PeriodIndex> reference,
                       const Presenter& presenter, NoteList& notes) {
    if (datum.count) return {};
    if (datum.measurement == nullptr) {
        notes.explain(data::Status::missing);
        return {};
    }
    Marked marked{analysis::marks_of(presenter.dataset(), *datum.measurement, reference), {}};
    marked.signs = notes.signs_of(*datum.measurement, marked.marks);
    return marked;
}

/// The datum with those signs and looks.
chart::Quantity shown(const Datum& datum, Drawn drawn, const std::vector<Sign>& signs, chart::Status status,
                      bool with_period, const Presenter& presenter) {
    if (datum.count) return chart::Quantity::point(*datum.count, drawn_text(datum, drawn, presenter));
    if (datum.measurement == nullptr)
        return chart::Quantity::missing(presenter.status_sign(data::Status::missing));
    const Measurement& measurement = *datum.measurement;
    if (!measurement.value) return chart::Quantity::missing(with_signs(presenter.figure(measurement), signs));
    // A figure that has no index or no difference has no place on their scale.
    if ((drawn == Drawn::index || drawn == Drawn::difference) && !datum.drawn)
        return chart::Quantity::missing(presenter.status_sign(data::Status::missing));
    Display display{.form = Display::Form::table};
    if (!unit_goes_with_number(measurement.indicator, presenter) || drawn == Drawn::difference)
        display.unit = Display::UnitMark::hidden;
    // The labels of an indexed line are its figures; its place is the index.
    const Drawn said = drawn == Drawn::index ? Drawn::value : drawn;
    std::string text = with_signs(drawn_text(datum, said, presenter, display), signs);
    if (with_period) text += " (" + presenter.period(measurement.period) + ")";
    if (datum.drawn) return chart::Quantity::point(datum.drawn->to_double(), std::move(text), status);
    return placed(*measurement.value, std::move(text), status);
}

}  // namespace

bool unit_goes_with_number(data::IndicatorIndex indicator, const Presenter& presenter) {
    const locale::Unit::Kind kind = presenter.unit_of(indicator).kind;
    return kind == locale::Unit::Kind::percent || kind == locale::Unit::Kind::currency;
}

std::string label_of(const Subject& subject, const Presenter& presenter) {
    if (subject.is_rest) return presenter.message("figure.other-parts");
    if (subject.seat) return presenter.message(fmt::format("seat.{}", data::seat_words[*subject.seat]));
    if (subject.period) return presenter.period(*subject.period);
    if (subject.region) return presenter.names(*subject.region).short_name;
    if (subject.indicator) return presenter.short_name(*subject.indicator);
    return {};
}

std::string drawn_text(const Datum& datum, Drawn drawn, const Presenter& presenter, Display display) {
    if (datum.count) return presenter.number(*datum.count);
    if (datum.measurement == nullptr) return presenter.status_sign(data::Status::missing);
    const Measurement& measurement = *datum.measurement;
    if (!datum.drawn) return presenter.figure(measurement, display);
    switch (drawn) {
        case Drawn::share:
            return presenter.locale().percent(*datum.drawn, datum.drawn->decimals());
        case Drawn::index:
            return presenter.number(*datum.drawn);
        case Drawn::difference:
            display.sign = Display::Sign::always;
            return presenter.difference(*datum.drawn, measurement.indicator, display);
        case Drawn::value:
            break;
    }
    return presenter.figure(measurement, display);
}

std::string spoken(const Datum& datum, Drawn drawn, const Presenter& presenter) {
    // Where an index or a difference is drawn, sentences speak of the figures themselves.
    const bool says_drawn = drawn == Drawn::share;
    return drawn_text(datum, says_drawn ? drawn : Drawn::value, presenter);
}

chart::Quantity quantity_of(const Datum& datum, Drawn drawn, std::optional<data::PeriodIndex> reference,
                            const Presenter& presenter, NoteList& notes) {
    const Marked marked = marks_and_signs(datum, reference, presenter, notes);
    return shown(datum, drawn, marked.signs, status_of(marked.marks), marked.marks.other_period, presenter);
}

chart::Quantity quantity_without_signs(const Measurement& measurement,
                                       std::optional<data::PeriodIndex> reference,
                                       const Presenter& presenter) {
    const analysis::Marks marks = analysis::marks_of(presenter.dataset(), measurement, reference);
    return shown({&measurement, {}, {}, {}}, Drawn::value, {}, status_of(marks), marks.other_period,
                 presenter);
}

RowOfParts row_of_parts(const Grid& grid, std::size_t row, const Presenter& presenter, NoteList& notes) {
    std::vector<Marked> marked;
    std::vector<Sign> common;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        marked.push_back(marks_and_signs(grid.cells[row][column], grid.references[column], presenter, notes));
        // The rest is a sum of ours: it has the parts' area but not their notes.
        if (grid.columns[column].is_rest) continue;
        if (column == 0) common = marked.front().signs;
        std::erase_if(common, [&](const Sign& sign) { return !contains(marked.back().signs, sign); });
    }
    RowOfParts out{with_signs(label_of(grid.rows[row], presenter), common), {}};
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        std::vector<Sign> own = marked[column].signs;
        std::erase_if(own, [&](const Sign& sign) { return contains(common, sign); });
        // What the name says of the whole row needs no looks; those are for what differs.
        analysis::Marks marks = marked[column].marks;
        marks.off_area = marks.off_area && !own.empty();
        const bool other_period = marks.other_period;
        marks.other_period = false;
        out.parts.push_back(
            shown(grid.cells[row][column], grid.drawn, own, status_of(marks), other_period, presenter));
    }
    return out;
}

}  // namespace regioscope::figures
