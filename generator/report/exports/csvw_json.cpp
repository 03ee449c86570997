// CSV on the Web: beside each CSV file one that says what its columns hold.
#include <nlohmann/json.hpp>

#include "base/parallel.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"
#include "report/exports/publication.h"

namespace regioscope::report {

namespace {

using Json = nlohmann::ordered_json;

/// `[{"@value": "Regio", "@language": "nl"}, …]`
Json tagged(const std::vector<TaggedWords>& all) {
    Json json = Json::array();
    for (const TaggedWords& one : all)
        if (!one.words.empty()) json.push_back({{"@value", one.words}, {"@language", one.language}});
    return json;
}

Json in_all_languages(const Site& site, const WordsIn& words_in) {
    return tagged(in_its_languages(site, words_in));
}

Json datatype_of(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number:
            return "decimal";
        case ColumnKind::figure:
            return {{"base", "string"}, {"format", std::string(figure_pattern)}};
        case ColumnKind::address:
            return "anyURI";
        case ColumnKind::id:
        case ColumnKind::words:
        case ColumnKind::text:
        case ColumnKind::date:  // as exact as is known: `2016`, `2016-12`
            break;
    }
    return "string";
}

Json described_column(const Site& site, const Column& column) {
    Json json = {{"name", column.name},
                 {"titles", column.name},
                 {"rdfs:label", in_all_languages(site,
                                                 [&](std::size_t language) {
                                                     return title_of(column, site.presenters[language]);
                                                 })},
                 {"datatype", datatype_of(column.kind)}};
    if (column.kind == ColumnKind::words) json["separator"] = ";";
    if (!column.concept_url.empty()) json["propertyUrl"] = std::string(column.concept_url);
    return json;
}

Json cited_source_json(const Site& site, data::SourceIndex index) {
    const data::Source& source = site.dataset()[index];
    Json json = {{"dc:title", source.title},
                 {"dc:publisher", source.publisher},
                 {"dc:issued", source.published_written},
                 {"dc:bibliographicCitation", in_all_languages(site, [&](std::size_t language) {
                      return site.presenters[language].attribution(index);
                  })}};
    if (!source.url.empty()) json["schema:url"] = source.url;
    if (!source.licence.address().empty())
        json["dc:license"] = {{"@id", std::string(source.licence.address())}};
    return json;
}

Json licence_in_words(const Site& site) {
    const data::LicenceStatement& licence = site.settings().licence;
    if (!licence.words.empty()) return tagged(in_its_languages(site, licence.words));
    return in_all_languages(site,
                            [&](std::size_t language) { return site.presenters[language].licence(licence); });
}

/// What the description of every file says of the edition.
Json described_edition(const Site& site) {
    const auto all = [&](const data::Text& text) { return tagged(in_its_languages(site, text)); };
    const Settings& settings = site.settings();
    Json json = {{"dc:description", all(settings.description)},
                 {"dc:publisher", all(settings.publisher)},
                 {"dc:rights", licence_in_words(site)}};
    if (!settings.licence.address().empty())
        json["dc:license"] = {{"@id", std::string(settings.licence.address())}};
    json["dc:issued"] = {{"@value", site.edition->declared().as_of.text()}, {"@type", "xsd:date"}};
    json["schema:version"] = site.edition->id();
    for (const analysis::Presenter& presenter : site.presenters)
        json["dc:language"].push_back(presenter.language());
    for (const data::SourceIndex source : site.edition->sources)
        json["dc:source"].push_back(cited_source_json(site, source));
    return json;
}

Json described_table(const Site& site, const DataFile& file, const Json& edition) {
    Json json = {
        {"@context",
         Json::array({"http://www.w3.org/ns/csvw", {{"@language", site.presenters.front().language()}}})},
        {"url", file.path.substr(file.path.rfind('/') + 1)},
        {"dc:title",
         in_all_languages(site, [&](std::size_t language) { return title_of(file, site, language); })}};
    json.update(edition);
    Json schema = {{"columns", Json::array()}};
    for (const Column& column : file.columns)
        schema["columns"].push_back(described_column(site, column));
    if (!file.key.empty()) {
        schema["primaryKey"] = file.key;
        std::string row;
        for (const std::string& column : file.key)
            row += (row.empty() ? "#{" : "/{") + column + "}";
        schema["aboutUrl"] = row;
    }
    json["tableSchema"] = std::move(schema);
    return json;
}

}  // namespace

void add_csv_descriptions(const Site& site, Output& output) {
    const std::vector<DataFile> files = data_files(site);
    const Json edition = described_edition(site);
    for_each_index(files.size(), [&](std::size_t i) {
        output.add(description_path(files[i]), described_table(site, files[i], edition).dump(1) + "\n",
                   files[i].figure == nullptr ? Span() : files[i].figure->declaration->span);
    });
}

}  // namespace regioscope::report
