#!/usr/bin/env python3
"""Holds the report against the print: `regioscope check --strict --extracts`.

usage: in_print.py PROGRAM REPOSITORY

The extracts do not belong to the repository. They are looked for in the folder that the environment variable
REGIOSCOPE_SOURCES names, else in ../shared/sources; where there are none the test says so and is skipped.
"""
import os
import pathlib
import subprocess
import sys

SKIPPED = 77
program, repository = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
folder = pathlib.Path(os.environ.get("REGIOSCOPE_SOURCES") or repository / ".." / "shared" / "sources")
if not folder.is_dir():
    print("skipped: the sources are not here; name their folder in REGIOSCOPE_SOURCES")
    sys.exit(SKIPPED)
checked = subprocess.run([program, "check", str(repository), "--strict", "--extracts", str(folder)], capture_output=True, text=True)
if checked.returncode != 0:
    print(checked.stdout)
print(checked.stderr)
sys.exit(checked.returncode)
