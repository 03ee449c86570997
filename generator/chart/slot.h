// Whose a mark is. A slot becomes a CSS class, and chart.css gives the class its colour, dash and hatch; so a
// region looks the same in every chart of a report.
#pragma once

#include <string>

namespace regioscope::chart {

struct Slot {
    enum class Kind {
        region,     ///< 1–12, the regions under study; more are not told apart
        benchmark,  ///< 1–2, greys
        context,    ///< a wider or neighbouring area, or whatever stands back
        part,       ///< 1–8, parts of a whole; never the regions' colours
        named,   ///< 1–2, the parts that the title names: the strongest of all parts, by day and by night
        rest,    ///< 1–3, the other parts then: greys
        series,  ///< 1–12, lines that belong to nobody in particular: one colour, each a marker and a dash
        accent,  ///< what belongs to nobody: a single series, a target
    };
    Kind kind = Kind::accent;
    int number = 1;

    static Slot region(int number) { return {Kind::region, number}; }
    static Slot benchmark(int number) { return {Kind::benchmark, number}; }
    static Slot named(int number) { return {Kind::named, number}; }
    static Slot rest(int number) { return {Kind::rest, number}; }
    static Slot context() { return {Kind::context, 1}; }
    static Slot part(int number) { return {Kind::part, number}; }
    static Slot series(int number) { return {Kind::series, number}; }
    static Slot accent() { return {Kind::accent, 1}; }

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// So many regions, or series, have a look of their own: a marker and a dash each.
inline constexpr int most_looks = 12;

/// `region-3`, `benchmark-1`, `part-2`, `context`, `accent`. A region or series beyond the last look is
/// `context`, so that none looks like another; the other kinds start again from 1.
std::string class_of(Slot slot);

/// Does the slot have a marker shape of its own, that is worth repeating beside a name?
inline bool has_own_marker(Slot slot) {
    if (slot.kind == Slot::Kind::region || slot.kind == Slot::Kind::series) return slot.number <= most_looks;
    return slot.kind == Slot::Kind::benchmark;
}

/// Does the item stand out, or stand back? Quiet ones are grey but keep their marker in their own colour.
enum class Emphasis { normal, highlighted, quiet };

}  // namespace regioscope::chart
