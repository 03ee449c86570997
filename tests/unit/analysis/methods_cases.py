#!/usr/bin/env python3
"""Writes methods_cases.txt: what Python's statistics and fractions modules make of the methods of the comparison, on hard and random numbers.

A line is an operation, its numbers (lists separated by a bar) and the result, rounded to 12 decimals. Run again only to add cases.
"""
import math
import pathlib
import random
import statistics
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 40
draw = random.Random(6)


def number():
    """As sources print them: few digits, ties often, seldom below zero."""
    digits = draw.choice([1, 2, 2, 3, 6])
    text = str(draw.randrange(10 ** digits))
    decimals = draw.randint(0, min(2, digits))
    value = Decimal(text).scaleb(-decimals)
    return -value if draw.random() < 0.15 else value


def numbers(count):
    pool = [number() for _ in range(max(2, count * 2 // 3))]
    return [draw.choice(pool) for _ in range(count)]


def shares(count):
    parts = [draw.randrange(0, 4000) * draw.choice([0, 1, 1, 1]) for _ in range(count)]
    return parts if any(parts) else [1] * count


def exact(value):
    """A fraction, or a root of one, to 12 decimals."""
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return format(round(value, 12), "f")


def root(value):
    return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()


def places(values):
    """Middle of the places, by counting: how many are smaller, and half of those that are equal."""
    return [Fraction(sum(other < value for other in values)) + Fraction(sum(other == value for other in values) + 1, 2) for value in values]


lines = []


def case(operation, result, *lists):
    lines.append(f"{operation} " + " | ".join(" ".join(format(one, "f") if isinstance(one, Decimal) else str(one) for one in items) for items in lists) + f" = {result}")


for _ in range(60):
    values = numbers(draw.randint(3, 12))
    fractions_of = [Fraction(value) for value in values]
    case("mean", exact(statistics.mean(fractions_of)), values)
    variance = statistics.pvariance(fractions_of)
    case("deviation", exact(root(variance)), values)
    if variance:
        place = draw.randrange(len(values))
        distance = (fractions_of[place] - statistics.mean(fractions_of))
        case("standardised", exact(Decimal(distance.numerator) / Decimal(distance.denominator) / root(variance)), [values[place]], values)
        low, high = min(fractions_of), max(fractions_of)
        case("normalised", exact((fractions_of[place] - low) / (high - low) * 100), [values[place], min(values), max(values)])
        case("normalised-down", exact((high - fractions_of[place]) / (high - low) * 100), [values[place], min(values), max(values)])

for _ in range(60):
    count = draw.randint(3, 12)
    a, b = numbers(count), numbers(count)
    case("middle-places", " ".join(exact(place) for place in places(a)), a)
    # Rank 1 is the highest; equals share it: how many are higher, and one.
    case("places", " ".join(str(1 + sum(other > value for other in a)) for value in a), a)
    first, second = places(a), places(b)
    spread = statistics.pvariance(first) * statistics.pvariance(second)
    if spread == 0:
        case("rank-correlation", "nothing", a, b)
        continue
    moment = sum((x - statistics.mean(first)) * (y - statistics.mean(second)) for x, y in zip(first, second)) / count
    result = Decimal(moment.numerator) / Decimal(moment.denominator) / root(spread)
    # The module's own correlation, in binary floating point, must say the same.
    assert math.isclose(float(result), statistics.correlation([float(x) for x in first], [float(y) for y in second]), abs_tol=1e-9)
    case("rank-correlation", exact(result), a, b)

for _ in range(40):
    count = draw.randint(2, 10)
    a, b = shares(count), shares(count)
    of_a = [Fraction(part, sum(a)) for part in a]
    of_b = [Fraction(part, sum(b)) for part in b]
    case("dissimilarity", exact(sum(abs(x - y) for x, y in zip(of_a, of_b)) / 2 * 100), a, b)
    place = draw.randrange(count)
    case("quotient", exact(of_a[place] / of_b[place]) if of_b[place] else "nothing", [place], a, b)

pathlib.Path(__file__).with_name("methods_cases.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
