#include "locale/prose_reader.h"

#include <unicode/dtfmtsym.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "locale/icu_text.h"

namespace regioscope::locale {

namespace {

std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();)
        out += next_code_point(text, i);
    return out;
}

/// A list with commas between.
Phrases phrases_of(const Catalogue& catalogue, std::string_view id) {
    Phrases phrases;
    const Message* const message = catalogue.find(id);
    if (message == nullptr) return phrases;
    const std::u32string list = decoded(message->plain_text());
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t comma = std::min(list.find(U',', begin), list.size());
        const std::size_t first = std::min(list.find_first_not_of(U' ', begin), comma);
        std::size_t last = comma;
        while (last > first && list[last - 1] == U' ')
            --last;
        phrases.add(std::u32string_view(list).substr(first, last - first));
        begin = comma + 1;
    }
    return phrases;
}

/// `januari` and `jan.`, as they stand in dates and alone.
Phrases months_of(const icu::Locale& language) {
    Phrases months;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(language, status);
    if (U_FAILURE(status)) return months;
    using Symbols = icu::DateFormatSymbols;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
        for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* const names = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count; ++i) {
                std::u32string name = decoded(from_icu(names[i]));
                if (name.ends_with(U'.')) name.pop_back();
                months.add(name);
            }
        }
    }
    return months;
}

/// `e`, `st`: what ICU puts behind the numbers of days.
void add_ordinal_endings(Phrases& endings, const icu::Locale& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat ordinals(icu::URBNF_ORDINAL, language, status);
    for (std::int32_t day = 1; U_SUCCESS(status) && day <= 31; ++day) {
        icu::UnicodeString text;
        ordinals.format(day, text);
        std::u32string ending = decoded(from_icu(text));
        const std::size_t behind = ending.find_last_of(U"0123456789") + 1;
        endings.add(std::u32string_view(ending).substr(behind));
    }
}

/// What ICU calls the whole numbers that people write in words, in each form that it knows: `vierzig`,
/// `tweehonderd`. One and two are articles and pairs as often as numbers.
void add_numbers(Phrases& numbers, const icu::Locale& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat spelling(icu::URBNF_SPELLOUT, language, status);
    if (U_FAILURE(status)) return;
    std::vector<std::int32_t> wanted;
    for (std::int32_t number = 3; number <= 100; ++number)
        wanted.push_back(number);
    for (std::int32_t number = 2; number <= 10; ++number)
        wanted.insert(wanted.end(), {100 * number, 1000 * number});
    for (std::int32_t i = 0; i < spelling.getNumberOfRuleSetNames(); ++i) {
        const icu::UnicodeString name = spelling.getRuleSetName(i);
        const std::string_view kinds[] = {"%spellout-numbering", "%spellout-cardinal"};
        const bool is_cardinal = std::any_of(std::begin(kinds), std::end(kinds), [&](std::string_view kind) {
            return name.startsWith(to_icu(kind));
        });
        if (!is_cardinal || name.endsWith(to_icu("-year"))) continue;
        for (const std::int32_t number : wanted) {
            icu::UnicodeString text;
            icu::FieldPosition nowhere;
            numbers.add(decoded(spelled_text(spelling.format(number, name, text, nowhere, status))));
        }
    }
}

}  // namespace

std::string spelled_text(const icu::UnicodeString& text) {
    constexpr char16_t soft_hyphen = 0xAD;
    icu::UnicodeString out(text);
    out.findAndReplace(icu::UnicodeString(soft_hyphen), icu::UnicodeString());
    return from_icu(out);
}

ProseWords read_prose_words(const Catalogue& catalogue, const icu::Locale& language,
                            const NumberShape& numbers) {
    ProseWords words;
    words.decimal_sign = decoded(numbers.decimal_mark).front();
    words.months = months_of(language);
    words.ordinal_endings = phrases_of(catalogue, "prose.ordinal-endings");
    add_ordinal_endings(words.ordinal_endings, language);
    words.before_ordinals = phrases_of(catalogue, "prose.before-ordinals");
    words.references = phrases_of(catalogue, "prose.references");
    words.units = phrases_of(catalogue, "prose.units");
    words.glued_units = phrases_of(catalogue, "prose.glued-units");
    words.abbreviations = phrases_of(catalogue, "prose.abbreviations");
    words.numbers = phrases_of(catalogue, "prose.numbers");
    add_numbers(words.numbers, language);
    words.no_numbers = phrases_of(catalogue, "prose.no-numbers");
    words.comparisons = phrases_of(catalogue, "prose.comparisons");
    words.no_comparisons = phrases_of(catalogue, "prose.no-comparisons");
    return words;
}

}  // namespace regioscope::locale
