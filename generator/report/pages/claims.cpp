#include <algorithm>
#include <map>
#include <set>

#include "locale/prose_words.h"
#include "markdown/comparatives.h"
#include "report/pages/calculation.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// One figure that a claim read: what, where, how much, and the way to its source.
Value figure_read(const PageContext& context, const analysis::Measurement& measurement) {
    const data::Dataset& dataset = context.dataset();
    const data::RegionIndex region = dataset[measurement.area].region;
    return Map{{"indicator", link(context.presenter().short_name(measurement.indicator),
                                  context.to().indicator(measurement.indicator))},
               {"region", link(context.presenter().names(region).short_name, context.to().region(region))},
               {"period", context.presenter().period(measurement.period)},
               {"value", context.presenter().figure(measurement, {.form = locale::Display::Form::table})},
               {"href", origin_href(context, measurement)}};
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
    List figures;
    for (const analysis::Measurement* const measurement : entry.verdict->measurements)
        figures.push_back(figure_read(context, *measurement));
    List facts;
    for (const data::Citation& citation : entry.verdict->facts)
        facts.push_back(source_link(context, citation));
    List marks;
    for (const analysis::Mark mark : entry.verdict->marks)
        marks.push_back(context.presenter().mark_name(mark));
    return Map{{"id", context.declared_id(entry.claim->span, entry.claim->id)},
               {"statement", statement == nullptr ? entry.claim->id : statement->words},
               {"condition", entry.claim->condition_text},
               {"figures", std::move(figures)},
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
    for (auto& [page, claims] : by_page) {
        groups.push_back(Map{
            {"page", page == pages.size() ? Value::none()
                                          : link(pages[page].title(context), context.href(pages[page].path))},
            {"claims", std::move(claims)}});
    }
    names.set("groups", std::move(groups));
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
