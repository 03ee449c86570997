#include "base/json_text.h"

#include <fmt/format.h>

namespace regioscope::json {

namespace {

constexpr std::size_t widest_line = 120;
constexpr std::size_t indent = 2;

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_line(std::string& out, const Value& value) {
    const auto joined = [&out](char open, const auto& all, char close, const auto& append_one) {
        out += open;
        for (const auto& one : all) {
            if (&one != &all.front()) out += ", ";
            append_one(one);
        }
        out += close;
    };
    switch (value.kind) {
        case Kind::null:
            out += "null";
            break;
        case Kind::boolean:
            out += value.boolean ? "true" : "false";
            break;
        case Kind::number:
            out += value.text;
            break;
        case Kind::text:
            append_quoted(out, value.text);
            break;
        case Kind::list:
            joined('[', value.items, ']', [&](const Value& item) { append_line(out, item); });
            break;
        case Kind::object:
            joined('{', value.members, '}', [&](const Member& member) {
                append_quoted(out, member.key);
                out += ": ";
                append_line(out, member.value);
            });
            break;
    }
}

void append_lines(std::string& out, const Value& value, std::size_t depth) {
    const std::size_t used = out.size() - (out.rfind('\n') + 1);
    const std::string line = json_line(value);
    const bool is_empty = value.items.empty() && value.members.empty();
    if (is_empty || (depth > 0 && used + line.size() < widest_line)) {
        out += line;
        return;
    }
    const std::string start = "\n" + std::string((depth + 1) * indent, ' ');
    const bool is_list = value.kind == Kind::list;
    out += is_list ? '[' : '{';
    for (const Value& item : value.items) {
        out += (&item == &value.items.front() ? "" : ",") + start;
        append_lines(out, item, depth + 1);
    }
    for (const Member& member : value.members) {
        out += (&member == &value.members.front() ? "" : ",") + start;
        append_quoted(out, member.key);
        out += ": ";
        append_lines(out, member.value, depth + 1);
    }
    out += "\n" + std::string(depth * indent, ' ') + (is_list ? ']' : '}');
}

}  // namespace

Value make_text(std::string_view text) {
    Value value;
    value.kind = Kind::text;
    value.text = text;
    return value;
}

Value make_number(std::string_view digits) {
    Value value;
    value.kind = Kind::number;
    value.text = digits;
    value.number = Decimal::parse(digits).value_or(Decimal());
    return value;
}

Value make_boolean(bool boolean) {
    Value value;
    value.kind = Kind::boolean;
    value.boolean = boolean;
    return value;
}

Value make_list(std::vector<Value> items) {
    Value value;
    value.kind = Kind::list;
    value.items = std::move(items);
    return value;
}

Value make_object(std::vector<Member> members) {
    Value value;
    value.kind = Kind::object;
    value.members = std::move(members);
    return value;
}

Member make_member(std::string_view key, Value value) {
    return {std::string(key), {}, std::move(value)};
}

std::string json_line(const Value& value) {
    std::string out;
    append_line(out, value);
    return out;
}

std::string json_text(const Value& value) {
    std::string out;
    append_lines(out, value, 0);
    return out + "\n";
}

}  // namespace regioscope::json
