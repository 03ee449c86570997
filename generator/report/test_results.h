// What tests of accessibility have found, as they tell it in EARL (W3C's Evaluation and Report Language,
// JSON-LD): files that axe, Alfa and others write, laid into site/accessibility/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "data/period.h"
#include "report/success_criteria.h"

namespace regioscope::report {

inline constexpr std::string_view test_results_folder = "site/accessibility";

/// What failed.
struct FailedTest {
    /// The rule, without the address that it has: `color-contrast`.
    std::string test;
    /// Empty when it does not say.
    std::vector<const SuccessCriterion*> criteria;
    /// The page, as the file names it; may be empty.
    std::string subject;
    /// Where the file tells it.
    Span span;
};

struct TestResults {
    /// Who tested, as the files name them.
    std::set<std::string> assertors;
    std::set<std::string> subjects;
    /// The latest day on which anything was tested.
    std::optional<data::Date> date;
    std::size_t passed = 0;
    std::vector<FailedTest> failed;
    /// For findings about all of them.
    Span span;

    bool is_empty() const { return passed == 0 && failed.empty(); }
};

/// Reads all files of the folder. Findings: those of JSON; `no-test-results` (a warning: the file holds
/// none).
TestResults read_test_results(const Disk& disk, SourceLibrary& library, Findings& findings);

}  // namespace regioscope::report
