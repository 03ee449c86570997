#include "report/claim_words.h"

#include <algorithm>
#include <optional>

#include "expression/node.h"

namespace regioscope::report {

namespace {

using expression::Node;
using expression::NodeKind;

/// A call's name and its arguments by position; nothing where some have names.
struct Call {
    std::string_view name;
    std::vector<const Node*> arguments;
};

std::optional<Call> call_in(const Node& node) {
    if (node.kind != NodeKind::call || node.children.front().kind != NodeKind::name) return std::nullopt;
    Call call{node.children.front().name, {}};
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Node& argument = node.children[i];
        if (argument.kind != NodeKind::argument) {
            call.arguments.push_back(&argument);
        } else if (argument.name.empty()) {
            call.arguments.push_back(&argument.children.front());
        } else {
            return std::nullopt;
        }
    }
    return call;
}

std::optional<std::string> text_in(const Node& node) {
    if (node.kind != NodeKind::constant || !node.constant.is_text()) return std::nullopt;
    return node.constant.text();
}

/// `value(…).number` compares as the figure does.
const Node& figure_in(const Node& node) {
    return node.kind == NodeKind::attribute && node.name == "number" ? node.children.front() : node;
}

class TestTeller {
  public:
    TestTeller(const analysis::Verdict& verdict, const analysis::Presenter& presenter)
        : verdict_(verdict), presenter_(presenter) {}

    /// Nothing where the part is of no usual form.
    std::optional<std::string> tell(const Node& part) const {
        if (part.kind != NodeKind::compare || part.comparisons.size() != 1) return std::nullopt;
        const Node& left = figure_in(part.children[0]);
        const Node& right = figure_in(part.children[1]);
        const expression::Comparison comparison = part.comparisons.front();
        if (auto sentence = tell_place(left, comparison, right)) return sentence;
        if (auto sentence = tell_ratio(left, comparison, right)) return sentence;
        const auto one = operand(left);
        const auto other = operand(right);
        if (!one || !other) return std::nullopt;
        return say("test.", comparison, {{"left", *one}, {"right", *other}});
    }

  private:
    std::optional<std::string> say(const std::string& group, expression::Comparison comparison,
                                   locale::Arguments arguments) const {
        switch (comparison) {
            case expression::Comparison::equal:
                return presenter_.message(group + "equal", arguments);
            case expression::Comparison::less:
                return presenter_.message(group + "less", arguments);
            case expression::Comparison::less_equal:
                return presenter_.message(group + "less-equal", arguments);
            case expression::Comparison::greater:
                return presenter_.message(group + "greater", arguments);
            case expression::Comparison::greater_equal:
                return presenter_.message(group + "greater-equal", arguments);
            default:
                return std::nullopt;
        }
    }

    /// `highest(values(indicator, set)) == region`
    std::optional<std::string> tell_place(const Node& left, expression::Comparison comparison,
                                          const Node& right) const {
        const auto place = call_in(left);
        const auto winner = region(right);
        if (!place || !winner || comparison != expression::Comparison::equal || place->arguments.size() != 1)
            return std::nullopt;
        const auto set = call_in(*place->arguments.front());
        if (!set || set->name != "values" || set->arguments.empty()) return std::nullopt;
        const auto measure = indicator(*set->arguments.front());
        const bool is_known = place->name == "highest" || place->name == "lowest" || place->name == "second";
        if (!measure || !is_known) return std::nullopt;
        const auto count = std::count_if(
            verdict_.measurements.begin(), verdict_.measurements.end(),
            [&](const analysis::Measurement* one) { return one->indicator == *measure && one->value; });
        return presenter_.message("test." + std::string(place->name),
                                  {{"measure", presenter_.short_name(*measure)},
                                   {"region", presenter_.names(*winner).the},
                                   {"count", Decimal(static_cast<int>(count))}});
    }

    /// `ratio(region, region, indicator) > 2`
    std::optional<std::string> tell_ratio(const Node& left, expression::Comparison comparison,
                                          const Node& right) const {
        const auto ratio = call_in(left);
        if (!ratio || ratio->name != "ratio" || ratio->arguments.size() != 3) return std::nullopt;
        const auto first = region(*ratio->arguments[0]);
        const auto second = region(*ratio->arguments[1]);
        const auto measure = indicator(*ratio->arguments[2]);
        const auto factor = number(right);
        if (!first || !second || !measure || !factor) return std::nullopt;
        return say("test.ratio-", comparison,
                   {{"measure", presenter_.short_name(*measure)},
                    {"first", presenter_.names(*first).the},
                    {"second", presenter_.names(*second).the},
                    {"factor", *factor}});
    }

    /// A number, or "Unemployment (Emsland, 2015)".
    std::optional<std::string> operand(const Node& node) const {
        if (const auto constant = number(node)) return constant;
        const auto call = call_in(node);
        const bool is_figure =
            call && call->name == "value" && (call->arguments.size() == 2 || call->arguments.size() == 3);
        if (!is_figure) return std::nullopt;
        const auto measure = indicator(*call->arguments[0]);
        const auto where = region(*call->arguments[1]);
        if (!measure || !where) return std::nullopt;
        std::string place = presenter_.names(*where).short_name;
        if (call->arguments.size() == 3) {
            const auto period = text_in(*call->arguments[2]);
            if (!period) return std::nullopt;
            place += ", " + *period;
        }
        return presenter_.message("test.figure",
                                  {{"measure", presenter_.short_name(*measure)}, {"place", place}});
    }

    std::optional<std::string> number(const Node& node) const {
        if (node.kind != NodeKind::constant || !node.constant.is_number()) return std::nullopt;
        const Decimal& constant = node.constant.number();
        return presenter_.locale().number(constant, std::max(0, constant.normalized().decimals()));
    }

    std::optional<data::IndicatorIndex> indicator(const Node& node) const {
        const auto id = text_in(node);
        if (!id) return std::nullopt;
        const auto found = presenter_.dataset().indicator_by_id.find(*id);
        return found == presenter_.dataset().indicator_by_id.end() ? std::nullopt
                                                                   : std::optional(found->second);
    }

    std::optional<data::RegionIndex> region(const Node& node) const {
        const auto id = text_in(node);
        if (!id) return std::nullopt;
        const auto found = presenter_.dataset().region_by_id.find(*id);
        return found == presenter_.dataset().region_by_id.end() ? std::nullopt : std::optional(found->second);
    }

    const analysis::Verdict& verdict_;
    const analysis::Presenter& presenter_;
};

}  // namespace

std::vector<std::string> test_in_words(const analysis::Claim& claim, const analysis::Verdict& verdict,
                                       const analysis::Presenter& presenter) {
    const Node& root = claim.condition.root();
    const TestTeller teller(verdict, presenter);
    std::vector<std::string> sentences;
    bool is_whole = true;
    const auto tell = [&](const Node& part) {
        std::optional<std::string> sentence = teller.tell(part);
        is_whole = is_whole && sentence;
        if (sentence) sentences.push_back(*std::move(sentence));
    };
    if (root.kind == NodeKind::logical_and) {
        std::for_each(root.children.begin(), root.children.end(), tell);
    } else {
        tell(root);
    }
    if (!sentences.empty() && !is_whole) sentences.push_back(presenter.message("test.rest"));
    return sentences;
}

}  // namespace regioscope::report
