#include "data/attributes.h"

#include <fmt/format.h>

#include "data/called.h"
#include "data/readers.h"

namespace regioscope::data {

namespace {

template <class T>
std::optional<T> inner_or_outer(const std::optional<T>& inner, const std::optional<T>& outer) {
    return inner ? inner : outer;
}

/// As Entry::reference; a name in place of the id is told what its id is.
template <class Index>
std::optional<Index> reference_or_name(Entry& entry, std::string_view key, const Lookup<Index>& known,
                                       std::string_view (*called)(const Dataset&, std::string_view)) {
    const json::Value* const word = entry.optional(key);
    if (word == nullptr) return std::nullopt;
    const std::string_view id =
        known.contains(word->text) ? std::string_view() : called(entry.context().dataset, word->text);
    if (id.empty()) return resolve(*word, known, key, entry.findings());
    entry.findings().error(fmt::format("unknown-{}", key), word->span,
                           fmt::format("no {} '{}' (did you mean '{}'?)", key, word->text, id));
    return std::nullopt;
}

}  // namespace

void AttributeReader::read_place(Entry& entry, Attributes& attributes) {
    const Dataset& dataset = context_.dataset;
    const auto region = reference_or_name(entry, "region", dataset.region_by_id, region_called);
    const auto area = entry.reference("area", dataset.area_by_id, "area", Need::optional);
    if ((entry.has("region") && !region) || (entry.has("area") && !area)) attributes.broken = true;
    if (area) {
        attributes.area = area;
        attributes.area_span = entry.span_of("area");
        attributes.area_stands_alone = !region;
        if (region && dataset[*area].region != *region) {
            context_.findings.error(
                "area-not-of-region", attributes.area_span,
                fmt::format("the area '{}' belongs to '{}', not to '{}'", dataset[*area].id,
                            dataset[dataset[*area].region].id, dataset[*region].id));
            attributes.broken = true;
        }
    } else if (region && !dataset[*region].areas.empty()) {
        attributes.area = dataset[*region].areas.front();
    }
}

Attributes AttributeReader::read(Entry& entry) {
    const Dataset& dataset = context_.dataset;
    Attributes attributes;
    attributes.indicator = reference_or_name(entry, "indicator", dataset.indicator_by_id, indicator_called);
    attributes.broken = entry.has("indicator") && !attributes.indicator;
    if (attributes.indicator && dataset[*attributes.indicator].derivation) {
        context_.findings
            .error("derived-indicator", entry.span_of("indicator"),
                   fmt::format("'{}' is computed from other indicators; a table cannot state it",
                               dataset[*attributes.indicator].id))
            .note("declare an indicator of its own for what is printed");
    }
    read_place(entry, attributes);
    if (const auto period = entry.period("period", Need::optional)) {
        attributes.period = add_period(*period, out_);
    } else if (entry.has("period")) {
        attributes.broken = true;
    }
    attributes.unit = entry.reference("unit", dataset.unit_by_id, "unit", Need::optional);
    attributes.unit_span = entry.span_of("unit");
    attributes.scale = entry.optional_number("scale");
    if (attributes.scale && *attributes.scale <= Decimal(0)) {
        context_.findings.error("invalid-scale", entry.span_of("scale"), "a scale is larger than 0");
    }
    if (const json::Value* const status = entry.optional("status")) {
        attributes.statuses = read_statuses(*status, context_.findings);
        attributes.statuses_span = status->span;
    }
    if (const json::Value* const note = entry.optional("note")) {
        out_.notes.push_back(read_text(*note, WrittenText::Kind::words, context_));
        attributes.notes = NoteListIndex{static_cast<std::uint32_t>(out_.note_lists.size())};
        out_.note_lists.push_back({static_cast<std::uint32_t>(out_.notes.size() - 1)});
    }
    if (const json::Value* const locator = entry.optional("locator")) {
        attributes.citation = CitationIndex{static_cast<std::uint32_t>(out_.citations.size())};
        out_.citations.push_back({source_.source, source_.part, read_locator(*locator, context_)});
    }
    if (const json::Value* const format = entry.optional("number_format")) {
        formats_.push_back(std::make_unique<NumberFormat>(read_number_format(*format, context_)));
        attributes.format = formats_.back().get();
    }
    return attributes;
}

Attributes AttributeReader::merged(const Attributes& outer, const Attributes& inner) {
    Attributes result = inner;
    const Dataset& dataset = context_.dataset;
    result.indicator = inner_or_outer(inner.indicator, outer.indicator);
    result.broken = inner.broken || outer.broken;
    if (!inner.area) {
        result.area = outer.area;
        result.area_span = outer.area_span;
        result.area_stands_alone = outer.area_stands_alone;
    } else if (outer.area && inner.area_stands_alone) {
        const RegionIndex region = dataset[*outer.area].region;
        if (dataset[*inner.area].region != region) {
            context_.findings.error(
                "area-not-of-region", inner.area_span,
                fmt::format("the area '{}' does not belong to the region '{}' that it stands under",
                            dataset[*inner.area].id, dataset[region].id));
            result.broken = true;
        }
    }
    result.period = inner_or_outer(inner.period, outer.period);
    if (!inner.unit) {
        result.unit = outer.unit;
        result.unit_span = outer.unit_span;
    }
    result.scale = inner_or_outer(inner.scale, outer.scale);
    if (!inner.statuses) {
        result.statuses = outer.statuses;
        result.statuses_span = outer.statuses_span;
    }
    result.citation = inner_or_outer(inner.citation, outer.citation);
    if (inner.format == nullptr) result.format = outer.format;
    result.notes = joined(outer.notes, inner.notes);
    return result;
}

NoteListIndex AttributeReader::joined(NoteListIndex outer, NoteListIndex inner) {
    constexpr NoteListIndex none{};
    if (outer == none) return inner;
    if (inner == none) return outer;
    const auto [place, is_new] = joined_.try_emplace({outer, inner});
    if (is_new) {
        std::vector<std::uint32_t> all = out_[outer];
        all.insert(all.end(), out_[inner].begin(), out_[inner].end());
        place->second = NoteListIndex{static_cast<std::uint32_t>(out_.note_lists.size())};
        out_.note_lists.push_back(std::move(all));
    }
    return place->second;
}

}  // namespace regioscope::data
