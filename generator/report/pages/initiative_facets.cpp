#include "report/pages/initiative_facets.h"

#include <algorithm>
#include <functional>

#include "report/pages/evidence.h"

namespace regioscope::report {

using data::Initiative;

namespace {

using FacetIds = std::vector<std::string>;

/// One side of initiatives: its words, and what they are called.
struct Side {
    std::string id;
    std::string name;
    /// The order of its choices; empty for that of the labels.
    FacetIds order;
    std::function<FacetIds(const Initiative&)> words;
    std::function<std::string(const std::string&)> label;
};

Facet facet_of(const PageContext& context, const Side& side) {
    const std::vector<Initiative>& initiatives = context.edition().facts.initiatives;
    Facet facet{side.id, side.name, {}};
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        for (const std::string& word : side.words(initiatives[i])) {
            auto choice = std::find_if(facet.choices.begin(), facet.choices.end(),
                                       [&](const Facet::Choice& one) { return one.id == word; });
            if (choice == facet.choices.end())
                choice = facet.choices.insert(choice, {word, side.label(word), {}});
            choice->initiatives.push_back(i);
        }
    }
    const auto place = [&](const Facet::Choice& one) {
        return std::find(side.order.begin(), side.order.end(), one.id);
    };
    const locale::Locale& locale = context.presenter().locale();
    std::sort(facet.choices.begin(), facet.choices.end(),
              [&](const Facet::Choice& a, const Facet::Choice& b) {
                  if (place(a) != place(b)) return place(a) < place(b);
                  return locale.sort_key(a.label) < locale.sort_key(b.label);
              });
    return facet;
}

FacetIds region_ids(const data::Dataset& dataset) {
    FacetIds ids;
    for (const data::Region& region : dataset.regions)
        ids.push_back(region.id);
    return ids;
}

}  // namespace

std::vector<Facet> initiative_facets(const PageContext& context) {
    const data::Dataset& dataset = context.dataset();
    const auto named = [&](std::string_view group) {
        return [&context, group](const std::string& word) {
            return context.presenter().name_of_word(group, word);
        };
    };
    const std::vector<Side> sides = {
        {"region", context.message("table.region"), region_ids(dataset),
         [&](const Initiative& one) {
             FacetIds ids;
             for (const data::RegionIndex region : one.regions)
                 ids.push_back(dataset[region].id);
             return ids;
         },
         [&](const std::string& id) {
             return context.presenter().names(dataset.region_by_id.at(id)).short_name;
         }},
        {"element",
         context.message("table.element"),
         {data::element_words.words.begin(), data::element_words.words.end()},
         [](const Initiative& one) {
             FacetIds ids;
             for (const data::Element element : one.elements)
                 ids.emplace_back(data::id_of(element));
             return ids;
         },
         named("element")},
        {"line",
         context.message("table.action-line"),
         {data::action_line_words.words.begin(), data::action_line_words.words.end()},
         [](const Initiative& one) {
             FacetIds ids;
             for (const data::ActionLine line : one.action_lines)
                 ids.emplace_back(data::action_line_words[line]);
             return ids;
         },
         named("action-line")}};
    std::vector<Facet> facets;
    for (const Side& side : sides) {
        Facet facet = facet_of(context, side);
        if (facet.choices.size() > 1) facets.push_back(std::move(facet));
    }
    return facets;
}

std::string sides_of(const std::vector<Facet>& facets, std::size_t initiative) {
    std::string sides;
    for (const Facet& facet : facets) {
        for (const Facet::Choice& choice : facet.choices) {
            if (!std::binary_search(choice.initiatives.begin(), choice.initiatives.end(), initiative))
                continue;
            if (!sides.empty()) sides += ' ';
            sides += facet.id + ':' + choice.id;
        }
    }
    return sides;
}

}  // namespace regioscope::report
