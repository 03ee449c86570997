// What a build may cost. Whatever follows the words of a project (expressions, templates, texts, readers of
// files) draws on one budget, so that no input can hang a build or exhaust the machine. It is generous: an
// honest report uses a small part of it, and one that is very large raises it (`budget` in site/report.json).
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace regioscope {

class Budget {
  public:
    /// That of all builds of this process: one follows the other. Shared by threads.
    static Budget& of_build();

    /// Nothing is spent, and nothing raised.
    void begin();
    /// All bounds are so many times the usual ones.
    void raise(std::uint32_t times);
    std::uint64_t times() const { return times_; }

    /// Takes out of it: a unit is a step of an expression or a template, or what takes as long, like 64 bytes
    /// of text. False when it is spent.
    bool spend(std::uint64_t units) {
        return left_.fetch_sub(static_cast<std::int64_t>(units), std::memory_order_relaxed) >=
               static_cast<std::int64_t>(units);
    }
    bool is_spent() const { return left_.load(std::memory_order_relaxed) < 0; }
    /// Takes memory that stays for the whole build. False when there has been too much of it.
    bool keep(std::uint64_t bytes) { return (kept_ += bytes) <= most_kept(); }
    /// What is known to be there adds to it: a report of many pages may take longer than one of few.
    void grant(std::uint64_t units) { left_ += static_cast<std::int64_t>(units * times_); }

    // ---- Bounds that single things have ----

    /// Pages of a report, in all its languages.
    std::uint64_t most_pages() const { return 100'000 * times_; }
    /// Values in one JSON file.
    std::uint64_t most_values() const { return 2'000'000 * times_; }
    /// Bytes of one JSON text, and of one text of the narrative.
    std::uint64_t longest_text() const { return 1'000'000 * times_; }

  private:
    std::uint64_t most_kept() const { return 400'000'000 * times_; }

    std::atomic<std::int64_t> left_ = 0;
    std::atomic<std::uint64_t> kept_ = 0;
    std::atomic<std::uint32_t> times_ = 1;
};

/// The finding `budget-spent`: the build as a whole takes too much, and this is what it was at.
Finding budget_spent(Span span);
/// The finding `too-much-work`: one thing alone takes too much.
Finding too_much_work(Span span, std::string_view what);

/// Of one code the first hundreds tell what happened: the last that is kept says how many more there are. In
/// source order; what was accepted does not count.
void abridge(Findings& findings);

}  // namespace regioscope
