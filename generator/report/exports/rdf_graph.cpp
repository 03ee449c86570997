#include "report/exports/rdf_graph.h"

#include <algorithm>

#include "escape/turtle.h"

namespace regioscope::report {

namespace {

using Object = RdfGraph::Object;

void append_object(std::string& out, const Object& object) {
    if (object.kind == Object::Kind::iri) return escape::append_turtle_iri(out, object.text);
    escape::append_turtle_string(out, object.text);
    if (!object.language.empty()) (out += '@') += object.language;
    if (!object.datatype.empty()) (out += "^^") += object.datatype;
}

}  // namespace

RdfGraph::Subject& RdfGraph::subject(const std::string& iri) {
    const auto [place, is_new] = places_.emplace(iri, subjects_.size());
    if (is_new) subjects_.push_back({iri, {}, {}});
    return subjects_[place->second];
}

void RdfGraph::type(const std::string& iri, std::string_view type) {
    std::vector<std::string>& types = subject(iri).types;
    if (std::find(types.begin(), types.end(), type) == types.end()) types.emplace_back(type);
}

void RdfGraph::add(const std::string& iri, std::string_view property, Object object) {
    auto& properties = subject(iri).properties;
    auto known = std::find_if(properties.begin(), properties.end(),
                              [&](const auto& one) { return one.first == property; });
    if (known == properties.end()) known = properties.insert(properties.end(), {std::string(property), {}});
    if (std::find(known->second.begin(), known->second.end(), object) == known->second.end())
        known->second.push_back(std::move(object));
}

std::string RdfGraph::turtle() const {
    std::string out;
    for (const auto& [word, space] : prefixes_) {
        out += "@prefix " + word + ": ";
        escape::append_turtle_iri(out, space);
        out += " .\n";
    }
    for (const Subject& subject : subjects_) {
        out += '\n';
        escape::append_turtle_iri(out, subject.iri);
        std::string separator = " ";
        const auto property = [&](std::string_view name) {
            (out += separator) += name;
            separator = " ;\n    ";
        };
        if (!subject.types.empty()) {
            property("a");
            std::string between = " ";
            for (const std::string& type : subject.types) {
                (out += between) += type;
                between = ", ";
            }
        }
        for (const auto& [name, objects] : subject.properties) {
            property(name);
            std::string between = " ";
            for (const Object& object : objects) {
                out += between;
                append_object(out, object);
                between = ", ";
            }
        }
        out += " .\n";
    }
    return out;
}

}  // namespace regioscope::report
