#include "markdown/numbers.h"

#include <algorithm>
#include <optional>
#include <span>

#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

using Words = std::span<const std::u32string_view>;

// Words of the languages of reports: Dutch, German, English. All in lower case.
constexpr std::u32string_view months[] = {U"januari",  U"februari", U"maart",    U"april",     U"mei",
                                          U"juni",     U"juli",     U"augustus", U"september", U"oktober",
                                          U"november", U"december", U"januar",   U"februar",   U"märz",
                                          U"mai",      U"august",   U"dezember", U"january",   U"february",
                                          U"march",    U"may",      U"june",     U"july",      U"october"};
/// Behind them a number says where to look.
constexpr std::u32string_view reference_words[] = {
    U"tabel",     U"tabellen",  U"table",    U"tables",   U"tabelle",   U"tabellen", U"figuur",    U"figure",
    U"abbildung", U"hoofdstuk", U"chapter",  U"kapitel",  U"paragraaf", U"section",  U"abschnitt", U"artikel",
    U"article",   U"bijlage",   U"annex",    U"appendix", U"anlage",    U"anhang",   U"noot",      U"note",
    U"fußnote",   U"voetnoot",  U"footnote", U"pagina",   U"page",      U"seite",    U"p",         U"pp",
    U"blz",       U"s",         U"fig",      U"tab",      U"abb",       U"kap",      U"art",       U"nr",
    U"slide",     U"dia",       U"folie",    U"spoor",    U"fase",      U"phase"};
/// Glued to a number they leave it a number.
constexpr std::u32string_view glued_units[] = {U"mln", U"mld", U"m",   U"k",  U"bn", U"km", U"cm",
                                               U"mm",  U"ha",  U"kg",  U"kw", U"mw", U"gw", U"kwh",
                                               U"mwh", U"gwh", U"fte", U"x",  U"pp"};
/// Behind a number and a space they are part of it.
constexpr std::u32string_view units[] = {
    U"mln",         U"miljoen",       U"mio",        U"million", U"millionen", U"mld",     U"miljard",
    U"mrd",         U"milliarde",     U"milliarden", U"billion", U"procent",   U"prozent", U"percent",
    U"procentpunt", U"prozentpunkte", U"euro",       U"eur",     U"km",        U"ha",      U"fte"};
constexpr std::u32string_view ordinal_endings[] = {U"e",  U"de", U"ste", U"st", U"nd",
                                                   U"rd", U"th", U"er",  U"s",  U"ers"};
/// German words before an ordinal.
constexpr std::u32string_view before_ordinals[] = {U"am",  U"der", U"die",  U"das",   U"dem",  U"den",
                                                   U"des", U"vom", U"zum",  U"zur",   U"im",   U"beim",
                                                   U"ab",  U"bis", U"seit", U"jeder", U"jede", U"jedes"};

bool is_one_of(std::u32string_view word, Words words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

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
    Number(std::u32string_view text, std::size_t begin) : text_(text), begin_(begin), end_(begin) {
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

    FoundNumber with_unit() const {
        FoundNumber found{begin_, end_};
        if (before_currency()) found.begin = *before_currency();
        if (is_percent(at(end_))) ++found.end;
        if (is_blank(at(end_)) && is_percent(at(end_ + 1))) found.end = end_ + 2;
        if (is_one_of(glued_word(), glued_units)) found.end = end_ + glued_word().size();
        if (is_one_of(next_word(), units)) found.end = end_ + 1 + next_word().size();
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
        return is_letter(at(end_)) && !is_one_of(glued_word(), ordinal_endings) &&
               !is_one_of(glued_word(), glued_units);
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
        if (is_day && (is_one_of(next_word(), months) || is_one_of(previous_word(), months))) return true;
        return parts_.size() == 3 && plain_digits() && is_year_part(2);
    }

    /// "2e", "3rd", "1. Januar", "das 2. größte".
    bool is_ordinal() const {
        if (is_one_of(glued_word(), ordinal_endings)) return true;
        if (at(end_) != U'.' || !is_blank(at(end_ + 1)) || end_ - begin_ > 2) return false;
        const char32_t next = at(end_ + 2);
        return is_letter(next) && (!is_capital(next) || is_one_of(previous_word(), before_ordinals));
    }

    bool is_reference() const {
        std::size_t before = begin_;
        while (before > 0 && is_blank(at(before - 1)))
            --before;
        return (before > 0 && at(before - 1) == U'§') || is_one_of(previous_word(), reference_words);
    }

    /// "2.1 Method", "3. Work".
    bool is_heading_number() const {
        const bool has_dot = text_.substr(begin_, end_ - begin_ + 1).find(U'.') != std::u32string_view::npos;
        return begin_ == 0 && has_dot;
    }

    bool has_unit() const {
        return before_currency() || is_percent(at(end_)) ||
               (is_blank(at(end_)) && is_percent(at(end_ + 1))) || is_one_of(glued_word(), glued_units) ||
               is_one_of(next_word(), units);
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
        return lower(text_.substr(begin, end - begin));
    }
    std::u32string word_from(std::size_t begin) const {
        std::size_t end = begin;
        while (end - begin < longest_word && is_letter(at(end)))
            ++end;
        return lower(text_.substr(std::min(begin, text_.size()), end - begin));
    }
    static std::u32string lower(std::u32string_view word) {
        std::u32string out(word);
        for (char32_t& c : out)
            if (is_capital(c)) c += 0x20;
        return out;
    }

    char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

    static constexpr std::size_t longest_word = 40;

    std::u32string_view text_;
    std::size_t begin_;
    std::size_t end_;
    std::vector<std::size_t> parts_;
};

}  // namespace

bool is_ordinal_stop(std::u32string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && is_digit(text[begin - 1]))
        --begin;
    return begin < stop && Number(text, begin).is_ordinal_or_date();
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

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c < 0x530 && c != 0xD7 && c != 0xF7);
}

bool is_capital(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

std::vector<FoundNumber> find_figures(std::u32string_view text, Surroundings surroundings) {
    std::vector<FoundNumber> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const Number number(text, i);
        if (number.is_figure(surroundings)) found.push_back(number.with_unit());
        i = number.end();
    }
    return found;
}

}  // namespace regioscope::markdown
