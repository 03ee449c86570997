#include <algorithm>
#include <map>
#include <set>

#include "locale/prose_words.h"
#include "markdown/comparatives.h"
#include "report/claim_words.h"
#include "report/pages/calculation.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"
#include "report/proof.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// The figures that a claim read, by measure and period: {measure, figures: [{region, value, href}]}.
List figures_read(const PageContext& context, const analysis::Verdict& verdict) {
    const analysis::Presenter& presenter = context.presenter();
    std::vector<std::pair<std::string, List>> groups;
    for (const analysis::Measurement* const one : verdict.measurements) {
        const std::string measure =
            presenter.short_name(one->indicator) + ", " + presenter.period(one->period);
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& known) { return known.first == measure; });
        if (group == groups.end()) group = groups.insert(groups.end(), {measure, {}});
        group->second.push_back(
            Map{{"region", presenter.names(context.dataset()[one->area].region).short_name},
                {"value", presenter.figure(*one, {.form = locale::Display::Form::table})},
                {"href", origin_href(context, *one)}});
    }
    List list;
    for (auto& [measure, figures] : groups)
        list.push_back(Map{{"measure", measure}, {"figures", std::move(figures)}});
    return list;
}

/// The pages that say it in this language, each once, with the place on it.
List said_on(const PageContext& context, const LedgerEntry& entry) {
    List said;
    std::set<std::string> seen;
    for (const ClaimMention& mention : entry.mentions) {
        const Page* const page = context.site().plan.find(mention.page);
        if (mention.language != context.language() || page == nullptr || !seen.insert(mention.page).second)
            continue;
        const std::string anchor = mention.anchor.empty() ? "" : "#" + mention.anchor;
        said.push_back(link(page->title(context), context.href(mention.page + anchor)));
    }
    return said;
}

/// In this language; else the id stands for it.
const ClaimMention* statement_of(const PageContext& context, const LedgerEntry& entry) {
    const auto found =
        std::find_if(entry.mentions.begin(), entry.mentions.end(),
                     [&](const ClaimMention& mention) { return mention.language == context.language(); });
    return found == entry.mentions.end() ? nullptr : &*found;
}

Value entry_map(const PageContext& context, const LedgerEntry& entry) {
    const ClaimMention* const statement = statement_of(context, entry);
    const escape::SafeHtml proof =
        proof_html(context, proof_of(context.site(), {&entry}),
                   {"proof-" + entry.claim->id, context.message("proof.title"), false, true});
    List tests;
    for (std::string& test : test_in_words(*entry.claim, *entry.verdict, context.presenter()))
        tests.push_back(std::move(test));
    List facts;
    std::set<std::string> told;
    for (const data::Citation& citation : entry.verdict->facts) {
        if (told.insert(context.presenter().citation(citation)).second)
            facts.push_back(source_link(context, citation));
    }
    List marks;
    for (const analysis::Mark mark : entry.verdict->marks)
        marks.push_back(context.presenter().mark_name(mark));
    return Map{{"id", context.declared_id(entry.claim->span, entry.claim->id)},
               {"statement", statement == nullptr ? entry.claim->id : statement->words},
               {"proof", proof.empty() ? Value::none() : markup(proof)},
               {"condition", entry.claim->condition_text},
               {"tests", std::move(tests)},
               {"figures", figures_read(context, *entry.verdict)},
               {"facts", std::move(facts)},
               {"marks", std::move(marks)},
               {"said", said_on(context, entry)}};
}

/// The narrative of a page; null for pages that the program makes.
const NarrativePage* story_of(const Site& site, const Page& page) {
    const std::string_view path = std::string_view(page.path).substr(0, page.path.rfind(".html"));
    return site.find_narrative(path == "index" ? "home" : path);
}

/// How many sentences of each chapter compare, and what bears them out; chapters without any are left out.
List comparatives_by_chapter(const PageContext& context) {
    using Support = markdown::Comparative::Support;
    List chapters;
    for (const Page& page : context.site().plan.pages()) {
        const NarrativePage* const story = story_of(context.site(), page);
        if (story == nullptr) continue;
        std::map<Support, int> by_support;
        const auto found =
            markdown::find_comparatives(story->in(context.language()), context.presenter().locale().prose());
        for (const markdown::Comparative& comparative : found)
            ++by_support[comparative.support];
        if (found.empty()) continue;
        const auto share = Decimal::divide(by_support[Support::claim] * 100, static_cast<int>(found.size()));
        chapters.push_back(
            Map{{"page", link(page.title(context), context.href(page.path))},
                {"sentences", found.size()},
                {"claims", by_support[Support::claim]},
                {"figures", by_support[Support::figures]},
                {"cited", by_support[Support::citation]},
                {"waived", by_support[Support::waiver]},
                {"share", context.presenter().locale().percent(share.value_or(Decimal()), 0)}});
    }
    return chapters;
}

/// Claims by the page that says them first, in the order of the site; those that no page says come last.
void fill_claims(PageContext& context, Map& names) {
    const std::vector<Page>& pages = context.site().plan.pages();
    std::map<std::size_t, List> by_page;
    std::size_t count = 0;
    for (const LedgerEntry& entry : context.site().ledger) {
        if (!entry.verdict || !entry.verdict->holds) continue;
        ++count;
        const ClaimMention* const statement = statement_of(context, entry);
        const auto page = std::find_if(pages.begin(), pages.end(), [&](const Page& one) {
            return statement != nullptr && one.path == statement->page;
        });
        by_page[static_cast<std::size_t>(page - pages.begin())].push_back(entry_map(context, entry));
    }
    List groups;
    List entries;
    for (auto& [page, claims] : by_page) {
        const std::string id = "claims-" + std::to_string(groups.size() + 1);
        entries.push_back(
            link(page == pages.size() ? context.message("claims.elsewhere") : pages[page].title(context),
                 "#" + id));
        groups.push_back(Map{
            {"id", id},
            {"page", page == pages.size() ? Value::none()
                                          : link(pages[page].title(context), context.href(pages[page].path))},
            {"claims", std::move(claims)}});
    }
    names.set("groups", std::move(groups));
    names.set("entries", std::move(entries));
    names.set("regions", region_list(context, context.site().regions));
    names.set("count", static_cast<int>(count));
    names.set("comparatives", comparatives_by_chapter(context));
}

}  // namespace

void plan_claims(Site& site, Findings& findings) {
    site.plan.add({.path = "claims.html",
                   .layout = "pages/claims.html",
                   .title = [](const PageContext& context) { return context.message("claims.title"); },
                   .description = [](const PageContext& context) { return context.message("claims.intro"); },
                   .fill = fill_claims,
                   .parent = "data.html",
                   .section = "data.html"},
                  findings);
}

}  // namespace regioscope::report
