#!/usr/bin/env python3
"""Writes a large report project without findings, the same bytes every time: regions x indicators x years.

usage: generate.py S|T|M|L FOLDER [LANGUAGE ...]     (6x20x5, 45x36x50, 300x40x10, 1200x60x20; nl de en)
"""
import json
import pathlib
import random
import sys

sizes = {"S": (6, 20, 5), "T": (45, 36, 50), "M": (300, 40, 10), "L": (1200, 60, 20)}


def letters(number):
    """A, B … Z, AA: a name without a figure in it."""
    word = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        word = chr(ord("A") + place) + word
    return word


class Project:
    def __init__(self, size, root, languages):
        self.region_count, self.indicator_count, self.year_count = sizes[size]
        self.root = pathlib.Path(root)
        self.languages = languages
        self.draw = random.Random(20161231)
        self.years = [str(2016 - self.year_count + i) for i in range(1, self.year_count + 1)]

    def text(self, words):
        return {language: words for language in self.languages}

    def file(self, path, value):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def write(self):
        regions = self.regions()
        indicators = self.indicators()
        self.file("datasets/sources.json", {"sources": {"statistics": {
            "title": "Kerncijfers", "language": "nl", "authors": ["Bureau"], "publisher": "Bureau", "published": "2016-12",
            "licence": self.text("CC BY 4.0")}}})
        for i, (indicator, declared) in enumerate(indicators.items()):
            self.table(i + 1, indicator, declared, regions)
        self.file("site/report.json", {
            "title": self.text("Groot rapport"), "description": self.text("Een rapport om mee te meten."), "languages": self.languages,
            "base_url": "https://report.example/", "publisher": self.text("Bureau"), "licence": {"name": self.text("CC BY 4.0")},
            "editions": {"2016": {"as_of": "2016-12-31"}}, "edition": "2016", "regions": "all-regions",
            "key_indicators": list(indicators)[:6]})

    def regions(self):
        def names(name):
            return {language: {"name": name, "in": f"in {name}", "of": f"van {name}", "the": name} for language in self.languages}

        regions = {"nl": {"kind": "benchmark", "country": "nl", "names": names("Nederland")}}
        for i in range(1, self.region_count + 1):
            regions[f"region-{i}"] = {"kind": "study", "country": "nl", "names": names(f"Regio {i}")}
        study = [region for region in regions if region != "nl"]
        self.file("datasets/regions.json", {"regions": regions, "sets": {
            "all-regions": {"name": self.text("Alle regio's"), "regions": study},
            "with-benchmarks": {"name": self.text("Met het land"), "regions": study + ["nl"]}}})
        return regions

    def indicators(self):
        themes = {f"theme-{i}": {"name": self.text(f"Thema {letters(i)}"), "description": self.text("Alles over dit thema.")} for i in range(1, 7)}
        indicators = {}
        for i in range(1, self.indicator_count + 1):
            indicators[f"indicator-{i}"] = {
                "theme": f"theme-{(i - 1) % 6 + 1}", "unit": ["percent", "jobs", "euro"][i % 3], "decimals": 3 * (i % 2),
                "polarity": ["higher-is-better", "lower-is-better", "neutral"][i % 3], "about_equal": 1,
                "name": self.text(f"Indicator {letters(i)}"), "definition": self.text("Wat deze indicator meet, in een zin.")}
        self.file("datasets/indicators.json", {
            "themes": themes,
            "units": {"percent": {"kind": "percent", "name": self.text("procent")}, "jobs": {"kind": "count", "name": self.text("banen")},
                      "euro": {"kind": "currency", "currency": "EUR", "name": self.text("euro")}},
            "indicators": indicators, "compositions": {}})
        return indicators

    def table(self, number, indicator, declared, regions):
        """Every region walks up and down; now and then a figure is missing. Many digits, so that no two regions have
        the same years by chance, which the program would doubt."""
        rows = []
        for region in regions:
            level = self.draw.uniform(40, 90)
            if region == "nl" and declared["unit"] == "jobs":
                level += 150  # no region has more jobs than its country
            cells = {}
            for year in self.years:
                level += self.draw.uniform(-1.5, 1.5)
                value = round(abs(level), 3) if declared["decimals"] else int(abs(level) * 1000)
                cells[f"y{year}"] = None if self.draw.random() < 0.01 else value
            rows.append({"region": region, "printed": region, "cells": cells})
        self.file(f"datasets/tables/statistics/{indicator}.json", {
            "source": "statistics", "locator": {"table": f"Tabel {number}", "anchor": f"Tabel {number} Indicator {number} per"},
            "title": self.text(f"Indicator {letters(number)} per regio"), "attributes": {"indicator": indicator},
            "columns": {f"y{year}": {"period": year, "printed": year} for year in self.years}, "rows": rows})


if len(sys.argv) < 3 or sys.argv[1] not in sizes:
    sys.exit(__doc__)
Project(sys.argv[1], sys.argv[2], sys.argv[3:] or ["nl", "de", "en"]).write()
