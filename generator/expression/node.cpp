#include "expression/node.h"

namespace regioscope::expression {

std::set<std::string> Expression::names() const {
    std::set<std::string> names;
    if (!root_) return names;
    for_each_node(*root_, [&](const Node& node) {
        if (node.kind == NodeKind::name) names.insert(node.name);
    });
    return names;
}

}  // namespace regioscope::expression
