"""The edition of 2016 is in order, says that a newer one exists, and shows nothing of what was published later: no source,
figure, fact, goal, initiative, claim, page or link, in no file."""
import csv
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
program = pathlib.Path(sys.argv[1]).resolve()
EDITION, LATER = "2016", "2022"
LANGUAGES = {"nl", "de", "en"}


def read(path):
    return json.loads((REPOSITORY / path).read_text(encoding="utf-8"))


def last_day(date):
    """A partial date means its last day."""
    return date + "-12-31"[len(date) - 4:] if len(date) < 10 else date


def later_citations():
    """Ids of sources, and (source, part), that were published after the edition."""
    as_of = read("site/report.json")["editions"][EDITION]["as_of"]
    later = set()
    for source, entry in read("datasets/sources.json")["sources"].items():
        if last_day(entry["published"]) > as_of:
            later.add((source, None))
        for part, dated in entry.get("parts", {}).items():
            if last_day(dated["published"]) > as_of:
                later.add((source, part))
    assert any(part is None for _, part in later)
    return later


def citation_of(value):
    """What an object names as its source, if it names one."""
    citation = value.get("citation", value if isinstance(value.get("source"), str) else None)
    return (citation["source"], citation.get("part")) if isinstance(citation, dict) and "source" in citation else None


def texts_of(value, is_later, later, found):
    """Adds words to found[True] where the object they stand in has a later source, else to found[False]."""
    if isinstance(value, dict):
        if value and set(value) <= LANGUAGES:
            found[is_later].update(text for text in value.values() if isinstance(text, str))
            return
        citation = citation_of(value)
        if citation is not None:
            is_later = citation in later or (citation[0], None) in later
        for key, inner in value.items():
            if key not in ("citation", "locator"):
                texts_of(inner, is_later, later, found)
    elif isinstance(value, list):
        for inner in value:
            texts_of(inner, is_later, later, found)


def words_in(texts):
    """As a page may show them: without markup; short ones would be found anywhere."""
    plain = {re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", r"\1", text) for text in texts}
    return {text for text in plain if len(text) > 24}


def main():
    later = later_citations()
    texts = {True: set(), False: set()}
    for path in sorted((REPOSITORY / "datasets").rglob("*.json")):
        if "schema" in path.parts or path.name in ("checks.json", "corrections.json", "accepted.json"):
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "sources.json":
            for source, entry in data["sources"].items():
                if (source, None) in later:
                    texts[True].update([entry["title"], *entry.get("description", {}).values()])
            continue
        texts_of(data, False, later, texts)
    visible = " ".join(texts[False])
    forbidden = {text for text in words_in(texts[True]) if text not in visible}
    assert len(forbidden) > 200, f"only {len(forbidden)} texts of later sources: the test shows nothing"

    settings = read("site/report.json")
    ids = {source for source, part in later if part is None}
    ids |= {claim for claim, entry in read("site/claims.json")["claims"].items() if entry.get("from") == LATER}
    ids |= {page for page, bounds in settings["page_editions"].items() if bounds.get("from") == LATER}
    for path in (REPOSITORY / "site/figures").glob("*.json"):
        ids |= {figure for figure, entry in json.loads(path.read_text(encoding="utf-8")).get("figures", {}).items() if entry.get("from") == LATER}

    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        public = pathlib.Path(folder) / "public"
        process = subprocess.run([program, "build", REPOSITORY, "--edition", EDITION, "--strict", "--output", public],
                                 capture_output=True, text=True, timeout=120)
        assert process.returncode == 0, process.stderr
        leaks = []
        files = [path for path in sorted(public.rglob("*")) if path.suffix in (".html", ".csv", ".svg", ".xml", ".json", ".txt")]
        assert len(files) > 300
        for path in files:
            text = html.unescape(path.read_text(encoding="utf-8"))
            plain = re.sub(r"<[^>]*>", "", text)
            name = path.relative_to(public).as_posix()
            leaks += [f"{name}: {one}" for one in ids if re.search(rf"(?<![a-z0-9-]){re.escape(one)}(?![a-z0-9-])", text)]
            leaks += [f"{name}: {one}" for one in forbidden if one in plain]
        assert not leaks, "\n".join(leaks[:40])

        with open(public / "data/all-observations.csv", encoding="utf-8-sig", newline="") as file:
            sources = {row["source"] for row in csv.DictReader(file)}
        assert sources and not sources & {source for source, part in later if part is None}, sources
        for language, words in (("", "nieuwere editie"), ("de/", "neuere Ausgabe"), ("en/", "newer edition")):
            page = (public / f"{language}index.html").read_text(encoding="utf-8")
            assert words in page and LATER in page and EDITION in page, f"{language}index.html does not tell its edition"
    print(f"{len(files)} files hold none of {len(forbidden)} texts and {len(ids)} ids")


if __name__ == "__main__":
    main()
