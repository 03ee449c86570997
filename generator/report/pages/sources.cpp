#include "figures/printed_table.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::SourceIndex;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// In words, or as a link to it.
Value licence(const PageContext& context, const data::LicenceStatement& licence) {
    if (!licence.is_given()) return Value::none();
    if (!licence.words.empty()) return markup(context.text()(licence.words));
    return markup(anchor(context.presenter().licence(licence), licence.address()));
}

Value bibliography(const PageContext& context, const data::Source& source) {
    List authors;
    for (const std::string& author : source.authors)
        authors.push_back(author);
    List parts;
    for (const data::SourcePart& part : source.parts)
        parts.push_back(context.presenter().plain(part.title));
    const auto published = data::Period::parse(source.published_written);
    return Map{{"id", source.id},
               {"title", source.title},
               {"subtitle", source.subtitle},
               {"language", source.language},
               {"authors", std::move(authors)},
               {"publisher", source.publisher},
               {"published", published ? context.presenter().period(*published) : source.published_written},
               {"url", source.url},
               {"licence", licence(context, source.licence)},
               {"description",
                source.description.empty() ? Value::none() : markup(context.text()(source.description))},
               {"parts", std::move(parts)}};
}

void fill_sources(PageContext& context, Map& names, SourceIndex index) {
    const data::Dataset& dataset = context.dataset();
    names.set("source", bibliography(context, dataset[index]));
    List tables;
    for (const data::TableIndex table_index : context.edition().tables) {
        const data::Table& table = dataset[table_index];
        if (table.citation.source != index) continue;
        const auto anchor = [&](data::ObservationIndex observation) {
            return context.observation_anchor(observation);
        };
        tables.push_back(
            Map{{"title", context.presenter().plain(table.title)},
                {"note", table.note.empty() ? Value::none() : markup(context.text()(table.note))},
                {"html", markup(figures::printed_table_html(table_index, context.presenter(), context.text(),
                                                            context.to(), anchor))}});
    }
    names.set("tables", std::move(tables));
}

void fill_sources_index(PageContext& context, Map& names) {
    List sources;
    for (const SourceIndex index : context.edition().sources) {
        sources.push_back(Map{{"href", context.to().source(index)},
                              {"source", bibliography(context, context.dataset()[index])}});
    }
    names.set("sources", std::move(sources));
}

}  // namespace

void plan_sources(Site& site, Findings& findings) {
    site.plan.add({.path = "sources/index.html",
                   .layout = "pages/sources.html",
                   .title = [](const PageContext& context) { return context.message("nav.sources"); },
                   .fill = fill_sources_index},
                  findings);
    std::vector<std::string> order;
    for (const SourceIndex index : site.edition->sources) {
        order.push_back("sources/" + site.dataset()[index].id + ".html");
        site.plan.add(
            {.path = order.back(),
             .layout = "pages/source.html",
             .title = [index](const PageContext& context) { return context.dataset()[index].title; },
             .description =
                 [index](const PageContext& context) {
                     return context.message("source.description",
                                            {{"source", context.dataset()[index].title}});
                 },
             .fill = [index](PageContext& context, Map& names) { fill_sources(context, names, index); },
             .parent = "sources/index.html",
             .section = "sources/index.html"},
            findings);
    }
    site.plan.chain(order);
}

}  // namespace regioscope::report
