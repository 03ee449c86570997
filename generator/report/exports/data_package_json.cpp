// Data Package 2.0: all tables of the edition as one package, with what their ids refer to.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/slug.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"
#include "report/exports/publication.h"

namespace regioscope::report {

namespace {

using Json = nlohmann::ordered_json;
using analysis::Presenter;

Json field_json(const Site& site, const DataFile& file, const Column& column) {
    Json json = {{"name", column.name}, {"title", title_of(column, site.presenters.front())}};
    switch (column.kind) {
        case ColumnKind::number:
            json["type"] = "number";
            break;
        case ColumnKind::figure:
            json["type"] = "string";
            json["constraints"]["pattern"] = std::string(figure_pattern);
            break;
        case ColumnKind::address:
            json["type"] = "string";
            json["format"] = "uri";
            break;
        case ColumnKind::words:  // the standard has lists, its profile does not
        case ColumnKind::id:
        case ColumnKind::text:
        case ColumnKind::date:
            json["type"] = "string";
            break;
    }
    if (!column.concept_url.empty()) json["rdfType"] = std::string(column.concept_url);
    if (std::find(file.key.begin(), file.key.end(), column.name) != file.key.end())
        json["constraints"]["required"] = true;
    return json;
}

Json schema_json(const Site& site, const DataFile& file) {
    const Presenter& presenter = site.presenters.front();
    Json json = {{"fields", Json::array()}};
    for (const Column& column : file.columns)
        json["fields"].push_back(field_json(site, file, column));
    if (!file.key.empty()) json["primaryKey"] = file.key;
    for (const Column& column : file.columns) {
        if (column.list.empty()) continue;
        json["foreignKeys"].push_back(
            {{"fields", Json::array({column.name})},
             {"reference", {{"resource", std::string(column.list)}, {"fields", Json::array({"id"})}}}});
    }
    json["missingValues"] = {{{"value", ""}, {"label", presenter.message("data.missing")}}};
    return json;
}

Json resource_json(const Site& site, const DataFile& file, std::string_view folder) {
    Json json = {{"name", file.id},
                 {"path", file.path.substr(folder.size())},
                 {"title", title_of(file, site, 0)},
                 {"format", "csv"},
                 {"mediatype", "text/csv"},
                 {"encoding", "utf-8"},
                 {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"header", true}}},
                 {"schema", schema_json(site, file)}};
    if (const auto size = site.export_sizes.find(file.path); size != site.export_sizes.end())
        json["bytes"] = size->second;
    return json;
}

Json source_json(const Site& site, data::SourceIndex index) {
    const data::Source& source = site.dataset()[index];
    Json json = {{"title", site.presenters.front().attribution(index)},
                 {"version", source.published_written}};
    if (!source.url.empty()) json["path"] = source.url;
    return json;
}

Json licence_json(const Site& site) {
    const data::LicenceStatement& licence = site.settings().licence;
    Json json = {{"title", site.presenters.front().licence(licence)}};
    json["name"] = licence.licence != nullptr ? std::string(licence.licence->id) : "other";
    if (!licence.address().empty()) json["path"] = std::string(licence.address());
    return json;
}

}  // namespace

void add_data_package(const Site& site, Output& output) {
    constexpr std::string_view folder = "data/";
    const Presenter& presenter = site.presenters.front();
    const Settings& settings = site.settings();
    Json json = {{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                 {"name", slug_of(presenter.plain(settings.title))},
                 {"title", edition_title(site, presenter)},
                 {"description", presenter.plain(settings.description)},
                 {"version", site.edition->id()},
                 {"created", site.edition->declared().as_of.text() + "T00:00:00Z"},
                 {"language", presenter.language()},
                 {"contributors",
                  {{{"title", presenter.plain(settings.publisher)}, {"roles", Json::array({"publisher"})}}}},
                 {"licenses", Json::array({licence_json(site)})},
                 {"sources", Json::array()},
                 {"resources", Json::array()}};
    if (json["name"].get<std::string>().empty()) json["name"] = "report";
    if (!site.base_url.empty()) {
        json["id"] = site.base_url + std::string(data_package_path);
        json["homepage"] = site.base_url;
    }
    for (const data::SourceIndex source : site.edition->sources)
        json["sources"].push_back(source_json(site, source));
    for (const DataFile& file : data_files(site))
        json["resources"].push_back(resource_json(site, file, folder));
    output.add(std::string(data_package_path), json.dump(1) + "\n");
}

}  // namespace regioscope::report
