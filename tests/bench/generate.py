#!/usr/bin/env python3
"""Writes a large report project, the same bytes every time: regions x indicators x years.

usage: generate.py S|M|L FOLDER     (6x20x5, 300x40x10, 1200x60x20)
"""
import json
import pathlib
import random
import sys

sizes = {"S": (6, 20, 5), "M": (300, 40, 10), "L": (1200, 60, 20)}
languages = ["nl", "de", "en"]


def text(words):
    return {language: words for language in languages}


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in sizes:
        sys.exit(__doc__)
    region_count, indicator_count, year_count = sizes[sys.argv[1]]
    root = pathlib.Path(sys.argv[2])
    draw = random.Random(20161231)

    regions = {"nl": {"kind": "benchmark", "country": "nl",
                      "names": {language: {"name": "Nederland", "in": "in Nederland", "of": "van Nederland", "the": "Nederland"}
                                for language in languages}}}
    for i in range(1, region_count + 1):
        name = f"Regio {i}"
        regions[f"region-{i}"] = {"kind": "study", "country": "nl",
                                  "names": {language: {"name": name, "in": f"in {name}", "of": f"van {name}", "the": name}
                                            for language in languages}}
    study = [region for region in regions if region != "nl"]
    write(root / "datasets/regions.json", {"regions": regions, "sets": {
        "all-regions": {"name": text("Alle regio's"), "regions": study},
        "with-benchmarks": {"name": text("Met het land"), "regions": study + ["nl"]}}})

    themes = {f"theme-{i}": {"name": text(f"Thema {i}"), "description": text(f"Alles over thema {i}.")} for i in range(1, 7)}
    indicators = {}
    for i in range(1, indicator_count + 1):
        indicators[f"indicator-{i}"] = {
            "theme": f"theme-{(i - 1) % 6 + 1}", "unit": ["percent", "jobs", "euro"][i % 3], "decimals": i % 2,
            "polarity": ["higher-is-better", "lower-is-better", "neutral"][i % 3], "about_equal": 1,
            "name": text(f"Indicator {i}"), "definition": text(f"Wat indicator {i} meet, in een zin.")}
    write(root / "datasets/indicators.json", {
        "themes": themes,
        "units": {"percent": {"kind": "percent", "name": text("procent")}, "jobs": {"kind": "count", "name": text("banen")},
                  "euro": {"kind": "currency", "currency": "EUR", "name": text("euro")}},
        "indicators": indicators, "compositions": {}})
    write(root / "datasets/sources.json", {"sources": {"statistics": {
        "title": "Kerncijfers", "language": "nl", "authors": ["Bureau"], "publisher": "Bureau", "published": "2016-12",
        "licence": text("CC BY 4.0")}}})

    years = [str(2016 - year_count + i) for i in range(1, year_count + 1)]
    for i, (indicator, declared) in enumerate(indicators.items()):
        rows = []
        for region in regions:
            level = draw.uniform(10, 90)
            if region == "nl" and declared["unit"] == "jobs":
                level *= 100  # no region has more jobs than its country
            cells = {}
            for year in years:
                level += draw.uniform(-2, 2)
                cells[f"y{year}"] = None if draw.random() < 0.01 else round(abs(level), 1) if declared["decimals"] else int(abs(level) * 100)
            rows.append({"region": region, "printed": region, "cells": cells})
        write(root / f"datasets/tables/statistics/{indicator}.json", {
            "source": "statistics", "locator": {"table": f"Tabel {i + 1}", "anchor": f"Tabel {i + 1} Indicator {i + 1} per"},
            "title": text(f"Indicator {i + 1} per regio"), "attributes": {"indicator": indicator},
            "columns": {f"y{year}": {"period": year, "printed": year} for year in years}, "rows": rows})

    write(root / "site/report.json", {
        "title": text("Groot rapport"), "description": text("Een rapport om mee te meten."), "languages": languages,
        "base_url": "https://report.example/", "publisher": text("Bureau"), "licence": {"name": text("CC BY 4.0")},
        "editions": {"2016": {"as_of": "2016-12-31"}}, "edition": "2016", "regions": "all-regions",
        "key_indicators": list(indicators)[:6]})


main()
