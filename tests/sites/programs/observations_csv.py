"""Another reader of the datasets, written from docs/datasets.md alone, must find the same figures as data/observations.csv and
data/all-observations.csv of the real report: every key, value, status, place, printed text and note, in both editions."""
import csv
import decimal
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATASETS = ROOT / "datasets"
HEADER = "region,indicator,area,period,value,unit,status,source,locator,printed,note"
MISSING = set("HLMOQ")
decimal.getcontext().prec = 18
decimal.getcontext().rounding = decimal.ROUND_HALF_EVEN


def read(name):
    return json.loads((DATASETS / name).read_text(encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)


def last_day(date):
    """A partial date means its last day; 31 will do for every month, since only order counts."""
    parts = date.split("-")
    return tuple(int(part) for part in parts + ["12", "31"][len(parts) - 1:])


def stretch(period):
    """First and last day of a period as it is written."""
    if "/" in period:
        first, last = period.split("/")
        return stretch(first)[0], stretch(last)[1]
    if "-Q" in period:
        year, quarter = period.split("-Q")
        return (int(year), int(quarter) * 3 - 2, 1), (int(year), int(quarter) * 3, 31)
    parts = period.split("-")
    return tuple(int(part) for part in parts + ["01", "01"][len(parts) - 1:]), last_day(period)


class Figure:
    """A point, about, bound or range: its two ends after scaling, and its text in a CSV file."""

    def __init__(self, written, scale=Decimal(1)):
        numbers = list(written.values()) if isinstance(written, dict) else [written]
        self.kind = "point" if not isinstance(written, dict) else next(iter(written))
        self.ends = [plain(number * scale.normalize()) for number in numbers]

    def text(self):
        return {"point": "{0}", "about": "{0}", "at_least": "{0}..", "more_than": "{0}..", "at_most": "..{0}", "less_than": "..{0}",
                "from": "{0}..{1}"}[self.kind].format(*self.ends)

    def number(self):
        return Decimal(self.ends[0]) if self.kind in ("point", "about") else None


def plain(number):
    return f"{number:f}" if number else f"{abs(number):f}"


def is_figure(cell):
    return isinstance(cell, Decimal) or (isinstance(cell, dict) and "value" not in cell and
                                         set(cell) & {"about", "at_least", "more_than", "at_most", "less_than", "from"})


def printed_text(written, form):
    def number(value):
        whole, _, rest = plain(abs(value)).partition(".")
        whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", form.get("thousands", ""), whole)
        return ("-" if value < 0 else "") + whole + (form.get("decimal", ".") + rest if rest else "")
    kind = next(iter(written)) if isinstance(written, dict) else "point"
    sign = {"about": "ca. ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}.get(kind, "")
    numbers = [number(value) for value in (written.values() if isinstance(written, dict) else [written])]
    return sign + form.get("prefix", "") + "–".join(numbers) + form.get("suffix", "")


class Project:
    def __init__(self):
        regions = read("regions.json")["regions"]
        # A region without areas has one, of its own id.
        self.areas_of = {region: list(entry.get("areas", {region: None})) for region, entry in regions.items()}
        self.region_of = {area: region for region, areas in self.areas_of.items() for area in areas}
        self.indicators = read("indicators.json")["indicators"]
        self.sources = read("sources.json")["sources"]
        self.corrections = read("corrections.json")["corrections"]
        report = json.loads((ROOT / "site/report.json").read_text(encoding="utf-8"))
        self.editions = {edition: last_day(entry["as_of"]) for edition, entry in report["editions"].items()}
        self.cells = [cell for file in sorted((DATASETS / "tables").rglob("*.json"), key=self.table_id) for cell in self.table(file)]
        # Of several ways to write the same days the shortest stands for all.
        spelling = {}
        for cell in self.cells:
            known = spelling.setdefault(stretch(cell["period"]), cell["period"])
            spelling[stretch(cell["period"])] = min(known, cell["period"], key=len)
        for cell in self.cells:
            cell["period"] = spelling[stretch(cell["period"])]

    @staticmethod
    def table_id(file):
        return file.relative_to(DATASETS / "tables").with_suffix("").as_posix()

    def table(self, file):
        table = read(file)
        groups = table.get("column_groups", {})
        for row in table["rows"]:
            for column, cell in row.get("cells", {}).items():
                group = next((group for group in groups.values() if column in group["columns"]), {})
                own = {"value": cell} if cell is None or is_figure(cell) else cell
                yield self.cell(table, self.table_id(file), own,
                                [table.get("attributes", {}), group, table["columns"][column], row, own])

    def cell(self, table, name, own, levels):
        said = {"locator": table.get("locator"), "status": None, "number_format": {}, "scale": Decimal(1)}
        notes = []
        for level in levels:
            if "region" in level and "area" not in level:
                said["area"] = self.areas_of[level["region"]][0]
            for key in ("indicator", "area", "period", "scale", "status", "locator", "number_format"):
                if key in level:
                    said[key] = level[key]
            if "note" in level:
                notes.append(level["note"])
        value = own["value"]
        statuses = said["status"] if isinstance(said["status"], list) else [said["status"]] if said["status"] else []
        if not statuses or (value is None and "status" not in own and statuses[0] not in MISSING):
            statuses = ["A"] if value is not None else ["O"]
        source = self.sources[table["source"]]
        published = source["parts"][table["part"]]["published"] if "part" in table else source["published"]
        locator = next(text for key, text in said["locator"].items() if key != "anchor")
        return {"table": name, "indicator": said["indicator"], "area": said["area"], "period": said["period"], "source": table["source"],
                "published": last_day(published), "figure": None if value is None else Figure(value, said["scale"]), "statuses": statuses,
                "locator": locator, "notes": notes,
                "printed": own.get("printed", "" if value is None else printed_text(value, said["number_format"]))}

    def correction_of(self, cell, edition):
        for correction in self.corrections.values():
            target = correction["observation"]
            first, last = (self.editions.get(correction.get(bound)) for bound in ("from", "until"))
            if (first and self.editions[edition] < first) or (last and self.editions[edition] > last):
                continue
            if all(target[key] == cell[key] for key in ("indicator", "area", "source")) and \
                    stretch(target["period"]) == stretch(cell["period"]) and target.get("table", cell["table"]) == cell["table"]:
                return correction
        return None

    def used_and_unused(self, edition):
        """Cells as the edition uses them, and as they stand in print where it does not."""
        by_key, used, unused = {}, [], []
        for cell in self.cells:
            if cell["published"] <= self.editions[edition]:
                by_key.setdefault((cell["indicator"], cell["area"], cell["period"]), []).append(cell)
        for cells in by_key.values():
            corrected = [self.corrected(cell, self.correction_of(cell, edition)) for cell in cells]
            chosen = self.choose(cells, corrected)
            used.append(corrected[chosen])
            for i, cell in enumerate(cells):
                changed = i == chosen and corrected[i]["correction"] and text_of(corrected[i]) != text_of(cell)
                if i != chosen or changed:
                    unused.append(cell)
        return used, unused

    @staticmethod
    def corrected(cell, correction):
        result = {**cell, "correction": correction}
        if correction and correction["use"] != "as-printed":
            result["figure"] = None if correction["use"] is None else Figure(correction["use"])
            given = correction.get("status", "O" if correction["use"] is None else "A")
            result["statuses"] = given if isinstance(given, list) else [given]
        return result

    @staticmethod
    def choose(cells, corrected):
        for i, cell in enumerate(corrected):
            if cell["correction"] and cell["correction"]["use"] == "as-printed":
                return i
        newest = max(cell["published"] for cell in cells)

        def says_something(i):
            withheld = corrected[i]["correction"] and corrected[i]["correction"]["use"] is None
            return not withheld and not (corrected[i]["figure"] is None and cells[i]["statuses"][0] == "O")
        of_that_day = [i for i, cell in enumerate(cells) if cell["published"] == newest]
        return next((i for i in of_that_day if says_something(i)), of_that_day[0])

    def derived(self, used):
        """What is computed from the used cells, operands of operands first."""
        figures = {(cell["indicator"], cell["area"], cell["period"]): cell for cell in used}
        done, rows = set(), []

        def derive(name):
            if name in done:
                return
            done.add(name)
            rule = self.indicators[name].get("derived")
            if rule is None:
                return
            for operand in rule["operands"]:
                derive(operand)
            for (indicator, area, period), first in list(figures.items()):
                if indicator != rule["operands"][0]:
                    continue
                if rule["operation"] in ("change", "index"):
                    operands = [first, figures.get((indicator, area, rule["base"]))]
                else:
                    operands = [figures.get((operand, area, period)) for operand in rule["operands"]]
                if any(cell is None or (cell["figure"] and cell["figure"].number() is None) for cell in operands):
                    continue
                cell = {"indicator": name, "area": area, "period": period, "source": "derived", "printed": "", "notes": [],
                        "correction": None, "figure": None, "locator": None}
                cell["statuses"] = list(dict.fromkeys(status for cell in operands for status in cell["statuses"] if status != "A"))
                if all(cell["figure"] for cell in operands):
                    cell["figure"] = self.compute(rule, [cell["figure"].number() for cell in operands])
                figures[name, area, period] = cell
                rows.append(cell)
        for name in self.indicators:
            derive(name)
        return rows

    @staticmethod
    def compute(rule, numbers):
        a, b = numbers[0], numbers[-1]
        if rule["operation"] in ("sum", "difference"):
            return Figure(sum(numbers[1:], numbers[0]) if rule["operation"] == "sum" else a - b)
        if b == 0:
            return None
        top = {"ratio": a, "share": a * 100, "per": a * rule.get("scale", 1), "change": (a - b) * 100, "index": a * 100}
        return Figure(top[rule["operation"]] / b)


def text_of(cell):
    return "" if cell["figure"] is None else cell["figure"].text()


def key_of(row):
    return tuple(row[name].encode() for name in ("region", "indicator", "area", "period", "source"))


class Judge:
    def __init__(self, project):
        self.project, self.complaints, self.compared = project, [], 0

    def complain(self, words):
        self.complaints.append(words)

    def rows(self, file, header):
        data = file.read_bytes()
        text = data.decode("utf-8")
        if not data.startswith(header.encode() + b"\r\n"):
            self.complain(f"{file.name}: the header is {data.splitlines()[0]}")
        if not data.endswith(b"\r\n") or re.search(rb'(?<!\r)\n', data):
            self.complain(f"{file.name}: not every line ends in CRLF")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        for row in rows:
            if None in row or None in row.values():
                self.complain(f"{file.name}: a row of another length: {row}")
        keys = [key_of(row) for row in rows]
        if keys != sorted(keys):
            wrong = next(i for i in range(1, len(keys)) if keys[i] < keys[i - 1])
            self.complain(f"{file.name}: not sorted at {keys[wrong]}")
        return rows

    def compare(self, file, rows, cells):
        """Rows and cells under one key are held together in any order."""
        expected = {}
        for cell in cells:
            key = tuple(part.encode() for part in (self.project.region_of[cell["area"]], cell["indicator"], cell["area"], cell["period"], cell["source"]))
            expected.setdefault(key, []).append(cell)
        for row in rows:
            candidates = expected.get(key_of(row), [])
            found = next((cell for cell in candidates if not self.differences(row, cell)), None)
            if found is None:
                self.complain(f"{file}: {row}: " + (f"expected {self.differences(row, candidates[0])}" if candidates else "no such cell"))
            else:
                candidates.remove(found)
            self.compared += 1
        for key, cells in expected.items():
            for cell in cells:
                self.complain(f"{file}: no row for {key}: {text_of(cell)}")

    def differences(self, row, cell):
        derived = cell["source"] == "derived"
        expected = {"value": text_of(cell), "unit": self.project.indicators[cell["indicator"]]["unit"], "status": ";".join(cell["statuses"]),
                    "printed": cell["printed"]}
        given = dict(row)
        if derived:
            # Trailing zeros of what is computed say nothing.
            expected["value"], given["value"] = (str(Decimal(value).normalize()) if value else "" for value in (expected["value"], row["value"]))
            expected["status"] = expected["status"] or ("A" if expected["value"] else "M")
            given["status"] = given["status"] or "A"
            if not row["locator"]:
                return {"locator": "a formula"}
        else:
            expected["locator"] = cell["locator"]
        wrong = {name: words for name, words in expected.items() if given[name] != words}
        notes = ([cell["correction"]["reason"]] if cell.get("correction") else []) + cell["notes"]
        words = " ".join(note["nl"] for note in notes)
        if re.search(r"[\[\]{}*_`\\<&]", words):
            if not row["note"]:
                wrong["note"] = "words"
        elif row["note"] != words:
            wrong["note"] = words
        return wrong


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    project = Project()
    judge = Judge(project)
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        for edition in project.editions:
            public = pathlib.Path(folder) / edition
            built = subprocess.run([program, "build", ROOT, "--edition", edition, "--output", public], capture_output=True, text=True)
            if built.returncode != 0:
                sys.exit(f"edition {edition} does not build:\n{built.stderr}")
            used, unused = project.used_and_unused(edition)
            used += project.derived(used)
            rows = judge.rows(public / "data/observations.csv", HEADER)
            judge.compare(f"{edition}: observations.csv", rows, used)
            everything = judge.rows(public / "data/all-observations.csv", HEADER + ",used")
            if {row["used"] for row in everything} - {"yes", "no"}:
                judge.complain("'used' is neither yes nor no")
            marked = [{name: words for name, words in row.items() if name != "used"} for row in everything if row["used"] == "yes"]
            if marked != rows:
                judge.complain(f"{edition}: the used rows of all-observations.csv are not those of observations.csv")
            judge.compare(f"{edition}: all-observations.csv", [row for row in everything if row["used"] == "no"], unused)
    print("\n".join(judge.complaints[:40]) or f"{judge.compared} rows are what the tables say")
    sys.exit(1 if judge.complaints else 0)


main()
