#include "analysis/statistics.h"

#include <doctest/doctest.h>

#include "small_report.h"

using namespace regioscope;
using namespace regioscope::analysis;

TEST_CASE("mean and deviation of the whole group") {
    CHECK(*mean({2, 4, 4, 4, 5, 5, 7, 9}) == Decimal(5));
    CHECK(*standard_deviation({2, 4, 4, 4, 5, 5, 7, 9}) == Decimal(2));
    CHECK(!mean({}));
    CHECK(!standard_deviation({}));
}

TEST_CASE("roots") {
    CHECK(square_root(0) == Decimal(0));
    CHECK(square_root(144) == Decimal(12));
    CHECK(is_near(square_root(2), "1.414213562373"));
    CHECK(square_root(*Decimal::parse("0.0001")) == *Decimal::parse("0.01"));
    CHECK(square_root(*Decimal::parse("1e16")) == Decimal(100000000));
}

TEST_CASE("equals share the middle of their places") {
    CHECK(average_ranks({30, 10, 20, 10}) ==
          std::vector<Decimal>{4, *Decimal::parse("1.5"), 3, *Decimal::parse("1.5")});
    CHECK(average_ranks({5, 5, 5}) == std::vector<Decimal>{2, 2, 2});
}

TEST_CASE("rank correlation") {
    CHECK(*rank_correlation({1, 2, 3, 4}, {10, 200, 300, 4000}) == Decimal(1));
    CHECK(*rank_correlation({1, 2, 3, 4}, {9, 7, 5, 3}) == Decimal(-1));
    // 1 − 6·Σd²/(n(n² − 1)) with d = 0, 1, 1, 0: 1 − 12/60.
    CHECK(is_near(rank_correlation({1, 2, 3, 4}, {1, 3, 2, 4}), "0.8"));
    CHECK(!rank_correlation({1, 2}, {1, 2}));
    CHECK(!rank_correlation({1, 2, 3}, {4, 4, 4}));
}
