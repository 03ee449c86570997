"""Reads back what the program writes: sentences by the messages of a language, figures by its marks.

Nothing here asks the program: the messages are the language files', the numbers are read as a reader reads them.
"""
import functools
import json
import pathlib
import re
from decimal import Decimal

TEMPLATES = pathlib.Path(__file__).resolve().parents[2] / "templates/languages"
MARKS = {"nl": (".", ","), "de": (".", ","), "en": (",", ".")}
INFINITE = Decimal("Infinity")
SCALES = {"nl": {"mln": 6, "mld": 9, "miljoen": 6, "miljard": 9, "bln": 12, "biljoen": 12},
          "de": {"Mio.": 6, "Mrd.": 9, "Bio.": 12},
          "en": {"million": 6, "billion": 9, "trillion": 12, "m": 6, "bn": 9, "M": 6, "B": 9, "T": 12}}


class Figure:
    """A figure as a reader sees it: between which numbers it lies, and with how many digits it is written."""

    def __init__(self, low, high, step=Decimal(1), kind="point"):
        self.low, self.high, self.step, self.kind = low, high, step, kind

    def __repr__(self):
        return f"{self.low}" if self.low == self.high else f"{self.kind} {self.low}..{self.high}"

    @property
    def is_exact(self):
        return self.kind == "point"

    def surely_less(self, other):
        if self.high == other.low:
            return self.kind == "less_than" or other.kind == "more_than"
        return self.high < other.low

    def maybe_less(self, other):
        """Can it lie below the other? Ends that are open are never reached."""
        return self.low < other.high


@functools.cache
def messages(language):
    return {id: text for id, text in json.loads((TEMPLATES / f"{language}.json").read_text(encoding="utf-8")).items() if isinstance(text, str)}


# ---- ICU messages as patterns
def parts_of(text, at=0, depth=0):
    """The message up to its end or the brace that closes it: a list of words, `#` and arguments (name, branches)."""
    parts, words = [], ""
    while at < len(text):
        c = text[at]
        if c == "'" and at + 1 < len(text) and text[at + 1] in "{}'":
            words += text[at + 1]
            at += 2
            continue
        if c == "}":
            break
        if c == "#" and depth:
            parts += [words, ("#", None)]
            words = ""
            at += 1
        elif c == "{":
            parts.append(words)
            words = ""
            match = re.compile(r"\{\s*([\w-]+)\s*").match(text, at)
            name, at = match[1], match.end()
            if text[at] == "}":
                parts.append((name, None))
                at += 1
                continue
            match = re.compile(r",\s*(\w+)\s*,").match(text, at)
            at = match.end()
            branches = []
            while True:
                match = re.compile(r"\s*(=\d+|\w+)\s*\{").match(text, at)
                if not match:
                    break
                inner, at = parts_of(text, match.end(), depth + 1)
                branches.append((match[1], inner))
                at += 1
            at = text.index("}", at) + 1
            parts.append((name, branches))
        else:
            words += c
            at += 1
    return parts + [words], at


def pattern_of(parts, names):
    out = ""
    for part in parts:
        if isinstance(part, str):
            out += re.escape(spaced(part))
            continue
        name, branches = part
        if branches is None:
            group = f"{'number' if name == '#' else name.replace('-', '_')}_{len(names)}"
            names.append(group)
            out += f"(?P<{group}>{'[^ ]+' if name == '#' else '.+?'})"
        else:
            ways = []
            for which, inner in branches:
                exact = f"(?P<{name}is{which[1:]}_{len(names)}>)" if which.startswith("=") else f"(?P<{name}as{which}_{len(names)}>)"
                names.append(exact[4:exact.index(">")])
                ways.append(exact + pattern_of(inner, names))
            out += f"(?:{'|'.join(ways)})"
    return out


@functools.cache
def sentences(language, prefix):
    found = []
    for id, text in messages(language).items():
        if id.startswith(prefix):
            found.append((id, re.compile(pattern_of(parts_of(text)[0], []), re.IGNORECASE)))
    return found


def read(language, prefix, words):
    """Every way to read a sentence: (id, {argument: text})."""
    for id, pattern in sentences(language, prefix):
        match = pattern.fullmatch(spaced(words))
        if match:
            said = {}
            for group, text in match.groupdict().items():
                # Of two numbers the first one is what the sentence counts.
                if text is not None:
                    said.setdefault(group.rsplit("_", 1)[0], text)
            yield id, said


# ---- figures
def spaced(text):
    """With plain spaces for those that do not break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@functools.cache
def kinds(language):
    table = messages(language)
    found = []
    for kind, name in [("about", "about"), ("at_least", "at-least"), ("more_than", "more-than"), ("at_most", "at-most"), ("less_than", "less-than")]:
        for form in ("sentence", "table"):
            found.append((kind, re.compile(re.escape(spaced(table[f"amount.{name}.{form}"])).replace(r"\{number\}", "(.+)"), re.IGNORECASE)))
    for form in ("sentence", "table"):
        found.append(("range", re.compile(re.escape(spaced(table[f"amount.range.{form}"])).replace(r"\{low\}", "(.+?)").replace(r"\{high\}", "(.+)"))))
    return found


def number(language, text):
    """`€ 1.234,5 mln` as a number and the worth of its last digit; None where none stands."""
    thousands, decimal = MARKS[language]
    match = re.search(rf"([-−–+]?)\s*(?:€\s*)?([-−]?)(\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|\d+)(?:{re.escape(decimal)}(\d+))?", text)
    if not match:
        return None
    digits = match[3].replace(thousands, "") + (match[4] or "")
    places = len(match[4] or "")
    scale = 0
    behind = text[match.end():].strip(" \u00a0\u202f")
    word = re.match(r"[A-Za-z.]+", behind)
    if word and word[0] in SCALES[language]:
        scale = SCALES[language][word[0]]
    sign = "-" if (match[1] and match[1] in "-−") or match[2] else ""
    return Decimal(sign + digits).scaleb(scale - places), Decimal(1).scaleb(scale - places)


def figure(language, text):
    """What a figure in a sentence or a table says; None for words that are no figure."""
    text = spaced(text).strip()
    for kind, pattern in kinds(language):
        match = pattern.fullmatch(text)
        if not match:
            continue
        ends = [number(language, one) for one in match.groups()]
        if None in ends:
            continue
        if kind == "range":
            return Figure(ends[0][0], ends[1][0], ends[1][1], "range")
        value, step = ends[0]
        if kind == "about":
            half = Decimal(10) ** (value.normalize().adjusted() - len(value.normalize().as_tuple().digits) + 1) / 2
            return Figure(value - half, value + half, step, "about")
        if kind in ("at_least", "more_than"):
            return Figure(value, INFINITE, step, kind)
        return Figure(-INFINITE, value, step, kind)
    found = number(language, text)
    return Figure(found[0], found[0], found[1]) if found else None
