#include "locale/amount_writer.h"

#include <algorithm>

#include "locale/icu_text.h"

namespace regioscope::locale {

namespace {

/// A number taken apart, so that the ends of a range can share what stands around them.
struct Figure {
    /// What was left of the number after rounding.
    Decimal shown;
    const Affixes* around = nullptr;
    std::string digits;
    /// " miljoen", or nothing.
    std::string word;

    std::string full() const { return around->prefix + digits + word + around->suffix; }
};

const Decimal first_compact = 1'000'000;

/// Splits `1,7 miljoen` behind its last digit.
void split_compact(const LocaleParts& parts, const Decimal& magnitude, Figure& figure) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string number = magnitude.text();
    const std::string text = tidied(from_icu(parts.compact.formatDecimal(number, status).toString(status)));
    std::size_t end = 0;
    for (const std::string& digit : parts.plain.digits) {
        const std::size_t last = text.rfind(digit);
        if (last != std::string::npos) end = std::max(end, last + digit.size());
    }
    figure.digits = text.substr(0, end);
    figure.word = text.substr(end);
}

Figure figure_of(const LocaleParts& parts, const NumberShape& shape, const Decimal& number,
                 const Display& display) {
    const int decimals = display.decimals.value_or(number.decimals());
    Figure figure;
    figure.shown = number.rounded(decimals);
    figure.around = &shape.affixes(figure.shown, display.sign);
    const bool compact = display.scale == Display::Scale::compact && figure.shown.absolute() >= first_compact;
    const bool spelled = display.scale == Display::Scale::spelled;
    if (auto words = spelled ? parts.spelled(figure.shown.absolute()) : std::nullopt)
        figure.digits = *std::move(words);
    else if (compact)
        split_compact(parts, figure.shown.absolute(), figure);
    else
        shape.append_digits(figure.digits, figure.shown, decimals);
    return figure;
}

const NumberShape& shape_of(const LocaleParts& parts, const Unit& unit, const Display& display) {
    if (display.unit == Display::UnitMark::hidden) return parts.plain;
    if (unit.kind == Unit::Kind::percent) return parts.percent;
    if (unit.kind == Unit::Kind::currency) return parts.currency(unit.currency);
    return parts.plain;
}

std::string range_text(const LocaleParts& parts, const Figure& low, const Figure& high, Display::Form form) {
    // Between negative numbers a dash would be read as a minus.
    const bool negative = low.shown.is_negative() || high.shown.is_negative();
    const Wording& sentence = parts.own.range.sentence;
    if (negative || low.word != high.word)
        return sentence.written({{"low", low.full()}, {"high", high.full()}});
    const Affixes& around = *high.around;
    const std::string end = high.digits + high.word + around.suffix;
    if (form == Display::Form::sentence)
        return sentence.written({{"low", around.prefix + low.digits}, {"high", around.prefix + end}});
    return around.prefix + parts.own.range.table.written({{"low", low.digits}, {"high", end}});
}

/// Without a message where the number stands alone.
Wording phrase_of(const LocaleParts& parts, const Unit& unit, const Display& display) {
    if (display.unit == Display::UnitMark::hidden) return {};
    if (unit.kind == Unit::Kind::percentage_points) return parts.own.percentage_points;
    return {unit.phrase, &parts.writer};
}

/// The words around an inexact number; null for points and ranges.
const Wording* qualifier_of(const OwnMessages& own, Amount::Kind kind, Display::Form form) {
    switch (kind) {
        case Amount::Kind::about:
            return &own.about[form];
        case Amount::Kind::at_least:
            return &own.at_least[form];
        case Amount::Kind::more_than:
            return &own.more_than[form];
        case Amount::Kind::at_most:
            return &own.at_most[form];
        case Amount::Kind::less_than:
            return &own.less_than[form];
        case Amount::Kind::point:
        case Amount::Kind::range:
            break;
    }
    return nullptr;
}

}  // namespace

std::string amount_text(const LocaleParts& parts, const Amount& amount, const Unit& unit,
                        const Display& display) {
    const NumberShape& shape = shape_of(parts, unit, display);
    const bool is_range = amount.kind == Amount::Kind::range;
    const Figure low = figure_of(parts, shape, amount.low, display);
    const Figure high = is_range ? figure_of(parts, shape, amount.high, display) : Figure();

    std::string text = is_range ? range_text(parts, low, high, display.form) : low.full();
    if (const Wording phrase = phrase_of(parts, unit, display); phrase.message != nullptr)
        text = phrase.written({{"number", text}, {"count", is_range ? high.shown : low.shown}});
    if (const Wording* qualifier = qualifier_of(parts.own, amount.kind, display.form))
        text = qualifier->written({{"number", text}});
    return text;
}

std::string compact_text(const LocaleParts& parts, const Decimal& number) {
    Display display;
    display.scale = Display::Scale::compact;
    return figure_of(parts, parts.plain, number, display).full();
}

}  // namespace regioscope::locale
