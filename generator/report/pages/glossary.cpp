#include "report/pages/glossary.h"

#include <algorithm>

#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::Term;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// In the order of the language's dictionary.
std::vector<const Term*> sorted_terms(const PageContext& context) {
    std::vector<std::pair<std::string, const Term*>> keyed;
    for (const Term& term : context.site().project->glossary.terms) {
        const std::string word = context.presenter().plain(term.term);
        keyed.emplace_back(context.presenter().locale().sort_key(word), &term);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Term*> terms;
    for (const auto& [key, term] : keyed)
        terms.push_back(term);
    return terms;
}

void fill_glossary(PageContext& context, Map& names) {
    List terms;
    for (const Term* const term : sorted_terms(context)) {
        terms.push_back(
            Map{{"id", context.declared_id(term->span, term->id)},
                {"term", markup(context.text()(term->term))},
                {"explanation", markup(context.text()(term->explanation))},
                {"more", term->more.empty() ? Value::none() : markup(context.text()(term->more))}});
    }
    names.set("terms", std::move(terms));
}

}  // namespace

Value terms_used(const PageContext& context) {
    List terms;
    for (const Term* const term : context.terms_used()) {
        terms.push_back(Map{{"id", term->id},
                            {"term", markup(context.text()(term->term))},
                            {"explanation", markup(context.text()(term->explanation))},
                            {"href", context.href("glossary.html#" + term->id)}});
    }
    return terms;
}

void plan_glossary(Site& site, Findings& findings) {
    if (site.project->glossary.terms.empty()) return;
    site.plan.add(
        {.path = "glossary.html",
         .layout = "pages/glossary.html",
         .title = [](const PageContext& context) { return context.message("glossary.title"); },
         .description = [](const PageContext& context) { return context.message("glossary.intro"); },
         .fill = fill_glossary},
        findings);
}

}  // namespace regioscope::report
