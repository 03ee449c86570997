#include "base/json_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/suggest.h"

namespace regioscope::json {

bool expect(const Value& value, Kind kind, Findings& findings) {
    if (value.kind == kind) return true;
    Finding finding = make_error("wrong-type", value.span,
                                 fmt::format("expected {}, got {}", described(kind), described(value.kind)));
    if (kind == Kind::number && value.kind == Kind::text && Decimal::parse(value.text))
        finding.note("write the number without quotes");
    const bool is_scalar = value.kind == Kind::text || value.kind == Kind::number;
    if (kind == Kind::list && is_scalar) finding.note(fmt::format("write a list: [{}]", value.span.text()));
    if (kind == Kind::text && value.kind == Kind::number)
        finding.note(fmt::format("write it in quotes: \"{}\"", value.span.text()));
    findings.add(std::move(finding));
    return false;
}

ObjectReader::ObjectReader(const Value& value, Findings& findings)
    : value_(value.kind == Kind::object ? &value : nullptr), span_(value.span), findings_(findings) {
    expect(value, Kind::object, findings);
    span_.end = std::min(span_.end, span_.begin + 1);
}

ObjectReader::~ObjectReader() {
    if (value_ == nullptr) return;
    constexpr std::size_t most_reported = 20;
    std::size_t count = 0;
    for (const Member& member : value_->members) {
        if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
        if (++count > most_reported) continue;
        findings_.error("unknown-key", member.key_span,
                        fmt::format("no key '{}' here{}", member.key, did_you_mean(member.key, known_)));
    }
    if (count > most_reported) {
        findings_.error(
            "unknown-key", span_,
            fmt::format("this object has {} more keys that are not known here", count - most_reported));
    }
}

const Value* ObjectReader::optional(std::string_view key) {
    known_.push_back(key);
    return value_ == nullptr ? nullptr : value_->find(key);
}

const Value* ObjectReader::required(std::string_view key) {
    const Value* const found = optional(key);
    if (found == nullptr && value_ != nullptr) {
        findings_.error("missing-key", span_, fmt::format("the key '{}' is missing in this object", key));
    }
    return found;
}

const Value* ObjectReader::optional_of(std::string_view key, Kind kind) {
    const Value* const found = optional(key);
    return found != nullptr && expect(*found, kind, findings_) ? found : nullptr;
}

const Value* ObjectReader::required_of(std::string_view key, Kind kind) {
    const Value* const found = required(key);
    return found != nullptr && expect(*found, kind, findings_) ? found : nullptr;
}

std::optional<std::string> ObjectReader::optional_text(std::string_view key) {
    const Value* const found = optional_of(key, Kind::text);
    return found == nullptr ? std::nullopt : std::optional(found->text);
}

std::optional<Decimal> ObjectReader::optional_number(std::string_view key) {
    const Value* const found = optional_of(key, Kind::number);
    return found == nullptr ? std::nullopt : std::optional(found->number);
}

std::optional<bool> ObjectReader::optional_boolean(std::string_view key) {
    const Value* const found = optional_of(key, Kind::boolean);
    return found == nullptr ? std::nullopt : std::optional(found->boolean);
}

Span ObjectReader::span_of(std::string_view key) const {
    const Value* const found = value_ == nullptr ? nullptr : value_->find(key);
    return found == nullptr ? span_ : found->span;
}

std::optional<std::size_t> choose(const Value& value, std::span<const std::string_view> words,
                                  std::string_view code, Findings& findings) {
    if (!expect(value, Kind::text, findings)) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), value.text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const auto near = nearest(value.text, {words.begin(), words.end()});
    findings.error(code, value.span,
                   fmt::format("'{}' is none of {}{}", value.text, fmt::join(words, ", "),
                               near ? fmt::format(" (did you mean '{}'?)", *near) : ""));
    return std::nullopt;
}

}  // namespace regioscope::json
