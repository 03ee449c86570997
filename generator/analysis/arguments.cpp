#include "analysis/arguments.h"

#include <fmt/format.h>

#include "analysis/edition_model.h"
#include "analysis/region_object.h"
#include "base/suggest.h"
#include "data/called.h"

namespace regioscope::analysis {

namespace {

/// `called` is the id of what has this name.
template <class Index>
Finding unknown(std::string_view noun, std::string_view id, const data::Lookup<Index>& known, Span span,
                std::string_view called = {}) {
    std::vector<std::string_view> ids;
    for (const auto& [name, index] : known)
        ids.push_back(name);
    const std::string meant =
        called.empty() ? did_you_mean(id, ids) : fmt::format(" (did you mean '{}'?)", called);
    return make_error(fmt::format("unknown-{}", noun), span, fmt::format("no {} '{}'{}", noun, id, meant));
}

/// Whose names are known, by name.
using Called = std::string_view (*)(const data::Dataset&, std::string_view);

template <class Index>
Result<Index> resolve(std::string_view noun, const expression::Arguments& arguments, std::size_t index,
                      const data::Lookup<Index>& known, const data::Dataset& dataset,
                      Called called = nullptr) {
    const Result<std::string_view> id = arguments.text(index);
    if (!id) return id.finding();
    if (const auto found = known.find(*id); found != known.end()) return found->second;
    return unknown(noun, *id, known, arguments.span(index),
                   called == nullptr ? std::string_view() : called(dataset, *id));
}

/// Says which table has a figure that the edition cannot see yet.
void explain_unseen(Finding& finding, const Environment& environment, data::IndicatorIndex indicator,
                    data::RegionIndex region, std::optional<data::PeriodIndex> period) {
    const data::Dataset& dataset = environment.dataset();
    for (const data::Observation& o : dataset.observations) {
        const bool is_asked_for =
            o.indicator == indicator && dataset[o.area].region == region && (!period || o.period == *period);
        if (!is_asked_for || environment.edition().sees(dataset[o.citation])) continue;
        finding.note(fmt::format("'{}' has one, published {}: this edition sees what was published by {}",
                                 dataset[o.table].id, data::published(dataset, dataset[o.citation]).text(),
                                 environment.edition().declared().as_of.text()),
                     o.span);
        return;
    }
}

}  // namespace

Result<Environment*> environment_of(const expression::CallContext& context) {
    Environment* const environment = context.evaluation.environment<Environment>();
    if (environment == nullptr)
        return make_error("no-data-here", context.span, "there are no figures to ask here");
    return environment;
}

Result<data::IndicatorIndex> indicator_argument(const Environment& environment,
                                                const expression::Arguments& arguments, std::size_t index) {
    const data::Dataset& dataset = environment.dataset();
    auto indicator =
        resolve("indicator", arguments, index, dataset.indicator_by_id, dataset, data::indicator_called);
    if (!indicator && arguments[index].is_text() && dataset.region_by_id.contains(arguments[index].text()))
        indicator.finding().note(
            fmt::format("'{}' is a region, which comes behind the indicator", arguments[index].text()));
    return indicator;
}

Result<data::RegionIndex> region_argument(const Environment& environment,
                                          const expression::Arguments& arguments, std::size_t index) {
    if (const RegionObject* const region = arguments[index].as<RegionObject>()) return region->region();
    const data::Dataset& dataset = environment.dataset();
    return resolve("region", arguments, index, dataset.region_by_id, dataset, data::region_called);
}

Result<std::vector<data::RegionIndex>> regions_argument(const Environment& environment,
                                                        const expression::Arguments& arguments,
                                                        std::size_t index) {
    if (!arguments.given(index)) return environment.edition().standings.regions();
    const data::Dataset& dataset = environment.dataset();
    if (arguments[index].is_text()) {
        const std::string& id = arguments[index].text();
        if (const data::RegionSet* const set = dataset.find_set(id)) return set->regions;
        std::vector<std::string_view> ids;
        for (const data::RegionSet& set : dataset.region_sets)
            ids.push_back(set.id);
        return make_error("unknown-region-set", arguments.span(index),
                          fmt::format("no region set '{}'{}", id, did_you_mean(id, ids)));
    }
    const auto items = arguments.items(index);
    if (!items) return items.finding();
    std::vector<data::RegionIndex> regions;
    for (const expression::Value& item : **items) {
        if (const RegionObject* const region = item.as<RegionObject>()) {
            regions.push_back(region->region());
            continue;
        }
        if (!item.is_text()) return arguments.wrong_type(index, "a set of regions");
        const auto found = dataset.region_by_id.find(item.text());
        if (found == dataset.region_by_id.end())
            return unknown("region", item.text(), dataset.region_by_id, arguments.span(index),
                           data::region_called(dataset, item.text()));
        regions.push_back(found->second);
    }
    return regions;
}

Result<std::optional<data::PeriodIndex>> period_argument(const Environment& environment,
                                                         const expression::Arguments& arguments,
                                                         std::size_t index) {
    if (!arguments.given(index)) return std::optional<data::PeriodIndex>();
    const std::string written = arguments[index].is_number() ? arguments[index].number().text()
                                : arguments[index].is_text() ? arguments[index].text()
                                                             : "";
    const auto period = data::Period::parse(written);
    if (!period)
        return make_error("invalid-period", arguments.span(index),
                          fmt::format("'{}' is no period; write for instance \"2015\"", written));
    const std::vector<data::Period>& known = environment.dataset().periods;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == *period) return std::optional(static_cast<data::PeriodIndex>(i));
    }
    return make_error("unknown-period", arguments.span(index),
                      fmt::format("there are no figures of {}", written));
}

Result<data::TableIndex> table_argument(const Environment& environment,
                                        const expression::Arguments& arguments, std::size_t index) {
    const data::Dataset& dataset = environment.dataset();
    return resolve("table", arguments, index, dataset.table_by_id, dataset);
}

Result<const FigureSet*> set_argument(const expression::Arguments& arguments, std::size_t index) {
    const FigureSet* const set = arguments[index].as<FigureSet>();
    if (set == nullptr) return arguments.wrong_type(index, "a set of figures, as values(…) gives");
    return set;
}

Result<const Measurement*> read_figure(Environment& environment, data::IndicatorIndex indicator,
                                       data::RegionIndex region, std::optional<data::PeriodIndex> period,
                                       Span span) {
    const Measurement* const found = environment.measurements().find(indicator, region, period);
    if (found == nullptr) {
        const data::Dataset& dataset = environment.dataset();
        Finding finding =
            make_error("no-figure", span,
                       fmt::format("edition {} has no figure '{}' for '{}'{}", environment.edition().id(),
                                   dataset[indicator].id, dataset[region].id,
                                   period ? " in " + dataset[*period].written : ""));
        explain_unseen(finding, environment, indicator, region, period);
        return finding;
    }
    environment.record(*found);
    return found;
}

}  // namespace regioscope::analysis
