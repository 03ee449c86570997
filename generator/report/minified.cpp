#include "report/minified.h"

#include <algorithm>

namespace regioscope::report {

namespace {

constexpr std::string_view spaces = " \t\r\n";

/// From a quotation mark to the one that ends the string.
std::string_view string_at(std::string_view css) {
    std::size_t end = 1;
    while (end < css.size() && css[end] != css.front())
        end += css[end] == '\\' ? std::size_t{2} : std::size_t{1};
    return css.substr(0, std::min(end + 1, css.size()));
}

bool needs_space_between(const std::string& before, char after) {
    constexpr std::string_view none_behind = "{};,:";
    constexpr std::string_view none_before = "{};,";
    return !before.empty() && none_behind.find(before.back()) == std::string_view::npos &&
           none_before.find(after) == std::string_view::npos;
}

}  // namespace

std::string minified_stylesheet(std::string_view css) {
    std::string out;
    bool is_parted = false;
    while (!css.empty()) {
        if (css.starts_with("/*")) {
            const std::size_t end = css.find("*/", 2);
            css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
            is_parted = true;
            continue;
        }
        if (spaces.find(css.front()) != std::string_view::npos) {
            css.remove_prefix(1);
            is_parted = true;
            continue;
        }
        if (is_parted && needs_space_between(out, css.front())) out += ' ';
        is_parted = false;
        if (css.front() == '}' && out.ends_with(';')) out.pop_back();
        const bool is_string = css.front() == '"' || css.front() == '\'';
        const std::string_view part = is_string ? string_at(css) : css.substr(0, 1);
        out += part;
        css.remove_prefix(part.size());
    }
    return out;
}

std::string minified_script(std::string_view script) {
    std::string out;
    while (!script.empty()) {
        const std::size_t end = std::min(script.find('\n'), script.size());
        std::string_view line = script.substr(0, end);
        script.remove_prefix(std::min(end + 1, script.size()));
        line.remove_prefix(std::min(line.find_first_not_of(spaces), line.size()));
        if (!line.empty() && !line.starts_with("//")) out.append(line).append(1, '\n');
    }
    return out;
}

}  // namespace regioscope::report
