"""Judges sentences by figures: an evaluator of its own, that knows no rule of the program but what its words mean.

What is said must hold for the figures as readers see them (the table beside the chart), and may not be denied by the figures as they
are (the CSV). Whoever is named must be named with all who share the place; what is left open must be open.
"""
import csv
import html
import re
import xml.etree.ElementTree as ElementTree
from decimal import Decimal, localcontext

from language import INFINITE, Figure, figure, kinds, messages, number, parts_of, pattern_of, read

SVG = "{http://www.w3.org/2000/svg}"


def exact(text):
    """A figure as the CSV writes it: `7.2`, `2000..`, `..5`, `48..60`; None for none."""
    if not text:
        return None
    if ".." in text:
        low, high = text.split("..")
        return Figure(Decimal(low) if low else -INFINITE, Decimal(high) if high else INFINITE, kind="range")
    return Figure(Decimal(text), Decimal(text))


class Chart:
    """One chart of the site in one language: who has which figure, as it is and as it is shown."""

    def __init__(self, site, language, id, names):
        self.site, self.language, self.id, self.names = site, language, id, names
        root = site if language == "nl" else site / language
        page = self.page = (root / "figures" / f"{id}.html").read_text(encoding="utf-8")
        with open(site / "data/figures" / f"{id}.csv", encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        self.columns, self.shown = self.table(page, id)
        found = re.search(r"<desc[^>]*>(.*?)</desc>", page, re.DOTALL)
        self.description = html.unescape(found[1]) if found else ""
        self.charts = re.findall(r"<svg class=\"chart\".*?</svg>", page, re.DOTALL)

    def table(self, page, id):
        """The columns, and per region its cells as words."""
        text = re.search(rf'<table id="figure-{re.escape(id)}-data".*?</table>', page, re.DOTALL)
        if not text:
            return [], {}
        rows = re.findall(r"<tr>(.*?)</tr>", text[0], re.DOTALL)
        plain = lambda cell: re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", re.sub(r'<(span class="unit"|a class="origin"|sup)[^>]*>.*?</(span|a|sup)>', "", cell)))).strip()
        # What it is called, without its unit and where it comes from.
        named = lambda cell: plain(re.sub(r'<(span class="(unit|sign|in-short)"|a class="origin").*', "", cell))
        columns = [named(cell) for cell in re.findall(r"<th scope=\"col[^>]*>(.*?)</th>", rows[0], re.DOTALL)][1:]
        shown = {}
        ids = {name: id for id, name in self.names.items()}
        for row in rows[1:]:
            head = re.search(r"<th scope=\"row\"[^>]*>(.*?)</th>", row, re.DOTALL)
            cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
            if head and plain(head[1]) in ids:
                shown[ids[plain(head[1])]] = [plain(cell) for cell in cells]
            elif head and columns and columns[0] in ids:
                # Measures down and regions across: turned round.
                for column, cell in zip(columns, cells):
                    if column not in ids:
                        continue
                    shown.setdefault(ids[column], []).append((named(head[1]), plain(cell)))
        if shown and all(cells and isinstance(cells[0], tuple) for cells in shown.values()):
            columns = [measure for measure, _ in next(iter(shown.values()))]
            shown = {region: [cell for _, cell in cells] for region, cells in shown.items()}
        return columns, shown


class Judge:
    """Reads a chart's description and says what is wrong with it."""

    def __init__(self, chart, project, thresholds, message_prefix="describe."):
        self.chart, self.language, self.names = chart, chart.language, chart.names
        self.project, self.thresholds = project, thresholds
        self.complaints = []
        self.judged = 0
        by_length = sorted(self.names.values(), key=len, reverse=True)
        self.name = re.compile("|".join(map(re.escape, by_length)))
        self.ids = {name: id for id, name in self.names.items()}

    def complain(self, sentence, why):
        self.complaints.append(f"{self.language} {self.chart.id}: “{sentence}”: {why}")

    # ---- what the data say
    def column(self, indicator, drawn_as=None):
        """Region -> exact figure, of the regions of the report; and the country's."""
        rows = [row for row in self.chart.rows if row["indicator"] == indicator and row["region"]]
        figures = {}
        for row in rows:
            figures[row["region"]] = exact(row["drawn"]) if drawn_as else exact(row["value"])
        country = figures.pop("nl", None)
        return figures, country

    def named(self, words):
        """The regions that a list names, each with its figure in brackets where it has one."""
        found = {}
        for match in re.finditer(rf"({self.name.pattern})(?: \(([^()]*)\))?", words):
            found[self.ids[match[1]]] = figure(self.language, match[2]) if match[2] else None
        return found

    def faithful(self, told, real):
        """Is it what it is, rounded (bounds outwards)?"""
        if told is None or real is None:
            return False
        half = told.step / 2
        if told.kind == "about" or real.kind == "about":
            return True
        low_fits = told.low == real.low or (told.low != -INFINITE and real.low != -INFINITE and
                                            (abs(told.low - real.low) <= half if told.kind == "point" else Decimal(0) <= real.low - told.low < told.step))
        high_fits = told.high == real.high or (told.high != INFINITE and real.high != INFINITE and
                                               (abs(told.high - real.high) <= half if told.kind == "point" else Decimal(0) <= told.high - real.high < told.step))
        return low_fits and high_fits

    # ---- sentences
    def sentences(self):
        """Behind those that say what is drawn, and how."""
        picture = messages(self.language)["describe.heatmap"].split("}.", 1)[1].strip()
        description = self.chart.description.replace(picture + " ", "").removesuffix(picture)
        return [s for s in re.split(r"(?<=\.) (?=[A-ZÀ-Ý0-9’‘])", description) if s]


class ColumnJudge(Judge):
    """Charts of one measure: who is highest, who lowest, who between."""

    def __init__(self, chart, project, thresholds, indicator, drawn_as=None):
        super().__init__(chart, project, thresholds)
        self.indicator = indicator
        self.exact, self.country = self.column(indicator, drawn_as)
        self.known = {region: value for region, value in self.exact.items() if value is not None}
        self.threshold = Decimal(thresholds.get(indicator, "0"))
        self.of_text = self.figures_in_text()

    def figures_in_text(self):
        return {}

    def shown(self, region):
        """As the table beside the chart shows it."""
        cells = self.chart.shown.get(region)
        if not cells:
            return None
        if len(self.chart.columns) == 1:
            return figure(self.language, cells[0])
        for column, cell in zip(self.chart.columns, cells):
            if column == f"Maat {self.indicator}":
                return figure(self.language, cell)
        raise ValueError(f"{self.chart.id}: no column '{self.indicator}' in {self.chart.columns}")

    def all_shown(self):
        return {region: self.shown(region) for region in self.known}

    def possible(self, top):
        """Who may stand at that end, by the figures as shown."""
        shown = self.all_shown()
        best = max if top else min
        certain = best((f.low if top else f.high) for f in shown.values())
        reach = {region for region, f in shown.items() if (f.high >= certain if top else f.low <= certain)}
        # An open end is never reached itself.
        if any((f.low if top else f.high) == certain and f.kind == ("more_than" if top else "less_than") for f in shown.values()):
            reach = {region for region in reach if not (shown[region].is_exact and shown[region].low == certain)}
        return {region for region in reach if not ((shown[region].high if top else shown[region].low) == certain and
                                                   shown[region].kind == ("less_than" if top else "more_than") and len(reach) > 1)}

    def judge(self):
        if not self.known:
            return
        shown = self.all_shown()
        for region, value in shown.items():
            if value is None or not self.faithful(value, self.known[region]):
                self.complain(f"{region}: {self.chart.shown.get(region)}", f"the table shows another figure than {self.known[region]}")
                return
        mentioned = set()
        for number_of_sentence, words in enumerate(self.sentences()[1:]):
            if number_of_sentence == 0 and len(self.known) > 1:
                words = self.without_known(words)
            readings = list(read(self.language, "describe.", words))
            if not readings:
                self.complain(words, "cannot be read")
                continue
            results = []
            for id, said in readings:
                results.append(self.judge_sentence(id, said, mentioned))
            if all(result for result in results):
                self.complain(words, "; ".join(result for result in results if result))
            self.judged += 1
        if len(self.exact) and mentioned and len(self.exact) <= 12:
            silent = set(self.exact) - mentioned
            if silent and len(self.known) <= 6:
                self.complain(self.chart.description, f"says nothing of {sorted(silent)}")

    def without_known(self, words):
        """The finding itself, whose last words say for how many of all it holds."""
        asked = self.asked
        said = next((said for id, said in read(self.language, "describe.known-of", words)), None)
        if said is None:
            if len(self.known) < asked and self.says_known:
                self.complain(words, f"speaks of {len(self.known)} of {asked} and does not say so")
            return words
        if (int(said["known"]), int(said["count"])) != (len(self.known), asked):
            self.complain(words, f"{len(self.known)} of {asked} are known")
        return said["finding"] + "."

    #: Histograms name their number themselves.
    says_known = True

    @property
    def asked(self):
        return len(self.project.regions)

    def judge_sentence(self, id, said, mentioned):
        shown = self.all_shown()
        regions = self.named(said.get("regions", "")) or self.named(said.get("region", ""))
        mentioned |= set(regions)
        for region, told in regions.items():
            if told is not None and region in self.known and not self.faithful(told, self.known[region]):
                return f"{region} has {self.known[region]}"
        value = figure(self.language, said["value"]) if "value" in said else None
        kind = id.removeprefix("describe.")
        if kind in ("highest", "highest-count", "lowest", "lowest-count"):
            top = kind.startswith("highest")
            if value is None or not regions:
                return "names nobody or no figure"
            for region in regions:
                if not self.faithful(value, self.known[region]):
                    return f"{region} has {self.known[region]}"
                for other, figure_of_other in shown.items():
                    if other in regions:
                        continue
                    mine = shown[region]
                    if (mine.maybe_less(figure_of_other) if top else figure_of_other.maybe_less(mine)):
                        return f"{other} has {figure_of_other}"
                    if mine.is_exact and figure_of_other.is_exact and mine.low == figure_of_other.low:
                        return f"{other} has as much"
            # More than one: all of them equal.
            if len(regions) > 1 and any(not shown[r].is_exact for r in regions):
                return "a bound is told as equal"
            return ""
        if kind in ("highest-open", "lowest-open", "order-open"):
            for top in ((True, False) if kind == "order-open" else (kind == "highest-open",)):
                if set(regions) != self.possible(top):
                    return f"open between {sorted(self.possible(top))}"
            if len(regions) < 2:
                return "open between nobody"
            return ""
        if kind in ("highest-about", "lowest-about"):
            top = kind == "highest-about"
            ends = [shown[r] for r in regions]
            if max(f.high for f in ends) - min(f.low for f in ends) > self.threshold:
                return "not about equal"
            for other, f in shown.items():
                if other not in regions and any((m.maybe_less(f) if top else f.maybe_less(m)) for m in ends):
                    return f"{other} has {f}"
            return ""
        if kind == "all-equal":
            return "" if all(f.is_exact and self.faithful(value, self.known[r]) and f.low == next(iter(shown.values())).low for r, f in shown.items()) and len(shown) > 1 else "not equal"
        if kind == "all-about-equal":
            low, high = figure(self.language, said["low"]), figure(self.language, said["high"])
            if max(f.high for f in shown.values()) - min(f.low for f in shown.values()) > self.threshold:
                return "not about equal"
            return "" if low.low == min(f.low for f in shown.values()) and high.high == max(f.high for f in shown.values()) else "other ends"
        if kind == "gap":
            told = number(self.language, said["difference"])
            span = max(f.low for f in shown.values()) - min(f.low for f in shown.values())
            apart = told is not None and abs(told[0] - span) <= told[1] / 2 and all(f.is_exact for f in shown.values())
            return "" if apart else f"the figures shown are {span} apart"
        if kind == "one":
            one = set(self.known) == set(regions) and self.asked == 1
            return "" if one and self.faithful(value, self.known[next(iter(regions))]) else "there are others"
        if kind in ("missing-many", "not-computable-many"):
            count = int(next(text for key, text in said.items() if key.startswith("number")))
            # The country is one of them when its own figure is missing.
            return "" if count <= len(self.project.regions) - len(self.known) + (self.country is None) else f"{len(self.known)} of {len(self.project.regions)} have a figure"
        if kind == "only":
            return "" if set(self.known) == set(regions) and self.faithful(value, self.known[next(iter(regions))]) else "not the only one"
        if kind == "benchmark":
            return "" if self.faithful(value, self.country) else f"the country has {self.country}"
        if kind.startswith("above-benchmark"):
            return self.judge_above(kind, said, shown)
        if kind in ("missing", "not-computable"):
            wrong = [r for r in regions if self.exact.get(r) is not None]
            return f"{wrong} have a figure" if wrong else ""
        if kind == "between":
            for region in regions:
                if not any(f.low > shown[region].low or f.high > shown[region].high for r, f in shown.items() if r not in regions) or \
                   not any(f.low < shown[region].low or f.high < shown[region].high for r, f in shown.items() if r not in regions):
                    return f"{region} is not between"
            return ""
        if kind in ("distribution", "distribution-half", "distribution-half-alike", "distribution-alike", "distribution-read"):
            return self.judge_distribution(kind, said, shown)
        return f"a sentence of kind '{kind}' was not expected"

    def judge_above(self, kind, said, shown):
        country = self.shown_country()
        above = [r for r, f in shown.items() if country.surely_less(f)]
        open_ones = [r for r, f in shown.items() if not country.surely_less(f) and country.maybe_less(f)]
        if open_ones:
            return f"{open_ones} may be above or not"
        told = {"countis0": 0, "countasone": 1}
        count = next((n for key, n in told.items() if key in said), None)
        if count is None:
            count = int(said["number"])
        if kind == "above-benchmark" and len(self.known) != len(self.exact):
            return "not all are known"
        return "" if count == len(above) else f"{len(above)} are above"

    def shown_country(self):
        cells = self.chart.shown.get("nl")
        return figure(self.language, cells[0])

    def judge_distribution(self, kind, said, shown):
        ordered = sorted(f.low if f.low != -INFINITE else f.high for f in shown.values())
        if kind == "distribution-read":
            return ""
        if kind == "distribution":
            low, high = figure(self.language, said["low"]), figure(self.language, said["high"])
            if low is None or high is None or said["count"] != str(len(shown)):
                return f"{len(shown)} are known"
            lowest, highest = self.named(said["lowest"]), self.named(said["highest"])
            for region in lowest:
                if any(f.surely_less(shown[region]) for f in shown.values()):
                    return f"{region} is not lowest"
            for region in highest:
                if any(shown[region].surely_less(f) for f in shown.values()):
                    return f"{region} is not highest"
            return ""
        if kind == "distribution-half-alike":
            told = figure(self.language, said["figure"])
            alike = [f for f in ordered if f == (told.low if told.low != -INFINITE else told.high)]
            return "" if 2 * len(alike) >= len(ordered) else f"{len(alike)} of {len(ordered)} have it"
        if kind == "distribution-half":
            low, high = figure(self.language, said["lower"]), figure(self.language, said["upper"])
            inside = [f for f in ordered if low.low <= f <= high.high]
            return "" if 2 * len(inside) >= len(ordered) else f"{len(inside)} of {len(ordered)} lie there"
        return "" if len({f.low for f in shown.values()}) == 1 else "not alike"


class SequenceJudge(ColumnJudge):
    """The periods of one region side by side: they are named as regions are elsewhere."""

    def __init__(self, chart, project, thresholds, indicator):
        chart.names = {row["period"]: row["period"] for row in chart.rows if row["period"]}
        chart.columns, chart.shown = chart.table(chart.page, chart.id)
        super().__init__(chart, project, thresholds, indicator)

    def column(self, indicator, drawn_as=None):
        return {row["period"]: exact(row["value"]) for row in self.chart.rows if row["indicator"] == indicator and row["region"]}, None

    @property
    def asked(self):
        return len(self.exact)


class SeriesJudge(Judge):
    """Charts through time: what rose, what fell, what stands out."""

    def __init__(self, chart, project, thresholds, indicator):
        super().__init__(chart, project, thresholds)
        self.indicator, self.threshold = indicator, Decimal(thresholds.get(indicator, "0"))

    def series(self, region):
        """Period -> (as it is, as it is shown)."""
        cells = dict(zip(self.chart.columns, self.chart.shown.get(region, [])))
        periods = {row["period"] for row in self.chart.rows if row["period"]}
        if len(cells) == 1 and len(periods) == 1:
            # One period stands in the subtitle.
            cells = {next(iter(periods)): next(iter(cells.values()))}
        found = {}
        for row in self.chart.rows:
            if row["region"] == region and row["indicator"] == self.indicator:
                real = exact(row["value"])
                if real is not None and row["period"] in cells:
                    found[row["period"]] = (real, figure(self.language, cells[row["period"]]))
        return found

    def judge(self):
        for words in self.sentences()[1:]:
            readings = list(read(self.language, "describe.", words))
            results = [self.judge_sentence(id.removeprefix("describe."), said) for id, said in readings]
            if not readings or all(results):
                self.complain(words, "; ".join(filter(None, results)) or "cannot be read")
            self.judged += 1

    def told(self, number, period):
        """A figure and when it was so, however the two were divided: `at least 5 in 2010`."""
        words = f"{number} {period}".strip()
        for column in sorted(self.chart.columns, key=len, reverse=True):
            for id in ("when.day", "when.quarter", "when.year"):
                phrase = " " + messages(self.language)[id].replace("{period}", column)
                if f" {words}".endswith(phrase):
                    return f" {words}".removesuffix(phrase).strip(), column
        return number, period

    def judge_sentence(self, kind, said):
        if kind == "missing":
            wrong = [r for r in self.named(said["regions"]) if self.series(r)]
            return f"{wrong} have a figure" if wrong else ""
        if kind in ("others", "missing-many"):
            known = sum(1 for region in self.names if self.series(region))
            count = int(next((text for key, text in said.items() if key.startswith("number")), "1"))
            fits = count == known - 8 if kind == "others" else count <= len(self.names) - known
            return "" if fits else f"{known} are known"
        if kind not in ("rise", "fall", "flat", "unchanged", "change-open", "peak", "trough", "one-period"):
            return f"a sentence of kind '{kind}' was not expected"
        names = self.named(said["name"])
        if len(names) != 1:
            return "names nobody"
        series = self.series(next(iter(names)))
        periods = list(series)
        for period, (real, shown) in series.items():
            if shown is None or not self.faithful(shown, real):
                return f"the table shows {shown} in {period}, not {real}"
        if kind == "one-period":
            return "" if periods == [said["period"]] and self.faithful(figure(self.language, said["value"]), series[said["period"]][0]) else f"known in {periods}"
        if kind in ("peak", "trough"):
            value = figure(self.language, said["value"])
            told = [period for period in series if re.search(rf"(?<![\w-]){re.escape(period)}(?![\w-])", said["period"])]
            if not told or not all(self.faithful(value, series[period][0]) for period in told):
                return "another figure"
            here = series[told[0]][1]
            others = [shown for one, (_, shown) in series.items() if one not in told]
            if kind == "peak":
                return "" if all(f.low < here.low for f in others) and here.is_exact else "another is as high"
            return "" if all(f.low > here.low for f in others) and here.is_exact else "another is as low"
        from_text, first = self.told(said.get("from", ""), said["first"])
        to_text, last = self.told("" if kind == "unchanged" else said["to"], said["last"])
        if (first, last) != (periods[0], periods[-1]):
            return f"known from {periods[0]} to {periods[-1]}"
        if kind == "unchanged":
            ends = [series[period][1] for period in (first, last)]
            same = all(f.is_exact for f in ends) and ends[0].low == ends[1].low
            return "" if same and self.faithful(figure(self.language, said["to"]), series[last][0]) else f"{ends} differ"
        start, end = figure(self.language, from_text), figure(self.language, to_text)
        if not self.faithful(start, series[first][0]) or not self.faithful(end, series[last][0]):
            return f"the figures are {series[first][0]} and {series[last][0]}"
        distance = max(end.high - start.low, start.high - end.low)
        if kind == "rise":
            return "" if start.surely_less(end) and series[first][0].low <= series[last][0].high else "does not rise for certain"
        if kind == "fall":
            return "" if end.surely_less(start) and series[last][0].low <= series[first][0].high else "does not fall for certain"
        if kind == "flat":
            return "" if distance <= self.threshold else f"differs by {distance}"
        return "" if start.maybe_less(end) and end.maybe_less(start) else "is not open"


class MeasuresJudge(Judge):
    """Charts of several measures: the ends of each."""

    def judge(self):
        judges = {}
        for indicator in dict.fromkeys(row["indicator"] for row in self.chart.rows if row["indicator"]):
            judges[indicator] = judge = ColumnJudge(self.chart, self.project, self.thresholds, indicator)
            for region, value in judge.all_shown().items():
                if value is None or not self.faithful(value, judge.known[region]):
                    self.complain(f"{indicator}, {region}: {self.chart.shown.get(region)}", f"the table shows another figure than {judge.known[region]}")
                    return
        for words in self.sentences()[1:]:
            readings = list(read(self.language, "describe.", words))
            results = [self.judge_sentence(id.removeprefix("describe."), said, judges) for id, said in readings]
            if not readings or all(results):
                self.complain(words, "; ".join(filter(None, results)) or "cannot be read")
            self.judged += 1

    def measure(self, words, judges):
        """Whom a sentence speaks of, and what it says of those who are unknown."""
        names = sorted(judges, key=len, reverse=True)
        for indicator in names:
            if re.match(rf"Maat {indicator}(?! ?-|\w)", words):
                judge = judges[indicator]
                rest = words.removeprefix(f"Maat {indicator}").strip()
                counts = [int(n) for n in re.findall(r"\d+", rest)]
                if rest and counts != [len(judge.known), len(judge.exact)]:
                    return judge, f"known for {len(judge.known)} of {len(judge.exact)}"
                if not rest and len(judge.known) != len(judge.exact):
                    return judge, f"says nothing of {len(judge.exact) - len(judge.known)} that are unknown"
                return judge, ""
        return None, "names no measure"

    def judge_sentence(self, kind, said, judges):
        if kind in ("extremes", "level", "same"):
            judge, why = self.measure(said["measure"], judges)
            if why:
                return why
            shown = judge.all_shown()
            if kind == "same":
                value = figure(self.language, said["value"])
                return "" if all(f.is_exact and f.low == value.low for f in shown.values()) else "not the same"
            if kind == "level":
                return "" if max(f.high for f in shown.values()) - min(f.low for f in shown.values()) <= judge.threshold else "not about equal"
            for top in (True, False):
                words = said["highest" if top else "lowest"]
                regions = self.named(words)
                is_open = next((True for id, _ in read(self.language, "describe.end-open", words)), False)
                if is_open:
                    if set(regions) != judge.possible(top):
                        return f"open between {sorted(judge.possible(top))}"
                    continue
                told = figure(self.language, re.findall(r"\(([^()]*)\)", words)[-1])
                for region in regions:
                    if not self.faithful(told, judge.known[region]):
                        return f"{region} has {judge.known[region]}"
                    for other, f in shown.items():
                        mine = shown[region]
                        if other not in regions and ((mine.maybe_less(f) if top else f.maybe_less(mine)) or (mine.is_exact and f.is_exact and mine.low == f.low)):
                            return f"{other} has {f}"
            return ""
        if kind in ("often-highest", "often-lowest"):
            top = kind == "often-highest"
            region = next(iter(self.named(said["region"])))
            times = 0
            for judge in judges.values():
                shown = judge.all_shown()
                if region not in shown or len(shown) < 2:
                    continue
                mine = shown[region]
                times += all((f.surely_less(mine) if top else mine.surely_less(f)) for r, f in shown.items() if r != region)
            return "" if int(said["times"]) <= times else f"{times} times"
        if kind in ("together", "opposite", "no-pattern"):
            return self.judge_pattern(kind, list(judges.values()))
        return f"a sentence of kind '{kind}' was not expected"

    def judge_pattern(self, kind, judges):
        x, y = (judge.all_shown() for judge in judges[:2])
        both = [(x[r].low if x[r].low != -INFINITE else x[r].high, y[r].low if y[r].low != -INFINITE else y[r].high) for r in x if r in y]
        alike = pairs = 0
        for i, a in enumerate(both):
            for b in both[i + 1:]:
                product = (a[0] - b[0]) * (a[1] - b[1])
                pairs += 1
                alike += (product > 0) - (product < 0)
        share = Decimal(alike) / pairs if pairs else Decimal(0)
        if kind == "together":
            return "" if share > 0 else f"{share} of the pairs"
        if kind == "opposite":
            return "" if share < 0 else f"{share} of the pairs"
        return "" if abs(share) < Decimal("0.75") else f"{share} of the pairs"


class PartsJudge(Judge):
    """Parts of a whole: which one is the largest, and where."""

    def judge(self):
        rows = [row for row in self.chart.rows if row["region"]]
        self.parts = {}
        for row in rows:
            self.parts.setdefault(row["region"], {})[row["indicator"]] = exact(row["value"])
        for words in self.sentences()[1:]:
            readings = list(read(self.language, "describe.", words))
            results = [self.judge_sentence(id.removeprefix("describe."), said) for id, said in readings]
            if not readings or all(results):
                self.complain(words, "; ".join(filter(None, results)) or "cannot be read")
            self.judged += 1

    def largest(self, region):
        parts = self.parts[region]
        if len(parts) < 3 or any(f is None or f.low != f.high for f in parts.values()):
            return set()
        most = max(f.low for f in parts.values())
        return {id for id, f in parts.items() if f.low == most}

    def judge_sentence(self, kind, said):
        if kind == "missing":
            wrong = [r for r in self.named(said["regions"]) if any(f is not None for f in self.parts.get(r, {}).values())]
            return f"{wrong} have a figure" if wrong else ""
        if kind in ("largest-part", "same-largest-part", "same-largest-part-alike"):
            part = said["part"].removeprefix("Maat ")
            if kind != "largest-part":
                regions = set(self.parts)
            else:
                regions = set(self.named(said["regions"]))
            wrong = [r for r in regions if self.largest(r) != {part}]
            return f"in {wrong} another is the largest" if wrong else ""
        if kind == "reason":
            regions = self.named(said["regions"])
            tied = next((words for id, words in read(self.language, "describe.parts-tied", said["reason"])), None)
            if tied:
                told = set(re.findall(r"part-[abc]", tied["parts"]))
                wrong = [r for r in regions if not self.shown_alike(r, told)]
                return f"not equally large in {wrong}" if wrong else ""
            wrong = [r for r in regions if len(self.largest(r)) == 1 and sum(f.low for f in self.parts[r].values()) > 0 and all(f.low >= 0 for f in self.parts[r].values())]
            return f"all is known of {wrong}" if wrong else ""
        return f"a sentence of kind '{kind}' was not expected"

    def shown_alike(self, region, told):
        """Are these parts one share as shown, and the largest?"""
        cells = dict(zip(self.chart.columns, self.chart.shown[region]))
        by_part = {part: figure(self.language, next(cell for column, cell in cells.items() if f"Maat {part}" == column or column.startswith(f"Maat {part}"))) for part in ("part-a", "part-b", "part-c")}
        most = max(f.low for f in by_part.values() if f)
        return {part for part, f in by_part.items() if f and f.low == most} == told


def plain(markup):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", markup))).strip()


class PagesJudge(Judge):
    """Sentences of pages: where a region stands (its page), and what changed since the edition before."""

    def __init__(self, site, language, project, thresholds, names):
        class Nothing:
            id = "pages"

        chart = Nothing()
        chart.language, chart.names = language, names
        super().__init__(chart, project, thresholds)
        self.site = site
        with open(site / "data/observations.csv", encoding="utf-8", newline="") as file:
            self.figures = {(row["indicator"], row["region"], row["period"]): exact(row["value"]) for row in csv.DictReader(file)}

    def page(self, path):
        root = self.site if self.language == "nl" else self.site / self.language
        return (root / path).read_text(encoding="utf-8")

    def latest(self, indicator, region):
        known = [(period, value) for (i, r, period), value in self.figures.items() if (i, r) == (indicator, region) and value is not None]
        return max(known)[1] if known else None

    def judge(self):
        for region in self.project.regions:
            self.chart.id = f"regions/{region}.html"
            page = self.page(self.chart.id)
            for description in set(re.findall(r"<desc[^>]*>(.*?)</desc>", page, re.DOTALL)):
                for words in re.split(r"(?<=\.) (?=Maat )", plain(description)):
                    for id, said in read(self.language, "describe.position-on", words):
                        self.judged += 1
                        self.judge_position(words, said, region)
            for item in re.findall(r"<li[^>]*>(.*?)</li>", page, re.DOTALL):
                self.judge_portrait(plain(item), region)
        for first in self.project.regions:
            for second in self.project.regions:
                path = f"compare/{first}-{second}.html"
                if (self.site / path).exists():
                    self.chart.id = path
                    self.judge_pair(self.page(path), first, second)
        self.chart.id = "changes.html"
        for item in re.findall(r"<li[^>]*>(.*?)</li>", self.page("changes.html"), re.DOTALL):
            words = plain(item)
            match = re.match(r"Maat ([\w-]+):", words)
            if match and match[1] in self.base:
                self.judge_change(words, match[1])

    # ---- What stands out of a region
    def judge_portrait(self, words, region):
        readings = [(id.removeprefix("portrait.").split("."), said) for id, said in read(self.language, "portrait.", words) if id.count(".") == 2]
        if not readings or not words.startswith("Maat "):
            return
        self.judged += 1
        results = [self.why_not_standing_out(end, beside, said, region) for (end, beside), said in readings]
        if all(results):
            self.complain(words, "; ".join(results))

    def why_not_standing_out(self, end, beside, said, region):
        measure = re.match(r"Maat ([\w-]+)(?:,|$)", said["indicator"])
        if not measure:
            return "names no measure"
        indicator = measure[1]
        known = {r: f for r, f in ((r, self.latest(indicator, r)) for r in self.project.regions) if f is not None}
        mine = known.pop(region)
        if not self.faithful(figure(self.language, said["value"]), mine):
            return f"{region} has {mine}"
        top = end in ("highest", "upper")
        beyond = [r for r, f in known.items() if (f.low >= mine.high if top else f.high <= mine.low)]
        if end in ("highest", "lowest") and beyond:
            return f"{beyond} are as far out"
        if end in ("upper", "lower") and beside in ("median", "country") and len(beyond) > len(known) / 2:
            return f"{beyond} are further out"
        if beside == "region":
            (other,) = self.named(said["region"])
            if not self.faithful(figure(self.language, said["other"]), known[other]):
                return f"{other} has {known[other]}"
            if any((f.low > known[other].high if top else f.high < known[other].low) for f in known.values()):
                return f"{other} is not next"
            if end in ("upper", "lower"):
                place = next(int(digit[0]) for key, text in said.items() for digit in [re.findall(r"is(\d+)", key) or re.findall(r"\d+", text if key == "number" else "")] if digit)
                if place != 1 + len(beyond):
                    return f"{len(beyond)} are further out"
        if beside == "median":
            numbers = sorted([f.low for f in [*known.values(), mine]])
            half = len(numbers) // 2
            median = numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2
            told = figure(self.language, said["median"])
            if abs(told.low - median) > told.step / 2 or not (mine.low > told.low if top else mine.high < told.low):
                return f"the median is {median}"
        return ""

    # ---- Two regions side by side
    def judge_pair(self, page, first, second):
        table = re.search(r'<table id="pair".*?</table>', page, re.DOTALL)
        words_of = {plain(messages(self.language)[f"compare.word.{id}"]): id for id in ("higher", "lower", "equal", "same", "undecided")}
        for row in re.findall(r"<tr>(.*?)</tr>", table[0] if table else "", re.DOTALL):
            head = re.search(r"<th scope=\"row\"[^>]*>(.*?)</th>", row, re.DOTALL)
            indicator = re.match(r"Maat ([\w-]+)", plain(head[1])) if head else None
            cells = [plain(re.sub(r"<sup.*?</sup>", "", cell, flags=re.DOTALL)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
            if not indicator or len(cells) < 4:
                continue
            word = cells[3].split(",")[0]
            if word not in words_of:
                continue
            self.judged += 1
            a, b = figure(self.language, cells[0]), figure(self.language, cells[1])
            threshold = Decimal(self.thresholds.get(indicator[1], "0"))
            kind = words_of[word]
            is_exact = a.is_exact and b.is_exact
            apart = a.low - b.low if is_exact else None
            reach = None if INFINITE in (abs(a.low), abs(a.high), abs(b.low), abs(b.high)) else max(a.high - b.low, b.high - a.low)
            right = {"higher": b.surely_less(a), "lower": a.surely_less(b), "same": is_exact and apart == 0,
                     "equal": reach is not None and reach <= threshold, "undecided": not is_exact}[kind]
            if not right:
                self.complain(f"{plain(head[1])}: {cells}", f"{a} and {b}")
            if kind in ("higher", "lower") and reach is not None and reach <= threshold:
                self.complain(f"{plain(head[1])}: {cells}", "about equal")
            told = number(self.language, cells[2])
            if told is not None and is_exact and abs(told[0] - apart) > max(told[1], a.step, b.step) / 2:
                self.complain(f"{plain(head[1])}: {cells}", f"{apart} apart")

    def judge_position(self, words, said, region):
        indicator = said["measure"].removeprefix("Maat ")
        latest = {r: self.latest(indicator, r) for r in self.project.regions}
        known = {r: f for r, f in latest.items() if f is not None}
        ranks = [int(n) for n in re.findall(r"\d+", said["rank"])]
        # Places go by the figures as shown: less than a digit apart may be a tie.
        told = figure(self.language, said["value"])
        step = told.step if told is not None else Decimal(0)
        above = sum(1 for f in known.values() if known[region].high + step < f.low)
        maybe = sum(1 for r, f in known.items() if r != region and known[region].low < f.high + step)
        if int(said["count"]) != len(known):
            self.complain(words, f"{len(known)} are known")
        if not ranks or not (min(ranks) <= 1 + maybe and max(ranks) >= 1 + above):
            self.complain(words, f"between {1 + above} and {1 + maybe}")
        if not self.faithful(figure(self.language, said["value"]), known[region]):
            self.complain(words, f"{region} has {known[region]}")

    def judge_change(self, words, indicator):
        """What is revised is the figure now and the one before, of one region."""
        for id, said in read(self.language, "changes.revised", next(iter(re.findall(self.revised, words)), "")):
            self.judged += 1
            after, before = figure(self.language, said["after"]), figure(self.language, said["before"])
            fits = [region for region in self.names
                    if self.faithful(after, self.own(self.project.figures.get((indicator, region, said["period"]))))
                    and self.faithful(before, self.own(self.project.earlier.get((indicator, region, said["period"]))))]
            if not fits:
                self.complain(words, "no region's figures are these")

    @property
    def revised(self):
        pattern = pattern_of(parts_of(messages(self.language)["changes.revised"])[0], [])
        return re.sub(r"\(\?P<\w+>", "(?:", pattern) + r"(?= |$)"

    @property
    def base(self):
        return {indicator for indicator, _, _ in self.project.figures}

    @staticmethod
    def own(value):
        """A figure as the project states it."""
        if value is None or not isinstance(value, dict):
            return None if value is None else Figure(value, value)
        if "from" in value:
            return Figure(value["from"], value["to"], kind="range")
        (kind, number_of_it), = value.items()
        if kind == "about":
            return Figure(number_of_it, number_of_it, kind="about")
        return Figure(number_of_it, INFINITE, kind=kind) if kind in ("at_least", "more_than") else Figure(-INFINITE, number_of_it, kind=kind)
