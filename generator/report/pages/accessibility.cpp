// What the publisher says of the accessibility of the site.
#include <algorithm>

#include "report/html.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"
#include "report/statement.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

std::string written_day(const PageContext& context, const data::Date& date) {
    return context.presenter().locale().period(
        {locale::Period::Kind::day, {date.year, date.month, date.day}, {date.year, date.month, date.day}});
}

Decimal as_number(std::size_t count) {
    return Decimal(static_cast<int>(count));
}

std::string reason_of(const PageContext& context, Deviation::Reason reason) {
    switch (reason) {
        case Deviation::Reason::failure:
            return context.message("statement.reason.non-compliance");
        case Deviation::Reason::burden:
            return context.message("statement.reason.disproportionate-burden");
        case Deviation::Reason::exempt:
            return context.message("statement.reason.out-of-scope");
    }
    return {};
}

std::string status_words(const PageContext& context, Statement::Status status) {
    switch (status) {
        case Statement::Status::full:
            return context.message("statement.status.full");
        case Statement::Status::partial:
            return context.message("statement.status.partial");
        case Statement::Status::begun:
            return context.message("statement.status.begun");
        case Statement::Status::none:
            return context.message("statement.status.none");
    }
    return {};
}

/// Which law asks for it; empty where none does.
std::string law_of(const PageContext& context, Law law) {
    switch (law) {
        case Law::none:
            return {};
        case Law::eu:
            return context.message("statement.law.eu");
        case Law::nl:
            return context.message("statement.law.nl");
        case Law::de_federal:
            return context.message("statement.law.de-federal");
        case Law::de_ni:
            return context.message("statement.law.de-ni");
    }
    return {};
}

Value criteria_list(const std::vector<const SuccessCriterion*>& criteria) {
    List list;
    for (const SuccessCriterion* const one : criteria)
        list.push_back(link(std::string(one->number), address_of(*one)));
    return list;
}

Value deviations_list(const PageContext& context, const Statement& statement) {
    const analysis::Presenter& presenter = context.presenter();
    List list;
    for (const Deviation& one : statement.deviations) {
        list.push_back(Map{{"what", presenter.plain(one.what)},
                           {"criteria", criteria_list(one.criteria)},
                           {"reason", reason_of(context, one.reason)},
                           {"cause", presenter.plain(one.cause)},
                           {"effect", presenter.plain(one.effect)},
                           {"alternative", presenter.plain(one.alternative)},
                           {"measure", presenter.plain(one.measure)},
                           {"until", one.until ? written_day(context, *one.until) : std::string()}});
    }
    return list;
}

Value evaluations_list(const PageContext& context, const Statement& statement) {
    List list;
    for (const Statement::Evaluation& one : statement.evaluations) {
        list.push_back(Map{{"date", written_day(context, one.date)},
                           {"by", context.presenter().plain(one.by)},
                           {"what", context.presenter().plain(one.what)},
                           {"href", one.url}});
    }
    return list;
}

/// Nothing where no test was laid down.
Value tests_map(const PageContext& context, const TestResults& tests) {
    if (tests.is_empty()) return Value::none();
    List failed;
    std::vector<const SuccessCriterion*> criteria;
    for (const FailedTest& one : tests.failed) {
        for (const SuccessCriterion* const criterion : one.criteria) {
            if (std::find(criteria.begin(), criteria.end(), criterion) == criteria.end())
                criteria.push_back(criterion);
        }
    }
    std::sort(criteria.begin(), criteria.end());
    return Map{{"passed", as_number(tests.passed)},
               {"failed", as_number(tests.failed.size())},
               {"pages", as_number(tests.subjects.size())},
               {"date", tests.date ? written_day(context, *tests.date) : std::string()},
               {"by", context.presenter().locale().list({tests.assertors.begin(), tests.assertors.end()})},
               {"criteria", criteria_list(criteria)}};
}

/// The statement's own, else the law's.
Value enforcement_of(const PageContext& context, const Statement& statement) {
    if (statement.enforcement)
        return link(context.presenter().plain(statement.enforcement->name), statement.enforcement->url);
    const LegalModel& model = model_of(context.site().settings().legal.law);
    if (model.enforcement_name.empty()) return Value::none();
    return link(std::string(model.enforcement_name), std::string(model.enforcement_url));
}

void fill_accessibility(PageContext& context, Map& names) {
    const Statement& statement = *context.site().project->statement;
    const TestResults& tests = context.site().project->test_results;
    const Settings& settings = context.site().settings();
    const analysis::Presenter& presenter = context.presenter();
    const Statement::Status status = statement.status(!tests.is_empty());
    List scope;
    for (const std::string& address : statement.scope)
        scope.push_back(address);
    names.set("law", law_of(context, settings.legal.law));
    names.set("status", status_words(context, status));
    constexpr std::string_view letters = "ABCD";
    names.set("letter", model_of(settings.legal.law).has_status_letters
                            ? std::string(1, letters[static_cast<std::size_t>(status)])
                            : std::string());
    names.set("scope", std::move(scope));
    names.set("deviations", deviations_list(context, statement));
    names.set("evaluations", evaluations_list(context, statement));
    names.set("tests", tests_map(context, tests));
    names.set("contact", contact_map(statement.contact));
    names.set("answer_days", statement.answer_days ? Value(Decimal(*statement.answer_days)) : Value::none());
    names.set("enforcement", enforcement_of(context, statement));
    names.set("easy", presenter.plain(statement.easy));
    names.set("prepared", written_day(context, statement.prepared));
    names.set("reviewed", statement.reviewed ? written_day(context, *statement.reviewed) : std::string());
    names.set("signatory", presenter.plain(statement.signatory));
}

}  // namespace

void plan_accessibility(Site& site, Findings& findings) {
    // It is about the site as it is now: an older edition has its address, and no statement of its own.
    if (!site.project->statement || !site.folder.empty()) return;
    site.plan.add(
        {.path = std::string(statement_page),
         .layout = "pages/accessibility.html",
         .title = [](const PageContext& context) { return context.message("statement.title"); },
         .description =
             [](const PageContext& context) {
                 return context.message(
                     "statement.intro",
                     {{"publisher", context.presenter().plain(context.site().settings().publisher)}});
             },
         .fill = fill_accessibility,
         .origin = site.project->statement->span},
        findings);
}

}  // namespace regioscope::report
