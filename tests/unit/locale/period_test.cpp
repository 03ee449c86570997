#include "locale/period.h"

#include <doctest/doctest.h>
#include <unicode/dtptngen.h>
#include <unicode/smpdtfmt.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

namespace {

using Kind = Period::Kind;

std::string by_icu(const char* tag, const char16_t* skeleton, const Day& day) {
    using namespace std::chrono;
    const sys_days date = year{day.year} / day.month / day.day;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    locale.setKeywordValue("calendar", "gregorian", status);
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    icu::SimpleDateFormat format(generator->getBestPattern(skeleton, status), locale, status);
    format.setTimeZone(*icu::TimeZone::getGMT());
    icu::UnicodeString text;
    format.format(static_cast<UDate>(duration_cast<milliseconds>(date.time_since_epoch()).count()), text);
    REQUIRE(U_SUCCESS(status));
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

TEST_CASE("periods as readers write them") {
    struct Row {
        Period period;
        std::string nl;
        std::string de;
        std::string en;
    };
    const std::vector<Row> rows = {
        {{Kind::year, {2015, 1, 1}, {2015, 12, 31}}, "2015", "2015", "2015"},
        {{Kind::month, {2013, 12, 1}, {2013, 12, 31}}, "december 2013", "Dezember 2013", "December 2013"},
        {{Kind::day, {2016, 7, 1}, {2016, 7, 1}}, "1 juli 2016", "1. Juli 2016", "1 July 2016"},
        {{Kind::quarter, {2015, 1, 1}, {2015, 3, 31}},
         "1e kwartaal 2015",
         "1. Quartal 2015",
         "1st quarter 2015"},
        {{Kind::quarter, {2015, 10, 1}, {2015, 12, 31}},
         "4e kwartaal 2015",
         "4. Quartal 2015",
         "4th quarter 2015"},
        {{Kind::interval, {2006, 1, 1}, {2015, 12, 31}}, "2006–2015", "2006–2015", "2006–2015"},
        {{Kind::interval, {2006, 1, 1}, {2006, 12, 31}}, "2006", "2006", "2006"},
        {{Kind::interval, {2013, 5, 1}, {2014, 2, 28}},
         "mei 2013\u00A0– februari 2014",
         "Mai 2013\u00A0– Februar 2014",
         "May 2013\u00A0– February 2014"},
        {{Kind::interval, {2016, 2, 1}, {2016, 2, 28}},
         "1 februari 2016\u00A0– 28 februari 2016",
         "1. Februar 2016\u00A0– 28. Februar 2016",
         "1 February 2016\u00A0– 28 February 2016"},
        {{Kind::school_year, {2012, 8, 1}, {2013, 7, 31}}, "2012/2013", "2012/2013", "2012/2013"},
        {{Kind::year, {1854, 1, 1}, {1854, 12, 31}}, "1854", "1854", "1854"},
    };
    for (const Row& row : rows) {
        CHECK(language("nl").period(row.period) == row.nl);
        CHECK(language("de").period(row.period) == row.de);
        CHECK(language("en").period(row.period) == row.en);
    }
}

TEST_CASE("learned dates equal ICU's in any language and year") {
    for (const char* tag : {"nl", "de", "en", "en-GB", "fr", "sv", "ar", "es", "ja", "th", "fa"}) {
        CAPTURE(tag);
        const auto locale = any_language(tag);
        for (int month = 1; month <= 12; ++month) {
            for (const int year : {1854, 1999, 2016, 2030}) {
                const Day day{year, month, 1 + (month * 7 + year) % 28};
                CHECK(locale->period({Kind::day, day, day}) == by_icu(tag, u"yMMMMd", day));
                CHECK(locale->period({Kind::month, day, day}) == by_icu(tag, u"yMMMM", day));
                CHECK(locale->period({Kind::quarter, day, day}) == by_icu(tag, u"yQQQQ", day));
                CHECK(locale->period({Kind::year, day, day}) == by_icu(tag, u"y", day));
            }
        }
    }
}

TEST_CASE("dates that do not exist are written, not crashed on") {
    const Day impossible{2015, 13, 40};
    CHECK(language("nl").period({Kind::day, impossible, impossible}) == "40 december 2015");
    CHECK_FALSE(language("nl").period({Kind::interval, {2015, 0, 1}, impossible}).empty());
}
