"""Makes a whole report project of a seed: regions, indicators, figures of every kind of value, charts of every kind.

What is made is odd on purpose: gaps, bounds, ranges, ties, figures below zero, of nothing at all, tiny and huge ones, years that are
missing between others, months and quarters, one region or forty. The same seed makes the same project everywhere.
"""
import json
import pathlib
import random
from decimal import Decimal

LANGUAGES = ("nl", "de", "en")
IN = {"nl": "in", "de": "in", "en": "in"}
OF = {"nl": "van", "de": "von", "en": "of"}
BEGINNINGS = ["Aal", "Bor", "Cul", "Dre", "Eem", "Fri", "Gel", "Har", "IJm", "Jor", "Kem", "Lau", "Mee", "Nie", "Oss", "Pol", "Rij", "Sal", "Tex", "Urk", "Vel", "Wad", "Zaa"]
ENDINGS = ["dam", "veld", "stein", "hoven", "burg", "meer", "wijk", "oord", "lo", "zijl"]
# kind of unit, decimals, polarity, "about equal", and how its figures are drawn
INDICATORS = {
    "rate": ("percent", 1, "lower-is-better", "0.1", "share"),
    "share": ("percent", 0, "neutral", "0", "share"),
    "jobs": ("count", 0, "higher-is-better", "0", "count"),
    "firms": ("count", 0, "neutral", "5", "count"),
    "turnover": ("currency", 0, "higher-is-better", "1000", "amount"),
    "balance": ("currency", 0, "higher-is-better", "0", "signed"),
    "score": ("number", 2, "higher-is-better", "0.05", "signed-small"),
    "density": ("number", 1, "neutral", "0", "small"),
    "part-a": ("count", 0, "neutral", "0", "part"),
    "part-b": ("count", 0, "neutral", "0", "part"),
    "part-c": ("count", 0, "neutral", "0", "part"),
}
DERIVED = {
    "jobs-per-firm": ("number", 1, {"operation": "ratio", "operands": ["jobs", "firms"]}),
    "part-a-share": ("percent", 1, {"operation": "share", "operands": ["part-a", "parts-together"]}),
    "parts-together": ("count", 0, {"operation": "sum", "operands": ["part-a", "part-b", "part-c"]}),
    "jobs-less-firms": ("count", 0, {"operation": "difference", "operands": ["jobs", "firms"]}),
    "jobs-change": ("percent", 1, {"operation": "change", "operands": ["jobs"], "base": "2010"}),
    "balance-index": ("number", 0, {"operation": "index", "operands": ["balance"], "base": "2010"}),
}


def in_all(text):
    return {language: text for language in LANGUAGES}


def names_of(name):
    return {language: {"name": name, "in": f"{IN[language]} {name}", "of": f"{OF[language]} {name}", "the": name} for language in LANGUAGES}


class Project:
    """What was made, for those who hold the site against it."""

    def __init__(self, seed, regions=None):
        self.draw = random.Random(seed)
        count = regions or self.draw.choice([1, 2, 3, 4, 6, 7, 12, 13, 40])
        pool = [a + b for a in BEGINNINGS for b in ENDINGS]
        self.regions = {name.lower(): name for name in sorted(self.draw.sample(pool, count))}
        self.with_country = self.draw.random() < 0.5
        self.years = self.draw.choice([["2010", "2011", "2012", "2013"], ["2010", "2015"], ["1990", "2010", "2011", "2021"], ["2010"],
                                       ["2010", "2012-Q1", "2012-Q3"] if False else ["2010", "2011", "2013", "2014", "2015", "2016"]])
        #: (indicator, region, period) -> value as in a table, or None
        self.figures = {}
        self.earlier = {}
        for indicator, (_, decimals, _, _, drawn) in INDICATORS.items():
            habit = self.draw.choice(["plain", "plain", "ties", "gaps", "bounds", "mixed", "zeros", "tiny", "huge"])
            base = self.draw.uniform(0.2, 1.0)
            for region in [*self.regions, *(["nl"] if self.with_country else [])]:
                for year in self.years:
                    self.figures[indicator, region, year] = self.figure(drawn, decimals, habit, base)
        for key, value in self.figures.items():
            # What the earlier edition knew: the same, another figure, or none.
            self.earlier[key] = value if self.draw.random() < 0.7 else self.figure(INDICATORS[key[0]][4], INDICATORS[key[0]][1], "plain", 0.5)

    def number(self, drawn, decimals, habit, base):
        draw = self.draw
        step = Decimal(1).scaleb(-decimals)
        low, high = {"share": (0, 100), "count": (0, 900), "part": (0, 400), "amount": (0, 10**7), "signed": (-5000, 5000),
                     "signed-small": (-3, 3), "small": (0, 40)}[drawn]
        if habit == "zeros" and draw.random() < 0.5:
            return Decimal(0)
        if habit == "ties":
            return (Decimal(draw.choice([1, 2, 2, 3])) * Decimal(high) / 10).quantize(step)
        if habit == "tiny" and drawn not in ("count", "part") and draw.random() < 0.5:
            return Decimal(draw.choice([1, 4, 5, 6, 49, 51])).scaleb(-decimals - 2)
        if habit == "huge" and drawn != "share":
            return Decimal(draw.randint(10**9, 10**13))
        value = Decimal(repr(low + (high - low) * draw.random() * base))
        # One in eight has a digit more than is shown.
        more = drawn not in ("count", "part") and draw.random() < 0.12
        return value.quantize(step / 10 if more else step)

    def figure(self, drawn, decimals, habit, base):
        draw = self.draw
        value = self.number(drawn, decimals, habit, base)
        chance = draw.random()
        if habit in ("gaps", "mixed") and chance < 0.3:
            return None
        if habit in ("bounds", "mixed") and chance > 0.6:
            kind = draw.choice(["at_least", "at_most", "more_than", "less_than", "about", "range"])
            if kind == "range":
                return {"from": value, "to": value + max(Decimal(1).scaleb(-decimals), abs(value) / 10).quantize(Decimal(1).scaleb(-decimals))}
            return {kind: value}
        return value

    # ---- files
    def write(self, folder, narrative):
        folder = pathlib.Path(folder)
        put = lambda path, content: self.put(folder / path, content)
        put("site/report.json", {
            "title": in_all("Proef"), "description": in_all("Proef"), "languages": list(LANGUAGES), "base_url": "https://report.example/generated/",
            "publisher": in_all("Proef"), "licence": {"name": in_all("CC BY 4.0")},
            "editions": {"2016": {"as_of": "2016-12-31"}, "2022": {"as_of": "2022-12-31"}}, "edition": "2022",
            "regions": "all-regions", "key_indicators": ["rate", "jobs", "turnover", "balance", "score", "jobs-per-firm"], "chapters": ["work"]})
        regions = {id: {"kind": "study", "country": "nl", "names": names_of(name)} for id, name in self.regions.items()}
        if self.with_country:
            regions["nl"] = {"kind": "benchmark", "country": "nl", "names": names_of("Nederland")}
        put("datasets/regions.json", {"regions": regions, "sets": {"all-regions": {"name": in_all("Alle"), "regions": list(self.regions)}}})
        put("datasets/indicators.json", self.indicators())
        licence = in_all("CC BY 4.0")
        source = lambda published: {"title": f"Jaarboek {published}", "language": "nl", "authors": ["Bureau"], "publisher": "Bureau",
                                    "published": published, "licence": licence}
        put("datasets/sources.json", {"sources": {"yearbook-2016": source("2016-11"), "yearbook-2021": source("2021-11")}})
        for indicator in INDICATORS:
            put(f"datasets/tables/yearbook-2016/{indicator}.json", self.table("yearbook-2016", indicator, self.earlier))
            put(f"datasets/tables/yearbook-2021/{indicator}.json", self.table("yearbook-2021", indicator, self.figures))
        put("site/figures/work.json", {"figures": self.charts()})
        for language in LANGUAGES:
            path = folder / "site/narrative" / language / "work.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(narrative, encoding="utf-8")

    @staticmethod
    def put(path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Decimals are written as numbers, digit for digit.
        text = json.dumps(content, ensure_ascii=False, indent=1, default=lambda d: f"\x00{d:f}\x00")
        path.write_text(text.replace('"\\u0000', "").replace('\\u0000"', ""), encoding="utf-8")

    def indicators(self):
        unit = lambda kind, more={}: {"kind": kind, "name": in_all({"percent": "procent", "currency": "euro", "count": "stuks", "number": "punten"}[kind]), **more}
        units = {"percent": unit("percent"), "currency": unit("currency", {"currency": "EUR"}), "count": unit("count"), "number": unit("number")}
        declared = {}
        for id, (kind, decimals, polarity, about_equal, _) in INDICATORS.items():
            declared[id] = {"theme": "work", "unit": kind, "decimals": decimals, "polarity": polarity, "about_equal": Decimal(about_equal),
                            "name": in_all(f"Maat {id}"), "definition": in_all("Wat het is.")}
        for id, (kind, decimals, derived) in DERIVED.items():
            declared[id] = {"theme": "work", "unit": kind, "decimals": decimals, "polarity": "neutral", "about_equal": 0,
                            "name": in_all(f"Maat {id}"), "definition": in_all("Wat het is."), "derived": derived}
        return {"themes": {"work": {"name": in_all("Werk"), "description": in_all("Werk.")}}, "units": units, "indicators": declared,
                "compositions": {"parts": {"name": in_all("Delen"), "parts": ["part-a", "part-b", "part-c"], "whole": "sum", "tolerance": 0}}}

    def table(self, source, indicator, figures):
        places = [*self.regions, *(["nl"] if self.with_country else [])]

        def cell(value):
            if value is None:
                return {"value": None, "status": "L"}
            if isinstance(value, dict):
                return {"value": value}
            return value

        rows = [{"period": year, "printed": year, "cells": {region: cell(figures[indicator, region, year]) for region in places}} for year in self.years]
        return {"source": source, "locator": {"table": f"Tabel {indicator}", "anchor": f"Tabel {indicator} van dit jaarboek"}, "title": in_all(f"Maat {indicator}"),
                "attributes": {"indicator": indicator, "number_format": {"decimal": ",", "thousands": "."}},
                "columns": {region: {"region": region, "printed": self.regions.get(region, "Nederland")} for region in places}, "rows": rows}

    def charts(self):
        charts = {}
        for id in [*INDICATORS, *DERIVED]:
            charts[f"bar-{id}"] = {"kind": "bar", "indicator": id}
            charts[f"ranking-{id}"] = {"kind": "ranking-table", "indicator": id}
        for id in INDICATORS:
            charts[f"line-{id}"] = {"kind": "line", "indicators": [id]}
            charts[f"slope-{id}"] = {"kind": "slope", "indicators": [id]}
            charts[f"multiples-{id}"] = {"kind": "small-multiples", "indicators": [id]}
            charts[f"dots-{id}"] = {"kind": "dot-plot", "indicators": [id], "periods": [self.years[0], self.years[-1]]}
            charts[f"histogram-{id}"] = {"kind": "histogram", "indicators": [id]}
            charts[f"strip-{id}"] = {"kind": "dot-strip", "indicators": [id]}
            charts[f"column-{id}"] = {"kind": "column", "indicator": id}
        for id in ("rate", "share", "turnover", "balance", "score", "density"):
            if self.with_country:
                charts[f"diverging-{id}"] = {"kind": "diverging-bar", "indicator": id, "benchmark": ["nl"]}
        for kind in ("stacked-bar", "share-bar", "grouped-bar", "heatmap", "dot-strip"):
            charts[f"{kind}-parts"] = {"kind": kind, "composition": "parts"}
        charts["heatmap-all"] = {"kind": "heatmap", "indicators": ["rate", "jobs", "turnover", "score", "density"]}
        charts["table-all"] = {"kind": "comparison-table", "indicators": list(INDICATORS)}
        charts["scatter"] = {"kind": "scatter", "x": "rate", "y": "density"}
        charts["indexed"] = {"kind": "line", "indicators": ["balance"], "indexed": True}
        charts["series"] = {"kind": "series-table", "indicator": "jobs"}
        return charts
