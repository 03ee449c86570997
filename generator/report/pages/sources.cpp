#include "figures/printed_table.h"
#include "figures/quotation.h"
#include "report/pages/common.h"
#include "report/pages/navigation.h"
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

/// A table in its source's list: our title, and what the document calls it.
Value table_entry(const PageContext& context, data::TableIndex index) {
    const data::Table& table = context.dataset()[index];
    return Map{{"title", context.presenter().plain(table.title)},
               {"href", context.href(table_page(context.dataset(), index))},
               {"label", table.citation.locator.label},
               {"printed_title", table.printed_title}};
}

/// A page that says something from a source, as a link.
Value page_link(const PageContext& context, const std::string& path) {
    const Page* const page = context.site().plan.find(path);
    return page == nullptr ? Value::none() : link(page->title(context), context.href(path));
}

Value section_entry(const PageContext& context, const data::Source& source, const SourceSection& section) {
    List tables;
    for (const data::TableIndex table : section.tables)
        tables.push_back(table_entry(context, table));
    List pages;
    for (const std::string& path : section.pages) {
        if (Value page = page_link(context, path); !page.is_none()) pages.push_back(std::move(page));
    }
    List quotations;
    for (const std::string& anchor : section.anchors) {
        data::Locator locator;
        locator.anchor = anchor;
        quotations.push_back(figures::quotation(locator, context.presenter()));
    }
    return Map{
        {"id", section.id},
        {"label", section.label},
        {"quotations", std::move(quotations)},
        {"part", section.part ? context.presenter().plain(source.parts[*section.part].title) : std::string()},
        {"tables", std::move(tables)},
        {"pages", std::move(pages)}};
}

void fill_sources(PageContext& context, Map& names, SourceIndex index) {
    const data::Dataset& dataset = context.dataset();
    names.set("source", bibliography(context, dataset[index]));
    List tables;
    for (const data::TableIndex table : context.edition().tables) {
        if (dataset[table].citation.source == index) tables.push_back(table_entry(context, table));
    }
    names.set("tables", std::move(tables));
    List sections;
    for (const SourceSection& section : context.site().source_places->sections(index))
        sections.push_back(section_entry(context, dataset[index], section));
    names.set("sections", std::move(sections));
}

void fill_tables(PageContext& context, Map& names, data::TableIndex index) {
    const data::Dataset& dataset = context.dataset();
    const data::Table& table = dataset[index];
    const data::Source& source = dataset[table.citation.source];
    names.set("source", Map{{"title", source.title},
                            {"href", context.to().source(table.citation.source)},
                            {"language", source.language},
                            {"part", table.citation.part
                                         ? context.presenter().plain(source.parts[*table.citation.part].title)
                                         : std::string()}});
    names.set("table", table_entry(context, index));
    names.set("note", table.note.empty() ? Value::none() : markup(context.text()(table.note)));
    List indicators;
    for (const data::IndicatorIndex indicator : figures::indicators_in(dataset, table))
        indicators.push_back(link(context.presenter().name(indicator), context.to().indicator(indicator)));
    names.set("indicators", std::move(indicators));
    figures::Table printed =
        figures::printed_table(index, context.edition().figures, context.site().source_places->printed(),
                               context.presenter(), context.to(), context.text());
    if (source.language != context.presenter().language()) printed.language = source.language;
    names.set("printed", table_markup(context, std::move(printed)));
}

void fill_sources_index(PageContext& context, Map& names) {
    List sources;
    for (const SourceIndex index : context.edition().sources) {
        sources.push_back(Map{{"href", context.to().source(index)},
                              {"source", bibliography(context, context.dataset()[index])}});
    }
    names.set("sources", std::move(sources));
    names.set("pages", pages_beside(context));
}

void plan_tables(Site& site, SourceIndex source, Findings& findings) {
    std::vector<std::string> order;
    for (const data::TableIndex index : site.edition->tables) {
        const data::Table& table = site.dataset()[index];
        if (table.citation.source != source) continue;
        order.push_back(table_page(site.dataset(), index));
        site.plan.add(
            {.path = order.back(),
             .layout = "pages/table.html",
             .title =
                 [index](const PageContext& context) {
                     return context.presenter().plain(context.dataset()[index].title);
                 },
             .description =
                 [index](const PageContext& context) {
                     const data::Citation& citation = context.dataset()[index].citation;
                     return context.message("source.table-description",
                                            {{"place", context.presenter().citation(citation)}});
                 },
             .fill = [index](PageContext& context, Map& names) { fill_tables(context, names, index); },
             .parent = source_page(site.dataset(), source),
             .section = "sources/index.html",
             .origin = table.span},
            findings);
    }
    site.plan.chain(order);
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
        order.push_back(source_page(site.dataset(), index));
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
    for (const SourceIndex index : site.edition->sources)
        plan_tables(site, index, findings);
}

}  // namespace regioscope::report
