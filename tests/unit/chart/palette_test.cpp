// Computes from chart.css itself whether its colours can be told apart: contrast against the page, distance
// between each other for normal sight and for three simulated kinds of colour blindness, evenness of the
// scales in grey.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "chart/scale/colour.h"
#include "chart/sight.h"

using namespace regioscope;

namespace {

using chart::contrast;
using chart::distance;
using chart::lab;
using chart::light_of;
using chart::seen;
using chart::Sight;
using chart::sights;
using Triple = chart::Light;
using Palette = std::map<std::string, Triple>;

std::string stylesheet() {
    std::ifstream file(REGIOSCOPE_SOURCE_DIR "/templates/assets/chart.css");
    std::ostringstream css;
    css << file.rdbuf();
    return css.str();
}

void read_colours(const std::string& block, Palette& palette) {
    const std::regex declaration("--([a-z0-9-]+): (#[0-9a-f]{6});");
    for (std::sregex_iterator match(block.begin(), block.end(), declaration), end; match != end; ++match)
        palette[(*match)[1]] = *light_of((*match)[2].str());
}

/// The light scheme is the first block; the dark one changes parts of it.
Palette light() {
    const std::string css = stylesheet();
    Palette palette;
    read_colours(css.substr(0, css.find("@media")), palette);
    return palette;
}

Palette dark() {
    const std::string css = stylesheet();
    const std::size_t start = css.find("@media screen and (prefers-color-scheme: dark)");
    Palette palette = light();
    read_colours(css.substr(start, css.find("@media print") - start), palette);
    return palette;
}

std::vector<std::string> numbered(const std::string& name, int count) {
    std::vector<std::string> names;
    for (int i = 1; i <= count; ++i)
        names.push_back(name + "-" + std::to_string(i));
    return names;
}

double nearest(const Palette& palette, const std::vector<std::string>& names,
               const std::vector<std::string>& others) {
    double least = 1e9;
    for (const Sight& sight : sights)
        for (const std::string& a : names)
            for (const std::string& b : others)
                if (a != b)
                    least = std::min(least, distance(seen(palette.at(a), sight), seen(palette.at(b), sight)));
    return least;
}

struct Scheme {
    std::string name;
    Palette palette;
};

std::vector<Scheme> schemes() {
    return {{"light", light()}, {"dark", dark()}};
}

}  // namespace

TEST_CASE("the measures agree with published values") {
    CHECK(contrast({1, 1, 1}, {0, 0, 0}) == doctest::Approx(21));
    CHECK(lab({1, 1, 1})[0] == doctest::Approx(100));
    CHECK(lab(*light_of("#ff0000"))[1] == doctest::Approx(80.09).epsilon(0.001));
    CHECK(contrast(*light_of("#767676"), *light_of("#ffffff")) == doctest::Approx(4.54).epsilon(0.001));
    for (const char* const broken : {"", "#12345", "#1234567", "1c5f7a0", "#1c5g7a", "#-15f7a", "#1c 5f7"})
        CHECK_FALSE(light_of(broken));
}

TEST_CASE("both schemes define all colours") {
    CHECK(light().size() >= 34);
    CHECK(dark().at("paper") != light().at("paper"));
}

TEST_CASE("words can be read on the page") {
    for (const Scheme& scheme : schemes()) {
        for (const char* const name : {"ink", "soft-ink", "accent"}) {
            INFO(scheme.name << " " << name);
            CHECK(contrast(scheme.palette.at(name), scheme.palette.at("paper")) >= 4.5);
        }
    }
}

TEST_CASE("marks of regions and benchmarks can be seen on the page, and on land") {
    for (const Scheme& scheme : schemes()) {
        std::vector<std::string> names = numbered("region", 6);
        names.insert(names.end(), {"benchmark-1", "benchmark-2"});
        for (const std::string& name : names) {
            INFO(scheme.name << " " << name);
            CHECK(contrast(scheme.palette.at(name), scheme.palette.at("paper")) >= 3);
            // On land the page shows through around a mark; this is for the glance.
            CHECK(contrast(scheme.palette.at(name), scheme.palette.at("land")) >= 2.7);
        }
    }
}

TEST_CASE("what stands back can still be seen") {
    for (const Scheme& scheme : schemes())
        CHECK(contrast(scheme.palette.at("context"), scheme.palette.at("paper")) >= 3);
}

TEST_CASE("regions are told apart, whoever looks") {
    for (const Scheme& scheme : schemes()) {
        INFO(scheme.name);
        CHECK(nearest(scheme.palette, numbered("region", 6), numbered("region", 6)) >= 28);
        CHECK(nearest(scheme.palette, numbered("region", 6), numbered("benchmark", 2)) >= 15);
        CHECK(nearest(scheme.palette, numbered("benchmark", 2), numbered("benchmark", 2)) >= 15);
    }
}

TEST_CASE("a region keeps its hue when the light goes out") {
    const auto hue = [](const Triple& colour) {
        const Triple c = lab(colour);
        return std::atan2(c[2], c[1]) * 180 / std::acos(-1.0);
    };
    for (const std::string& name : numbered("region", 6)) {
        INFO(name);
        const double turn = std::remainder(hue(light().at(name)) - hue(dark().at(name)), 360);
        CHECK(std::abs(turn) <= 25);
    }
}

TEST_CASE("the parts that a title names are the strongest, by day and by night") {
    const auto strength = [](const Scheme& scheme, const std::string& name) {
        return contrast(scheme.palette.at(name), scheme.palette.at("paper"));
    };
    for (const Scheme& scheme : schemes()) {
        INFO(scheme.name);
        CHECK(strength(scheme, "named-1") > strength(scheme, "named-2"));
        CHECK(strength(scheme, "named-2") >= 4.5);
        for (const std::string& name : numbered("rest", 3)) {
            CHECK(strength(scheme, name) >= 1.6);
            CHECK(strength(scheme, name) * 1.25 < strength(scheme, "named-2"));
        }
    }
}

TEST_CASE("the order of strength among parts is the same by day and by night, and none is lost") {
    const auto order = [](const Palette& palette) {
        std::vector<std::string> names = numbered("part", 8);
        std::sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
            return contrast(palette.at(a), palette.at("paper")) >
                   contrast(palette.at(b), palette.at("paper"));
        });
        return names;
    };
    CHECK(order(light()) == order(dark()));
    for (const Scheme& scheme : schemes())
        for (const std::string& name : numbered("part", 8))
            CHECK(contrast(scheme.palette.at(name), scheme.palette.at("paper")) >= 1.6);
}

TEST_CASE("parts of a whole are told apart, whoever looks") {
    for (const Scheme& scheme : schemes()) {
        INFO(scheme.name);
        CHECK(nearest(scheme.palette, numbered("part", 8), numbered("part", 8)) >= 12);
    }
}

TEST_CASE("scales are even to the eye and readable in grey") {
    const auto lightness = [](const Palette& palette, const std::string& name) {
        return lab(palette.at(name))[0];
    };
    for (const Scheme& scheme : schemes()) {
        INFO(scheme.name);
        const double sign =
            lightness(scheme.palette, "step-1") > lightness(scheme.palette, "step-7") ? 1 : -1;
        for (int i = 1; i < 7; ++i) {
            const double step = sign * (lightness(scheme.palette, "step-" + std::to_string(i)) -
                                        lightness(scheme.palette, "step-" + std::to_string(i + 1)));
            CHECK(step >= 7);
            CHECK(step <= 15);
        }
    }
}

TEST_CASE("figures inside a fill can be read") {
    std::vector<std::string> fills = numbered("step", 7);
    for (const std::string& name : numbered("part", 8))
        fills.push_back(name);
    for (const auto& [name, count] : {std::pair("named", 2), std::pair("rest", 3)})
        for (const std::string& fill : numbered(name, count))
            fills.push_back(fill);
    for (const Scheme& scheme : schemes()) {
        for (const std::string& fill : fills) {
            const std::string ink = chart::ink_on(fill);
            INFO(scheme.name << " " << fill);
            CHECK(contrast(scheme.palette.at(fill), scheme.palette.at(ink)) >= 4.5);
        }
    }
}
