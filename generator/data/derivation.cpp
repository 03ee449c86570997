// What holds between indicators: derivations and compositions must make sense before anything is computed.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "data/readers.h"

namespace regioscope::data {

namespace {

using Operation = Derivation::Operation;

std::string_view name_of(Operation operation) {
    constexpr std::string_view names[] = {"sum", "difference", "ratio", "share", "per", "change", "index"};
    return names[static_cast<std::size_t>(operation)];
}

bool has_base(Operation operation) {
    return operation == Operation::change || operation == Operation::index;
}

void check_count(const Derivation& derivation, Findings& findings) {
    const std::size_t count = derivation.operands.size();
    const std::string_view name = name_of(derivation.operation);
    if (derivation.operation == Operation::sum) {
        if (count < 2)
            findings.error("wrong-count", derivation.span,
                           fmt::format("a sum has two operands or more, this one {}", count));
        return;
    }
    const std::size_t expected = has_base(derivation.operation) ? 1 : 2;
    if (count != expected) {
        findings.error("wrong-count", derivation.span,
                       fmt::format("the operation '{}' has {} operand{}, this one {}", name, expected,
                                   expected == 1 ? "" : "s", count));
    }
}

void check_base(const Derivation& derivation, Findings& findings) {
    const std::string_view name = name_of(derivation.operation);
    if (has_base(derivation.operation) && !derivation.base) {
        findings.error("missing-key", derivation.span,
                       fmt::format("the operation '{}' needs a 'base' period", name));
    } else if (!has_base(derivation.operation) && derivation.base) {
        findings.error("misplaced-key", derivation.span,
                       fmt::format("the operation '{}' has no 'base' period", name));
    }
}

void check_units(const Dataset& dataset, const Indicator& indicator, Findings& findings) {
    const Derivation& derivation = *indicator.derivation;
    const auto report = [&](std::string message) {
        findings.error("unit-mismatch", derivation.span, std::move(message));
    };
    const auto unit_id = [&](IndicatorIndex i) { return dataset[dataset[i].unit].id; };
    const bool alike = derivation.operation == Operation::sum ||
                       derivation.operation == Operation::difference ||
                       derivation.operation == Operation::share;
    if (alike) {
        for (const IndicatorIndex operand : derivation.operands) {
            const IndicatorIndex first = derivation.operands.front();
            if (dataset[operand].unit == dataset[first].unit) continue;
            report(fmt::format("a {} needs one unit: '{}' is in {}, '{}' in {}",
                               name_of(derivation.operation), dataset[first].id, unit_id(first),
                               dataset[operand].id, unit_id(operand)));
            return;
        }
    }
    const bool keeps =
        derivation.operation == Operation::sum || derivation.operation == Operation::difference;
    if (keeps && !derivation.operands.empty() &&
        indicator.unit != dataset[derivation.operands.front()].unit) {
        report(fmt::format("'{}' is in {}, but its operands are in {}", indicator.id,
                           dataset[indicator.unit].id, unit_id(derivation.operands.front())));
    }
    const bool is_rate =
        derivation.operation == Operation::share || derivation.operation == Operation::change;
    if (is_rate && dataset[indicator.unit].kind != Unit::Kind::percent) {
        report(fmt::format("a {} is in percent, but '{}' is in {}", name_of(derivation.operation),
                           indicator.id, dataset[indicator.unit].id));
    }
}

/// Walks down from each indicator; one that is met again on its own path stands in a circle.
class CircleSearch {
  public:
    CircleSearch(const Dataset& dataset, Findings& findings)
        : dataset_(dataset), findings_(findings), state_(dataset.indicators.size(), State::fresh) {}

    void run() {
        for (std::uint32_t i = 0; i < state_.size(); ++i)
            visit(IndicatorIndex{i});
    }

  private:
    enum class State { fresh, on_path, done };
    /// So that no file can exhaust the stack.
    static constexpr std::size_t max_depth = 100;

    void visit(IndicatorIndex index) {
        State& state = state_[static_cast<std::size_t>(index)];
        if (state == State::done) return;
        if (state == State::on_path) return report(index);
        if (path_.size() >= max_depth) {
            findings_.error("too-deep", dataset_[index].span,
                            fmt::format("derived over more than {} levels of other indicators", max_depth));
            return;
        }
        state = State::on_path;
        path_.push_back(index);
        if (const auto& derivation = dataset_[index].derivation) {
            for (const IndicatorIndex operand : derivation->operands)
                visit(operand);
        }
        path_.pop_back();
        state = State::done;
    }

    void report(IndicatorIndex index) {
        const auto start = std::find(path_.begin(), path_.end(), index);
        std::vector<std::string_view> names;
        for (auto i = start; i != path_.end(); ++i)
            names.push_back(dataset_[*i].id);
        names.push_back(dataset_[index].id);
        findings_.error(
            "derivation-cycle", dataset_[index].derivation->span,
            fmt::format("'{}' is derived from itself: {}", dataset_[index].id, fmt::join(names, " → ")));
    }

    const Dataset& dataset_;
    Findings& findings_;
    std::vector<State> state_;
    std::vector<IndicatorIndex> path_;
};

/// The indicators that a sum is made of in the end, each once; others are made of themselves.
std::vector<IndicatorIndex> leaves_of(const Dataset& dataset, IndicatorIndex part) {
    std::vector<IndicatorIndex> leaves;
    std::vector<bool> seen(dataset.indicators.size());
    std::vector<IndicatorIndex> open = {part};
    while (!open.empty()) {
        const IndicatorIndex index = open.back();
        open.pop_back();
        if (seen[static_cast<std::size_t>(index)]) continue;
        seen[static_cast<std::size_t>(index)] = true;
        const auto& derivation = dataset[index].derivation;
        if (derivation && derivation->operation == Operation::sum) {
            open.insert(open.end(), derivation->operands.begin(), derivation->operands.end());
        } else {
            leaves.push_back(index);
        }
    }
    return leaves;
}

void check_disjoint(const Dataset& dataset, const Composition& composition, Findings& findings) {
    std::vector<std::pair<IndicatorIndex, IndicatorIndex>> owners;  // leaf, part
    for (const IndicatorIndex part : composition.parts) {
        for (const IndicatorIndex leaf : leaves_of(dataset, part))
            owners.emplace_back(leaf, part);
    }
    std::stable_sort(owners.begin(), owners.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < owners.size(); ++i) {
        if (owners[i].first != owners[i - 1].first) continue;
        findings.error("overlapping-parts", composition.span,
                       fmt::format("the parts of '{}' overlap: '{}' is in '{}' and in '{}'", composition.id,
                                   dataset[owners[i].first].id, dataset[owners[i - 1].second].id,
                                   dataset[owners[i].second].id));
    }
    const bool contains_whole =
        composition.whole && std::find(composition.parts.begin(), composition.parts.end(),
                                       *composition.whole) != composition.parts.end();
    if (contains_whole) {
        findings.error("overlapping-parts", composition.span,
                       fmt::format("'{}' is the whole of '{}' and one of its parts",
                                   dataset[*composition.whole].id, composition.id));
    }
}

}  // namespace

void check_derivations(const Dataset& dataset, Findings& findings) {
    if (findings.has_errors()) return;  // places in the lists may be off
    for (const Indicator& indicator : dataset.indicators) {
        if (!indicator.derivation) continue;
        check_count(*indicator.derivation, findings);
        check_base(*indicator.derivation, findings);
        check_units(dataset, indicator, findings);
    }
    CircleSearch(dataset, findings).run();
}

void check_compositions(const Dataset& dataset, Findings& findings) {
    if (findings.has_errors()) return;
    for (const Composition& composition : dataset.compositions) {
        if (composition.parts.size() < 2) {
            findings.error("wrong-count", composition.span,
                           fmt::format("the composition '{}' has two parts or more", composition.id));
        }
        check_disjoint(dataset, composition, findings);
        std::vector<IndicatorIndex> all = composition.parts;
        if (composition.whole) all.push_back(*composition.whole);
        for (const IndicatorIndex other : all) {
            if (dataset[other].unit == dataset[all.front()].unit) continue;
            findings.error(
                "unit-mismatch", composition.span,
                fmt::format("the composition '{}' needs one unit: '{}' is in {}, '{}' in {}", composition.id,
                            dataset[all.front()].id, dataset[dataset[all.front()].unit].id, dataset[other].id,
                            dataset[dataset[other].unit].id));
            break;
        }
    }
}

}  // namespace regioscope::data
