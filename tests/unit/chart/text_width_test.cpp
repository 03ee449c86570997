#include "chart/text_width.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "chart/font_widths.h"

using namespace regioscope::chart;

TEST_CASE("the tables cover their ranges") {
    std::size_t count = 0;
    for (const CodePointRange& range : measured_ranges)
        count += range.last - range.first + 1;
    CHECK(regular_widths.size() == count);
    CHECK(bold_widths.size() == count);
}

TEST_CASE("a text is as wide as the widest of the fonts makes it") {
    // DejaVu Sans has the widest digits: 0.637 em.
    CHECK(text_width("0", TextStyle::label) == doctest::Approx(0.637 * 14));
    CHECK(text_width("00", TextStyle::label) == doctest::Approx(2 * 0.637 * 14));
    CHECK(text_width("", TextStyle::label) == 0);
    CHECK(text_width("Twente", TextStyle::strong) > text_width("Twente", TextStyle::label));
    CHECK(text_width("é", TextStyle::label) == doctest::Approx(text_width("e", TextStyle::label)));
}

TEST_CASE("characters outside the tables count as wide ones") {
    CHECK(text_width("世", TextStyle::label) == doctest::Approx(1.1 * 14));
}

TEST_CASE("a text is wrapped at spaces and behind hyphens") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("Vierkant voor Werk", 1000, TextStyle::label, 3) == Lines{"Vierkant voor Werk"});
    CHECK(wrap("Vierkant voor Werk", 75, TextStyle::label, 3) == Lines{"Vierkant", "voor Werk"});
    CHECK(wrap("Borger-Odoorn", 64, TextStyle::label, 2) == Lines{"Borger-", "Odoorn"});
    CHECK(wrap("", 60, TextStyle::label, 2).empty());
    CHECK(wrap("  ", 60, TextStyle::label, 2).empty());
}

TEST_CASE("a sign stays with what it is about") {
    using Lines = std::vector<std::string>;
    const auto narrow = [](const char* const text) { return wrap(text, 90, TextStyle::label, 4); };
    CHECK(narrow("Rijnmond 11,2 *") == Lines{"Rijnmond", "11,2 *"});
    CHECK(narrow("Rijnmond 11,2 %") == Lines{"Rijnmond", "11,2 %"});
    CHECK(narrow("Bremen 11,2 ᵘ ¹ ²") == Lines{"Bremen", "11,2 ᵘ ¹ ²"});
    CHECK(narrow("Rijnmond – 11,2") == Lines{"Rijnmond –", "11,2"});
}

TEST_CASE("what does not fit ends in an ellipsis") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("Vierkant voor Werk", text_width("Vierkan…", TextStyle::label), TextStyle::label, 1) ==
          Lines{"Vierkan…"});
    CHECK(wrap("een twee drie vier", text_width("twee…", TextStyle::label), TextStyle::label, 2) ==
          Lines{"een", "twee…"});
    CHECK(shorten("Twente", 1000, TextStyle::label) == "Twente");
    CHECK(shorten("Twente", 5, TextStyle::label).empty());
}

TEST_CASE("no line is wider than asked, and nothing is lost where it fits") {
    const std::string text = "Overheid, onderwijs en zorg-gerelateerde dienstverlening in de regio";
    for (double width = 20; width < 500; width += 7) {
        for (const std::size_t lines : {1U, 2U, 5U}) {
            std::string joined;
            for (const std::string& line : wrap(text, width, TextStyle::small, lines)) {
                CHECK(text_width(line, TextStyle::small) <= width + 0.02);
                joined += line;
            }
            if (fits(text, width, TextStyle::small, lines)) CHECK(joined.find("…") == std::string::npos);
        }
    }
}

TEST_CASE("a text given exactly its own width fits") {
    for (const char* const text : {"Twente", "+12,4 %", "Vierkant voor Werk", "€ 48–60 mln"})
        CHECK(shorten(text, text_width(text, TextStyle::label), TextStyle::label) == text);
}

TEST_CASE("chart.css sets text in the sizes that charts are laid out with") {
    std::ifstream file(REGIOSCOPE_SOURCE_DIR "/templates/assets/chart.css");
    std::ostringstream css;
    css << file.rdbuf();
    for (const TextStyle style :
         {TextStyle::label, TextStyle::strong, TextStyle::small, TextStyle::heading}) {
        std::ostringstream rule;
        rule << ".chart ." << class_of(style) << " { font-size: " << font_size(style) << "px;";
        CHECK_MESSAGE(css.str().find(rule.str()) != std::string::npos, rule.str());
    }
}
