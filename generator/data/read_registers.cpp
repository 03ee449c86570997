// The registers beside the tables: corrections.json, accepted.json, checks.json.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "data/readers.h"

namespace regioscope::data {

using json::Kind;

namespace {

constexpr std::string_view severities[] = {"warning", "error"};

/// False when it is not said, or not known, which figure is meant.
bool read_corrected_observation(Entry& correction, Correction& out, Dataset& additions) {
    const json::Value* const value = correction.required("observation");
    if (value == nullptr) return false;
    const Context& context = correction.context();
    const Dataset& dataset = context.dataset;
    Entry entry(*value, context);
    const auto indicator = entry.reference("indicator", dataset.indicator_by_id, "indicator");
    const auto area = entry.reference("area", dataset.area_by_id, "area");
    const auto period = entry.period("period");
    const auto source = entry.reference("source", dataset.source_by_id, "source");
    out.table = entry.reference("table", dataset.table_by_id, "table", Need::optional);
    if (!indicator || !area || !period || !source) return false;
    out.indicator = *indicator;
    out.area = *area;
    out.period = add_period(*period, additions);
    out.source = *source;
    return true;
}

void read_use(Entry& entry, Correction& correction) {
    const json::Value* const use = entry.required("use");
    const json::Value* const status = entry.optional("status");
    if (use == nullptr) return;
    Findings& findings = entry.findings();
    const auto statuses = status == nullptr ? std::nullopt : read_statuses(*status, findings);
    if (use->kind == Kind::text) {
        correction.use = Correction::Use::as_printed;
        if (use->text != "as-printed") {
            findings.error("unknown-word", use->span,
                           fmt::format("'{}' is neither a figure nor as-printed{}", use->text,
                                       did_you_mean(use->text, {"as-printed"})));
        }
        if (status != nullptr)
            findings.error("misplaced-key", status->span, "a figure used as printed keeps its status");
        return;
    }
    correction.value = read_value(*use, findings);
    correction.use = correction.value ? Correction::Use::value : Correction::Use::withheld;
    correction.statuses = statuses.value_or(Statuses{correction.value ? Status::normal : Status::missing});
    const bool fits =
        correction.value ? std::none_of(correction.statuses.begin(), correction.statuses.end(), means_missing)
                         : means_missing(correction.statuses.front());
    if (!fits) {
        findings
            .error("status-mismatch", entry.span_of("status"),
                   correction.value ? "the status says that there is no value, but one is used"
                                    : "no value is used, but the status does not say why")
            .note("H, L, M, O and Q say that there is no value");
    }
}

void read_correction(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::correction, member.key);
    Entry entry(member.value, context);
    Correction correction;
    correction.id = member.key;
    correction.span = member.key_span;
    const bool is_of_a_figure = read_corrected_observation(entry, correction, out);
    correction.expect = entry.value_or_null("expect");
    read_use(entry, correction);
    correction.reason = entry.words("reason");
    correction.citations = entry.citations("citations", Need::optional);
    correction.editions = entry.editions();
    if (is_of_a_figure) out.corrections.push_back(std::move(correction));
}

bool is_name(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return !text.empty() && letter(text[0]) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void read_for_each(Entry& entry, Check& check) {
    const json::Value* const value = entry.optional_of("for_each", Kind::object);
    if (value == nullptr) return;
    Findings& findings = entry.findings();
    if (value->members.size() != 1) {
        findings.error("wrong-count", value->span, "'for_each' binds one name to one set of regions");
        return;
    }
    const json::Member& member = value->members.front();
    if (!is_name(member.key))
        findings.error("invalid-name", member.key_span, fmt::format("'{}' is no name", member.key));
    if (!json::expect(member.value, Kind::text, findings)) return;
    check.for_each_name = member.key;
    check.for_each_set = member.value.text;
    const Dataset& dataset = entry.context().dataset;
    if (dataset.find_set(check.for_each_set) != nullptr) return;
    std::vector<std::string_view> ids;
    for (const RegionSet& set : dataset.region_sets)
        ids.push_back(set.id);
    findings.error(
        "unknown-region-set", member.value.span,
        fmt::format("no set of regions '{}'{}", check.for_each_set, did_you_mean(check.for_each_set, ids)));
}

Check read_check(const json::Member& member, const Context& context) {
    const Owning owning(context.texts, Owner::Kind::check, member.key);
    Entry entry(member.value, context);
    Check check;
    check.id = member.key;
    check.span = member.key_span;
    check.condition = entry.string("condition");
    check.condition_span = inside_quotes(entry.span_of("condition"));
    check.is_error = entry.word("severity", severities, Need::optional) == "error";
    check.doubtful = entry.optional_boolean("doubtful").value_or(false);
    check.message = entry.words("message");
    check.citations = entry.citations("citations", Need::optional);
    read_for_each(entry, check);
    check.editions = entry.editions();
    return check;
}

}  // namespace

void read_corrections(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("corrections", Need::required,
                  [&](const json::Member& member) { read_correction(member, context, out); });
}

void read_acceptances(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.items("accepted", Need::required, [&](const json::Value& item) {
        Entry acceptance(item, context);
        std::string code = acceptance.string("code");
        std::string subject = acceptance.string("subject");
        std::string reason = acceptance.string("reason");
        std::vector<std::string> figures = acceptance.strings("figures", Need::optional);
        std::sort(figures.begin(), figures.end());
        out.acceptances.push_back(
            {std::move(code), std::move(subject), std::move(reason), std::move(figures), acceptance.span()});
    });
}

void read_checks(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("checks", Need::required,
                  [&](const json::Member& member) { out.checks.push_back(read_check(member, context)); });
}

}  // namespace regioscope::data
