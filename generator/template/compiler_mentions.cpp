// What expressions run: macros and blocks are made for the place in which an expression names them.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "template/compilation.h"

namespace regioscope::templates {

void Compiler::mention(const Node& node, PlaceId place) {
    if (node.kind == NodeKind::call && mention_call(node, place)) {
        for (std::size_t i = 1; i < node.children.size(); ++i)
            mention(node.children[i], place);
        return;
    }
    if (node.kind == NodeKind::name) {
        // Handed on as a value: it may be called here or where values are made.
        for (Routine* routine : linker_.library().macros(*routine_.home, node.name).routines) {
            use(*routine, place, false, node.span);
            use(*routine, values_place(), false, node.span);
        }
    }
    for (const Node& child : node.children)
        mention(child, place);
}

bool Compiler::mention_call(const Node& call, PlaceId place) {
    const Node& callee = call.children[0];
    const bool is_member = callee.kind == NodeKind::attribute && callee.children[0].kind == NodeKind::name;
    if (callee.kind != NodeKind::name && !is_member) return false;
    if (is_member && callee.children[0].name == "self") {
        add_block_use(callee.name, place, call.span);
    } else if (callee.name == "super" && !is_member) {
        add_block_use({}, place, call.span);
    } else {
        const Library::Candidates callees = called(call);
        for (Routine* routine : callees.routines)
            use(*routine, place, callees.certain, call.span);
    }
    return true;
}

void Compiler::use(Routine& routine, PlaceId place, bool is_certain, Span span) {
    Variant* variant = linker_.variant(routine, place);
    variant_.uses.push_back({variant, nullptr, is_certain, span, "called"});
}

void Compiler::add_block_use(const std::string& name, PlaceId place, Span span) {
    const bool is_super = name.empty();
    if (routine_.kind == Routine::Kind::macro || (is_super && routine_.kind != Routine::Kind::block)) return;
    variant_.block_uses.push_back({name, place, span});
}

}  // namespace regioscope::templates
