// The ledger of claims as data: what the texts state, on which condition, from which figures, with which
// reservations. Schema.org's Claim; what it has no word for stands beside it and means nothing to others.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/exports/exports.h"
#include "report/exports/observation_rows.h"
#include "report/exports/publication.h"

namespace regioscope::report {

namespace {

using Json = nlohmann::ordered_json;
using analysis::Measurement;
using analysis::Presenter;

Json claims_context() {
    return {{"@vocab", "https://schema.org/"},
            {"text", {{"@id", "text"}, {"@container", "@language"}}},
            {"condition", nullptr},
            {"holds", nullptr},
            {"accepts", nullptr},
            {"reservations", nullptr},
            {"values", nullptr},
            {"edition", "version"}};
}

class ClaimWriter {
  public:
    explicit ClaimWriter(const Site& site) : site_(site), dataset_(site.dataset()) {}

    Json json(const LedgerEntry& entry) const {
        Json json = {{"@type", "Claim"},
                     {"@id", address_of(site_, "claims.html") + "#" + entry.claim->id},
                     {"identifier", entry.claim->id},
                     {"text", statements(entry)},
                     {"condition", entry.claim->condition_text},
                     {"holds", entry.verdict->holds},
                     {"accepts", words_of(entry.claim->accepts)},
                     {"reservations", reservations(entry)},
                     {"values", Json::array()},
                     {"citation", citations(entry)},
                     {"appearance", appearances(entry)}};
        for (const Measurement* const measurement : entry.verdict->measurements)
            json["values"].push_back(value(*measurement));
        return json;
    }

  private:
    /// In each language as it is said first.
    Json statements(const LedgerEntry& entry) const {
        Json json = Json::object();
        for (const ClaimMention& mention : entry.mentions) {
            const std::string& language = site_.presenters[mention.language].language();
            if (!json.contains(language)) json[language] = mention.words;
        }
        return json;
    }

    static Json words_of(const std::vector<analysis::Mark>& marks) {
        Json json = Json::array();
        for (const analysis::Mark mark : marks)
            json.push_back(std::string(analysis::mark_words[mark]));
        return json;
    }

    Json reservations(const LedgerEntry& entry) const {
        Json json = Json::array();
        for (const analysis::Mark mark : entry.verdict->marks) {
            Json words = Json::object();
            for (const Presenter& presenter : site_.presenters)
                words[presenter.language()] = presenter.mark_name(mark);
            json.push_back({{"mark", std::string(analysis::mark_words[mark])}, {"name", std::move(words)}});
        }
        return json;
    }

    /// As in data/all-observations.csv, so that the two can be joined.
    Json value(const Measurement& measurement) const {
        Json json = {{"indicator", dataset_[measurement.indicator].id},
                     {"region", dataset_[dataset_[measurement.area].region].id},
                     {"area", dataset_[measurement.area].id},
                     {"period", dataset_[measurement.period].written},
                     {"value", measurement.value ? Json(measurement.value->text()) : Json(nullptr)},
                     {"unit", dataset_[dataset_[measurement.indicator].unit].id},
                     {"status", status_codes(measurement.statuses)},
                     {"derived", measurement.derived}};
        if (measurement.derived) json["formula"] = site_.presenters.front().formula(measurement.indicator);
        for (const data::ObservationIndex origin : measurement.origins) {
            const data::Observation& observation = dataset_[origin];
            const data::Citation& citation = dataset_[observation.citation];
            json["sources"].push_back({{"source", dataset_[citation.source].id},
                                       {"locator", citation.locator.label},
                                       {"printed", observation.printed}});
        }
        return json;
    }

    Json citations(const LedgerEntry& entry) const {
        std::vector<data::Citation> all = entry.verdict->facts;
        for (const Measurement* const measurement : entry.verdict->measurements) {
            for (const data::ObservationIndex origin : measurement->origins)
                all.push_back(dataset_[dataset_[origin].citation]);
        }
        Json json = Json::array();
        for (const data::Citation& citation : all) {
            Json one = {{"@type", "CreativeWork"},
                        {"@id", address_of(site_, "sources/" + dataset_[citation.source].id + ".html")},
                        {"name", site_.presenters.front().citation(citation)}};
            if (std::find(json.begin(), json.end(), one) == json.end()) json.push_back(std::move(one));
        }
        return json;
    }

    Json appearances(const LedgerEntry& entry) const {
        Json json = Json::array();
        for (const ClaimMention& mention : entry.mentions) {
            const std::string& language = site_.presenters[mention.language].language();
            Json one = {
                {"@type", "CreativeWork"}, {"inLanguage", language}, {"text", {{language, mention.words}}}};
            if (!mention.page.empty()) {
                one["url"] = address_of(site_, site_.file_of(mention.page, mention.language)) +
                             (mention.anchor.empty() ? "" : "#" + mention.anchor);
            }
            json.push_back(std::move(one));
        }
        return json;
    }

    const Site& site_;
    const data::Dataset& dataset_;
};

}  // namespace

void add_claims(const Site& site, Output& output) {
    const Presenter& presenter = site.presenters.front();
    Json json = {
        {"@context", claims_context()},
        {"@type", "Dataset"},
        {"@id", address_of(site, "claims.html")},
        {"name", presenter.message("claims.title")},
        {"description", presenter.message("data.claims-file")},
        {"isPartOf",
         {{"@type", "Report"},
          {"@id", address_of(site, "index.html")},
          {"name", edition_title(site, presenter)}}},
        {"publisher", {{"@type", "Organization"}, {"name", presenter.plain(site.settings().publisher)}}},
        {"license", site.settings().licence.address().empty()
                        ? presenter.licence(site.settings().licence)
                        : std::string(site.settings().licence.address())},
        {"datePublished", site.edition->declared().as_of.text()},
        {"edition", site.edition->id()},
        {"hasPart", Json::array()}};
    for (const Presenter& one : site.presenters)
        json["inLanguage"].push_back(one.language());
    const ClaimWriter writer(site);
    for (const LedgerEntry& entry : site.ledger) {
        if (entry.verdict != nullptr) json["hasPart"].push_back(writer.json(entry));
    }
    output.add(std::string(claims_path), json.dump(1) + "\n");
}

}  // namespace regioscope::report
