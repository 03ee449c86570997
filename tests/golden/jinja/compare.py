#!/usr/bin/env python3
"""The same templates through Jinja and through ours: outputs are equal, and what is an error there is one here.

    compare.py RENDER_TEMPLATES [--random N] [--seed S]

Case files (cases/*.txt): the first line is the context as JSON. Each further line is a template; one of several lines
stands between `<<<` and `>>>`, and in it `### name.html` begins another file. `@ id` before a case tags a deliberate
difference: it must then differ, and docs/templates.md must list the id.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

try:
    import jinja2  # noqa: F401
except ImportError:
    print("python3-jinja2 is not installed: nothing to compare with")
    sys.exit(77)

import generate
import oracle

HERE = pathlib.Path(__file__).parent
DOCUMENTATION = HERE.parents[2] / "docs" / "templates.md"
FEWEST_CASES = 30


def read_cases(path):
    lines = path.read_text().split("\n")
    context = json.loads(lines[0], parse_float=oracle.Exact)
    cases = []
    tag = None
    at = 1
    while at < len(lines):
        number = at + 1
        line = lines[at]
        at += 1
        if not line:
            continue
        if line.startswith("@ "):
            tag = line[2:]
            continue
        files = {"main.html": line}
        if line == "<<<":
            name, files = "main.html", {"main.html": []}
            while lines[at] != ">>>":
                header = re.fullmatch(r"### (\S+)", lines[at])
                if header:
                    name = header[1]
                    files[name] = []
                else:
                    files[name].append(lines[at])
                at += 1
            at += 1
            files = {name: "\n".join(body) for name, body in files.items()}
        cases.append({"where": f"{path.name}:{number}", "tag": tag, "files": files, "context": context})
        tag = None
    return cases


def render_with_ours(program, cases):
    def as_json(value):
        if isinstance(value, oracle.Exact):
            raise TypeError
        return value

    def number(value):
        if isinstance(value, dict):
            return "{" + ", ".join(f"{json.dumps(key)}: {number(item)}" for key, item in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(number, value)) + "]"
        return str(value) if isinstance(value, oracle.Exact) else json.dumps(value)

    requests = "".join(
        f'{{"page": "main.html", "templates": {json.dumps(case["files"])}, "context": {number(case["context"])}}}\n' for case in cases
    )
    answered = subprocess.run([program], input=requests, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in answered.stdout.splitlines()]
    if answered.returncode != 0 or len(answers) != len(cases):
        sys.exit(f"{program} gave up after {len(answers)} of {len(cases)} cases: {answered.stderr}")
    return answers


def complaint(case, answer):
    """What is wrong with a case; None if nothing is."""
    try:
        theirs = oracle.render("main.html", case["files"], case["context"])
    except oracle.TooLarge:
        return None
    ours = answer.get("output")
    same = ours == theirs if ours is None or theirs is None else oracle.normalized(ours) == oracle.normalized(theirs)
    if case["tag"] is not None:
        return "is tagged as different and is the same" if same else None
    if same:
        return None
    shown = "\n".join(f"    {name}: {text!r}" for name, text in case["files"].items())
    return f"differs\n{shown}\n    jinja: {theirs!r}\n    ours:  {answer.get('error') if ours is None else ours!r}"


def check_tags(cases):
    documented = DOCUMENTATION.read_text()
    return [f"docs/templates.md does not list the difference `{tag}`" for tag in sorted({case["tag"] for case in cases if case["tag"]}) if f"`{tag}`" not in documented]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--random", type=int, default=4000, help="how many templates to make up")
    parser.add_argument("--seed", type=int, default=20261121)
    options = parser.parse_args()

    problems = []
    written = []
    for path in sorted((HERE / "cases").glob("*.txt")):
        cases = read_cases(path)
        if len(cases) < FEWEST_CASES:
            problems.append(f"{path.name} has {len(cases)} cases, it should have {FEWEST_CASES}")
        written += cases
    problems += check_tags(written)
    made_up = list(generate.cases(options.seed, options.random))
    cases = written + made_up
    both_fail = 0
    for case, answer in zip(cases, render_with_ours(options.program, cases)):
        problem = complaint(case, answer)
        if problem:
            problems.append(f"{case['where']}: {problem}")
        both_fail += "error" in answer
    for problem in problems[:40]:
        print(problem)
    print(f"{len(written)} written cases, {len(made_up)} made up; {both_fail} are errors; {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
