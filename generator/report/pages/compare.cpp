#include <algorithm>

#include "analysis/structure.h"
#include "figures/cells.h"
#include "report/pages/evidence.h"
#include "report/pages/lessons.h"
#include "report/pages/likeness.h"
#include "report/pages/pages.h"
#include "report/pages/pair_picture.h"

namespace regioscope::report {

using data::RegionIndex;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

std::string title_of(const PageContext& context, const RegionPair& pair) {
    return context.message("compare.title", {{"first", context.presenter().names(pair.first).short_name},
                                             {"second", context.presenter().names(pair.second).short_name}});
}

/// Why the sources themselves set the two side by side; nothing when they do not.
SafeHtml declared_pair(const PageContext& context, RegionIndex a, RegionIndex b) {
    for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
        const data::Profile& profile = context.edition().facts.profile(one);
        if (profile.pair && profile.pair->region == other)
            return cited(context, profile.pair->reason, profile.pair->citation);
    }
    return {};
}

Value list_of(const std::vector<SafeHtml>& items) {
    List list;
    for (const SafeHtml& item : items)
        list.push_back(markup(item));
    return list;
}

/// Names of the indicators that only one of the two has, and of those in which they are alike.
Value indicator_links(const PageContext& context, const std::vector<analysis::PairFigure>& figures,
                      const std::function<bool(const analysis::PairFigure&)>& wanted) {
    List list;
    for (const analysis::PairFigure& figure : figures) {
        if (!wanted(figure)) continue;
        list.push_back(
            link(context.presenter().name(figure.indicator), context.to().indicator(figure.indicator)));
    }
    return list;
}

bool has_value(const analysis::Measurement* measurement) {
    return measurement != nullptr && measurement->value;
}

/// Each pair's place, counted from the pair most alike; nothing for pairs without a distance.
std::optional<std::size_t> likeness_place(const std::vector<analysis::Distance>& pairs,
                                          const analysis::Distance& own) {
    if (!own.distance) return std::nullopt;
    return 1 + static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const auto& other) {
               return other.distance && *other.distance < *own.distance;
           }));
}

/// How alike the two are beside the other pairs: {rank, count, indicators, of}.
Value likeness(const PageContext& context, const RegionPair& pair) {
    const Comparison* const comparison = context.site().comparison.get();
    if (comparison == nullptr) return Value::none();
    const auto a = comparison->position(pair.first);
    const auto b = comparison->position(pair.second);
    if (!a || !b) return Value::none();
    const auto* const own = analysis::find_pair(comparison->similarity.pairs, *a, *b);
    if (own == nullptr || !own->distance) return Value::none();
    const std::vector<analysis::Distance>& pairs = comparison->similarity.pairs;
    const auto count =
        std::count_if(pairs.begin(), pairs.end(), [](const auto& one) { return one.distance.has_value(); });
    return Map{{"rank", *likeness_place(pairs, *own)},
               {"count", static_cast<int>(count)},
               {"indicators", static_cast<int>(own->indicators)},
               {"of", static_cast<int>(comparison->similarity.indicators.size())},
               {"csv", context.file_href("data/distances.csv")}};
}

void fill_structure(PageContext& context, Map& names, const RegionPair& pair) {
    const Comparison* const comparison = context.site().comparison.get();
    const data::Composition* const composition = comparison == nullptr ? nullptr : comparison->composition;
    if (composition == nullptr) return;
    const auto first = analysis::structure_of(context.measurements(), *composition, pair.first);
    const auto second = analysis::structure_of(context.measurements(), *composition, pair.second);
    if (!first || !second) return;
    const analysis::Dissimilarity difference = analysis::dissimilarity(*first, *second);
    const locale::Locale& locale = context.presenter().locale();
    names.set("dissimilarity", locale.percent(difference.index, 1));
    names.set("structure", table_markup(context, pair_structure_table(context, pair, *composition)));
    List files;
    for (const char* const file : {"structures.csv", "dissimilarities.csv"})
        files.push_back(link(file, context.file_href("data/" + std::string(file))));
    names.set("structure_files", std::move(files));
}

void fill_pair(PageContext& context, Map& names, const RegionPair& pair) {
    const std::vector<analysis::PairFigure> figures = pair_figures(context.site(), pair);
    names.set("first", analysis::region_value(context, pair.first));
    names.set("second", analysis::region_value(context, pair.second));
    const SafeHtml reason = declared_pair(context, pair.first, pair.second);
    names.set("declared", reason.empty() ? Value::none() : markup(reason));
    const SafeHtml picture = pair_picture(context, pair, figures);
    names.set("picture", picture.empty() ? Value::none() : markup(picture));
    names.set("lead", pair_lead(context, figures));
    names.set("switcher_regions",
              region_switcher(context, {pair.first, pair.second},
                              [first = pair.first](const data::Dataset& dataset, RegionIndex other) {
                                  return pair_path(dataset, first, other);
                              }));
    List signs;
    for (const figures::Note& note : signs_explained(context, figures))
        signs.push_back(Map{{"sign", note.sign}, {"text", markup(note.text)}});
    names.set("signs", std::move(signs));
    names.set("alike", indicator_links(context, figures, [](const analysis::PairFigure& figure) {
                  return figure.relation == analysis::Relation::equal ||
                         figure.relation == analysis::Relation::same;
              }));
    names.set("likeness", likeness(context, pair));
    names.set("figures", table_markup(context, pair_figure_table(context, pair, figures)));
    names.set("only_first", indicator_links(context, figures, [](const analysis::PairFigure& figure) {
                  return has_value(figure.first) && !has_value(figure.second);
              }));
    names.set("only_second", indicator_links(context, figures, [](const analysis::PairFigure& figure) {
                  return has_value(figure.second) && !has_value(figure.first);
              }));
    names.set("profiles", table_markup(context, pair_profile_table(context, pair)));
    names.set("dissimilarity", Value::none());
    fill_structure(context, names, pair);
    List learning;
    for (const auto& [learner, teacher] :
         {std::pair(pair.first, pair.second), std::pair(pair.second, pair.first)}) {
        learning.push_back(Map{
            {"learner", analysis::region_value(context, learner)},
            {"teacher", analysis::region_value(context, teacher)},
            {"sentences", list_of(lessons(context, learner, teacher, figures))},
            {"table", table_markup(context, lesson_table(context, "learn-" + context.dataset()[learner].id,
                                                         learner, teacher))}});
    }
    names.set("learning", std::move(learning));
    SourceLinks sources(context);
    for (const analysis::PairFigure& figure : figures) {
        sources.add(figure.first);
        sources.add(figure.second);
    }
    for (const RegionIndex region : {pair.first, pair.second}) {
        for (const data::Fact& fact : context.edition().facts.profile(region).facts)
            sources.add(fact.citation);
    }
    names.set("sources", sources.value());
}

/// Half a matrix: each pair once, leading to its page. The shade is how alike the two are, the number their
/// place.
figures::Table picker(const PageContext& context) {
    constexpr std::size_t shades = 7;
    const Comparison& comparison = *context.site().comparison;
    const std::vector<RegionIndex>& regions = comparison.regions;
    const std::vector<analysis::Distance>& pairs = comparison.similarity.pairs;
    const auto known = static_cast<std::size_t>(std::count_if(
        pairs.begin(), pairs.end(), [](const auto& pair) { return pair.distance.has_value(); }));
    figures::Table table;
    table.id = "picker";
    table.caption = context.message("compare.choose");
    table.subtitle = known == 0 ? std::string() : context.message("compare.matrix-subtitle");
    table.head.push_back({{.label = {}}});
    for (std::size_t column = 0; column + 1 < regions.size(); ++column)
        table.head.front().push_back({.label = context.presenter().names(regions[column]).short_name,
                                      .key_class = figures::key_class(context.dataset(), regions[column])});
    table.groups.emplace_back();
    for (std::size_t row = 1; row < regions.size(); ++row) {
        std::vector<figures::Cell> cells{
            figures::region_cell(regions[row], context.presenter(), context.to())};
        for (std::size_t column = 0; column + 1 < regions.size(); ++column) {
            if (column >= row) {
                cells.push_back(text_cell({}));
                continue;
            }
            const RegionPair pair{regions[column], regions[row]};
            const analysis::Distance* const distance = analysis::find_pair(pairs, column, row);
            std::size_t place = 0;  // counted from the pair most alike; 0: not known
            if (distance != nullptr) {
                if (const auto counted = likeness_place(pairs, *distance)) place = *counted;
            }
            SafeHtml link = anchor_with_hidden(
                place > 0 ? context.presenter().number(place) : context.message("compare.see"),
                title_of(context, pair), context.href(pair_path(context.dataset(), pair.first, pair.second)));
            if (place > 0 && known > 1) {
                const std::size_t shade = shades - (place - 1) * (shades - 1) / (known - 1);
                link = span("shade shade-" + std::to_string(shade), link);
            }
            const bool stands_out = !declared_pair(context, pair.first, pair.second).empty();
            cells.push_back(markup_cell(stands_out ? element("strong", link) : std::move(link)));
        }
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

void fill_compare_index(PageContext& context, Map& names) {
    names.set("picker",
              context.site().comparison == nullptr ? Value::none() : table_markup(context, picker(context)));
    names.set("likeness", false);
    if (context.site().comparison != nullptr) fill_likeness(context, names);
    List declared;
    List others;
    for (const auto& [a, b] : pairs_of(context.site())) {
        const RegionPair pair{a, b};
        const SafeHtml reason = declared_pair(context, a, b);
        const std::string href = context.href(pair_path(context.dataset(), a, b));
        if (!reason.empty()) {
            declared.push_back(
                Map{{"label", title_of(context, pair)}, {"href", href}, {"reason", markup(reason)}});
        } else if (context.site().comparison == nullptr) {
            others.push_back(link(title_of(context, pair), href));
        }
    }
    names.set("declared", std::move(declared));
    names.set("pairs", std::move(others));
    List more;
    for (const char* const path : {"collaboration.html", "employers.html"}) {
        const Page* const page = context.site().plan.find(path);
        if (page == nullptr) continue;
        more.push_back(Map{{"label", page->title(context)},
                           {"href", context.href(path)},
                           {"text", page->description(context)}});
    }
    names.set("more", std::move(more));
}

}  // namespace

void plan_compare(Site& site, Findings& findings) {
    const auto pairs = pairs_of(site);
    if (pairs.empty()) return;
    site.plan.add(
        {.path = "compare/index.html",
         .layout = "pages/compare.html",
         .title = [](const PageContext& context) { return context.message("nav.compare"); },
         .description = [](const PageContext& context) { return context.message("compare.index-intro"); },
         .fill = fill_compare_index},
        findings);
    for (const auto& [a, b] : pairs) {
        const RegionPair pair{a, b};
        site.plan.add(
            {.path = pair_path(site.dataset(), a, b),
             .layout = "pages/pair.html",
             .title = [pair](const PageContext& context) { return title_of(context, pair); },
             .description = [](const PageContext& context) { return context.message("compare.intro"); },
             .fill = [pair](PageContext& context, Map& names) { fill_pair(context, names, pair); },
             .parent = "compare/index.html",
             .section = "compare/index.html",
             .origin = site.dataset()[a].span},
            findings);
    }
}

}  // namespace regioscope::report
