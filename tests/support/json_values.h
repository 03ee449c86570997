// A JSON text as an expression value: how tests write the context of a template.
#pragma once

#include "base/json.h"
#include "expression/value.h"

namespace regioscope::tests {

inline expression::Value value_of(const json::Value& value) {
    switch (value.kind) {
        case json::Kind::null:
            return expression::Value::none();
        case json::Kind::boolean:
            return value.boolean;
        case json::Kind::number:
            return value.number;
        case json::Kind::text:
            return value.text;
        case json::Kind::list: {
            expression::List items;
            for (const json::Value& item : value.items)
                items.push_back(value_of(item));
            return items;
        }
        case json::Kind::object:
            break;
    }
    expression::Map entries;
    for (const json::Member& member : value.members)
        entries.set(member.key, value_of(member.value));
    return entries;
}

}  // namespace regioscope::tests
