#include "figures/voice.h"

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

std::string_view seat_message(data::Seat seat) {
    switch (seat) {
        case data::Seat::region:
            return "seat.region";
        case data::Seat::country:
            return "seat.country";
        case data::Seat::abroad:
            return "seat.abroad";
        case data::Seat::unknown:
            break;
    }
    return "seat.unknown";
}

chart::Status status_of(const analysis::Marks& marks) {
    const auto has = [&](data::Status status) { return marks.doubtful.contains(status); };
    if (has(data::Status::estimated) || has(data::Status::forecast) || has(data::Status::imputed))
        return chart::Status::estimated;
    const bool clear = marks.doubtful.empty() && !marks.off_area && !marks.other_period;
    return clear ? chart::Status::firm : chart::Status::provisional;
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

}  // namespace

bool unit_goes_with_number(data::IndicatorIndex indicator, const Presenter& presenter) {
    const locale::Unit::Kind kind = presenter.unit_of(indicator).kind;
    return kind == locale::Unit::Kind::percent || kind == locale::Unit::Kind::currency;
}

std::string label_of(const Subject& subject, const Presenter& presenter) {
    if (subject.is_rest) return presenter.message("figure.other-parts");
    if (subject.seat) return presenter.message(seat_message(*subject.seat));
    if (subject.period) return presenter.period(*subject.period);
    if (subject.region) return presenter.names(*subject.region).short_name;
    if (subject.indicator) return presenter.short_name(*subject.indicator);
    return {};
}

std::string drawn_text(const Datum& datum, Grid::Drawn drawn, const Presenter& presenter, Display display) {
    if (datum.count) return presenter.locale().number(Decimal(*datum.count), 0);
    if (datum.measurement == nullptr) return presenter.status_sign(data::Status::missing);
    const Measurement& measurement = *datum.measurement;
    if (!datum.drawn) return presenter.figure(measurement, display);
    switch (drawn) {
        case Grid::Drawn::share:
            return presenter.locale().percent(*datum.drawn, 1);
        case Grid::Drawn::index:
            return presenter.locale().number(*datum.drawn, 0);
        case Grid::Drawn::difference:
            display.sign = Display::Sign::always;
            return presenter.difference(*datum.drawn, measurement.indicator, display);
        case Grid::Drawn::value:
            break;
    }
    return presenter.figure(measurement, display);
}

std::string spoken(const Datum& datum, Grid::Drawn drawn, const Presenter& presenter) {
    // Where an index or a difference is drawn, sentences speak of the figures themselves.
    const bool says_drawn = drawn == Grid::Drawn::share;
    return drawn_text(datum, says_drawn ? drawn : Grid::Drawn::value, presenter);
}

chart::Quantity quantity_of(const Datum& datum, Grid::Drawn drawn, std::optional<data::PeriodIndex> reference,
                            const Presenter& presenter, NoteList& notes) {
    if (datum.count) {
        const std::string text = drawn_text(datum, drawn, presenter);
        return chart::Quantity::point(*datum.count, text);
    }
    if (datum.measurement == nullptr) {
        notes.explain(data::Status::missing);
        return chart::Quantity::missing(presenter.status_sign(data::Status::missing));
    }
    const Measurement& measurement = *datum.measurement;
    const analysis::Marks marks = analysis::marks_of(presenter.dataset(), measurement, reference);
    const std::vector<Sign> signs = notes.signs_of(measurement, marks);
    if (!measurement.value) return chart::Quantity::missing(with_signs(presenter.figure(measurement), signs));
    Display display{.form = Display::Form::table};
    if (!unit_goes_with_number(measurement.indicator, presenter) || drawn == Grid::Drawn::difference)
        display.unit = Display::UnitMark::hidden;
    // The labels of an indexed line are its figures; its place is the index.
    const Grid::Drawn shown = drawn == Grid::Drawn::index ? Grid::Drawn::value : drawn;
    std::string text = with_signs(drawn_text(datum, shown, presenter, display), signs);
    if (marks.other_period) text += " (" + presenter.period(measurement.period) + ")";
    if (datum.drawn)
        return chart::Quantity::point(datum.drawn->to_double(), std::move(text), status_of(marks));
    return placed(*measurement.value, std::move(text), status_of(marks));
}

}  // namespace regioscope::figures
