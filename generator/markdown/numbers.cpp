#include "markdown/numbers.h"

#include <algorithm>
#include <optional>

#include "locale/letters.h"
#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

using locale::is_letter;

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_dash(char32_t c) {
    return c == U'-' || c == U'–' || c == 0x2011;
}
bool is_currency(char32_t c) {
    return c == U'€' || c == U'$' || c == U'£';
}

/// Reads around one number. Its parts are what separators other than those of decimals and thousands leave.
class Number {
  public:
    Number(std::u32string_view text, std::size_t begin, const locale::ProseWords& words)
        : text_(text), words_(words), begin_(begin), end_(begin) {
        parts_.push_back(begin);
        while (is_digit(at(end_)))
            extend();
    }

    std::size_t end() const { return end_; }

    bool is_figure(Surroundings surroundings) const {
        if (has_unit()) return !is_name();
        return !(is_name() || is_year() || is_date() || is_ordinal() || is_reference() ||
                 (surroundings == Surroundings::heading && is_heading_number()));
    }

    bool is_ordinal_or_date() const { return is_ordinal() || is_date(); }
    bool names_year() const { return is_year() && !has_unit() && !is_name(); }

    FoundNumber with_unit() const {
        FoundNumber found{begin_, end_};
        if (before_currency()) found.begin = *before_currency();
        if (is_percent(at(end_))) ++found.end;
        if (is_blank(at(end_)) && is_percent(at(end_ + 1))) found.end = end_ + 2;
        if (words_.glued_units.contain(glued_word())) found.end = end_ + glued_word().size();
        if (words_.units.contain(next_word())) found.end = end_ + 1 + next_word().size();
        return found;
    }

  private:
    /// Takes a run of digits, and a separator behind it if digits follow.
    void extend() {
        while (is_digit(at(end_)))
            ++end_;
        const char32_t c = at(end_);
        const bool is_group = (c == 0xA0 || c == 0x202F || c == 0x2009) && digits_from(end_ + 1) == 3;
        if (is_group ||
            ((c == U'.' || c == U',' || c == U'\'' || c == U'’' || c == U':') && is_digit(at(end_ + 1)))) {
            ++end_;
        } else if ((is_dash(c) || c == U'/') && is_digit(at(end_ + 1))) {
            parts_.push_back(++end_);
        }
    }

    std::size_t digits_from(std::size_t offset) const {
        std::size_t end = offset;
        while (is_digit(at(end)))
            ++end;
        return end - offset;
    }

    /// "mbo4", "COVID-19", "top-10", "3D", "'90".
    bool is_name() const {
        const char32_t before = begin_ > 0 ? at(begin_ - 1) : U' ';
        if (is_letter(before) || before == U'_') return true;
        if (is_dash(before) && begin_ > 1 && is_letter(at(begin_ - 2))) return true;
        if ((before == U'\'' || before == U'’' || before == U'‘') && end_ - begin_ == 2) return true;
        return is_letter(at(end_)) && !words_.ordinal_endings.contain(glued_word()) &&
               !words_.glued_units.contain(glued_word());
    }

    /// "2015", "2010–2015", "2012/13", "2016-12-31".
    bool is_year() const {
        if (!plain_digits() || !is_year_part(0)) return false;
        for (std::size_t i = 1; i < parts_.size(); ++i)
            if (!is_year_part(i) && part(i).size() != 2) return false;
        return true;
    }

    bool is_date() const {
        const bool is_day = parts_.size() == 1 && end_ - begin_ <= 2 && value(0) >= 1 && value(0) <= 31;
        if (is_day && (words_.months.contain(next_word()) || words_.months.contain(previous_word())))
            return true;
        return parts_.size() == 3 && plain_digits() && is_year_part(2);
    }

    /// "2e", "3rd", "1. Januar", "das 2. größte".
    bool is_ordinal() const {
        if (words_.ordinal_endings.contain(glued_word())) return true;
        if (at(end_) != U'.' || !is_blank(at(end_ + 1)) || end_ - begin_ > 2) return false;
        const char32_t next = at(end_ + 2);
        return locale::is_small(next) || (is_letter(next) && words_.before_ordinals.contain(previous_word()));
    }

    bool is_reference() const {
        std::size_t before = begin_;
        while (before > 0 && is_blank(at(before - 1)))
            --before;
        return (before > 0 && at(before - 1) == U'§') || words_.references.contain(previous_word());
    }

    /// "2.1 Method", "3. Work".
    bool is_heading_number() const {
        const bool has_dot = text_.substr(begin_, end_ - begin_ + 1).find(U'.') != std::u32string_view::npos;
        return begin_ == 0 && has_dot;
    }

    bool has_unit() const {
        return before_currency() || is_percent(at(end_)) ||
               (is_blank(at(end_)) && is_percent(at(end_ + 1))) || words_.glued_units.contain(glued_word()) ||
               words_.units.contain(next_word());
    }

    static bool is_percent(char32_t c) { return c == U'%' || c == U'‰' || is_currency(c) || c == U'°'; }

    /// Where the currency stands that the number follows.
    std::optional<std::size_t> before_currency() const {
        if (begin_ > 0 && is_currency(at(begin_ - 1))) return begin_ - 1;
        if (begin_ > 1 && is_blank(at(begin_ - 1)) && is_currency(at(begin_ - 2))) return begin_ - 2;
        return std::nullopt;
    }

    std::u32string_view part(std::size_t i) const {
        const std::size_t end = i + 1 < parts_.size() ? parts_[i + 1] - 1 : end_;
        return text_.substr(parts_[i], end - parts_[i]);
    }
    bool plain_digits() const {
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (!std::all_of(part(i).begin(), part(i).end(), is_digit)) return false;
        return true;
    }
    int value(std::size_t i) const {
        int sum = 0;
        for (const char32_t c : part(i).substr(0, 5))
            sum = sum * 10 + static_cast<int>(c - U'0');
        return sum;
    }
    bool is_year_part(std::size_t i) const {
        return part(i).size() == 4 && value(i) >= 1500 && value(i) <= 2099;
    }

    /// Letters right behind the number, in lower case.
    std::u32string glued_word() const { return word_from(end_); }
    /// The word behind it and one space; a full stop of an ordinal may stand in between.
    std::u32string next_word() const {
        std::size_t offset = end_;
        if (at(offset) == U'.') ++offset;
        return is_blank(at(offset)) ? word_from(offset + 1) : std::u32string();
    }
    std::u32string previous_word() const {
        std::size_t end = begin_;
        while (end > 0 && (is_blank(at(end - 1)) || (at(end - 1) == U'.' && end < begin_)))
            --end;
        std::size_t begin = end;
        while (begin > 0 && end - begin < longest_word && is_letter(at(begin - 1)))
            --begin;
        return locale::lowered(text_.substr(begin, end - begin));
    }
    std::u32string word_from(std::size_t begin) const {
        std::size_t end = begin;
        while (end - begin < longest_word && is_letter(at(end)))
            ++end;
        return locale::lowered(text_.substr(std::min(begin, text_.size()), end - begin));
    }

    char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

    static constexpr std::size_t longest_word = 40;

    std::u32string_view text_;
    const locale::ProseWords& words_;
    std::size_t begin_;
    std::size_t end_;
    std::vector<std::size_t> parts_;
};

}  // namespace

bool is_ordinal_stop(std::u32string_view text, std::size_t stop, const locale::ProseWords& words) {
    std::size_t begin = stop;
    while (begin > 0 && is_digit(text[begin - 1]))
        --begin;
    return begin < stop && Number(text, begin, words).is_ordinal_or_date();
}

std::vector<std::string> digits_of(std::u32string_view figure, char32_t decimal_sign) {
    std::vector<std::string> numbers;
    bool is_new = true;
    for (std::size_t i = 0; i < figure.size(); ++i) {
        const bool stands_between =
            i > 0 && i + 1 < figure.size() && is_digit(figure[i - 1]) && is_digit(figure[i + 1]);
        if (is_digit(figure[i])) {
            if (is_new) numbers.emplace_back();
            is_new = false;
            numbers.back() += static_cast<char>(figure[i]);
        } else if (stands_between && figure[i] == decimal_sign) {
            numbers.back() += '.';
        } else if (stands_between && (is_dash(figure[i]) || figure[i] == U'/')) {
            is_new = true;
        }
    }
    return numbers;
}

std::vector<FoundNumber> find_figures(std::u32string_view text, Surroundings surroundings,
                                      const locale::ProseWords& words) {
    std::vector<FoundNumber> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const Number number(text, i, words);
        if (number.is_figure(surroundings)) found.push_back(number.with_unit());
        i = number.end();
    }
    return found;
}

std::vector<FoundNumber> find_years(std::u32string_view text, const locale::ProseWords& words) {
    std::vector<FoundNumber> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const Number number(text, i, words);
        if (number.names_year()) found.push_back({i, number.end()});
        i = number.end();
    }
    return found;
}

}  // namespace regioscope::markdown
