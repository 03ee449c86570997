#include "tabular/mapping.h"

#include <algorithm>
#include <span>

#include "base/json_reader.h"
#include "base/json_text.h"

namespace regioscope::tabular {

namespace {

using json::Kind;
using json::make_member;
using json::make_text;

/// The kinds of layout that a file can be found to have (`Layout::kind`), and the two decimal signs.
constexpr std::string_view layouts[] = {"sheet", "json-stat",  "observations", "sdmx-csv",
                                        "ffcsv", "ffcsv-wide", "eurostat-tsv"};
constexpr std::string_view decimals[] = {"comma", "point"};
constexpr std::string_view open_mark = "?";
constexpr std::string_view others_mark = "*";

/// Which of a meaning's ids a plain text stands for.
using Id = std::string Meaning::*;

Meaning read_meaning_of(const json::Value& value, Id id, Findings& findings) {
    Meaning meaning;
    if (value.kind == Kind::null) {
        meaning.is_left_out = true;
    } else if (value.kind == Kind::text) {
        meaning.is_open = value.text == open_mark;
        if (!meaning.is_open) meaning.*id = value.text;
    } else {
        json::ObjectReader entry(value, findings);
        meaning.indicator = entry.optional_text("indicator").value_or("");
        meaning.region = entry.optional_text("region").value_or("");
        meaning.area = entry.optional_text("area").value_or("");
        meaning.period = entry.optional_text("period").value_or("");
        if (const json::Value* const scale = entry.optional_of("scale", Kind::number))
            meaning.scale = scale->text;
    }
    return meaning;
}

/// One of the words; empty when the key is absent or, which is reported, says something else.
std::string read_word(json::ObjectReader& entry, std::string_view key,
                      std::span<const std::string_view> words, Findings& findings) {
    const json::Value* const value = entry.optional_of(key, Kind::text);
    if (value == nullptr) return "";
    const auto index = json::choose(*value, words, "unknown-word", findings);
    return index ? std::string(words[*index]) : "";
}

Meanings read_meanings(const json::Value& object, Id id, Findings& findings) {
    Meanings meanings;
    for (const json::Member& member : object.members) {
        if (member.key == others_mark && member.value.kind == Kind::null) {
            meanings.leaves_others_out = true;
        } else {
            meanings[member.key] = read_meaning_of(member.value, id, findings);
        }
    }
    return meanings;
}

json::Value object_of(const Meaning& meaning) {
    std::vector<json::Member> members;
    const auto add = [&](std::string_view key, const std::string& word) {
        if (!word.empty()) members.push_back(make_member(key, make_text(word)));
    };
    add("indicator", meaning.indicator);
    add("region", meaning.region);
    add("area", meaning.area);
    add("period", meaning.period);
    if (!meaning.scale.empty()) members.push_back(make_member("scale", json::make_number(meaning.scale)));
    return json::make_object(std::move(members));
}

json::Value value_of_meaning(const Meaning& meaning, Id id) {
    if (meaning.is_left_out) return {};
    if (meaning.is_open) return make_text(open_mark);
    json::Value object = object_of(meaning);
    const bool is_plain = object.members.size() == 1 && !(meaning.*id).empty();
    return is_plain ? make_text(meaning.*id) : object;
}

void add_meanings(std::vector<json::Member>& members, std::string_view key, const Meanings& meanings, Id id) {
    std::vector<json::Member> all;
    for (const auto& [label, meaning] : meanings.all)
        all.push_back(make_member(label, value_of_meaning(meaning, id)));
    if (meanings.leaves_others_out) all.push_back(make_member(others_mark, {}));
    if (!all.empty()) members.push_back(make_member(key, json::make_object(std::move(all))));
}

}  // namespace

const Meaning* Meanings::find(std::string_view label) const {
    const auto found = places_.find(std::string(label));
    return found == places_.end() ? nullptr : &all[found->second].second;
}

Meaning& Meanings::operator[](std::string_view label) {
    const auto [place, is_new] = places_.emplace(label, all.size());
    if (is_new) all.emplace_back(label, Meaning());
    return all[place->second].second;
}

std::string joined_labels(const std::vector<std::string>& labels) {
    std::string joined;
    for (const std::string& label : labels) {
        if (!label.empty()) joined += (joined.empty() ? "" : " | ") + label;
    }
    return joined;
}

Mapping read_mapping(const SourceText& file, Findings& findings) {
    Mapping mapping;
    const auto root = json::parse(file, findings);
    if (!root) return mapping;
    json::ObjectReader entry(*root, findings);
    entry.optional_text("$schema");
    mapping.layout = read_word(entry, "layout", layouts, findings);
    mapping.sheet = entry.optional_text("sheet").value_or("");
    mapping.decimal = read_word(entry, "decimal", decimals, findings);
    if (const json::Value* const signs = entry.optional("signs")) {
        if (signs->kind == Kind::text) {
            mapping.signs = signs->text;
        } else {
            json::ObjectReader inner(*signs, findings);
            mapping.signs = inner.optional_text("profile").value_or("");
            for (const std::string_view key : {"cells", "marks", "brackets"})
                inner.optional(key);
            mapping.own_signs = *signs;
        }
    }
    mapping.region = entry.optional_text("region").value_or("");
    mapping.period = entry.optional_text("period").value_or("");
    if (const json::Value* const names = entry.optional_of("indicator", Kind::list)) {
        for (const json::Value& name : names->items) {
            if (json::expect(name, Kind::text, findings)) mapping.indicator.push_back(name.text);
        }
    }
    const auto meanings = [&](std::string_view key, Id id) {
        const json::Value* const object = entry.optional_of(key, Kind::object);
        return object == nullptr ? Meanings() : read_meanings(*object, id, findings);
    };
    mapping.regions = meanings("regions", &Meaning::region);
    mapping.periods = meanings("periods", &Meaning::period);
    mapping.indicators = meanings("indicators", &Meaning::indicator);
    if (const json::Value* const all = entry.optional_of("everywhere", Kind::object))
        mapping.everywhere = read_meaning_of(*all, &Meaning::indicator, findings);
    return mapping;
}

std::string mapping_text(const Mapping& mapping) {
    std::vector<json::Member> members;
    const auto add = [&](std::string_view key, const std::string& word) {
        if (!word.empty()) members.push_back(make_member(key, make_text(word)));
    };
    add("layout", mapping.layout);
    add("sheet", mapping.sheet);
    add("decimal", mapping.decimal);
    if (mapping.own_signs) {
        json::Value signs = *mapping.own_signs;
        if (signs.find("profile") == nullptr)
            signs.members.insert(signs.members.begin(), make_member("profile", make_text(mapping.signs)));
        members.push_back(make_member("signs", std::move(signs)));
    } else {
        add("signs", mapping.signs);
    }
    add("region", mapping.region);
    add("period", mapping.period);
    if (!mapping.indicator.empty()) {
        std::vector<json::Value> names;
        for (const std::string& name : mapping.indicator)
            names.push_back(make_text(name));
        members.push_back(make_member("indicator", json::make_list(std::move(names))));
    }
    if (json::Value everywhere = object_of(mapping.everywhere); !everywhere.members.empty())
        members.push_back(make_member("everywhere", std::move(everywhere)));
    add_meanings(members, "regions", mapping.regions, &Meaning::region);
    add_meanings(members, "indicators", mapping.indicators, &Meaning::indicator);
    add_meanings(members, "periods", mapping.periods, &Meaning::period);
    return json::json_text(json::make_object(std::move(members)));
}

}  // namespace regioscope::tabular
