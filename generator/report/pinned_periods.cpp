#include "report/pinned_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/functions.h"
#include "expression/node.h"
#include "report/figure_list.h"

namespace regioscope::report {

namespace {

using expression::Node;
using expression::NodeKind;

/// The arguments of a call that are written out, by the names of the function's parameters.
std::map<std::string_view, const Node*> constants_of(const Node& call, const expression::Function& function) {
    std::map<std::string_view, const Node*> constants;
    for (std::size_t i = 1; i < call.children.size(); ++i) {
        const Node& argument = call.children[i];
        if (argument.kind != NodeKind::argument) break;  // a spread list: nobody knows how long
        std::string_view name = argument.name;
        if (name.empty() && i <= function.parameters.size()) name = function.parameters[i - 1].name;
        const Node& value = argument.children.front();
        if (value.kind == NodeKind::constant) constants.emplace(name, &value);
    }
    return constants;
}

/// The newest period that an expression asks of an indicator.
struct Pinned {
    data::PeriodIndex period{};
    std::set<data::RegionIndex> regions;
    Span place;
};

class PinnedSearch {
  public:
    PinnedSearch(const Site& site, Findings& findings)
        : site_(site), dataset_(site.dataset()), findings_(findings) {}

    void run() {
        for (const LedgerEntry& entry : site_.ledger) {
            if (entry.verdict == nullptr) continue;
            look_at({&entry.claim->condition}, fmt::format("claim {}", entry.claim->id));
        }
        for (const NarrativePage* const page : site_.narrative) {
            for (const auto& document : page->documents) {
                if (document) look_at(*document, fmt::format("text {}", page->path));
            }
        }
        for (const Words::Said& said : site_.project->words.all())
            look_at(said.document, fmt::format("text {}", said.owner.id));
        for (const FigureEntry& entry : site_.drawn_figures)
            look_at(entry);
    }

  private:
    using PinnedByIndicator = std::map<data::IndicatorIndex, Pinned>;

    void look_at(const markdown::Document& document, const std::string& owner) {
        std::vector<const expression::Expression*> expressions;
        for (const markdown::ValueMention& mention : document.mentions().values)
            expressions.push_back(&mention.expression);
        look_at(expressions, owner);
    }

    /// What belongs together is looked at together: the past may be there to compare the present with.
    void look_at(const std::vector<const expression::Expression*>& expressions, const std::string& owner) {
        PinnedByIndicator pinned;
        std::set<data::IndicatorIndex> open;
        for (const expression::Expression* const expression : expressions) {
            expression::for_each_node(expression->root(), [&](const Node& node) {
                if (node.kind == NodeKind::call) note_call(node, pinned, open);
            });
        }
        for (const auto& [indicator, one] : pinned) {
            if (!open.contains(indicator)) report(owner, indicator, one);
        }
    }

    void note_call(const Node& call, PinnedByIndicator& pinned, std::set<data::IndicatorIndex>& open) const {
        const expression::Function* const function = analysis::domain_functions().find(
            expression::Functions::Sort::function, call.children.front().name);
        if (function == nullptr || function->name == "printed") return;  // it asks what a table says
        const bool takes_period =
            std::any_of(function->parameters.begin(), function->parameters.end(),
                        [](const expression::Parameter& one) { return is_period(one.name); });
        const auto constants = constants_of(call, *function);
        const auto id = constants.find("indicator");
        if (!takes_period || id == constants.end() || !id->second->constant.is_text()) return;
        const auto indicator = dataset_.indicator_by_id.find(id->second->constant.text());
        if (indicator == dataset_.indicator_by_id.end()) return;

        const Node* written = nullptr;
        std::set<data::RegionIndex> regions;
        for (const auto& [name, value] : constants) {
            if (is_period(name)) written = value;
            if (name == "region" || name == "regions" || name == "a" || name == "b")
                add_regions(*value, regions);
        }
        const auto period = written == nullptr ? std::nullopt : period_of(written->constant);
        if (!period) {
            open.insert(indicator->second);
            return;
        }
        Pinned& known =
            pinned.try_emplace(indicator->second, Pinned{*period, {}, written->span}).first->second;
        if (known.period < *period) {
            known.period = *period;
            known.place = written->span;
        }
        if (regions.empty()) regions.insert(site_.regions.begin(), site_.regions.end());
        known.regions.insert(regions.begin(), regions.end());
    }

    /// The last period that a function reads.
    static bool is_period(std::string_view parameter) {
        return parameter == "period" || parameter == "until";
    }

    std::optional<data::PeriodIndex> period_of(const expression::Value& written) const {
        const std::string text = written.is_text()     ? written.text()
                                 : written.is_number() ? written.number().text()
                                                       : std::string();
        const auto period = data::Period::parse(text);
        if (!period) return std::nullopt;
        const auto known = std::lower_bound(dataset_.periods.begin(), dataset_.periods.end(), *period);
        if (known == dataset_.periods.end() || !(*known == *period)) return std::nullopt;
        return static_cast<data::PeriodIndex>(known - dataset_.periods.begin());
    }

    /// Of a region's or a set's id.
    void add_regions(const Node& written, std::set<data::RegionIndex>& regions) const {
        if (!written.constant.is_text()) return;
        const std::string& id = written.constant.text();
        if (const auto region = dataset_.region_by_id.find(id); region != dataset_.region_by_id.end())
            regions.insert(region->second);
        if (const data::RegionSet* const set = dataset_.find_set(id))
            regions.insert(set->regions.begin(), set->regions.end());
    }

    void look_at(const FigureEntry& entry) {
        const figures::Declaration& declared = *entry.declaration;
        look_at_title(entry);
        if (declared.periods.empty()) return;
        const data::PeriodIndex last = *std::max_element(declared.periods.begin(), declared.periods.end());
        const std::vector<data::RegionIndex>& named =
            declared.regions.empty() ? site_.regions : declared.regions;
        for (const data::IndicatorIndex indicator : declared.indicators) {
            report(fmt::format("figure {}", declared.id), indicator,
                   {last, {named.begin(), named.end()}, declared.span});
        }
    }

    /// The newest figure that the pinned period hides; null when there is none.
    const analysis::Measurement* newer(data::IndicatorIndex indicator, const Pinned& pinned) const {
        const analysis::Measurement* newest = nullptr;
        for (const data::RegionIndex region : pinned.regions) {
            const analysis::Measurement* const shown = site_.edition->measurements.find(indicator, region);
            const bool is_newer = shown != nullptr && shown->value && shown->period > pinned.period &&
                                  dataset_[shown->period].last > dataset_[pinned.period].last;
            if (is_newer && (newest == nullptr || newest->period < shown->period)) newest = shown;
        }
        return newest;
    }

    void report(const std::string& owner, data::IndicatorIndex indicator, const Pinned& pinned) {
        const std::string& period = dataset_[pinned.period].written;
        const std::string& id = dataset_[indicator].id;
        const analysis::Measurement* const hidden = newer(indicator, pinned);
        const std::string message =
            hidden == nullptr
                ? fmt::format("'{}' is asked for {}: the next figures will be passed over", id, period)
                : fmt::format("'{}' is asked for {}, and {} is there", id, period,
                              dataset_[hidden->period].written);
        tell(hidden != nullptr, pinned.place, message, fmt::format("{}: {} {}", owner, id, period))
            .note("leave the period out to read the newest, or accept this with a reason");
    }

    /// A title that names a year has to go along with what is drawn.
    void look_at_title(const FigureEntry& entry) {
        const figures::Declaration& declared = *entry.declaration;
        int drawn = 0;
        for (const analysis::Measurement* const measurement : entry.gathered.measurements()) {
            if (measurement != nullptr && measurement->value)
                drawn = std::max(drawn, dataset_[measurement->period].last.year);
        }
        for (const data::Text::Entry& title : declared.title.entries) {
            const int named = last_year_in(title.markdown);
            if (named == 0 || named > drawn) continue;
            const std::string message =
                named < drawn ? fmt::format("the title names {}, and {} is drawn", named, drawn)
                              : fmt::format("the title names {}: newer figures will belie it", named);
            tell(named < drawn, title.span, message, fmt::format("figure {}: title {}", declared.id, named))
                .note("leave the year out, or bind it to what is drawn");
        }
    }

    /// 0 when it names none.
    static int last_year_in(std::string_view text) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        int last = 0;
        for (auto begin = text.begin(); begin != text.end();) {
            begin = std::find_if(begin, text.end(), is_digit);
            const auto end = std::find_if_not(begin, text.end(), is_digit);
            const std::string number(begin, end);
            if (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")))
                last = std::max(last, std::stoi(number));
            begin = end;
        }
        return last;
    }

    Finding& tell(bool hides, Span place, std::string message, std::string subject) {
        Finding& finding = findings_.warning("pinned-period", place, std::move(message));
        if (!hides) finding.severity = Severity::note;
        finding.subject = std::move(subject);
        return finding;
    }

    const Site& site_;
    const data::Dataset& dataset_;
    Findings& findings_;
};

}  // namespace

void find_pinned_periods(const Site& site, Findings& findings) {
    PinnedSearch(site, findings).run();
}

}  // namespace regioscope::report
