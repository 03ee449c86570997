#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace regioscope {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t ten_to_18 = 1'000'000'000'000'000'000;

Wide power_of_ten(int n) {
    Wide result = 1;
    while (n-- > 0)
        result *= 10;
    return result;
}

int digit_count(Wide value) {
    if (value < 0) value = -value;
    int digits = 1;
    while (value >= 10) {
        value /= 10;
        ++digits;
    }
    return digits;
}

/// Divides by 10^places; `inexact_tail` says that digits were already lost below.
Wide divided_by_power(Wide value, int places, Rounding rounding, bool inexact_tail = false) {
    if (places <= 0) return value;
    if (places > 37) return rounding == Rounding::up && value != 0 ? (value < 0 ? -1 : 1) : 0;
    const Wide divisor = power_of_ten(places);
    Wide quotient = value / divisor;
    Wide remainder = value % divisor;
    const Wide away = value < 0 ? -1 : 1;
    if (remainder < 0) remainder = -remainder;
    const Wide half = divisor / 2;
    const bool above_half = remainder > half || (remainder == half && inexact_tail);
    const bool tie = remainder == half && !inexact_tail;
    switch (rounding) {
        case Rounding::half_even:
            if (above_half || (tie && quotient % 2 != 0)) quotient += away;
            break;
        case Rounding::half_away_from_zero:
            if (above_half || tie) quotient += away;
            break;
        case Rounding::up:
            if (remainder != 0 || inexact_tail) quotient += away;
            break;
        case Rounding::down:
            break;
    }
    return quotient;
}

/// Brings a wide mantissa down to 18 digits.
Decimal fitted(Wide mantissa, int exponent, bool inexact_tail = false) {
    int surplus = digit_count(mantissa) - Decimal::max_digits;
    if (surplus > 0) {
        mantissa = divided_by_power(mantissa, surplus, Rounding::half_even, inexact_tail);
        exponent += surplus;
        if (mantissa == ten_to_18 || mantissa == -ten_to_18) {
            mantissa /= 10;
            ++exponent;
        }
    }
    return Decimal::scaled(static_cast<std::int64_t>(mantissa), exponent);
}

/// Exact order of two magnitudes with the same sign.
std::strong_ordering compare_aligned(Wide a, int a_exponent, Wide b, int b_exponent) {
    // Magnitudes first: where the leading digits stand decides, unless they stand at the same place.
    const int a_top = digit_count(a) + a_exponent;
    const int b_top = digit_count(b) + b_exponent;
    const bool negative = a < 0;
    if (a_top != b_top)
        return (a_top < b_top) != negative ? std::strong_ordering::less : std::strong_ordering::greater;
    // Same top: the exponents differ by at most 18, so aligning fits in 36 digits.
    if (a_exponent > b_exponent) a *= power_of_ten(a_exponent - b_exponent);
    if (b_exponent > a_exponent) b *= power_of_ten(b_exponent - a_exponent);
    return a < b   ? std::strong_ordering::less
           : a > b ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
}

}  // namespace

Decimal Decimal::scaled(std::int64_t mantissa, int exponent) {
    if (mantissa >= ten_to_18 || mantissa <= -ten_to_18) return fitted(mantissa, exponent);
    Decimal result;
    result.mantissa_ = mantissa;
    result.exponent_ = std::clamp(exponent, -max_exponent, max_exponent);
    return result;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    std::size_t i = 0;
    const auto digit = [&] { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) ++i;
    if (!digit()) return std::nullopt;
    if (text[i] == '0' && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9')
        return std::nullopt;

    Wide mantissa = 0;
    int exponent = 0;
    bool tail = false;
    // 30 digits leave room to round to 18 correctly; of the digits beyond, only "was any of them not 0"
    // matters.
    const auto take = [&](bool fraction) {
        const int value = text[i++] - '0';
        if (mantissa < power_of_ten(30)) {
            mantissa = mantissa * 10 + value;
            if (fraction) --exponent;
        } else {
            tail = tail || value != 0;
            if (!fraction) ++exponent;
        }
    };
    while (digit())
        take(false);
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (!digit()) return std::nullopt;
        while (digit())
            take(true);
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && text[i] == '+') {
            ++i;
            if (!digit()) return std::nullopt;
        }
        int written = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), written);
        if (error != std::errc() || written > max_exponent || written < -max_exponent) return std::nullopt;
        i = static_cast<std::size_t>(end - text.data());
        exponent += written;
    }
    if (i != text.size() || exponent > max_exponent || exponent < -max_exponent) return std::nullopt;
    return fitted(negative ? -mantissa : mantissa, exponent, tail);
}

bool Decimal::is_integer() const {
    return normalized().exponent_ >= 0;
}

Decimal Decimal::rounded(int decimals, Rounding rounding) const {
    if (exponent_ >= -decimals) {
        // Nothing to round away; write the asked zeros where they fit.
        const int zeros = exponent_ + decimals;
        if (mantissa_ == 0) return scaled(0, -decimals);
        if (digit_count(mantissa_) + zeros > max_digits) return *this;
        return scaled(static_cast<std::int64_t>(mantissa_ * power_of_ten(zeros)), -decimals);
    }
    return fitted(divided_by_power(mantissa_, -decimals - exponent_, rounding), -decimals);
}

Decimal Decimal::normalized() const {
    if (mantissa_ == 0) return {};
    Decimal result = *this;
    while (result.exponent_ < 0 && result.mantissa_ % 10 == 0) {
        result.mantissa_ /= 10;
        ++result.exponent_;
    }
    return result;
}

Decimal Decimal::operator-() const {
    Decimal result = *this;
    result.mantissa_ = -mantissa_;
    return result;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    const Decimal& high = a.exponent_ >= b.exponent_ ? a : b;
    const Decimal& low = a.exponent_ >= b.exponent_ ? b : a;
    if (high.mantissa_ == 0) return low;
    if (low.mantissa_ == 0 && high.exponent_ >= 0 && low.exponent_ >= 0) return high;
    // The higher one is shifted as far as 37 digits allow; beyond that the lower one is only a tail to round
    // with.
    const int room = 36 - digit_count(high.mantissa_);
    const int shift = std::min(high.exponent_ - low.exponent_, room);
    const int exponent = high.exponent_ - shift;
    const Wide shifted = high.mantissa_ * power_of_ten(shift);
    const int lost = exponent - low.exponent_;
    const Wide addend = divided_by_power(low.mantissa_, lost, Rounding::down);
    const bool tail = lost > 0 && low.mantissa_ != 0;
    return fitted(shifted + addend, exponent, tail);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    return fitted(Wide{a.mantissa_} * b.mantissa_, a.exponent_ + b.exponent_);
}

std::optional<Decimal> Decimal::divide(const Decimal& dividend, const Decimal& divisor) {
    if (divisor.mantissa_ == 0) return std::nullopt;
    if (dividend.mantissa_ == 0) return Decimal();
    const int shift = 37 - digit_count(dividend.mantissa_);
    const Wide numerator = dividend.mantissa_ * power_of_ten(shift);
    const Wide quotient = numerator / divisor.mantissa_;
    const bool tail = numerator % divisor.mantissa_ != 0;
    Decimal result = fitted(quotient, dividend.exponent_ - divisor.exponent_ - shift, tail);
    while (result.exponent_ < 0 && result.mantissa_ % 10 == 0) {
        result.mantissa_ /= 10;
        ++result.exponent_;
    }
    if (result.exponent_ > 0 && digit_count(result.mantissa_) + result.exponent_ <= max_digits) {
        result = result.rounded(0);
    }
    return result;
}

std::optional<Decimal> Decimal::floor_divide(const Decimal& dividend, const Decimal& divisor) {
    if (divisor.mantissa_ == 0) return std::nullopt;
    const int lowest = std::min(dividend.exponent_, divisor.exponent_);
    if (digit_count(dividend.mantissa_) + dividend.exponent_ - lowest > 37) return std::nullopt;
    if (digit_count(divisor.mantissa_) + divisor.exponent_ - lowest > 37) {
        // The divisor is far larger than the dividend: the quotient lies strictly between −1 and 1.
        const bool opposite = dividend.mantissa_ != 0 && dividend.is_negative() != divisor.is_negative();
        return opposite ? Decimal(-1) : Decimal(0);
    }
    const Wide a = dividend.mantissa_ * power_of_ten(dividend.exponent_ - lowest);
    const Wide b = divisor.mantissa_ * power_of_ten(divisor.exponent_ - lowest);
    Wide quotient = a / b;
    if (a % b != 0 && (a < 0) != (b < 0)) --quotient;
    if (digit_count(quotient) > max_digits) return std::nullopt;
    return scaled(static_cast<std::int64_t>(quotient), 0);
}

std::optional<Decimal> Decimal::modulo(const Decimal& dividend, const Decimal& divisor) {
    const auto quotient = floor_divide(dividend, divisor);
    if (!quotient) return std::nullopt;
    return dividend - *quotient * divisor;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    // Figures of one table mostly have the same decimals.
    if (a.exponent_ == b.exponent_) return a.mantissa_ <=> b.mantissa_;
    const int a_sign = (a.mantissa_ > 0) - (a.mantissa_ < 0);
    const int b_sign = (b.mantissa_ > 0) - (b.mantissa_ < 0);
    if (a_sign != b_sign || a_sign == 0) return a_sign <=> b_sign;
    return compare_aligned(a.mantissa_, a.exponent_, b.mantissa_, b.exponent_);
}

std::string Decimal::text() const {
    std::string digits = std::to_string(mantissa_ < 0 ? -mantissa_ : mantissa_);
    if (exponent_ >= 0) {
        if (mantissa_ != 0) digits.append(static_cast<std::size_t>(exponent_), '0');
    } else {
        const auto places = static_cast<std::size_t>(-exponent_);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return mantissa_ < 0 ? "-" + digits : digits;
}

double Decimal::to_double() const {
    // Where both the digits and the power of ten are exact as doubles, one operation rounds as reading would.
    static constexpr std::array<double, 16> powers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    constexpr std::int64_t most_exact = std::int64_t{1} << 53;
    const auto places = static_cast<std::size_t>(std::abs(exponent_));
    if (places < powers.size() && std::abs(mantissa_) <= most_exact) {
        const auto digits = static_cast<double>(mantissa_);
        return exponent_ < 0 ? digits / powers[places] : digits * powers[places];
    }
    double value = 0;
    const std::string written = std::to_string(mantissa_) + "e" + std::to_string(exponent_);
    std::from_chars(written.data(), written.data() + written.size(), value);
    return value;
}

std::optional<std::int64_t> Decimal::to_integer() const {
    const Decimal plain = normalized();
    if (plain.exponent_ < 0 || digit_count(plain.mantissa_) + plain.exponent_ > max_digits)
        return std::nullopt;
    return static_cast<std::int64_t>(plain.mantissa_ * power_of_ten(plain.exponent_));
}

}  // namespace regioscope
