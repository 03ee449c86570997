#!/usr/bin/env python3
"""Hostile values change no structure: a proof of contextual escaping by a parser that is not ours.

    structure.py RENDER_TEMPLATES [--count N] [--seed S]

Templates are put together at random from markup and outputs, cut and mixed; those that our loader accepts are rendered
with harmless and with hostile values, and html5lib must read the same elements, attributes and comments in both. No link
may lead to a script, and data blocks must stay JSON.
"""
import argparse
import json
import random
import subprocess
import sys

try:
    import html5lib
except ImportError:
    print("python3-html5lib is not installed: nothing to parse with")
    sys.exit(77)

HARMLESS = "zzz"
HOSTILE = [
    "<script>alert(1)</script>", "</title><script>x", "</textarea><p onclick=x>", "</script><script>x", "--><b>", "-", "--", ">",
    "\" onload=\"x", "' onload='x", "`", " onload=x ", "javascript:alert(1)", " JaVaScript:alert(1)", "java\tscript:x", "&#106;avascript:x",
    "javascript&colon;x", "data:text/html,<script>", "//evil.example", "\\\\evil.example", "]]>", "<!--", "<![CDATA[", "&lt;script&gt;", "&amp;",
    "\u2028\u2029", "\x00<b>", "\ufeff<b>", "{{ x }}", "{% if %}", "é\"'<>&", "a=b", "</p><p id=q>", "/", "\\", "\"\\", "%22%3e", "<", "</", "&", "",
]
PIECES = [
    "<p>", "</p>", "<b>", "</b>", "text ", "<br>", "<ul><li>", "</li></ul>", "<p class=\"a\">", "<title>", "</title>", "<textarea>", "</textarea>",
    "<!-- ", " -->", "<a href=\"", "<a href='", "\">", "'>", "<img alt=\"", "\" src=\"", "<p title='", "' class='", "?q=", "#", "&amp;", "/",
    "<script type=\"application/json\">", "</script>", "[", "]", ", ", "{\"a\": ", "}", "<script src=\"", "\"></script>", "<p ", " hidden", ">", "<svg><text x=\"",
    "</text></svg>", "<svg><title>", "</title></svg>", "<!DOCTYPE html>", "<td data-x=\"", "<form action=\"", "<q cite=\"", "<h1", "<use href=\"#",
    "{{ x }}", "{{ x }}", "{{ x }}", "{{ x }}", "{{ y }}", "{{ x ~ y }}", "{{ x|upper }}", "{{ [x, y]|join('<') }}", "{{ x|tojson }}", "{{ {x: y}|tojson }}",
    "{{ m(x) }}", "{{ attrs(x) }}", "{% if on %}", "{% else %}", "{% endif %}", "{% for i in [x, y] %}", "{{ i }}", "{% endfor %}", "{% set c %}", "{% endset %}",
    "{{ c }}", "{{ w(c) }}", "{% block b %}", "{% endblock %}", "{{ x|striptags }}", "{{ x|urlencode }}",
]
WHOLE = [
    "<p>{{ x }}</p>", "<p title=\"{{ x }}\">{{ y }}</p>", "<p title='{{ x }}'></p>", "<title>{{ x }}</title>", "<textarea>{{ x }}{{ y }}</textarea>", "<!-- {{ x }} -->",
    "<a href=\"{{ x }}\">{{ x }}</a>", "<a href=\"{{ x }}{{ y }}\"></a>", "<a href='a/{{ x }}?q={{ y }}#{{ x }}'></a>", "<img src=\"{{ x }}/b.png\" alt=\"{{ y }}\">",
    "<script type=\"application/json\">{\"a\": {{ x }}, \"b\": [{{ y }}]}</script>", "<div data-a=\"{{ {'a': x}|tojson }}\"></div>", "<p {{ attrs(x) }}>{{ m(y) }}</p>",
    "<p title=\"{{ m(x) }}\"></p>", "{% set d %}<i title=\"{{ x }}\">{{ y }}</i>{% endset %}{{ w(d) }}", "{% set c %}<i>{{ x }}</i>{% endset %}{{ c }}{{ c ~ y }}",
    "<p title=\"{% set d %}{{ x }}{% endset %}{{ d }}\"></p>", "{% for i in [x, y] %}<a href=\"{{ i }}\">{{ loop.index }}{{ i }}</a>{% endfor %}", "<svg><text x=\"{{ x }}\">{{ y }}</text></svg>",
    "<p class=\"{% if on %}{{ x }}{% else %}{{ y }}{% endif %}\"></p>",
]
START = "<!DOCTYPE html><html><head></head><body><p>start</p>"
MACROS = (
    "{% macro m(v) %}{{ v }}-{{ v|lower }}{% endmacro %}{% macro attrs(v) %}class=\"{{ v }}\" data-b='{{ v }}'{% endmacro %}"
    "{% macro w(v) %}<em>{{ v }}</em>{% endmacro %}"
)


def template(rng):
    if rng.random() < 0.4:
        return "".join(rng.choice(WHOLE) for _ in range(rng.randint(1, 4)))
    text = "".join(rng.choice(WHOLE if rng.random() < 0.2 else PIECES) for _ in range(rng.randint(2, 9)))
    if rng.random() < 0.3:
        cut = rng.randint(0, len(text))
        text = text[:cut] + rng.choice(["{{ x }}", "{{ y }}"]) + text[cut:]
    return text


def structure(markup):
    """Elements with their attributes' names, comments, and what must hold for links and data."""
    found = []
    walker = html5lib.getTreeWalker("etree")
    data = None
    for token in walker(html5lib.parse(markup)):
        kind = token["type"]
        if kind in ("StartTag", "EmptyTag"):
            names = sorted(name for _, name in token["data"])
            found.append((token["name"], names))
            values = {name: value for (_, name), value in token["data"].items()}
            for name in ("href", "src", "action", "cite"):
                scheme = values.get(name, "").strip().lower().replace("\t", "").replace("\n", "").split(":")[0]
                assert scheme not in ("javascript", "vbscript", "data"), f"a link leads to {values[name]!r}"
            data = [] if token["name"] == "script" and "json" in values.get("type", "") else data
        elif kind == "EndTag":
            found.append("/" + token["name"])
            data = None if token["name"] == "script" else data
        elif kind == "Comment":
            found.append("comment")
        elif kind in ("Characters", "SpaceCharacters") and data is not None:
            data.append(token["data"])
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=20261121)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    templates = [template(rng) for _ in range(options.count)]
    pairs = [(HARMLESS, HARMLESS + "y")] + [(value, rng.choice(HOSTILE)) for value in rng.sample(HOSTILE, 6)]
    requests = [
        {"page": "main.html", "templates": {"main.html": MACROS + START + text}, "context": {"x": x, "y": y, "on": True}} for text in templates for x, y in pairs
    ]
    answered = subprocess.run([options.program], input="".join(json.dumps(r) + "\n" for r in requests), capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in answered.stdout.splitlines()]
    if len(answers) != len(requests):
        sys.exit(f"the program gave up: {answered.stderr}")
    compared = problems = 0
    for i, text in enumerate(templates):
        group = answers[i * len(pairs) : (i + 1) * len(pairs)]
        if "output" not in group[0]:
            continue
        expected = structure(group[0]["output"])
        for (x, y), answer in zip(pairs[1:], group[1:]):
            if "output" not in answer:
                continue
            compared += 1
            try:
                same = structure(answer["output"]) == expected
                why = "the structure changes"
            except AssertionError as failure:
                same, why = False, str(failure)
            if not same:
                problems += 1
                if problems <= 20:
                    print(f"{why}: x = {x!r}, y = {y!r}\n    template: {text}\n    output:   {answer['output']}")
    print(f"{len(templates)} templates, {compared} outputs compared, {problems} problems")
    return 1 if problems or compared < options.count // 2 else 0


if __name__ == "__main__":
    sys.exit(main())
