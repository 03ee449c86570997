#include "analysis/diagnosis_model.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "data/entry.h"

namespace regioscope::analysis {

namespace {

using data::Context;
using data::Entry;
using data::Need;
using data::Polarity;

constexpr int most = 100;
constexpr std::string_view rubric_origins[] = {"ladder"};

class Reader {
  public:
    Reader(const Context& context, DiagnosisModel& model) : context_(context), model_(model) {}

    void read(const json::Value& root) {
        const data::Owning owning(context_.texts, data::Owner::Kind::diagnosis);
        Entry file(root, context_);
        file.optional("$schema");
        if (const auto count = file.integer("minimum_regions", 2, most, Need::optional))
            model_.minimum_regions = static_cast<std::size_t>(*count);
        if (const auto coverage = file.number("minimum_coverage", 0, most, Need::optional))
            model_.minimum_coverage = *coverage;
        if (const auto score = file.number("weak_below", 0, most, Need::optional)) model_.weak_below = *score;
        file.members("rubrics", Need::optional, [&](const json::Member& member) { read_rubric(member); });
        const json::Value* const elements = file.required_of("elements", json::Kind::object);
        if (elements != nullptr) read_elements(*elements);
        model_.similarity =
            file.references("similarity", dataset().indicator_by_id, "indicator", Need::optional);
        model_.not_compared =
            file.references("not_compared", dataset().indicator_by_id, "indicator", Need::optional);
        read_structure(file);
    }

  private:
    const data::Dataset& dataset() const { return context_.dataset; }
    Findings& findings() const { return context_.findings; }

    void read_rubric(const json::Member& member) {
        data::check_id(member.key, member.key_span, findings());
        Entry entry(member.value, context_);
        Rubric rubric;
        rubric.id = member.key;
        rubric.span = member.key_span;
        rubric.name = entry.name("name");
        rubric.is_ladder = !entry.word("from", rubric_origins, Need::optional).empty();
        entry.items("levels", Need::required, [&](const json::Value& item) {
            Entry level(item, context_);
            const auto score = level.number("score", 0, most);
            data::Text text = level.text("text", rubric.is_ladder ? Need::optional : Need::required);
            rubric.levels.push_back({score.value_or(0), std::move(text)});
        });
        model_.rubrics.push_back(std::move(rubric));
    }

    void read_elements(const json::Value& elements) {
        constexpr const auto& ids = data::element_words.words;
        std::vector<bool> declared(element_count);
        for (const json::Member& member : elements.members) {
            const auto element = data::element_words.find(member.key);
            if (!element) {
                findings().error("unknown-element", member.key_span,
                                 fmt::format("no element '{}'{}", member.key,
                                             did_you_mean(member.key, {ids.begin(), ids.end()})));
                continue;
            }
            declared[static_cast<std::size_t>(*element)] = true;
            read_element(member, model_.elements[static_cast<std::size_t>(*element)]);
        }
        for (std::size_t i = 0; i < element_count; ++i) {
            if (declared[i]) continue;
            findings().error("missing-element", elements.span,
                             fmt::format("the element '{}' is not declared; say what speaks of it, or why "
                                         "nothing does ('unmeasured')",
                                         ids[i]));
        }
    }

    void read_element(const json::Member& member, ElementModel& element) {
        Entry entry(member.value, context_);
        element.span = member.key_span;
        element.unmeasured = entry.text("unmeasured", Need::optional);
        const bool is_unmeasured = entry.has("unmeasured");
        entry.items("inputs", Need::optional, [&](const json::Value& item) { read_input(item, element); });
        if (element.inputs.empty() && !is_unmeasured && !has_items(member.value)) {
            findings().error(
                "empty-element", member.key_span,
                fmt::format("nothing speaks of the element '{}'; say why under 'unmeasured'", member.key));
        }
        if (is_unmeasured && has_items(member.value)) {
            findings().error("measured-element", entry.span_of("unmeasured"),
                             fmt::format("the element '{}' has inputs and is called unmeasured", member.key));
        }
        check_weights(member, element);
    }

    static bool has_items(const json::Value& element) {
        const json::Value* const inputs = element.find("inputs");
        return inputs != nullptr && !inputs->items.empty();
    }

    void check_weights(const json::Member& member, const ElementModel& element) {
        if (element.inputs.empty()) return;
        Decimal total;
        for (const Input& input : element.inputs)
            total += input.weight;
        if (total == Decimal(1)) return;
        findings().error(
            "weights-do-not-add-up", member.key_span,
            fmt::format("the weights of '{}' add up to {}, not to 1", member.key, total.normalized().text()));
    }

    void read_input(const json::Value& item, ElementModel& element) {
        Entry entry(item, context_);
        Input input;
        input.span = item.span;
        input.weight = entry.number("weight", 0, 1).value_or(0);
        input.reason = entry.text("reason", Need::optional);
        if (entry.has("rubric")) {
            read_rubric_of(entry, input);
        } else {
            input.indicator = entry.reference("indicator", dataset().indicator_by_id, "indicator");
            if (input.indicator) read_direction(entry, input, element);
        }
        // What names nothing known was reported; its weight still counts, so that one fault is told once.
        element.inputs.push_back(std::move(input));
    }

    void read_direction(Entry& entry, Input& input, const ElementModel& element) {
        const data::Indicator& indicator = dataset()[*input.indicator];
        const auto sides = std::span(data::polarity_words.words).subspan(1);
        const Polarity declared = data::polarity_words.find(entry.word("direction", sides, Need::optional))
                                      .value_or(Polarity::neutral);
        input.direction = declared == Polarity::neutral ? indicator.polarity : declared;
        if (input.direction == Polarity::neutral && !entry.has("direction")) {
            findings().error("missing-direction", entry.span_of("indicator"),
                             fmt::format("the indicator '{}' is neutral; declare its 'direction' here and "
                                         "say why under 'reason'",
                                         indicator.id));
        }
        if (declared != Polarity::neutral && indicator.polarity != Polarity::neutral &&
            declared != indicator.polarity) {
            findings().error("contrary-direction", entry.span_of("direction"),
                             fmt::format("the indicator '{}' itself says the opposite", indicator.id));
        }
        const bool repeated =
            std::any_of(element.inputs.begin(), element.inputs.end(),
                        [&](const Input& other) { return other.indicator == input.indicator; });
        if (repeated) {
            findings().error("repeated-indicator", entry.span_of("indicator"),
                             fmt::format("the indicator '{}' already counts here", indicator.id));
        }
    }

    void read_rubric_of(Entry& entry, Input& input) {
        const json::Value* const word = entry.of("rubric", json::Kind::text);
        if (word == nullptr) return;
        const auto found = std::find_if(model_.rubrics.begin(), model_.rubrics.end(),
                                        [&](const Rubric& rubric) { return rubric.id == word->text; });
        if (found == model_.rubrics.end()) {
            std::vector<std::string_view> known;
            for (const Rubric& rubric : model_.rubrics)
                known.push_back(rubric.id);
            findings().error("unknown-rubric", word->span,
                             fmt::format("no rubric '{}'{}", word->text, did_you_mean(word->text, known)));
            entry.optional("judgements");
            return;
        }
        input.rubric = static_cast<std::size_t>(found - model_.rubrics.begin());
        if (found->is_ladder) return;  // the profiles hold the judgements, with their citations
        entry.members("judgements", Need::required,
                      [&](const json::Member& member) { read_judgement(member, *found, input); });
    }

    void read_judgement(const json::Member& member, const Rubric& rubric, Input& input) {
        Entry entry(member.value, context_);
        Judgement judgement;
        const auto level = entry.integer("level", 1, most);
        judgement.reason = entry.text("reason");
        judgement.citation = entry.citation();
        const auto region = dataset().region_by_id.find(member.key);
        if (region == dataset().region_by_id.end()) {
            std::vector<std::string_view> known;
            for (const data::Region& one : dataset().regions)
                known.push_back(one.id);
            findings().error("unknown-region", member.key_span,
                             fmt::format("no region '{}'{}", member.key, did_you_mean(member.key, known)));
            return;
        }
        if (!level) return;
        judgement.region = region->second;
        judgement.level = static_cast<std::size_t>(*level);
        if (judgement.level > rubric.levels.size()) {
            findings().error("unknown-level", entry.span_of("level"),
                             fmt::format("the rubric '{}' has {} levels", rubric.id, rubric.levels.size()));
            return;
        }
        input.judgements.push_back(std::move(judgement));
    }

    void read_structure(Entry& file) {
        const std::string id = file.string("structure", Need::optional);
        if (id.empty()) return;
        const data::Composition* const composition = dataset().find_composition(id);
        if (composition != nullptr) {
            model_.structure = static_cast<std::size_t>(composition - dataset().compositions.data());
            return;
        }
        std::vector<std::string_view> known;
        for (const data::Composition& one : dataset().compositions)
            known.push_back(one.id);
        findings().error("unknown-composition", file.span_of("structure"),
                         fmt::format("no composition '{}'{}", id, did_you_mean(id, known)));
    }

    const Context& context_;
    DiagnosisModel& model_;
};

}  // namespace

DiagnosisModel read_diagnosis_model(const SourceText& source, const data::Dataset& dataset,
                                    const std::vector<std::string>& languages, Findings& findings) {
    DiagnosisModel model;
    const auto root = json::parse(source, findings);
    if (!root) return model;
    const data::ReadOptions options{languages};
    Reader({options, dataset, findings, model.texts}, model).read(*root);
    return model;
}

}  // namespace regioscope::analysis
