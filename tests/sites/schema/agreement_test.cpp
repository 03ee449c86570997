// Reader and valijson give the same verdict on every file of the corpus: good_*.json are taken, bad_*.json
// refused. (Node runs the same corpus through ajv: agree.mjs.) "Bad" is what a schema can see; what only the
// reader sees is tested in tests/unit/data.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "analysis/claims.h"
#include "analysis/diagnosis_model.h"
#include "base/disk.h"
#include "base/finding_text.h"
#include "data/glossary.h"
#include "data/read.h"
#include "figures/boundaries.h"
#include "figures/declaration.h"
#include "report/redirects.h"
#include "report/settings.h"
#include "report/statement.h"
#include "tabular/mapping.h"
#include "tabular/signs.h"

using namespace regioscope;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

namespace {

const std::string project = REGIOSCOPE_SOURCE_DIR;

/// Where a file of each kind stands in a project, and what it refers to beside regions, indicators and
/// sources.
struct Kind {
    std::string path;
    std::vector<std::string> needs;
};

const std::map<std::string, Kind> kinds = {
    {"regions", {"datasets/regions.json", {}}},
    {"indicators", {"datasets/indicators.json", {}}},
    {"sources", {"datasets/sources.json", {}}},
    {"table", {"datasets/tables/table.json", {}}},
    {"corrections", {"datasets/corrections.json", {"table"}}},
    {"accepted", {"datasets/accepted.json", {}}},
    {"checks", {"datasets/checks.json", {}}},
    {"profile", {"datasets/profiles/twente.json", {}}},
    {"goals", {"datasets/goals/goals.json", {}}},
    {"initiatives", {"datasets/initiatives/initiatives.json", {"goals"}}},
    {"diagnosis", {"site/diagnosis.json", {}}},
    {"claims", {"site/claims.json", {}}},
    {"figures", {"site/figures/figures.json", {"table", "goals"}}},
    {"report", {"site/report.json", {}}},
    {"glossary", {"site/glossary.json", {}}},
    {"redirects", {"site/redirects.json", {}}},
    {"statement", {"site/statement.json", {}}},
    {"boundaries", {"datasets/boundaries.json", {}}},
    {"mapping", {"work.csv.map.json", {}}},
    {"signs", {"signs/office.json", {}}},
};

std::string file_text(const std::string& path) {
    const auto text = open_folder(project)->read(path);
    REQUIRE_MESSAGE(text, path << " is missing");
    return *text;
}

nlohmann::json parsed(const std::string& text) {
    return nlohmann::json::parse(text);
}

class Schemas {
  public:
    bool accepts(const std::string& kind, const nlohmann::json& document) {
        valijson::Validator validator;
        return validator.validate(schema(kind), Adapter(document), nullptr);
    }

  private:
    const valijson::Schema& schema(const std::string& kind) {
        auto& place = schemas_[kind];
        if (!place) {
            place = std::make_unique<valijson::Schema>();
            valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
            const auto fetch = [](const std::string& uri) {
                const std::string name = uri.substr(uri.rfind('/') + 1);
                return std::make_unique<nlohmann::json>(parsed(file_text("datasets/schema/" + name)))
                    .release();
            };
            const auto release = [](const nlohmann::json* document) {
                std::unique_ptr<const nlohmann::json>{document}.reset();
            };
            parser.populateSchema(
                Adapter(
                    documents_.emplace(kind, parsed(file_text("datasets/schema/" + kind + ".schema.json")))
                        .first->second),
                *place, fetch, release);
        }
        return *place;
    }

    std::map<std::string, nlohmann::json> documents_;
    std::map<std::string, std::unique_ptr<valijson::Schema>> schemas_;
};

std::string corpus_file(const std::string& kind, const std::string& name) {
    return "tests/sites/schema/" + kind + "/" + name;
}

/// What the reader says to the file in a project that is otherwise good; empty when it takes it.
std::string refusal(const std::string& kind, const std::string& text) {
    MemoryDisk disk;
    for (const char* const foundation : {"regions", "indicators", "sources"}) {
        disk.write(kinds.at(foundation).path, file_text(corpus_file(foundation, "good_full.json")));
    }
    for (const std::string& needed : kinds.at(kind).needs)
        disk.write(kinds.at(needed).path, file_text(corpus_file(needed, "good_full.json")));
    disk.write(kinds.at(kind).path, text);
    SourceLibrary library;
    Findings findings;
    const std::vector<std::string> languages = {"nl", "de", "en"};
    const data::Dataset dataset = data::read_datasets(disk, library, {languages}, findings);
    if (kind == "diagnosis") {
        const SourceText& model = library.add(kinds.at(kind).path, text);
        (void)analysis::read_diagnosis_model(model, dataset, languages, findings);
    }
    const std::vector<data::Edition> editions = {{"2016", {2016, 12, 31}}, {"2022", {2022, 12, 31}}};
    if (kind == "claims")
        (void)analysis::read_claims(library.add(kinds.at(kind).path, text), editions, findings);
    if (kind == "figures") {
        figures::Declarations declarations;
        figures::read_declarations(library.add(kinds.at(kind).path, text), dataset, languages, editions,
                                   declarations, findings);
    }
    if (kind == "report") (void)report::read_settings(disk, library, findings);
    if (kind == "redirects") (void)report::read_redirects(disk, library, findings);
    if (kind == "statement") {
        report::Settings settings;
        settings.languages = languages;
        (void)report::read_statement(disk, settings, library, findings);
    }
    if (kind == "boundaries") {
        disk.write("datasets/boundaries/nuts.geojson",
                   R"({"type": "FeatureCollection", "features": [{"properties": {"NUTS_ID": "NL213"},
                       "geometry": {"type": "Polygon", "coordinates": [[[6, 52], [7, 52], [7, 53]]]}}]})");
        (void)figures::read_boundaries(disk, dataset, languages, library, findings);
    }
    if (kind == "mapping") {
        const tabular::Mapping mapping =
            tabular::read_mapping(library.add(kinds.at(kind).path, text), findings);
        tabular::Signs signs;
        if (mapping.own_signs) tabular::add_signs(*mapping.own_signs, signs, findings);
    }
    if (kind == "signs") (void)tabular::read_profiles(disk, library, findings);
    if (kind == "glossary")
        (void)data::read_glossary(library.add(kinds.at(kind).path, text), {languages}, findings);
    findings.sort();
    std::string all;
    for (const Finding& finding : findings.all()) {
        if (finding.severity == Severity::error) all += finding_text(finding);
    }
    return all;
}

}  // namespace

TEST_CASE("reader and valijson agree on every file of the corpus") {
    Schemas schemas;
    std::size_t good_files = 0;
    std::size_t bad_files = 0;
    for (const auto& [kind, place] : kinds) {
        const auto files = open_folder(project)->list("tests/sites/schema/" + kind);
        REQUIRE_FALSE(files.empty());
        for (const std::string& path : files) {
            INFO(path);
            const bool good = path.find("/good_") != std::string::npos;
            REQUIRE(good != (path.find("/bad_") != std::string::npos));
            const std::string text = file_text(path);
            const std::string said = refusal(kind, text);
            INFO(said);
            CHECK(said.empty() == good);
            CHECK(schemas.accepts(kind, parsed(text)) == good);
            ++(good ? good_files : bad_files);
        }
    }
    CHECK(good_files >= 2 * kinds.size());
    CHECK(bad_files > 100);
}

TEST_CASE("the shipped datasets validate") {
    Schemas schemas;
    const auto disk = open_folder(project);
    std::size_t count = 0;
    const auto check = [&](const std::string& kind, const std::string& path) {
        INFO(path);
        ++count;
        CHECK(schemas.accepts(kind, parsed(file_text(path))));
    };
    for (const auto& [kind, place] : kinds) {
        // Kinds of one file; the others stand in folders.
        if (place.path.find('/') == place.path.rfind('/') && disk->exists(place.path))
            check(kind, place.path);
    }
    for (const auto& [folder, kind] : {std::pair("tables", "table"),
                                       {"profiles", "profile"},
                                       {"goals", "goals"},
                                       {"initiatives", "initiatives"}}) {
        for (const std::string& path : disk->list("datasets/" + std::string(folder)))
            check(kind, path);
    }
    for (const std::string& path : disk->list("site/figures"))
        check("figures", path);
    for (const std::string& path : disk->list("signs"))
        check("signs", path);
    CHECK(count > 3);
}
