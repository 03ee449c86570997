#include "cli/additions.h"

#include <algorithm>
#include <regex>

#include "base/json_text.h"
#include "base/slug.h"
#include "base/source.h"

namespace regioscope::cli {

namespace {

using json::make_member;
using json::make_object;
using json::make_text;

bool is_nuts_code(const std::string& code) {
    static const std::regex nuts("[A-Z]{2}[0-9A-Z]{1,3}");
    return std::regex_match(code, nuts);
}

/// Does the label speak of what the unit counts: "Inwoners" of inhabitants?
bool speaks_of(const std::string& label, const data::Unit& unit) {
    const std::string words = slug_of(label);
    return std::any_of(unit.name.entries.begin(), unit.name.entries.end(),
                       [&](const data::Text::Entry& entry) {
                           const std::string name = slug_of(entry.markdown);
                           return !name.empty() && words.find(name) != std::string::npos;
                       });
}

/// The unit of what is printed so: percents; things that the label names; else a mere number.
std::string unit_for(const tabular::Proposal& proposal, const data::Dataset& dataset) {
    using Kind = data::Unit::Kind;
    if (!proposal.is_percent && proposal.decimals == 0) {
        for (const data::Unit& unit : dataset.units)
            if (unit.kind == Kind::count && speaks_of(proposal.label, unit)) return unit.id;
    }
    for (const Kind kind : {proposal.is_percent ? Kind::percent : Kind::number, Kind::number, Kind::count}) {
        for (const data::Unit& unit : dataset.units)
            if (unit.kind == kind) return unit.id;
    }
    return dataset.units.empty() ? "" : dataset.units.front().id;
}

}  // namespace

Additions region_additions(const std::vector<tabular::Proposal>& proposals, const std::string& country,
                           const std::vector<std::string>& languages) {
    Additions additions;
    for (const tabular::Proposal& proposal : proposals) {
        std::vector<json::Member> names;
        for (const std::string& language : languages) {
            const std::string_view of = language == "nl" ? "van " : language == "de" ? "von " : "of ";
            names.push_back(make_member(
                language, make_object({make_member("name", make_text(proposal.label)),
                                       make_member("in", make_text("in " + proposal.label)),
                                       make_member("of", make_text(std::string(of) + proposal.label)),
                                       make_member("the", make_text(proposal.label))})));
        }
        std::vector<json::Member> region = {make_member("kind", make_text("context")),
                                            make_member("country", make_text(country)),
                                            make_member("names", make_object(std::move(names)))};
        const auto nuts = std::find_if(proposal.codes.begin(), proposal.codes.end(), is_nuts_code);
        if (nuts != proposal.codes.end()) region.push_back(make_member("nuts", make_text(*nuts)));
        additions.emplace_back(proposal.id, json::json_line(make_object(std::move(region))));
    }
    return additions;
}

Additions indicator_additions(const std::vector<tabular::Proposal>& proposals, const data::Dataset& dataset,
                              const std::string& language) {
    Additions additions;
    for (const tabular::Proposal& proposal : proposals) {
        // What is printed is in the source's language; check asks for the others.
        const json::Value label = make_object({make_member(language, make_text(proposal.label))});
        additions.emplace_back(
            proposal.id,
            json::json_line(make_object(
                {make_member("theme", make_text(dataset.themes.empty() ? "" : dataset.themes.front().id)),
                 make_member("unit", make_text(unit_for(proposal, dataset))),
                 make_member("decimals", json::make_number(std::to_string(proposal.decimals))),
                 make_member("polarity", make_text("neutral")),
                 make_member("about_equal", json::make_number("0")), make_member("name", label),
                 make_member("definition", label)})));
    }
    return additions;
}

std::string with_additions(const std::string& text, std::string_view key, const Additions& additions) {
    if (additions.empty()) return text;
    const SourceText source("", text);
    Findings findings;
    const auto root = json::parse(source, findings);
    const json::Value* const object = root ? root->find(key) : nullptr;
    if (object == nullptr || object->kind != json::Kind::object) return text;
    const bool is_first = object->members.empty();
    const std::size_t at = is_first ? object->span.begin + 1 : object->members.back().value.span.end;
    std::string lines;
    for (const auto& [id, line] : additions) {
        if (!is_first || !lines.empty()) lines += ',';
        lines += "\n    " + json::json_line(make_text(id)) + ": " + line;
    }
    if (is_first) lines += "\n  ";
    return text.substr(0, at) + lines + text.substr(at);
}

}  // namespace regioscope::cli
