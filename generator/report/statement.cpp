#include "report/statement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/suggest.h"
#include "report/site.h"

namespace regioscope::report {

using data::Entry;
using data::Need;

namespace {

/// As far as a reader has patience; the regulation on answers asks for less in most countries.
constexpr int most_days = 366;

std::vector<const SuccessCriterion*> read_criteria(Entry& entry) {
    std::vector<const SuccessCriterion*> criteria;
    entry.items("criteria", Need::optional, [&](const json::Value& item) {
        if (!json::expect(item, json::Kind::text, entry.findings())) return;
        if (const SuccessCriterion* const one = find_criterion(item.text)) return criteria.push_back(one);
        std::vector<std::string_view> known;
        for (const SuccessCriterion& one : success_criteria())
            known.push_back(one.number);
        entry.findings()
            .error("unknown-criterion", item.span,
                   fmt::format("WCAG 2.2 has no success criterion '{}' on levels A and AA{}", item.text,
                               did_you_mean(item.text, known)))
            .note("by its number: 1.4.3");
    });
    return criteria;
}

Deviation read_deviation(const json::Value& value, const data::Context& context) {
    Entry entry(value, context);
    Deviation deviation;
    deviation.span = {value.span.source, value.span.begin, value.span.begin + 1};
    deviation.reason = entry.choice("reason", Deviation::reason_words).value_or(Deviation::Reason::failure);
    deviation.criteria = read_criteria(entry);
    deviation.tests = entry.strings("tests", Need::optional);
    deviation.what = entry.name("what");
    deviation.cause = entry.name("cause", Need::optional);
    deviation.effect = entry.name("effect", Need::optional);
    deviation.alternative = entry.name("alternative", Need::optional);
    deviation.measure = entry.name("measure", Need::optional);
    deviation.until = entry.date("until", Need::optional);
    deviation.until_span = entry.span_of("until");
    return deviation;
}

Statement::Evaluation read_evaluation(const json::Value& value, const data::Context& context) {
    Entry entry(value, context);
    Statement::Evaluation evaluation;
    if (const auto date = entry.date("date")) evaluation.date = *date;
    evaluation.by = entry.name("by");
    evaluation.what = entry.name("what", Need::optional);
    evaluation.url = read_web_address(entry, "url");
    return evaluation;
}

Statement read_file(const json::Value& root, const Settings& settings, Findings& findings) {
    Statement statement;
    const data::ReadOptions options{settings.languages};
    const data::Dataset nothing;
    const data::Context context{options, nothing, findings, statement.texts};
    Entry entry(root, context);
    entry.optional("$schema");
    statement.span = {root.span.source, root.span.begin, root.span.begin + 1};
    if (const auto prepared = entry.date("prepared")) statement.prepared = *prepared;
    statement.reviewed = entry.date("reviewed", Need::optional);
    statement.date_span = entry.span_of(statement.reviewed ? "reviewed" : "prepared");
    entry.items("scope", Need::optional, [&](const json::Value& item) {
        if (!json::expect(item, json::Kind::text, findings)) return;
        if (!is_web_address(item.text))
            findings.error("invalid-url", item.span,
                           fmt::format("'{}' is no web address (https://…)", item.text));
        statement.scope.push_back(item.text);
    });
    entry.items("evaluations", Need::optional, [&](const json::Value& item) {
        statement.evaluations.push_back(read_evaluation(item, context));
    });
    entry.items("deviations", Need::optional, [&](const json::Value& item) {
        statement.deviations.push_back(read_deviation(item, context));
    });
    if (const json::Value* const value = entry.of("contact", json::Kind::object, Need::optional)) {
        Entry contact(*value, context);
        statement.contact = read_contact(contact);
    }
    statement.answer_days = entry.integer("answer_days", 1, most_days, Need::optional);
    statement.signatory = entry.name("signatory", Need::optional);
    if (const json::Value* const value = entry.of("enforcement", json::Kind::object, Need::optional)) {
        Entry body(*value, context);
        statement.enforcement.emplace();
        statement.enforcement->name = body.name("name");
        statement.enforcement->url = read_web_address(body, "url");
    }
    statement.easy = entry.name("easy", Need::optional);
    if (statement.contact.is_empty()) statement.contact = settings.contact;
    return statement;
}

// ---- Is it still true? ----

void check_age(const Statement& statement, const data::Date& published, Findings& findings) {
    const data::Date ends = a_year_after(statement.last_looked_at());
    if (published <= ends) return;
    findings
        .warning("stale-statement", statement.date_span,
                 fmt::format("the statement was last looked at on {}, and the edition is published on {}",
                             statement.last_looked_at().text(), published.text()))
        .note("look whether it is still true, and write the day as \"reviewed\"");
}

void check_promises(const Statement& statement, const data::Date& published, Findings& findings) {
    for (const Deviation& deviation : statement.deviations) {
        if (!deviation.until || published <= *deviation.until) continue;
        findings
            .warning("broken-promise", deviation.until_span,
                     fmt::format("this was to be mended by {}, and the edition is published on {}",
                                 deviation.until->text(), published.text()))
            .note("take the deviation out when it is mended, or say by when it will be");
    }
}

/// Each criterion once, at the first test that failed it.
void check_against_tests(const Statement& statement, const TestResults& tests, Findings& findings) {
    std::set<const SuccessCriterion*> said;
    std::set<std::string> said_tests;
    for (const Deviation& deviation : statement.deviations) {
        said.insert(deviation.criteria.begin(), deviation.criteria.end());
        said_tests.insert(deviation.tests.begin(), deviation.tests.end());
    }
    std::set<std::string> told;
    for (const FailedTest& failed : tests.failed) {
        const auto is_said = [&](const SuccessCriterion* one) { return said.contains(one); };
        if (std::any_of(failed.criteria.begin(), failed.criteria.end(), is_said) ||
            said_tests.contains(failed.test))
            continue;
        const std::string subject =
            failed.criteria.empty() ? failed.test : std::string(failed.criteria.front()->number);
        if (!told.insert(subject).second) continue;
        Finding& finding = findings.warning(
            "contradicted-statement", failed.span,
            failed.criteria.empty()
                ? fmt::format("the test '{}' failed, and the statement knows of no such deviation",
                              failed.test)
                : fmt::format("a test of {} ({}) failed, and the statement names no deviation from it",
                              subject, failed.criteria.front()->name));
        finding.subject = subject;
        if (!failed.subject.empty()) finding.note("on " + failed.subject);
        finding.note("mend it and test again, or say it in the statement", statement.span);
    }
}

void check_completeness(const Statement& statement, const LegalModel& model, Findings& findings) {
    std::vector<std::string_view> lacking;
    const auto need = [&](bool is_there, std::string_view what) {
        if (!is_there) lacking.push_back(what);
    };
    need(!statement.contact.is_empty(), "a contact");
    need(statement.enforcement || !model.enforcement_url.empty(),
         "who decides when there is no answer (\"enforcement\")");
    need(!model.asks_for_easy_words || !statement.easy.empty(), "the essentials in easy words (\"easy\")");
    need(!model.has_status_letters || !statement.signatory.empty(),
         "the office of who signs (\"signatory\")");
    need(!model.has_status_letters || !statement.scope.empty(), "the addresses that it is about (\"scope\")");
    if (!lacking.empty())
        findings.warning("incomplete-statement", statement.span,
                         fmt::format("the statement lacks {}", fmt::join(lacking, ", ")));
    if (!model.has_status_letters) return;
    for (const Deviation& deviation : statement.deviations) {
        if (!deviation.cause.empty() && !deviation.effect.empty() && !deviation.measure.empty() &&
            (deviation.until || deviation.reason != Deviation::Reason::failure))
            continue;
        findings.warning("incomplete-statement", deviation.span,
                         "the model asks for cause, effect and measure of each deviation, and by when a "
                         "failure is mended");
    }
}

}  // namespace

data::Date a_year_after(data::Date date) {
    ++date.year;
    // There is no 29th of February then.
    if (date.month == 2 && date.day > 28) date.day = 28;
    return date;
}

Statement::Status Statement::status(bool is_tested) const {
    const bool is_known = is_tested || !evaluations.empty();
    if (!is_known) return deviations.empty() ? Status::none : Status::begun;
    if (deviations.empty()) return Status::full;
    const bool are_all_planned = std::all_of(deviations.begin(), deviations.end(), [](const Deviation& one) {
        return one.reason != Deviation::Reason::failure || (!one.measure.empty() && one.until);
    });
    return are_all_planned ? Status::partial : Status::begun;
}

std::optional<Statement> read_statement(const Disk& disk, const Settings& settings, SourceLibrary& library,
                                        Findings& findings) {
    if (!disk.exists(statement_path)) return std::nullopt;
    Result<std::string> text = disk.read(statement_path);
    if (!text) {
        findings.add(std::move(text).finding());
        return std::nullopt;
    }
    const auto root = json::parse(library.add(std::string(statement_path), *std::move(text)), findings);
    if (!root) return std::nullopt;
    return read_file(*root, settings, findings);
}

void check_statement(const Site& site, Findings& findings) {
    const LegalModel& model = model_of(site.settings().legal.law);
    const std::optional<Statement>& statement = site.project->statement;
    if (!statement) {
        if (!model.asks_for_statement) return;
        Finding finding =
            make_warning("missing-statement", {},
                         fmt::format("the law '{}' asks for a statement on accessibility: there is no {}",
                                     law_words[site.settings().legal.law], statement_path));
        finding.file = settings_path;
        findings.add(std::move(finding)).note("docs/report.md says what it holds");
        return;
    }
    const data::Date published = site.settings().published(site.edition->id());
    check_age(*statement, published, findings);
    check_promises(*statement, published, findings);
    check_against_tests(*statement, site.project->test_results, findings);
    if (model.asks_for_statement) check_completeness(*statement, model, findings);
}

}  // namespace regioscope::report
