#include "analysis/profile_object.h"

#include "analysis/quantity.h"

namespace regioscope::analysis {

namespace {

using expression::List;
using expression::Map;
using expression::Value;

Value texts(const std::vector<std::string>& words) {
    List list;
    for (const std::string& word : words)
        list.emplace_back(word);
    return list;
}

/// The number of a plain figure; none for what is not known or no single number.
Value number_or_none(const std::optional<data::Value>& value) {
    const bool single =
        value && (value->kind == data::Value::Kind::point || value->kind == data::Value::Kind::about);
    return single ? Value(value->low) : Value::none();
}

/// The year in which a period begins; none when there is none.
Value year_of(const std::optional<data::Period>& period) {
    return period ? Value(period->first.year) : Value::none();
}

Value reading_of(data::Reading reading) {
    return reading == data::Reading::printed ? "printed" : "ours";
}

}  // namespace

std::string_view id_of(data::Seat seat) {
    switch (seat) {
        case data::Seat::region:
            return "region";
        case data::Seat::country:
            return "country";
        case data::Seat::abroad:
            return "abroad";
        case data::Seat::unknown:
            return "unknown";
    }
    return "unknown";
}

std::optional<Value> ProfileObject::attribute(std::string_view name) const {
    if (name == "innovation" && profile_.innovation) {
        environment_.record(profile_.innovation->citation);
        return Map{{"type", profile_.innovation->type},
                   {"also", texts(profile_.innovation->also)},
                   {"reading", reading_of(profile_.innovation->reading)}};
    }
    if (name == "ladder" && profile_.ladder) {
        environment_.record(profile_.ladder->citation);
        return Map{{"rung", profile_.ladder->rung}, {"reading", reading_of(profile_.ladder->reading)}};
    }
    if (name == "pair" && profile_.pair) {
        environment_.record(profile_.pair->citation);
        return Value(environment_.dataset()[profile_.pair->region].id);
    }
    if (name == "employers" && profile_.employers) {
        environment_.record(profile_.employers->citation);
        List list;
        for (const data::Employer& employer : profile_.employers->list) {
            list.push_back(Map{{"name", employer.name},
                               {"seat", id_of(employer.seat)},
                               {"country", employer.country},
                               {"sector", employer.sector},
                               {"since", year_of(employer.since)},
                               {"rd_rank", employer.rd_rank ? Value(*employer.rd_rank) : Value::none()}});
        }
        return list;
    }
    if (name == "organisations") {
        Map map;
        for (const data::Organisation& organisation : profile_.organisations) {
            environment_.record(organisation.citation);
            map.set(organisation.id, Map{{"name", organisation.name},
                                         {"kind", organisation.kind},
                                         {"founded", year_of(organisation.founded)},
                                         {"members", number_or_none(organisation.members)}});
        }
        return map;
    }
    if (name == "partnerships") {
        Map map;
        for (const data::Partnership& partnership : profile_.partnerships) {
            environment_.record(partnership.citation);
            map.set(partnership.id, Map{{"name", partnership.name},
                                        {"kind", partnership.kind},
                                        {"levels", texts(partnership.levels)},
                                        {"founded", year_of(partnership.founded)},
                                        {"companies", number_or_none(partnership.companies)},
                                        {"students", number_or_none(partnership.students)},
                                        {"funding", texts(partnership.funding)}});
        }
        return map;
    }
    if (name == "milestones") {
        List list;
        for (const data::Milestone& milestone : profile_.milestones) {
            environment_.record(milestone.citation);
            list.push_back(Map{{"id", milestone.id}, {"year", year_of(milestone.period)}});
        }
        return list;
    }
    return std::nullopt;
}

}  // namespace regioscope::analysis
