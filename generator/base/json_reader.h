// Typed reading of JSON objects: ask for keys by name and type; what is missing, of the wrong type or unknown
// becomes a finding with its place. A reader collects: it goes on after a finding and returns nothing for
// that key.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/json.h"

namespace regioscope::json {

/// `what` in the finding `wrong-type`: "expected a number, got a text".
bool expect(const Value& value, Kind kind, Findings& findings);

class ObjectReader {
  public:
    /// Reports `wrong-type` when the value is no object; then every key is absent and nothing more is
    /// reported.
    ObjectReader(const Value& value, Findings& findings);
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;
    /// Reports every key that nobody asked for (`unknown-key`, with "did you mean").
    ~ObjectReader();

    /// The value under a key, or null. `required` reports `missing-key` at the object's opening brace.
    const Value* optional(std::string_view key);
    const Value* required(std::string_view key);

    std::optional<std::string> optional_text(std::string_view key);
    std::optional<Decimal> optional_number(std::string_view key);
    std::optional<bool> optional_boolean(std::string_view key);
    /// Null when absent or of another kind (which is reported).
    const Value* optional_of(std::string_view key, Kind kind);
    const Value* required_of(std::string_view key, Kind kind);

    bool has(std::string_view key) const { return value_ != nullptr && value_->find(key) != nullptr; }
    /// Where the object or one of its values stands, for findings about it.
    Span span() const { return span_; }
    Span span_of(std::string_view key) const;

    Findings& findings() { return findings_; }

  private:
    const Value* value_;
    Span span_;
    Findings& findings_;
    std::vector<std::string_view> known_;
};

/// One word of a closed list: the index of `text` in `words`, else a finding `unknown-…` that lists them.
std::optional<std::size_t> choose(const Value& value, std::span<const std::string_view> words,
                                  std::string_view code, Findings& findings);

}  // namespace regioscope::json
