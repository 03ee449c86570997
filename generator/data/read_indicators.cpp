// indicators.json: themes, units, indicators and compositions.
#include <fmt/format.h>

#include <algorithm>

#include "data/readers.h"

namespace regioscope::data {

using json::Kind;

namespace {

constexpr int most_decimals = 6;

bool is_currency(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// `P1Y`, `P6M`, `P1Y6M`: the months in it, or 0.
int months_of(std::string_view duration) {
    if (!duration.starts_with('P')) return 0;
    duration.remove_prefix(1);
    int months = 0;
    for (const auto& [letter, factor] : {std::pair{'Y', 12}, std::pair{'M', 1}}) {
        const std::size_t digits = std::min(duration.find_first_not_of("0123456789"), duration.size());
        if (digits == 0 || digits > 3 || digits == duration.size() || duration[digits] != letter) continue;
        if (duration.front() == '0') return 0;
        int count = 0;
        for (const char c : duration.substr(0, digits))
            count = count * 10 + (c - '0');
        months += count * factor;
        duration.remove_prefix(digits + 1);
    }
    return duration.empty() ? months : 0;
}

void read_theme(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::theme, member.key);
    Entry entry(member.value, context);
    out.theme_by_id.emplace(member.key, ThemeIndex{static_cast<std::uint32_t>(out.themes.size())});
    Text name = entry.name("name");
    Text description = entry.words("description", Need::optional);
    out.themes.push_back({member.key, std::move(name), std::move(description), member.key_span});
}

void read_unit(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::unit, member.key);
    Entry entry(member.value, context);
    Unit unit;
    unit.id = member.key;
    unit.span = member.key_span;
    if (const auto kind = entry.choice("kind", Unit::kind_words)) unit.kind = *kind;
    const bool is_money = unit.kind == Unit::Kind::currency;
    unit.currency = entry.matching("currency", is_money ? Need::required : Need::optional, is_currency,
                                   "invalid-currency", "currency code of three capitals");
    if (!is_money && !unit.currency.empty()) {
        context.findings.error("misplaced-key", entry.span_of("currency"),
                               "only a unit of the kind 'currency' has a currency");
    }
    unit.name = entry.name("name");
    unit.phrase = entry.message("phrase", Need::optional);
    out.unit_by_id.emplace(unit.id, UnitIndex{static_cast<std::uint32_t>(out.units.size())});
    out.units.push_back(std::move(unit));
}

Derivation read_derivation(const json::Value& value, const Context& context, Dataset& out) {
    Entry entry(value, context);
    Derivation derivation;
    derivation.span = value.span;
    const auto operation = entry.choice("operation", Derivation::operation_words);
    if (operation) derivation.operation = *operation;
    derivation.operands = entry.references("operands", out.indicator_by_id, "indicator");
    const auto scale = entry.optional_number("scale");
    if (scale) {
        derivation.scale = *scale;
        if (*scale <= Decimal(0))
            context.findings.error("invalid-scale", entry.span_of("scale"), "a scale is larger than 0");
        if (operation && derivation.operation != Derivation::Operation::per) {
            context.findings.error("misplaced-key", entry.span_of("scale"),
                                   "only the operation 'per' has a scale");
        }
    }
    if (const auto base = entry.period("base", Need::optional)) derivation.base = add_period(*base, out);
    return derivation;
}

Indicator read_indicator(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::indicator, member.key);
    Entry entry(member.value, context);
    Indicator indicator;
    indicator.id = member.key;
    indicator.span = member.key_span;
    if (const auto theme = entry.reference("theme", out.theme_by_id, "theme")) indicator.theme = *theme;
    if (const auto unit = entry.reference("unit", out.unit_by_id, "unit")) indicator.unit = *unit;
    const auto decimals = entry.integer("decimals", 0, most_decimals);
    indicator.decimals = decimals.value_or(0);
    if (const auto polarity = entry.choice("polarity", polarity_words)) indicator.polarity = *polarity;
    indicator.about_equal = entry.number("about_equal", 0, Decimal::scaled(1, 15)).value_or(Decimal());
    if (decimals && indicator.about_equal.normalized().decimals() > indicator.decimals) {
        context.findings
            .error("too-fine", entry.span_of("about_equal"),
                   fmt::format("'about_equal' is {}, finer than the {} decimals shown",
                               indicator.about_equal.text(), indicator.decimals))
            .note("readers would see two equal numbers and be told that they differ");
    }
    indicator.name = entry.name("name");
    indicator.short_name = entry.name("short", Need::optional);
    indicator.definition = entry.words("definition");
    indicator.note = entry.text("note", Need::optional);
    const std::string cadence = entry.matching(
        "cadence", Need::optional, [](std::string_view text) { return months_of(text) > 0; },
        "invalid-duration", "duration in years and months (P1Y, P6M)");
    indicator.cadence_months = months_of(cadence);
    if (const json::Value* const derived = entry.optional("derived"))
        indicator.derivation = read_derivation(*derived, context, out);
    return indicator;
}

void read_composition(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::composition, member.key);
    Entry entry(member.value, context);
    Composition composition;
    composition.id = member.key;
    composition.span = member.key_span;
    composition.name = entry.name("name");
    composition.parts = entry.references("parts", out.indicator_by_id, "indicator");
    const json::Value* const whole = entry.required("whole");
    if (whole != nullptr && !(whole->kind == Kind::text && whole->text == "sum")) {
        composition.whole = resolve(*whole, out.indicator_by_id, "indicator", context.findings);
    }
    composition.tolerance = entry.number("tolerance", 0, Decimal::scaled(1, 15)).value_or(Decimal());
    out.compositions.push_back(std::move(composition));
}

}  // namespace

PeriodIndex add_period(const Period& period, Dataset& out) {
    // What files name again they mostly named just before; whoever joins the files puts equal ones together.
    constexpr std::size_t most_looked_back = 64;
    const auto same = [&](const Period& other) { return other.written == period.written; };
    const std::size_t last = std::min(out.periods.size(), most_looked_back);
    const auto begin = out.periods.end() - static_cast<std::ptrdiff_t>(last);
    auto found = std::find_if(begin, out.periods.end(), same);
    if (found == out.periods.end()) found = out.periods.insert(found, period);
    return PeriodIndex{static_cast<std::uint32_t>(found - out.periods.begin())};
}

void read_indicators(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("themes", Need::required,
                  [&](const json::Member& member) { read_theme(member, context, out); });
    entry.members("units", Need::required,
                  [&](const json::Member& member) { read_unit(member, context, out); });
    if (const json::Value* const indicators = file.find("indicators"); indicators != nullptr) {
        // Ids first: indicators are derived from others that may be declared below them.
        for (const json::Member& member : indicators->members) {
            out.indicator_by_id.emplace(
                member.key, IndicatorIndex{static_cast<std::uint32_t>(out.indicator_by_id.size())});
        }
    }
    entry.members("indicators", Need::required, [&](const json::Member& member) {
        out.indicators.push_back(read_indicator(member, context, out));
    });
    entry.members("compositions", Need::optional,
                  [&](const json::Member& member) { read_composition(member, context, out); });
    check_derivations(out, context.findings);
    check_compositions(out, context.findings);
}

}  // namespace regioscope::data
