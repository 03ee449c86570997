// What the report knows of regions, goals and initiatives beside figures: a row for every number, year,
// placing and statement, with its source and the place in it.
#include <fmt/format.h>

#include "escape/csv.h"
#include "report/changes.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"

namespace regioscope::report {

namespace {

/// What a row is about.
struct FactSubject {
    std::string_view kind;
    std::string id;
    std::string regions;
    const data::Citation* citation;
};

class FactWriter {
  public:
    explicit FactWriter(const Site& site) : dataset_(site.dataset()), presenter_(site.presenters.front()) {
        const data::Facts& facts = site.edition->facts;
        csv_.row({"kind", "id", "regions", "field", "value", "unit", "period", "text", "source", "locator"});
        for (const data::Profile& profile : facts.profiles)
            write(profile);
        for (const data::Goal& goal : facts.goals)
            write(goal);
        for (const data::Initiative& initiative : facts.initiatives)
            write(initiative);
        for (const data::ActionCount& count : facts.action_counts)
            value({"count", count.id, "", &count.citation}, "actions", count.value, words(count.what));
        for (const data::Condition& condition : facts.conditions)
            text({"condition", condition.model, "", &condition.citation}, "condition",
                 words(condition.condition));
    }

    std::string take() { return csv_.take(); }

  private:
    std::string words(const data::Text& text) const {
        return text.empty() ? std::string() : without_links(presenter_.plain(text));
    }

    struct Cells {
        std::string_view field;
        std::string value = {};
        std::string unit = {};
        std::string period = {};
        std::string text = {};
    };

    void row(const FactSubject& subject, const Cells& cells) {
        const data::Citation& citation = *subject.citation;
        csv_.row({subject.kind, subject.id, subject.regions, cells.field, cells.value, cells.unit,
                  cells.period, cells.text, dataset_[citation.source].id, citation.locator.label});
    }
    void value(const FactSubject& subject, std::string_view field, const std::optional<data::Value>& value,
               const std::string& text, const std::string& unit = {}, const std::string& period = {}) {
        if (value) row(subject, {field, value->text(), unit, period, text});
    }
    void number(const FactSubject& subject, std::string_view field, std::optional<int> number,
                const std::string& text) {
        if (number) row(subject, {field, fmt::to_string(*number), {}, {}, text});
    }
    void period(const FactSubject& subject, std::string_view field, const std::optional<data::Period>& period,
                const std::string& text) {
        if (period) row(subject, {field, {}, {}, period->written, text});
    }
    void text(const FactSubject& subject, std::string_view field, const std::string& text) {
        if (!text.empty()) row(subject, {field, {}, {}, {}, text});
    }

    void write(const data::Profile& profile) {
        const std::string& region = dataset_[profile.region].id;
        if (profile.summary)
            text({"summary", "", region, &profile.summary->citation}, "summary",
                 words(profile.summary->text));
        if (profile.innovation)
            row({"innovation", profile.innovation->type, region, &profile.innovation->citation},
                {"type", {}, {}, {}, words(profile.innovation->reason)});
        if (profile.ladder)
            number({"ladder", "", region, &profile.ladder->citation}, "rung", profile.ladder->rung,
                   words(profile.ladder->reason));
        if (profile.pair)
            text({"pair", dataset_[profile.pair->region].id, region, &profile.pair->citation}, "pair",
                 words(profile.pair->reason));
        if (profile.employers) write(*profile.employers, region);
        for (const data::Organisation& one : profile.organisations) {
            const FactSubject subject{"organisation", one.id, region, &one.citation};
            text(subject, "name", one.name);
            text(subject, "role", words(one.role));
            period(subject, "founded", one.founded, one.name);
            value(subject, "members", one.members, one.name);
        }
        for (const data::Partnership& one : profile.partnerships) {
            const FactSubject subject{"partnership", one.id, region, &one.citation};
            text(subject, "name", one.name);
            text(subject, "role", words(one.role));
            period(subject, "founded", one.founded, one.name);
            value(subject, "companies", one.companies, one.name);
            value(subject, "students", one.students, one.name);
        }
        for (const data::Milestone& one : profile.milestones)
            period({"milestone", one.id, region, &one.citation}, "period", one.period, words(one.text));
        for (const data::Fact& one : profile.facts)
            text({data::fact_kind_words[one.kind], one.id, region, &one.citation}, "text", words(one.text));
    }

    void write(const data::Employers& employers, const std::string& region) {
        const FactSubject all{"employers", "", region, &employers.citation};
        number(all, "outside-region", employers.printed_outside_region, {});
        number(all, "outside-country", employers.printed_outside_country, {});
        for (const data::Employer& one : employers.list) {
            const FactSubject subject{"employer", one.name, region, &employers.citation};
            text(subject, "seat", std::string(data::seat_words[one.seat]));
            period(subject, "since", one.since, one.owner);
            number(subject, "rd-rank", one.rd_rank, one.name);
        }
    }

    void write(const data::Goal& goal) {
        for (const data::GoalVersion& version : goal.versions) {
            const FactSubject subject{"goal", goal.id, dataset_[goal.region].id, &version.citation};
            for (const data::Target& target : version.targets) {
                const std::string unit = target.unit ? dataset_[*target.unit].id : std::string();
                const std::string due = target.due ? target.due->written : std::string();
                const std::string says = words(target.text.empty() ? target.measure : target.text);
                if (target.target)
                    value(subject, "target", target.target, says, unit, due);
                else
                    row(subject, {"target", {}, unit, due, says});
                value(subject, "baseline", target.baseline, words(target.measure), unit,
                      target.baseline_period ? target.baseline_period->written : std::string());
            }
        }
    }

    void write(const data::Initiative& initiative) {
        std::string regions;
        for (const data::RegionIndex region : initiative.regions)
            regions += (regions.empty() ? "" : ";") + dataset_[region].id;
        const FactSubject subject{"initiative", initiative.id, regions, &initiative.citation};
        const std::string name = words(initiative.name);
        text(subject, "name", name);
        text(subject, "description", words(initiative.description));
        period(subject, "period", initiative.period, name);
        for (const data::Amount& amount : initiative.amounts)
            value(subject, "amount", amount.value, words(amount.of), dataset_[amount.unit].id);
        if (initiative.share) value(subject, "share", data::Value::point(*initiative.share), name);
    }

    const data::Dataset& dataset_;
    const analysis::Presenter& presenter_;
    escape::Csv csv_;
};

}  // namespace

void add_facts_file(const Site& site, Output& output) {
    for (const DataFile& file : data_files(site)) {
        if (file.id == "facts") output.add(file.path, FactWriter(site).take());
    }
}

}  // namespace regioscope::report
