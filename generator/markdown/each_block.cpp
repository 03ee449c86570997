#include "markdown/each_block.h"

namespace regioscope::markdown {

namespace {

using Visit = std::function<void(const Block&)>;

template <class Other>
void visit_within(const Other&, const Visit&) {}

void visit_within(const Quote& quote, const Visit& visit) {
    for_each_block(quote.content, visit);
}
void visit_within(const Aside& aside, const Visit& visit) {
    for_each_block(aside.content, visit);
}
void visit_within(const Conditional& conditional, const Visit& visit) {
    for_each_block(conditional.then, visit);
    for_each_block(conditional.otherwise, visit);
}
void visit_within(const Repetition& repetition, const Visit& visit) {
    for_each_block(repetition.content, visit);
}
void visit_within(const Bullets& list, const Visit& visit) {
    for (const Blocks& item : list.items)
        for_each_block(item, visit);
}

}  // namespace

void for_each_block(const Blocks& blocks, const Visit& visit) {
    for (const Block& block : blocks) {
        visit(block);
        std::visit([&](const auto& what) { visit_within(what, visit); }, block.what);
    }
}

}  // namespace regioscope::markdown
