#!/usr/bin/env python3
"""Reports made of seeds, with every kind of figure a source can state: whatever the program says of them is judged again by an
evaluator of its own, in three languages, and every chart is read as a picture.

usage: generated.py PROGRAM [SEED | SEED:REGIONS …]
"""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import pictures
import project as made
import sentences


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    seeds = sys.argv[2:] or ["1", "4"]
    complaints, judged, charts = [], 0, 0
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            number, _, regions = seed.partition(":")
            project = made.Project(int(number), int(regions) if regions else None)
            project.write(folder / "project", "# Work\n\nTekst.\n")
            build = subprocess.run([program, "build", folder / "project", "--output", folder / "site"], capture_output=True, text=True, timeout=900)
            if build.returncode != 0:
                complaints.append(f"seed {seed}: {build.stderr[-2000:]}")
                continue
            found, count = sentences.judge(folder / "site", project)
            drawn, pictures_of_site = pictures.judge(folder / "site")
            complaints += [f"seed {seed}: {one}" for one in found + drawn]
            judged += count
            charts += pictures_of_site
    for one in complaints:
        print(one)
    print(f"{judged} sentences and {charts} charts judged, {len(complaints)} complaints, seeds {', '.join(seeds)}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
