// Charts worth keeping an eye on: each is stored as SVG, wide and narrow, and shown in the gallery.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "chart/drawing.h"

namespace regioscope::chart {

struct Case {
    /// `bar-references`; the stored files are `bar-references-wide.svg` and `-narrow.svg`.
    std::string name;
    std::string title;
    std::string description;
    std::function<Drawing(double width)> draw;
};

/// One function per file of cases.
void add_bar_cases(std::vector<Case>& cases);
void add_line_cases(std::vector<Case>& cases);
void add_row_cases(std::vector<Case>& cases);
void add_strip_cases(std::vector<Case>& cases);
void add_plane_cases(std::vector<Case>& cases);
void add_hostile_cases(std::vector<Case>& cases);

std::vector<Case> all_cases();

/// Registers the chart that `make` returns.
template <class Make>
void add(std::vector<Case>& cases, std::string name, std::string title, Make make) {
    cases.push_back({std::move(name), std::move(title), "Invented figures, drawn for a test.",
                     [make](double width) { return with_remarks(draw(make(), width)); }});
}

/// Numbers as a Dutch reader sees them: `7,2`.
std::string dutch(double value, int decimals);

}  // namespace regioscope::chart
