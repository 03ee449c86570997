#include "report/finding_codes.h"

#include <algorithm>

#include "report/findings_page.h"

namespace regioscope::report {

namespace {

constexpr std::string_view examples_heading = "## Examples\n";

bool is_code(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// What tells of the codes, without the examples behind it.
std::string_view listing() {
    return findings_page.substr(0, findings_page.find(examples_heading));
}

/// Where a code stands first, at its quotation mark; npos where it does not.
std::size_t place_of(std::string_view code) {
    const std::string quoted = "`" + std::string(code) + "`";
    return is_code(code) ? listing().find(quoted) : std::string_view::npos;
}

/// The text around a place up to empty lines.
std::string_view paragraph_at(std::string_view text, std::size_t place) {
    const std::size_t before = text.rfind("\n\n", place);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 2;
    return text.substr(begin, std::min(text.find("\n\n", place), text.size()) - begin);
}

std::string_view heading_above(std::string_view text, std::size_t place) {
    const std::size_t heading = text.rfind("\n## ", place);
    if (heading == std::string_view::npos) return {};
    const std::size_t begin = heading + std::string_view("\n## ").size();
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// What stands in the parentheses that `text` begins with, others in them included.
std::string_view in_parentheses(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')' && --depth == 0) return text.substr(1, i - 1);
    }
    return {};
}

std::string_view without_margins(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

/// Its example and way out; empty where the page has none.
std::string_view example_of(std::string_view code) {
    const std::string heading = "\n### " + std::string(code) + "\n";
    const std::size_t found = findings_page.find(heading);
    if (found == std::string_view::npos) return {};
    const std::string_view rest = findings_page.substr(found + heading.size());
    return without_margins(rest.substr(0, rest.find("\n### ")));
}

/// As they stand on the page, whose lines end somewhere.
std::string_view words_about(std::string_view code) {
    const std::size_t place = place_of(code);
    if (place == std::string_view::npos) return {};
    const std::string_view behind = listing().substr(place + code.size() + 2);
    if (behind.starts_with(" (")) return in_parentheses(behind.substr(1));
    if (behind.starts_with(": "))
        return without_margins(behind.substr(2, std::min(behind.find(". "), behind.find("\n\n")) - 2));
    // A row of a table: what stands in the cell behind.
    const std::size_t bar = behind.find("| ");
    if (bar >= behind.find('\n')) return {};
    const std::string_view cell = behind.substr(bar + 2);
    return without_margins(cell.substr(0, std::min(cell.find('|'), cell.find('\n'))));
}

}  // namespace

std::vector<std::string_view> finding_codes() {
    std::vector<std::string_view> codes;
    const std::string_view text = listing();
    for (std::size_t open = text.find('`'); open != std::string_view::npos; open = text.find('`', open)) {
        const std::size_t close = text.find('`', open + 1);
        if (close == std::string_view::npos) break;
        const std::string_view word = text.substr(open + 1, close - open - 1);
        if (is_code(word) && std::find(codes.begin(), codes.end(), word) == codes.end())
            codes.push_back(word);
        open = close + 1;
    }
    return codes;
}

std::string summary_of_code(std::string_view code) {
    std::string summary(words_about(code));
    std::replace(summary.begin(), summary.end(), '\n', ' ');
    return summary;
}

std::string explanation_of_code(std::string_view code) {
    const std::size_t place = place_of(code);
    if (place == std::string_view::npos) return {};
    const std::string summary = summary_of_code(code);
    const std::string_view example = example_of(code);
    std::string text = std::string(code) + " · " + std::string(heading_above(listing(), place)) + "\n\n";
    text += summary.empty() ? std::string(paragraph_at(listing(), place)) : summary;
    text += "\n";
    if (!example.empty()) text += "\n" + std::string(example) + "\n";
    return text;
}

}  // namespace regioscope::report
