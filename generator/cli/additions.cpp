#include "cli/additions.h"

#include <algorithm>
#include <regex>

#include "base/json_text.h"
#include "base/source.h"

namespace regioscope::cli {

namespace {

using json::make_member;
using json::make_object;
using json::make_text;

json::Value in_each(const std::vector<std::string>& languages, const json::Value& value) {
    std::vector<json::Member> members;
    for (const std::string& language : languages)
        members.push_back(make_member(language, value));
    return make_object(std::move(members));
}

bool is_nuts_code(const std::string& code) {
    static const std::regex nuts("[A-Z]{2}[0-9A-Z]{1,3}");
    return std::regex_match(code, nuts);
}

/// The unit of what is printed so: percents, or things if it is whole.
std::string unit_for(const tabular::Proposal& proposal, const data::Dataset& dataset) {
    using Kind = data::Unit::Kind;
    const Kind wanted = proposal.is_percent      ? Kind::percent
                        : proposal.decimals == 0 ? Kind::count
                                                 : Kind::number;
    for (const Kind kind : {wanted, Kind::number, Kind::count}) {
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
                              const std::vector<std::string>& languages) {
    Additions additions;
    for (const tabular::Proposal& proposal : proposals) {
        const json::Value label = in_each(languages, make_text(proposal.label));
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
