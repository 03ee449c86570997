#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <new>

using namespace regioscope;

TEST_CASE("what work throws arrives at whoever called, and ends the work") {
    for (const std::size_t jobs : {1U, 4U}) {
        set_job_count(jobs);
        std::atomic<int> done = 0;
        const auto work = [&](std::size_t i) {
            if (i == 3) throw std::bad_alloc();
            ++done;
        };
        CHECK_THROWS_AS(for_each_index(100000, work), std::bad_alloc);
        CHECK(done < 100000);
        for_each_index(5, [&](std::size_t) { ++done; });
    }
    set_job_count(0);
}
