// Makes a figure of every kind from the small report, in three languages, and holds its HTML and CSV against
// tests/golden/figures/expected. What differs leaves its `.actual` beside the stored file.
//
//   golden_figures               compare
//   golden_figures --rebaseline  store what is made now, and remove files of cases that are gone
#include <filesystem>
#include <set>

#include "figure_project.h"

namespace {

namespace files = std::filesystem;
using namespace regioscope::figures;

const files::path folder = files::path(REGIOSCOPE_SOURCE_DIR) / "tests/golden/figures/expected";

const std::map<std::string, std::string> cases = {
    {"bar", R"("kind": "bar", "indicator": "unemployment")"},
    {"bar-period", R"("kind": "bar", "indicator": "unemployment", "period": "2015", "highlight": ["alfa"])"},
    {"bar-missing", R"("kind": "bar", "indicator": "productivity", "regions": "all")"},
    {"column", R"("kind": "column", "indicator": "unemployment")"},
    {"column-sequence", R"("kind": "column", "indicator": "unemployment", "regions": "beta")"},
    {"grouped-bar", R"("kind": "grouped-bar", "indicators": ["jobs-a", "jobs-b"])"},
    {"stacked-bar", R"("kind": "stacked-bar", "composition": "sectors")"},
    {"employer-seats", R"("kind": "stacked-bar", "facts": "employer-seats")"},
    {"share-bar", R"("kind": "share-bar", "composition": "sectors", "parts": 2)"},
    {"line", R"("kind": "line", "indicator": "unemployment")"},
    {"line-annotated",
     R"("kind": "line", "indicator": "unemployment", "annotations": [
       {"region": "beta", "period": "2015", "text": {"nl": "Haven telt mee", "de": "Mit Hafen", "en": "With port"}},
       {"period": "2014", "text": {"nl": "Andere telling", "de": "Andere Zählung", "en": "Other count"}}])"},
    {"bar-lines",
     R"("kind": "bar", "indicator": "unemployment", "benchmark": [], "mean": true, "goals": ["more"])"},
    {"slope-indexed",
     R"("kind": "slope", "indicators": ["unemployment", "jobs-a"], "regions": "alfa", "indexed": true)"},
    {"dot-plot", R"("kind": "dot-plot", "indicator": "unemployment")"},
    {"dot-strip",
     R"("kind": "dot-strip", "indicators": ["unemployment", "productivity"], "highlight": ["alfa"])"},
    {"diverging-bar", R"("kind": "diverging-bar", "indicator": "unemployment", "benchmark": "nl")"},
    {"scatter", R"("kind": "scatter", "x": "unemployment", "y": "productivity")"},
    {"heatmap", R"("kind": "heatmap", "indicators": ["unemployment", "productivity"])"},
    {"small-multiples", R"("kind": "small-multiples", "indicator": "unemployment")"},
    {"timeline", R"("kind": "timeline")"},
    {"ladder", R"("kind": "ladder")"},
    {"map", R"("kind": "map")"},
    {"comparison-table", R"("kind": "comparison-table", "indicators": ["unemployment", "productivity"])"},
    {"ranking-table", R"("kind": "ranking-table", "indicator": "unemployment")"},
    {"series-table", R"("kind": "series-table", "indicator": "unemployment")"},
    {"goal-table", R"("kind": "goal-table")"},
    {"titled",
     R"("kind": "bar", "indicator": "unemployment", "title": {"nl": "Wie zoekt er werk?", "de": "Wer sucht Arbeit?",
       "en": "Who is looking for work?"}, "note": {"nl": "Let op.", "de": "Achtung.", "en": "Mind this."},
       "description": {"nl": "Beta.", "de": "Beta.", "en": "Beta."})"}};

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

/// All files of all cases by name.
std::map<std::string, std::string> make_all() {
    std::map<std::string, std::string> made;
    test::Report report;
    for (const auto& [name, members] : cases) {
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
    for (const auto& [name, text] : made) {
        const files::path stored = folder / name;
        files::remove(stored.string() + ".actual");
        if (rebaseline) {
            write(stored, text);
            continue;
        }
        const std::string expected = read(stored);
        if (expected == text) continue;
        ++differing;
        write(stored.string() + ".actual", text);
        std::cout << name << ": "
                  << (files::exists(stored) ? first_difference(expected, text) : "not stored yet") << "\n";
    }
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
