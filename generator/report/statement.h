// site/statement.json: what the publisher says of the accessibility of the site, in the model of its law.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/word_table.h"
#include "data/entry.h"
#include "report/contact.h"
#include "report/success_criteria.h"

namespace regioscope::report {

struct Settings;
struct Site;

inline constexpr std::string_view statement_path = "site/statement.json";
inline constexpr std::string_view statement_page = "accessibility.html";

/// Something on the site that not everybody can use.
struct Deviation {
    enum class Reason { failure, burden, exempt };
    static constexpr WordTable<Reason, 3> reason_words = {
        {"non-compliance", "disproportionate-burden", "out-of-scope"}};

    Reason reason = Reason::failure;
    std::vector<const SuccessCriterion*> criteria;
    /// Rules of tests that fail for it, whose results do not name a criterion: `color-contrast`.
    std::vector<std::string> tests;
    data::Text what;
    data::Text cause;
    /// For whom, and what they cannot do.
    data::Text effect;
    /// What they can do meanwhile.
    data::Text alternative;
    data::Text measure;
    /// By when it is mended.
    std::optional<data::Date> until;
    Span span;
    Span until_span;
};

struct Statement {
    /// An examination by people.
    struct Evaluation {
        data::Date date;
        data::Text by;
        data::Text what;
        /// Of the report on it; may be empty.
        std::string url;
    };
    struct Enforcement {
        data::Text name;
        std::string url;
    };
    /// A: all is well; B: what is not is known and will be mended; C: first steps; D: nothing is known.
    enum class Status { full, partial, begun, none };

    data::Date prepared;
    std::optional<data::Date> reviewed;
    /// Addresses of the sites that it is about.
    std::vector<std::string> scope;
    std::vector<Evaluation> evaluations;
    std::vector<Deviation> deviations;
    /// Nothing: as the report says.
    Contact contact;
    /// Days within which there is an answer.
    std::optional<int> answer_days;
    /// The office of who answers for it: "directeur", not a name.
    data::Text signatory;
    /// Nothing: as the law's model says.
    std::optional<Enforcement> enforcement;
    /// In words that everybody understands.
    data::Text easy;
    data::WrittenTexts texts;
    Span span;
    Span date_span;

    /// The day on which it was last true.
    const data::Date& last_looked_at() const { return reviewed ? *reviewed : prepared; }
    Status status(bool is_tested) const;
};

/// Nothing when there is no such file. Findings: those of JSON; `unknown-criterion`, `invalid-url`,
/// `invalid-email`, `invalid-telephone`, `unknown-word`.
std::optional<Statement> read_statement(const Disk& disk, const Settings& settings, SourceLibrary& library,
                                        Findings& findings);

/// Held against the day on which the edition is published, and against the tests. Findings, warnings:
/// `missing-statement` (the law asks for one), `stale-statement` (nobody looked at it for a year),
/// `contradicted-statement` (a test failed that it knows nothing of), `broken-promise` (something should have
/// been mended by then), `incomplete-statement` (what the law's model asks for is not in it).
void check_statement(const Site& site, Findings& findings);

/// The same day a year later.
data::Date a_year_after(data::Date date);

}  // namespace regioscope::report
