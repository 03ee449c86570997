"""Everything below data/ of the real report and of a small one that holds what is awkward in data (gaps of each kind, bounds, ranges,
zeros, quotes, line breaks, words that look like formulas, four languages), read back by third parties; and the same bytes whatever the clock."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/sites"))
from run import check_same, make_base

program = pathlib.Path(sys.argv[1]).resolve()
if not (HERE / "node_modules").is_dir():
    sys.exit("the readers are not installed: run 'scripts/setup tests'")

AWKWARD = '=SUM(A1:A2); "all", & more'
LANGUAGES = {"nl": AWKWARD, "en": AWKWARD + " en", "de": AWKWARD + " äöü ß", "fr": "L’emploi, « tout »"}


def edit(path, change):
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def awkward(project, catalogue):
    def report(it):
        it["languages"] = list(LANGUAGES)
        it["licence"] = {"name": {"nl": "CC BY 4.0"}, "id": "CC-BY-4.0"}
        if catalogue:
            it["catalogue"] = catalogue
    edit(project / "site/report.json", report)
    (project / "site/languages").mkdir(exist_ok=True)
    (project / "site/languages/fr.json").write_text('{"nav.home": "Accueil", "number.percentage-points": "{number} points"}')

    def sources(it):
        it["sources"]["yearbook-2016"].update(title='Jaarboek "arbeid", deel 1; 2016', licence="DL-DE-BY-2.0", url="https://example.org/a?b=c&d=(e)")
        it["sources"]["yearbook-2021"]["licence"] = "https://example.org/our-own-licence"
    edit(project / "datasets/sources.json", sources)

    def indicators(it):
        it["indicators"]["jobs"]["name"] = LANGUAGES
        it["indicators"]["balance"] = {
            "theme": "labour-market", "unit": "percent", "decimals": 1, "polarity": "neutral", "about_equal": 0.1,
            "name": {"nl": "=1+1", "en": "-5..-3"}, "definition": {"nl": "Groei.", "en": "Growth."}}
    edit(project / "datasets/indicators.json", indicators)

    def table(it):
        it["attributes"]["note"] = {"nl": "Een noot; met \"aanhaling\",\nen een regeleinde.", "en": "A note."}
        periods = [
            ("2010", {"twente": 0, "bremen": {"from": -5, "to": -3}, "nl": {"value": None, "status": "Q"}}),
            ("2011", {"twente": {"at_least": 2}, "bremen": {"at_most": -1.5}, "nl": {"value": None, "status": "M"}}),
            ("2012", {"twente": {"about": 1.25}, "bremen": {"value": None, "status": "L"}, "nl": {"value": 3, "status": ["E", "P"]}}),
            ("2013-Q1", {"twente": -0.5, "bremen": {"more_than": 7}, "nl": {"less_than": 3}}),
        ]
        for period, cells in periods:
            it["rows"].append({"indicator": "balance", "printed": f"Groei {period}", "period": period, "cells": cells})
    edit(project / "datasets/tables/yearbook-2016/work.json", table)


def run(*command, **environment):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=1200, env={**os.environ, **environment})
    if done.returncode != 0:
        print(" ".join(str(part) for part in command), done.stdout, done.stderr, sep="\n")
        sys.exit(1)
    return done.stdout


def judge(site, *country):
    print(run("node", HERE / "judge.mjs", site, *country), end="")


dutch = {"country": "nl", "publisher": "https://identifier.overheid.nl/tooi/id/gemeente/gm0114", "email": "data@example.org",
         "telephone": "+31-20-1234567", "page": "https://example.org/contact", "themes": ["REGI", "ECON"]}
german = {"country": "de", "email": "daten@example.org", "themes": ["REGI"], "contributor": "http://dcat-ap.de/def/contributors/landkreisEmsland"}

with tempfile.TemporaryDirectory(prefix="regioscope-exports-") as folder:
    folder = pathlib.Path(folder)
    print("the real report")
    run(program, "build", ROOT, "--output", folder / "real", "--strict")
    judge(folder / "real")
    for edition in sorted(folder.glob("real/editions/*/data")):
        edition = edition.parent
        print(f"its edition {edition.name}")
        judge(edition)
    for name, catalogue in (("none", None), ("nl", dutch), ("de", german)):
        print(f"the awkward one, catalogue: {name}")
        (folder / name).mkdir()
        project = make_base(folder / name, program)
        awkward(project, catalogue)
        run(program, "build", project)
        judge(project / "public", *(["--country", name] if catalogue else []))
    run(program, "build", project, "--output", folder / "later", TZ="Pacific/Kiritimati", LC_ALL="C", SOURCE_DATE_EPOCH="1")
    check_same(project / "public", folder / "later")

    # Without an address of the site everything is told from one file to another.
    edit(project / "site/report.json", lambda report: report.pop("base_url"))
    run(program, "build", project)
    judge(project / "public", "--country", "de")

    # A portal's demands are said before the portal says them.
    edit(project / "site/report.json", lambda report: report["catalogue"].pop("contributor"))
    refused = subprocess.run([program, "check", project], capture_output=True, text=True, timeout=120)
    assert refused.returncode == 1 and "incomplete-catalogue" in refused.stdout and "contributor" in refused.stdout, refused.stdout
