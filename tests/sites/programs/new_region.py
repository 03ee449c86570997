"""A region that comes with a few figures and no story gets a page that can be read, in every language, from data alone."""
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
program = pathlib.Path(sys.argv[1]).resolve()
LANGUAGES = {"nl": "", "de": "de/", "en": "en/"}
FIGURES = {"unemployment-rate": 3.1, "labour-productivity": 91000, "innovation-expenditure-share": 0.9,
           "labour-force-higher-education-share": 20, "population-growth-10y": 12.5}


def add_region(project):
    path = project / "datasets/regions.json"
    regions = json.loads(path.read_text(encoding="utf-8"))
    names = {language: {"name": "Zeeland", "in": f"in Zeeland", "of": of + " Zeeland", "the": "Zeeland"}
             for language, of in (("nl", "van"), ("de", "von"), ("en", "of"))}
    regions["regions"]["zeeland"] = {"kind": "study", "country": "nl", "names": names, "nuts": "NL342",
                                     "position": {"latitude": 51.45, "longitude": 3.85}}
    for name in ("all-regions", "dutch-regions"):
        regions["sets"][name]["regions"].append("zeeland")
    path.write_text(json.dumps(regions), encoding="utf-8")
    table = {
        "source": "nef-regions-2016", "locator": {"table": "Tabel 2", "anchor": "Kenmerken van de onderzochte regio"},
        "title": {"nl": "Kerncijfers van Zeeland", "de": "Kennzahlen von Zeeland", "en": "Key figures of Zeeland"},
        "attributes": {"period": "2015"},
        "columns": {"zeeland": {"region": "zeeland"}},
        "rows": [{"indicator": indicator, "cells": {"zeeland": value}} for indicator, value in FIGURES.items()],
    }
    (project / "datasets/tables/nef-regions-2016/zeeland.json").write_text(json.dumps(table), encoding="utf-8")


def text_of(page):
    main = re.search(r'<main id="content">(.*?)</main>', page, re.S)[1]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main)))


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = pathlib.Path(folder) / "project"
        for part in ("datasets", "site", "templates"):
            shutil.copytree(REPOSITORY / part, project / part)
        add_region(project)
        # What the text claims of six regions may be untrue of seven: only the pages are looked at.
        (project / "site/claims.json").write_text('{"claims": {}}')
        for path in (project / "datasets").rglob("*.json"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\[([^\[\]\n]*)\]\(claim:[^)]*\)", r"\1", text), encoding="utf-8")
        (project / "datasets/checks.json").write_text('{"checks": {}}')
        (project / "datasets/accepted.json").write_text('{"accepted": []}')
        shutil.rmtree(project / "site/narrative")
        shutil.rmtree(project / "site/figures")
        settings = json.loads((project / "site/report.json").read_text(encoding="utf-8"))
        settings["chapters"], settings["page_editions"] = [], {}
        (project / "site/report.json").write_text(json.dumps(settings), encoding="utf-8")
        public = pathlib.Path(folder) / "public"
        process = subprocess.run([program, "build", project, "--output", public], capture_output=True, text=True, timeout=120)
        assert process.returncode == 0, process.stderr

        seen = set()
        for language, prefix in LANGUAGES.items():
            page = (public / f"{prefix}regions/zeeland.html").read_text(encoding="utf-8")
            assert "<h1>Zeeland</h1>" in page
            part = re.search(r'id="standing-out">(.*?)<h2', page, re.S)
            assert part, f"{language}: nothing stands out"
            sentences = [html.unescape(re.sub(r"<[^>]*>", "", one)).strip() for one in re.findall(r"<li>(.*?)</li>", part[1], re.S)]
            assert len(sentences) >= 3, sentences
            assert all(re.search(r"\d", one) and one.endswith(".") and "{" not in one and "portrait." not in one for one in sentences), sentences
            # Sentences that follow each other are not made alike.
            shapes = [re.sub(r"[^a-zäöüß ]", "", one.split(":", 1)[1].lower()) for one in sentences]
            assert all(a != b for a, b in zip(shapes, shapes[1:])), sentences
            assert not seen & set(sentences), "two languages say the same words"
            seen |= set(sentences)
            assert "3,1" in text_of(page) or "3.1" in text_of(page)
            for sentence in sentences:
                print(f"{language}  {sentence}")
        assert (public / "compare/twente-zeeland.html").is_file()


if __name__ == "__main__":
    main()
