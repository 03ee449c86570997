// Draws every case, wide and narrow, and holds it against tests/golden/chart/expected. A case that differs
// leaves its `.actual` beside the stored file and shows the first line that differs.
//
//   golden_chart               compare
//   golden_chart --rebaseline  store what is drawn now, and remove files of cases that are gone
//   golden_chart --list        the cases: name, title
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

#include "cases/cases.h"
#include "chart/svg.h"

namespace {

namespace files = std::filesystem;
using namespace regioscope::chart;

const files::path folder = files::path(REGIOSCOPE_SOURCE_DIR) / "tests/golden/chart/expected";

struct Width {
    const char* name;
    double pixels;
};
constexpr Width widths[] = {{"wide", 640}, {"narrow", 320}};

std::string read(const files::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write(const files::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
    std::istringstream left(expected);
    std::istringstream right(actual);
    std::string a;
    std::string b;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return "no difference by lines";
        if (!more_left || !more_right || a != b)
            return "line " + std::to_string(line) + "\n  expected " + (more_left ? a : "(end)") +
                   "\n  actual   " + (more_right ? b : "(end)");
    }
}

int compare(const files::path& stored, const std::string& actual) {
    const files::path beside = stored.string() + ".actual";
    files::remove(beside);
    const std::string expected = read(stored);
    if (expected == actual) return 0;
    write(beside, actual);
    std::cout << stored.filename().string() << ": "
              << (files::exists(stored) ? first_difference(expected, actual) : "not stored yet") << "\n";
    return 1;
}

int run(bool rebaseline) {
    int differing = 0;
    std::set<files::path> known;
    for (const Case& drawn : all_cases()) {
        for (const Width& width : widths) {
            const std::string id = drawn.name + "-" + width.name;
            const Canvas canvas{id, width.pixels, drawn.title, drawn.description, {}};
            const std::string svg = write_svg(drawn.draw(width.pixels), canvas).text();
            const files::path stored = folder / (id + ".svg");
            if (!known.insert(stored).second) {
                std::cout << id << ": two cases of this name\n";
                return 1;
            }
            if (rebaseline)
                write(stored, svg);
            else
                differing += compare(stored, svg);
        }
    }
    for (const auto& entry : files::directory_iterator(folder)) {
        if (entry.path().extension() != ".svg" || known.contains(entry.path())) continue;
        if (rebaseline) {
            files::remove(entry.path());
        } else {
            std::cout << entry.path().filename().string() << ": no case draws this\n";
            ++differing;
        }
    }
    if (differing > 0) std::cout << differing << " differ; look at them, then: golden_chart --rebaseline\n";
    return differing > 0 ? 1 : 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string option = count > 1 ? arguments[1] : "";
    if (option == "--list") {
        for (const Case& drawn : all_cases())
            std::cout << drawn.name << "\t" << drawn.title << "\n";
        return 0;
    }
    return run(option == "--rebaseline");
}
