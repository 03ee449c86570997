#include "report/acceptances_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace regioscope::report {

namespace {

using nlohmann::ordered_json;

bool is_about(const ordered_json& entry, const std::string& code, const std::string& subject) {
    return entry.value("code", "") == code && entry.value("subject", "") == subject;
}

bool is_unused(const ordered_json& entry, const std::vector<data::Acceptance>& unused) {
    std::vector<std::string> figures = entry.value("figures", std::vector<std::string>());
    std::sort(figures.begin(), figures.end());
    return std::any_of(unused.begin(), unused.end(), [&](const data::Acceptance& one) {
        return is_about(entry, one.code, one.subject) && figures == one.figures;
    });
}

}  // namespace

Result<std::string> with_acceptances(std::string_view text, const std::vector<Finding>& accepted,
                                     const std::vector<data::Acceptance>& unused, const std::string& reason) {
    // Nothing to mend here: the project was read before, and what is no register was a finding.
    ordered_json file = ordered_json::parse(text, nullptr, false);
    if (!file.is_object()) file = {{"$schema", "schema/accepted.schema.json"}};
    ordered_json& entries = file["accepted"];
    if (!entries.is_array()) entries = ordered_json::array();
    for (const Finding& finding : accepted) {
        const auto replaced = std::find_if(entries.begin(), entries.end(), [&](const ordered_json& entry) {
            return is_about(entry, finding.code, finding.subject) && is_unused(entry, unused);
        });
        const std::string own = replaced == entries.end() ? "" : replaced->value("reason", "");
        if (reason.empty() && own.empty())
            return make_error("no-reason", {},
                              fmt::format("say with --reason why '{}' may stay", finding.subject));
        ordered_json entry = {
            {"code", finding.code}, {"subject", finding.subject}, {"reason", reason.empty() ? own : reason}};
        if (const std::vector<std::string> figures = finding.figures(); !figures.empty())
            entry["figures"] = figures;
        if (replaced == entries.end())
            entries.push_back(std::move(entry));
        else
            *replaced = std::move(entry);
    }
    return file.dump(2) + "\n";
}

}  // namespace regioscope::report
