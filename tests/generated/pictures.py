"""Reads charts as pictures: no two texts touch, no text and no mark leaves its frame, no number is none.

How wide a text is comes from the fonts themselves, not from the program: from each of those that a reader's sans-serif may be.
"""
import functools
import math
import re
import sys
import xml.etree.ElementTree as ElementTree

try:
    from fontTools.ttLib import TTFont
except ImportError:  # another Python stands before Debian's, whose package this is
    sys.path.append("/usr/lib/python3/dist-packages")
    from fontTools.ttLib import TTFont

FONTS = {"Liberation Sans": "liberation2/LiberationSans-{}", "DejaVu Sans": "dejavu/DejaVuSans{}", "Noto Sans": "noto/NotoSans-{}"}
SIZES = {"label": (14, False), "strong": (14, True), "small": (12.5, False), "heading": (16, True)}
# A glyph may reach a little beyond its advance.
SLACK = 2


@functools.cache
def advances(font, bold):
    weight = ("-Bold" if bold else "") if "dejavu" in FONTS[font] else ("Bold" if bold else "Regular")
    file = TTFont(f"/usr/share/fonts/truetype/{FONTS[font].format(weight)}.ttf")
    cmap, metrics, units = file.getBestCmap(), file["hmtx"], file["head"].unitsPerEm
    return {code: metrics[name][0] / units for code, name in cmap.items()}


def width_of(words, font, size, bold):
    known = advances(font, bold)
    return sum(known.get(ord(c), 0.6) for c in words) * size


def local(element):
    return element.tag.rsplit("}", 1)[-1]


class Picture:
    def __init__(self, name, svg):
        self.name = name
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.get("viewBox").split())
        self.complaints = []

    def complain(self, why):
        self.complaints.append(f"{self.name}: {why}")

    def judge(self):
        for element in self.root.iter():
            for value in element.attrib.values():
                if re.search(r"\b(nan|inf|infinity|undefined)\b", value, re.IGNORECASE) and not re.search("[a-z]{6}", value.lower().replace("infinity", "").replace("undefined", "")):
                    self.complain(f"a number that is none: {value}")
        for font in FONTS:
            self.judge_texts(font)
        self.judge_marks()

    def boxes(self, font):
        for text in self.root.iter():
            if local(text) != "text":
                continue
            words = "".join(part for part in [text.text or "", *((child.text or "") + (child.tail or "") for child in text if local(child) != "title")])
            style = next((SIZES[name] for name in text.get("class", "").split() if name in SIZES), (14, False))
            bold = style[1] or "remark-sign" in text.get("class", "")
            size = style[0]
            x, y, width = float(text.get("x")), float(text.get("y")), width_of(words, font, size, bold)
            left = {"start": x, "middle": x - width / 2, "end": x - width}[text.get("text-anchor", "start")]
            yield words, left, left + width, y - 0.8 * size, y + 0.24 * size

    def judge_texts(self, font):
        seen = []
        for words, left, right, top, bottom in self.boxes(font):
            if not all(map(math.isfinite, (left, right, top, bottom))):
                self.complain(f"'{words}' stands nowhere")
            if left < -SLACK or right > self.width + SLACK or top < -1 or bottom > self.height + 1:
                self.complain(f"'{words}' leaves the chart ({font})")
            for other, l, r, t, b in seen:
                if left + 0.5 < r and l + 0.5 < right and top + 0.5 < b and t + 0.5 < bottom:
                    self.complain(f"'{words}' touches '{other}' ({font})")
            seen.append((words, left, right, top, bottom))

    def judge_marks(self):
        for element in self.root.iter():
            kind = local(element)
            for x, y in self.points(element, kind):
                if not (-SLACK <= x <= self.width + SLACK and -SLACK <= y <= self.height + SLACK):
                    self.complain(f"a {kind} leaves its frame at {x:g}, {y:g} ({element.get('class')})")
                    break
            if kind == "rect" and (float(element.get("width")) < 0 or float(element.get("height")) < 0):
                self.complain("a rect has less than no size")

    @staticmethod
    def points(element, kind):
        number = lambda name: float(element.get(name, "0"))
        if kind == "rect" and not element.get("width", "").endswith("%"):
            yield number("x"), number("y")
            yield number("x") + number("width"), number("y") + number("height")
        elif kind == "circle":
            yield number("cx") - number("r"), number("cy") - number("r")
            yield number("cx") + number("r"), number("cy") + number("r")
        elif kind == "line":
            yield number("x1"), number("y1")
            yield number("x2"), number("y2")
        elif kind == "path":
            x = y = 0.0
            for command, arguments in re.findall(r"([A-Za-z])([^A-Za-z]*)", element.get("d", "")):
                numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", arguments)]
                if command == "M":
                    x, y = numbers
                    yield x, y
                elif command in "lhv":
                    x += numbers[0] if command in "lh" else 0
                    y += numbers[-1] if command in "lv" else 0
                    yield x, y
                elif command == "C":
                    yield from zip(numbers[4::6], numbers[5::6])
                elif command == "A":
                    yield from zip(numbers[5::7], numbers[6::7])


def judge(site):
    """All charts of all pages, and how many they are."""
    complaints, count = [], 0
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for svg in re.findall(r'<svg class="chart".*?</svg>', text, re.DOTALL):
            picture = Picture(str(page.relative_to(site)) + " " + (re.search(r'id="([^"]*)"', svg) or ["", "a small line"])[1], svg.replace("&nbsp;", "\u00a0"))
            picture.judge()
            complaints += picture.complaints
            count += 1
    return complaints, count
