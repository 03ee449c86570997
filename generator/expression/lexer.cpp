#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "expression/token.h"

namespace regioscope::expression {

namespace {

/// Longer ones first.
constexpr std::string_view signs[] = {"**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<",
                                      ">",  "=",  "(",  ")",  "[",  "]",  "{", "}", ".", ",", ":", "|"};

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_part(char c) {
    return is_name_start(c) || is_digit(c);
}

std::size_t significant_digits(std::string_view number) {
    std::size_t count = 0;
    for (const char c : number.substr(0, number.find('e'))) {
        if (is_digit(c) && (count != 0 || c != '0')) ++count;
    }
    return count;
}

Finding syntax(Span span, std::string message) {
    return make_error("syntax", span, std::move(message));
}

class Lexer {
  public:
    Lexer(const Passage& passage, std::size_t begin, std::size_t end, Closing closing)
        : passage_(passage),
          text_(passage.text().substr(0, end)),
          at_(begin),
          begin_(begin),
          closing_(closing) {}

    Result<Tokens> run() {
        while (true) {
            while (at_ < text_.size() && is_space(text_[at_]))
                ++at_;
            if (open_.empty() && is_at_closing()) break;
            if (at_ >= text_.size()) {
                if (auto finding = unclosed()) return *std::move(finding);
                break;
            }
            if (auto finding = next()) return *std::move(finding);
        }
        add(Token::Kind::end, at_, at_);
        return Tokens{std::move(tokens_), at_};
    }

  private:
    bool starts_with(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    bool is_at_closing() const {
        switch (closing_) {
            case Closing::end_of_passage:
                return false;
            case Closing::output:
                return starts_with("}}") || starts_with("-}}");
            case Closing::statement:
                return starts_with("%}") || starts_with("-%}") || starts_with("+%}");
        }
        return false;
    }

    /// What is still open at the end of the text.
    std::optional<Finding> unclosed() const {
        if (!open_.empty()) {
            const std::size_t place = open_.back();
            return syntax(passage_.span(place, place + 1),
                          fmt::format("this '{}' is never closed", text_[place]));
        }
        if (closing_ == Closing::end_of_passage) return std::nullopt;
        // `{{`, `{%-`: back to the brace.
        const std::size_t brace = begin_ == 0 ? 0 : text_.rfind('{', begin_ - 1);
        const std::size_t opening = closing_ == Closing::output && brace > 0 ? brace - 1 : brace;
        return syntax(passage_.span(opening, opening + 2),
                      fmt::format("'{}' is never closed by '{}'", text_.substr(opening, 2),
                                  closing_ == Closing::output ? "}}" : "%}"));
    }

    Token& add(Token::Kind kind, std::size_t begin, std::size_t end) {
        Token& token = tokens_.emplace_back();
        token.kind = kind;
        token.spelling = text_.substr(begin, end - begin);
        token.span = passage_.span(begin, end);
        return token;
    }

    std::optional<Finding> next() {
        const char c = text_[at_];
        if (is_digit(c)) return read_number();
        if (is_name_start(c)) {
            const std::size_t begin = at_;
            while (at_ < text_.size() && is_name_part(text_[at_]))
                ++at_;
            add(Token::Kind::name, begin, at_);
            return std::nullopt;
        }
        if (c == '"' || c == '\'') return read_text(c);
        for (const std::string_view sign : signs) {
            if (starts_with(sign)) return read_sign(sign);
        }
        std::size_t end = at_;
        next_code_point(text_, end);
        const std::string_view found = text_.substr(at_, end - at_);
        Finding finding = syntax(passage_.span(at_, end), fmt::format("unexpected character '{}'", found));
        for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»"})
            if (found == quote) finding.note("texts stand between straight quotation marks: \"");
        return finding;
    }

    std::optional<Finding> read_sign(std::string_view sign) {
        const std::size_t begin = at_;
        at_ += sign.size();
        add(Token::Kind::sign, begin, at_);
        const char c = sign[0];
        if (c == '(' || c == '[' || c == '{') open_.push_back(begin);
        if (c != ')' && c != ']' && c != '}') return std::nullopt;
        const Span here = passage_.span(begin, at_);
        if (open_.empty()) return syntax(here, fmt::format("'{}' closes nothing", c));
        const char opening = text_[open_.back()];
        const char expected = opening == '(' ? ')' : opening == '[' ? ']' : '}';
        if (c != expected) {
            return syntax(here, fmt::format("expected '{}', got '{}'", expected, c))
                .note(fmt::format("'{}' was opened here", opening),
                      passage_.span(open_.back(), open_.back() + 1));
        }
        open_.pop_back();
        return std::nullopt;
    }

    // ---- Numbers ----

    /// Digits with single underscores between them; returns them without.
    std::string digits() {
        std::string out;
        while (is_digit(peek(0)) || (peek(0) == '_' && !out.empty() && is_digit(peek(1)))) {
            if (peek(0) != '_') out += peek(0);
            ++at_;
        }
        return out;
    }

    std::optional<Finding> read_number() {
        const std::size_t begin = at_;
        if (peek(0) == '0' && std::string_view("bBoOxX").find(peek(1)) != std::string_view::npos &&
            peek(1) != '\0') {
            return read_based(begin);
        }
        const std::string whole = digits();
        std::string written = whole;
        const bool after_dot = begin > 0 && text_[begin - 1] == '.';
        if (!after_dot && peek(0) == '.' && is_digit(peek(1))) {
            ++at_;
            written += '.' + digits();
        }
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1U : 0U;
        if (!after_dot && (peek(0) == 'e' || peek(0) == 'E') && is_digit(peek(1 + sign))) {
            written += 'e';
            if (sign == 1) written += peek(1);
            at_ += 1 + sign;
            written += digits();
        }
        const Span here = passage_.span(begin, at_);
        const bool is_integer = written.size() == whole.size();
        const bool is_octal_of_old =
            is_integer && whole[0] == '0' && whole.find_first_not_of('0') != std::string::npos;
        if (is_name_part(peek(0)) || is_octal_of_old) {
            return syntax(here, fmt::format("'{}' is no number", text_.substr(begin, at_ + 1 - begin)));
        }
        if (significant_digits(written) > Decimal::max_digits) {
            return syntax(here, fmt::format("a number has at most {} digits", Decimal::max_digits));
        }
        const std::size_t first = std::min(written.find_first_not_of('0'), whole.size() - 1);
        const auto number = Decimal::parse(std::string_view(written).substr(first));
        if (!number) return syntax(here, "this number is too large");
        add(Token::Kind::number, begin, at_).number = *number;
        return std::nullopt;
    }

    /// 0x1F, 0o17, 0b11.
    std::optional<Finding> read_based(std::size_t begin) {
        const char letter = peek(1);
        const int base = letter == 'x' || letter == 'X' ? 16 : letter == 'o' || letter == 'O' ? 8 : 2;
        at_ += 2;
        std::string written;
        while (is_name_part(peek(0))) {
            if (peek(0) != '_') written += peek(0);
            ++at_;
        }
        std::int64_t number = 0;
        const char* end = written.data() + written.size();
        const auto [stop, error] = std::from_chars(written.data(), end, number, base);
        if (error != std::errc() || stop != end) {
            return syntax(passage_.span(begin, at_),
                          fmt::format("'{}' is no number", text_.substr(begin, at_ - begin)));
        }
        add(Token::Kind::number, begin, at_).number = Decimal::scaled(number, 0);
        return std::nullopt;
    }

    // ---- Texts ----

    std::optional<Finding> read_text(char quote) {
        const std::size_t begin = at_++;
        std::string value;
        while (at_ < text_.size() && text_[at_] != quote) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                if (auto finding = read_escape(value)) return finding;
            } else if (text_[at_] == '\r') {
                value += '\n';
                at_ += peek(1) == '\n' ? 2U : 1U;
            } else {
                value += text_[at_++];
            }
        }
        if (at_ >= text_.size()) return syntax(passage_.span(begin, begin + 1), "this text is never closed");
        ++at_;
        add(Token::Kind::text, begin, at_).text = std::move(value);
        return std::nullopt;
    }

    /// Python's escapes. One that means nothing stays as it stands, as there.
    std::optional<Finding> read_escape(std::string& out) {
        constexpr std::string_view letters = "abfnrtv\\'\"";
        constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\'\"";
        const char c = peek(1);
        const std::size_t letter = letters.find(c);
        if (letter != std::string_view::npos) {
            out += meanings[letter];
            at_ += 2;
        } else if (c == '\n' || c == '\r') {
            at_ += c == '\r' && peek(2) == '\n' ? 3U : 2U;
        } else if (c == 'x' || c == 'u' || c == 'U') {
            return read_code_point(out, c == 'x' ? 2U : c == 'u' ? 4U : 8U, 16, 2);
        } else if (c >= '0' && c <= '7') {
            std::size_t length = 1;
            while (length < 3 && peek(1 + length) >= '0' && peek(1 + length) <= '7')
                ++length;
            return read_code_point(out, length, 8, 1);
        } else if (c == 'N') {
            return syntax(passage_.span(at_, at_ + 2),
                          "characters cannot be written by name: write the character itself");
        } else {
            out += '\\';
            ++at_;
        }
        return std::nullopt;
    }

    std::optional<Finding> read_code_point(std::string& out, std::size_t length, int base, std::size_t lead) {
        const std::string_view written = text_.substr(std::min(at_ + lead, text_.size()), length);
        unsigned code_point = 0;
        const char* end = written.data() + written.size();
        const auto [stop, error] = std::from_chars(written.data(), end, code_point, base);
        const Span here = passage_.span(at_, std::min(at_ + lead + length, text_.size()));
        if (written.size() < length || error != std::errc() || stop != end) {
            return syntax(here, fmt::format("an escape of {} digits is cut short", length));
        }
        if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
            return syntax(here, "there is no such character");
        }
        append_utf8(out, code_point);
        at_ += lead + length;
        return std::nullopt;
    }

    const Passage& passage_;
    std::string_view text_;
    std::size_t at_;
    std::size_t begin_;
    Closing closing_;
    /// Places of brackets that are not closed yet.
    std::vector<std::size_t> open_;
    std::vector<Token> tokens_;
};

}  // namespace

std::string described(const Token& token) {
    switch (token.kind) {
        case Token::Kind::end:
            return "the end of the expression";
        case Token::Kind::text:
            return fmt::format("the text {}", token.spelling);
        case Token::Kind::number:
            return fmt::format("the number {}", token.spelling);
        case Token::Kind::name:
        case Token::Kind::sign:
            break;
    }
    return fmt::format("'{}'", token.spelling);
}

Result<Tokens> tokenize(const Passage& passage, std::size_t begin, std::size_t end, Closing closing) {
    return Lexer(passage, begin, end, closing).run();
}

}  // namespace regioscope::expression
