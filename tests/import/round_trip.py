"""What a report exports comes back as it was: its observations.csv, imported, gives the same observations."""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sites"))
import run as sites

program = pathlib.Path(sys.argv[1]).resolve()


def observations(project):
    built = subprocess.run([program, "build", project, "--output", project / "public"], capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    with open(project / "public/data/all-observations.csv", encoding="utf-8", newline="") as file:
        return [{key: value for key, value in row.items() if key not in ("used", "locator")} for row in csv.DictReader(file)]


with tempfile.TemporaryDirectory(prefix="regioscope-round-") as name:
    project = sites.make_base(pathlib.Path(name), program)
    # A bound, a range, a status, a note and a cell on another area, so that there is something to lose.
    table = project / "datasets/tables/yearbook-2016/work.json"
    whole = json.loads(table.read_text(encoding="utf-8"))
    whole["rows"].append({"indicator": "jobs", "period": "2014", "printed": "Banen 2014", "cells": {
        "twente": {"value": {"more_than": 2000}, "status": ["E", "U"], "note": {"nl": "Geschat, op 1 januari.", "en": "Estimated."}},
        "bremen": {"from": 48, "to": 60},
        "nl": {"value": None, "status": "Q", "printed": "."}}})
    whole["rows"].append({"indicator": "unemployment-rate", "period": "2013-Q1", "printed": "Werkloosheid", "cells": {
        "twente": {"value": 7.20, "area": "twente-cities"}, "bremen": {"about": 700}, "nl": 6.0}})
    table.write_text(json.dumps(whole), encoding="utf-8")
    before = observations(project)
    assert len(before) > 12
    exported = project / "exported.csv"
    shutil.copy(project / "public/data/all-observations.csv", exported)
    for source in ("yearbook-2016", "yearbook-2021"):
        for file in (project / "datasets/tables" / source).glob("*.json"):
            file.unlink()
        ended = subprocess.run([program, "import", exported, "--project", project, "--source", source, "--table", "Export"],
                               capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
    after = observations(project)
    lost = [row for row in before if row not in after]
    new = [row for row in after if row not in before]
    assert not lost and not new, f"lost {lost}\nnew {new}"
    print(f"{len(after)} observations came back")
