#include "analysis/print/numbers_in_words.h"

#include <array>

namespace regioscope::analysis {

namespace {

struct Fraction {
    std::string_view language;
    std::string_view words;
    int percent;
};

/// Words for parts, which ICU does not spell.
constexpr std::array fractions = {Fraction{"nl", "helft", 50},        Fraction{"nl", "een derde", 33},
                                  Fraction{"nl", "eenderde", 33},     Fraction{"nl", "twee derde", 67},
                                  Fraction{"nl", "tweederde", 67},    Fraction{"nl", "een kwart", 25},
                                  Fraction{"nl", "driekwart", 75},    Fraction{"nl", "drie kwart", 75},
                                  Fraction{"nl", "een vijfde", 20},   Fraction{"nl", "een tiende", 10},
                                  Fraction{"de", "hälfte", 50},       Fraction{"de", "ein drittel", 33},
                                  Fraction{"de", "zwei drittel", 67}, Fraction{"de", "ein viertel", 25},
                                  Fraction{"de", "drei viertel", 75}, Fraction{"de", "ein fünftel", 20},
                                  Fraction{"de", "ein zehntel", 10},  Fraction{"en", "half", 50},
                                  Fraction{"en", "a third", 33},      Fraction{"en", "one third", 33},
                                  Fraction{"en", "two thirds", 67},   Fraction{"en", "a quarter", 25},
                                  Fraction{"en", "one quarter", 25},  Fraction{"en", "three quarters", 75},
                                  Fraction{"en", "one fifth", 20},    Fraction{"en", "one tenth", 10}};

}  // namespace

std::vector<Decimal> numbers_in_words(std::string_view words, const std::string& language,
                                      const SpelledIn& spelled) {
    std::vector<Decimal> numbers;
    const Extract text(words);
    for (const Fraction& fraction : fractions) {
        if (fraction.language == language && text.has(fraction.words, text.all()))
            numbers.emplace_back(fraction.percent);
    }
    if (!numbers.empty()) return numbers;
    constexpr int most_in_words = 100;
    for (int number = 2; number <= most_in_words; ++number) {
        const auto name = spelled(language, Decimal(number));
        if (name && text.has(*name, text.all())) numbers.emplace_back(number);
    }
    return numbers;
}

}  // namespace regioscope::analysis
