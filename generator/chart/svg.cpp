#include "chart/svg.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "chart/number.h"
#include "chart/stylesheet.h"
#include "escape/svg.h"

namespace regioscope::chart {

namespace {

/// Builds markup line by line; it escapes all it is given.
class Writer {
  public:
    explicit Writer(const Canvas& canvas) : canvas_(canvas) {}

    Writer& open(std::string_view name) {
        line();
        out_ += '<';
        out_ += name;
        return *this;
    }
    Writer& set(std::string_view name, std::string_view value) {
        if (value.empty()) return *this;
        out_ += ' ';
        out_ += name;
        out_ += "=\"";
        escape::append_svg_attribute(out_, value);
        out_ += '"';
        return *this;
    }
    Writer& set(std::string_view name, double value) { return set(name, number_text(value)); }

    /// Ends an element that has at most a tip inside.
    void close(std::string_view name, std::string_view tip = {}) {
        if (tip.empty() || !canvas_.has_tips) {
            out_ += "/>\n";
            return;
        }
        out_ += "><title>";
        escape::append_svg_text(out_, tip);
        out_ += "</title></";
        out_ += name;
        out_ += ">\n";
    }
    void close_with_text(std::string_view name, std::string_view text, std::string_view tip = {}) {
        out_ += '>';
        escape::append_svg_text(out_, text);
        if (!tip.empty() && canvas_.has_tips) {
            out_ += "<title>";
            escape::append_svg_text(out_, tip);
            out_ += "</title>";
        }
        out_ += "</";
        out_ += name;
        out_ += ">\n";
    }
    void begin_children() {
        out_ += ">\n";
        ++depth_;
    }
    void end_children(std::string_view name) {
        --depth_;
        line();
        out_ += "</";
        out_ += name;
        out_ += ">\n";
    }

    void operator()(const Rect& rect) {
        open("rect").set("class", rect.hatch.empty() ? rect.classes : joined(rect.classes, "hatched"));
        set("x", rect.box.left)
            .set("y", rect.box.top)
            .set("width", rect.box.width())
            .set("height", rect.box.height());
        if (!rect.hatch.empty()) set("fill", "url(#" + hatch_id(rect.hatch) + ")");
        close("rect", rect.tip);
    }
    void operator()(const Line& shape) {
        open("line").set("class", shape.classes);
        set("x1", shape.from.x).set("y1", shape.from.y).set("x2", shape.to.x).set("y2", shape.to.y);
        close("line");
    }
    void operator()(const Path& path) {
        open("path").set("class", path.classes).set("d", path_data(path));
        if (path.closed && path.parts.size() > 1) set("fill-rule", "evenodd");
        close("path", path.tip);
    }
    void operator()(const Marker& marker) {
        if (marker.shape == MarkerShape::circle) {
            open("circle").set("class", marker.classes);
            set("cx", marker.centre.x).set("cy", marker.centre.y).set("r", marker.radius);
            close("circle", marker.tip);
            return;
        }
        (*this)(Path{{outline_of(marker)}, marker.classes, marker.tip, true});
    }
    void operator()(const Text& text) {
        if (text.text.empty()) return;
        open("text")
            .set("class", joined(class_of(text.style), text.classes))
            .set("x", text.at.x)
            .set("y", text.at.y);
        if (text.anchor != Anchor::start)
            set("text-anchor", text.anchor == Anchor::middle ? "middle" : "end");
        close_with_text("text", text.text, text.tip);
    }

    std::string hatch_id(std::string_view slot) const { return canvas_.id + "-hatch-" + std::string(slot); }
    std::string take() { return std::move(out_); }

  private:
    /// In a page, which readers fetch, nothing is indented.
    void line() {
        if (canvas_.standalone) out_.append(2 * depth_, ' ');
    }

    /// Begins at a place and goes on in steps, which take fewer signs.
    static std::string path_data(const Path& path) {
        std::string data;
        for (const auto& part : path.parts) {
            Point at;
            for (const Point& point : part) {
                const Point to{rounded(point.x), rounded(point.y)};
                data += &point == &part.front() ? "M" + number_text(to.x) + "," + number_text(to.y)
                                                : step(to.x - at.x, to.y - at.y);
                at = to;
            }
            if (path.closed) data += 'z';
        }
        return data;
    }
    static std::string step(double right, double down) {
        const std::string x = number_text(right);
        const std::string y = number_text(down);
        if (y == "0") return "h" + x;
        if (x == "0") return "v" + y;
        return "l" + x + (y.front() == '-' ? "" : ",") + y;
    }

    const Canvas& canvas_;
    std::string out_;
    std::size_t depth_ = 0;
};

std::set<std::string> hatches_in(const Drawing& drawing) {
    std::set<std::string> hatches;
    for (const Group& group : drawing.groups)
        for (const Shape& shape : group.shapes)
            if (const Rect* rect = std::get_if<Rect>(&shape); rect != nullptr && !rect->hatch.empty())
                hatches.insert(rect->hatch);
    return hatches;
}

void write_hatches(Writer& svg, const std::set<std::string>& hatches) {
    if (hatches.empty()) return;
    svg.open("defs");
    svg.begin_children();
    for (const std::string& hatch : hatches) {
        svg.open("pattern").set("id", svg.hatch_id(hatch)).set("patternUnits", "userSpaceOnUse");
        svg.set("width", 6).set("height", 6);
        svg.begin_children();
        // Three strokes, so that the diagonal continues into the neighbouring tiles without a notch.
        svg(Path{{{{-1.5, 1.5}, {1.5, -1.5}}, {{0, 6}, {6, 0}}, {{4.5, 7.5}, {7.5, 4.5}}},
                 joined("hatch", hatch)});
        svg.end_children("pattern");
    }
    svg.end_children("defs");
}

/// Adds lines of text below `y` and returns where the next may begin.
double add_lines(Group& group, const std::string& text, double y, double width, TextStyle style,
                 std::string_view classes) {
    for (std::string& line : wrap(text, width, style, 12)) {
        group.shapes.push_back(
            Text{{0, y + ascent(style)}, std::move(line), style, Anchor::start, std::string(classes)});
        y += line_height(style);
    }
    return y;
}

/// The chart with its title above and its notes and source below, as the page would print them.
Drawing with_words(const Drawing& drawing, const Canvas& canvas, const Standalone& words) {
    constexpr double margin = 16;
    Group header{"header"};
    double top = add_lines(header, canvas.title, 0, drawing.width, TextStyle::heading, "");
    top = add_lines(header, words.subtitle, top + 2, drawing.width, TextStyle::label, "soft");
    Drawing whole = moved(drawing, 0, top + 10);
    Group footer{"footer"};
    double bottom = top + 10 + drawing.height + 10;
    for (const std::string& note : words.notes)
        bottom = add_lines(footer, note, bottom, drawing.width, TextStyle::small, "soft") + 2;
    for (const std::string& line : {words.source, words.rights, words.edition})
        bottom = add_lines(footer, line, bottom, drawing.width, TextStyle::small, "soft");
    whole.groups.insert(whole.groups.begin(), std::move(header));
    whole.groups.push_back(std::move(footer));
    whole = moved(std::move(whole), margin, margin);
    whole.width += 2 * margin;
    whole.height = bottom + 2 * margin;
    return whole;
}

/// Dublin Core, for programs that keep pictures with their origin.
void write_metadata(Writer& svg, const Canvas& canvas, const Standalone& words) {
    svg.open("metadata").begin_children();
    svg.open("rdf:RDF").set("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    svg.set("xmlns:dc", "http://purl.org/dc/elements/1.1/").begin_children();
    svg.open("rdf:Description").begin_children();
    const auto term = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) svg.open(name).close_with_text(name, text);
    };
    term("dc:title", canvas.title);
    term("dc:description", canvas.description);
    term("dc:language", words.language);
    term("dc:source", words.source);
    term("dc:rights", words.rights);
    term("dc:relation", words.edition);
    term("dc:publisher", words.publisher);
    svg.end_children("rdf:Description");
    svg.end_children("rdf:RDF");
    svg.end_children("metadata");
}

}  // namespace

escape::SafeHtml write_svg(const Drawing& chart, const Canvas& canvas) {
    const Drawing drawing = canvas.standalone ? with_words(chart, canvas, *canvas.standalone) : chart;
    Writer svg(canvas);
    svg.open("svg").set("class", "chart").set("id", canvas.id);
    svg.set("xmlns", canvas.standalone ? "http://www.w3.org/2000/svg" : "");
    svg.set("lang", canvas.standalone ? canvas.standalone->language : "");
    svg.set("viewBox", "0 0 " + number_text(drawing.width) + " " + number_text(drawing.height));
    svg.set("width", drawing.width).set("height", drawing.height).set("role", "img");
    if (canvas.title.empty()) {
        svg.set("aria-label", canvas.description);
        svg.begin_children();
    } else {
        svg.set("aria-labelledby", canvas.id + "-title " + canvas.id + "-desc");
        svg.begin_children();
        svg.open("title").set("id", canvas.id + "-title").close_with_text("title", canvas.title);
        svg.open("desc").set("id", canvas.id + "-desc").close_with_text("desc", canvas.description);
    }
    if (canvas.standalone) {
        write_metadata(svg, canvas, *canvas.standalone);
        svg.open("style").close_with_text("style", "\n" + plain_stylesheet(canvas.standalone->stylesheet));
        svg(Rect{{0, 0, drawing.width, drawing.height}, "paper"});
    }
    write_hatches(svg, hatches_in(drawing));
    for (const Group& group : drawing.groups) {
        if (group.shapes.empty()) continue;
        svg.open("g").set("class", group.name);
        svg.begin_children();
        for (const Shape& shape : group.shapes)
            std::visit(svg, shape);
        svg.end_children("g");
    }
    svg.end_children("svg");
    return escape::SafeHtml::from_trusted(svg.take());
}

}  // namespace regioscope::chart
