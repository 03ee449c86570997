#include "chart/slot.h"

namespace regioscope::chart {

namespace {

std::string numbered(std::string name, int number, int count) {
    const int place = ((number - 1) % count + count) % count + 1;
    return std::move(name) + "-" + std::to_string(place);
}

}  // namespace

std::string class_of(Slot slot) {
    switch (slot.kind) {
        case Slot::Kind::region:
            return slot.number > most_looks ? "context" : numbered("region", slot.number, most_looks);
        case Slot::Kind::series:
            return slot.number > most_looks ? "context" : numbered("series", slot.number, most_looks);
        case Slot::Kind::benchmark:
            return numbered("benchmark", slot.number, 2);
        case Slot::Kind::part:
            return numbered("part", slot.number, 8);
        case Slot::Kind::named:
            return numbered("named", slot.number, 2);
        case Slot::Kind::rest:
            return numbered("rest", slot.number, 3);
        case Slot::Kind::context:
            return "context";
        case Slot::Kind::accent:
            return "accent";
    }
    return "accent";
}

}  // namespace regioscope::chart
