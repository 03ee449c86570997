// JSON as a person would write it: an object or a list stands on one line where it fits, else each of its
// members has a line of its own.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace regioscope::json {

/// Values that are made, not read; they stand nowhere.
Value make_text(std::string_view text);
/// `digits` is a number as JSON writes it: it is written as it stands.
Value make_number(std::string_view digits);
Value make_boolean(bool boolean);
Value make_list(std::vector<Value> items);
Value make_object(std::vector<Member> members);
Member make_member(std::string_view key, Value value);

/// The text of a file that holds the value, with a line break at its end.
std::string json_text(const Value& value);
/// The same on a single line.
std::string json_line(const Value& value);

}  // namespace regioscope::json
