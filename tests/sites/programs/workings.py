"""Every score of the comparison, worked out again from the files that its page offers: diagnosis, distances, structures. What comes out must
be what the files and the pages say. Python's own arithmetic; nothing is shared with the program but docs/methods.md."""
import csv
import itertools
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 40
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from pages import Tables

program = pathlib.Path(sys.argv[1]).resolve()
repository = pathlib.Path(__file__).resolve().parents[3]
complaints = []


def expect(condition, words):
    if not condition:
        complaints.append(words)


def near(found, expected, words):
    expect(found != "" and abs(Decimal(found) - expected) <= max(Decimal(1), abs(expected)) * Decimal("1e-9"), f"{words}: {found!r} is not {expected}")


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(number, decimals):
    """As a Dutch page writes it."""
    text = format(number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), "f")
    return text.replace("-", "\u2212").replace(".", ",")


def starts_with(cell, words):
    return re.match(re.escape(words) + r"(?![\d,])", cell) is not None


def check_diagnosis(public, model, observations, names):
    rows = rows_of(public / "data/diagnosis.csv")
    weights = {}
    for (element, name), group in itertools.groupby(rows, key=lambda row: (row["element"], row["input"])):
        group = list(group)
        declared = next(one for one in model["elements"][element]["inputs"] if name in (one.get("indicator"), one.get("rubric")))
        known = [row for row in group if row["value"]]
        for row in group:
            where = f"diagnosis.csv, {element}, {name}, {row['region']}"
            near(row["weight"], Decimal(str(declared["weight"])), f"{where}: the weight")
            if "rubric" in declared:
                levels = model["rubrics"][declared["rubric"]]["levels"]
                expected = Decimal(levels[int(row["value"]) - 1]["score"]) if row["value"] else None
            else:
                if row["value"]:
                    expect(observations.get((row["region"], name, row["area"], row["period"])) == row["value"], f"{where}: not the figure in observations.csv")
                numbers = [Decimal(one["value"]) for one in known if not re.search(r"\.\.", one["value"])]
                expected = None
                if row["value"] and row["lowest"]:
                    low, high = min(numbers), max(numbers)
                    near(row["lowest"], low, f"{where}: the lowest")
                    near(row["highest"], high, f"{where}: the highest")
                    expected = (Decimal(row["value"]) - low) / (high - low) * 100
                    if row["direction"] == "lower-is-better":
                        expected = 100 - expected
            if expected is None:
                expect(row["score"] == "", f"{where}: a score of nothing")
                continue
            near(row["score"], expected, f"{where}: the score")
            weights.setdefault((element, row["region"]), []).append((Decimal(row["weight"]), expected))
    page = Tables(public / "diagnosis.html")
    table = page.of("scores")
    elements = list(dict.fromkeys(row["element"] for row in rows))
    messages = json.loads((repository / "templates/languages/nl.json").read_text(encoding="utf-8"))
    count = 0
    for element, region in itertools.product(elements, names):
        parts = weights.get((element, region), [])
        coverage = sum(weight for weight, _ in parts) * 100
        cell = table[messages[f"element.{element}"]][names[region]]
        row = next(row for row in rows if (row["element"], row["region"]) == (element, region))
        near(row["coverage"], coverage, f"{element}, {region}: the coverage")
        if coverage < model["minimum_coverage"] or coverage == 0:
            expect(row["element_score"] == "", f"{element}, {region}: scored with too little known")
            continue
        score = sum(weight * one for weight, one in parts) / sum(weight for weight, _ in parts)
        near(row["element_score"], score, f"{element}, {region}: the element's score")
        expect(starts_with(cell, shown(score, 0)), f"diagnosis.html says {cell!r} for {element}, {region}, not {shown(score, 0)}")
        expect((messages["diagnosis.low"] in cell) == (score < model["weak_below"]), f"diagnosis.html: is {element} weak in {region}?")
        count += 1
    return count


def places(values):
    return [sum(other < value for other in values) + Decimal(sum(other == value for other in values) + 1) / 2 for value in values]


def correlation(a, b):
    a, b = places(a), places(b)
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    moment = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b))
    return moment / (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)).sqrt()


def check_distances(public, observations, names):
    scores, themes = {}, {}
    for indicator, group in itertools.groupby(rows_of(public / "data/standardised.csv"), key=lambda row: row["indicator"]):
        group = list(group)
        numbers = [Decimal(row["value"]) for row in group if row["standardised"]]
        mean, deviation = statistics.mean(numbers), statistics.pstdev(numbers)
        for row in group:
            themes[indicator] = row["theme"]
            if row["value"]:
                expect(observations.get((row["region"], indicator, row["area"], row["period"])) == row["value"], f"standardised.csv, {indicator}, {row['region']}: not the figure used")
            if row["standardised"]:
                scores[indicator, row["region"]] = (Decimal(row["value"]) - mean) / deviation
                near(row["standardised"], scores[indicator, row["region"]], f"standardised.csv, {indicator}, {row['region']}")
    rows = rows_of(public / "data/distances.csv")
    distances = {}
    for row in rows:
        pair = (row["first"], row["second"])
        squares = {}
        for indicator, theme in themes.items():
            if theme == row["left_out"] or any((indicator, region) not in scores for region in pair):
                continue
            squares.setdefault(theme, []).append((scores[indicator, pair[0]] - scores[indicator, pair[1]]) ** 2)
        counted = len(set(themes.values()) - {row["left_out"]})
        if not squares or 2 * len(squares) < counted:
            expect(row["distance"] == "", f"{pair}: a distance over too few themes")
            continue
        distance = (sum(sum(of_theme) / len(of_theme) for of_theme in squares.values()) / len(squares)).sqrt()
        near(row["distance"], distance, f"distances.csv, {pair} without {row['left_out'] or 'nothing'}")
        distances[row["left_out"], pair] = distance
    for left_out, group in itertools.groupby((row for row in rows if row["left_out"]), key=lambda row: row["left_out"]):
        both = [pair for pair in {(row["first"], row["second"]) for row in rows} if ("", pair) in distances and (left_out, pair) in distances]
        expected = correlation([distances["", pair] for pair in both], [distances[left_out, pair] for pair in both])
        for row in group:
            near(row["rank_correlation"], expected, f"distances.csv, agreement without {left_out}")
    table = Tables(public / "compare/index.html").of("distances")
    whole = {pair: distance for (left_out, pair), distance in distances.items() if left_out == ""}
    for pair, distance in whole.items():
        first, second = (names[region] for region in pair)
        for cell in (table[first][second], table[second][first]):
            expect(starts_with(cell, shown(distance, 2)), f"compare/index.html says {cell!r} for {pair}, not {shown(distance, 2)}")
        page = Tables(public / f"compare/{'-'.join(sorted(pair))}.html").words
        rank = 1 + sum(other < distance for other in whole.values())
        said = f"staat dit paar op plaats {rank} van {len(whole)}."
        expect(said in page, f"compare/{'-'.join(sorted(pair))}.html does not say: {said}")
    return len(distances)


def check_structures(public, names):
    shares = {}
    for row in rows_of(public / "data/structures.csv"):
        where = f"structures.csv, {row['region']}, {row['part']}"
        share = Decimal(row["value"]) * 100 / Decimal(row["whole"])
        near(row["share"], share, where)
        shares.setdefault(row["region"], {})[row["part"]] = share
        if row["location_quotient"]:
            near(row["location_quotient"], share / Decimal(row["country_share"]), f"{where}: the quotient")
    table = Tables(public / "compare/index.html").of("dissimilarity")
    for pair, group in itertools.groupby(rows_of(public / "data/dissimilarities.csv"), key=lambda row: (row["first"], row["second"])):
        differences = {part: shares[pair[0]][part] - shares[pair[1]][part] for part in shares[pair[0]]}
        index = sum(abs(difference) for difference in differences.values()) / 2
        for row in group:
            near(row["difference"], differences[row["part"]], f"dissimilarities.csv, {pair}, {row['part']}")
            near(row["index"], index, f"dissimilarities.csv, {pair}")
        cell = table[names[pair[0]]][names[pair[1]]]
        expect(starts_with(cell, shown(index, 1)), f"compare/index.html says {cell!r} for {pair}, not {shown(index, 1)}")
        page = Tables(public / f"compare/{'-'.join(sorted(pair))}.html").words
        expect(f"{shown(index, 1)}%" in page, f"compare/{'-'.join(sorted(pair))}.html does not say {shown(index, 1)}%")
    return len(shares)


def check_places(public, observations, names):
    """Places over the years: how many stand higher in that year, and one; only years in which three regions have a figure."""
    count = 0
    for path in sorted((public / "indicators").glob("*.html")):
        page = Tables(path)
        if "places" not in page.tables:
            continue
        table = page.of("places")
        years = {}
        for (region, indicator, _, period), value in observations.items():
            if indicator == path.stem and region in names and value and ".." not in value:
                years.setdefault(period, {})[region] = Decimal(value)
        for period, values in years.items():
            heads = [head for head in next(iter(table.values())) if head.split()[0] == period]
            expect(bool(heads) == (len(values) >= 3), f"{path.name}: is there a column of {period}?")
            for region, value in values.items() if heads else ():
                place = 1 + sum(other > value for other in values.values())
                cell = table[names[region]][heads[0]]
                expect(starts_with(cell, str(place)), f"{path.name} says {cell!r} for {region} in {period}, not {place}")
                count += 1
    return count


with tempfile.TemporaryDirectory() as folder:
    public = pathlib.Path(folder) / "public"
    subprocess.run([program, "build", repository, "--output", public], check=True)
    model = json.loads((repository / "site/diagnosis.json").read_text(encoding="utf-8"))
    regions = json.loads((repository / "datasets/regions.json").read_text(encoding="utf-8"))["regions"]
    names = {id: region["names"]["nl"].get("short", region["names"]["nl"]["name"]) for id, region in regions.items() if region["kind"] == "study"}
    observations = {(row["region"], row["indicator"], row["area"], row["period"]): row["value"] for row in rows_of(public / "data/observations.csv")}
    scored = check_diagnosis(public, model, observations, names)
    distances = check_distances(public, observations, names)
    structures = check_structures(public, names)
    places_told = check_places(public, observations, names)
    pages = {"diagnosis.html": ["diagnosis.csv"], "compare/emsland-vierkant-voor-werk.html": ["distances.csv", "dissimilarities.csv", "structures.csv"],
             "compare/index.html": ["standardised.csv", "distances.csv", "structures.csv", "dissimilarities.csv"]}
    for page, files in pages.items():
        text = (public / page).read_text(encoding="utf-8")
        for file in files:
            expect(re.search(rf'href="(\.\./)*data/{file}"', text), f"{page} does not lead to {file}")

print("\n".join(complaints) or f"{scored} scores, {distances} distances, {structures} structures and {places_told} places come out as they are published")
sys.exit(1 if complaints or not (scored and distances and structures and places_told) else 0)
