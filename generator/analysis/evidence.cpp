#include "analysis/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/comparability.h"
#include "analysis/place.h"

namespace regioscope::analysis {

namespace {

/// Do regions that are compared on one indicator differ in their periods? One region over several periods is
/// a series.
bool mixes_periods(const Environment& environment) {
    std::map<data::IndicatorIndex, std::map<data::RegionIndex, std::set<data::PeriodIndex>>> read;
    for (const Measurement* const measurement : environment.measurements_read()) {
        if (!measurement->value) continue;
        read[measurement->indicator][environment.dataset()[measurement->area].region].insert(
            measurement->period);
    }
    return std::any_of(read.begin(), read.end(), [](const auto& indicator) {
        const auto& regions = indicator.second;
        return std::any_of(regions.begin(), regions.end(),
                           [&](const auto& region) { return region.second != regions.begin()->second; });
    });
}

}  // namespace

std::vector<Mark> marks_read(const Environment& environment) {
    std::vector<Mark> marks;
    const auto add = [&](Mark mark) {
        if (std::find(marks.begin(), marks.end(), mark) == marks.end()) marks.push_back(mark);
    };
    for (const Measurement* const measurement : environment.measurements_read()) {
        const Marks found = marks_of(environment.dataset(), *measurement, std::nullopt);
        if (found.off_area) add(Mark::area);
        for (const data::Status status : found.doubtful)
            add(*mark_words.find(std::string(1, data::code_of(status))));
    }
    if (mixes_periods(environment)) add(Mark::period);
    return marks;
}

std::vector<FindingNote> evidence_notes(const Environment& environment) {
    const data::Dataset& dataset = environment.dataset();
    std::vector<FindingNote> notes;
    std::vector<data::ObservationIndex> told;
    const auto tell_origin = [&](data::ObservationIndex origin, std::string_view lead) {
        if (std::find(told.begin(), told.end(), origin) != told.end()) return;
        told.push_back(origin);
        FindingNote note = note_of(dataset, origin);
        note.message.insert(0, lead);
        notes.push_back(std::move(note));
    };
    const auto& read = environment.measurements_read();
    for (const Measurement* const measurement : read) {
        if (!measurement->derived && !measurement->correction) {
            tell_origin(measurement->origins.front(), "it read ");
            continue;
        }
        const std::string value = measurement->value ? measurement->value->text() : "no value";
        const std::string why = measurement->derived
                                    ? "derived"
                                    : fmt::format("as the correction '{}' has it",
                                                  dataset.corrections[*measurement->correction].id);
        notes.push_back(
            {fmt::format("it read {} ({}/{}/{}), {}", value, dataset[measurement->indicator].id,
                         dataset[measurement->area].id, dataset[measurement->period].written, why),
             {}});
    }
    for (const Measurement* const measurement : read) {
        for (const data::ObservationIndex origin : measurement->origins)
            tell_origin(origin, "made of ");
    }
    for (const data::Citation& fact : environment.facts_read())
        notes.push_back({"it read a fact of " + place_of(dataset, fact), fact.locator.span});
    return notes;
}

}  // namespace regioscope::analysis
