#include "tabular/period_label.h"

#include <fmt/format.h>

#include <array>
#include <regex>

#include "data/period.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

/// By month, in the languages whose offices hand out files: three letters tell all of them apart.
constexpr std::array<std::array<std::string_view, 5>, 12> month_beginnings = {{{"jan"},
                                                                               {"feb"},
                                                                               {"maart", "mrt", "mär", "mar"},
                                                                               {"apr"},
                                                                               {"mei", "mai", "may"},
                                                                               {"jun"},
                                                                               {"jul"},
                                                                               {"aug"},
                                                                               {"sep"},
                                                                               {"okt", "oct"},
                                                                               {"nov"},
                                                                               {"dec", "dez"}}};

std::optional<int> month_of(std::string_view word) {
    for (std::size_t month = 0; month < month_beginnings.size(); ++month) {
        for (const std::string_view beginning : month_beginnings[month])
            if (!beginning.empty() && word.starts_with(beginning)) return static_cast<int>(month) + 1;
    }
    return std::nullopt;
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 &&
           (digits.starts_with("19") || digits.starts_with("20") || digits.starts_with("18"));
}

std::optional<std::string> if_period(std::string written) {
    if (!is_year(std::string_view(written).substr(0, 4)) || !data::Period::parse(written))
        return std::nullopt;
    return written;
}

}  // namespace

std::optional<std::string> period_of(std::string_view label) {
    constexpr std::size_t longest = 40;
    const std::string text = plain(label);
    if (text.size() < 4 || text.size() > longest) return std::nullopt;
    if (auto period = if_period(folded(label))) return period;

    static const std::regex codes(R"((\d{4}) ?(jj|kw|mm|q|m|-?k)(\d{1,2}))");
    static const std::regex quarter_last(
        R"((\d{4}),? ?([1-4])(?:\.|e|de|ste|st|nd|rd|th)? ?(?:kwartaal|quartal|quarter|vj\.?|vierteljahr))");
    static const std::regex quarter_first(
        R"((?:q([1-4])|([1-4])(?:\.|e|de|ste|st|nd|rd|th)? ?(?:kwartaal|quartal|quarter|vj\.?|vierteljahr)),? (\d{4}))");
    static const std::regex day(R"((\d{1,2})[./-](\d{1,2})[./-](\d{4}))");
    static const std::regex month_last(R"((\d{4}) ([^\d ]+))");
    static const std::regex month_first(R"(([^\d ]+) (\d{4}))");
    static const std::regex years(R"((\d{4}) ?(?:-|–|/|t/m|bis|to) ?(\d{4}))");
    std::smatch found;
    if (std::regex_match(text, found, codes)) {
        const std::string kind = found[2];
        const int number = std::stoi(found[3]);
        if (kind == "jj") return if_period(found[1]);
        if (kind == "mm" || kind == "m") return if_period(fmt::format("{}-{:02}", found[1].str(), number));
        return if_period(fmt::format("{}-Q{}", found[1].str(), number));
    }
    if (std::regex_match(text, found, quarter_last))
        return if_period(fmt::format("{}-Q{}", found[1].str(), found[2].str()));
    if (std::regex_match(text, found, quarter_first))
        return if_period(fmt::format("{}-Q{}{}", found[3].str(), found[1].str(), found[2].str()));
    if (std::regex_match(text, found, day))
        return if_period(fmt::format("{}-{:0>2}-{:0>2}", found[3].str(), found[2].str(), found[1].str()));
    if (std::regex_match(text, found, years))
        return if_period(fmt::format("{}/{}", found[1].str(), found[2].str()));
    if (std::regex_match(text, found, month_last)) {
        if (const auto month = month_of(found[2].str()))
            return if_period(fmt::format("{}-{:02}", found[1].str(), *month));
    }
    if (std::regex_match(text, found, month_first)) {
        if (const auto month = month_of(found[1].str()))
            return if_period(fmt::format("{}-{:02}", found[2].str(), *month));
    }
    return std::nullopt;
}

}  // namespace regioscope::tabular
