// Runs of values that stand a second time under other headings: a column copied into another table, a row
// under another indicator, one year's figures under the next. A run is repeated when neighbouring cells of a
// row or column have, in what varies along it, the same headings and the same values as such cells elsewhere.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/place.h"
#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

namespace {

/// Neighbouring cells without a gap between them.
using Line = std::vector<data::ObservationIndex>;

struct Run {
    std::uint64_t hash = 0;
    std::uint32_t line = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Digits that say something: 190 says 19, and so do 0.19 and 19 thousand.
int telling_digits(const Decimal& number) {
    std::int64_t mantissa = std::abs(number.mantissa());
    while (mantissa != 0 && mantissa % 10 == 0)
        mantissa /= 10;
    int count = 0;
    for (; mantissa != 0; mantissa /= 10)
        ++count;
    return count;
}

class Repetitions {
  public:
    explicit Repetitions(const Figures& figures)
        : dataset_(figures.dataset), visible_(figures.dataset.observations.size()) {
        for (const data::ObservationIndex index : figures.printed)
            visible_[static_cast<std::size_t>(index)] = true;
        for (const data::Table& table : dataset_.tables)
            add_lines(table);
    }

    void report(Findings& findings) {
        // Chance repeats a run of so many digits less than once among all pairs of cells.
        const double cells = std::max<double>(1, static_cast<double>(dataset_.observations.size()));
        telling_ = std::max(6, static_cast<int>(std::ceil(2 * std::log10(cells))));
        std::vector<Run> runs;
        for (std::uint32_t line = 0; line < lines_.size(); ++line)
            add_runs(line, runs);
        std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
            return std::tie(a.hash, a.line, a.first) < std::tie(b.hash, b.line, b.first);
        });
        std::vector<std::pair<Run, Run>> repeated;
        for (std::size_t i = 1, first = 0; i < runs.size(); ++i) {
            if (runs[i].hash != runs[first].hash) {
                first = i;
            } else if (is_repeated(runs[first], runs[i])) {
                repeated.emplace_back(runs[first], runs[i]);
            }
        }
        std::sort(repeated.begin(), repeated.end(), [](const auto& a, const auto& b) {
            return std::tie(a.second.line, a.second.first, a.first.line) <
                   std::tie(b.second.line, b.second.first, b.first.line);
        });
        std::set<std::pair<std::uint32_t, std::uint32_t>> told;
        for (const auto& [earlier, later] : repeated) {
            if (told.emplace(earlier.line, later.line).second) findings.add(finding(earlier, later));
        }
    }

  private:
    const data::Observation& at(const Run& run, std::size_t i) const {
        return dataset_[lines_[run.line][run.first + i]];
    }

    void add_lines(const data::Table& table) {
        Line line;
        const auto end = [&] {
            if (line.size() > 1) lines_.push_back(line);
            line.clear();
        };
        const auto take = [&](const std::optional<data::ObservationIndex>& cell) {
            const bool has_value = cell && visible_[static_cast<std::size_t>(*cell)] && dataset_[*cell].value;
            if (has_value) {
                line.push_back(*cell);
            } else {
                end();
            }
        };
        for (const data::Table::Row& row : table.rows) {
            for (const auto& cell : row.cells)
                take(cell);
            end();
        }
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            for (const data::Table::Row& row : table.rows) {
                if (!row.heading) take(row.cells[column]);
            }
            end();
        }
    }

    /// From each cell the shortest run that tells enough. Of a long stretch of one figure there is none.
    void add_runs(std::uint32_t line, std::vector<Run>& runs) const {
        constexpr std::size_t longest = 100;
        const Line& cells = lines_[line];
        for (std::uint32_t first = 0; first + 1 < cells.size(); ++first) {
            int digits = 0;
            for (std::uint32_t i = first; i < std::min(cells.size(), first + longest); ++i) {
                const data::Value& value = *dataset_[cells[i]].value;
                const bool same = i > first && value == *dataset_[cells[i - 1]].value;
                if (!same) digits += telling_digits(value.low);
                if (digits < telling_ || i == first) continue;
                Run run{0, line, first, i - first + 1};
                run.hash = hash(run);
                runs.push_back(run);
                break;
            }
        }
    }

    struct Headings {
        bool indicator = false;
        bool area = false;
        bool period = false;
        friend bool operator==(const Headings&, const Headings&) = default;
    };

    /// What differs between the cells of a run; the rest may differ between two runs.
    Headings varying(const Run& run) const {
        Headings headings;
        for (std::size_t i = 1; i < run.count; ++i) {
            headings.indicator = headings.indicator || at(run, i).indicator != at(run, 0).indicator;
            headings.area = headings.area || at(run, i).area != at(run, 0).area;
            headings.period = headings.period || at(run, i).period != at(run, 0).period;
        }
        return headings;
    }

    std::uint64_t hash(const Run& run) const {
        std::uint64_t hash = 14695981039346656037U;
        const auto mix = [&](std::uint64_t part) { hash = (hash ^ part) * 1099511628211U; };
        const Headings headings = varying(run);
        for (std::size_t i = 0; i < run.count; ++i) {
            const data::Observation& o = at(run, i);
            if (headings.indicator) mix(static_cast<std::uint64_t>(o.indicator) + 1);
            if (headings.area) mix(static_cast<std::uint64_t>(o.area) + 1);
            if (headings.period) mix(static_cast<std::uint64_t>(o.period) + 1);
            const Decimal number = o.value->low.normalized();
            mix(static_cast<std::uint64_t>(number.mantissa()));
        }
        return hash;
    }

    bool is_repeated(const Run& a, const Run& b) const {
        const Headings headings = varying(a);
        if (a.count != b.count || a.line == b.line || !(headings == varying(b))) return false;
        bool same_figures = true;
        for (std::size_t i = 0; i < a.count; ++i) {
            const data::Observation& x = at(a, i);
            const data::Observation& y = at(b, i);
            const bool alike = (!headings.indicator || x.indicator == y.indicator) &&
                               (!headings.area || x.area == y.area) &&
                               (!headings.period || x.period == y.period) && *x.value == *y.value;
            if (!alike) return false;
            same_figures =
                same_figures && x.indicator == y.indicator && x.area == y.area && x.period == y.period;
        }
        return !same_figures;
    }

    Finding finding(const Run& earlier, const Run& later) const {
        const data::ObservationIndex first = lines_[later.line][later.first];
        const data::ObservationIndex other = lines_[earlier.line][earlier.first];
        Finding finding = make_warning(
            "repeated-figures", dataset_[first].span,
            fmt::format("{} neighbouring figures also stand elsewhere, under other headings", later.count));
        finding.subject = fmt::format("{} = {}", data::key_of(dataset_, dataset_[first]),
                                      data::key_of(dataset_, dataset_[other]));
        for (const Run& run : {later, earlier}) {
            for (std::size_t i = 0; i < run.count; ++i)
                finding.notes.push_back(note_of(dataset_, lines_[run.line][run.first + i]));
        }
        finding.note(fmt::format("the subject is '{}'", finding.subject));
        return finding;
    }

    const data::Dataset& dataset_;
    std::vector<bool> visible_;
    std::vector<Line> lines_;
    int telling_ = 0;
};

}  // namespace

void find_repetitions(const Figures& figures, Findings& findings) {
    Repetitions(figures).report(findings);
}

}  // namespace regioscope::analysis::plausibility
