// How the objects of a project's files are read, in this room and wherever else files are: what
// base/json_reader.h offers, plus what recurs in them (texts per language, periods, values, statuses,
// citations, references by id, words of closed lists).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "base/suggest.h"
#include "base/word_table.h"
#include "data/dataset.h"
#include "data/read.h"

namespace regioscope::data {

/// What a reader of one file may know and where it reports.
struct Context {
    const ReadOptions& options;
    /// Regions, indicators and sources, and whatever else was read before.
    const Dataset& dataset;
    Findings& findings;
    /// Where every text that is read is written down.
    WrittenTexts& texts;
};

enum class Need { optional, required };

/// Two small letters, as ISO 3166-1 has them: `nl`.
bool is_country_code(std::string_view text);

using Words = std::span<const std::string_view>;

/// Reads an id that stands for one of `known`: else a finding `unknown-<noun>`.
template <class Index>
std::optional<Index> resolve(const json::Value& word, const Lookup<Index>& known, std::string_view noun,
                             Findings& findings) {
    if (!json::expect(word, json::Kind::text, findings)) return std::nullopt;
    if (const auto found = known.find(word.text); found != known.end()) return found->second;
    // Looking for a suggestion costs time: where hundreds of ids are wrong, the first ones tell what
    // happened.
    constexpr std::size_t most_suggestions = 100;
    std::vector<std::string_view> ids;
    if (findings.all().size() < most_suggestions) {
        for (const auto& [id, index] : known)
            ids.push_back(id);
    }
    findings.error("unknown-" + std::string(noun), word.span,
                   "no " + std::string(noun) + " '" + word.text + "'" + did_you_mean(word.text, ids));
    return std::nullopt;
}

/// A language map. Findings: `missing-language` (a warning), `unknown-language`, `empty-text`.
Text read_text(const json::Value& value, WrittenText::Kind kind, const Context& context);
/// Reports languages of a map that the report does not have, and those that the map does not have.
void check_languages(const json::Value& map, const Context& context);
/// A figure (docs/datasets.md, Values); nothing for null. Findings: `invalid-value`, `wrong-type`.
std::optional<Value> read_value(const json::Value& value, Findings& findings);
/// Does the object say a value, rather than hold one under the key `value`?
bool is_value_object(const json::Value& value);
std::optional<Period> read_period(const json::Value& value, Findings& findings);
/// A code or a list of codes. Findings: `unknown-status`.
std::optional<Statuses> read_statuses(const json::Value& value, Findings& findings);
/// Findings: `invalid-locator`, `invalid-anchor`.
Locator read_locator(const json::Value& value, const Context& context);
/// Findings: `unknown-source`, `unknown-part`, `missing-part`, and those of its locator.
Citation read_citation(const json::Value& value, const Context& context);
/// Is the id a slug? Else a finding `invalid-id`.
bool check_id(std::string_view id, Span span, Findings& findings);
/// What stands between the quotes of a JSON text.
Span inside_quotes(Span span);

/// One object of a dataset file.
class Entry : public json::ObjectReader {
  public:
    Entry(const json::Value& value, const Context& context)
        : ObjectReader(value, context.findings), context_(context), whole_(value.span) {}

    const json::Value* of(std::string_view key, json::Kind kind, Need need = Need::required);

    /// Words that are no language map; may not be empty (`empty-text`).
    std::string string(std::string_view key, Need need = Need::required);
    std::vector<std::string> strings(std::string_view key, Need need = Need::required);
    /// A text that must match; else the finding `code` that says what was expected.
    std::string matching(std::string_view key, Need need, const std::function<bool(std::string_view)>& good,
                         std::string_view code, std::string_view expected);
    /// Inline Markdown.
    Text text(std::string_view key, Need need = Need::required);
    /// Without markup, as it is shown in CSV files and on terminals too.
    Text words(std::string_view key, Need need = Need::required);
    /// The name of something.
    Text name(std::string_view key, Need need = Need::required);
    /// A pattern with arguments.
    Text message(std::string_view key, Need need = Need::required);
    /// An `id` that an entry of a list may have.
    std::string id();
    /// `from` and `until`; they are checked where the editions are known.
    EditionRange editions();
    /// Each a proper name or a language map.
    std::vector<Party> parties(std::string_view key);
    /// A whole number in [low, high]; else `out-of-range`.
    std::optional<int> integer(std::string_view key, int low, int high, Need need = Need::required);
    /// A number in [low, high]; else `out-of-range`.
    std::optional<Decimal> number(std::string_view key, const Decimal& low, const Decimal& high,
                                  Need need = Need::required);
    std::optional<Period> period(std::string_view key, Need need = Need::required);
    std::optional<Date> date(std::string_view key, Need need = Need::required);
    /// A value or null.
    std::optional<Value> value_or_null(std::string_view key, Need need = Need::required);
    /// A value; null is a finding `wrong-type`.
    std::optional<Value> value(std::string_view key, Need need = Need::required);
    Citation citation(std::string_view key = "citation");
    std::vector<Citation> citations(std::string_view key, Need need);
    /// A source, its part and a locator under the keys of this very object.
    Citation source_and_part();
    std::optional<Element> element() { return choice("element", element_words, Need::optional); }

    /// A word of a closed list; else `unknown-word`, and empty.
    std::string word(std::string_view key, Words words, Need need = Need::required);
    std::vector<std::string> word_list(std::string_view key, Words words, Need need = Need::optional);
    /// What a word of an enumeration stands for.
    template <class Enum, std::size_t count>
    std::optional<Enum> choice(std::string_view key, const WordTable<Enum, count>& table,
                               Need need = Need::required) {
        return table.find(word(key, table.words, need));
    }
    template <class Enum, std::size_t count>
    std::vector<Enum> choices(std::string_view key, const WordTable<Enum, count>& table,
                              Need need = Need::optional) {
        std::vector<Enum> all;
        for (const std::string& one : word_list(key, table.words, need))
            all.push_back(*table.find(one));
        return all;
    }

    template <class Index>
    std::optional<Index> reference(std::string_view key, const Lookup<Index>& known, std::string_view noun,
                                   Need need = Need::required) {
        const json::Value* const found = need == Need::required ? required(key) : optional(key);
        return found == nullptr ? std::nullopt : resolve(*found, known, noun, findings());
    }
    template <class Index>
    std::vector<Index> references(std::string_view key, const Lookup<Index>& known, std::string_view noun,
                                  Need need = Need::required) {
        std::vector<Index> indices;
        items(key, need, [&](const json::Value& item) {
            if (const auto index = resolve(item, known, noun, findings())) indices.push_back(*index);
        });
        return indices;
    }

    /// Calls `read` with each item of a list, or each member of an object keyed by id.
    void items(std::string_view key, Need need, const std::function<void(const json::Value&)>& read);
    void members(std::string_view key, Need need, const std::function<void(const json::Member&)>& read);

    const Context& context() const { return context_; }
    /// The whole object; its span() is where findings about it stand.
    Span whole() const { return whole_; }

  private:
    Text text_of(std::string_view key, Need need, WrittenText::Kind kind);
    const json::Value* get(std::string_view key, Need need) {
        return need == Need::required ? required(key) : optional(key);
    }

    const Context& context_;
    Span whole_;
};

}  // namespace regioscope::data
