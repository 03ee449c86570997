#include "analysis/print/numbers_in_words.h"

namespace regioscope::analysis {

std::vector<Decimal> numbers_in_words(std::string_view words, const std::string& language,
                                      const Print& print) {
    std::vector<Decimal> numbers;
    const Extract text(words);
    if (const auto parts = print.parts.find(language); parts != print.parts.end()) {
        for (const PartInWords& part : parts->second) {
            if (text.has(part.words, text.all())) numbers.emplace_back(part.percent);
        }
    }
    if (!numbers.empty()) return numbers;
    constexpr int most_in_words = 100;
    for (int number = 2; number <= most_in_words; ++number) {
        const auto name = print.spelled(language, Decimal(number));
        if (name && text.has(*name, text.all())) numbers.emplace_back(number);
    }
    return numbers;
}

}  // namespace regioscope::analysis
