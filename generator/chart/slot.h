// Whose a mark is. A slot becomes a CSS class, and chart.css gives the class its colour, dash and hatch; so a
// region looks the same in every chart of a report.
#pragma once

#include <string>

namespace regioscope::chart {

struct Slot {
    enum class Kind {
        region,     ///< 1–6, the regions under study
        benchmark,  ///< 1–2, greys
        context,    ///< a wider or neighbouring area, or whatever stands back
        part,       ///< 1–8, parts of a whole; never the regions' colours
        accent,     ///< what belongs to nobody: a single series, a target
    };
    Kind kind = Kind::accent;
    int number = 1;

    static Slot region(int number) { return {Kind::region, number}; }
    static Slot benchmark(int number) { return {Kind::benchmark, number}; }
    static Slot context() { return {Kind::context, 1}; }
    static Slot part(int number) { return {Kind::part, number}; }
    static Slot accent() { return {Kind::accent, 1}; }

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// `region-3`, `benchmark-1`, `part-2`, `context`, `accent`. Numbers beyond the palette start again from 1.
std::string class_of(Slot slot);

/// Does the slot have a marker shape of its own, that is worth repeating beside a name?
inline bool has_own_marker(Slot slot) {
    return slot.kind == Slot::Kind::region || slot.kind == Slot::Kind::benchmark;
}

/// Does the item stand out, or stand back? Quiet ones are grey but keep their marker in their own colour.
enum class Emphasis { normal, highlighted, quiet };

}  // namespace regioscope::chart
