// How well the shipped report is watched: spoils its tables, goals, initiatives, profiles and texts in ways
// that happen when they are typed over, checks the report each time and counts how often it is noticed.
//
// usage: mutate REPOSITORY [--count N] [--seed N] [--extracts DIR] [--only KIND] [--missed]
//
// Mutations are drawn with a seed: without another one every run does the same. With extracts the report is
// held against the print, too. A mutation counts as caught when `check
// --strict` would fail, but not by what repeats the figure itself: an `expect` of the corrections or the text
// of the cell as printed. The repository is copied to a temporary folder first.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "base/decimal.h"
#include "base/disk.h"
#include "data/read.h"
#include "report/acceptance.h"
#include "report/build.h"
#include "report/cited_in_print.h"
#include "report/extracts.h"

namespace {

using namespace regioscope;
namespace fs = std::filesystem;

constexpr std::uint32_t usual_seed = 20161231;
/// Without the print: below this share the figures of tables are not watched in most cases. Other places are
/// watched by what reads them only.
constexpr double floor_of_tables = 0.5;
/// With it.
constexpr double floor_of_tables_in_print = 0.9;
constexpr double floor_of_facts_in_print = 0.6;
/// These compare a figure with a second writing of itself.
const std::set<std::string> repeats = {"stale-correction", "misread-digits"};

double floor_of(const std::string& kind, bool in_print) {
    const bool is_of_tables = kind != "goal" && kind != "initiative" && kind != "profile" && kind != "prose";
    if (in_print) return is_of_tables ? floor_of_tables_in_print : floor_of_facts_in_print;
    return is_of_tables ? floor_of_tables : 0;
}

struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// A spoiled table: edits to one file, not overlapping.
struct Mutation {
    std::string file;
    std::vector<Edit> edits;
    std::string description;
};

class Draw {
  public:
    explicit Draw(std::uint32_t seed) : generator_(seed) {}
    /// A number below `count`; the same on every machine, unlike the library's distributions.
    std::size_t below(std::size_t count) { return generator_() % count; }
    template <class T>
    const T& of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

  private:
    std::mt19937 generator_;
};

/// The report as it was read, and the text of its tables.
class Original {
  public:
    explicit Original(const std::string& folder) {
        Findings findings;
        dataset_ = data::read_datasets(*open_folder(folder), library_, {{"nl", "de", "en"}}, findings);
        if (findings.has_errors()) throw std::runtime_error("the datasets have errors");
        for (const data::Observation& o : dataset_.observations) {
            if (o.value) cells_.push_back(o.span);
        }
        for (const data::Table& table : dataset_.tables)
            collect_attributes(*table.span.source);
    }

    const data::Dataset& dataset() const { return dataset_; }
    /// Values of cells, without blanks.
    const std::vector<Span>& cells() const { return cells_; }
    /// Values of the keys `period` (between the quotes) and `scale`, wherever they stand in a table.
    const std::vector<Span>& periods() const { return periods_; }
    const std::vector<Span>& scales() const { return scales_; }

  private:
    void collect_attributes(const SourceText& source) {
        static const std::regex attribute(R"re("(period|scale)"\s*:\s*"?([0-9][^",}\s]*))re");
        const std::string text(source.text());
        for (std::sregex_iterator match(text.begin(), text.end(), attribute), end; match != end; ++match) {
            const auto begin = static_cast<std::uint32_t>(match->position(2));
            const Span span{&source, begin, begin + static_cast<std::uint32_t>(match->length(2))};
            (match->str(1) == "period" ? periods_ : scales_).push_back(span);
        }
    }

    SourceLibrary library_;
    data::Dataset dataset_;
    std::vector<Span> cells_;
    std::vector<Span> periods_;
    std::vector<Span> scales_;
};

/// Where the numbers in a piece of JSON stand.
std::vector<std::pair<std::size_t, std::size_t>> numbers_in(const std::string& text) {
    static const std::regex number(R"re(-?[0-9]+(\.[0-9]+)?)re");
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::sregex_iterator match(text.begin(), text.end(), number), end; match != end; ++match)
        places.emplace_back(match->position(), match->position() + match->length());
    return places;
}

Mutation edit_of(const Span& span, std::string text) {
    const Position place = span.source->position(span.begin);
    Mutation mutation{span.source->name(), {}, {}};
    mutation.description = fmt::format("{}:{}: {} → {}", span.source->name(), place.line, span.text(), text);
    mutation.edits.push_back({span.begin, span.end, std::move(text)});
    return mutation;
}

/// One of the digits of `text` becomes another one; no number begins with a 0 for it.
std::string with_other_digit(std::string text, Draw& draw) {
    std::vector<std::size_t> digits;
    for (const auto& [begin, end] : numbers_in(text)) {
        for (std::size_t i = begin; i < end; ++i) {
            if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
        }
    }
    const std::size_t place = draw.of(digits);
    const bool leads = (place == 0 || text[place - 1] < '.' || text[place - 1] > '9') &&
                       place + 1 < text.size() && text[place + 1] >= '0' && text[place + 1] <= '9';
    const char before = text[place];
    while (text[place] == before || (leads && text[place] == '0'))
        text[place] = static_cast<char>('0' + draw.below(10));
    return text;
}

/// One digit of one figure becomes another one.
Mutation other_digit(const Original& original, Draw& draw) {
    const Span& cell = draw.of(original.cells());
    return edit_of(cell, with_other_digit(std::string(cell.text()), draw));
}

std::string times_power(const std::string& text, int power) {
    std::string out;
    std::size_t done = 0;
    for (const auto& [begin, end] : numbers_in(text)) {
        const Decimal number = *Decimal::parse(text.substr(begin, end - begin));
        out += text.substr(done, begin - done) + (number * Decimal::scaled(1, power)).text();
        done = end;
    }
    return out + text.substr(done);
}

/// A figure, the figures of a row, or a declared scale is off by ten, a hundred or a thousand.
Mutation other_unit(const Original& original, Draw& draw) {
    const int power = std::vector<int>{1, 2, 3, -1, -2, -3}[draw.below(6)];
    const std::size_t cells = original.cells().size();
    std::vector<const data::Table::Row*> rows;
    for (const data::Table& table : original.dataset().tables) {
        for (const data::Table::Row& row : table.rows) {
            if (row.cells.size() > 1) rows.push_back(&row);
        }
    }
    const std::size_t choice = draw.below(cells + rows.size() + original.scales().size());
    if (choice < cells) {
        const Span& cell = original.cells()[choice];
        return edit_of(cell, times_power(std::string(cell.text()), power));
    }
    if (choice < cells + rows.size()) {
        Mutation mutation;
        for (const auto& cell : rows[choice - cells]->cells) {
            if (!cell) continue;
            const Span& span = original.dataset()[*cell].span;
            Mutation one = edit_of(span, times_power(std::string(span.text()), power));
            mutation.file = one.file;
            mutation.edits.push_back(one.edits.front());
            if (mutation.description.empty()) mutation.description = "row " + one.description;
        }
        return mutation;
    }
    const Span& scale = original.scales()[choice - cells - rows.size()];
    return edit_of(scale, times_power(std::string(scale.text()), power));
}

/// A figure is ten times too large or too small.
Mutation tenfold(const Original& original, Draw& draw, int power) {
    const Span& cell = draw.of(original.cells());
    return edit_of(cell, times_power(std::string(cell.text()), power));
}

/// Two cells change places.
Mutation swapped(const Span& first, const Span& second) {
    Mutation mutation = edit_of(first, std::string(second.text()));
    mutation.edits.push_back({second.begin, second.end, std::string(first.text())});
    return mutation;
}

/// Every two cells that stand beside or below each other and differ, in tables.
std::vector<Mutation> swapped_neighbours(const Original& original, bool below) {
    const data::Dataset& dataset = original.dataset();
    std::vector<Mutation> all;
    const auto add = [&](const auto& first, const auto& second) {
        if (!first || !second || !dataset[*first].value || !dataset[*second].value) return;
        const Span a = dataset[*first].span;
        const Span b = dataset[*second].span;
        if (a.text() != b.text()) all.push_back(swapped(a, b));
    };
    for (const data::Table& table : dataset.tables) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column) {
                const auto& cells = table.rows[row].cells;
                if (!below && column + 1 < cells.size()) add(cells[column], cells[column + 1]);
                if (below && row + 1 < table.rows.size() && !table.rows[row + 1].cells.empty())
                    add(cells[column], table.rows[row + 1].cells[column]);
            }
        }
    }
    return all;
}

/// A stretch of a file of the report.
struct Place {
    std::string file;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// What the first group of `pattern` finds in the files below a folder.
std::vector<Place> places_in(const fs::path& root, const std::string& folder, const std::string& extension,
                             const std::regex& pattern) {
    std::vector<Place> places;
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        if (entry.path().extension() == extension) files.insert(entry.path());
    }
    for (const fs::path& file : files) {
        std::ostringstream stream;
        stream << std::ifstream(file, std::ios::binary).rdbuf();
        const std::string text = stream.str();
        for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
            if (!(*match)[1].matched) continue;
            const auto begin = static_cast<std::size_t>(match->position(1));
            places.push_back(
                {fs::relative(file, root).string(), begin, begin + match->str(1).size(), match->str(1)});
        }
    }
    return places;
}

Mutation edit_of(const Place& place, std::string text) {
    Mutation mutation{place.file, {}, {}};
    mutation.description = fmt::format("{} at {}: {} → {}", place.file, place.begin, place.text, text);
    mutation.edits.push_back({place.begin, place.end, std::move(text)});
    return mutation;
}

/// A number of a goal, initiative or profile: `"target": 40`, `"founded": "2013"`.
const std::regex& fact_number() {
    static const std::regex pattern(
        R"re("(?:target|baseline|value|members|companies|students|share|about|at_least|more_than|at_most|less_than|founded|due|period|since|baseline_period|rd_rank)"\s*:\s*"?(-?[0-9][0-9.]*))re");
    return pattern;
}

/// A number of two digits and more in running text, not in an expression, an address or a name.
const std::regex& prose_number() {
    static const std::regex pattern(
        R"re(\{\{[^}]*\}\}|\([^)]*\)|\[@[^\]]*\]|(?:^|[ \n])([0-9][0-9.,]*[0-9]))re");
    return pattern;
}

/// A column or a table is another region's.
const std::regex& table_region() {
    static const std::regex pattern(R"re("region"\s*:\s*"([a-z-]+)")re");
    return pattern;
}

/// Every pair of columns of every table, the figures of one under the other's heading.
std::vector<Mutation> swapped_columns(const Original& original) {
    std::vector<Mutation> all;
    for (const data::Table& table : original.dataset().tables) {
        for (std::size_t a = 0; a < table.columns.size(); ++a) {
            for (std::size_t b = a + 1; b < table.columns.size(); ++b) {
                Mutation mutation{table.span.source->name(), {}, {}};
                mutation.description = fmt::format("{}: columns '{}' and '{}'", mutation.file,
                                                   table.columns[a].id, table.columns[b].id);
                for (const data::Table::Row& row : table.rows) {
                    if (row.heading || !row.cells[a] || !row.cells[b]) continue;
                    const Span& first = original.dataset()[*row.cells[a]].span;
                    const Span& second = original.dataset()[*row.cells[b]].span;
                    if (first.text() == second.text()) continue;
                    mutation.edits.push_back({first.begin, first.end, std::string(second.text())});
                    mutation.edits.push_back({second.begin, second.end, std::string(first.text())});
                }
                if (!mutation.edits.empty()) all.push_back(std::move(mutation));
            }
        }
    }
    return all;
}

/// A year before or after, in one place where a table names a period.
Mutation other_period(const Original& original, Draw& draw) {
    const Span& period = draw.of(original.periods());
    std::string text(period.text());
    static const std::regex year("(19|20)[0-9][0-9]");
    std::vector<std::size_t> years;
    for (std::sregex_iterator match(text.begin(), text.end(), year), end; match != end; ++match)
        years.push_back(static_cast<std::size_t>(match->position()));
    const std::size_t place = draw.of(years);
    const int wrong = std::stoi(text.substr(place, 4)) + (draw.below(2) == 0 ? 1 : -1);
    return edit_of(period, text.replace(place, 4, std::to_string(wrong)));
}

std::string read_file(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(text).str();
}

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// A copy of the report that can be spoiled; gone when this is.
class Copy {
  public:
    Copy(const fs::path& repository, std::string extracts) : extracts_(std::move(extracts)) {
        std::string name = (fs::temp_directory_path() / "regioscope-mutate-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        folder_ = name;
        for (const char* const part : {"datasets", "site"})
            fs::copy(repository / part, folder_ / part, fs::copy_options::recursive);
        if (extracts_.empty()) return;
        opened_ = report::open_site(folder(), {}, library_);
        print_ = report::read_print(opened_->project, extracts_, opened_->findings);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() { fs::remove_all(folder_); }

    std::string folder() const { return folder_.string(); }

    /// The codes that `check --strict` would fail with; nothing when it would not.
    std::set<std::string> complaints() const {
        SourceLibrary library;
        // Most is noticed in the datasets, and nearly all before a page is rendered.
        if (const std::set<std::string> codes = codes_of_datasets(library); is_told(codes)) return codes;
        auto opened = report::open_site(folder(), {}, library);
        if (print_ && !opened->findings.has_errors())
            report::hold_texts_against_print(opened->project, *print_, opened->findings);
        report::accept_findings(opened->project.dataset, opened->findings);
        if (const std::set<std::string> codes = codes_of(opened->findings); is_told(codes)) return codes;
        report::BuildRequest request;
        request.project = folder();
        request.strict = true;
        request.extracts = extracts_;
        const report::BuildOutcome outcome = report::build(request, library);
        std::set<std::string> codes;
        for (const Finding& finding : outcome.findings.all()) {
            if (finding.severity != Severity::note) codes.insert(finding.code);
        }
        return codes;
    }

    std::set<std::string> complaints_about(const Mutation& mutation) const {
        const fs::path path = folder_ / mutation.file;
        const std::string before = read_file(path);
        std::string text = before;
        std::vector<Edit> edits = mutation.edits;
        std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
        for (const Edit& edit : edits)
            text.replace(edit.begin, edit.end - edit.begin, edit.text);
        write_file(path, text);
        std::set<std::string> codes = complaints();
        write_file(path, before);
        return codes;
    }

  private:
    std::set<std::string> codes_of_datasets(SourceLibrary& library) const {
        Findings findings;
        const data::Dataset dataset =
            data::read_datasets(*open_folder(folder()), library, {{"nl", "de", "en"}}, findings);
        if (print_ && !findings.has_errors()) analysis::hold_against_print(dataset, *print_, findings);
        report::accept_findings(dataset, findings);
        return codes_of(findings);
    }

    /// Without what may still be used later.
    static std::set<std::string> codes_of(const Findings& findings) {
        std::set<std::string> codes;
        for (const Finding& finding : findings.all()) {
            if (finding.severity != Severity::note && finding.code != "unused-acceptance")
                codes.insert(finding.code);
        }
        return codes;
    }

    /// Is there more than the figure's second writing?
    static bool is_told(const std::set<std::string>& codes) {
        return !std::includes(repeats.begin(), repeats.end(), codes.begin(), codes.end());
    }

    fs::path folder_;
    std::string extracts_;
    /// The report as it was, and the print, which no mutation changes.
    SourceLibrary library_;
    std::unique_ptr<report::OpenedSite> opened_;
    std::optional<analysis::Print> print_;
};

/// Counts what is caught of one kind of mutation, and by what.
class Tally {
  public:
    Tally(std::string kind, bool tell_missed) : kind_(std::move(kind)), tell_missed_(tell_missed) {}

    void add(const Mutation& mutation, const std::set<std::string>& codes) {
        ++count_;
        bool caught = false;
        for (const std::string& code : codes) {
            if (repeats.contains(code)) continue;
            caught = true;
            ++by_code_[code];
        }
        if (caught) {
            ++caught_;
        } else if (tell_missed_) {
            fmt::print("  missed: {}\n", mutation.description);
            std::fflush(stdout);
        }
    }

    double share() const {
        return count_ == 0 ? 0 : static_cast<double>(caught_) / static_cast<double>(count_);
    }

    void print() const {
        fmt::print("{:<10} {:>4} of {:>4} caught, {:>3.0f} %", kind_, caught_, count_, 100 * share());
        std::vector<std::pair<std::size_t, std::string>> codes;
        for (const auto& [code, times] : by_code_)
            codes.emplace_back(times, code);
        std::sort(codes.rbegin(), codes.rend());
        for (const auto& [times, code] : codes)
            fmt::print("{} {} {}", code == codes.front().second ? ":" : ",", code, times);
        fmt::print("\n");
        std::cout.flush();
    }

  private:
    std::string kind_;
    bool tell_missed_;
    std::size_t count_ = 0;
    std::size_t caught_ = 0;
    std::map<std::string, std::size_t> by_code_;
};

struct Options {
    fs::path repository;
    std::size_t count = 40;
    std::uint32_t seed = usual_seed;
    std::string extracts;
    /// Empty: all kinds.
    std::string only;
    bool tell_missed = false;
};

int run(const Options& options) {
    const Copy copy(options.repository, options.extracts);
    if (const auto codes = copy.complaints(); !codes.empty()) {
        fmt::print("the report itself does not pass: {}\n", *codes.begin());
        return 1;
    }
    const Original original(copy.folder());
    Draw draw(options.seed);
    bool good = true;
    const auto measure = [&](const std::string& kind, const auto& next) {
        if (!options.only.empty() && options.only != kind) return;
        Tally tally(kind, options.tell_missed);
        for (std::size_t i = 0; i < options.count; ++i) {
            const Mutation mutation = next();
            tally.add(mutation, copy.complaints_about(mutation));
        }
        tally.print();
        good = good && tally.share() >= floor_of(kind, !options.extracts.empty());
    };
    measure("digit", [&] { return other_digit(original, draw); });
    measure("tenfold", [&] { return tenfold(original, draw, 1); });
    measure("tenth", [&] { return tenfold(original, draw, -1); });
    measure("unit", [&] { return other_unit(original, draw); });
    const std::vector<Mutation> beside = swapped_neighbours(original, false);
    measure("beside", [&] { return draw.of(beside); });
    const std::vector<Mutation> below = swapped_neighbours(original, true);
    measure("below", [&] { return draw.of(below); });
    const std::vector<Mutation> columns = swapped_columns(original);
    measure("columns", [&] { return draw.of(columns); });
    measure("period", [&] { return other_period(original, draw); });
    const fs::path root = copy.folder();
    const std::vector<Place> regions = places_in(root, "datasets/tables", ".json", table_region());
    measure("region", [&] {
        const Place& place = draw.of(regions);
        std::string other = place.text;
        while (other == place.text)
            other = draw.of(original.dataset().regions).id;
        return edit_of(place, other);
    });
    const auto measure_digits = [&](const std::string& kind, const std::vector<Place>& places) {
        measure(kind, [&] {
            const Place& place = draw.of(places);
            return edit_of(place, with_other_digit(place.text, draw));
        });
    };
    measure_digits("goal", places_in(root, "datasets/goals", ".json", fact_number()));
    measure_digits("initiative", places_in(root, "datasets/initiatives", ".json", fact_number()));
    measure_digits("profile", places_in(root, "datasets/profiles", ".json", fact_number()));
    measure_digits("prose", places_in(root, "site/narrative", ".md", prose_number()));
    return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const bool has_more = i + 1 < arguments.size();
        if (arguments[i] == "--missed") options.tell_missed = true;
        if (arguments[i] == "--count" && has_more) options.count = std::stoul(arguments[++i]);
        if (arguments[i] == "--seed" && has_more)
            options.seed = static_cast<std::uint32_t>(std::stoul(arguments[++i]));
        if (arguments[i] == "--extracts" && has_more) options.extracts = arguments[++i];
        if (arguments[i] == "--only" && has_more) options.only = arguments[++i];
    }
    if (arguments.empty()) {
        std::cerr
            << "usage: mutate REPOSITORY [--count N] [--seed N] [--extracts DIR] [--only KIND] [--missed]\n";
        return 2;
    }
    options.repository = arguments.front();
    return run(options);
}
