#include "locale/prose_words.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "locale/phrases.h"
#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

TEST_CASE("a list of phrases knows words in any case, and beginnings of words") {
    Phrases phrases;
    CHECK_FALSE(phrases.contain(U"meer"));
    CHECK_FALSE(phrases.contain(U""));
    for (const char32_t* one : {U"Meer", U"als enige", U"größt*", U"doppelt so*", U""})
        phrases.add(one);
    CHECK(phrases.contain(U"meer"));
    CHECK(phrases.contain(U"als enige"));
    CHECK(phrases.contain(U"größte"));
    CHECK(phrases.contain(U"größtenteils"));
    CHECK(phrases.contain(U"doppelt so"));
    CHECK_FALSE(phrases.contain(U"als"));
    CHECK_FALSE(phrases.contain(U"groß"));
    CHECK_FALSE(phrases.contain(U"größte von"));
    CHECK(phrases.most_words() == 2);
}

TEST_CASE("a language that says nothing of its prose has what ICU knows of it") {
    const auto fr = any_language("fr");
    const ProseWords& words = fr->prose();
    CHECK(words.decimal_sign == U',');
    CHECK(words.months.contain(U"janvier"));
    CHECK(words.months.contain(U"juil"));
    CHECK(words.ordinal_endings.contain(U"er"));
    CHECK(words.numbers.contain(U"quatre"));
    CHECK(words.numbers.contain(U"vingt-et-un"));
    CHECK_FALSE(words.numbers.contain(U"et"));
    CHECK_FALSE(words.numbers.contain(U"deux"));
    CHECK_FALSE(words.units.contain(U"millions"));
    CHECK_FALSE(words.comparisons.contain(U"meer"));
}

TEST_CASE("numbers are spelled, and found again as they are spelled") {
    struct Row {
        const char* number;
        const char* nl;
        const char* de;
        const char* en;
    };
    for (const Row& row :
         {Row{"3", "drie", "drei", "three"}, Row{"0", "nul", "null", "zero"},
          Row{"43", "drieënveertig", "dreiundvierzig", "forty-three"},
          Row{"200", "tweehonderd", "zweihundert", "two hundred"}, Row{"7.0", "zeven", "sieben", "seven"}}) {
        CAPTURE(row.number);
        CHECK(language("nl").spelled(decimal(row.number)) == row.nl);
        CHECK(language("de").spelled(decimal(row.number)) == row.de);
        CHECK(language("en").spelled(decimal(row.number)) == row.en);
    }
    CHECK_FALSE(language("nl").spelled(decimal("7.2")));
    CHECK_FALSE(language("nl").spelled(decimal("1000000")));
    for (const char* tag : {"nl", "de", "en", "fr"}) {
        CAPTURE(tag);
        const auto made = any_language(tag);
        for (int number = 3; number <= 100; ++number) {
            const std::string text = made->spelled(Decimal(number)).value_or("");
            CAPTURE(text);
            std::u32string decoded;
            for (std::size_t i = 0; i < text.size();)
                decoded += next_code_point(text, i);
            CHECK(made->prose().numbers.contain(decoded));
        }
    }
}

TEST_CASE("an amount in words keeps what stands around its number") {
    Display display;
    display.scale = Display::Scale::spelled;
    CHECK(language("nl").amount({Amount::Kind::about, Decimal(7), {}}, {}, display) == "circa\u00a0zeven");
    CHECK(language("en").amount({Amount::Kind::range, Decimal(3), Decimal(5)}, {}, display) ==
          "three to five");
    CHECK(language("nl").amount(Amount::point(decimal("7.2")), {}, display) == "7,2");
}
