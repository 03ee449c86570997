#include "base/budget.h"

#include <doctest/doctest.h>

#include "base/stack.h"

using namespace regioscope;

TEST_CASE("a budget is spent, raised, and begun again") {
    Budget budget;
    budget.begin();
    CHECK(budget.spend(200'000'000));
    CHECK_FALSE(budget.is_spent());
    CHECK_FALSE(budget.spend(1));
    CHECK(budget.is_spent());
    budget.raise(2);
    CHECK(budget.spend(199'999'999));
    budget.grant(10);
    CHECK(budget.spend(20));
    CHECK_FALSE(budget.spend(1));
    CHECK(budget.most_pages() == 200'000);
    budget.begin();
    CHECK(budget.spend(1));
    CHECK(budget.most_pages() == 100'000);
}

TEST_CASE("what is kept for the whole build is bounded") {
    Budget budget;
    budget.begin();
    CHECK(budget.keep(400'000'000));
    CHECK_FALSE(budget.keep(1));
}

TEST_CASE("of one code the first hundreds are listed, and the last says how many more there are") {
    Findings findings;
    for (int i = 0; i < 700; ++i)
        findings.error("unknown-region", {}, "no region");
    for (int i = 0; i < 3; ++i)
        findings.add(budget_spent({}));
    findings.warning("missing-language", {}, std::string(5'000, 'x'));
    Finding accepted = make_error("unknown-region", {}, "no region");
    accepted.accepted = "known";
    findings.add(accepted);

    abridge(findings);
    CHECK(findings.all().size() == 500 + 1 + 1 + 1);
    CHECK(findings.all()[498].notes.empty());
    REQUIRE(findings.all()[499].notes.size() == 1);
    CHECK(findings.all()[499].notes[0].message == "200 more findings 'unknown-region' are not listed");
    CHECK(findings.all()[500].code == "budget-spent");
    CHECK(findings.all()[501].message.size() == 1'000 + 3);
    CHECK(findings.all()[502].accepted == "known");
}

namespace {

/// Each level is a call, whatever the compiler makes of others.
[[gnu::noipa]] std::size_t left_below(int levels) {
    volatile char room[1'000] = {};
    const std::size_t here = stack_left();
    const std::size_t below = levels == 0 ? here : left_below(levels - 1);
    return room[0] == 0 ? below : here;
}

}  // namespace

TEST_CASE("whoever goes deeper has less of the stack left") {
    CHECK(left_below(20) + 20 * 1'000 <= left_below(0));
}
