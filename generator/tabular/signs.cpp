#include "tabular/signs.h"

#include <fmt/format.h>

#include "base/json_reader.h"
#include "data/status.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

using json::Kind;

std::optional<std::string> read_status(const json::Value& value, Findings& findings) {
    if (!json::expect(value, Kind::text, findings)) return std::nullopt;
    if (data::parse_status(value.text)) return value.text;
    findings.error("unknown-status", value.span, fmt::format("no status '{}'", value.text))
        .note("see docs/datasets.md for the codes");
    return std::nullopt;
}

SignMeaning read_meaning(const json::Value& value, Findings& findings) {
    SignMeaning meaning;
    if (value.kind == Kind::object) {
        json::ObjectReader entry(value, findings);
        const auto number = entry.optional_number("value");
        meaning.is_zero = number && number->is_zero();
        if (!meaning.is_zero)
            findings.error("invalid-value", value.span, "a sign stands for no number but 0")
                .note("for a figure that is missing say its status: \"Q\"");
        return meaning;
    }
    const std::vector<json::Value> one = {value};
    for (const json::Value& item : value.kind == Kind::list ? value.items : one) {
        if (const auto status = read_status(item, findings)) meaning.statuses.push_back(*status);
    }
    return meaning;
}

Signs read_profile(const json::Value& file, std::string id, Findings& findings) {
    Signs signs;
    signs.id = std::move(id);
    json::ObjectReader entry(file, findings);
    entry.optional_text("$schema");
    entry.optional_text("name");
    if (const json::Value* const words = entry.optional_of("recognised_by", Kind::list)) {
        for (const json::Value& word : words->items) {
            if (json::expect(word, Kind::text, findings)) signs.recognised_by.push_back(word.text);
        }
    }
    for (const std::string_view key : {"cells", "marks", "brackets"})
        entry.optional(key);
    add_signs(file, signs, findings);
    return signs;
}

}  // namespace

std::optional<SignMeaning> meaning_of_words(std::string_view words) {
    // Those that are said together with others come first: "nicht sinnvoll" before what is nought.
    static constexpr std::pair<std::string_view, std::string_view> statuses[] = {
        {"voorlopig", "P"},
        {"vorläufig", "P"},
        {"provisional", "P"},
        {"preliminary", "P"},
        {"geheim", "Q"},
        {"confidential", "Q"},
        {"secret", "Q"},
        {"suppressed", "Q"},
        {"vertrouwelijk", "Q"},
        {"onderdrukt", "Q"},
        {"nicht sinnvoll", "M"},
        {"gesperrt", "M"},
        {"kan niet voorkomen", "M"},
        {"niet van toepassing", "M"},
        {"entfällt", "M"},
        {"not applicable", "M"},
        {"cannot exist", "M"},
        {"breuk", "B"},
        {"bruch", "B"},
        {"break in", "B"},
        {"onbetrouwbaar", "U"},
        {"unsicher", "U"},
        {"unreliable", "U"},
        {"low reliability", "U"},
        {"onzeker", "U"},
        {"uncertain", "U"},
        {"schatting", "E"},
        {"geschat", "E"},
        {"schätz", "E"},
        {"estimate", "E"},
        {"onbekend", "O"},
        {"unbekannt", "O"},
        {"niet beschikbaar", "O"},
        {"ontbreekt", "O"},
        {"not available", "O"},
        {"nicht verfügbar", "O"},
        {"keine angabe", "O"},
        {"missing", "O"},
        {"liegt noch nicht vor", "O"},
        {"fällt später an", "O"},
        {"herzien", "A"},
        {"revidiert", "A"},
        {"revised", "A"},
        {"berichtigt", "A"}};
    const std::string letters = plain(words);
    for (const auto& [word, status] : statuses)
        if (letters.find(word) != std::string::npos) return SignMeaning{{std::string(status)}, false};
    for (const std::string_view word : {"nihil", "nichts vorhanden", "genau null", "nil"})
        if (letters.starts_with(word)) return SignMeaning{{}, true};
    return std::nullopt;
}

const SignMeaning* Signs::of_cell(std::string_view text) const {
    const auto found = cells.find(text);
    return found == cells.end() ? nullptr : &found->second;
}

void add_signs(const json::Value& object, Signs& signs, Findings& findings) {
    if (const json::Value* const cells = object.find("cells");
        cells != nullptr && json::expect(*cells, Kind::object, findings)) {
        for (const json::Member& member : cells->members)
            signs.cells[member.key] = read_meaning(member.value, findings);
    }
    if (const json::Value* const marks = object.find("marks");
        marks != nullptr && json::expect(*marks, Kind::object, findings)) {
        for (const json::Member& member : marks->members) {
            if (const auto status = read_status(member.value, findings)) signs.marks[member.key] = *status;
        }
    }
    if (const json::Value* const brackets = object.find("brackets")) {
        if (const auto status = read_status(*brackets, findings)) signs.brackets = *status;
    }
}

std::vector<Signs> read_profiles(const Disk& brought, SourceLibrary& library, Findings& findings) {
    constexpr std::string_view folder = "signs/";
    constexpr std::string_view ending = ".json";
    std::vector<Signs> profiles;
    for (const std::string& path : brought.list("signs")) {
        Result<std::string> text = brought.read(path);
        if (!text) {
            findings.add(std::move(text).finding());
            continue;
        }
        const auto file = json::parse(library.add(path, *std::move(text)), findings);
        const std::string id = path.substr(folder.size(), path.size() - folder.size() - ending.size());
        if (file) profiles.push_back(read_profile(*file, id, findings));
    }
    return profiles;
}

}  // namespace regioscope::tabular
