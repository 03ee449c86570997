#include "chart/svg.h"

#include <doctest/doctest.h>

using namespace regioscope::chart;

namespace {

Drawing one_bar() {
    return {
        100, 50, {{"bars", {Rect{{0, 1, 2.00049, 3}, "bar region-1", "Twente: 7 & \"8\""}}}, {"empty", {}}}};
}

}  // namespace

TEST_CASE("a drawing is written one element per line, empty groups left out") {
    const Canvas canvas{"fig-a", 100, "Title <1>", "What & why", {}};
    CHECK(write_svg(one_bar(), canvas).text() ==
          "<svg class=\"chart\" id=\"fig-a\" viewBox=\"0 0 100 50\" width=\"100\" height=\"50\" role=\"img\" "
          "aria-labelledby=\"fig-a-title fig-a-desc\">\n"
          "<title id=\"fig-a-title\">Title &lt;1&gt;</title>\n"
          "<desc id=\"fig-a-desc\">What &amp; why</desc>\n"
          "<g class=\"bars\">\n"
          "<rect class=\"bar region-1\" x=\"0\" y=\"1\" width=\"2\" height=\"2\">"
          "<title>Twente: 7 &amp; \"8\"</title></rect>\n"
          "</g>\n"
          "</svg>\n");
}

TEST_CASE("without a name what the data show is the name") {
    const std::string svg = write_svg(one_bar(), {"fig-n", 100, "", "Twente 7", {}}).text();
    CHECK(svg.find(" role=\"img\" aria-label=\"Twente 7\">") != std::string::npos);
    CHECK(svg.find("<desc") == std::string::npos);
}

TEST_CASE("hatches are patterns with ids of the figure, only those in use, once each") {
    Drawing drawing{10, 10, {{"bars", {}}}};
    for (int i = 0; i < 2; ++i)
        drawing.groups[0].shapes.push_back(Rect{{0, 0, 1, 1}, "bar", "", "region-2"});
    const std::string svg = write_svg(drawing, {"fig-b", 10, "t", "d", {}}).text();
    CHECK(svg.find("<pattern id=\"fig-b-hatch-region-2\"") != std::string::npos);
    CHECK(svg.find("<pattern", svg.find("<pattern") + 1) == std::string::npos);
    CHECK(svg.find("fill=\"url(#fig-b-hatch-region-2)\"") != std::string::npos);
    CHECK(svg.find("class=\"bar hatched\"") != std::string::npos);
}

TEST_CASE("there is no style attribute and no colour") {
    const std::string svg = write_svg(one_bar(), {"fig-c", 100, "t", "d", {}}).text();
    CHECK(svg.find("style") == std::string::npos);
    CHECK(svg.find("fill=\"#") == std::string::npos);
}

TEST_CASE("a file that travels alone has its namespace, its looks and its words") {
    Canvas canvas{"fig-d", 100, "A title that needs some lines", "d",
                  Standalone{":root{--a:#123}.bar{fill:var(--a)}", "Per cent", {"A note."}, "Source: us"}};
    const std::string svg = write_svg(one_bar(), canvas).text();
    CHECK(svg.find("xmlns=\"http://www.w3.org/2000/svg\"") != std::string::npos);
    CHECK(svg.find(".bar{fill:#123}") != std::string::npos);
    for (const char* const word : {">A title", ">Per cent<", ">A note.<", ">Source: us<"})
        CHECK_MESSAGE(svg.find(word) != std::string::npos, word);
    CHECK(svg.find("viewBox=\"0 0 132 ") != std::string::npos);
}

TEST_CASE("texts, lines, paths and markers") {
    Drawing drawing{10, 10, {{"all", {}}}};
    auto& shapes = drawing.groups[0].shapes;
    shapes.push_back(Text{{1, 2}, "a < b", TextStyle::small, Anchor::end, "tick", "all of it"});
    shapes.push_back(Text{{1, 2}, ""});
    shapes.push_back(Line{{0, 0}, {1, 1}, "gridline"});
    shapes.push_back(Path{{{{0, 0}, {1, 0}, {1, 1}}, {{2, 2}, {3, 2}, {3, 3}}}, "area", "", true});
    shapes.push_back(Marker{{5, 5}, 4, MarkerShape::circle, "marker"});
    shapes.push_back(Marker{{5, 5}, 1, MarkerShape::diamond, "marker"});
    const std::string svg = write_svg(drawing, {"f", 10, "t", "d", {}}).text();
    CHECK(svg.find("<text class=\"small tick\" x=\"1\" y=\"2\" text-anchor=\"end\">a &lt; b<title>all of "
                   "it</title></text>") != std::string::npos);
    CHECK(svg.find("<text", svg.find("<text") + 1) == std::string::npos);
    CHECK(svg.find("<line class=\"gridline\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"/>") != std::string::npos);
    CHECK(svg.find("d=\"M0,0h1v1zM2,2h1v1z\" fill-rule=\"evenodd\"/>") != std::string::npos);
    CHECK(svg.find("<circle class=\"marker\" cx=\"5\" cy=\"5\" r=\"4\"/>") != std::string::npos);
    CHECK(svg.find("d=\"M5,3.75l1.25,1.25l-1.25,1.25l-1.25-1.25z\"") != std::string::npos);
}
