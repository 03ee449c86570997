"""Every number that the real report shows as a figure, in a table, a text or a chart, leaves with its data: it is found, digit for
digit as it is shown, in a file below data/. Differences between two figures of one page (with their sign) and counts of the claims page
are made of what stands there, and left out."""
import csv
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
program = pathlib.Path(sys.argv[1]).resolve()
MARKS = {"nl": (".", ","), "de": (".", ","), "en": (",", ".")}
SCALES = {"mln": 6, "Mio.": 6, "m": 6, "million": 6, "miljoen": 6, "Millionen": 6, "mld": 9, "Mrd.": 9, "bn": 9, "billion": 9, "miljard": 9, "Milliarden": 9}


class Numbers:
    """All numbers of the exports, and whether one is among them with fewer digits."""

    def __init__(self, site):
        self.exact = set()
        self.rounded = {}
        for path in [*(site / "data").glob("*.csv"), *(site / "data/figures").glob("*.csv")]:
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.reader(file):
                    for cell in row:
                        self.take(cell)
        for path in (site / "data").glob("*.json"):
            for word in re.findall(r"-?\d+(?:\.\d+)?", path.read_text(encoding="utf-8")):
                self.take(word)

    def take(self, cell):
        # As printed in Dutch, too: `231,7`.
        printed = re.fullmatch(r"-?\d+,\d+", cell)
        for word in re.findall(r"\d+(?:\.\d+)?", cell.replace(",", ".") if printed else cell.replace("..", " ")):
            try:
                self.exact.add(abs(Decimal(word)).normalize())
            except InvalidOperation:
                pass

    def hold(self, value, places):
        value = abs(value)
        if value.normalize() in self.exact:
            return True
        if places not in self.rounded:
            step = Decimal(1).scaleb(-places)
            self.rounded[places] = set()
            for number in self.exact:
                if number < 10**20:
                    low = (number // step) * step
                    # Rounded to the nearest; a bound outwards.
                    self.rounded[places] |= {low.normalize(), (low + step).normalize()}
        return value.normalize() in self.rounded[places]


def shown(language, text):
    """Each number of a text: its value and how many decimals it shows."""
    thousands, decimal = MARKS[language]
    text = html.unescape(re.sub(r"<(sup|title|span class=\"signs\")[^>]*>.*?</\1>", "", text)).replace("\u00a0", " ").replace("\u202f", " ")
    text = re.sub(r"<[^>]*>", " ", text)
    for match in re.finditer(rf"(?<![\w.,])(\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|\d+)(?:{re.escape(decimal)}(\d+))?(?!\w)", text):
        places = len(match[2] or "")
        value = Decimal(match[1].replace(thousands, "") + (f".{match[2]}" if match[2] else ""))
        word = re.match(r"\s*([A-Za-z.]+)", text[match.end():])
        scale = SCALES.get(word[1], 0) if word else 0
        yield match[0], value.scaleb(scale), places - scale


def figures_of(page):
    """What a page shows as figures: cells of numbers, bound values, labels of marks."""
    yield from re.findall(r'<td class="number[^"]*"[^>]*>(.*?)</td>', page, re.DOTALL)
    yield from re.findall(r'<a class="datum"[^>]*>(.*?)</a>', page, re.DOTALL)
    for chart in re.findall(r'<svg class="chart".*?</svg>', page, re.DOTALL):
        yield from re.findall(r"<title>([^<]*)</title>", chart)


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        if len(sys.argv) > 2:
            site = pathlib.Path(sys.argv[2])
        else:
            build = subprocess.run([program, "build", REPOSITORY, "--output", site], capture_output=True, text=True, timeout=300)
            assert build.returncode == 0, build.stderr[-2000:]
        numbers = Numbers(site)
        missing, count = {}, 0
        for path in sorted(site.rglob("*.html")):
            relative = path.relative_to(site)
            if relative.parts[0] in ("editions", "permanent"):
                continue
            language = relative.parts[0] if relative.parts[0] in MARKS else "nl"
            if relative.name == "claims.html":
                continue
            for text in figures_of(path.read_text(encoding="utf-8")):
                if (relative.parent.name == "compare" or relative.name == "goals.html") and re.match(r"[+−]", text):
                    continue
                for word, value, places in shown(language, text):
                    count += 1
                    if not numbers.hold(value, places):
                        missing.setdefault(word, (str(relative), re.sub(r"<[^>]*>", "", text)[:80]))
        for word, (page, text) in sorted(missing.items()):
            print(f"{page}: '{word}' is in no export: {text}")
        print(f"{count} numbers shown, {len(missing)} of them in no export")
        assert count > 5000, "too few numbers"
        return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
