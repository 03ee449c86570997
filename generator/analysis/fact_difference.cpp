#include "analysis/fact_difference.h"

#include <fmt/format.h>

#include <map>
#include <string>

namespace regioscope::analysis {

namespace {

using About = StatedFact::About;

/// As the file has it first.
std::string first_words(const data::Text& text) {
    return text.entries.empty() ? std::string() : text.entries.front().markdown;
}

/// Everything that an edition states, in an order of its own.
class FactList {
  public:
    explicit FactList(const EditionModel& edition) : dataset_(edition.dataset) {
        for (const data::Goal& goal : edition.facts.goals)
            add(goal);
        for (const data::Profile& profile : edition.facts.profiles)
            add(profile);
        for (const data::Initiative& initiative : edition.facts.initiatives) {
            StatedFact& one = begin(About::initiative, {}, initiative.id, initiative.citation);
            one.text = initiative.name;
            one.period = initiative.period;
        }
    }

    std::vector<StatedFact> take() { return std::move(all_); }

  private:
    StatedFact& begin(About about, std::string region, std::string id, const data::Citation& citation) {
        StatedFact one;
        one.about = about;
        one.region = std::move(region);
        one.id = std::move(id);
        one.citation = &citation;
        return all_.emplace_back(std::move(one));
    }

    /// A target each; a goal without any by its own words.
    void add(const data::Goal& goal) {
        const data::GoalVersion& newest = goal.newest();
        const std::string& region = dataset_[goal.region].id;
        if (newest.targets.empty()) begin(About::goal, region, goal.id, newest.citation).text = goal.title;
        for (std::size_t i = 0; i < newest.targets.size(); ++i) {
            const data::Target& target = newest.targets[i];
            // What has no id is told from the others by its place, in words alone by those (`key`).
            const std::string id = target.id.empty() ? std::to_string(i + 1) : target.id;
            StatedFact& one = begin(About::goal, region, goal.id + "/" + id, newest.citation);
            one.text = goal.title;
            one.target = &target;
        }
    }

    void add(const data::Profile& profile) {
        const std::string& region = dataset_[profile.region].id;
        if (profile.innovation)
            begin(About::innovation, region, {}, profile.innovation->citation).word =
                profile.innovation->type;
        if (profile.ladder)
            begin(About::ladder, region, {}, profile.ladder->citation).word =
                std::to_string(profile.ladder->rung);
        if (profile.employers) {
            for (const data::Employer& employer : profile.employers->list)
                begin(About::employer, region, employer.name, profile.employers->citation).name =
                    employer.name;
        }
        for (const data::Organisation& one : profile.organisations)
            begin(About::organisation, region, one.id, one.citation).name = one.name;
        for (const data::Partnership& one : profile.partnerships)
            begin(About::partnership, region, one.id, one.citation).name = one.name;
        for (const data::Milestone& one : profile.milestones) {
            StatedFact& stated = begin(About::milestone, region, one.id, one.citation);
            stated.text = one.text;
            stated.period = one.period;
        }
        for (const data::Fact& one : profile.facts)
            begin(About::fact, region, one.id, one.citation).text = one.text;
    }

    const data::Dataset& dataset_;
    std::vector<StatedFact> all_;
};

/// `1.200, 2020`; a target in words in its words.
std::string words_of_aim(const data::Target& target, const Presenter& presenter) {
    if (!target.target) return presenter.plain(target.text);
    std::string aim = target.unit        ? presenter.figure(*target.target, *target.unit)
                      : target.indicator ? presenter.figure(*target.target, *target.indicator)
                                         : presenter.figure(*target.target);
    const std::string measure = presenter.plain(target.measure.empty() ? target.text : target.measure);
    if (!measure.empty()) aim = measure + " " + aim;
    if (target.due) aim += ", " + presenter.period(*target.due);
    return aim;
}

}  // namespace

std::string StatedFact::key() const {
    const bool is_one_of_its_kind = about == About::innovation || about == About::ladder;
    const bool is_in_words_alone = target != nullptr && target->id.empty() && !target->target;
    const std::string own = is_one_of_its_kind  ? std::string()
                            : is_in_words_alone ? first_words(text) + "/" + first_words(target->text)
                            : !id.empty()       ? id
                                                : first_words(text);
    return fmt::format("{}/{}/{}", about_words[about], region, own);
}

std::string StatedFact::says() const {
    std::string all =
        fmt::format("{}|{}|{}|{}", name, word, first_words(text), period ? period->written : std::string());
    if (target == nullptr) return all;
    return fmt::format("{}|{}|{}|{}|{}", all, first_words(target->measure), first_words(target->text),
                       target->target ? target->target->text() : "", target->due ? target->due->written : "");
}

std::vector<FactChange> fact_changes(const EditionModel& before, const EditionModel& after) {
    std::map<std::string, StatedFact> then;
    std::vector<StatedFact> earlier = FactList(before).take();
    for (const StatedFact& one : earlier)
        then.emplace(one.key(), one);
    std::vector<FactChange> changes;
    for (StatedFact& now : FactList(after).take()) {
        const auto known = then.find(now.key());
        if (known == then.end()) {
            changes.push_back({FactChange::Kind::added, std::nullopt, std::move(now)});
            continue;
        }
        if (known->second.says() != now.says())
            changes.push_back({FactChange::Kind::changed, std::move(known->second), std::move(now)});
        then.erase(known);
    }
    for (StatedFact& one : earlier) {
        if (then.contains(one.key()))
            changes.push_back({FactChange::Kind::gone, std::move(one), std::nullopt});
    }
    return changes;
}

std::string words_of(const StatedFact& fact, const Presenter& presenter) {
    switch (fact.about) {
        case About::innovation:
            return presenter.message("innovation." + fact.word + ".name");
        case About::ladder:
            return presenter.message("ladder.rung-name",
                                     {{"rung", Decimal(std::stoi(fact.word))},
                                      {"name", presenter.message("ladder." + fact.word + ".name")}});
        case About::goal:
            if (fact.target == nullptr) return presenter.plain(fact.text);
            return presenter.plain(fact.text) + ": " + words_of_aim(*fact.target, presenter);
        case About::employer:
        case About::organisation:
        case About::partnership:
            return fact.name;
        case About::milestone:
        case About::fact:
        case About::initiative:
            break;
    }
    const std::string words = presenter.plain(fact.text);
    return fact.period ? presenter.period(*fact.period) + ": " + words : words;
}

}  // namespace regioscope::analysis
