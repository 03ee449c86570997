#!/usr/bin/env python3
"""Plain mistakes of editors in a report that `new` made: each is told where it stands, with a way out, and brings no others with it."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
TABLE, REPORT = "datasets/tables/example/work.json", "site/report.json"
TEXT, OTHER, CLAIMS, FIGURES = "site/narrative/nl/work.md", "site/narrative/de/work.md", "site/claims.json", "site/figures/work.json"
CELL, BIG = '"y2021": 3.8', '"y2021": 180000'
NULL = 'a figure that is missing is null, or {"value": null, "status": "Q"}'

# The file, what stands there, what is written instead, where it is found, the code, and what must be said.
mistakes = [
    (TABLE, CELL, '"y2021": "3,8"', "53:26", "wrong-type", "decimal comma? write 3.8"),
    (TABLE, CELL, '"y2021": 3,8', "53:28", "invalid-json", "a decimal comma? a number has a decimal point"),
    (TABLE, CELL, '"y2021": "3,8 %"', "53:26", "wrong-type", "a figure stands without its unit; decimal comma? write 3.8"),
    (TABLE, CELL, '"y2021": 3.8%', "53:29", "invalid-json", "a figure stands without its unit: 3.8"),
    (TABLE, CELL, '"y2021": .', "53:26", "invalid-json", NULL),
    (TABLE, CELL, '"y2021": x', "53:26", "invalid-json", NULL),
    (TABLE, CELL, '"y2021": NaN', "53:26", "invalid-json", NULL),
    (TABLE, CELL, '"y2021": None', "53:26", "invalid-json", NULL),
    (TABLE, CELL, '"y2021": ', "53:26", "invalid-json", NULL),
    (TABLE, CELL, '"y2021": .5', "53:26", "invalid-json", "a number begins with a digit: 0.5"),
    (TABLE, CELL, '"y2021": +3.8', "53:26", "invalid-json", "a number has no plus sign: 3.8"),
    (TABLE, CELL, '"y2021": \u22123.8', "53:26", "invalid-json", "the minus sign is a hyphen here: -3.8"),
    (TABLE, CELL, '"y2021": 03.8', "53:29", "invalid-json", "a number begins with no needless nought"),
    (TABLE, CELL, '"y2021": 3.8 // herzien', "53:30", "invalid-json", "JSON has no comments"),
    (TABLE, CELL + ",", CELL, "53:36", "invalid-json", "is the comma before it missing?"),
    (TABLE, CELL, "'y2021': 3.8", "53:17", "invalid-json", "JSON knows only straight double quotation marks"),
    (TABLE, CELL, "y2021: 3.8", "53:17", "invalid-json", "a key stands in quotation marks"),
    (TABLE, BIG, '"y2021": 1.180.000', "17:31", "invalid-json", "thousands have no point: 1180000"),
    (TABLE, BIG, '"y2021": 180 000', "17:30", "invalid-json", "thousands have no space between them: 180000"),
    (TABLE, BIG, '"y2021": 180.000*', "17:33", "invalid-json", "a mark behind a figure is a status"),
    (TABLE, CELL, '"y2021": {"value": 3.8, "status": "provisional"}', "53:51", "unknown-status", "did you mean 'P'?"),
    (TABLE, CELL, '"y2021": {"value": 3.8, "status": "p"}', "53:51", "unknown-status", "did you mean 'P'?"),
    (TABLE, '"region": "noordwold"', '"region": "groningen"', "15:17", "unknown-region", "(there are 'noordwold', 'oosterwold', 'zuiderwold')"),
    (REPORT, '"languages": ["nl", "de"]', '"languages": "nl"', "8:16", "wrong-type", 'write a list: ["nl"]'),
    (REPORT, '"edition": "2025"', '"edition": 2025', "12:14", "wrong-type", 'write it in quotes: "2025"'),
    (REPORT, '"regions": "all-regions"', '"regions": "all"', "13:14", "unknown-region-set", "(there is 'all-regions')"),
    (REPORT, '"chapters": ["work"]', '"chapters": ["work", "housing"]', "15:24", "unknown-chapter", "write site/narrative/nl/housing.md, beginning with a line '# Title'"),
    (FIGURES, '"unemployment-rate"', '"werkloosheid"', "6:20", "unknown-indicator", "did you mean 'unemployment-rate'?"),
    (FIGURES, '"indicator": "unemployment-rate"', '"indicators": "unemployment-rate"', "6:21", "wrong-type", 'write a list: ["unemployment-rate"]'),
    (TEXT, 'value("unemployment-rate"', "value(\u201cunemployment-rate\u201d", "3:54", "syntax", "texts stand between straight quotation marks"),
    (TEXT, '{{ value("jobs", "noordwold") }}', '{ value("jobs", "noordwold") }', "3:187", "open-expression", 'write {{ value("jobs", "noordwold") }}'),
    (TEXT, 'value("jobs", "noordwold")', 'value("noordwold", "jobs")', "3:196", "unknown-indicator", "'noordwold' is a region, which comes behind the indicator"),
    (TEXT, 'figure("unemployment")', 'figure("unemployement")', "5:1", "unknown-figure", "did you mean 'unemployment'?"),
    (OTHER, '"unemployment-rate"', '"unemploment-rate"', "3:55", "unknown-indicator", "did you mean 'unemployment-rate'?"),
    (CLAIMS, "< 10", "= 10", "4:89", "syntax", "two are equal when '==' stands between them"),
    (CLAIMS, "< 10", "=< 10", "4:89", "syntax", "write '<='"),
    (CLAIMS, "< 10", "< 9,5", "4:92", "syntax", "a decimal comma? write 9.5"),
    (CLAIMS, '\\"noordwold\\"', '"noordwold"', "4:76", "invalid-json", 'a quotation mark inside a text is written \\"'),
    (CLAIMS, '["P"]', '"P"', "4:107", "wrong-type", 'write a list: ["P"]'),
    (TEXT, "# Werk\n", "# Caf\udce9\n", "1:6", "invalid-text", "save the file as UTF-8"),
]

with tempfile.TemporaryDirectory(prefix="regioscope-mistakes-") as folder:
    good = pathlib.Path(folder) / "good"
    subprocess.run([program, "new", good, "--languages", "nl,de", "--regions", "Noordwold, Oosterwold, Zuiderwold", "--edition", "2025"], check=True,
                   capture_output=True)
    failed = 0
    for file, old, new, place, code, way_out in mistakes:
        project = pathlib.Path(folder) / "project"
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(good, project)
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8", errors="surrogateescape")
        ended = subprocess.run([program, "check", project], capture_output=True, text=True, timeout=60)
        said = ended.stdout + ended.stderr
        is_told = f"{file}:{place}: error[{code}]" in said and way_out in said
        if ended.returncode == 1 and is_told and said.count(": error[") == 1:
            continue
        failed += 1
        print(f"{file}: {new!r}: wanted {place} {code} with {way_out!r}, alone; got\n{said}")
    sys.exit(f"{failed} mistakes are told badly" if failed else 0)
