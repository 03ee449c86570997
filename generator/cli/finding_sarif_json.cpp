#include <nlohmann/json.hpp>

#include <map>

#include "base/place_counter.h"
#include "cli/finding_formats.h"
#include "escape/url.h"
#include "report/finding_codes.h"

namespace regioscope::cli {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A path as a relative address.
std::string address_of(std::string_view path) {
    std::string address;
    for (std::string_view rest = path; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        escape::append_url_component(address, part);
        rest.remove_prefix(part.size());
        if (rest.empty()) break;
        address += '/';
        rest.remove_prefix(1);
    }
    return address;
}

/// Where in a file, from the current folder; columns are counted in code points.
ordered_json physical_location(std::string_view project, std::string_view file, const Span& span,
                               PlaceCounter& places) {
    ordered_json location;
    location["artifactLocation"]["uri"] = address_of(from_current_folder(project, file));
    if (span) {
        const Position place = places.of(span);
        location["region"]["startLine"] = place.line;
        location["region"]["startColumn"] = place.column;
    }
    return location;
}

/// A rule for each code that was found, in the order of its first finding.
class Rules {
  public:
    std::size_t index_of(const std::string& code) {
        const auto [known, is_new] = places_.emplace(code, rules_.size());
        if (is_new) {
            ordered_json rule;
            rule["id"] = code;
            const std::string summary = report::summary_of_code(code);
            if (!summary.empty()) rule["shortDescription"]["text"] = summary;
            rules_.push_back(std::move(rule));
        }
        return known->second;
    }
    ordered_json take() { return std::move(rules_); }

  private:
    std::map<std::string, std::size_t> places_;
    ordered_json rules_ = ordered_json::array();
};

class SarifWriter {
  public:
    explicit SarifWriter(std::string_view project) : project_(project) {}

    std::string write(const Findings& findings) {
        ordered_json results = ordered_json::array();
        for (const Finding& finding : findings.all())
            results.push_back(result(finding));
        ordered_json run;
        run["tool"]["driver"]["name"] = "regioscope";
        run["tool"]["driver"]["version"] = REGIOSCOPE_VERSION;
        run["tool"]["driver"]["rules"] = rules_.take();
        run["columnKind"] = "unicodeCodePoints";
        run["results"] = std::move(results);
        ordered_json log;
        log["$schema"] = schema;
        log["version"] = "2.1.0";
        log["runs"] = ordered_json::array({std::move(run)});
        // Messages may quote bytes of a broken file: those become U+FFFD.
        return log.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    }

  private:
    ordered_json result(const Finding& finding) {
        std::string message = finding.message;
        ordered_json related = ordered_json::array();
        for (const FindingNote& note : finding.notes) {
            if (!note.span) {
                message += "\n" + note.message;
                continue;
            }
            ordered_json place;
            place["id"] = related.size();
            place["physicalLocation"] =
                physical_location(project_, note.span.source->name(), note.span, note_places_);
            place["message"]["text"] = note.message;
            related.push_back(std::move(place));
        }
        ordered_json result;
        result["ruleId"] = finding.code;
        result["ruleIndex"] = rules_.index_of(finding.code);
        result["level"] = name_of(finding.severity);
        result["message"]["text"] = std::move(message);
        if (!finding.file_name().empty()) {
            ordered_json location;
            location["physicalLocation"] =
                physical_location(project_, finding.file_name(), finding.span, places_);
            result["locations"] = ordered_json::array({std::move(location)});
        }
        if (!related.empty()) result["relatedLocations"] = std::move(related);
        if (!finding.subject.empty()) {
            result["partialFingerprints"]["subject/v1"] = finding.code + " " + finding.subject;
            result["properties"]["subject"] = finding.subject;
        }
        if (!finding.accepted.empty()) {
            ordered_json suppression;
            suppression["kind"] = "external";
            suppression["status"] = "accepted";
            suppression["justification"] = finding.accepted;
            result["suppressions"] = ordered_json::array({std::move(suppression)});
        }
        return result;
    }

    std::string_view project_;
    Rules rules_;
    PlaceCounter places_;
    PlaceCounter note_places_;  // notes lead anywhere
};

}  // namespace

std::string findings_sarif(const Findings& findings, std::string_view project) {
    return SarifWriter(project).write(findings);
}

}  // namespace regioscope::cli
