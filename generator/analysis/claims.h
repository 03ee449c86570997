// Claims: statements of the text with a condition that the data must meet (site/claims.json).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/environment.h"
#include "base/finding.h"
#include "data/edition.h"
#include "expression/node.h"

namespace regioscope::analysis {

struct Claim {
    std::string id;
    expression::Expression condition;
    /// As written.
    std::string condition_text;
    /// Marks that the statement lives with.
    std::vector<Mark> accepts;
    data::EditionRange editions;
    Span span;
    Span condition_span;
};

/// Reads `site/claims.json`. Findings: those of JSON, of expressions, `unknown-word` in `accepts`,
/// `unknown-edition`.
std::vector<Claim> read_claims(const SourceText& source, const std::vector<data::Edition>& editions,
                               Findings& findings);

struct Verdict {
    bool holds = false;
    /// Why not; `claim-failed`, `claim-not-comparable`, `claim-without-evidence`, or what went wrong in the
    /// evaluation. At the condition.
    std::vector<Finding> findings;
    /// What was read.
    std::vector<const Measurement*> measurements;
    std::vector<data::Citation> facts;
    /// The marks that it was accepted with.
    std::vector<Mark> marks;
};

Verdict judge(const Claim& claim, const View& view);

}  // namespace regioscope::analysis
