#!/usr/bin/env python3
"""docs/report.md names every key of site/report.json that the schema has, and no other; the reader asks for each.

usage: report_keys.py REPOSITORY
(That reader and schema give the same verdicts is tested by tests/sites/schema.)
"""
import json
import pathlib
import re
import sys


def main():
    repository = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    schema = json.loads((repository / "datasets/schema/report.schema.json").read_text(encoding="utf-8"))
    page = (repository / "docs/report.md").read_text(encoding="utf-8")
    problems = []

    keys = set(schema["properties"]) - {"$schema"}
    table = page.split("## Every key", 1)[1].split("\n## ", 1)[0]
    rows = {match[1]: match[2] for match in re.finditer(r"^\| `([a-z_]+)` \| (.*) \|$", table, re.M)}
    problems += [f"docs/report.md does not tell of '{key}'" for key in sorted(keys - set(rows))]
    problems += [f"docs/report.md tells of '{key}', which the schema has not" for key in sorted(set(rows) - keys)]
    required = {key for key, row in rows.items() if row.endswith("| required")}
    problems += [f"'{key}' is required by the schema or by docs/report.md alone" for key in sorted(required ^ set(schema["required"]))]

    def inner_keys(part):
        """Keys of an object, and of the objects in it."""
        if "$ref" in part and part["$ref"].startswith("#/definitions/"):
            part = schema["definitions"][part["$ref"].rsplit("/", 1)[1]]
        found = set(part.get("properties", {}))
        for below in [*part.get("properties", {}).values(), *part.get("allOf", []), part.get("items"), part.get("additionalProperties")]:
            if isinstance(below, dict):
                found |= inner_keys(below)
        return found

    words = set(re.findall(r"`([a-z_]+)`", page)) | set(re.findall(r'"([a-z_]+)":', page))
    data = (repository / "docs/data.md").read_text(encoding="utf-8")
    words |= set(re.findall(r"`([a-z_]+)`", data)) | set(re.findall(r'"([a-z_]+)":', data))
    for key in sorted(keys):
        problems += [f"no page tells of '{inner}' in '{key}'" for inner in sorted(inner_keys(schema["properties"][key]) - words)]

    laws = schema["properties"]["law"]["enum"]
    told = re.findall(r"^\| `([a-z-]+)` \| (?!acc)", page.split("## The law's pages", 1)[1], re.M)
    if told != laws:
        problems.append(f"docs/report.md has the laws {told}, the schema {laws}")

    print("\n".join(problems) or f"{len(keys)} keys are told")
    sys.exit(1 if problems else 0)


main()
