#include "base/suggest.h"

#include <algorithm>

#include "base/budget.h"

namespace regioscope {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
        }
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return previous[b.size()];
}

namespace {

/// `unemployment` is the beginning of `unemployment-rate`; nothing when several begin so.
std::optional<std::string> only_beginning_with(std::string_view word,
                                               const std::vector<std::string_view>& candidates) {
    constexpr std::size_t shortest = 4;
    std::optional<std::string> found;
    for (const std::string_view candidate : candidates) {
        const bool begins = candidate.size() > word.size() && candidate.starts_with(word) &&
                            (candidate[word.size()] == '-' || candidate[word.size()] == ' ');
        if (word.size() < shortest || !begins) continue;
        if (found) return std::nullopt;
        found = candidate;
    }
    return found;
}

/// Where there are but a few, they are the way out.
std::string all_of_few(std::vector<std::string_view> candidates) {
    constexpr std::size_t most = 6;
    constexpr std::size_t longest = 40;
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    const bool is_short = std::all_of(candidates.begin(), candidates.end(), [](std::string_view one) {
        return !one.empty() && one.size() <= longest;
    });
    if (candidates.empty() || candidates.size() > most || !is_short) return {};
    std::string all;
    for (const std::string_view candidate : candidates)
        all += (all.empty() ? "'" : ", '") + std::string(candidate) + "'";
    return (candidates.size() == 1 ? " (there is " : " (there are ") + all + ")";
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    constexpr std::size_t longest_word = 200;  // hostile input must not cost quadratic time
    if (word.size() > longest_word) return std::nullopt;
    // Where thousands of words are wrong, the first ones tell what happened.
    if (!Budget::of_build().spend(candidates.size() * (1 + word.size() / 4))) return std::nullopt;
    const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
    std::optional<std::string_view> best;
    std::size_t best_distance = limit + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t difference =
            candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
        if (difference > limit) continue;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance || (best && distance == best_distance && candidate < *best)) {
            best = candidate;
            best_distance = distance;
        }
    }
    if (best) return std::string(*best);
    return only_beginning_with(word, candidates);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (const auto best = nearest(word, candidates)) return " (did you mean '" + *best + "'?)";
    return all_of_few(candidates);
}

}  // namespace regioscope
