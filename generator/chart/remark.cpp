#include "chart/remark.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/ink.h"

namespace regioscope::chart {

namespace {

constexpr TextStyle remark_style = TextStyle::small;
constexpr double nearest = 6;  // from the mark to the words
constexpr double farthest = 72;
constexpr double search_step = 6;
constexpr double leader_from = 16;  // nearer words need no leader
constexpr std::size_t most_remark_lines = 4;

/// A mark that carries a remark, and how the words may stand to it.
struct Subject {
    Remark remark;
    Box box;
    enum class Kind { dot, bar, stretch };
    Kind kind = Kind::dot;
};

std::vector<Subject> subjects_of(const Drawing& drawing) {
    std::vector<Subject> subjects;
    for (const Group& group : drawing.groups) {
        for (const Shape& shape : group.shapes) {
            if (const Marker* const marker = std::get_if<Marker>(&shape); marker && !marker->remark.empty())
                subjects.push_back({marker->remark, box_of(shape)});
            if (const Rect* const rect = std::get_if<Rect>(&shape); rect && !rect->remark.empty())
                subjects.push_back({rect->remark, rect->box,
                                    group.name == "stretches" ? Subject::Kind::stretch : Subject::Kind::bar});
        }
    }
    return subjects;
}

/// Lines of words as one block.
struct Block {
    std::vector<std::string> lines;
    double width = 0;
    double height = 0;
};

Block block_of(std::vector<std::string> lines) {
    Block block{std::move(lines), 0, 0};
    for (const std::string& line : block.lines)
        block.width = std::max(block.width, text_width(line, remark_style));
    block.height = static_cast<double>(block.lines.size()) * line_height(remark_style);
    return block;
}

/// The words from one wide line to a narrow block, as far as they fit without loss.
std::vector<Block> blocks_of(const std::string& text) {
    std::vector<Block> blocks;
    for (const double width : {260.0, 170.0, 120.0, 90.0}) {
        if (!fits(text, width, remark_style, most_remark_lines)) continue;
        Block block = block_of(wrap(text, width, remark_style, most_remark_lines));
        if (blocks.empty() || block.lines.size() != blocks.back().lines.size())
            blocks.push_back(std::move(block));
    }
    return blocks;
}

struct Place {
    Box box;
    Anchor anchor = Anchor::start;
    std::optional<Segment> leader;
};

/// Where a block may stand beside a mark at a distance: right, left, above, below, and the corners.
std::vector<Place> places_around(const Block& block, const Box& mark, double distance) {
    const double middle = (mark.top + mark.bottom) / 2 - block.height / 2;
    const double centre = (mark.left + mark.right) / 2 - block.width / 2;
    const double right = mark.right + distance;
    const double left = mark.left - distance - block.width;
    const double above = mark.top - distance - block.height;
    const double below = mark.bottom + distance;
    const auto at = [&](double x, double y, Anchor anchor) {
        return Place{{x, y, x + block.width, y + block.height}, anchor, {}};
    };
    return {at(right, middle, Anchor::start),  at(left, middle, Anchor::end),
            at(centre, above, Anchor::middle), at(centre, below, Anchor::middle),
            at(right, above, Anchor::start),   at(right, below, Anchor::start),
            at(left, above, Anchor::end),      at(left, below, Anchor::end)};
}

/// From the mark's edge to the nearest point of the words.
Segment leader_between(const Box& mark, const Box& words) {
    const Point end{std::clamp((mark.left + mark.right) / 2, words.left, words.right),
                    std::clamp((mark.top + mark.bottom) / 2, words.top, words.bottom)};
    return {{std::clamp(end.x, mark.left, mark.right), std::clamp(end.y, mark.top, mark.bottom)}, end};
}

/// A dot's words may stand on any side, and farther off with a leader.
std::optional<Place> place_around(const Block& block, const Box& mark, const Ink& ink) {
    for (double distance = nearest; distance <= farthest; distance += search_step) {
        for (Place& place : places_around(block, mark, distance)) {
            if (!ink.is_free(place.box)) continue;
            if (distance < leader_from) return place;
            const Segment leader = leader_between(mark, place.box);
            if (ink.hides_words(leader)) continue;
            place.leader = leader;
            return place;
        }
    }
    return std::nullopt;
}

/// A bar's words stand where row or column shows what belongs together: behind it, beyond its figure, or just
/// above it.
std::optional<Place> place_at_bar(const Block& block, const Box& bar, const Ink& ink) {
    constexpr double beyond_figure = 160;
    constexpr double above_figure = 30;
    const double middle = (bar.top + bar.bottom) / 2 - block.height / 2;
    const auto at = [&](double x, double y, Anchor anchor) {
        return Place{{x, y, x + block.width, y + block.height}, anchor, {}};
    };
    for (double distance = nearest; distance <= beyond_figure; distance += search_step) {
        const Place behind = at(bar.right + distance, middle, Anchor::start);
        if (ink.is_free(behind.box)) return behind;
        if (distance > above_figure) continue;
        const double top = bar.top - distance - block.height;
        for (const Place& above : {at((bar.left + bar.right - block.width) / 2, top, Anchor::middle),
                                   at(bar.right - block.width, top, Anchor::end)}) {
            if (ink.is_free(above.box) && !ink.is_in_other_row(above.box, bar)) return above;
        }
    }
    return std::nullopt;
}

std::optional<Place> place_inside(const Block& block, const Box& stretch, const Ink& ink) {
    const double centre = (stretch.left + stretch.right) / 2;
    struct Start {
        double left;
        Anchor anchor;
    };
    const Start starts[] = {{centre - block.width / 2, Anchor::middle},
                            {stretch.left + 4, Anchor::start},
                            {stretch.right - 4 - block.width, Anchor::end}};
    for (double top = stretch.top + 2; top + block.height <= stretch.bottom; top += search_step) {
        for (const Start& start : starts) {
            const Box box{start.left, top, start.left + block.width, top + block.height};
            if (ink.is_free(box)) return Place{box, start.anchor, {}};
        }
    }
    return std::nullopt;
}

std::optional<Place> place(const Block& block, const Subject& subject, const Ink& ink) {
    switch (subject.kind) {
        case Subject::Kind::bar:
            return place_at_bar(block, subject.box, ink);
        case Subject::Kind::stretch:
            return place_inside(block, subject.box, ink);
        case Subject::Kind::dot:
            break;
    }
    return place_around(block, subject.box, ink);
}

void add_block(Group& group, const Block& block, const Place& place, std::string_view classes) {
    const double x = place.anchor == Anchor::start    ? place.box.left
                     : place.anchor == Anchor::middle ? (place.box.left + place.box.right) / 2
                                                      : place.box.right;
    double y = place.box.top + ascent(remark_style);
    for (const std::string& line : block.lines) {
        group.shapes.push_back(Text{{x, y}, line, remark_style, place.anchor, std::string(classes), {}});
        y += line_height(remark_style);
    }
}

}  // namespace

Drawing with_remarks(Drawing drawing) {
    const std::vector<Subject> subjects = subjects_of(drawing);
    if (subjects.empty()) return drawing;
    Ink ink(drawing);
    Group leaders{"leaders"};
    Group words{"remarks"};
    for (const Subject& subject : subjects) {
        std::vector<Block> blocks = blocks_of(subject.remark.text);
        const std::size_t of_words = blocks.size();
        blocks.push_back(block_of({subject.remark.sign}));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const auto place = chart::place(blocks[i], subject, ink);
            if (!place) continue;
            const std::size_t begin = words.shapes.size();
            add_block(words, blocks[i], *place, i < of_words ? "remark" : "remark remark-sign");
            for (std::size_t k = begin; k < words.shapes.size(); ++k)
                ink.add(words.shapes[k]);
            if (place->leader)
                leaders.shapes.push_back(Path{{{place->leader->from, place->leader->to}}, "leader"});
            break;
        }
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(words));
    return drawing;
}

}  // namespace regioscope::chart
