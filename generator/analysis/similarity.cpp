#include "analysis/similarity.h"

#include <algorithm>

#include "analysis/number.h"
#include "analysis/statistics.h"

namespace regioscope::analysis {

namespace {

using data::ThemeIndex;

struct ThemeSum {
    Decimal squares;
    int count = 0;
};

Distance distance_of(const Similarity& similarity, const data::Dataset& dataset, std::size_t first,
                     std::size_t second, const std::vector<ThemeIndex>& themes) {
    Distance result{first, second, std::nullopt, 0, 0};
    std::vector<ThemeSum> sums(themes.size());
    for (const Standardised& indicator : similarity.indicators) {
        const auto theme =
            std::find(themes.begin(), themes.end(), dataset[indicator.indicator].theme) - themes.begin();
        if (theme == std::ptrdiff_t(themes.size())) continue;
        if (!indicator.scores[first] || !indicator.scores[second]) continue;
        const Decimal difference = *indicator.scores[first] - *indicator.scores[second];
        ThemeSum& sum = sums[static_cast<std::size_t>(theme)];
        sum.squares += difference * difference;
        ++sum.count;
        ++result.indicators;
    }
    Decimal total;
    for (const ThemeSum& sum : sums) {
        if (sum.count == 0) continue;
        total += *Decimal::divide(sum.squares, sum.count);
        ++result.themes;
    }
    if (result.themes > 0 && result.themes * 2 >= themes.size())
        result.distance = square_root(*Decimal::divide(total, static_cast<int>(result.themes)));
    return result;
}

std::vector<Distance> all_pairs(const Similarity& similarity, const data::Dataset& dataset,
                                const std::vector<ThemeIndex>& themes) {
    std::vector<Distance> pairs;
    for (std::size_t a = 0; a < similarity.regions.size(); ++a) {
        for (std::size_t b = a + 1; b < similarity.regions.size(); ++b)
            pairs.push_back(distance_of(similarity, dataset, a, b, themes));
    }
    return pairs;
}

std::optional<Decimal> correlation(const std::vector<Distance>& a, const std::vector<Distance>& b) {
    std::vector<Decimal> first;
    std::vector<Decimal> second;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a[i].distance || !b[i].distance) continue;
        first.push_back(*a[i].distance);
        second.push_back(*b[i].distance);
    }
    return rank_correlation(first, second);
}

}  // namespace

std::optional<Standardised> standardise(const Measurements& measurements, data::IndicatorIndex indicator,
                                        const std::vector<data::RegionIndex>& regions) {
    Standardised result;
    result.indicator = indicator;
    result.measurements = measurements.find_all(indicator, regions);
    std::vector<Decimal> numbers;
    for (const Measurement* const measurement : result.measurements) {
        if (const auto number = number_of(measurement)) numbers.push_back(*number);
    }
    if (numbers.size() < minimum_to_standardise) return std::nullopt;
    result.mean = *mean(numbers);
    result.deviation = *standard_deviation(numbers);
    if (result.deviation.is_zero()) return std::nullopt;
    for (const Measurement* const measurement : result.measurements) {
        const auto number = number_of(measurement);
        result.scores.push_back(number ? Decimal::divide(*number - result.mean, result.deviation)
                                       : std::nullopt);
    }
    return result;
}

Similarity similarity_of(const Measurements& measurements,
                         const std::vector<data::IndicatorIndex>& indicators,
                         const std::vector<data::RegionIndex>& regions) {
    const data::Dataset& dataset = measurements.dataset();
    Similarity result;
    result.regions = regions;
    for (const data::IndicatorIndex indicator : indicators) {
        auto standardised = standardise(measurements, indicator, regions);
        if (!standardised) {
            result.unused.push_back(indicator);
            continue;
        }
        const ThemeIndex theme = dataset[indicator].theme;
        if (std::find(result.themes.begin(), result.themes.end(), theme) == result.themes.end())
            result.themes.push_back(theme);
        result.indicators.push_back(*std::move(standardised));
    }
    result.pairs = all_pairs(result, dataset, result.themes);
    if (result.themes.size() < 3) return result;
    for (const ThemeIndex left_out : result.themes) {
        std::vector<ThemeIndex> others = result.themes;
        std::erase(others, left_out);
        Sensitivity sensitivity{left_out, all_pairs(result, dataset, others), std::nullopt};
        sensitivity.rank_correlation = correlation(result.pairs, sensitivity.pairs);
        result.sensitivities.push_back(std::move(sensitivity));
    }
    return result;
}

const Distance* find_pair(const std::vector<Distance>& pairs, std::size_t a, std::size_t b) {
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Distance& pair) {
        return pair.first == std::min(a, b) && pair.second == std::max(a, b);
    });
    return a == b || found == pairs.end() ? nullptr : &*found;
}

std::vector<std::size_t> peers_of(const std::vector<Distance>& pairs, std::size_t region) {
    std::vector<const Distance*> own;
    for (const Distance& pair : pairs) {
        if (pair.distance && (pair.first == region || pair.second == region)) own.push_back(&pair);
    }
    std::stable_sort(own.begin(), own.end(),
                     [](const Distance* a, const Distance* b) { return *a->distance < *b->distance; });
    std::vector<std::size_t> peers;
    for (const Distance* const pair : own)
        peers.push_back(pair->first == region ? pair->second : pair->first);
    return peers;
}

}  // namespace regioscope::analysis
