#include "report/pages/pair_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/structure.h"
#include "figures/cells.h"
#include "report/pages/evidence.h"
#include "report/project.h"

namespace regioscope::report {

using analysis::Measurement;
using analysis::PairFigure;
using analysis::Relation;
using escape::SafeHtml;
using figures::Cell;
using figures::Table;

namespace {

/// Parts of the composition, and what is derived from them.
std::vector<bool> parts_of(const data::Dataset& dataset, const data::Composition* composition) {
    std::vector<bool> is_part(dataset.indicators.size());
    if (composition == nullptr) return is_part;
    for (const data::IndicatorIndex part : composition->parts)
        is_part[static_cast<std::size_t>(part)] = true;
    const std::vector<bool> parts = is_part;
    for (std::size_t i = 0; i < dataset.indicators.size(); ++i) {
        const auto& derivation = dataset.indicators[i].derivation;
        if (!derivation) continue;
        is_part[i] = std::any_of(
            derivation->operands.begin(), derivation->operands.end(),
            [&](data::IndicatorIndex operand) { return parts[static_cast<std::size_t>(operand)]; });
    }
    return is_part;
}

std::string relation_word(const PageContext& context, const PairFigure& figure) {
    const auto with_favour = [&](std::string word) {
        switch (figure.favour) {
            case analysis::Favour::first:
                return context.message("compare.word.better", {{"word", std::move(word)}});
            case analysis::Favour::second:
                return context.message("compare.word.worse", {{"word", std::move(word)}});
            case analysis::Favour::neither:
                return word;
        }
        return word;
    };
    switch (figure.relation) {
        case Relation::higher:
            return with_favour(context.message("compare.word.higher"));
        case Relation::lower:
            return with_favour(context.message("compare.word.lower"));
        case Relation::equal:
            return context.message("compare.word.equal");
        case Relation::same:
            return context.message("compare.word.same");
        case Relation::undecided:
            return context.message("compare.word.undecided");
        case Relation::missing:
            return {};
    }
    return {};
}

bool both_have(const PairFigure& figure) {
    return figure.first != nullptr && figure.second != nullptr && figure.first->value && figure.second->value;
}

std::vector<figures::HeadCell> pair_head(const PageContext& context, const RegionPair& pair,
                                         std::string first_column) {
    std::vector<figures::HeadCell> head{{.label = std::move(first_column)}};
    for (const data::RegionIndex region : {pair.first, pair.second}) {
        head.push_back({.label = context.presenter().names(region).short_name,
                        .href = context.to().region(region),
                        .key_class = figures::key_class(context.dataset(), region)});
    }
    return head;
}

/// Label and what each of both profiles says; left out when neither says anything.
void add_row(Table& table, std::string label, SafeHtml first, SafeHtml second) {
    if (first.empty() && second.empty()) return;
    table.groups.front().rows.push_back(
        {{}, {header_cell(std::move(label)), markup_cell(std::move(first)), markup_cell(std::move(second))}});
}

SafeHtml innovation(const PageContext& context, const data::Profile& profile) {
    if (!profile.innovation) return {};
    const data::InnovationType& type = *profile.innovation;
    SafeHtml html = words(context.message("innovation." + type.type + ".name"));
    std::vector<std::string> also;
    for (const std::string& other : type.also)
        also.push_back(context.message("innovation." + other + ".name"));
    if (!also.empty()) {
        html += words(". " + context.message("profile.innovation-also",
                                             {{"types", context.presenter().locale().list(also)}}));
    }
    return html + citation_mark(context, type.citation) + reading_mark(context, type.reading);
}

SafeHtml ladder(const PageContext& context, const data::Profile& profile) {
    if (!profile.ladder) return {};
    const data::LadderPlace& place = *profile.ladder;
    const std::string name = context.message("ladder." + std::to_string(place.rung) + ".name");
    return words(context.presenter().locale().capitalized(
               context.message("ladder.rung-name", {{"rung", Decimal(place.rung)}, {"name", name}}))) +
           citation_mark(context, place.citation) + reading_mark(context, place.reading);
}

SafeHtml ladder_text(const PageContext& context, const data::Profile& profile,
                     data::Text data::LadderPlace::*text) {
    if (!profile.ladder || ((*profile.ladder).*text).empty()) return {};
    return context.text()((*profile.ladder).*text);
}

SafeHtml seats(const PageContext& context, const data::Profile& profile) {
    if (!profile.employers) return {};
    std::vector<SafeHtml> lines;
    const auto add = [&](data::Seat seat, std::string_view id) {
        const std::size_t count = count_seats(profile, seat);
        if (count == 0) return;
        lines.push_back(words(context.message(id, {{"count", Decimal(static_cast<int>(count))}})));
    };
    add(data::Seat::region, "employers.count-region");
    add(data::Seat::country, "employers.count-country");
    add(data::Seat::abroad, "employers.count-abroad");
    add(data::Seat::unknown, "employers.count-unknown");
    return joined(lines, ", ") + citation_mark(context, profile.employers->citation);
}

SafeHtml organisations(const PageContext& context, const data::Profile& profile) {
    std::vector<SafeHtml> items;
    for (const data::Organisation& organisation : profile.organisations) {
        const std::string kind = context.message("organisation." + organisation.kind);
        items.push_back(words(organisation.name + " (" + kind + ")") +
                        citation_mark(context, organisation.citation));
    }
    return bullet_list(items);
}

SafeHtml partnerships(const PageContext& context, const data::Profile& profile) {
    std::vector<SafeHtml> items;
    for (const data::Partnership& partnership : profile.partnerships)
        items.push_back(words(partnership.name) + citation_mark(context, partnership.citation));
    return bullet_list(items);
}

}  // namespace

std::size_t count_seats(const data::Profile& profile, data::Seat seat) {
    if (!profile.employers) return 0;
    const std::vector<data::Employer>& list = profile.employers->list;
    return static_cast<std::size_t>(
        std::count_if(list.begin(), list.end(), [&](const auto& employer) { return employer.seat == seat; }));
}

std::vector<PairFigure> pair_figures(const Site& site, const RegionPair& pair) {
    const data::Dataset& dataset = site.dataset();
    std::vector<bool> is_left_out =
        parts_of(dataset, site.comparison == nullptr ? nullptr : site.comparison->composition);
    if (site.project->diagnosis) {
        for (const data::IndicatorIndex stated_again : site.project->diagnosis->not_compared)
            is_left_out[static_cast<std::size_t>(stated_again)] = true;
    }
    std::vector<PairFigure> all;
    for (const data::IndicatorIndex indicator : visible_indicators(site)) {
        if (is_left_out[static_cast<std::size_t>(indicator)]) continue;
        PairFigure figure = analysis::compare_figures(site.edition->measurements, indicator, pair.first,
                                                      pair.second, site.regions);
        if (figure.first != nullptr || figure.second != nullptr) all.push_back(std::move(figure));
    }
    return all;
}

Table pair_figure_table(const PageContext& context, const RegionPair& pair,
                        const std::vector<PairFigure>& all) {
    const analysis::Presenter& presenter = context.presenter();
    const data::Dataset& dataset = context.dataset();
    figures::NoteList notes(presenter, context.text());
    Table table;
    table.id = "pair";
    table.caption =
        context.message("table.caption-compare", {{"first", presenter.names(pair.first).short_name},
                                                  {"second", presenter.names(pair.second).short_name}});
    table.caption_hidden = true;
    table.head.push_back(pair_head(context, pair, context.message("table.indicator")));
    table.head.front()[1].is_number = table.head.front()[2].is_number = true;
    table.head.front().push_back({.label = context.message("table.difference"), .is_number = true});
    table.head.front().push_back(
        {.label = presenter.names(pair.first).short_name + ": " + context.message("compare.column")});
    std::optional<data::ThemeIndex> theme;
    std::vector<const Measurement*> shown;
    for (const PairFigure& figure : all) {
        if (!both_have(figure)) continue;
        if (theme != dataset[figure.indicator].theme) {
            theme = dataset[figure.indicator].theme;
            table.groups.push_back({presenter.plain(dataset[*theme].name), context.to().theme(*theme), {}});
        }
        Cell difference = figure.difference
                              ? number_cell(presenter.difference(*figure.difference, figure.indicator,
                                                                 {.form = locale::Display::Form::table,
                                                                  .sign = locale::Display::Sign::always,
                                                                  .unit = locale::Display::UnitMark::hidden}),
                                            *figure.difference)
                              : text_cell({});
        table.groups.back().rows.push_back(
            {{},
             {figures::indicator_cell(figure.indicator, figure.reference, presenter, context.to()),
              figures::measurement_cell(figure.first, figure.reference, presenter, context.to(), notes),
              figures::measurement_cell(figure.second, figure.reference, presenter, context.to(), notes),
              std::move(difference), text_cell(relation_word(context, figure))}});
        shown.push_back(figure.first);
        shown.push_back(figure.second);
    }
    table.notes = notes.notes();
    table.sources = figures::source_links(shown, presenter, context.to());
    return table;
}

Table pair_profile_table(const PageContext& context, const RegionPair& pair) {
    const data::Profile& first = context.edition().facts.profile(pair.first);
    const data::Profile& second = context.edition().facts.profile(pair.second);
    Table table;
    table.id = "profiles";
    table.caption = context.message("compare.profiles");
    table.caption_hidden = true;
    table.head.push_back(pair_head(context, pair, {}));
    table.groups.emplace_back();
    const auto both = [&](std::string label, auto&& say) {
        add_row(table, std::move(label), say(first), say(second));
    };
    both(context.message("profile.innovation"),
         [&](const data::Profile& profile) { return innovation(context, profile); });
    both(context.message("profile.ladder"),
         [&](const data::Profile& profile) { return ladder(context, profile); });
    both(context.message("profile.autonomy"), [&](const data::Profile& profile) {
        return ladder_text(context, profile, &data::LadderPlace::autonomy);
    });
    both(context.message("profile.agenda"), [&](const data::Profile& profile) {
        return ladder_text(context, profile, &data::LadderPlace::agenda);
    });
    both(context.message("profile.employers"),
         [&](const data::Profile& profile) { return seats(context, profile); });
    both(context.message("profile.organisations"),
         [&](const data::Profile& profile) { return organisations(context, profile); });
    both(context.message("profile.partnerships"),
         [&](const data::Profile& profile) { return partnerships(context, profile); });
    return table;
}

Table pair_structure_table(const PageContext& context, const RegionPair& pair,
                           const data::Composition& composition) {
    constexpr std::size_t most_parts = 6;
    const analysis::Presenter& presenter = context.presenter();
    const auto first = analysis::structure_of(context.measurements(), composition, pair.first);
    const auto second = analysis::structure_of(context.measurements(), composition, pair.second);
    figures::NoteList notes(presenter, context.text());
    Table table;
    table.id = "structure";
    table.caption = presenter.plain(composition.name);
    table.subtitle = context.message("compare.structure-subtitle");
    if (!first || !second) return table;
    table.head.push_back(pair_head(context, pair, context.message("table.part")));
    table.head.front()[1].is_number = table.head.front()[2].is_number = true;
    table.head.front().push_back({.label = context.message("table.difference"),
                                  .unit = context.message("unit.percentage-points"),
                                  .is_number = true});
    table.groups.emplace_back();
    std::vector<const Measurement*> shown;
    const auto share = [&](const analysis::Structure& structure, std::size_t part) {
        Cell cell =
            number_cell(presenter.locale().percent(*structure.shares[part], 1), structure.shares[part]);
        const Measurement& counted = *structure.parts[part];
        cell.href = counted.derived ? context.to().indicator(counted.indicator)
                                    : context.to().observation(counted.origins.front());
        cell.signs = notes.signs_of(counted, analysis::marks_of(context.dataset(), counted, std::nullopt));
        shown.push_back(&counted);
        return cell;
    };
    for (const analysis::Dissimilarity::Part& part : analysis::dissimilarity(*first, *second).parts) {
        if (table.groups.front().rows.size() == most_parts) break;
        const data::IndicatorIndex indicator = composition.parts[part.part];
        table.groups.front().rows.push_back(
            {{},
             {header_cell(presenter.short_name(indicator), context.to().indicator(indicator)),
              share(*first, part.part), share(*second, part.part),
              number_cell(presenter.locale().amount(locale::Amount::point(part.difference), locale::Unit{},
                                                    {.decimals = 1, .sign = locale::Display::Sign::always}),
                          part.difference)}});
    }
    table.notes = notes.notes();
    table.sources = figures::source_links(shown, presenter, context.to());
    return table;
}

}  // namespace regioscope::report
