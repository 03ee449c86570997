#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

namespace {

std::vector<std::string> sorted(const Locale& locale, std::vector<std::string> words) {
    std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
        return locale.sort_key(a) < locale.sort_key(b);
    });
    return words;
}

}  // namespace

TEST_CASE("countries") {
    CHECK(language("nl").country("be") == "België");
    CHECK(language("de").country("gb") == "Vereinigtes Königreich");
    CHECK(language("en").country("fi") == "Finland");
    CHECK(language("en").country("qx") == "QX");
}

TEST_CASE("lists") {
    CHECK(language("nl").list({}).empty());
    CHECK(language("nl").list({"a"}) == "a");
    CHECK(language("nl").list({"a", "b"}) == "a en b");
    CHECK(language("nl").list({"a", "b", "c"}) == "a, b en c");
    CHECK(language("de").list({"a", "b", "c"}) == "a, b und c");
    CHECK(language("en").list({"a", "b", "c"}) == "a, b and c");
    CHECK(language("nl").list({"{0}", "é"}) == "{0} en é");
}

TEST_CASE("order follows the language, and different texts never share a key") {
    CHECK(sorted(language("nl"), {"Zwolle", "Élan", "emmen", "Emmen", "Ülsen", "Tabel 10", "Tabel 9"}) ==
          std::vector<std::string>{"Élan", "emmen", "Emmen", "Tabel 9", "Tabel 10", "Ülsen", "Zwolle"});
    CHECK(sorted(*any_language("sv"), {"Örebro", "Zorn", "Ånge"}) ==
          std::vector<std::string>{"Zorn", "Ånge", "Örebro"});
    CHECK(sorted(language("de"), {"Zug", "Äpfel", "Apfel", "Baum"}) ==
          std::vector<std::string>{"Apfel", "Äpfel", "Baum", "Zug"});
    CHECK(language("nl").sort_key("9") != language("nl").sort_key("09"));
    CHECK(language("nl").sort_key("a") < language("nl").sort_key("b"));
    const std::string longest(5000, 'x');
    CHECK(language("nl").sort_key(longest + "a") < language("nl").sort_key(longest + "b"));
    CHECK(language("nl").sort_key("") < language("nl").sort_key("a"));
}

TEST_CASE("capitals at the start of a sentence") {
    CHECK(language("nl").capitalized("in het Emsland") == "In het Emsland");
    CHECK(language("nl").capitalized("ijsbaan") == "IJsbaan");
    CHECK(language("en").capitalized("ijsbaan") == "Ijsbaan");
    CHECK(language("de").capitalized("über ASML") == "Über ASML");
    CHECK(language("nl").capitalized("7,2%") == "7,2%");
    CHECK(language("nl").capitalized("").empty());
}

TEST_CASE("quotes") {
    CHECK(language("nl").quoted("zo") == "“zo”");
    CHECK(language("de").quoted("so") == "„so“");
    CHECK(language("en").quoted("so") == "“so”");
    CHECK(language("de").quotes().inner_open == "‚");
}

TEST_CASE("tag") {
    CHECK(language("nl").tag() == "nl");
    CHECK(language("en").tag() == "en");
}

TEST_CASE("one locale serves many threads") {
    const Locale& nl = language("nl");
    const auto everything = [&nl](int seed) {
        std::string out;
        for (int i = seed; i < seed + 300; ++i) {
            const Amount amount{static_cast<Amount::Kind>(i % 7), i * 1000, i * 1001};
            Display display;
            display.scale = i % 2 == 0 ? Display::Scale::compact : Display::Scale::full;
            out += nl.amount(amount, Unit::money(i % 3 == 0 ? "EUR" : "USD"), display);
            out += nl.amount(amount, Unit::percentage_points(), display);
            out += nl.currency(i, 0, std::string("A") + static_cast<char>('A' + i % 26) + "Z");
            out += nl.list({"a", nl.number(i, 1), "c"});
            out += nl.sort_key("Ülsen " + std::to_string(i));
            out += nl.capitalized("ijs") + nl.ordinal(i);
            out += nl.period({Period::Kind::month, {2000 + i % 30, 1 + i % 12, 1}, {}});
            out += nl.message("describe.bar", {{"count", Decimal(i)}, {"measure", "m"}, {"period", "p"}})
                       .value();
        }
        return out;
    };
    constexpr int threads = 8;
    std::vector<std::string> results(threads);
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&, i] { results[static_cast<std::size_t>(i)] = everything(i * 37); });
    for (std::thread& thread : running)
        thread.join();
    for (int i = 0; i < threads; ++i)
        CHECK(results[static_cast<std::size_t>(i)] == everything(i * 37));
}
