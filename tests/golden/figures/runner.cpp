// Makes a figure of every kind from the small report, in three languages, and holds its HTML and CSV against
// tests/golden/figures/expected. What differs leaves its `.actual` beside the stored file. The table of kinds
// in the manual and the words of kinds in the schema are held against the program's own table, too.
//
//   golden_figures               compare
//   golden_figures --rebaseline  store what is made now, and remove files of cases that are gone
#include <filesystem>
#include <set>

#include "figure_cases.h"
#include "figure_project.h"

namespace {

namespace files = std::filesystem;
using namespace regioscope::figures;

const files::path root = REGIOSCOPE_SOURCE_DIR;
const files::path folder = root / "tests/golden/figures/expected";

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

std::string takes(const Kind& kind) {
    switch (kind.takes) {
        case Takes::indicator:
            return "`indicator`";
        case Takes::indicators:
            return "`indicators`, `composition`";
        case Takes::x_and_y:
            return "`x`, `y`";
        case Takes::parts:
            return "`composition`, or `\"facts\": \"employer-seats\"`";
        case Takes::facts:
            break;
    }
    if (kind.shape == Shape::events) return "`\"facts\": \"milestones\"` or `\"partnerships\"`";
    return kind.shape == Shape::targets ? "`goals`" : "";
}

std::string additions(const Kind& kind) {
    std::string all;
    const auto add = [&](bool has, const char* word) {
        if (has) all += (all.empty() ? "" : ", ") + std::string(word);
    };
    add(kind.takes_annotations, "`annotations`");
    add(kind.shades_periods, "of periods too");
    add(kind.draws_targets, "`goals`");
    add(kind.draws_mean, "`mean`");
    return all;
}

std::string table_of_kinds() {
    std::string table =
        "| kind | shows | takes | countries | sorted | may add |\n|---|---|---|---|---|---|\n";
    for (const Kind& kind : kinds()) {
        const bool has_grid = !kind.is_of_facts();
        table += "| `" + std::string(kind.word) + "` | " + std::string(kind.shows) + " | " + takes(kind) +
                 " | " +
                 (!has_grid       ? ""
                  : kind.compares ? "of the regions"
                                  : "as declared") +
                 " | " +
                 (!has_grid             ? ""
                  : kind.sorts_by_value ? "by value"
                                        : "as the set") +
                 " | " + additions(kind) + " |\n";
    }
    return table;
}

std::string schema_words() {
    std::string words;
    for (const Kind& kind : kinds())
        words += (words.empty() ? "" : ",\n") + std::string(12, ' ') + "\"" + std::string(kind.word) + "\"";
    return words + "\n";
}

/// A file with what stands between two of its lines made anew.
std::string renewed(const files::path& path, const std::string& first, const std::string& last,
                    const std::string& between) {
    const std::string text = read(path);
    const std::size_t begin = text.find(first) + first.size();
    return text.substr(0, begin) + between + text.substr(text.find(last, begin));
}

/// All files of all cases by name.
std::map<std::string, std::string> make_all() {
    std::map<std::string, std::string> made;
    test::Report report;
    for (const auto& [name, members] : test::cases) {
        const Declaration declared = report.declared(members, name);
        for (const std::string language : {"nl", "de", "en"}) {
            Surroundings around;
            around.number = language == "nl" ? "Figuur 1" : language == "de" ? "Abbildung 1" : "Figure 1";
            around.data_heading = report.presenter(language).message("figure.data");
            around.source_word = report.presenter(language).message("table.source");
            around.links = {{report.presenter(language).message("figure.csv"), "../data/figures/f.csv"}};
            made[name + "-" + language + ".html"] =
                figure_html(report.figure(declared, language), around).text();
        }
        made[name + ".csv"] = figure_csv(report.gathered(declared), report.presenter("nl"));
    }
    return made;
}

}  // namespace

int main(int count, char** arguments) {
    const bool rebaseline = count > 1 && std::string(arguments[1]) == "--rebaseline";
    const std::map<std::string, std::string> made = make_all();
    int differing = 0;
    const auto settle = [&](const files::path& stored, const std::string& text) {
        files::remove(stored.string() + ".actual");
        if (rebaseline) return write(stored, text);
        const std::string expected = read(stored);
        if (expected == text) return;
        ++differing;
        write(stored.string() + ".actual", text);
        std::cout << stored.filename().string() << ": "
                  << (files::exists(stored) ? first_difference(expected, text) : "not stored yet") << "\n";
    };
    for (const auto& [name, text] : made)
        settle(folder / name, text);
    const files::path manual = root / "docs/figures.md";
    settle(manual, renewed(manual, "<!-- kinds -->\n", "<!-- end of kinds -->", table_of_kinds()));
    const files::path schema = root / "datasets/schema/figures.schema.json";
    settle(schema, renewed(schema, "\"kind\": {\n          \"enum\": [\n", "          ]", schema_words()));
    for (const auto& entry : files::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (made.contains(name) || name.ends_with(".actual")) continue;
        if (rebaseline) {
            files::remove(entry.path());
        } else {
            std::cout << name << ": no case makes this\n";
            ++differing;
        }
    }
    if (differing > 0) std::cout << differing << " differ; look at them, then: golden_figures --rebaseline\n";
    return differing > 0 ? 1 : 0;
}
