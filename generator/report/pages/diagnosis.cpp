#include <algorithm>

#include "analysis/comparability.h"
#include "figures/cells.h"
#include "report/pages/diagnosis_profile.h"
#include "report/pages/evidence.h"
#include "report/pages/initiative_tables.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using analysis::Diagnosis;
using analysis::ElementDiagnosis;
using analysis::ElementScore;
using analysis::Input;
using analysis::InputScale;
using data::Element;
using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;
using figures::Table;

namespace {

Decimal count(std::size_t number) {
    return Decimal(static_cast<int>(number));
}

/// Seven shades from low to high.
std::string shade_class(const Decimal& score) {
    const auto step = Decimal::floor_divide(score * 7, 100);
    const std::int64_t place = step ? step->to_integer().value_or(0) : 0;
    return "shade-" + std::to_string(std::min<std::int64_t>(place, 6) + 1);
}

/// What the sources say in words, in signs: + strengths, − weaknesses.
SafeHtml fact_counts(const PageContext& context, const ElementScore& score) {
    std::string signs;
    const auto add = [&](std::string_view id, std::size_t number) {
        if (number == 0) return;
        if (!signs.empty()) signs += ' ';
        signs += context.message(id, {{"count", count(number)}});
    };
    add("diagnosis.strengths-sign", score.strengths.size());
    add("diagnosis.weaknesses-sign", score.weaknesses.size());
    if (signs.empty()) return {};
    return words(" ") + span("sign tally", words(signs));
}

SafeHtml score_cell(const PageContext& context, const ElementScore& score) {
    if (!score.score) return quiet(context.message("diagnosis.no-score")) + fact_counts(context, score);
    SafeHtml html =
        span("shade " + shade_class(*score.score), words(context.presenter().number(*score.score)));
    if (score.is_weak) html += words(" ") + span("weak", words(context.message("diagnosis.low")));
    if (score.coverage < Decimal(100)) {
        const std::string share = context.presenter().number(score.coverage);
        html += words(" ") +
                span("sign tally", words(context.message("diagnosis.coverage-sign", {{"share", share}})));
    }
    return html + fact_counts(context, score);
}

Table heatmap(const PageContext& context, const Diagnosis& diagnosis) {
    Table table;
    table.id = "scores";
    table.sortable = true;
    table.caption = context.message("diagnosis.heatmap");
    table.subtitle = context.message("diagnosis.heatmap-subtitle");
    table.head.push_back({{.label = context.message("table.element")}});
    for (const data::RegionIndex region : diagnosis.regions) {
        table.head.front().push_back({.label = context.presenter().names(region).short_name,
                                      .href = context.to().region(region),
                                      .key_class = figures::key_class(context.dataset(), region)});
    }
    table.groups.emplace_back();
    for (std::size_t i = 0; i < diagnosis.elements.size(); ++i) {
        const auto element = static_cast<Element>(i);
        std::vector<Cell> cells{
            header_cell(context.presenter().name(element), "#" + std::string(data::id_of(element)))};
        for (const ElementScore& score : diagnosis.elements[i].regions) {
            cells.push_back(markup_cell(score_cell(context, score)));
            cells.back().sort = score.score;
        }
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    return table;
}

Value weak_links(const PageContext& context, const Diagnosis& diagnosis) {
    List list;
    for (std::size_t i = 0; i < diagnosis.regions.size(); ++i) {
        List links;
        for (const Element element : diagnosis.weak_links(i)) {
            links.push_back(
                Map{{"label", context.presenter().name(element)},
                    {"href", "#" + std::string(data::id_of(element))},
                    {"score", context.presenter().number(*diagnosis.of(element).regions[i].score)}});
        }
        std::size_t scored = 0;
        for (const ElementDiagnosis& element : diagnosis.elements)
            scored += element.regions[i].score ? 1U : 0U;
        list.push_back(Map{{"region", analysis::region_value(context, diagnosis.regions[i])},
                           {"links", std::move(links)},
                           {"scored", static_cast<int>(scored)},
                           {"count", static_cast<int>(diagnosis.elements.size())}});
    }
    return list;
}

Cell input_label(const PageContext& context, const Diagnosis& diagnosis, const Input& input,
                 const InputScale& scale) {
    const analysis::Presenter& presenter = context.presenter();
    if (input.indicator)
        return figures::indicator_cell(*input.indicator, scale.reference, presenter, context.to());
    return header_cell(
        presenter.locale().capitalized(presenter.plain(diagnosis.model->rubrics[input.rubric].name)),
        context.href("collaboration.html"));
}

std::string direction_word(const PageContext& context, const Input& input) {
    if (!input.indicator) return context.message("diagnosis.by-rubric");
    return context.message("polarity." + std::string(data::polarity_words[input.direction]));
}

/// The figure or level, and the score it makes.
Cell input_cell(const PageContext& context, const analysis::InputScore& score, const InputScale& scale,
                figures::NoteList& notes) {
    Cell cell;
    if (score.level) {
        cell = number_cell(context.message("diagnosis.level", {{"level", count(*score.level)}}));
        if (score.citation) cell.href = context.to().citation(*score.citation);
    } else {
        cell = figures::measurement_cell(score.measurement, scale.reference, context.presenter(),
                                         context.to(), notes);
    }
    if (score.score)
        cell.addition += (cell.addition.empty() ? "" : ", ") + std::string("→ ") +
                         context.presenter().number(*score.score);
    return cell;
}

Table inputs_table(const PageContext& context, const Diagnosis& diagnosis, Element element) {
    const analysis::ElementModel& model = diagnosis.model->of(element);
    const ElementDiagnosis& result = diagnosis.of(element);
    figures::NoteList notes(context.presenter(), context.text());
    Table table;
    table.id = "inputs-" + std::string(data::id_of(element));
    table.caption = context.message("diagnosis.inputs", {{"element", context.presenter().name(element)}});
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("diagnosis.input")},
                          {.label = context.message("diagnosis.weight"), .is_number = true},
                          {.label = context.message("table.meaning")}});
    for (const data::RegionIndex region : diagnosis.regions) {
        table.head.front().push_back({.label = context.presenter().names(region).short_name,
                                      .key_class = figures::key_class(context.dataset(), region),
                                      .is_number = true});
    }
    table.groups.emplace_back();
    std::vector<const analysis::Measurement*> shown;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const Input& input = model.inputs[i];
        const InputScale& scale = result.inputs[i];
        std::vector<Cell> cells{
            input_label(context, diagnosis, input, scale),
            number_cell(context.presenter().locale().percent(input.weight * 100, 0), input.weight),
            text_cell(direction_word(context, input))};
        for (const analysis::InputScore& score : scale.scores) {
            cells.push_back(input_cell(context, score, scale, notes));
            shown.push_back(score.measurement);
        }
        table.groups.front().rows.push_back({{}, std::move(cells)});
    }
    if (model.inputs.empty()) return table;
    std::vector<Cell> total{header_cell(context.message("diagnosis.score")),
                            number_cell(context.presenter().locale().percent(100, 0)), text_cell({})};
    for (const ElementScore& score : result.regions) {
        total.push_back(score.score ? number_cell(context.presenter().number(*score.score), score.score)
                                    : number_cell(context.message("diagnosis.no-score")));
    }
    table.groups.front().rows.push_back({{}, std::move(total), true});
    table.notes = notes.notes();
    table.sources = figures::source_links(shown, context.presenter(), context.to());
    for (const InputScale& scale : result.inputs) {
        for (const analysis::InputScore& score : scale.scores) {
            if (!score.citation) continue;
            figures::Link source = figures::source_link(*score.citation, context.presenter(), context.to());
            const bool known = std::any_of(table.sources.begin(), table.sources.end(),
                                           [&](const auto& one) { return one.label == source.label; });
            if (!known) table.sources.push_back(std::move(source));
        }
    }
    return table;
}

/// Why each input speaks of the element.
Value reasons(const PageContext& context, const Diagnosis& diagnosis, Element element) {
    List list;
    for (const Input& input : diagnosis.model->of(element).inputs) {
        if (input.reason.empty()) continue;
        const std::string name =
            input.indicator ? context.presenter().name(*input.indicator)
                            : context.presenter().locale().capitalized(
                                  context.presenter().plain(diagnosis.model->rubrics[input.rubric].name));
        list.push_back(Map{{"name", name}, {"text", markup(context.text()(input.reason))}});
    }
    return list;
}

Value facts(const PageContext& context, const Diagnosis& diagnosis, Element element) {
    List list;
    for (std::size_t i = 0; i < diagnosis.regions.size(); ++i) {
        const ElementScore& score = diagnosis.of(element).regions[i];
        const auto listed = [&](const std::vector<const data::Fact*>& facts) {
            List items;
            for (const data::Fact* const fact : facts)
                items.push_back(markup(cited(context, fact->text, fact->citation)));
            return items;
        };
        if (score.strengths.empty() && score.weaknesses.empty()) continue;
        list.push_back(Map{{"region", analysis::region_value(context, diagnosis.regions[i])},
                           {"strengths", listed(score.strengths)},
                           {"weaknesses", listed(score.weaknesses)}});
    }
    return list;
}

Value elements(const PageContext& context, const Diagnosis& diagnosis) {
    List list;
    for (std::size_t i = 0; i < diagnosis.elements.size(); ++i) {
        const auto element = static_cast<Element>(i);
        const analysis::ElementModel& model = diagnosis.model->elements[i];
        list.push_back(
            Map{{"id", std::string(data::id_of(element))},
                {"name", context.presenter().name(element)},
                {"unmeasured",
                 model.unmeasured.empty() ? Value::none() : markup(context.text()(model.unmeasured))},
                {"inputs", table_markup(context, inputs_table(context, diagnosis, element))},
                {"reasons", reasons(context, diagnosis, element)},
                {"facts", facts(context, diagnosis, element)}});
    }
    return list;
}

/// Who falls behind on most, and who on nothing of what was measured. Empty where nobody stands out.
std::string headline(const PageContext& context, const Diagnosis& diagnosis) {
    std::size_t most = 0;
    std::vector<std::string> weakest;
    std::vector<std::string> without;
    for (std::size_t i = 0; i < diagnosis.regions.size(); ++i) {
        const std::size_t links = diagnosis.weak_links(i).size();
        const std::string& name = context.presenter().names(diagnosis.regions[i]).the;
        if (links == 0) without.push_back(name);
        if (links > most) weakest.clear();
        if (links >= std::max<std::size_t>(most, 1)) weakest.push_back(name);
        most = std::max(most, links);
    }
    if (weakest.empty() || weakest.size() == diagnosis.regions.size()) return {};
    const locale::Locale& locale = context.presenter().locale();
    const auto count = [](std::size_t number) { return Decimal(static_cast<int>(number)); };
    return context.message(without.empty() ? "diagnosis.finding" : "diagnosis.finding-and-none",
                           {{"weakest", locale.capitalized(locale.list(weakest))},
                            {"regions", count(weakest.size())},
                            {"elements", count(most)},
                            {"without", locale.list(without)},
                            {"others", count(without.size())}});
}

void fill_diagnosis(PageContext& context, Map& names) {
    const Diagnosis& diagnosis = *context.site().comparison->diagnosis;
    std::size_t measured = 0;
    for (const analysis::ElementModel& element : diagnosis.model->elements)
        measured += element.inputs.empty() ? 0U : 1U;
    names.set("regions", static_cast<int>(diagnosis.regions.size()));
    names.set("measured", static_cast<int>(measured));
    names.set("elements_count", static_cast<int>(diagnosis.elements.size()));
    names.set("minimum_regions", static_cast<int>(diagnosis.model->minimum_regions));
    names.set("minimum_coverage", context.presenter().number(diagnosis.model->minimum_coverage));
    names.set("weak_below", context.presenter().number(diagnosis.model->weak_below));
    const SafeHtml picture = diagnosis_picture(context, diagnosis);
    names.set("picture", picture.empty() ? Value::none() : markup(picture));
    names.set("keyed", region_list(context, diagnosis.regions));
    names.set("heatmap", table_markup(context, heatmap(context, diagnosis)));
    names.set("finding", headline(context, diagnosis));
    names.set("weak_links", weak_links(context, diagnosis));
    names.set("white_spots", context.edition().facts.initiatives.empty()
                                 ? Value::none()
                                 : table_markup(context, white_spots(context)));
    names.set("elements", elements(context, diagnosis));
    names.set("csv", context.file_href("data/diagnosis.csv"));
}

}  // namespace

void plan_diagnosis(Site& site, Findings& findings) {
    if (site.comparison == nullptr || !site.comparison->diagnosis) return;
    site.plan.add(
        {.path = "diagnosis.html",
         .layout = "pages/diagnosis.html",
         .title = [](const PageContext& context) { return context.message("diagnosis.title"); },
         .description = [](const PageContext& context) { return context.message("diagnosis.intro"); },
         .fill = fill_diagnosis,
         .parent = comparison_index(site),
         .section = comparison_index(site)},
        findings);
}

}  // namespace regioscope::report
