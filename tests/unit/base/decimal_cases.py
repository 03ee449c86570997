#!/usr/bin/env python3
"""Writes decimal_cases.txt: what Python's decimal module makes of hard and of random cases, at 18 digits.

Lines: operation, operands, expected result, separated by one space. Run again only to add cases.
"""
import decimal
import math
import pathlib
import random
from decimal import Decimal
from fractions import Fraction

context = decimal.Context(prec=18, rounding=decimal.ROUND_HALF_EVEN, Emin=-999, Emax=999)
draw = random.Random(18)

hard = ["0", "0.00", "-0.5", "0.5", "1.5", "2.5", "-2.5", "7.2", "7.20", "9.0", "48", "48e3", "1e-18", "1e18", "-1e18", "5e-19",
        "999999999999999999", "-999999999999999999", "0.999999999999999999", "1000000000000000005", "1000000000000000015",
        "123456789012345678", "0.000000000000000001", "3", "-3", "7", "0.1", "0.3", "1e30", "1e-30", "99999999999999999.5"]


def plain(value):
    return format(value, "f") if abs(value.adjusted()) < 60 else str(value).replace("E+", "e").replace("E", "e")


def any_number():
    if draw.random() < 0.3:
        return draw.choice(hard)
    digits = draw.randint(1, 18)
    mantissa = draw.randrange(10 ** digits)
    return f"{draw.choice(['', '-'])}{mantissa}e{draw.randint(-20, 12)}"


def exact(fraction):
    """The fraction as a decimal of at most 18 digits, or None."""
    with decimal.localcontext(decimal.Context(prec=60)) as wide:
        value = Decimal(fraction.numerator) / Decimal(fraction.denominator)
        if Fraction(value) != fraction or len(value.normalize(wide).as_tuple().digits) > 18:
            return None
        return value.normalize(wide)


lines = []
for text in ["1234567890123456785", "1234567890123456795", "12345678901234567850000000000000000000000001", "0.1234567890123456785",
             "0.12345678901234567850000000000000000000000000000001", "99999999999999999949", "9999999999999999995", "1e400", "-1e-400",
             "100000000000000000000000000000000000000000000000", "0.00000000000000000000000000000000000000000001234"] + hard:
    lines.append(f"read {text} {plain(context.create_decimal(text))}")

pairs = [(a, b) for a in hard for b in draw.sample(hard, 3)] + [(any_number(), any_number()) for _ in range(120)]
for a, b in pairs:
    x, y = context.create_decimal(a), context.create_decimal(b)
    operation = draw.choice(["add", "subtract", "multiply", "divide", "compare", "floor", "modulo"])
    if operation == "add":
        result = context.add(x, y)
    elif operation == "subtract":
        result = context.subtract(x, y)
    elif operation == "multiply":
        result = context.multiply(x, y)
    elif operation == "compare":
        result = context.create_decimal((x > y) - (x < y))
    elif y == 0:
        lines.append(f"{operation} {a} {b} nothing")
        continue
    elif operation == "divide":
        result = context.divide(x, y)
    else:
        quotient = math.floor(Fraction(x) / Fraction(y))
        result = exact(Fraction(quotient)) if operation == "floor" else exact(Fraction(x) - quotient * Fraction(y))
        if abs(quotient) >= 10 ** 18:
            lines.append(f"{operation} {a} {b} nothing")
            continue
        if result is None or exact(Fraction(quotient)) is None or exact(quotient * Fraction(y)) is None:
            continue
    lines.append(f"{operation} {a} {b} {plain(result)}")

modes = {"half_even": decimal.ROUND_HALF_EVEN, "half_away": decimal.ROUND_HALF_UP, "down": decimal.ROUND_DOWN, "up": decimal.ROUND_UP}
wide = decimal.Context(prec=60)
for name, mode in modes.items():
    for text in ["0.5", "1.5", "2.5", "-2.5", "-0.04", "0.05", "7.25", "7.35", "7.2500001", "999.95", "-999.95", "1234.5", "150", "0", "0.0001"]:
        for places in draw.sample([-2, -1, 0, 1, 2, 3], 2):
            rounded = Decimal(text).quantize(Decimal(1).scaleb(-places), rounding=mode, context=wide)
            shown = format(rounded, "f")
            if rounded == 0:
                shown = shown.lstrip("-")
            lines.append(f"{name} {text} {places} {shown}")

pathlib.Path(__file__).with_name("decimal_cases.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
