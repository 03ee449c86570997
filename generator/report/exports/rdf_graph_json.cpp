#include <nlohmann/json.hpp>

#include "escape/turtle.h"
#include "report/exports/rdf_graph.h"

namespace regioscope::report {

namespace {

nlohmann::ordered_json object_json(const RdfGraph::Object& object) {
    if (object.kind == RdfGraph::Object::Kind::iri) return {{"@id", escape::iri_text(object.text)}};
    nlohmann::ordered_json json = {{"@value", object.text}};
    if (!object.language.empty()) json["@language"] = object.language;
    if (!object.datatype.empty()) json["@type"] = object.datatype;
    return json;
}

}  // namespace

std::string RdfGraph::json_ld() const {
    nlohmann::ordered_json json = {{"@context", nlohmann::ordered_json::object()},
                                   {"@graph", nlohmann::ordered_json::array()}};
    for (const auto& [word, space] : prefixes_)
        json["@context"][word] = space;
    for (const Subject& subject : subjects_) {
        nlohmann::ordered_json node = {{"@id", escape::iri_text(subject.iri)}};
        if (!subject.types.empty()) node["@type"] = subject.types;
        for (const auto& [name, objects] : subject.properties) {
            for (const Object& object : objects)
                node[name].push_back(object_json(object));
        }
        json["@graph"].push_back(std::move(node));
    }
    return json.dump(1) + "\n";
}

}  // namespace regioscope::report
