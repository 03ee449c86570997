#include "locale/locale.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/suggest.h"
#include "locale/amount_writer.h"
#include "locale/icu_text.h"
#include "locale/locale_parts.h"

namespace regioscope::locale {

namespace {

/// The locale of a tag, if it is well formed and ICU knows its language.
std::optional<icu::Locale> known_locale(std::string_view tag) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(tag);
    const icu::Locale wanted = icu::Locale::forLanguageTag(name, status);
    std::int32_t count = 0;
    const icu::Locale* available = icu::Locale::getAvailableLocales(count);
    const std::string_view language = wanted.getLanguage();
    const bool known = std::any_of(available, available + count,
                                   [&](const icu::Locale& one) { return language == one.getLanguage(); });
    if (U_FAILURE(status) || language.empty() || !known) return std::nullopt;
    return wanted;
}

void report_unknown(std::string_view tag, Span span, Findings& findings) {
    findings.error("unknown-language", span,
                   "no language '" + std::string(tag) + "'; write a BCP 47 tag such as 'nl' or 'en-GB'");
}

}  // namespace

Locale::Locale(std::shared_ptr<const LocaleParts> parts) : parts_(std::move(parts)) {}
Locale::~Locale() = default;

std::unique_ptr<const Locale> Locale::make(std::string_view tag, Catalogue catalogue, Findings& findings,
                                           const Locale* fallback) {
    const auto language = known_locale(tag);
    if (!language) {
        report_unknown(tag, {}, findings);
        return nullptr;
    }
    auto formats = language;
    if (const Message* other = catalogue.find("language.formats")) {
        const std::string formats_tag = other->plain_text();
        formats = known_locale(formats_tag);
        if (!formats) {
            report_unknown(formats_tag, other->span(), findings);
            return nullptr;
        }
    }
    auto parts = std::make_shared<LocaleParts>(tag, std::move(catalogue), *language, *formats,
                                               fallback != nullptr ? fallback->parts_ : nullptr);
    Findings own_findings;
    parts->own = OwnMessages::find(*parts, own_findings);
    const bool complete = !own_findings.has_errors();
    findings.merge(std::move(own_findings));
    if (!complete) return nullptr;
    return std::unique_ptr<const Locale>(new Locale(std::move(parts)));
}

const std::string& Locale::tag() const {
    return parts_->tag;
}

std::string Locale::name() const {
    if (const Message* name = parts_->catalogue.find("language.name")) return name->plain_text();
    icu::UnicodeString name;
    parts_->language.getDisplayName(parts_->language, name);
    return capitalized(from_icu(name));
}

std::string Locale::country(std::string_view code) const {
    icu::UnicodeString name;
    icu::Locale("", std::string(code).c_str()).getDisplayCountry(parts_->language, name);
    return from_icu(name);
}

std::string Locale::amount(const Amount& amount, const Unit& unit, const Display& display) const {
    return amount_text(*parts_, amount, unit, display);
}

void Locale::append_number(std::string& out, const Decimal& number, int decimals) const {
    parts_->plain.append(out, number, decimals);
}

std::string Locale::number(const Decimal& number, int decimals) const {
    std::string out;
    append_number(out, number, decimals);
    return out;
}

std::string Locale::percent(const Decimal& number, int decimals) const {
    std::string out;
    parts_->percent.append(out, number, decimals);
    return out;
}

std::string Locale::currency(const Decimal& number, int decimals, std::string_view code) const {
    std::string out;
    parts_->currency(code).append(out, number, decimals);
    return out;
}

std::string Locale::compact(const Decimal& number) const {
    return compact_text(*parts_, number);
}

std::optional<std::string> Locale::spelled(const Decimal& number) const {
    return parts_->spelled(number);
}

std::string Locale::ordinal(int number) const {
    std::string digits;
    append_number(digits, number, 0);
    return parts_->own.ordinal.written({{"number", digits}, {"count", Decimal(number)}});
}

std::string Locale::period(const Period& period) const {
    std::string out;
    parts_->dates.append(out, period, parts_->plain);
    return out;
}

namespace {

/// `Aa, Noord` reads as two of a list; a comma within brackets does not.
bool reads_as_several(std::string_view item) {
    const std::size_t comma = item.find(", ");
    return comma != std::string_view::npos && comma < item.find('(');
}

}  // namespace

std::string Locale::list(const std::vector<std::string>& items) const {
    if (items.size() > 1 && std::any_of(items.begin(), items.end(), reads_as_several)) {
        // What stands between two says "and" in this language.
        const std::string pair = list({"1", "2"});
        std::string joined = items.front();
        for (std::size_t i = 1; i + 1 < items.size(); ++i)
            joined += "; " + items[i];
        return joined + ";" + pair.substr(1, pair.size() - 2) + items.back();
    }
    std::vector<icu::UnicodeString> texts;
    texts.reserve(items.size());
    for (const std::string& item : items)
        texts.push_back(to_icu(item));
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    if (parts_->lists != nullptr)
        parts_->lists->format(texts.data(), static_cast<std::int32_t>(texts.size()), out, status);
    return from_icu(out);
}

std::string Locale::sort_key(std::string_view text) const {
    const icu::UnicodeString wide = to_icu(text);
    std::string key;
    if (const icu::Collator* collator = parts_->collator.get()) {
        std::array<std::uint8_t, 256> buffer;
        const auto take = [&](std::uint8_t* bytes, std::int32_t size) {
            const std::int32_t needed = collator->getSortKey(wide, bytes, size);
            if (needed <= size) key.assign(bytes, bytes + needed);
            return needed;
        };
        const std::int32_t needed = take(buffer.data(), static_cast<std::int32_t>(buffer.size()));
        if (key.empty() && needed > 0) {
            std::vector<std::uint8_t> longer(static_cast<std::size_t>(needed));
            take(longer.data(), needed);
        }
    }
    // ICU's key ends in NUL; the text behind it keeps apart what the language takes for equal.
    return key.append(text);
}

std::string Locale::capitalized(std::string_view text) const {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToTitle(parts_->language.getName(), U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE,
                              nullptr, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                              sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

const Locale::Quotes& Locale::quotes() const {
    return parts_->quotes;
}

std::string Locale::quoted(std::string_view text) const {
    return parts_->quotes.open + std::string(text) + parts_->quotes.close;
}

const ProseWords& Locale::prose() const {
    return parts_->prose;
}

bool Locale::has_message(std::string_view id) const {
    return parts_->find(id).message != nullptr;
}

Result<std::vector<Piece>> Locale::message_pieces(std::string_view id, const Arguments& arguments) const {
    const Wording wording = parts_->find(id);
    if (wording.message == nullptr) {
        return make_error("missing-message", {},
                          "language '" + parts_->tag + "' has no message '" + std::string(id) + "'" +
                              did_you_mean(id, parts_->catalogue.ids()));
    }
    return wording.writer->write_pieces(*wording.message, arguments);
}

Result<std::string> Locale::message(std::string_view id, const Arguments& arguments) const {
    if (const Wording wording = parts_->find(id); wording.message != nullptr)
        return wording.writer->write(*wording.message, arguments);
    return message_pieces(id, arguments).finding();
}

Result<std::string> Locale::write(const Message& message, const Arguments& arguments) const {
    return parts_->writer.write(message, arguments);
}

std::string Locale::status_sign(char code) const {
    return code >= 'A' && code <= 'Z' ? parts_->status_signs[static_cast<std::size_t>(code - 'A')] : "";
}

std::string Locale::status_name(char code) const {
    return code >= 'A' && code <= 'Z' ? parts_->status_names[static_cast<std::size_t>(code - 'A')] : "";
}

}  // namespace regioscope::locale
