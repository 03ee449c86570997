// What the author says of a mark: "Philips closes". A quantity carries it to its mark, and when the chart is
// drawn the words are set in free room beside the mark.
#pragma once

#include <string>

namespace regioscope::chart {

struct Drawing;

struct Remark {
    /// `A`: stands in the chart where the words find no room, and before them in the notes.
    std::string sign = {};
    std::string text = {};

    bool empty() const { return text.empty(); }
};

/// Sets the remarks that shapes carry: beside the mark, with a leader where the words stand farther off. They
/// touch nothing that is drawn; where there is no room for the words, the sign stands.
Drawing with_remarks(Drawing drawing);

}  // namespace regioscope::chart
