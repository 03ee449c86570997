#include "locale/number_shape.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "locale/icu_text.h"

namespace regioscope::locale {

namespace {

using icu::number::LocalizedNumberFormatter;

constexpr std::string_view minus_sign = "\xE2\x88\x92";

std::string written(const LocalizedNumberFormatter& formatter, const char* number) {
    UErrorCode status = U_ZERO_ERROR;
    return tidied(from_icu(formatter.formatDecimal(number, status).toString(status)));
}

/// What stands around the digits of `text`, which begin and end with `digit`.
Affixes around(const std::string& text, const std::string& digit) {
    const std::size_t first = text.find(digit);
    if (first == std::string::npos) return {};
    return {text.substr(0, first), text.substr(text.rfind(digit) + digit.size())};
}

/// The digits of each language are ten code points in a row: the one that stands in "0" tells them all.
std::array<std::string, 10> digits_of(const LocalizedNumberFormatter& formatter) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString zero = formatter.formatDecimal("0", status).toString(status);
    UChar32 first = U'0';
    for (std::int32_t i = 0; i < zero.length(); i = zero.moveIndex32(i, 1)) {
        if (u_charDigitValue(zero.char32At(i)) == 0) first = zero.char32At(i);
    }
    std::array<std::string, 10> digits;
    for (std::size_t i = 0; i < digits.size(); ++i)
        digits[i] = from_icu(icu::UnicodeString(first + static_cast<UChar32>(i)));
    return digits;
}

}  // namespace

std::string tidied(std::string_view icu_text) {
    std::string out;
    for (const char c : icu_text) {
        if (c == '-')
            out += minus_sign;
        else if (c == ' ')
            out += no_break_space;
        else
            out += c;
    }
    return out;
}

NumberShape NumberShape::learn(const LocalizedNumberFormatter& formatter) {
    NumberShape shape;
    const auto whole = formatter.precision(icu::number::Precision::integer());
    shape.digits = digits_of(whole);
    const std::string& one = shape.digits[1];

    shape.plain = around(written(whole, "1"), one);
    shape.negative = around(written(whole, "-1"), one);
    shape.positive = around(written(whole.sign(UNUM_SIGN_ALWAYS), "1"), one);

    const auto tenths = formatter.precision(icu::number::Precision::fixedFraction(1));
    const std::string fraction = written(tenths, "1.1");
    const std::size_t mark = fraction.find(one) + one.size();
    shape.decimal_mark = fraction.substr(mark, fraction.rfind(one) - mark);

    // 11.111.111.111: the marks, and how many ones stand between them.
    std::vector<std::size_t> groups = {0};
    const std::string grouped = written(whole, "11111111111");
    for (std::size_t i = grouped.find(one); i <= grouped.rfind(one);) {
        if (grouped.compare(i, one.size(), one) == 0) {
            ++groups.back();
            i += one.size();
            continue;
        }
        const std::size_t next = grouped.find(one, i);
        shape.group_mark = grouped.substr(i, next - i);
        groups.push_back(0);
        i = next;
    }
    if (groups.size() > 2) {
        shape.first_group = groups.back();
        shape.further_groups = groups[groups.size() - 2];
        const std::string ungrouped = one + one + one + one;
        shape.minimum_before_mark = written(whole, "1111").find(ungrouped) == std::string::npos ? 1 : 2;
    }
    return shape;
}

const Affixes& NumberShape::affixes(const Decimal& rounded, Display::Sign sign) const {
    if (rounded.is_negative()) return negative;
    return sign == Display::Sign::always && !rounded.is_zero() ? positive : plain;
}

void NumberShape::append_digit_text(std::string& out, std::string_view ascii_digits) const {
    if (digits[0] == "0") {
        out += ascii_digits;
        return;
    }
    for (const char digit : ascii_digits)
        out += digits[static_cast<std::size_t>(digit - '0')];
}

void NumberShape::append_digits(std::string& out, const Decimal& rounded, int decimals) const {
    const std::string text = rounded.absolute().text();
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = std::string_view(text).substr(0, point);
    const std::string_view fraction =
        point < text.size() ? std::string_view(text).substr(point + 1) : std::string_view();

    const bool grouped = !group_mark.empty() && whole.size() >= first_group + minimum_before_mark;
    std::size_t written = 0;
    if (grouped) {
        const std::size_t before_first = whole.size() - first_group;
        const std::size_t remainder = before_first % further_groups;
        std::size_t length = remainder == 0 ? further_groups : remainder;
        for (; written < before_first; length = further_groups) {
            append_digit_text(out, whole.substr(written, length));
            out += group_mark;
            written += length;
        }
    }
    append_digit_text(out, whole.substr(written));

    const auto wanted = static_cast<std::size_t>(std::max(decimals, 0));
    if (fraction.empty() && wanted == 0) return;
    out += decimal_mark;
    append_digit_text(out, fraction);
    // A number of 18 digits has no room for zeros of its own.
    for (std::size_t i = fraction.size(); i < wanted; ++i)
        out += digits[0];
}

void NumberShape::append_plain_digits(std::string& out, int number) const {
    append_digit_text(out, std::to_string(std::abs(number)));
}

void NumberShape::append(std::string& out, const Decimal& number, int decimals, Display::Sign sign) const {
    const Decimal rounded = number.rounded(decimals);
    const Affixes& around_it = affixes(rounded, sign);
    out += around_it.prefix;
    append_digits(out, rounded, decimals);
    out += around_it.suffix;
}

}  // namespace regioscope::locale
