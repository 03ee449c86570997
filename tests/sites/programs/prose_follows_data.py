"""The real report cannot contradict its figures: a changed figure, a number typed in, a claim left out of one language
and a figure under a new name are findings, each with its place."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
program = pathlib.Path(sys.argv[1]).resolve()
LANGUAGES = ("nl", "de", "en")


def copy_of_report(folder):
    for part in ("datasets", "site", "templates"):
        shutil.copytree(REPOSITORY / part, folder / part)
    return folder


def check(project, *options):
    process = subprocess.run([program, "check", project, "--format", "json", *options], capture_output=True, timeout=120)
    return process.returncode, json.loads(process.stdout)


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def places_of(claim, project):
    """Every `[…](claim:ID)` of the narrative, as `file:line:column`."""
    places = set()
    for path in sorted((project / "site/narrative").rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for match in re.finditer(r"\[[^\]\[]*\]\(claim:" + claim + r"\)", line):
                places.add((path.relative_to(project).as_posix(), number, match.start() + 1))
    return places


def show_changed_figure(project):
    # The study prints the figure in its table and once more in its text.
    changed = 0
    for path in sorted((project / "datasets/tables/nef-regions-2016").glob("*.json")):
        table = json.loads(path.read_text(encoding="utf-8"))
        for row in table["rows"]:
            for column, value in row.get("cells", {}).items():
                places = {**table.get("attributes", {}), **table["columns"].get(column, {}), **row}
                if (places.get("indicator"), places.get("region"), value) == ("unemployment-rate", "rijnmond", 9):
                    row["cells"][column] = 6
                    changed += 1
        path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    assert changed, "Rijnmond's unemployment is not where it was"
    status, findings = check(project)
    assert status == 1
    failed = [finding for finding in findings if finding["code"] == "claim-failed"]
    claims = {match[1] for finding in failed for match in [re.search(r"the claim '([^']+)' is not true", finding["message"])]}
    assert "rijnmond-highest-unemployment" in claims, claims
    for claim in claims:
        told = {(f["file"], f["line"], f["column"]) for f in failed if f"'{claim}'" in f["message"]}
        assert places_of(claim, project) <= told, f"{claim}: told at {sorted(told)}, said at {sorted(places_of(claim, project))}"
    spoken = {finding["file"].split("/")[2] for finding in failed if finding["file"].startswith("site/narrative/")}
    assert spoken == set(LANGUAGES), spoken
    for finding in failed:
        assert finding["message"].startswith("“"), finding["message"]
        notes = " ".join(note["message"] for note in finding["notes"])
        assert "the condition is: " in notes and "it read " in notes, notes
    one = next(finding for finding in failed if "'rijnmond-highest-unemployment'" in finding["message"])
    assert any(note["message"].startswith("it read 6 (unemployment-rate/") and note["file"].startswith("datasets/tables/")
               for note in one["notes"]), one["notes"]
    print(f"{len(failed)} sentences are no longer true, of {len(claims)} claims")


def show_bare_number(project):
    page = project / "site/narrative/en/method.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nIt took 37 weeks.\n", encoding="utf-8")
    line = len(page.read_text(encoding="utf-8").splitlines())
    status, findings = check(project, "--strict")
    assert status == 1
    assert any(f["code"] == "bare-number" and (f["file"], f["line"], f["column"]) == ("site/narrative/en/method.md", line, 9)
               for f in findings), findings


def show_missing_claim(project):
    page = next(path for path in sorted((project / "site/narrative/de").rglob("*.md")) if "](claim:" in path.read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")
    link = re.search(r"\[([^\]\[]*)\]\(claim:([a-z0-9-]+)\)", text)
    page.write_text(text[: link.start()] + link[1] + text[link.end() :], encoding="utf-8")
    status, findings = check(project)
    assert status == 1
    file = page.relative_to(project).as_posix()
    assert any(f["code"] == "language-parity" and f["file"] == file and f["line"] > 0 and f"'{link[2]}' is missing" in f["message"]
               and any(note.get("file", "").startswith("site/narrative/nl/") for note in f["notes"]) for f in findings), findings


def show_renamed_figure(project):
    shown = {}
    for path in sorted((project / "site/narrative").rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if match := re.search(r'\{\{ figure\("([a-z0-9-]+)"\)', line):
                shown.setdefault(match[1], set()).add((path.relative_to(project).as_posix(), number))
    figure = sorted(shown)[0]
    declared = next(path for path in sorted((project / "site/figures").glob("*.json")) if f'"{figure}": {{' in path.read_text(encoding="utf-8"))
    edit(declared, f'"{figure}": {{', f'"{figure}-anew": {{')
    status, findings = check(project)
    assert status == 1
    told = {(f["file"], f["line"]) for f in findings if f["code"] == "unknown-figure"}
    assert shown[figure] <= told, f"shown at {sorted(shown[figure])}, told at {sorted(told)}"
    assert any(f"did you mean '{figure}-anew'" in f["message"] for f in findings if f["code"] == "unknown-figure")


def main():
    for show in (show_changed_figure, show_bare_number, show_missing_claim, show_renamed_figure):
        with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
            show(copy_of_report(pathlib.Path(folder)))
            print(f"good     {show.__name__}")


if __name__ == "__main__":
    main()
