// The catalogue: the data of the report as portals harvest them. DCAT-AP 3.0.1, with what DCAT-AP-NL 3.0 or
// DCAT-AP.de 2.0 ask for when the report names a publisher of that country. The words of the EU's lists that
// it uses are described in it, so that it can be checked by itself.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "locale/codes.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"
#include "report/exports/publication.h"
#include "report/exports/rdf_graph.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

using analysis::Presenter;

constexpr std::string_view authority = "http://publications.europa.eu/resource/authority/";

/// A file of a dataset.
struct FileForm {
    std::string path;
    WordsIn title;
    /// In the EU's list of file types, and at IANA.
    std::string_view type;
    std::string_view media;
    /// Nothing: it holds all.
    std::optional<std::size_t> language;
};

class CatalogueWriter {
  public:
    explicit CatalogueWriter(const Site& site)
        : site_(site),
          settings_(site.settings()),
          country_(settings_.catalogue ? settings_.catalogue->country : std::string()) {}

    RdfGraph write() {
        prefixes();
        publisher();
        catalogue();
        series();
        for (std::size_t i = 0; i <= site_.edition->index; ++i)
            edition(i);
        for (const DataFile& file : data_files(site_)) {
            if (file.part == DataFile::Part::workings || file.id == "all-observations") companion(file);
        }
        claims();
        return std::move(graph_);
    }

  private:
    using Object = RdfGraph::Object;

    void prefixes() {
        graph_.prefix("dcat", "http://www.w3.org/ns/dcat#");
        graph_.prefix("dct", "http://purl.org/dc/terms/");
        graph_.prefix("foaf", "http://xmlns.com/foaf/0.1/");
        graph_.prefix("skos", "http://www.w3.org/2004/02/skos/core#");
        graph_.prefix("vcard", "http://www.w3.org/2006/vcard/ns#");
        graph_.prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        graph_.prefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        if (country_ == "de") graph_.prefix("dcatde", "http://dcat-ap.de/def/dcatde/");
    }

    // ---- What recurs ----

    std::string node(std::string_view name) const {
        return fmt::format("{}#{}", address_of(site_, catalogue_path), name);
    }

    void link(const std::string& subject, std::string_view property, std::string address) {
        graph_.add(subject, property, RdfGraph::iri(std::move(address)));
    }

    void words(const std::string& subject, std::string_view property, const std::vector<TaggedWords>& all) {
        for (const TaggedWords& one : all)
            if (!one.words.empty()) graph_.add(subject, property, RdfGraph::text(one.words, one.language));
    }

    void words(const std::string& subject, std::string_view property, const WordsIn& words_in,
               const data::Text* about = nullptr) {
        words(subject, property, in_its_languages(site_, words_in, about));
    }

    void words(const std::string& subject, std::string_view property, const data::Text& text) {
        words(subject, property, in_its_languages(site_, text));
    }

    void date(const std::string& subject, std::string_view property, const data::Date& date) {
        graph_.add(subject, property, RdfGraph::typed(date.text(), "xsd:date"));
    }

    /// A word of one of the EU's lists, described.
    std::string listed(std::string_view list, std::string_view word, std::string_view type) {
        const std::string scheme = fmt::format("{}{}", authority, list);
        std::string address = fmt::format("{}/{}", scheme, word);
        concept_in(scheme, std::string(list), address, std::string(word));
        graph_.type(address, type);
        return address;
    }

    void concept_in(const std::string& scheme, std::string scheme_name, const std::string& address,
                    std::string name) {
        graph_.type(address, "skos:Concept");
        graph_.add(address, "skos:prefLabel", RdfGraph::text(std::move(name), "en"));
        link(address, "skos:inScheme", scheme);
        graph_.type(scheme, "skos:ConceptScheme");
        graph_.add(scheme, "dct:title", RdfGraph::text(std::move(scheme_name), "en"));
    }

    void languages(const std::string& subject, std::optional<std::size_t> only) {
        for (std::size_t language = 0; language < site_.language_count(); ++language) {
            if ((only && *only != language) || !is_spoken(site_, language)) continue;
            const std::string code = locale::language_code(site_.presenters[language].language());
            if (!code.empty())
                link(subject, "dct:language", listed("language", code, "dct:LinguisticSystem"));
        }
    }

    std::string agent() const {
        const bool is_registered = settings_.catalogue && !settings_.catalogue->publisher.empty();
        return is_registered ? settings_.catalogue->publisher : node("publisher");
    }

    void publisher() {
        graph_.type(agent(), "foaf:Agent");
        words(agent(), "foaf:name", settings_.publisher);
        if (!settings_.catalogue) return;
        const CatalogueSettings& catalogue = *settings_.catalogue;
        const std::string contact = node("contact");
        graph_.type(contact, "vcard:Kind");
        graph_.type(contact, "vcard:Organization");
        words(contact, "vcard:fn", settings_.publisher);
        if (!catalogue.contact.email.empty())
            link(contact, "vcard:hasEmail", "mailto:" + catalogue.contact.email);
        if (!catalogue.contact.telephone.empty())
            link(contact, "vcard:hasTelephone", "tel:" + catalogue.contact.telephone);
        if (!catalogue.contact.page.empty()) link(contact, "vcard:hasURL", catalogue.contact.page);
    }

    void made_by(const std::string& subject) {
        link(subject, "dct:publisher", agent());
        link(subject, "dct:creator", agent());
        if (settings_.catalogue) link(subject, "dcat:contactPoint", node("contact"));
    }

    /// Of the report itself, as the country's list has it; empty where the report names none.
    std::string licence() {
        const data::LicenceStatement& statement = settings_.licence;
        const bool is_listed = statement.licence != nullptr && !statement.licence->german_url.empty();
        constexpr std::string_view commons = "https://creativecommons.org/";
        std::string address(statement.address());
        if (country_ == "de" && is_listed) {
            address = statement.licence->german_url;
            concept_in("http://dcat-ap.de/def/licenses", "licenses", address,
                       std::string(statement.licence->name));
        } else if (country_ == "nl" && address.starts_with(commons)) {
            // The Dutch list names these by their page in Dutch.
            address = fmt::format("http{}deed.nl", address.substr(std::string_view("https").size()));
        }
        if (address.empty()) return address;
        graph_.type(address, "dct:LicenseDocument");
        if (settings_.licence.words.empty()) {
            words(address, "rdfs:label", [&](std::size_t language) {
                return site_.presenters[language].licence(settings_.licence);
            });
        } else {
            words(address, "rdfs:label", settings_.licence.words);
        }
        return address;
    }

    /// Whom those who pass the data on have to name.
    std::string rights() {
        const std::string rights = node("rights");
        graph_.type(rights, "dct:RightsStatement");
        words(rights, "rdfs:label", [&](std::size_t language) { return attribution(language); });
        return rights;
    }

    std::string attribution(std::size_t language) const {
        return fmt::format("{}", fmt::join(attributions(site_, site_.presenters[language]), "; "));
    }

    // ---- The catalogue and what it holds ----

    void catalogue() {
        const std::string catalogue = node("catalogue");
        graph_.type(catalogue, "dcat:Catalog");
        words(catalogue, "dct:title", settings_.title);
        words(catalogue, "dct:description", settings_.description);
        made_by(catalogue);
        date(catalogue, "dct:modified", site_.edition->declared().as_of);
        languages(catalogue, std::nullopt);
        link(catalogue, "foaf:homepage", page("index.html"));
        if (const std::string address = licence(); !address.empty()) link(catalogue, "dct:license", address);
        const std::string themes = fmt::format("{}data-theme", authority);
        graph_.type(themes, "skos:ConceptScheme");
        graph_.add(themes, "dct:title", RdfGraph::text("data-theme", "en"));
        link(catalogue, "dcat:themeTaxonomy", themes);
    }

    std::string page(std::string_view path) {
        std::string address = address_of(site_, path);
        graph_.type(address, "foaf:Document");
        return address;
    }

    void series() {
        const std::string series = node("series");
        graph_.type(series, "dcat:DatasetSeries");
        words(series, "dct:title", settings_.title);
        words(series, "dct:description", settings_.description);
        made_by(series);
        const std::vector<data::Edition>& editions = site_.edition->editions;
        date(series, "dct:issued", editions.front().as_of);
        date(series, "dct:modified", site_.edition->declared().as_of);
        spatial(series);
        for (std::size_t i = 0; i <= site_.edition->index; ++i)
            link(series, "dcat:seriesMember", edition_node(i));
        link(series, "dcat:first", edition_node(0));
        link(series, "dcat:last", edition_node(site_.edition->index));
    }

    std::string edition_node(std::size_t i) const { return node("edition-" + site_.edition->editions[i].id); }

    /// What every dataset says.
    void dataset(const std::string& dataset, const WordsIn& title, const data::Date& issued,
                 const data::Text* about = nullptr) {
        graph_.type(dataset, "dcat:Dataset");
        words(dataset, "dct:title", title, about);
        made_by(dataset);
        graph_.add(dataset, "dct:identifier", RdfGraph::text(dataset));
        date(dataset, "dct:issued", issued);
        date(dataset, "dct:modified", issued);
        languages(dataset, std::nullopt);
        link(dataset, "dct:accessRights", listed("access-right", "PUBLIC", "dct:RightsStatement"));
        for (const data::Theme& theme : site_.dataset().themes)
            words(dataset, "dcat:keyword", theme.name);
        spatial(dataset);
        if (settings_.catalogue) {
            for (const std::string& theme : settings_.catalogue->themes)
                link(dataset, "dcat:theme", listed("data-theme", theme, "skos:Concept"));
            const std::string& contributor = settings_.catalogue->contributor;
            if (country_ == "de" && !contributor.empty()) {
                concept_in("http://dcat-ap.de/def/contributors", "contributors", contributor,
                           contributor.substr(contributor.rfind('/') + 1));
                link(dataset, "dcatde:contributorID", contributor);
            }
        }
        link(node("catalogue"), "dcat:dataset", dataset);
    }

    void spatial(const std::string& subject) {
        std::set<std::string> countries;
        for (const data::RegionIndex region : site_.regions)
            countries.insert(locale::country_code(site_.dataset()[region].country));
        for (const std::string& country : countries) {
            if (!country.empty()) link(subject, "dct:spatial", listed("country", country, "dct:Location"));
        }
    }

    void edition(std::size_t i) {
        const data::Edition& declared = site_.edition->editions[i];
        const std::string edition = edition_node(i);
        dataset(
            edition,
            [&](std::size_t language) {
                const Presenter& presenter = site_.presenters[language];
                return presenter.message("data.edition-title", {{"title", presenter.plain(settings_.title)},
                                                                {"edition", declared.id}});
            },
            declared.as_of, &settings_.title);
        words(edition, "dct:description", settings_.description);
        graph_.add(edition, "dcat:version", RdfGraph::text(declared.id));
        link(edition, "dcat:inSeries", node("series"));
        if (i > 0) link(edition, "dcat:prev", edition_node(i - 1));
        if (i == site_.edition->index) contents(edition);
    }

    /// Of the edition that this site is.
    void contents(const std::string& edition) {
        link(edition, "dcat:landingPage", page("data.html"));
        temporal(edition);
        const auto message = [&](std::string_view id) -> WordsIn {
            return [this, id](std::size_t language) { return site_.presenters[language].message(id); };
        };
        distribution(edition, {"data/observations.csv", message("data.observations-file"), "CSV", "text/csv",
                               std::nullopt});
        distribution(edition, {std::string(data_package_path), message("data.package-file"), "JSON",
                               "application/json", std::nullopt});
        for (std::size_t language = 0; language < site_.language_count(); ++language) {
            if (!is_spoken(site_, language)) continue;  // they hold the same as those of the first
            distribution(edition, {site_.file_of(json_stat_collection, language),
                                   message("data.json-stat-file"), "JSON", "application/json", language});
            const std::string workbook = site_.file_of(whole_workbook, language);
            if (site_.export_sizes.contains(workbook)) {
                distribution(edition,
                             {workbook, message("data.workbook-file"), "XLSX",
                              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", language});
            }
        }
    }

    void temporal(const std::string& edition) {
        const data::Dataset& dataset = site_.dataset();
        std::optional<data::Date> first;
        std::optional<data::Date> last;
        for (const data::UsedObservation& used : site_.edition->figures.used()) {
            const data::Period& period = dataset[dataset[used.observation].period];
            if (!first || period.first < *first) first = period.first;
            if (!last || *last < period.last) last = period.last;
        }
        if (!first) return;
        const std::string stretch = node("period");
        graph_.type(stretch, "dct:PeriodOfTime");
        date(stretch, "dcat:startDate", *first);
        date(stretch, "dcat:endDate", *last);
        link(edition, "dct:temporal", stretch);
    }

    void distribution(const std::string& dataset, const FileForm& form) {
        std::string name = form.path;
        std::replace(name.begin(), name.end(), '/', '-');
        const std::string distribution = node(name);
        link(dataset, "dcat:distribution", distribution);
        graph_.type(distribution, "dcat:Distribution");
        if (form.language) {
            graph_.add(
                distribution, "dct:title",
                RdfGraph::text(form.title(*form.language), site_.presenters[*form.language].language()));
        } else {
            words(distribution, "dct:title", form.title);
        }
        link(distribution, "dcat:accessURL", page("data.html"));
        link(distribution, "dcat:downloadURL", address_of(site_, form.path));
        link(distribution, "dct:format", listed("file-type", form.type, "dct:MediaTypeOrExtent"));
        const std::string media = fmt::format("https://www.iana.org/assignments/media-types/{}", form.media);
        graph_.type(media, "dct:MediaType");
        link(distribution, "dcat:mediaType", media);
        languages(distribution, form.language);
        date(distribution, "dct:issued", site_.edition->declared().as_of);
        // Europe wants a whole number, Germany a decimal one, and a datatype is one of them.
        const auto size = site_.export_sizes.find(form.path);
        if (size != site_.export_sizes.end() && country_ != "de") {
            graph_.add(distribution, "dcat:byteSize",
                       RdfGraph::typed(fmt::to_string(size->second), "xsd:nonNegativeInteger"));
        }
        if (const std::string address = licence(); !address.empty())
            link(distribution, "dct:license", address);
        link(distribution, "dct:rights", rights());
        if (country_ == "de")
            words(distribution, "dcatde:licenseAttributionByText",
                  [&](std::size_t in) { return attribution(in); });
    }

    /// What goes with the edition's figures, as a dataset of its own.
    void companion(const DataFile& file) {
        const std::string companion = node(file.id);
        const WordsIn title = [&](std::size_t language) { return title_of(file, site_, language); };
        dataset(companion, title, site_.edition->declared().as_of);
        words(
            companion, "dct:description",
            [&](std::size_t language) { return description(title(language), language); },
            &settings_.description);
        link(companion, "dcat:landingPage", page("data.html"));
        distribution(companion, {file.path, title, "CSV", "text/csv", std::nullopt});
    }

    void claims() {
        const std::string claims = node("claims");
        const WordsIn title = [&](std::size_t language) {
            return site_.presenters[language].message("data.claims-file");
        };
        dataset(claims, title, site_.edition->declared().as_of);
        words(
            claims, "dct:description",
            [&](std::size_t language) { return description(title(language), language); },
            &settings_.description);
        link(claims, "dcat:landingPage", page("claims.html"));
        distribution(claims,
                     {std::string(claims_path), title, "JSON_LD", "application/ld+json", std::nullopt});
    }

    std::string description(const std::string& title, std::size_t language) const {
        return fmt::format("{}. {}", title, site_.presenters[language].plain(settings_.description));
    }

    const Site& site_;
    const Settings& settings_;
    std::string country_;
    RdfGraph graph_;
};

}  // namespace

void add_catalogue(const Site& site, Output& output) {
    const RdfGraph graph = CatalogueWriter(site).write();
    output.add(std::string(catalogue_path), graph.turtle());
    output.add(std::string(catalogue_json_path), graph.json_ld());
}

}  // namespace regioscope::report
