#include "locale/locale_parts.h"

#include <algorithm>
#include <mutex>

#include "base/suggest.h"
#include "locale/icu_text.h"
#include "locale/prose_reader.h"

namespace regioscope::locale {

namespace {

using icu::number::NumberFormatter;
using icu::number::Precision;

/// Three digits, and half away from zero as everywhere.
icu::number::LocalizedNumberFormatter compact_formatter(const icu::Locale& formats) {
    return NumberFormatter::withLocale(formats)
        .notation(icu::number::Notation::compactLong())
        .precision(Precision::maxSignificantDigits(3))
        .roundingMode(UNUM_ROUND_HALFUP);
}

std::unique_ptr<icu::ListFormatter> list_formatter(const icu::Locale& formats) {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::ListFormatter>(
        icu::ListFormatter::createInstance(formats, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, status));
}

/// "Tabel 9" comes before "Tabel 10".
std::unique_ptr<icu::Collator> make_collator(const icu::Locale& language) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(language, status));
    if (collator) collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    return collator;
}

/// Finds messages by id and says what is wrong with them.
class Finder {
  public:
    Finder(const LocaleParts& parts, Findings& findings) : parts_(parts), findings_(findings) {}

    Wording find(const std::string& id, std::initializer_list<std::string_view> arguments) {
        const Wording wording = parts_.find(id);
        if (wording.message == nullptr) {
            findings_.error("missing-message", {},
                            "language '" + parts_.tag + "' has no message '" + id + "'" +
                                did_you_mean(id, parts_.catalogue.ids()));
            return wording;
        }
        for (const std::string& name : wording.message->argument_names()) {
            if (std::find(arguments.begin(), arguments.end(), name) != arguments.end()) continue;
            findings_.error("message-mismatch", wording.message->span(),
                            "message '" + id + "' is never given '{" + name + "}'" +
                                did_you_mean(name, {arguments.begin(), arguments.end()}));
        }
        return wording;
    }

    ByForm find_forms(const std::string& id, std::initializer_list<std::string_view> arguments) {
        return {find(id + ".sentence", arguments), find(id + ".table", arguments)};
    }

  private:
    const LocaleParts& parts_;
    Findings& findings_;
};

}  // namespace

std::string Wording::written(const Arguments& arguments) const {
    auto text = writer->write(*message, arguments);
    return text ? *std::move(text) : std::string();
}

OwnMessages OwnMessages::find(const LocaleParts& parts, Findings& findings) {
    Finder finder(parts, findings);
    OwnMessages own;
    own.about = finder.find_forms("amount.about", {"number"});
    own.at_least = finder.find_forms("amount.at-least", {"number"});
    own.more_than = finder.find_forms("amount.more-than", {"number"});
    own.at_most = finder.find_forms("amount.at-most", {"number"});
    own.less_than = finder.find_forms("amount.less-than", {"number"});
    own.range = finder.find_forms("amount.range", {"low", "high"});
    own.ordinal = finder.find("number.ordinal", {"number", "count"});
    own.percentage_points = finder.find("number.percentage-points", {"number", "count"});
    for (const char* id : {"quote.open", "quote.close", "quote.inner-open", "quote.inner-close"})
        finder.find(id, {});
    return own;
}

LocaleParts::LocaleParts(std::string_view tag_text, Catalogue messages, const icu::Locale& language_of_tag,
                         const icu::Locale& language_of_formats, std::shared_ptr<const LocaleParts> other)
    : tag(tag_text),
      catalogue(std::move(messages)),
      fallback(std::move(other)),
      language(language_of_tag),
      formats(language_of_formats),
      formatter(NumberFormatter::withLocale(formats)),
      compact(compact_formatter(formats)),
      plain(NumberShape::learn(formatter)),
      percent(NumberShape::learn(formatter.unit(icu::NoUnit::percent()))),
      dates(DateShape::learn(formats)),
      plurals(language),
      writer(plain, plurals),
      prose(read_prose_words(catalogue, language, plain)),
      lists(list_formatter(formats)),
      collator(make_collator(language)) {
    for (const std::string_view id : catalogue.ids())
        messages_.emplace(id, catalogue.find(id));
    const auto text_of = [&](const std::string& id) {
        const Wording wording = find(id);
        return wording.message != nullptr ? wording.written({}) : std::string();
    };
    quotes = {text_of("quote.open"), text_of("quote.close"), text_of("quote.inner-open"),
              text_of("quote.inner-close")};
    for (std::size_t i = 0; i < status_signs.size(); ++i) {
        const std::string id = std::string("status.") + static_cast<char>('a' + i);
        status_signs[i] = text_of(id + ".sign");
        status_names[i] = text_of(id + ".name");
    }
}

Wording LocaleParts::find(std::string_view id) const {
    if (const auto known = messages_.find(id); known != messages_.end()) return {known->second, &writer};
    return fallback != nullptr ? fallback->find(id) : Wording();
}

std::optional<std::string> LocaleParts::spelled(const Decimal& number) const {
    constexpr std::int64_t largest = 999'999;
    const auto whole = number.normalized().decimals() == 0 ? number.to_integer() : std::nullopt;
    if (!whole || *whole > largest || *whole < -largest) return std::nullopt;
    const std::scoped_lock lock(spelling_mutex_);
    UErrorCode status = U_ZERO_ERROR;
    if (spelling_ == nullptr)
        spelling_ = std::make_unique<const icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, language, status);
    icu::UnicodeString text;
    if (U_SUCCESS(status)) spelling_->format(*whole, text);
    return text.isEmpty() ? std::nullopt : std::optional(spelled_text(text));
}

NumberShape LocaleParts::learn_currency(std::string_view code) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString wide = to_icu(code);
    const icu::CurrencyUnit currency(wide.getTerminatedBuffer(), status);
    // ICU looks at three letters and never further.
    if (U_SUCCESS(status) && wide.length() == 3) return NumberShape::learn(formatter.unit(currency));
    NumberShape shape = plain;
    for (Affixes* affixes : {&shape.plain, &shape.negative, &shape.positive})
        affixes->suffix += "\xC2\xA0" + std::string(code);
    return shape;
}

const NumberShape& LocaleParts::currency(std::string_view code) const {
    {
        const std::shared_lock lock(currencies_mutex_);
        const auto known = currencies_.find(code);
        if (known != currencies_.end()) return known->second;
    }
    NumberShape shape = learn_currency(code);
    const std::unique_lock lock(currencies_mutex_);
    return currencies_.emplace(code, std::move(shape)).first->second;
}

}  // namespace regioscope::locale
