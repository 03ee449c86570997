#include "analysis/profile_object.h"

#include "analysis/stated_number.h"

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

/// The year in which a period begins; none when there is none.
Value year_of(const std::optional<data::Period>& period) {
    return period ? stated_year(period->first.year) : Value::none();
}

Value reading_of(data::Reading reading) {
    return data::reading_words[reading];
}

}  // namespace

std::optional<Value> ProfileObject::attribute(std::string_view name) const {
    if (name == "summary" && profile_.summary) {
        environment_.record(profile_.summary->citation);
        return Map{{"text", shown(profile_.summary->text)}, {"source", source(profile_.summary->citation)}};
    }
    if (name == "innovation" && profile_.innovation) {
        const data::InnovationType& innovation = *profile_.innovation;
        environment_.record(innovation.citation);
        List also;
        for (const std::string& type : innovation.also)
            also.push_back(environment_.presenter().message("innovation." + type + ".name"));
        return Map{{"type", innovation.type},
                   {"also", texts(innovation.also)},
                   {"also_names", std::move(also)},
                   {"reading", reading_of(innovation.reading)},
                   {"reason", shown(innovation.reason)},
                   {"source", source(innovation.citation, innovation.reading)}};
    }
    if (name == "ladder" && profile_.ladder) {
        const data::LadderPlace& place = *profile_.ladder;
        environment_.record(place.citation);
        return Map{{"rung", place.rung},
                   {"autonomy", shown(place.autonomy)},
                   {"agenda", shown(place.agenda)},
                   {"reading", reading_of(place.reading)},
                   {"reason", shown(place.reason)},
                   {"source", source(place.citation, place.reading)}};
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
                               {"seat", data::seat_words[employer.seat]},
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
                                         {"members", stated(organisation.members, environment_.presenter())},
                                         {"details", details(organisation)},
                                         {"role", shown(organisation.role)},
                                         {"source", source(organisation.citation)}});
        }
        return map;
    }
    if (name == "partnerships") {
        Map map;
        for (const data::Partnership& partnership : profile_.partnerships) {
            environment_.record(partnership.citation);
            map.set(partnership.id,
                    Map{{"name", partnership.name},
                        {"kind", partnership.kind},
                        {"levels", texts(partnership.levels)},
                        {"founded", year_of(partnership.founded)},
                        {"companies", stated(partnership.companies, environment_.presenter())},
                        {"students", stated(partnership.students, environment_.presenter())},
                        {"funding", texts(partnership.funding)}});
        }
        return map;
    }
    if (name == "milestones") {
        List list;
        for (const data::Milestone& milestone : profile_.milestones) {
            environment_.record(milestone.citation);
            list.push_back(Map{{"id", milestone.id},
                               {"year", year_of(milestone.period)},
                               {"period", environment_.presenter().period(milestone.period)},
                               {"text", shown(milestone.text)},
                               {"source", source(milestone.citation)}});
        }
        return list;
    }
    if (name == "facts") {
        List list;
        for (const data::Fact& fact : profile_.facts) {
            environment_.record(fact.citation);
            const bool is_ours = fact.reading == data::Reading::ours;
            list.push_back(
                Map{{"id", fact.id},
                    {"theme", fact.theme},
                    {"kind", data::fact_kind_words[fact.kind]},
                    {"element", fact.element ? Value(data::id_of(*fact.element)) : Value::none()},
                    {"text", shown(fact.text)},
                    {"source", source(fact.citation, is_ours ? std::optional(fact.reading) : std::nullopt)}});
        }
        return list;
    }
    return std::nullopt;
}

Value ProfileObject::shown(const data::Text& text) const {
    return text.empty() ? Value::none() : environment_.shown(text);
}

Value ProfileObject::source(const data::Citation& citation, std::optional<data::Reading> reading) const {
    return environment_.source(citation, reading);
}

Value ProfileObject::details(const data::Organisation& organisation) const {
    const Presenter& presenter = environment_.presenter();
    List details{presenter.message("organisation." + organisation.kind)};
    if (organisation.founded)
        details.push_back(
            presenter.message("profile.founded-in", {{"period", presenter.period(*organisation.founded)}}));
    if (organisation.members) {
        details.push_back(
            presenter.message("profile.members", {{"count", organisation.members->middle()},
                                                  {"number", presenter.figure(*organisation.members)}}));
    }
    return details;
}

}  // namespace regioscope::analysis
