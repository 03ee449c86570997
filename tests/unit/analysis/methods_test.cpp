// The methods of the comparison against Python's statistics and fractions modules (methods_cases.py).
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "analysis/diagnosis.h"
#include "analysis/ranking.h"
#include "analysis/statistics.h"
#include "analysis/structure.h"

using namespace regioscope;
using namespace regioscope::analysis;

namespace {

using Numbers = std::vector<Decimal>;
/// One result, or one per number; nothing where the method has no answer.
using Results = std::optional<Numbers>;

Numbers numbers_of(const std::string& text) {
    Numbers numbers;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        numbers.push_back(*Decimal::parse(word));
    return numbers;
}

Results one(const std::optional<Decimal>& number) {
    return number ? Results(Numbers{*number}) : std::nullopt;
}

Structure structure_of_parts(const Numbers& parts) {
    Structure structure;
    for (const Decimal& part : parts)
        structure.whole += part;
    for (const Decimal& part : parts)
        structure.shares.push_back(Decimal::divide(part * 100, structure.whole));
    return structure;
}

Results places(const Numbers& numbers) {
    ComparedValues values;
    for (const Decimal& number : numbers)
        values.emplace_back(data::Value::point(number));
    Numbers found;
    for (const auto& rank : ranks_of(values))
        found.emplace_back(static_cast<int>(rank->rank));
    return found;
}

Results standardised(const Decimal& number, const Numbers& numbers) {
    return one(Decimal::divide(number - *mean(numbers), *standard_deviation(numbers)));
}

Results computed(const std::string& operation, const std::vector<Numbers>& lists) {
    const Numbers& a = lists.front();
    if (operation == "mean") return one(mean(a));
    if (operation == "deviation") return one(standard_deviation(a));
    if (operation == "standardised") return standardised(a[0], lists[1]);
    if (operation == "normalised") return one(normalised(a[0], a[1], a[2], data::Polarity::higher_is_better));
    if (operation == "normalised-down")
        return one(normalised(a[0], a[1], a[2], data::Polarity::lower_is_better));
    if (operation == "middle-places") return average_ranks(a);
    if (operation == "places") return places(a);
    if (operation == "rank-correlation") return one(rank_correlation(a, lists[1]));
    if (operation == "dissimilarity")
        return one(dissimilarity(structure_of_parts(a), structure_of_parts(lists[1])).index);
    if (operation == "quotient") {
        return one(location_quotient(structure_of_parts(lists[1]), structure_of_parts(lists[2]),
                                     static_cast<std::size_t>(*a[0].to_integer())));
    }
    FAIL("unknown operation " << operation);
    return std::nullopt;
}

bool agree(const Decimal& found, const Decimal& expected) {
    const Decimal size = std::max(Decimal(1), expected.absolute());
    return (found - expected).absolute() <= size * Decimal::scaled(1, -9);
}

}  // namespace

TEST_CASE("the methods agree with Python's") {
    std::ifstream file(std::string(REGIOSCOPE_SOURCE_DIR) + "/tests/unit/analysis/methods_cases.txt");
    REQUIRE(file);
    std::size_t count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        INFO(line);
        const std::size_t sign = line.find(" = ");
        REQUIRE(sign != std::string::npos);
        const std::size_t space = line.find(' ');
        std::vector<Numbers> lists;
        std::istringstream operands(line.substr(space, sign - space));
        for (std::string list; std::getline(operands, list, '|');)
            lists.push_back(numbers_of(list));
        const std::string expected = line.substr(sign + 3);
        const Results found = computed(line.substr(0, space), lists);
        REQUIRE(found.has_value() == (expected != "nothing"));
        if (!found) continue;
        const Numbers wanted = numbers_of(expected);
        REQUIRE(found->size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            INFO((*found)[i].text());
            CHECK(agree((*found)[i], wanted[i]));
        }
    }
    CHECK(count > 500);
}
