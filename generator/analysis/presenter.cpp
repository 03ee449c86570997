#include "analysis/presenter.h"

#include <fmt/format.h>

#include <algorithm>

namespace regioscope::analysis {

namespace {

using data::Derivation;

int printed_decimals(const data::Value& value) {
    return std::max(value.low.decimals(), value.high.decimals());
}

locale::Day day_of(const data::Date& date) {
    return {date.year, date.month, date.day};
}

}  // namespace

locale::Amount amount_of(const data::Value& value) {
    return {static_cast<locale::Amount::Kind>(value.kind), value.low, value.high};
}

locale::Period period_of(const data::Period& period) {
    return {static_cast<locale::Period::Kind>(period.kind), day_of(period.first), day_of(period.last)};
}

Presenter::Presenter(const Measurements& measurements, const locale::Locale& locale,
                     std::string default_language)
    : measurements_(&measurements), locale_(&locale), default_language_(std::move(default_language)) {
    // Broken phrases were reported when the project was read.
    Findings ignored;
    for (const data::Unit& unit : dataset().units) {
        const data::Text::Entry* const phrase = unit.phrase.in(locale.tag(), default_language_);
        phrases_.push_back(phrase == nullptr
                               ? std::nullopt
                               : locale::Message::compile_phrase(phrase->markdown, phrase->span, ignored));
    }
}

Presenter Presenter::of(const Measurements& measurements) const {
    Presenter other = *this;
    other.measurements_ = &measurements;
    return other;
}

std::string Presenter::message(std::string_view id, const locale::Arguments& arguments) const {
    Result<std::string> written = locale_->message(id, arguments);
    return written ? std::move(written).value() : std::string(id);
}

std::string Presenter::plain(const data::Text& text) const {
    const data::Text::Entry* const entry = text.in(language(), default_language_);
    return entry == nullptr ? std::string() : entry->markdown;
}

const data::NameForms& Presenter::names(data::RegionIndex region) const {
    const std::vector<data::NameForms>& all = dataset()[region].names;
    const auto in = [&](std::string_view language) {
        return std::find_if(all.begin(), all.end(),
                            [&](const data::NameForms& forms) { return forms.language == language; });
    };
    const auto exact = in(language());
    if (exact != all.end()) return *exact;
    const auto fallback = in(default_language_);
    return fallback != all.end() ? *fallback : all.front();
}

std::string Presenter::name(data::IndicatorIndex indicator) const {
    return plain(dataset()[indicator].name);
}

std::string Presenter::short_name(data::IndicatorIndex indicator) const {
    const data::Text& text = dataset()[indicator].short_name;
    return text.empty() ? name(indicator) : plain(text);
}

std::string Presenter::unit(data::IndicatorIndex indicator) const {
    return plain(dataset()[dataset()[indicator].unit].name);
}

std::string Presenter::name_of_word(std::string_view group, std::string_view word) const {
    const std::string id = fmt::format("{}.{}", group, word);
    return locale_->has_message(id) ? message(id) : std::string(word);
}

std::string Presenter::names_of_words(std::string_view group, const std::vector<std::string>& words) const {
    std::vector<std::string> all;
    for (const std::string& word : words)
        all.push_back(name_of_word(group, word));
    return locale_->list(all);
}

std::string Presenter::name(std::optional<data::ActionLine> line) const {
    return name_of_word("action-line", line ? data::action_line_words[*line] : "none");
}

std::string Presenter::names(const std::vector<data::Party>& parties) const {
    std::vector<std::string> all;
    for (const data::Party& party : parties)
        all.push_back(party.name.empty() ? plain(party.words) : party.name);
    return locale_->list(all);
}

std::string Presenter::period(const data::Period& period) const {
    return locale_->period(period_of(period));
}

std::string Presenter::figure(const data::Value& value) const {
    return locale_->amount(amount_of(value), locale::Unit{}, {});
}

std::string Presenter::period(data::PeriodIndex period) const {
    return this->period(dataset()[period]);
}

locale::Unit Presenter::unit_of(data::IndicatorIndex indicator) const {
    return unit_of(dataset()[indicator].unit);
}

locale::Unit Presenter::unit_of(data::UnitIndex index) const {
    const data::Unit& unit = dataset()[index];
    const auto& phrase = phrases_[static_cast<std::size_t>(index)];
    locale::Unit::Kind kind = locale::Unit::Kind::number;
    switch (unit.kind) {
        case data::Unit::Kind::percent:
            kind = locale::Unit::Kind::percent;
            break;
        case data::Unit::Kind::currency:
            kind = locale::Unit::Kind::currency;
            break;
        case data::Unit::Kind::count:
            kind = locale::Unit::Kind::count;
            break;
        case data::Unit::Kind::number:
            break;
    }
    return {kind, unit.currency, phrase ? &*phrase : nullptr};
}

std::string Presenter::figure(const data::Value& value, data::IndicatorIndex indicator,
                              locale::Display display) const {
    const data::Value seen = data::shown(value, display.decimals.value_or(dataset()[indicator].decimals));
    display.decimals = seen.low.decimals();
    return locale_->amount(amount_of(seen), unit_of(indicator), display);
}

std::string Presenter::figure(const data::Value& value, data::UnitIndex unit, locale::Display display) const {
    return locale_->amount(amount_of(value), unit_of(unit), display);
}

std::string Presenter::figure(const Measurement& measurement, locale::Display display) const {
    if (measurement.value) {
        if (!measurement.derived && !display.decimals)
            display.decimals =
                std::min(dataset()[measurement.indicator].decimals, printed_decimals(*measurement.value));
        return figure(*measurement.value, measurement.indicator, display);
    }
    return status_sign(measurement.statuses.empty() ? data::Status::missing : measurement.statuses.front());
}

std::string Presenter::place(const Rank& rank) const {
    if (rank.is_decided()) return number(rank.rank);
    return message("rank.between", {{"first", number(rank.rank)}, {"last", number(rank.last)}});
}

std::string Presenter::difference(const Decimal& number, data::IndicatorIndex indicator,
                                  locale::Display display) const {
    return difference(data::Value::point(number), indicator, display);
}

std::string Presenter::difference(const data::Value& value, data::IndicatorIndex indicator,
                                  locale::Display display) const {
    const data::Value seen = data::shown(value, display.decimals.value_or(dataset()[indicator].decimals));
    display.decimals = seen.low.decimals();
    return locale_->amount(amount_of(seen), unit_of(indicator).of_difference(), display);
}

std::string Presenter::status_sign(data::Status status) const {
    return locale_->status_sign(data::code_of(status));
}
std::string Presenter::status_name(data::Status status) const {
    return locale_->status_name(data::code_of(status));
}

std::string Presenter::mark_sign(Mark mark) const {
    const auto status = status_of(mark);
    return status ? status_sign(*status) : message(fmt::format("mark.{}-sign", mark_words[mark]));
}

std::string Presenter::mark_name(Mark mark) const {
    const auto status = status_of(mark);
    return status ? status_name(*status) : message(fmt::format("claims.accept.{}", mark_words[mark]));
}

std::string Presenter::citation(const data::Citation& citation) const {
    const data::Source& source = dataset()[citation.source];
    std::string text = source.title;
    if (citation.part) text += ", " + plain(source.parts[*citation.part].title);
    if (!citation.locator.label.empty()) text += ", " + citation.locator.label;
    return text;
}

std::string Presenter::licence(const data::LicenceStatement& licence) const {
    if (!licence.words.empty()) return plain(licence.words);
    return licence.licence != nullptr ? std::string(licence.licence->name) : licence.url;
}

std::string Presenter::change_notice(data::SourceIndex source) const {
    const data::Licence* const licence = dataset()[source].licence.licence;
    return licence != nullptr && licence->asks_for_change_notice ? message("attribution.changed")
                                                                 : std::string();
}

std::string Presenter::attribution(data::SourceIndex source) const {
    const data::Source& cited = dataset()[source];
    const auto published = data::Period::parse(cited.published_written);
    const std::string text = message(
        "attribution.source", {{"publisher", cited.publisher},
                               {"title", cited.title},
                               {"published", published ? period(*published) : cited.published_written}});
    const std::string terms = licence(cited.licence);
    return terms.empty() ? text : text + "; " + terms;
}

std::string Presenter::formula(data::IndicatorIndex indicator) const {
    const auto& derivation = dataset()[indicator].derivation;
    if (!derivation) return {};
    std::vector<std::string> operands;
    for (const data::IndicatorIndex operand : derivation->operands)
        operands.push_back(name(operand));
    const std::string first = operands.front();
    const std::string second = operands.size() > 1 ? operands[1] : std::string();
    return message(fmt::format("formula.{}", Derivation::operation_words[derivation->operation]),
                   {{"first", first},
                    {"second", second},
                    {"operands", locale_->list(operands)},
                    {"scale", locale_->number(derivation->scale, derivation->scale.normalized().decimals())},
                    {"base", derivation->base ? period(*derivation->base) : std::string()}});
}

}  // namespace regioscope::analysis
