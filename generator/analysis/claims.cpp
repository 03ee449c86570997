#include "analysis/claims.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/evidence.h"
#include "analysis/falsifiable.h"
#include "analysis/functions.h"
#include "base/json.h"
#include "data/entry.h"
#include "expression/evaluate.h"
#include "expression/parse.h"

namespace regioscope::analysis {

std::vector<Claim> read_claims(const SourceText& source, const std::vector<data::Edition>& editions,
                               Findings& findings) {
    std::vector<Claim> claims;
    const auto root = json::parse(source, findings);
    if (!root) return claims;
    const data::ReadOptions options;
    const data::Dataset nothing;
    data::WrittenTexts no_texts;
    const data::Context context{options, nothing, findings, no_texts};
    data::Entry file(*root, context);
    file.optional("$schema");
    file.members("claims", data::Need::required, [&](const json::Member& member) {
        data::check_id(member.key, member.key_span, findings);
        data::Entry entry(member.value, context);
        Claim claim;
        claim.id = member.key;
        claim.span = member.key_span;
        claim.accepts = entry.choices("accepts", mark_words);
        claim.editions = entry.editions();
        claim.editions.check(editions, findings);
        const json::Value* const condition = entry.of("condition", json::Kind::text);
        if (condition == nullptr) return;
        claim.condition_text = condition->text;
        claim.condition_span = condition->span;
        auto parsed = expression::parse(expression::Passage::of_json_string(condition->span),
                                        {.functions = &domain_functions()});
        if (!parsed) {
            findings.add(std::move(parsed).finding());
            return;
        }
        claim.condition = *std::move(parsed);
        claims.push_back(std::move(claim));
    });
    return claims;
}

Verdict judge(const Claim& claim, const View& view) {
    Environment environment(view);
    expression::Evaluation evaluation(domain_functions(), &environment);
    const expression::MapScope scope;
    Verdict verdict;
    const auto explain = [&](Finding finding) {
        finding.note(fmt::format("the condition is: {}", claim.condition_text), claim.condition_span);
        for (FindingNote& note : evidence_notes(environment))
            finding.notes.push_back(std::move(note));
        finding.subject = claim.id;
        verdict.findings.push_back(std::move(finding));
    };
    const Result<bool> holds = expression::evaluate_truth(claim.condition, scope, evaluation);
    verdict.measurements = environment.measurements_read();
    verdict.facts = environment.facts_read();
    verdict.marks = marks_read(environment);
    if (!holds) {
        explain(holds.finding());
        return verdict;
    }
    verdict.holds = *holds;
    if (!*holds) {
        explain(make_error("claim-failed", claim.span, fmt::format("the claim '{}' is not true", claim.id)));
        return verdict;
    }
    if (verdict.measurements.empty() && verdict.facts.empty()) {
        verdict.holds = false;
        explain(make_error("claim-without-evidence", claim.span,
                           fmt::format("the claim '{}' reads no figure and no fact", claim.id)));
    }
    bool reads_facts = !verdict.facts.empty();
    const auto holds_elsewhere = [&](const View& other) -> std::optional<bool> {
        Environment there(other);
        expression::Evaluation again(domain_functions(), &there);
        const Result<bool> result = expression::evaluate_truth(claim.condition, scope, again);
        reads_facts = reads_facts || !there.facts_read().empty();
        return result ? std::optional(*result) : std::nullopt;
    };
    if (!can_be_false(view, verdict.measurements, holds_elsewhere) && !reads_facts) {
        verdict.holds = false;
        explain(make_error("claim-cannot-fail", claim.span,
                           fmt::format("the claim '{}' holds whatever the figures are", claim.id)));
    }
    std::vector<std::string_view> refused;
    for (const Mark mark : verdict.marks) {
        if (std::find(claim.accepts.begin(), claim.accepts.end(), mark) == claim.accepts.end())
            refused.push_back(mark_words[mark]);
    }
    if (!refused.empty()) {
        verdict.holds = false;
        explain(make_error(
            "claim-not-comparable", claim.span,
            fmt::format("the claim '{}' compares figures with the marks {} that it does not accept", claim.id,
                        fmt::join(refused, ", "))));
    }
    return verdict;
}

}  // namespace regioscope::analysis
