"""What site/diagnosis.json declares is what pages and files say: on a copy of the real project an indicator is taken out and a weight changed, and
everything follows, in every language. What it declares wrongly is told with its place."""
import copy
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from pages import Tables

program = pathlib.Path(sys.argv[1]).resolve()
repository = pathlib.Path(__file__).resolve().parents[3]
languages = {"nl": "", "de": "de/", "en": "en/"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def scores_of(public):
    with open(public / "data/diagnosis.csv", encoding="utf-8", newline="") as file:
        return {(row["element"], row["region"]): row["element_score"] for row in csv.DictReader(file)}


def inputs_of(public):
    with open(public / "data/diagnosis.csv", encoding="utf-8", newline="") as file:
        return {(row["element"], row["input"]) for row in csv.DictReader(file)}


def rounded(score):
    return str(Decimal(score).quantize(Decimal(1), ROUND_HALF_UP))


def check_pages(project, model):
    """Heatmap, weak links and what is done about them say what diagnosis.csv says, in every language."""
    public = project / "public"
    scores = scores_of(public)
    regions = {id: region for id, region in read(project / "datasets/regions.json")["regions"].items() if region["kind"] == "study"}
    weak = {key: score for key, score in scores.items() if score and Decimal(score) < model["weak_below"]}
    assert weak
    for language, folder in languages.items():
        words = read(repository / f"templates/languages/{language}.json")
        names = {id: region["names"][language] for id, region in regions.items()}
        page = Tables(public / f"{folder}diagnosis.html")
        heatmap = page.of("scores")
        for (element, region), score in scores.items():
            cell = heatmap[words[f"element.{element}"]][names[region].get("short", names[region]["name"])]
            assert not score or cell.split()[0] == rounded(score), f"{language}: {element}, {region}: {cell!r} is not {score}"
            assert (words["diagnosis.low"] in cell.split()) == ((element, region) in weak), f"{language}: {element}, {region}: {cell!r}"
        told, region = set(), None
        for row in page.tables["white-spots"][1:]:
            if len(row) == 1:
                region = next(id for id in regions if names[id]["name"] == row[0].strip())
            else:
                told.add((row[0].strip(), region, row[1].strip()))
        assert told == {(words[f"element.{element}"], region, rounded(score)) for (element, region), score in weak.items()}, f"{language}: it tells other weak links"
    return scores


with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
    project = pathlib.Path(folder) / "project"
    for part in ("datasets", "site"):
        shutil.copytree(repository / part, project / part)
    declared = read(project / "site/diagnosis.json")

    def run(command, model, *options):
        (project / "site/diagnosis.json").write_text(json.dumps(model, ensure_ascii=False, indent=2), encoding="utf-8")
        return subprocess.run([program, command, project, *options], capture_output=True, text=True, encoding="utf-8")

    def built(model):
        done = run("build", model)
        assert done.returncode == 0, done.stderr
        return check_pages(project, model)

    before = built(declared)

    # A changed weight changes its element, and nothing else.
    weighed = copy.deepcopy(declared)
    knowledge = weighed["elements"]["new-knowledge"]["inputs"]
    knowledge[0]["weight"], knowledge[1]["weight"] = knowledge[1]["weight"], knowledge[0]["weight"]
    after = built(weighed)
    assert {element for element, region in before if before[element, region] != after[element, region]} == {"new-knowledge"}

    # An indicator taken out is out of file and pages.
    less = copy.deepcopy(declared)
    knowledge = less["elements"]["new-knowledge"]["inputs"]
    taken = knowledge.pop(0)
    knowledge[0]["weight"] = 1
    assert ("new-knowledge", taken["indicator"]) in inputs_of(project / "public")
    after = built(less)
    assert ("new-knowledge", taken["indicator"]) not in inputs_of(project / "public")
    assert {element for element, region in before if before[element, region] != after[element, region]} == {"new-knowledge"}
    for path in languages.values():
        page = (project / "public" / f"{path}diagnosis.html").read_text(encoding="utf-8")
        assert f"indicators/{taken['indicator']}.html" not in page and f"indicators/{knowledge[0]['indicator']}.html" in page

    # A stricter bound makes more weak links, everywhere.
    strict = copy.deepcopy(declared)
    strict["weak_below"] = 60
    built(strict)

    # What is wrong is told where it stands.
    def wrong(change):
        model = copy.deepcopy(declared)
        change(model["elements"])
        done = run("check", model, "--format", "json")
        assert done.returncode == 1, done.stdout
        return {(finding["code"], finding["file"]) for finding in json.loads(done.stdout) if finding["severity"] == "error" and finding["line"] > 0}

    def rename(elements):
        elements["talent"]["inputs"][0]["indicator"] = "labour-force-higher-education-shares"

    def unbalance(elements):
        elements["talent"]["inputs"][0]["weight"] = 0.7

    def empty(elements):
        elements["talent"] = {}

    def forget(elements):
        del elements["talent"]

    for code, change in {"unknown-indicator": rename, "weights-do-not-add-up": unbalance, "empty-element": empty, "missing-element": forget}.items():
        assert (code, "site/diagnosis.json") in wrong(change), code

print("pages and files follow the model of the diagnosis")
