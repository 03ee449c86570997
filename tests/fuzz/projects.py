#!/usr/bin/env python3
"""Whole small projects from a seed, and what must hold of each: the program never crashes and ends in time; what it finds has a place; it builds
the same bytes twice; its pages are well-formed HTML; every link inside leads somewhere; the figures that it publishes are those that were put in.

usage: projects.py PROGRAM [--seeds N] [--first SEED] [--keep FOLDER]

Every seed makes an honest project, which builds, and the same project with some faults in it, which is refused or builds. A project that breaks
a promise is written to FOLDER."""
import argparse
import copy
import csv
import decimal
import html.parser
import json
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "sites")]
import measured

try:
    import html5lib
except ImportError:
    html5lib = None

LANGUAGES = ["nl", "de", "en"]
COUNTRIES = ["nl", "de", "be", "fr"]
# No numbers, and no words that compare: those need a claim.
WORDS = "aardig boom cirkel dorp eiland fiets grens haven ijs jaarmarkt kade land molen nacht oever plein rivier straat toren veld water zee".split()
ODD = ["Åland", "Łódź", "’s-Hertogenbosch", "Bad Zwischenahn & Ammerland", "Süd­west", "Ω-streek", "a\"b'c", "<Noord>", "Ñandú", "Weser–Ems", "東部", "İzmir", "x;y", "=A", "{z}", "ﬁnal"]
DECIMALS = decimal.Context(prec=30)


class Broken(Exception):
    pass


class Project:
    """An honest project: its files as values, and the figures that it publishes."""

    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.files = {}
        self.figures = {}
        draw = self.draw
        self.languages = draw.sample(LANGUAGES, draw.randint(1, 3))
        self.names_taken = set()
        self.make_regions()
        self.make_indicators()
        self.make_sources()
        self.make_tables()
        self.make_profiles()
        self.make_goals()
        self.make_glossary()
        self.make_site()

    def chance(self, share):
        return self.draw.random() < share

    def words(self, least=1, most=5):
        return " ".join(self.draw.choice(WORDS) for _ in range(self.draw.randint(least, most)))

    def name(self):
        """None stands twice: a report cannot tell things of one name apart."""
        while True:
            name = self.draw.choice(ODD) if self.chance(0.3) else self.words(1, 2).capitalize()
            if self.chance(0.2):
                name += " " + self.draw.choice(ODD)
            if name not in self.names_taken:
                self.names_taken.add(name)
                return name

    def text(self, words=None):
        words = words or (lambda: self.words(2, 8).capitalize() + ".")
        return {language: words() for language in self.languages}

    def title(self):
        title = self.name()
        return {language: title if language == self.languages[0] else self.name() for language in self.languages}

    # ---- Datasets ----

    def make_regions(self):
        draw = self.draw
        self.regions, self.areas = [], {}
        regions = {}

        def names():
            name = self.name()
            return {language: {"name": name, "in": f"in {name}", "of": f"van {name}", "the": name} for language in self.languages}

        for i in range(draw.choice([1, 2, 3, 5, 9, 14])):
            region = f"r{chr(97 + i)}" + draw.choice(["", "-oost", "-a-b"])
            regions[region] = {"kind": "study", "country": draw.choice(COUNTRIES), "names": names()}
            if self.chance(0.3):
                areas = [f"{region}-x", f"{region}-y"][:draw.randint(1, 2)]
                regions[region]["areas"] = {area: {"name": self.title()} for area in areas}
                self.areas[region] = areas
            else:
                self.areas[region] = [region]
            if self.chance(0.3):
                regions[region]["position"] = {"latitude": round(draw.uniform(47, 55), 1), "longitude": round(draw.uniform(3, 14), 1)}
            self.regions.append(region)
        self.countries = []
        for country in sorted({region["country"] for region in regions.values()}):
            if self.chance(0.6):
                regions[country] = {"kind": "benchmark", "country": country, "names": names()}
                self.areas[country] = [country]
                self.countries.append(country)
        sets = {"all-regions": {"name": self.title(), "regions": list(self.regions)}}
        if len(self.regions) > 2 and self.chance(0.5):
            sets["some-regions"] = {"name": self.title(), "regions": draw.sample(self.regions, 2)}
        self.files["datasets/regions.json"] = {"regions": regions, "sets": sets}

    def make_indicators(self):
        draw = self.draw
        units = {"percent": {"kind": "percent", "name": self.title()}, "jobs": {"kind": "count", "name": self.title()},
                 "euro": {"kind": "currency", "currency": "EUR", "name": self.title()}, "index": {"kind": "number", "name": self.title()}}
        if self.chance(0.5):
            units["jobs"]["phrase"] = {language: "{count, plural, one {{number} stuk} other {{number} stuks}}" for language in self.languages}
        themes = {f"t{i}": {"name": self.title(), "description": self.text()} for i in range(draw.randint(1, 3))}
        self.printed, self.units, self.decimals = [], {}, {}
        indicators = {}
        for i in range(draw.choice([1, 2, 4, 8])):
            name = f"i{chr(97 + i)}"
            unit = draw.choice(list(units))
            decimals = draw.choice([0, 0, 1, 2, 3])
            indicators[name] = {"theme": draw.choice(list(themes)), "unit": unit, "decimals": decimals, "polarity": draw.choice(["higher-is-better", "lower-is-better", "neutral"]),
                                "about_equal": float(decimal.Decimal(draw.randint(0, 3)).scaleb(-decimals)), "name": self.title(), "definition": self.text()}
            if decimals == 0:
                indicators[name]["about_equal"] = int(indicators[name]["about_equal"])
            if self.chance(0.2):
                indicators[name]["cadence"] = draw.choice(["P1Y", "P6M"])
            self.printed.append(name)
            self.units[name], self.decimals[name] = unit, decimals
        self.indicators = list(self.printed)
        for i in range(draw.randint(0, 3)):
            operation = draw.choice(["ratio", "per", "share", "sum", "difference", "index"])
            same = [name for name in self.printed if self.units[name] == self.units[self.printed[0]]]
            operands = [draw.choice(self.printed), draw.choice(self.printed)] if operation in ("ratio", "per") else draw.sample(same, 2) if len(same) > 1 else None
            if operation == "index":
                operands = [draw.choice(self.printed)]
            if operands is None or len(set(operands)) < len(operands):
                continue
            derived = {"operation": operation, "operands": operands}
            if operation == "index":
                derived["base"] = "2014"
            unit = "percent" if operation == "share" else self.units[operands[0]] if operation in ("sum", "difference") else "index"
            indicators[f"d{i}"] = {"theme": draw.choice(list(themes)), "unit": unit, "decimals": 1, "polarity": "neutral", "about_equal": 0.1,
                                   "name": self.title(), "definition": self.text(), "derived": derived}
            self.indicators.append(f"d{i}")
            self.units[f"d{i}"] = unit
        self.files["datasets/indicators.json"] = {"themes": themes, "units": units, "indicators": indicators}

    def make_sources(self):
        draw = self.draw
        self.sources = {}
        for i in range(draw.randint(1, 4)):
            self.sources[f"s{i}"] = {"title": self.name(), "language": draw.choice(LANGUAGES), "authors": [self.name() for _ in range(draw.randint(1, 3))],
                                     "publisher": self.name(), "published": f"{2014 + i}-{draw.randint(1, 9):02}", "licence": "CC-BY-4.0"}
            if self.chance(0.4):
                self.sources[f"s{i}"]["url"] = f"https://example.org/{i}?a=1&b=2#c"
        self.files["datasets/sources.json"] = {"sources": self.sources}

    def value(self, indicator):
        """As written, and as published."""
        draw = self.draw
        digits = draw.choice([0, 0, 1]) if self.decimals[indicator] else 0
        number = decimal.Decimal(draw.randint(1, 10 ** draw.randint(2, 6)) * 10 + draw.randint(0, 9)).scaleb(-digits)
        if self.units[indicator] == "percent":
            number = decimal.Decimal(draw.randint(1, 999)).scaleb(-1)
        if self.chance(0.03):
            number = -number
        kind = draw.random()
        if kind < 0.8:
            return number, str(number)
        if kind < 0.84:
            return {"at_least": abs(number)}, f"{abs(number)}.."
        if kind < 0.88:
            return {"at_most": abs(number)}, f"..{abs(number)}"
        if kind < 0.92:
            return {"from": abs(number), "to": abs(number) + 1}, f"{abs(number)}..{abs(number) + 1}"
        return None, ""

    def make_tables(self):
        draw = self.draw
        places = [(region, area) for region in [*self.regions, *self.countries] for area in self.areas[region]]
        used = {}
        self.periods = draw.choice([["2014"], ["2014", "2015"], ["2013-12", "2014", "2015-Q1"], [str(year) for year in range(2006, 2016)]])
        for source in self.sources:
            for number in range(draw.randint(1, 2)):
                attributes = {"number_format": {"decimal": ",", "thousands": "."}}
                columns = {f"c{i}": {"region": region, "area": area, "printed": f"Kolom {chr(65 + i)}"} for i, (region, area) in enumerate(draw.sample(places, draw.randint(1, len(places))))}
                rows = []
                for indicator in draw.sample(self.printed, draw.randint(1, len(self.printed))):
                    if self.chance(0.2):
                        rows.append({"heading": self.words()})
                    for period in draw.sample(self.periods, draw.randint(1, len(self.periods))):
                        scale = draw.choice([None, None, 1000])
                        cells = {}
                        for column, about in columns.items():
                            key = (indicator, about["area"], period)
                            if key in used and used[key] == source:
                                cells[column] = None  # one source does not say it twice
                                continue
                            used[key] = source
                            written, published = self.value(indicator)
                            if scale and written is not None:
                                published = "..".join(part and str(DECIMALS.multiply(decimal.Decimal(part), scale)) for part in published.split(".."))
                            cells[column] = written
                            # A blank without a reason gives way to nothing older: it is the newest all the same.
                            self.figures[key] = published
                            if isinstance(written, decimal.Decimal) and self.chance(0.1):
                                cells[column] = {"value": written, "status": draw.choice(["P", "E", "U", ["B", "P"]]), "note": self.text()}
                        row = {"indicator": indicator, "period": period, "printed": self.words(), "cells": cells}
                        if scale:
                            row["scale"] = scale
                        rows.append(row)
                self.files[f"datasets/tables/{source}/table-{number}.json"] = {
                    "source": source, "locator": {"table": f"Tabel {number}", "anchor": "Tabel van dorp en land"}, "title": self.text(self.name), "attributes": attributes,
                    "columns": columns, "rows": rows}

    def citation(self):
        return {"source": self.draw.choice(list(self.sources)), "locator": {"section": self.words(), "anchor": "Dorp en land en water"}}

    def make_profiles(self):
        draw = self.draw
        for region in self.regions:
            if self.chance(0.6):
                continue
            profile = {"region": region}
            if self.chance(0.7):
                profile["summary"] = {"text": self.text(), "citation": self.citation()}
            if self.chance(0.5):
                profile["ladder"] = {"rung": draw.randint(1, 4), "reading": "printed", "citation": self.citation()}
            if self.chance(0.5):
                profile["organisations"] = {f"{region}-o{i}": {"name": self.name(), "kind": draw.choice(["board", "network", "union"]), "citation": self.citation()} for i in range(draw.randint(1, 3))}
            if self.chance(0.5):
                profile["employers"] = {"citation": self.citation(), "list": [
                    {"name": self.name(), "seat": draw.choice(["region", "country", "abroad", "unknown"]), "sector": draw.choice(["industry", "care", "other"])} for _ in range(draw.randint(1, 6))]}
            if self.chance(0.5):
                profile["milestones"] = [{"period": str(1900 + 7 * i), "text": self.text(), "citation": self.citation()} for i in range(draw.randint(1, 4))]
            if self.chance(0.5):
                profile["facts"] = [{"theme": draw.choice(["education", "image"]), "kind": draw.choice(["strength", "weakness", "fact"]), "text": self.text(), "citation": self.citation()}
                                    for _ in range(draw.randint(1, 4))]
            self.files[f"datasets/profiles/{region}.json"] = profile

    def make_goals(self):
        draw = self.draw
        if self.chance(0.5):
            self.files["datasets/goals/goals.json"] = {"goals": {f"g{i}": {
                "title": self.text(self.name), "region": draw.choice(self.regions), "versions": [{"citation": self.citation(), "targets": [
                    {"id": "aim", "indicator": draw.choice(self.printed), "target": {"at_least": draw.randint(1, 90)}, "due": "2025", "text": self.text()}]}]}
                for i in range(draw.randint(1, 3))}}
        if self.chance(0.4):
            self.files["datasets/initiatives/initiatives.json"] = {"initiatives": {f"n{i}": {
                "name": self.text(self.name), "kind": draw.choice(["fund", "plan"]), "regions": [draw.choice(self.regions)], "description": self.text(), "citation": self.citation()}
                for i in range(draw.randint(1, 3))}}

    # ---- The site ----

    def make_glossary(self):
        self.terms = []
        if self.chance(0.4):
            self.terms = [f"w{i}" for i in range(self.draw.randint(1, 3))]
            self.files["site/glossary.json"] = {"terms": {term: {"term": self.text(self.name), "explanation": self.text()} for term in self.terms}}

    def point(self, indicator, region):
        """The figure that a text reads of a region on its first area, when it is one number."""
        known = [(period, self.figures[key]) for period in self.periods if (key := (indicator, self.areas[region][0], period)) in self.figures]
        return [(period, decimal.Decimal(value)) for period, value in known if value and ".." not in value]

    def make_site(self):
        draw = self.draw
        shown = [(indicator, region, period) for indicator in self.printed for region in self.regions for period, _ in self.point(indicator, region)]
        claims = {}
        for i, (indicator, region, period) in enumerate(draw.sample(shown, min(len(shown), draw.randint(0, 4)))):
            number = dict(self.point(indicator, region))[period]
            claims[f"claim-{i}"] = {"condition": f'value("{indicator}", "{region}", "{period}") {"<" if self.chance(0.5) else "<="} {number + 10}', "accepts": ["area", "period", "E", "P", "U", "B"][:3 + 2]}
            claims[f"claim-{i}"]["accepts"] = ["area", "period", "E", "F", "I", "P", "U", "D"]
        figures = {}
        for i in range(draw.randint(0, 5)):
            kind = draw.choice(["bar", "column", "line", "slope", "dot-plot", "dot-strip", "heatmap", "histogram", "small-multiples", "comparison-table", "ranking-table", "series-table", "scatter", "grouped-bar", "map", "ladder"])
            figure = {"kind": kind}
            if kind in ("bar", "column", "ranking-table", "series-table"):
                figure["indicator"] = draw.choice(self.indicators)
            elif kind == "scatter":
                if len(self.indicators) < 2:
                    continue
                figure["x"], figure["y"] = draw.sample(self.indicators, 2)
            elif kind not in ("map", "ladder"):
                unit = self.units[draw.choice(self.indicators)]
                figure["indicators"] = [name for name in self.indicators if self.units[name] == unit][:draw.randint(1, 3)]
            if kind in ("map", "ladder"):
                continue
            if self.chance(0.3):
                figure["title"] = self.text()
            figures[f"f{i}"] = figure
        if figures:
            self.files["site/figures/figures.json"] = {"figures": figures}
        chapters = [f"chapter-{chr(97 + i)}" for i in range(draw.randint(1, 3))]
        blocks = {chapter: [] for chapter in chapters}
        for figure in figures:
            blocks[draw.choice(chapters)].append(("figure", figure))
        for name in claims:
            blocks[draw.choice(chapters)].append(("claim", name))
        for term in self.terms:
            blocks[draw.choice(chapters)].append(("term", term))
        for source in self.sources:
            blocks[draw.choice(chapters)].append(("citation", source))
        for chapter in chapters:
            for _ in range(draw.randint(1, 5)):
                blocks[chapter].append((draw.choice(["words", "list", "quotation", "heading", "footnote", "table", "loop", "condition", "link", "code"]), None))
                if shown:
                    blocks[chapter].append(("value", draw.choice(shown)))
            draw.shuffle(blocks[chapter])
            for language in self.languages:
                self.files[f"site/narrative/{language}/{chapter}.md"] = self.chapter(blocks[chapter], chapters)
        if claims:
            self.files["site/claims.json"] = {"claims": claims}
        editions = {"2022": {"as_of": "2022-12-31"}}
        if self.chance(0.3):
            editions = {"2020": {"as_of": "2020-12-31", "kept": True}, **editions}
        self.files["site/report.json"] = {
            "title": self.title(), "description": self.text(), "languages": self.languages, "base_url": draw.choice(["https://report.example/", "https://report.example/een/"]),
            "publisher": self.title(), "licence": {"name": self.text(lambda: "CC BY 4.0")}, "editions": editions, "edition": "2022", "regions": "all-regions",
            "key_indicators": draw.sample(self.indicators, draw.randint(1, min(3, len(self.indicators)))), "chapters": chapters}

    def chapter(self, blocks, chapters):
        out = ["# " + re.sub(r"([<{*_])", r"\\\1", self.name())]
        notes = []
        for kind, what in blocks:
            words = self.words(3, 9).capitalize()
            if kind == "figure":
                out.append(f'{{{{ figure("{what}") }}}}')
            elif kind == "claim":
                out.append(f"{words}, [{self.words(2)}](claim:{what}).")
            elif kind == "term":
                out.append(f"{words} [{self.words(1, 1)}](term:{what}).")
            elif kind == "citation":
                out.append(f"{words} [@{what}, tabel A].")
            elif kind == "value":
                out.append(f'{words} {{{{ value("{what[0]}", "{what[1]}", "{what[2]}") }}}} {self.words()}.')
            elif kind == "list":
                out.append(f"- dorp\n- *boom* {words}\n  - `a<b>`\n\n    kade")
            elif kind == "quotation":
                out.append(f"> {words}\n> – {self.words()}")
            elif kind == "heading":
                out.append(f"## {words} {len(out)}".rstrip("0123456789 "))
            elif kind == "footnote":
                name = f"n{len(notes)}"
                out.append(f"{words}.[^{name}]")
                notes.append(f"[^{name}]: {self.words()}.")
            elif kind == "table":
                out.append(f"| {self.words(1, 1)} | b |\n|---|--:|\n| {self.words()} | ~~dorp~~ |\n| `a` | |")
            elif kind == "loop":
                out.append('{{ for one in set("all-regions") }}\n\n- {{ name(one) }} & {{ region(one).in }}\n\n{{ end }}')
            elif kind == "condition":
                out.append(f'{{{{ if edition == "2022" }}}}\n\n{words}.\n\n{{{{ else }}}}\n\nDorp.\n\n{{{{ end }}}}')
            elif kind == "link":
                out.append(f"{words} [kade](page:{chapters[0]}) en [zee](https://example.org/a?b=c&d=e).")
            elif kind == "code":
                out.append("```\n<script>x</script> & dorp\n```")
            else:
                out.append(f"{words} \\*boom\\* & **kade** <https://example.org/>.")
        return "\n\n".join(out + notes) + "\n"

    # ---- On the disk ----

    def write(self, folder):
        for path, value in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(value if isinstance(value, str) else written(value), encoding="utf-8")


def written(value):
    """JSON with numbers to the digit."""
    numbers = []

    def keep(number):
        numbers.append(str(number))
        return f"\0{len(numbers) - 1}\0"

    text = json.dumps(value, ensure_ascii=False, indent=1, default=keep)
    return re.sub(r'"\\u0000(\d+)\\u0000"', lambda match: numbers[int(match[1])], text)


# ---- Faults ----

def places_in(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places_in(value[key], (*path, key))
    elif isinstance(value, list):
        for i in range(len(value)):
            yield from places_in(value[i], (*path, i))


def with_fault(files, draw):
    """One thing of one file is no longer as it was."""
    path = draw.choice(sorted(files))
    value = files[path]
    if isinstance(value, str) or draw.random() < 0.15:
        text = value if isinstance(value, str) else written(value)
        at = draw.randrange(len(text))
        end = min(len(text), at + draw.randint(0, 40))
        files[path] = text[:at] + draw.choice(["", "{{ ", " }}", "[", "](", "|", "\n\n", "\0", "{{ end }}", "{{ for x in [1] }}", "[^n0]", "9", "# ", "\u202e", "\ud7ff", text[at:end] * 2, '"', "}"]) + text[end:]
        return
    places = list(places_in(value))[1:]
    if not places:
        return
    place = draw.choice(places)
    inner = value
    for step in place[:-1]:
        inner = inner[step]
    other = draw.choice(places)
    elsewhere = value
    for step in other:
        elsewhere = elsewhere[step]
    what = draw.randint(0, 5)
    if what == 0:
        del inner[place[-1]]
    elif what == 1:
        inner[place[-1]] = draw.choice([None, "", 0, -1, 10**17, True, [], {}, "x" * 3000, "2016", "all-regions", [[]], {"nl": "x"}, 1.5, "{{ x }}", "\u202e"])
    elif what == 2:
        inner[place[-1]] = copy.deepcopy(elsewhere)
    elif what == 3 and isinstance(inner, dict):
        inner[draw.choice(["zz", "nl", "value", "region", "", "A-b", str(place[-1]) + "x"])] = inner.pop(place[-1])
    elif what == 4 and isinstance(inner, list):
        inner += copy.deepcopy(inner)
    elif isinstance(inner[place[-1]], str):
        inner[place[-1]] += draw.choice(["x", " ", "\n", "é", "<b>", "*", "-"])


# ---- What must hold ----

class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                if value in self.ids:
                    raise Broken(f"the id {value!r} stands twice")
                self.ids.add(value)
            elif name in ("href", "src", "action", "poster", "data") and value is not None:
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += [part.split()[0] for part in value.split(",")]


def check_pages(public, base, draw):
    pages = {path.relative_to(public).as_posix(): path.read_text(encoding="utf-8") for path in public.rglob("*.html")}
    read = {}
    for name, text in pages.items():
        try:
            read[name] = Links(text)
        except Broken as broken:
            raise Broken(f"{name}: {broken}") from None
    files = {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}
    root = urllib.parse.urlsplit(base).path
    for name, page in read.items():
        for link in page.links:
            parts = urllib.parse.urlsplit(urllib.parse.urljoin("https://here.invalid" + root + name, link))
            if parts.scheme not in ("http", "https") or parts.netloc not in ("here.invalid", urllib.parse.urlsplit(base).netloc):
                continue
            path = urllib.parse.unquote(parts.path)
            if not path.startswith(root):
                raise Broken(f"{name}: {link} leads out of the site")
            target = path[len(root):]
            if target == "" or target.endswith("/"):
                target += "index.html"
            if target not in files:
                raise Broken(f"{name}: {link} leads nowhere")
            if parts.fragment and target in read and urllib.parse.unquote(parts.fragment) not in read[target].ids:
                raise Broken(f"{name}: {link} has no such place")
    # A strict parser takes its time: some pages of each project.
    if html5lib is not None:
        for name in draw.sample(sorted(pages), min(8, len(pages))):
            try:
                html5lib.HTMLParser(strict=True).parse(pages[name])
            except html5lib.html5parser.ParseError as error:
                raise Broken(f"{name}: no well-formed HTML: {error}") from None


def check_figures(public, figures):
    """What is published is what was put in."""
    published = {}
    with open(public / "data/observations.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["source"] != "derived":
                published[row["indicator"], row["area"], row["period"]] = row["value"]
    for key in sorted(set(figures) | set(published)):
        put_in, came_out = figures.get(key), published.get(key)
        if put_in is None or came_out is None:
            if not put_in and not came_out:
                continue  # a gap may be left out
            raise Broken(f"{key}: {put_in!r} was put in, {came_out!r} is published")
        if [part and decimal.Decimal(part) for part in put_in.split("..")] != [part and decimal.Decimal(part) for part in came_out.split("..")]:
            raise Broken(f"{key}: {put_in!r} was put in, {came_out!r} is published")


# What is not written in a file, or is about a file as a whole.
ABOUT_FILES = {"missing-file", "unused-file", "misnamed-file", "invalid-file-name", "empty-file", "budget-spent", "too-much-work", "file-too-large", "missing-page", "vanished-page",
               "unidentified-licence", "unwritten-chapter", "hidden-file", "invalid-id"}


def check_findings(said):
    try:
        findings = json.loads(said)
    except json.JSONDecodeError:
        raise Broken(f"its findings are no JSON: {said[:300]}") from None
    for finding in findings:
        if not finding["message"] or not finding["code"]:
            raise Broken(f"a finding says nothing: {finding}")
        if not finding["file"]:
            raise Broken(f"a finding has no file: {finding}")
        if not finding["line"] and finding["code"] not in ABOUT_FILES:
            raise Broken(f"a finding has no line: {finding}")
    return findings


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Trial:
    def __init__(self, options):
        self.options = options
        self.table = measured.Table()
        self.codes = {}

    def run(self, command, **circumstances):
        was = measured.run([self.options.program, *command], seconds=self.options.seconds, megabytes=self.options.megabytes, **circumstances)
        self.last = was
        if was.status not in (0, 1):
            raise Broken(f"it ended with {was.status}: {was.said[-2000:]}")
        if was.seconds > self.options.seconds or was.megabytes > self.options.megabytes:
            raise Broken(f"it took {was.seconds:.1f} s and {was.megabytes:.0f} MB")
        return was

    def honest(self, seed, folder):
        project = Project(seed)
        project.write(folder)
        was = self.run(["check", str(folder), "--format", "json"])
        findings = check_findings(was.printed)
        if was.status == 0:
            was = self.run(["build", str(folder), "--output", str(folder / "public")])
        if was.status != 0:
            raise Broken("an honest project does not build: " + "; ".join(f"{one['file']}:{one['line']}: {one['code']}: {one['message']}" for one in findings if one["severity"] == "error")[:1500])
        check_pages(folder / "public", project.files["site/report.json"]["base_url"], random.Random(seed))
        check_figures(folder / "public", project.figures)
        other = folder.parent / "elsewhere"
        other.mkdir()
        self.run(["build", str(folder), "--output", str(other / "site")], folder=other,
                 environment={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nonexistent"})
        one, two = contents(folder / "public"), contents(other / "site")
        differing = sorted(name for name in {*one, *two} if one.get(name) != two.get(name))
        if differing:
            raise Broken(f"two builds differ in {differing[:5]}")

    def faulty(self, seed, folder):
        draw = random.Random(f"faults {seed}")
        project = Project(seed)
        for _ in range(draw.randint(1, 3)):
            with_fault(project.files, draw)
        project.write(folder)
        was = self.run(["check", str(folder), "--format", "json"])
        findings = check_findings(was.printed)
        for finding in findings:
            self.codes[finding["code"]] = self.codes.get(finding["code"], 0) + 1
        if was.status == 1 and not any(finding["severity"] == "error" for finding in findings):
            raise Broken("it fails without saying why")

    def round(self, kind, seed):
        with tempfile.TemporaryDirectory(prefix="regioscope-projects-") as parent:
            folder = pathlib.Path(parent) / "project"
            folder.mkdir()
            failure = None
            self.last = measured.Run(0, 0.0, 0.0, "", "")
            try:
                getattr(self, kind)(seed, folder)
            except Broken as broken:
                failure = str(broken)
                print(f"failed  {kind} project of seed {seed}: {failure}", flush=True)
                if self.options.keep:
                    kept = self.options.keep / f"{kind}-{seed}"
                    shutil.rmtree(kept, ignore_errors=True)
                    shutil.copytree(folder, kept)
            self.table.add(f"{kind} projects", self.last, failure)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    options.add_argument("--seeds", type=int, default=12)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--megabytes", type=float, default=1024)
    options.add_argument("--keep", type=pathlib.Path)
    options.add_argument("--kind", choices=["honest", "faulty"])
    options = options.parse_args()
    trial = Trial(options)
    for seed in range(options.first, options.first + options.seeds):
        for kind in ("honest", "faulty"):
            if options.kind in (None, kind):
                trial.round(kind, seed)
    print(f"{len(trial.codes)} kinds of findings")
    trial.table.end()


if __name__ == "__main__":
    main()
