#!/usr/bin/env python3
"""Does what docs/tutorial.md and docs/how-to.md tell an editor to do: writes their files, runs their commands.

A fence ```sh is run (```sh fails: must fail); ```csv FILE and ```markdown FILE write a file; ```json FILE too, and ```json FILE KEY
adds its members to the object under that key (`.`: to the file's own). What they say to take no more than some lines is counted.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


def fences(page):
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    for match in re.finditer(r"^```(\S+)((?: \S+)*)\n(.*?)^```$", text, re.M | re.S):
        yield match[1], match[2].split(), match[3], text[:match.start()].count("\n") + 1


def run(command, folder, program, must_fail):
    ended = subprocess.run(["/bin/sh", "-ec", command], cwd=folder, capture_output=True, text=True, timeout=120,
                           env={"PATH": f"{program.parent}:/usr/bin:/bin"})
    if (ended.returncode != 0) != must_fail:
        raise SystemExit(f"ended with {ended.returncode}:\n{command}\n{ended.stdout}{ended.stderr}")


def add_members(file, key, members):
    whole = json.loads(file.read_text(encoding="utf-8"))
    (whole if key == "." else whole[key]).update(members)
    file.write_text(json.dumps(whole, ensure_ascii=False, indent=2), encoding="utf-8")


def import_as_told(folder, program):
    """The commands and the mapping of docs/import.md, on a report that has what they speak of."""
    run('regioscope new other --languages nl --regions "Twente, Groningen" --edition 2025', folder, program, False)
    project = folder / "other"
    add_members(project / "datasets/sources.json", "sources", {
        source: {"title": "Werk", "language": "nl", "publisher": "Bureau", "published": source[-4:]} for source in ("bureau-2023", "bureau-2024")})
    rows = "Regio;Werkloosheid (%);Banen (x 1 000)\nTwente;4,1~;280,5\nGroningen;-;geheim\n"
    for year in (2023, 2024):
        (project / f"werk-{year}.csv").write_text(rows, encoding="utf-8")
    mapping = {}
    for language, words, content, line in fences("import.md"):
        mapping.update(json.loads(content))
    mapping["regions"]["Groningen"] = "groningen"
    (project / "werk-2023.csv.map.json").write_text(json.dumps(mapping), encoding="utf-8")
    page = (REPOSITORY / "docs/import.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (regioscope import .*)$", page, re.M)
    if len(commands) != 2:
        raise SystemExit(f"docs/import.md has {len(commands)} commands")
    for command in commands:
        run(command, project, program, False)
    table = json.loads((project / "datasets/tables/bureau-2024/werk-2024.json").read_text(encoding="utf-8"))
    twente, groningen = (list(row["cells"].values()) for row in table["rows"])
    if (twente[0]["status"], groningen[0]["value"], groningen[1]["status"]) != ("E", 0, "Q"):
        raise SystemExit(f"the mapping of docs/import.md gives {table['rows']}")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    by_hand = 0
    with tempfile.TemporaryDirectory(prefix="regioscope-manual-") as name:
        folder = pathlib.Path(name)
        count = 0
        for page in ("tutorial.md", "how-to.md"):
            for language, words, content, line in fences(page):
                print(f"docs/{page}:{line}")
                count += 1
                if language == "sh":
                    run(content, folder, program, words == ["fails"])
                    continue
                file = folder / words[0]
                if len(words) == 1:
                    file.write_text(content, encoding="utf-8")
                else:
                    add_members(file, words[1], json.loads(content))
                if page == "tutorial.md" and language != "csv":
                    by_hand += content.count("\n")
        if count < 15:
            raise SystemExit("most of the manual's fences were not found")
        if by_hand > 40:
            raise SystemExit(f"the tutorial has {by_hand} lines to write by hand")
        run("regioscope build demo --edition 2025 && grep -q Vacatures demo/public/indicators/index.html", folder, program, False)
        import_as_told(folder, program)
        print(f"{count} steps, {by_hand} lines by hand")


if __name__ == "__main__":
    main()
