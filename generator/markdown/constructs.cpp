#include "markdown/constructs.h"

#include <algorithm>

#include "base/slug.h"
#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

bool is_word_character(char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at]))
        ++at;
    return at;
}

/// Behind the next `closing` that no backslash stands before; nothing when there is none, or when another
/// `opening` comes first.
std::optional<std::size_t> behind_closing(std::string_view text, std::size_t at, char closing,
                                          char opening = '\0') {
    for (; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]))
            ++at;
        else if (text[at] == closing)
            return at + 1;
        else if (text[at] == opening && opening != '\0')
            return std::nullopt;
    }
    return std::nullopt;
}

/// Behind a link's address: `<…>`, or characters without space and with balanced parentheses.
std::optional<std::size_t> behind_address(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '<') return behind_closing(text, at + 1, '>', '<');
    int open = 0;
    for (; at < text.size() && !is_space(text[at]); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]))
            ++at;
        else if (text[at] == '(')
            ++open;
        else if (text[at] == ')' && open-- == 0)
            break;
    }
    return std::min(at, text.size());
}

/// Behind `[label]`; there is none with brackets inside or of more than a thousand bytes.
std::optional<std::size_t> behind_label(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_label = 1000;
    return behind_closing(text.substr(0, at + longest_label + 2), at + 1, ']', '[');
}

/// Behind `(address "title")`.
std::optional<std::size_t> behind_inline_target(std::string_view text, std::size_t at) {
    const auto address = behind_address(text, skip_spaces(text, at + 1));
    if (!address) return std::nullopt;
    std::size_t end = skip_spaces(text, *address);
    if (end > *address && end < text.size() && (text[end] == '"' || text[end] == '\'' || text[end] == '(')) {
        const auto title = text[end] == '(' ? behind_closing(text, end + 1, ')', '(')
                                            : behind_closing(text, end + 1, text[end]);
        if (!title) return std::nullopt;
        end = skip_spaces(text, *title);
    }
    if (end >= text.size() || text[end] != ')') return std::nullopt;
    return end + 1;
}

}  // namespace

std::string normalized_expression(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            const auto closing = behind_closing(text, i + 1, c);
            const std::size_t end = closing.value_or(text.size());
            const std::string_view words = text.substr(i + 1, closing ? end - i - 2 : 0);
            // Another kind of quotes would need other escapes.
            if (closing && words.find_first_of("\"\\") == std::string_view::npos)
                out.append("\"").append(words).append("\"");
            else
                out += text.substr(i, end - i);
            i = end;
        } else if (is_space(c)) {
            i = skip_spaces(text, i);
            if (!out.empty() && i < text.size() && is_word_character(out.back()) &&
                is_word_character(text[i]))
                out += ' ';
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

std::string_view control_word(std::string_view expression) {
    expression = trimmed(expression);
    std::size_t length = 0;
    while (length < expression.size() && is_word_character(expression[length]))
        ++length;
    const std::string_view word = expression.substr(0, length);
    for (const std::string_view known : {"if", "else", "for", "end"})
        if (word == known) return known;
    return {};
}

bool calls_figure(const expression::Expression& expression) {
    if (!expression) return false;
    const expression::Node& root = expression.root();
    return root.kind == expression::NodeKind::call &&
           root.children.front().kind == expression::NodeKind::name && root.children.front().name == "figure";
}

std::optional<std::string> figure_id(const expression::Expression& expression) {
    if (!calls_figure(expression) || expression.root().children.size() != 2) return std::nullopt;
    const expression::Node* id = &expression.root().children[1];
    if (id->kind == expression::NodeKind::argument && id->name.empty()) id = &id->children.front();
    if (id->kind != expression::NodeKind::constant || !id->constant.is_text()) return std::nullopt;
    if (!is_slug(id->constant.text())) return std::nullopt;
    return id->constant.text();
}

std::vector<CitedPart> read_citation(std::string_view text) {
    std::vector<CitedPart> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        CitedPart cited;
        cited.begin = std::min(skip_spaces(text, begin), end);
        const std::string_view part = trimmed(text.substr(begin, end - begin));
        cited.end = cited.begin + part.size();
        const std::size_t comma = part.find(',');
        const std::string_view name = trimmed_end(part.substr(0, comma));
        const std::size_t hash = name.find('#');
        const std::string_view id = name.substr(name.starts_with('@') ? 1 : name.size(),
                                                hash == std::string_view::npos ? hash : hash - 1);
        if (is_slug(id) && (hash == std::string_view::npos || is_slug(name.substr(hash + 1)))) {
            cited.source = id;
            if (hash != std::string_view::npos) cited.part = name.substr(hash + 1);
            if (comma != std::string_view::npos) cited.locator = trimmed(part.substr(comma + 1));
            std::replace(cited.locator.begin(), cited.locator.end(), '\n', ' ');
            if (comma != std::string_view::npos && cited.locator.empty()) cited.source.clear();
        }
        parts.push_back(std::move(cited));
        begin = end + 1;
    }
    return parts;
}

std::size_t end_of_link(std::string_view text, std::size_t behind_words) {
    if (behind_words >= text.size()) return behind_words;
    if (text[behind_words] == '(')
        if (const auto end = behind_inline_target(text, behind_words)) return *end;
    if (text[behind_words] == '[')
        if (const auto end = behind_label(text, behind_words)) return *end;
    return behind_words;
}

}  // namespace regioscope::markdown
