// Decimals: two texts, a blank between them. Arithmetic keeps its laws and never overflows.
#include "base/decimal.h"

#include "fuzz.h"

using namespace regioscope;
using fuzz::expect;

namespace {

void check_one(const Decimal& x) {
    expect(Decimal::parse(x.text()) == x, "a decimal reads back as it was written");
    expect(x.normalized() == x, "normalizing keeps the value");
    expect(-(-x) == x, "negating twice changes nothing");
    expect(!x.absolute().is_negative(), "an absolute value is not negative");
    expect(x.text() != "-0", "there is no negative zero");
    for (const int decimals : {-3, 0, 1, 6}) {
        for (const Rounding rounding :
             {Rounding::half_even, Rounding::half_away_from_zero, Rounding::down, Rounding::up})
            expect(x.rounded(decimals, rounding).decimals() <= std::max(decimals, 0) ||
                       x.rounded(decimals, rounding).decimals() <= x.decimals(),
                   "rounding leaves no more digits than asked for");
    }
}

void check_two(const Decimal& a, const Decimal& b) {
    expect(a + b == b + a, "addition commutes");
    expect(a * b == b * a, "multiplication commutes");
    expect(((a <=> b) == std::strong_ordering::less) == ((b <=> a) == std::strong_ordering::greater),
           "comparison is symmetric");
    expect((a - b).is_zero() == (a == b) || (a - b).is_zero(), "equal numbers differ by nothing");
    const auto quotient = Decimal::divide(a, b);
    expect(quotient.has_value() || b.is_zero() || !a.is_zero(), "only division by zero has no quotient");
    if (const auto whole = Decimal::floor_divide(a, b)) expect(whole->is_integer(), "a floor is an integer");
    if (const auto rest = Decimal::modulo(a, b))
        expect(rest->is_zero() || rest->is_negative() == b.is_negative(), "a rest has its divisor's sign");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const std::size_t blank = text.find(' ');
    const auto a = Decimal::parse(text.substr(0, blank));
    if (a) check_one(*a);
    if (!a || blank == std::string_view::npos) return 0;
    if (const auto b = Decimal::parse(text.substr(blank + 1))) check_two(*a, *b);
    return 0;
}
