#!/usr/bin/env python3
"""Looks up every locator of the datasets in the text extracts of the sources: the anchor must stand there as written, and
so must the label.

usage: anchors.py REPOSITORY

The extracts do not belong to the repository. They are looked for in the folder that the environment variable
REGIOSCOPE_SOURCES names, else in ../shared/sources; where there are none the test says so and is skipped.
"""
import json
import os
import pathlib
import re
import sys

SKIPPED = 77
KINDS = ("table", "section", "note", "figure", "slide")
FOLDERS = ("datasets", "site")


def folded(text):
    """White space as one space: where the extract breaks lines says nothing."""
    return re.sub(r"\s+", " ", text)


def words(text):
    """Only words, in lower case: headings are printed in capitals and with marks that no font has."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def locators(value, source, path):
    """Every locator below `value`, with the source that stands nearest around it."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from locators(item, source, f"{path}/{index}")
    elif isinstance(value, dict):
        source = value["source"] if isinstance(value.get("source"), str) else source
        for key, item in value.items():
            if key == "locator" and isinstance(item, dict):
                yield source, item, f"{path}/{key}"
            else:
                yield from locators(item, source, f"{path}/{key}")


class Extract:
    """The text of a source. Page layout is lost in it: headings may come behind what they stand over."""

    def __init__(self, path):
        self.text = folded(path.read_text("utf-8"))
        self.words = f" {words(self.text)} "

    def complaint(self, locator):
        """What is wrong with a locator; nothing when it leads to its place."""
        kind = next(kind for kind in KINDS if kind in locator)
        label, anchor = locator[kind], folded(locator["anchor"])
        at = self.text.rfind(anchor)
        if at < 0:
            return f"the source has no words '{anchor}'"
        if kind == "note":
            # A note begins with its number and a capital or a digit.
            number = re.search(r"\d+", label).group()
            found = re.search(rf"(^| ){number} (?=[A-Z0-9])", self.text[:at + len(anchor)])
        elif kind == "figure":
            found = True  # most figures have no caption: the label describes where they stand
        else:
            found = f" {words(label)} " in self.words
        return None if found else f"the source has no {kind} '{label}'"


def main(repository):
    folder = pathlib.Path(os.environ.get("REGIOSCOPE_SOURCES") or repository / ".." / "shared" / "sources")
    sources = json.loads((repository / "datasets" / "sources.json").read_text("utf-8"))["sources"]
    extracts = {name: folder / source["extract"] for name, source in sources.items() if "extract" in source}
    absent = [path.name for path in extracts.values() if not path.is_file()]
    if absent:
        print(f"skipped: the sources are not here ({', '.join(absent)}); name their folder in REGIOSCOPE_SOURCES")
        return SKIPPED
    texts = {name: Extract(path) for name, path in extracts.items()}
    count, complaints = 0, []
    for top in FOLDERS:
        for path in sorted((repository / top).rglob("*.json")):
            name = path.relative_to(repository)
            if "schema" in name.parts:
                continue
            for source, locator, place in locators(json.loads(path.read_text("utf-8")), None, ""):
                count += 1
                if source in texts and (wrong := texts[source].complaint(locator)):
                    complaints.append(f"{name}{place}: {source}: {wrong}")
    print("\n".join(complaints) or f"{count} locators lead to their places in {len(texts)} sources")
    if count == 0:
        complaints.append("no locator was found at all")
    return 1 if complaints else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
