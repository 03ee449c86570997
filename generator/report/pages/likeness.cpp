#include "report/pages/likeness.h"

#include "analysis/similarity.h"
#include "figures/cells.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using analysis::Distance;
using analysis::Similarity;
using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;
using figures::Table;

namespace {

constexpr int distance_decimals = 2;
/// A part this much larger than in the country is set in bold: 1.5.
const Decimal bold_from = Decimal::scaled(15, -1);

std::string decimal(const PageContext& context, const Decimal& number, int decimals) {
    return context.presenter().locale().number(number, decimals);
}

std::vector<figures::HeadCell> region_head(const PageContext& context,
                                           const std::vector<data::RegionIndex>& regions, std::string first) {
    std::vector<figures::HeadCell> head{{.label = std::move(first)}};
    for (const data::RegionIndex region : regions) {
        head.push_back({.label = context.presenter().names(region).short_name,
                        .key_class = figures::key_class(context.dataset(), region),
                        .is_number = true});
    }
    return head;
}

/// Without rows: each region against each.
Table square_table(const PageContext& context, std::string id,
                   const std::vector<data::RegionIndex>& regions) {
    Table table;
    table.id = std::move(id);
    table.sortable = true;
    table.head.push_back(region_head(context, regions, {}));
    table.groups.emplace_back();
    return table;
}

Table distance_table(const PageContext& context, const Similarity& similarity) {
    Table table = square_table(context, "distances", similarity.regions);
    table.caption = context.message("similarity.distances");
    table.subtitle = context.message("similarity.distances-subtitle");
    for (std::size_t row = 0; row < similarity.regions.size(); ++row) {
        std::vector<Cell> cells{
            figures::region_cell(similarity.regions[row], context.presenter(), context.to())};
        for (std::size_t column = 0; column < similarity.regions.size(); ++column) {
            const Distance* const pair = analysis::find_pair(similarity.pairs, row, column);
            if (pair == nullptr) {
                cells.push_back(text_cell({}));
                continue;
            }
            Cell cell = number_cell(pair->distance ? decimal(context, *pair->distance, distance_decimals)
                                                   : context.message("similarity.too-little"),
                                    pair->distance);
            cell.href = context.href(
                pair_path(context.dataset(), similarity.regions[row], similarity.regions[column]));
            cell.addition =
                context.message("similarity.coverage-sign",
                                {{"shared", Decimal(static_cast<int>(pair->indicators))},
                                 {"of", Decimal(static_cast<int>(similarity.indicators.size()))}});
            cells.push_back(std::move(cell));
        }
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

Value peers(const PageContext& context, const Similarity& similarity) {
    List list;
    for (std::size_t i = 0; i < similarity.regions.size(); ++i) {
        List nearest;
        for (const std::size_t peer : analysis::peers_of(similarity.pairs, i)) {
            if (nearest.size() == 2) break;
            nearest.push_back(Map{
                {"name", context.presenter().names(similarity.regions[peer]).short_name},
                {"href",
                 context.href(pair_path(context.dataset(), similarity.regions[i], similarity.regions[peer]))},
                {"distance", decimal(context, *analysis::find_pair(similarity.pairs, i, peer)->distance,
                                     distance_decimals)}});
        }
        list.push_back(Map{{"region", analysis::region_value(context, similarity.regions[i])},
                           {"nearest", std::move(nearest)}});
    }
    return list;
}

Table sensitivity_table(const PageContext& context, const Similarity& similarity) {
    Table table;
    table.id = "sensitivity";
    table.caption = context.message("similarity.sensitivity");
    table.subtitle = context.message("similarity.sensitivity-subtitle");
    table.head.push_back(region_head(context, similarity.regions, context.message("similarity.left-out")));
    for (figures::HeadCell& cell : table.head.front())
        cell.is_number = false;
    table.head.front().push_back({.label = context.message("similarity.agreement"), .is_number = true});
    table.groups.emplace_back();
    const auto row = [&](std::string label, const std::vector<Distance>& pairs,
                         const std::optional<Decimal>& correlation) {
        std::vector<Cell> cells{header_cell(std::move(label))};
        for (std::size_t i = 0; i < similarity.regions.size(); ++i) {
            const auto nearest = analysis::peers_of(pairs, i);
            const auto usual = analysis::peers_of(similarity.pairs, i);
            Cell cell = text_cell(
                nearest.empty() ? std::string()
                                : context.presenter().names(similarity.regions[nearest.front()]).short_name);
            const bool changed = !nearest.empty() && !usual.empty() && nearest.front() != usual.front();
            if (changed) cell.addition = context.message("similarity.changed");
            cells.push_back(std::move(cell));
        }
        cells.push_back(correlation ? number_cell(decimal(context, *correlation, 2), correlation)
                                    : text_cell({}));
        table.groups.front().rows.push_back({{}, std::move(cells)});
    };
    row(context.message("similarity.nothing-left-out"), similarity.pairs, std::nullopt);
    for (const analysis::Sensitivity& one : similarity.sensitivities)
        row(context.presenter().plain(context.dataset()[one.left_out].name), one.pairs, one.rank_correlation);
    if (similarity.sensitivities.empty()) table.groups.clear();
    return table;
}

/// Location quotients: parts down, regions across.
Table specialisation_table(const PageContext& context, const Comparison& comparison) {
    const analysis::Presenter& presenter = context.presenter();
    figures::NoteList notes(presenter, context.text());
    Table table;
    table.id = "specialisation";
    table.sortable = true;
    table.caption = context.message("similarity.specialisation");
    table.subtitle = context.message("similarity.specialisation-subtitle");
    table.head.push_back(region_head(context, comparison.regions, context.message("table.part")));
    std::vector<const analysis::Measurement*> shown;
    figures::RowGroup group;
    const std::vector<data::IndicatorIndex>& parts = comparison.composition->parts;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        std::vector<Cell> cells{
            header_cell(presenter.short_name(parts[part]), context.to().indicator(parts[part]))};
        for (std::size_t i = 0; i < comparison.regions.size(); ++i) {
            const auto& own = comparison.structures[i];
            const auto& country = comparison.countries[i];
            const auto quotient =
                own && country ? analysis::location_quotient(*own, *country, part) : std::nullopt;
            Cell cell = quotient ? number_cell(decimal(context, *quotient, 1), quotient) : text_cell({});
            if (quotient) {
                const analysis::Measurement& counted = *own->parts[part];
                cell.href = counted.derived ? context.to().indicator(counted.indicator)
                                            : context.to().observation(counted.origins.front());
                cell.signs =
                    notes.signs_of(counted, analysis::marks_of(context.dataset(), counted, std::nullopt));
                if (quotient->rounded(1) >= bold_from) cell.emphasis = Cell::Emphasis::best;
                shown.push_back(&counted);
                shown.push_back(country->parts[part]);
            }
            cells.push_back(std::move(cell));
        }
        group.rows.push_back({{}, std::move(cells)});
    }
    if (!shown.empty()) table.groups.push_back(std::move(group));
    table.notes = notes.notes();
    table.sources = figures::source_links(shown, presenter, context.to());
    return table;
}

Table dissimilarity_table(const PageContext& context, const Comparison& comparison) {
    Table table = square_table(context, "dissimilarity", comparison.regions);
    table.caption = context.message("similarity.structures");
    table.subtitle = context.message("similarity.structures-subtitle");
    for (std::size_t row = 0; row < comparison.regions.size(); ++row) {
        std::vector<Cell> cells{
            figures::region_cell(comparison.regions[row], context.presenter(), context.to())};
        for (std::size_t column = 0; column < comparison.regions.size(); ++column) {
            if (row == column || !comparison.structures[row] || !comparison.structures[column]) {
                cells.push_back(text_cell({}));
                continue;
            }
            const Decimal index =
                analysis::dissimilarity(*comparison.structures[row], *comparison.structures[column]).index;
            Cell cell = number_cell(decimal(context, index, 1), index);
            cell.href = context.href(pair_path(context.dataset(), comparison.regions[row],
                                               comparison.regions[column])) +
                        "#structure-heading";
            cells.push_back(std::move(cell));
        }
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

/// By theme: the indicators that count.
Value themes(const PageContext& context, const Similarity& similarity) {
    List list;
    for (const data::ThemeIndex theme : similarity.themes) {
        List indicators;
        for (const analysis::Standardised& one : similarity.indicators) {
            if (context.dataset()[one.indicator].theme != theme) continue;
            indicators.push_back(
                link(context.presenter().name(one.indicator), context.to().indicator(one.indicator)));
        }
        list.push_back(Map{{"name", context.presenter().plain(context.dataset()[theme].name)},
                           {"indicators", std::move(indicators)}});
    }
    return list;
}

}  // namespace

void fill_likeness(PageContext& context, Map& names) {
    const Comparison& comparison = *context.site().comparison;
    const Similarity& similarity = comparison.similarity;
    const bool has_distances = !similarity.indicators.empty();
    names.set("likeness", has_distances || comparison.composition != nullptr);
    names.set("peers", has_distances ? peers(context, similarity) : Value(List{}));
    names.set("distances",
              has_distances ? table_markup(context, distance_table(context, similarity)) : Value::none());
    names.set("sensitivity",
              has_distances ? table_markup(context, sensitivity_table(context, similarity)) : Value::none());
    names.set("themes", themes(context, similarity));
    List unused;
    for (const data::IndicatorIndex indicator : similarity.unused)
        unused.push_back(link(context.presenter().name(indicator), context.to().indicator(indicator)));
    names.set("unused", std::move(unused));
    const bool has_structures = comparison.composition != nullptr;
    names.set("specialisation", has_structures
                                    ? table_markup(context, specialisation_table(context, comparison))
                                    : Value::none());
    names.set("dissimilarity", has_structures
                                   ? table_markup(context, dissimilarity_table(context, comparison))
                                   : Value::none());
    names.set("bold_from", decimal(context, bold_from, 1));
    names.set("indicator_count", static_cast<int>(similarity.indicators.size()));
    names.set("theme_count", static_cast<int>(similarity.themes.size()));
    names.set("minimum", static_cast<int>(analysis::minimum_to_standardise));
    List files;
    const auto add_file = [&](const std::string& name) {
        files.push_back(link(name, context.file_href("data/" + name)));
    };
    if (has_distances) {
        add_file("standardised.csv");
        add_file("distances.csv");
    }
    if (has_structures) {
        add_file("structures.csv");
        add_file("dissimilarities.csv");
    }
    names.set("files", std::move(files));
}

}  // namespace regioscope::report
