"""The real report, rolled forward in a copy: three indicators get new figures, a claim turns, a table is replaced. What there is to look at again
is named, and nothing else; what turned is what fails. The kept edition stays as it was to
the byte."""
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
program = pathlib.Path(sys.argv[1]).resolve()
REGIONS = ["vierkant-voor-werk", "twente", "rijnmond", "brainport"]
CLAIM = "rijnmond-highest-unemployment"



def claims_of(project):
    return json.loads((project / "site/claims.json").read_text(encoding="utf-8"))["claims"].keys()

def run(project, *arguments, status=0):
    process = subprocess.run([program, *arguments], cwd=project, capture_output=True, text=True, timeout=300)
    assert process.returncode == status, f"{arguments}: {process.returncode}\n{process.stdout[-3000:]}\n{process.stderr[-3000:]}"
    return process.stdout


def change(path, work):
    document = json.loads(path.read_text(encoding="utf-8"))
    work(document)
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False), encoding="utf-8")



def digests(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def declare(report):
    report["editions"]["2022"]["kept"] = True
    report["editions"]["2024"] = {"as_of": "2024-12-31"}
    report["edition"] = "2024"


def table(period, rows):
    return {"source": "figures-2024", "locator": {"table": "Tabel 1", "anchor": "Tabel 1 nieuwe cijfers voor regio's"},
            "title": {"nl": "Nieuwe cijfers", "de": "Neue Zahlen", "en": "New figures"},
            "attributes": {"period": period, "number_format": {"decimal": ",", "thousands": "."}},
            "columns": {region: {"region": region, "printed": region} for region in REGIONS},
            "rows": [{"indicator": indicator, "printed": indicator, "cells": dict(zip(REGIONS, values))} for indicator, values in rows.items()]}


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = pathlib.Path(folder) / "report"
        for part in ("datasets", "site"):
            shutil.copytree(REPOSITORY / part, project / part)
        change(project / "site/report.json", declare)
        run(project, "build", "--output", "before")
        assert run(project, "diff", "2022", "2024").startswith("2022 → 2024: 0 new figures, 0 revised, 0 withdrawn; 0 other ranks; 0 claims turned\n")

        def add_source(sources):
            sources["sources"]["figures-2024"] = {"title": "Nieuwe cijfers", "language": "nl", "authors": ["Bureau"], "publisher": "Bureau", "published": "2024-10",
                                                  "licence": {"nl": "CC BY 4.0", "de": "CC BY 4.0", "en": "CC BY 4.0"}}

        change(project / "datasets/sources.json", add_source)
        new = project / "datasets/tables/figures-2024"
        new.mkdir()
        # Figures of which no claim speaks, and the words that come with them: what was published of 2022 is published again.
        (new / "quiet.json").write_text(json.dumps(table("2023", {"gazelles": [11, 12, 13, 14]})), encoding="utf-8")
        run(project, "build", "--output", "after")
        published, again = digests(project / "before/editions/2022"), digests(project / "after/editions/2022")
        assert len(published) > 300 and published == again, sorted(path for path in published.keys() | again.keys() if published.get(path) != again.get(path))[:20]
        assert digests(project / "before/data") != digests(project / "after/data")
        (new / "quiet.json").unlink()
        # Unemployment and productivity for a later year: Brainport's unemployment is now the highest. The share of 2015 is printed again, otherwise.
        (new / "later.json").write_text(json.dumps(table("2023", {"unemployment-rate": [3.2, 3.4, 4.1, 5.9], "labour-productivity": [70, 71, 90, 95]})), encoding="utf-8")
        (new / "revised.json").write_text(json.dumps(table("2015", {"labour-force-higher-education-share": [20, 30, 31, 36]})), encoding="utf-8")

        difference = json.loads(run(project, "diff", "2022", "2024", "--format", "json"))
        touched = {"unemployment-rate", "labour-productivity", "labour-force-higher-education-share"}
        derived = {name for name, indicator in json.loads((project / "datasets/indicators.json").read_text(encoding="utf-8"))["indicators"].items()
                   if touched & set(indicator.get("derived", {}).get("operands", []))}
        changed = {one["indicator"] for one in difference["changes"]}
        assert touched <= changed <= touched | derived, changed
        turned = {one["subject"] for one in difference["revisit"] if one["kind"] == "turned-claim"}
        assert CLAIM in turned, turned
        for one in difference["revisit"]:
            assert one["kind"] == "citation" or any(key.split("/")[0] in touched | derived for key in one["before"] + one["after"]), one
            line = (project / one["file"]).read_text(encoding="utf-8").splitlines()[one["line"] - 1]
            assert one["column"] <= len(line) + 1, one
        claim = next(one for one in difference["revisit"] if one["subject"] == CLAIM)
        assert {words["file"].split("/")[2] for words in claim["words"] if words["file"].startswith("site/narrative/")} == {"nl", "de", "en"}, claim

        # What turned is what fails, and what fails is what turned.
        findings = json.loads(run(project, "check", "--format", "json", status=1))
        failed = {one["subject"] for one in findings if one["severity"] == "error" and one.get("subject") in claims_of(project)}
        assert failed == turned, failed ^ turned
    print(f"{len(changed)} indicators, {len(turned)} claims turned, {len(difference['revisit'])} places to look at; {len(published)} files of 2022 as they were")


if __name__ == "__main__":
    main()
