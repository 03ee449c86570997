// The criteria of WCAG by whatever tests call them.
#include <doctest/doctest.h>

#include <string>

#include "report/success_criteria.h"

using namespace regioscope::report;

namespace {

std::string found_in(std::string_view text) {
    std::string numbers;
    for (const SuccessCriterion* const one : criteria_in(text))
        numbers += (numbers.empty() ? "" : " ") + std::string(one->number);
    return numbers;
}

}  // namespace

TEST_CASE("criteria are known by number, by tag, by name and by address") {
    CHECK(found_in("1.4.3") == "1.4.3");
    CHECK(found_in("WCAG 2.1, 1.4.11 (AA).") == "1.4.11");
    CHECK(found_in("wcag143") == "1.4.3");
    CHECK(found_in("wcag1411") == "1.4.11");
    CHECK(found_in("WCAG2:contrast-minimum") == "1.4.3");
    CHECK(found_in("https://www.w3.org/TR/WCAG22/#target-size-minimum") == "2.5.8");
    CHECK(found_in("1.4.3, 4.1.2") == "1.4.3 4.1.2");
}

TEST_CASE("what only looks like one is none") {
    for (const char* const text :
         {"", "1.4", "1.4.33", "11.4.3", "1.4.3.1", "wcag14", "wcag1433", "2.1.3", "color-contrast",
          "the contrast-minimum of a page", "https://example.org/keyboard/x"})
        CHECK_MESSAGE(found_in(text).empty(), text);
}

TEST_CASE("numbers are in order, each once, and lead to where they are explained") {
    std::string_view before;
    for (const SuccessCriterion& one : success_criteria()) {
        CHECK(find_criterion(one.number) == &one);
        CHECK(one.number != before);
        before = one.number;
    }
    CHECK(address_of(*find_criterion("2.5.8")) ==
          "https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html");
    CHECK(address_of(*find_criterion("4.1.1")) == "https://www.w3.org/WAI/WCAG21/Understanding/parsing.html");
    CHECK(find_criterion("1.4.6") == nullptr);
}
