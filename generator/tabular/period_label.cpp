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

/// "22" is 2022 and "98" is 1998, as months are shortened.
std::string full_year(std::string digits) {
    if (digits.size() == 4) return digits;
    return (digits < "70" ? "20" : "19") + digits;
}

/// "2018/19" is the year that begins in 2018; "2018/25" is nothing.
std::optional<std::string> last_year_of(const std::string& first, const std::string& last) {
    if (last.size() == 4) return last;
    const std::string next = std::to_string(std::stoi(first) + 1);
    return next.ends_with(last) ? std::optional(next) : std::nullopt;
}

/// "Schooljaar 2018/'19": what kind of year it is changes nothing.
std::string_view without_kind_of_year(std::string_view text) {
    for (const std::string_view kind : {"schooljaar ", "studiejaar ", "boekjaar ", "jaar ", "schuljahr ",
                                        "jahr ", "school year ", "academic year ", "year "})
        if (text.starts_with(kind)) return text.substr(kind.size());
    return text;
}

std::optional<std::string> if_period(std::string written) {
    if (!is_year(std::string_view(written).substr(0, 4)) || !data::Period::parse(written))
        return std::nullopt;
    return written;
}

}  // namespace

std::optional<std::string> period_of(std::string_view label) {
    constexpr std::size_t longest = 40;
    const std::string all = plain(label);
    std::string text(without_kind_of_year(all));
    // A spreadsheet's year that was written out as a number.
    if (text.size() == 6 && text.ends_with(".0")) text.resize(4);
    if (text.size() < 4 || text.size() > longest) return std::nullopt;
    if (auto period = if_period(text)) return period;
    if (auto period = if_period(folded(label))) return period;

    static const std::regex codes(R"((\d{4}) ?(jj|kw|mm|q|m|-?k)(\d{1,2}))");
    static const std::regex quarter_last(
        R"((\d{4}),? ?([1-4])(?:\.|e|de|ste|st|nd|rd|th)? ?(?:kwartaal|quartal|quarter|vj\.?|vierteljahr))");
    static const std::regex quarter_first(
        R"((?:q([1-4])|([1-4])(?:\.|e|de|ste|st|nd|rd|th)? ?(?:kwartaal|quartal|quarter|vj\.?|vierteljahr)),? (\d{4}))");
    static const std::regex day(R"((\d{1,2})[./-](\d{1,2})[./-](\d{4}))");
    static const std::regex month_last(R"((\d{4}) ([^\d ]+))");
    static const std::regex month_first(R"(([^\d \-./']+)\.?[ \-/]'?(\d{4}|\d{2}))");
    static const std::regex day_of_month(R"((\d{1,2})\.? ([^\d ]+) (\d{4}))");
    static const std::regex years(R"((\d{4}) ?(?:-|–|/|t/m|bis|to) ?'?(\d{4}|\d{2}))");
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
    if (std::regex_match(text, found, years)) {
        const auto last = last_year_of(found[1].str(), found[2].str());
        return last ? if_period(fmt::format("{}/{}", found[1].str(), *last)) : std::nullopt;
    }
    if (std::regex_match(text, found, day_of_month)) {
        if (const auto month = month_of(found[2].str()))
            return if_period(fmt::format("{}-{:02}-{:0>2}", found[3].str(), *month, found[1].str()));
    }
    if (std::regex_match(text, found, month_last)) {
        if (const auto month = month_of(found[2].str()))
            return if_period(fmt::format("{}-{:02}", found[1].str(), *month));
    }
    if (std::regex_match(text, found, month_first)) {
        if (const auto month = month_of(found[1].str()))
            return if_period(fmt::format("{}-{:02}", full_year(found[2].str()), *month));
    }
    return std::nullopt;
}

std::string without_period_marks(std::string_view label) {
    constexpr std::size_t longest = 60;
    static const std::regex marks(
        R"((.*?\d.*?)(?: ?\*+| \d{1,2}\)| ?\d\)| ?[a-z]\)| ?\[[^\]]*\]| ?(?:⁰|¹|²|³|⁴|⁵|⁶|⁷|⁸|⁹)+| ?[prebsv]))");
    std::string text = folded(label);
    std::smatch found;
    while (text.size() <= longest && !period_of(text) && std::regex_match(text, found, marks))
        text = folded(std::string(found[1]));
    return text;
}

}  // namespace regioscope::tabular
