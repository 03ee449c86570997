#include "analysis/print/row_in_print.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace regioscope::analysis {

namespace {

/// So many words in a row end a row: the next one's label begins.
constexpr std::size_t most_words_between = 6;
/// Numbers of footnotes that may stand between a label and its cells.
constexpr std::size_t most_footnotes = 2;

struct Fit {
    std::size_t matches = 0;
    /// Numbers with as many decimals as what was wanted in their place: a footnote's has none.
    std::size_t alike = 0;
    /// What stands in the place of each number; null where the row ends before.
    std::vector<const Extract::Token*> printed;
};

std::vector<std::string> numbers_of(const std::vector<PrintedCell>& cells) {
    std::vector<std::string> numbers;
    for (const PrintedCell& cell : cells)
        numbers.insert(numbers.end(), cell.numbers.begin(), cell.numbers.end());
    return numbers;
}

/// The numbers from `at` on, as far as they belong together.
std::vector<const Extract::Token*> numbers_from(const Extract& extract, std::size_t at, std::size_t end,
                                                std::size_t count) {
    std::vector<const Extract::Token*> numbers;
    std::size_t words = 0;
    for (; at < end && numbers.size() < count && words <= most_words_between; ++at) {
        const Extract::Token& token = extract.tokens()[at];
        words = token.is_number ? 0 : words + 1;
        if (token.is_number) numbers.push_back(&token);
    }
    return numbers;
}

std::size_t decimals(std::string_view number) {
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

Fit fit_at(const std::vector<std::string>& wanted, const std::vector<const Extract::Token*>& printed,
           std::size_t skipped) {
    Fit fit;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Extract::Token* const there = skipped + i < printed.size() ? printed[skipped + i] : nullptr;
        fit.printed.push_back(there);
        if (there == nullptr) continue;
        if (there->text == wanted[i]) ++fit.matches;
        if (decimals(there->text) == decimals(wanted[i])) ++fit.alike;
    }
    return fit;
}

bool is_better(const Fit& one, const Fit& other) {
    return std::tie(one.matches, one.alike) > std::tie(other.matches, other.alike);
}

/// Behind each place where the label stands, with some footnotes skipped: where most of the row fits.
Fit best_behind_label(const Extract& extract, Extract::Stretch table, const std::string& label,
                      const std::vector<std::string>& wanted) {
    Fit best;
    for (const Extract::Stretch& place : extract.find(label, table)) {
        const std::vector<const Extract::Token*> printed =
            numbers_from(extract, place.last, table.last, wanted.size() + most_footnotes);
        for (std::size_t skipped = 0; skipped <= most_footnotes; ++skipped) {
            Fit fit = fit_at(wanted, printed, skipped);
            if (best.printed.empty() || is_better(fit, best)) best = std::move(fit);
        }
    }
    return best;
}

/// Where columns are told one after the other the label is repeated: the first number behind each.
Fit best_behind_labels(const Extract& extract, Extract::Stretch table, const std::string& label,
                       const std::vector<std::string>& wanted) {
    std::vector<const Extract::Token*> printed;
    for (const Extract::Stretch& place : extract.find(label, table)) {
        const auto first = numbers_from(extract, place.last, table.last, 1);
        if (!first.empty()) printed.push_back(first.front());
    }
    Fit best;
    for (std::size_t skipped = 0; skipped + wanted.size() <= printed.size(); ++skipped) {
        Fit fit = fit_at(wanted, printed, skipped);
        if (fit.matches > best.matches) best = std::move(fit);
    }
    return best;
}

/// Anywhere in the table; of a row of one cell nothing could be told so.
Fit best_anywhere(const Extract& extract, Extract::Stretch table, const std::vector<std::string>& wanted) {
    Fit best;
    if (wanted.size() < 2) return best;
    for (std::size_t at = table.first; at < table.last; ++at) {
        if (!extract.tokens()[at].is_number) continue;
        Fit fit = fit_at(wanted, numbers_from(extract, at, table.last, wanted.size()), 0);
        if (fit.matches > best.matches) best = std::move(fit);
    }
    // By chance two numbers of a longer row are found anywhere.
    return best.matches * 2 > wanted.size() ? best : Fit();
}

}  // namespace

void find_row(const Extract& extract, Extract::Stretch table, const std::string& label,
              std::vector<PrintedCell>& cells) {
    const std::vector<std::string> wanted = numbers_of(cells);
    if (wanted.empty()) return;
    Fit fit = best_behind_label(extract, table, label, wanted);
    Fit repeated = best_behind_labels(extract, table, label, wanted);
    if (repeated.matches > fit.matches) fit = std::move(repeated);
    if (fit.matches == 0) fit = best_anywhere(extract, table, wanted);
    if (fit.matches == 0) return;
    std::size_t at = 0;
    for (PrintedCell& cell : cells) {
        cell.is_found = !cell.numbers.empty();
        for (const std::string& number : cell.numbers) {
            const Extract::Token* const there = fit.printed[at++];
            if (there != nullptr && there->text == number) {
                cell.token = static_cast<std::size_t>(there - extract.tokens().data());
                continue;
            }
            cell.is_found = false;
            cell.instead = there == nullptr ? std::string() : there->written;
        }
    }
}

}  // namespace regioscope::analysis
