// Exact decimals: an integer mantissa times a power of ten, so that 9.0 − 7.2 is 1.8 and nothing else.
//
// A decimal holds at most 18 significant digits. Sums, differences and products are exact while they fit;
// what needs more, and every quotient, is rounded half to even to 18 digits (as IEEE 754-2008 decimals are).
// Comparison is exact. The digits as written are kept (9.0 has one decimal), equality ignores them (9.0 ==
// 9).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regioscope {

enum class Rounding { half_even, half_away_from_zero, down, up };

class Decimal {
  public:
    static constexpr int max_digits = 18;
    /// Exponents outside ±max_exponent do not arise: results beyond are no longer numbers a report prints.
    static constexpr int max_exponent = 400;

    constexpr Decimal() = default;
    constexpr Decimal(int value) : mantissa_(value) {}

    /// mantissa × 10^exponent. Mantissas of more than 18 digits are rounded.
    static Decimal scaled(std::int64_t mantissa, int exponent);

    /// Reads `-12`, `7.20`, `1e3`, `2.5E-4` (JSON's grammar): nothing else, no surrounding space. More than
    /// 18 significant digits are rounded; an exponent beyond ±max_exponent is no decimal.
    static std::optional<Decimal> parse(std::string_view text);

    std::int64_t mantissa() const { return mantissa_; }
    int exponent() const { return exponent_; }

    bool is_zero() const { return mantissa_ == 0; }
    bool is_negative() const { return mantissa_ < 0; }
    bool is_integer() const;

    /// Digits behind the point as written: 7.20 → 2, 48 → 0, 48e3 → 0.
    int decimals() const { return exponent_ < 0 ? -exponent_ : 0; }

    /// Rounded to that many decimals (negative: to tens, hundreds, …), and written with exactly so many.
    Decimal rounded(int decimals, Rounding rounding = Rounding::half_away_from_zero) const;

    /// Without trailing zeros behind the point: 7.20 → 7.2, 9.0 → 9.
    Decimal normalized() const;

    Decimal absolute() const { return is_negative() ? -*this : *this; }
    Decimal operator-() const;
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    Decimal& operator+=(const Decimal& other) { return *this = *this + other; }

    /// Nothing when the divisor is zero. Exact quotients carry no needless zeros: 7 / 2 is 3.5.
    static std::optional<Decimal> divide(const Decimal& dividend, const Decimal& divisor);
    /// The quotient rounded down, and what then remains (with the divisor's sign), as Python's // and %.
    /// Nothing when the divisor is zero or the quotient has more than 18 digits.
    static std::optional<Decimal> floor_divide(const Decimal& dividend, const Decimal& divisor);
    static std::optional<Decimal> modulo(const Decimal& dividend, const Decimal& divisor);

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) {
        return (a <=> b) == std::strong_ordering::equal;
    }

    /// Plain digits with `.` and no exponent: `-0.5`, `48000`, `7.20`. Never `-0`.
    std::string text() const;

    /// For geometry and for handing to ICU; charts may lose digits, numbers for readers may not.
    double to_double() const;
    /// The integer, if it is one and fits.
    std::optional<std::int64_t> to_integer() const;

  private:
    std::int64_t mantissa_ = 0;
    std::int32_t exponent_ = 0;
};

}  // namespace regioscope
