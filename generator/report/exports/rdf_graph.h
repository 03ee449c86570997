// Statements about resources (RDF), and the two ways in which they are written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regioscope::report {

class RdfGraph {
  public:
    struct Object {
        enum class Kind { iri, text };
        Kind kind = Kind::text;
        std::string text;
        /// Of a text in a language.
        std::string language = {};
        /// A prefixed name: `xsd:date`.
        std::string datatype = {};

        friend bool operator==(const Object&, const Object&) = default;
    };
    static Object iri(std::string address) { return {Object::Kind::iri, std::move(address)}; }
    static Object text(std::string words, std::string language = {}) {
        return {Object::Kind::text, std::move(words), std::move(language)};
    }
    static Object typed(std::string words, std::string datatype) {
        return {Object::Kind::text, std::move(words), {}, std::move(datatype)};
    }

    /// A word for the namespace of terms: `dct` for `http://purl.org/dc/terms/`.
    void prefix(std::string word, std::string space) {
        prefixes_.emplace_back(std::move(word), std::move(space));
    }

    /// Types and properties are prefixed names. What is said twice is said once.
    void type(const std::string& subject, std::string_view type);
    void add(const std::string& subject, std::string_view property, Object object);

    /// Subjects, their properties and what these say in the order of adding.
    std::string turtle() const;
    std::string json_ld() const;

  private:
    struct Subject {
        std::string iri;
        std::vector<std::string> types;
        std::vector<std::pair<std::string, std::vector<Object>>> properties;
    };
    Subject& subject(const std::string& iri);

    std::vector<std::pair<std::string, std::string>> prefixes_;
    std::vector<Subject> subjects_;
    std::map<std::string, std::size_t> places_;
};

}  // namespace regioscope::report
