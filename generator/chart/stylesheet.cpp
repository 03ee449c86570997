#include "chart/stylesheet.h"

#include <map>

namespace regioscope::chart {

namespace {

std::string without_comments(std::string_view css) {
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t start = css.find("/*", at);
        out += css.substr(at, start - at);
        if (start == std::string_view::npos) break;
        const std::size_t end = css.find("*/", start + 2);
        if (end == std::string_view::npos) break;
        at = end + 2;
    }
    return out;
}

std::string_view stripped(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t start = text.find_first_not_of(space);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(space) - start + 1);
}

/// The offset behind the brace that closes the one at `open`.
std::size_t behind_block(std::string_view css, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < css.size(); ++i) {
        if (css[i] == '{') ++depth;
        if (css[i] == '}' && --depth == 0) return i + 1;
    }
    return css.size();
}

using Properties = std::map<std::string, std::string, std::less<>>;

void read_properties(std::string_view body, Properties& properties) {
    while (!body.empty()) {
        const std::size_t end = body.find(';');
        const std::string_view declaration = body.substr(0, end);
        const std::size_t colon = declaration.find(':');
        if (colon != std::string_view::npos)
            properties.emplace(stripped(declaration.substr(0, colon)),
                               stripped(declaration.substr(colon + 1)));
        body = end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
    }
}

std::string with_values(std::string_view text, const Properties& properties) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find("var(", at);
        out += text.substr(at, start - at);
        if (start == std::string_view::npos) break;
        const std::size_t end = text.find(')', start);
        if (end == std::string_view::npos) break;
        const auto found = properties.find(stripped(text.substr(start + 4, end - start - 4)));
        out += found == properties.end() ? std::string("currentColor") : found->second;
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string plain_stylesheet(std::string_view commented) {
    const std::string text = without_comments(commented);
    const std::string_view css = text;
    Properties properties;
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t open = css.find('{', at);
        if (open == std::string_view::npos) break;
        const std::string_view selector = stripped(css.substr(at, open - at));
        const std::size_t end = behind_block(css, open);
        const std::string_view rule = stripped(css.substr(at, end - at));
        if (selector == ":root")
            read_properties(css.substr(open + 1, end - open - 2), properties);
        else if (!selector.starts_with('@'))
            out += with_values(rule, properties) + "\n";
        at = end;
    }
    return out;
}

}  // namespace regioscope::chart
