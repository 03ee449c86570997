#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "locale/prose_words.h"
#include "markdown/comparatives.h"
#include "report/claim_words.h"
#include "report/pages/calculation.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"
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

/// As the text says it in this language; else the id stands for it. What is the middle of a sentence begins
/// with dots, unless another page says it as a whole one.
std::string said_as_sentence(const PageContext& context, const LedgerEntry& entry) {
    std::string fragment;
    for (const ClaimMention& mention : entry.mentions) {
        if (mention.language != context.language()) continue;
        if (context.presenter().locale().capitalized(mention.words) == mention.words) return mention.words;
        if (fragment.empty()) fragment = context.message("claims.fragment", {{"words", mention.words}});
    }
    return fragment.empty() ? entry.claim->id : fragment;
}

Value entry_map(const PageContext& context, const LedgerEntry& entry) {
    const Proof rests_on = proof_of(context.site(), {&entry});
    const escape::SafeHtml proof = proof_html(
        context, rests_on,
        {"proof-" + entry.claim->id, context.message("proof.title"), false, ProofWords::Drawn::once});
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
               {"statement", said_as_sentence(context, entry)},
               {"proof", proof.empty() ? Value::none() : markup(proof)},
               {"condition", entry.claim->condition_text},
               {"tests", std::move(tests)},
               // What has no line stands there in numbers already.
               {"figures", rests_on.lines.empty() ? List{} : figures_read(context, *entry.verdict)},
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

/// More than so many are listed, and show what they rest on by the page that says them first.
constexpr std::size_t most_on_one_page = 30;

/// The page of the plan that says a claim first; null where none does.
const Page* first_said_on(const Plan& plan, const LedgerEntry& entry) {
    for (const ClaimMention& mention : entry.mentions)
        if (const Page* const page = plan.find(mention.page)) return page;
    return nullptr;
}

/// No text of a report can take these paths: its front page is no `home.html`, and none is an `index.html`.
std::string evidence_path(const Page* said_first) {
    if (said_first == nullptr) return "claims/index.html";
    return "claims/" + (said_first->path == "index.html" ? "home.html" : said_first->path);
}

struct PageOfClaims {
    /// Null for those that no page says.
    const Page* page = nullptr;
    std::vector<const LedgerEntry*> claims = {};
};

/// The claims that hold, by the page that says them first, in the order of reading; those that no page says
/// come last.
std::map<std::size_t, PageOfClaims> claims_by_page(const Site& site) {
    std::map<std::size_t, PageOfClaims> by_place;
    for (const LedgerEntry& entry : site.ledger) {
        if (!entry.verdict || !entry.verdict->holds) continue;
        const Page* const page = first_said_on(site.plan, entry);
        const std::size_t place =
            page == nullptr ? std::numeric_limits<std::size_t>::max() : reading_place(site, *page);
        PageOfClaims& said = by_place[place];
        said.page = page;
        said.claims.push_back(&entry);
    }
    return by_place;
}

/// What rests on more numbers shows them where the claim has its place.
constexpr std::size_t most_listed_numbers = 2;

/// What the ledger says of a claim where it only lists it.
Value listed_claim(const PageContext& context, const LedgerEntry& entry) {
    Proof proof = shortened(proof_of(context.site(), {&entry}));
    if (proof.numbers.size() > most_listed_numbers) proof.numbers.clear();
    const escape::SafeHtml line = proof_html(context, proof, {{}, {}, false, ProofWords::Drawn::small});
    return Map{{"id", context.declared_id(entry.claim->span, entry.claim->id)},
               {"statement", said_as_sentence(context, entry)},
               {"line", line.empty() ? Value::none() : markup(line)},
               {"href", context.href(entry.evidence + "#" + entry.claim->id)}};
}

void fill_claims(PageContext& context, Map& names) {
    std::size_t count = 0;
    bool is_list = false;
    List groups;
    List entries;
    for (const auto& [place, said] : claims_by_page(context.site())) {
        const auto& [page, claims] = said;
        const std::string id = "claims-" + std::to_string(groups.size() + 1);
        is_list = claims.front()->evidence != context.page().path;
        const std::string title =
            page == nullptr ? context.message("claims.elsewhere") : page->title(context);
        Value shown_at = Value::none();
        if (is_list) {
            shown_at = link(title, context.href(claims.front()->evidence));
        } else if (page != nullptr) {
            shown_at = link(title, context.href(page->path));
        }
        List listed;
        for (const LedgerEntry* const entry : claims)
            listed.push_back(is_list ? listed_claim(context, *entry) : entry_map(context, *entry));
        count += listed.size();
        entries.push_back(link(title, "#" + id));
        groups.push_back(
            Map{{"id", id}, {"title", title}, {"page", std::move(shown_at)}, {"claims", std::move(listed)}});
    }
    names.set("is_list", is_list);
    names.set("groups", std::move(groups));
    names.set("entries", std::move(entries));
    names.set("regions", region_list(context, context.site().regions));
    names.set("count", static_cast<int>(count));
    names.set("comparatives", comparatives_by_chapter(context));
}

/// Those of one page: each with its line and its test.
void fill_evidence(PageContext& context, Map& names, const Page* said_first) {
    List claims;
    for (const LedgerEntry& entry : context.site().ledger) {
        if (entry.verdict && entry.verdict->holds && entry.evidence == context.page().path)
            claims.push_back(entry_map(context, entry));
    }
    names.set("page_of_claims", said_first == nullptr
                                    ? Value::none()
                                    : link(said_first->title(context), context.href(said_first->path)));
    names.set("claims", std::move(claims));
    names.set("regions", region_list(context, context.site().regions));
}

void plan_evidence(Site& site, const std::string& path, const std::string& said_first, Findings& findings) {
    site.plan.add({.path = path,
                   .layout = "pages/claims-of-page.html",
                   .title =
                       [said_first](const PageContext& context) {
                           const Page* const page = context.site().plan.find(said_first);
                           return page == nullptr
                                      ? context.message("claims.elsewhere")
                                      : context.message("claims.of-page", {{"page", page->title(context)}});
                       },
                   .description = [](const PageContext& context) { return context.message("claims.intro"); },
                   .fill =
                       [said_first](PageContext& context, Map& names) {
                           fill_evidence(context, names, context.site().plan.find(said_first));
                       },
                   .parent = "claims.html",
                   .section = "claims.html"},
                  findings);
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
    const auto count = std::count_if(site.ledger.begin(), site.ledger.end(),
                                     [](const LedgerEntry& entry) { return entry.verdict != nullptr; });
    std::map<std::string, std::string> said_first;  // by the page that shows what they rest on
    for (LedgerEntry& entry : site.ledger) {
        entry.evidence = "claims.html";
        if (!entry.verdict || static_cast<std::size_t>(count) <= most_on_one_page) continue;
        const Page* const page = first_said_on(site.plan, entry);
        entry.evidence = evidence_path(page);
        said_first[entry.evidence] = page == nullptr ? std::string() : page->path;
    }
    for (const auto& [path, page] : said_first)
        plan_evidence(site, path, page, findings);
}

}  // namespace regioscope::report
