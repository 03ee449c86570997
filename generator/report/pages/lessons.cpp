#include "report/pages/lessons.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/diagnosis_model.h"
#include "figures/cells.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using analysis::PairFigure;
using escape::SafeHtml;

namespace {

/// Several wordings of one statement, taken in turn, so that a list of them does not drum.
constexpr std::array lesson_wordings = {"lesson.figure.1", "lesson.figure.2", "lesson.figure.3"};

constexpr std::size_t most_figures = 3;
constexpr std::size_t most_facts = 2;

/// A figure of each of the two, in the order asked for.
SafeHtml figure_sentence(const PageContext& context, std::string_view id, const PairFigure& figure,
                         data::RegionIndex one, const analysis::Measurement& of_one, data::RegionIndex other,
                         const analysis::Measurement& of_other) {
    const analysis::Presenter& presenter = context.presenter();
    return sentence(context, id,
                    {{"indicator", dated_name(context, figure.indicator, figure.reference)},
                     {"one", figure_in_text(context, of_one, figure.reference)},
                     {"other", figure_in_text(context, of_other, figure.reference)},
                     {"in_one", words(presenter.names(one).in)},
                     {"in_other", words(presenter.names(other).in)}});
}

SafeHtml ladder_lesson(const PageContext& context, const data::Profile& learner,
                       const data::Profile& teacher) {
    if (!learner.ladder || !teacher.ladder || teacher.ladder->rung <= learner.ladder->rung) return {};
    const analysis::Presenter& presenter = context.presenter();
    const auto rung_name = [&](int rung) {
        return context.message("ladder." + std::to_string(rung) + ".name");
    };
    SafeHtml lesson =
        sentence(context, "lesson.ladder",
                 {{"teacher", words(presenter.names(teacher.region).the)},
                  {"learner", words(presenter.names(learner.region).the)},
                  {"higher_name", words(rung_name(teacher.ladder->rung))},
                  {"lower_name", words(rung_name(learner.ladder->rung))}},
                 {{"higher", Decimal(teacher.ladder->rung)}, {"lower", Decimal(learner.ladder->rung)}});
    if (!teacher.ladder->reason.empty())
        lesson += SafeHtml::from_text(" ") + context.text()(teacher.ladder->reason);
    return lesson + citation_mark(context, teacher.ladder->citation) +
           reading_mark(context, teacher.ladder->reading);
}

SafeHtml seat_lesson(const PageContext& context, const data::Profile& learner, const data::Profile& teacher,
                     const std::vector<const PairFigure*>& told) {
    if (!learner.employers || !teacher.employers) return {};
    const std::size_t here = count_seats(learner, data::Seat::region);
    const std::size_t there = count_seats(teacher, data::Seat::region);
    if (there < here + 2) return {};
    // Where the sources print the same count as a figure, it has been told.
    const auto gap = Decimal(static_cast<int>(there - here));
    const bool is_told = std::any_of(told.begin(), told.end(), [&](const PairFigure* figure) {
        return figure->difference && figure->difference->absolute() == gap &&
               context.dataset()[context.dataset()[figure->indicator].unit].kind == data::Unit::Kind::count;
    });
    if (is_told) return {};
    const analysis::Presenter& presenter = context.presenter();
    const auto number = [](std::size_t count) { return Decimal(static_cast<int>(count)); };
    return sentence(context, "lesson.seats",
                    {{"in_teacher", words(presenter.names(teacher.region).in)},
                     {"in_learner", words(presenter.names(learner.region).in)}},
                    {{"there", number(there)},
                     {"here", number(here)},
                     {"of", number(teacher.employers->list.size())}}) +
           citation_mark(context, teacher.employers->citation);
}

/// Facts of one element and of the kinds asked for, as a list.
SafeHtml facts_of(const PageContext& context, const data::Profile& profile, data::Element element,
                  std::initializer_list<data::FactKind> kinds) {
    std::vector<SafeHtml> items;
    for (const data::FactKind kind : kinds) {
        for (const data::Fact& fact : profile.facts) {
            if (fact.element != element || fact.kind != kind || items.size() == most_facts) continue;
            items.push_back(cited(context, fact.text, fact.citation));
        }
    }
    return bullet_list(items);
}

}  // namespace

std::vector<const PairFigure*> telling_differences(const PageContext& context,
                                                   const std::vector<PairFigure>& figures) {
    const data::Dataset& dataset = context.dataset();
    const std::optional<analysis::DiagnosisModel>& model = context.site().project->diagnosis;
    std::vector<const PairFigure*> differences = analysis::largest_differences(figures);
    if (model && !model->similarity.empty()) {
        std::erase_if(differences, [&](const PairFigure* figure) {
            const std::vector<data::IndicatorIndex>& chosen = model->similarity;
            return dataset[dataset[figure->indicator].unit].kind == data::Unit::Kind::count &&
                   std::find(chosen.begin(), chosen.end(), figure->indicator) == chosen.end();
        });
    }
    return analysis::one_per_theme(dataset, differences);
}

std::vector<figures::Note> signs_explained(const PageContext& context,
                                           const std::vector<PairFigure>& figures) {
    std::vector<figures::Note> notes;
    const auto add = [&](std::string sign, std::string_view words) {
        const bool known = std::any_of(notes.begin(), notes.end(),
                                       [&](const figures::Note& note) { return note.sign == sign; });
        if (!known) notes.push_back({std::move(sign), SafeHtml::from_text(words)});
    };
    for (const PairFigure* const figure : telling_differences(context, figures)) {
        for (const analysis::Measurement* const one : {figure->first, figure->second}) {
            const analysis::Marks marks = analysis::marks_of(context.dataset(), *one, figure->reference);
            for (const data::Status status : marks.doubtful)
                add(context.presenter().status_sign(status), context.presenter().status_name(status));
            if (marks.off_area) add(context.message("mark.area-sign"), context.message("mark.area-other"));
        }
    }
    return notes;
}

std::vector<SafeHtml> lessons(const PageContext& context, data::RegionIndex learner,
                              data::RegionIndex teacher, const std::vector<PairFigure>& figures) {
    std::vector<SafeHtml> found;
    std::vector<const PairFigure*> told;
    const bool learner_is_first = std::any_of(figures.begin(), figures.end(), [&](const PairFigure& figure) {
        return figure.first != nullptr && context.dataset()[figure.first->area].region == learner;
    });
    const analysis::Favour teacher_side =
        learner_is_first ? analysis::Favour::second : analysis::Favour::first;
    std::vector<const PairFigure*> ahead = analysis::largest_differences(figures);
    std::erase_if(ahead, [&](const PairFigure* figure) { return figure->favour != teacher_side; });
    for (const PairFigure* const figure : analysis::one_per_theme(context.dataset(), ahead)) {
        if (found.size() == most_figures) break;
        told.push_back(figure);
        const char* const id = lesson_wordings[found.size() % lesson_wordings.size()];
        found.push_back(figure_sentence(context, id, *figure, teacher,
                                        learner_is_first ? *figure->second : *figure->first, learner,
                                        learner_is_first ? *figure->first : *figure->second));
    }
    const data::Profile& of_learner = context.edition().facts.profile(learner);
    const data::Profile& of_teacher = context.edition().facts.profile(teacher);
    for (SafeHtml lesson : {ladder_lesson(context, of_learner, of_teacher),
                            seat_lesson(context, of_learner, of_teacher, told)}) {
        if (!lesson.empty()) found.push_back(std::move(lesson));
    }
    return found;
}

figures::Table lesson_table(const PageContext& context, std::string id, data::RegionIndex learner,
                            data::RegionIndex teacher) {
    const analysis::Presenter& presenter = context.presenter();
    const data::Profile& of_learner = context.edition().facts.profile(learner);
    const data::Profile& of_teacher = context.edition().facts.profile(teacher);
    figures::Table table;
    table.id = std::move(id);
    table.caption = context.message("lesson.table", {{"learner", presenter.names(learner).the},
                                                     {"teacher", presenter.names(teacher).the}});
    table.head = {{{.label = context.message("table.element")},
                   {.label = context.message("lesson.weak", {{"in", presenter.names(learner).in}}),
                    .key_class = figures::key_class(context.dataset(), learner)},
                   {.label = context.message("lesson.strong", {{"in", presenter.names(teacher).in}}),
                    .key_class = figures::key_class(context.dataset(), teacher)}}};
    table.groups.emplace_back();
    for (std::size_t i = 0; i < analysis::element_count; ++i) {
        const auto element = static_cast<data::Element>(i);
        SafeHtml weak =
            facts_of(context, of_learner, element, {data::FactKind::weakness, data::FactKind::challenge});
        SafeHtml strong = facts_of(context, of_teacher, element, {data::FactKind::strength});
        if (weak.empty() || strong.empty()) continue;
        table.groups.front().rows.push_back({{},
                                             {header_cell(context.presenter().name(element)),
                                              markup_cell(std::move(weak)), markup_cell(std::move(strong))}});
    }
    return table;
}

}  // namespace regioscope::report
