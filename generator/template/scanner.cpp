#include "template/scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace regioscope::templates {

namespace {

using expression::Closing;
using expression::Passage;

constexpr std::string_view white_space = " \t\n\v\f\r";

std::size_t skip_white_space(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(white_space, at), text.size());
}

void strip_end(std::string& text) {
    text.resize(text.find_last_not_of(white_space) + 1);
}

/// `\r\n` and `\r` become `\n`.
std::string with_plain_breaks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            out += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::size_t without_last_break(std::string_view text) {
    if (text.ends_with("\r\n")) return text.size() - 2;
    return text.ends_with('\n') || text.ends_with('\r') ? text.size() - 1 : text.size();
}

class Scanner {
  public:
    Scanner(const SourceText& source, Findings& findings)
        : source_(source),
          text_(source.text().substr(0, without_last_break(source.text()))),
          passage_(Passage::of({&source, 0, static_cast<std::uint32_t>(text_.size())})),
          findings_(findings) {}

    std::vector<Piece> run() {
        while (at_ < text_.size()) {
            const std::size_t open = find_opening(at_);
            add_text(at_, open);
            if (open == text_.size()) break;
            at_ = open;
            read_tag();
        }
        return std::move(pieces_);
    }

  private:
    Span span(std::size_t begin, std::size_t end) const {
        return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    char peek(std::size_t offset) const { return at_ + offset < text_.size() ? text_[at_ + offset] : '\0'; }

    std::size_t find_opening(std::size_t from) const {
        for (std::size_t i = text_.find('{', from); i != std::string_view::npos; i = text_.find('{', i + 1)) {
            const char next = i + 1 < text_.size() ? text_[i + 1] : '\0';
            if (next == '{' || next == '%' || next == '#') return i;
        }
        return text_.size();
    }

    void add_text(std::size_t begin, std::size_t end) {
        if (begin == end) return;
        std::string text = with_plain_breaks(text_.substr(begin, end - begin));
        const bool strips = end + 2 < text_.size() && text_[end + 2] == '-';
        if (strips) strip_end(text);
        if (text.empty()) return;
        Piece& piece = pieces_.emplace_back();
        piece.text = std::move(text);
        piece.span = span(begin, end);
    }

    /// Stands at `{{`, `{%` or `{#`; leaves behind it.
    void read_tag() {
        const std::size_t begin = at_;
        const char kind = peek(1);
        const bool has_sign = peek(2) == '-' || peek(2) == '+';
        at_ += has_sign ? 3 : 2;
        if (kind == '#') return read_comment(begin);
        if (kind == '%' && is_raw()) return read_raw(begin);
        const Closing closing = kind == '{' ? Closing::output : Closing::statement;
        auto tokens = expression::tokenize(passage_, at_, text_.size(), closing);
        if (!tokens) {
            findings_.add(std::move(tokens).finding());
            return skip_broken(begin, kind == '{' ? "}}" : "%}");
        }
        at_ = tokens->closing;
        const bool strips = peek(0) == '-';
        at_ += strips || peek(0) == '+' ? 3U : 2U;
        Piece& piece = pieces_.emplace_back();
        piece.kind = kind == '{' ? Piece::Kind::output : Piece::Kind::statement;
        piece.tokens = std::move(tokens->all);
        piece.span = span(begin, at_);
        if (strips) at_ = skip_white_space(text_, at_);
    }

    void skip_broken(std::size_t begin, std::string_view closing) {
        const std::size_t end = text_.find(closing, begin);
        at_ = end == std::string_view::npos ? text_.size() : end + closing.size();
    }

    void read_comment(std::size_t begin) {
        const std::size_t end = text_.find("#}", at_);
        if (end == std::string_view::npos) {
            findings_.error("syntax", span(begin, begin + 2), "this comment is never closed by '#}'");
            at_ = text_.size();
            return;
        }
        const bool strips = end > at_ && text_[end - 1] == '-';
        at_ = end + 2;
        if (strips) at_ = skip_white_space(text_, at_);
    }

    bool is_raw() const {
        const std::size_t word = skip_white_space(text_, at_);
        if (!text_.substr(word).starts_with("raw")) return false;
        const std::size_t end = skip_white_space(text_, word + 3);
        return text_.substr(end).starts_with("%}") || text_.substr(end).starts_with("-%}");
    }

    /// Everything up to `{% endraw %}` is text.
    void read_raw(std::size_t begin) {
        const std::size_t close = text_.find("%}", at_);
        const bool strips_start = text_[close - 1] == '-';
        const std::size_t body = strips_start ? skip_white_space(text_, close + 2) : close + 2;
        for (std::size_t i = text_.find("{%", close); i != std::string_view::npos;
             i = text_.find("{%", i + 2)) {
            const bool has_sign = i + 2 < text_.size() && (text_[i + 2] == '-' || text_[i + 2] == '+');
            const std::size_t word = skip_white_space(text_, i + (has_sign ? 3U : 2U));
            if (!text_.substr(word).starts_with("endraw")) continue;
            std::size_t end = skip_white_space(text_, word + 6);
            const bool strips_end = text_.substr(end).starts_with("-%}");
            if (strips_end || text_.substr(end).starts_with("+%}")) ++end;
            if (!text_.substr(end).starts_with("%}")) continue;
            add_text(std::min(body, i), i);
            at_ = strips_end ? skip_white_space(text_, end + 2) : end + 2;
            return;
        }
        findings_.error("syntax", span(begin, close + 2), "this 'raw' is never closed by '{% endraw %}'");
        at_ = text_.size();
    }

    const SourceText& source_;
    std::string_view text_;
    Passage passage_;
    Findings& findings_;
    std::size_t at_ = 0;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> scan(const SourceText& source, Findings& findings) {
    return Scanner(source, findings).run();
}

}  // namespace regioscope::templates
