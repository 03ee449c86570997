"""Inputs that are small to write and endless to work through: each ends within the bound, with a finding that has a place.

usage: bombs.py PROGRAM [--seconds N] [--megabytes N] [NAME…]     (all; 10 s of processor time, 1024 MB)

A bomb is a function that changes the small project of tests/sites/base.txt. It says which finding must be told; none for one that is
honest work and must come to its end."""
import argparse
import json
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "sites")]
import measured
import run

BOMBS = {}


def bomb(kind, code):
    """Registers a bomb; `code` is the finding that tells of it."""
    def register(make):
        BOMBS[make.__name__] = (kind, code, make)
        return make
    return register


# ---- Where bombs are put ----

def edit(project, path, change):
    file = project / path
    value = json.loads(file.read_text(encoding="utf-8"))
    change(value)
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def claim(project, condition):
    edit(project, "site/claims.json", lambda claims: claims["claims"].update({"bomb": {"condition": condition}}))


def template(project, body):
    """The page for addresses that are none says it."""
    file = project / "templates/pages/404.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{% extends "layouts/page.html" %}\n{% block main %}' + body + "{% endblock %}\n", encoding="utf-8")


def text(project, words):
    for language, title in (("nl", "Werk"), ("en", "Work")):
        (project / f"site/narrative/{language}/work.md").write_text(f"# {title}\n\n[{title}](claim:bremen-highest).\n\n{words}\n", encoding="utf-8")


def claims_of(conditions):
    """Registers one bomb for each condition of a claim."""
    for name, condition in conditions.items():
        BOMBS[name] = ("expressions", "too-much-work", lambda project, condition=condition: claim(project, condition))


def templates_of(bodies):
    for name, body in bodies.items():
        BOMBS[name] = ("templates", "too-much-work", lambda project, body=body: template(project, body))


def texts_of(texts):
    for name, (code, words) in texts.items():
        BOMBS[name] = ("texts", code, lambda project, words=words: text(project, words()))


# ---- Expressions: what they cost follows what they touch ----

LONG = '("a" * 16000000)'
ITEMS = "([0] * 1000000)"

claims_of({
    "first_letter_of_long_texts": " + ".join(f'({LONG}[0] == "a")|int' for _ in range(50)) + " == 50",
    "slices_of_long_texts": " or ".join(f"{LONG}[1:] == {LONG}[:1]" for _ in range(50)),
    "long_text_in_long_text": " or ".join('("a" * 8000000 ~ "b") in ("a" * 15999999)' for _ in range(50)),
    "trimmed_long_texts": " or ".join(f'{LONG}|trim("b") == ""' for _ in range(50)),
    "long_texts_in_capitals": " or ".join(f'{LONG}|upper == ""' for _ in range(50)),
    "lengths_of_long_texts": " + ".join(f"{LONG}|length" for _ in range(90)) + " == 1",
    "replaced_by_long_texts": f'range(100000)|map("string")|map("replace", "1", {LONG})|map("length")|sum == 0',
    "joined_by_long_texts": f'range(100000)|map("string")|map("join", {LONG})|list == []',
    "sum_of_lists": f"({ITEMS}|batch(1)|list)|sum(start=[]) == []",
    "unique_of_lists": f"({ITEMS}|batch(2)|list)|unique|list == []",
    "unique_numbers": "range(100000)|unique|list|length == 1",
    "lists_in_lists": 'range(100000)|batch(100)|select("in", range(100000)|batch(100))|list == []',
    "batches_filled_up": 'range(100000)|map("string")|map("batch", 1000000, "x")|list == []',
    "many_columns": 'range(100000)|map("string")|map("slice", 10000)|list == []',
    "indented_lines": 'range(1000)|map("string")|map("replace", "1", "\\n" * 4000000)|map("indent", 1)|map("wordcount")|sum == 1',
    "keys_of_long_maps": 'range(1000)|map("string")|map("replace", "1", "x" * 8000000)|map("urlencode")|map("length")|sum == 1',
    "letters_of_long_text": f"{LONG}|list|length == 1",
})


@bomb("expressions", "wrong-arguments")
def items_as_arguments(project):
    claim(project, " or ".join(f"dict(*{ITEMS}) == 1" for _ in range(50)))


@bomb("expressions", "budget-spent")
def condition_of_a_check(project):
    (project / "datasets/checks.json").write_text(json.dumps({"checks": {f"c{i}": {
        "condition": f'("a" * {15_000_000 + i})|upper|lower == "b"', "message": {"nl": "x", "en": "x"}} for i in range(2000)}}))


@bomb("expressions", "budget-spent")
def two_thousand_claims(project):
    edit(project, "site/claims.json", lambda claims: claims["claims"].update(
        {f"c{i}": {"condition": 'range(100000)|map("string")|map("upper")|list|length == 1'} for i in range(2000)}))


# ---- Templates ----

def nested(levels, inner, name="n"):
    """Lists nested in themselves: each holds the one before it ten times, and the last one is called LAST."""
    return f"{{% set {name}0 = [1] %}}" + "".join(
        f"{{% set {name}{i} = [{name}{i - 1}] * 10 %}}" for i in range(1, levels + 1)) + inner.replace("LAST", f"{name}{levels}")


def loops(depth, inner, over="range(10)"):
    return "".join(f"{{% for a{i} in {over} %}}" for i in range(depth)) + inner + "{% endfor %}" * depth


templates_of({
    "empty_loops": loops(12, ""),
    "empty_loops_over_long_lists": loops(4, "", "range(100000)"),
    "loops_of_nothing_else": loops(30, "{% if false %}{% endif %}", "[1, 2]"),
    "filtered_loops": "{% for a in range(100000) %}{% for b in range(100000) if b < 0 %}{% endfor %}{% endfor %}",
    "filtered_by_long_texts": "{% set t = 'a' * 16000000 %}{% for a in range(100000) if t|upper == '' %}{% endfor %}",
    "printed_nested_lists": nested(18, "{{ LAST }}"),
    "compared_nested_lists": nested(18, nested(18, "{{ n18 == LAST }}", "m")),
    "ordered_nested_lists": nested(18, nested(18, "{{ n18 < LAST }}", "m")),
    "sorted_nested_lists": nested(18, "{% set m = [LAST, LAST, LAST] %}{{ m|sort|length }}"),
    "unique_nested_lists": nested(18, "{% set m = [LAST, LAST, LAST] %}{{ m|unique|length }}"),
    "json_of_nested_lists": nested(18, "<script type=\"application/json\">{{ LAST }}</script>"),
    "tojson_of_nested_lists": nested(18, '<p data-list="{{ LAST|tojson }}"></p>'),
    "joined_nested_lists": nested(18, "{{ LAST|join(', ') }}"),
    "nested_lists_as_text": nested(18, "{{ LAST|string|length }}"),
    "urlencoded_nested_lists": nested(18, "<a href=\"?q={{ LAST }}\">x</a>"),
    "changed_nested_lists": nested(18, "{% for a in range(10) %}{{ loop.changed(LAST) }}{% endfor %}"),
    "nested_lists_in_list": nested(18, "{{ LAST in [LAST, LAST] }}"),
    "long_text_again_and_again": "{% set t = 'a' * 16000000 %}" + "{{ t }}" * 500,
    "captured_long_texts": "{% set t = 'a' * 16000000 %}{% for a in range(1000) %}{% set b %}{{ t }}{% endset %}{% endfor %}",
    "batches": "{% for a in range(10000) %}{% for b in range(100000)|batch(1) %}{% endfor %}{% endfor %}",
    "batches_filled": "{% set rows = range(1000)|batch(1) %}{% for a in rows %}{% set b = a|batch(1000000, 'x')|list %}{{ b|length }}{% endfor %}",
    "kept_batches": "{% set rows = range(100000)|batch(1)|map('batch', 1000000, 0)|list %}{{ rows|length }}",
    "lists_in_lists_by_statements": "{% set a = [1] %}" + "{% set a = [a] %}" * 200_000 + "{{ a }}",
    "very_many_names": "".join(f"{{% set a{i} = 1 %}}" for i in range(100_000)) + "{{ a1 }}",
    "kept_slices": "{% set rows = range(100000)|map('string')|map('slice', 10000)|list %}{{ rows|length }}",
    "filters_in_loops": "{% set t = 'a b ' * 4000000 %}{% for a in range(100000) %}{% if t|title|wordcount == 1 %}{% endif %}{% endfor %}",
    "cut_texts_in_loops": "{% set t = 'é' * 8000000 %}{% for a in range(100000) %}{% if t|truncate(1000000)|length == 1 %}{% endif %}{% endfor %}",
    "items_of_texts_in_loops": "{% set t = 'a' * 16000000 %}{% for a in range(1000) %}{% for b in t %}{% endfor %}{% endfor %}",
    "letters_of_texts_in_loops": "{% set t = 'a' * 16000000 %}{% for a in range(100000) %}{% if t[-1] == 'b' %}{% endif %}{% endfor %}",
    "endless_macro": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
    "endless_macro_in_expressions": "{% macro m(x) %}{% if m(x) ~ [m(x)]|first %}{% endif %}{% endmacro %}{{ m(1) }}",
    "macro_that_doubles": "{% macro m(n) %}{% if n > 0 %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(200) }}",
    "blocks_that_call_themselves": "{{ self.main() }}",
})


@bomb("templates", "too-much-work")
def many_steps_on_every_page(project):
    file = project / "templates/partials/bomb.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(run.REPOSITORY / "templates", project / "templates", dirs_exist_ok=True)
    layout = project / "templates/layouts/page.html"
    layout.write_text(layout.read_text().replace("</body>", loops(7, "") + "</body>"))


# ---- Texts ----

def footnotes(count):
    return "".join(f"[^{i}] " for i in range(count)) + "\n\n" + "\n\n".join(f"[^{i}]: x" for i in range(count))


def repeated(piece, size=900_000):
    return piece * (size // len(piece.encode()))


# Those without a code are honest, if odd: they come to their end.
texts_of({
    "unrolled_loops": ("too-much-work", lambda: "".join("{{ for a%d in [1, 2] }}\n\n" % i for i in range(30)) + "x\n\n" + "{{ end }}\n\n" * 30),
    "unrolled_long_lists": ("too-much-work", lambda: "".join("{{ for a%d in [%s] }}\n\n" % (i, "1, " * 900) for i in range(3)) + "x\n\n" + "{{ end }}\n\n" * 3),
    "unrolled_empty_loops": ("too-much-work", lambda: "".join("{{ for a%d in [1, 2] }}\n\n" % i for i in range(40)) + "{{ end }}\n\n" * 40),
    "unrolled_long_text": ("too-much-work", lambda: "{{ for a in [%s] }}\n\n{{ \"a\" * 10000000 }}\n\n{{ end }}" % ("1, " * 200)),
    "long_text_in_line": ("too-much-work", lambda: "{{ \"a\" * 10000000 }} " * 200),
    "unrolled_conditions": ("too-much-work", lambda: "".join("{{ for a%d in [1, 2] }}\n\n" % i for i in range(30)) + "{{ if false }}\n\nx\n\n{{ end }}\n\n" + "{{ end }}\n\n" * 30),
    "references_that_expand": ("too-much-work", lambda: "[a]: /" + "x" * 60_000 + "\n\n" + "[a] " * 20_000),
    "references_that_expand_by_title": ("too-much-work", lambda: "[a]: /x '" + "y" * 60_000 + "'\n\n" + "[a]\n\n" * 15_000),
    "references_that_expand_by_lines": ("too-much-work", lambda: "[a]: /x\n'" + "[b]: y\n" * 10_000 + "'\n\n" + "[a] " * 20_000),
    "some_references": (None, lambda: "\n".join(f"[a{i}]: https://example.org/{i}" for i in range(300)) + "\n\n" + " ".join(f"[a{i}]" for i in range(300))),
    "many_definitions_of_one": ("too-much-work", lambda: "[a]: /x\n" * 45_000 + "\n[a]"),
    "definition_without_end": (None, lambda: "[a]: /x '" + "y\n" * 45_000),
    "list_signs_with_blank_lines": ("too-deep", lambda: "- " * 20_000 + "\n\n\n\nx\n\n" + "- " * 20_000 + "x\n\n"),
    "list_signs": ("too-deep", lambda: "- " * 100_000 + "x"),
    "quotation_signs": ("too-deep", lambda: ("> " * 20_000 + "x\n\n") * 5),
    "numbered_list_signs": ("too-deep", lambda: "1. " * 20_000 + "x\n\n\nx"),
    "deep_list_with_many_lines": ("too-deep", lambda: "- " * 5_000 + "x\n" + "\n" * 40_000 + "x"),
    "deep_list_by_indentation": ("too-deep", lambda: "".join("  " * i + "- x\n\n" for i in range(900))),
    "deep_quotations_with_lazy_lines": ("too-deep", lambda: ">" * 5_000 + "x\n" + "x\n" * 40_000),
    "sixty_quotations": (None, lambda: (">" * 50 + " x\n") * 15_000),
    "tables_that_begin_anew": ("too-much-work", lambda: ("|" + "x|" * 100 + "\n|" + "-|" * 100 + "\n") * 900),
    "tables_that_begin_anew_in_one_paragraph": ("too-much-work", lambda: "a | b\n" * 20_000 + "- | -\n" * 20_000),
    "tables_that_begin_anew_behind_blank_lines": (None, lambda: "|a|\n|-|\n\n" * 16_000),
    "headers_that_are_none": ("too-much-work", lambda: "|a|b|\n|-|\n" * 20_000),
    "wide_table": ("too-much-work", lambda: "|" + "x|" * 2_000 + "\n|" + "-|" * 2_000 + "\n" + "|x|\n" * 20_000),
    "many_footnotes": ("too-much-work", lambda: footnotes(40_000)),
    "some_footnotes": (None, lambda: footnotes(900)),
    "one_footnote_many_marks": (None, lambda: "x[^a] " * 50_000 + "\n\n[^a]: y"),
    "unused_footnotes": ("too-much-work", lambda: "\n\n".join(f"[^u{i}]: x" for i in range(20_000))),
    "footnotes_that_call_each_other": (None, lambda: "".join(f"[^{i}] " for i in range(900)) + "\n\n" + "\n\n".join(f"[^{i}]: [^{i}]" for i in range(900))),
    "half_a_million_lines": ("too-much-work", lambda: "x\n" * 450_000),
    "a_million_blank_lines": ("too-much-work", lambda: "\n" * 900_000 + "x"),
    "fifty_thousand_lines": (None, lambda: "x\n" * 49_000),
    "too_long": ("invalid-text", lambda: "x" * 4_000_000),
    "stars": (None, lambda: repeated("*a **b ")),
    "underscores": (None, lambda: repeated("_a __b ")),
    "tildes": (None, lambda: repeated("~~a ~")),
    "backticks": (None, lambda: "".join("`" * i + "x" for i in range(1, 1_300))),
    "open_links": ("too-much-work", lambda: repeated("[a](")),
    "open_pictures": ("too-deep", lambda: repeated("![")),
    "open_angles": (None, lambda: repeated("<a ")),
    "open_comments": (None, lambda: repeated("<!-- x ")),
    "open_instructions": (None, lambda: repeated("<? x ", 300_000) + repeated("<!A x ", 300_000) + repeated("<![CDATA[ ", 300_000)),
    "open_expressions": (None, lambda: repeated("{{ x ")),
    "many_values": (None, lambda: repeated("{{ value(\"unemployment-rate\", \"twente\") }} ")),
    "bare_addresses": (None, lambda: repeated("http://example.org/a ")),
    "bare_address_of_parentheses": (None, lambda: "http://example.org/" + "(" * 400_000 + ")" * 400_000 + "."),
    "colons": (None, lambda: repeated(":")),
    "entities": (None, lambda: repeated("&amp;")),
    "emphasis_inside_emphasis": ("too-deep", lambda: "*a _" * 50_000 + "b_ c*" * 50_000),
    "many_headings": (None, lambda: "## Werk\n\n" * 20_000),
    "headings_of_one_name": (None, lambda: "## x\n\ny\n\n" * 10_000),
    "many_statements": (None, lambda: "{{ if true }}\n\nx\n\n{{ end }}\n\n" * 8_000),
    "many_citations": (None, lambda: repeated("x [@yearbook-2016]. ")),
    "brackets_that_are_no_citations": (None, lambda: "[@" * 900 + "\n\n" + "[@a " * 900),
    "underlined_headings": (None, lambda: "x\n" * 45_000 + "==="),
    "marks_of_lists_in_words": (None, lambda: "* a *\n" * 45_000),
    "long_labels": ("too-much-work", lambda: "[" + "a" * 900 + "]\n\n" + ("[" + "a" * 900 + "] ") * 900),
})


@bomb("texts", "too-much-work")
def many_long_texts(project):
    """Each is allowed; together they are not."""
    for language in ("nl", "en"):
        for i in range(20):
            (project / f"site/narrative/{language}/c{i}.md").write_text("# Hoofdstuk\n\n" + "*a* " * 120_000 + "\n", encoding="utf-8")
    edit(project, "site/report.json", lambda report: report["chapters"].extend(f"c{i}" for i in range(20)))


@bomb("texts", "invalid-text")
def long_text_in_json(project):
    edit(project, "datasets/indicators.json",
         lambda file: file["indicators"]["jobs"]["definition"].update({"nl": "*a* " * 2_000_000, "en": "*a* " * 2_000_000}))


# ---- Data ----

def table(project, name, rows, columns=None, **further):
    folder = project / "datasets/tables/yearbook-2016"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps({
        "source": "yearbook-2016", "locator": {"table": name, "anchor": "Tabel 9 Reeksen"}, "title": {"nl": "Reeksen", "en": "Series"},
        "attributes": {"number_format": {"decimal": ",", "thousands": "."}}, "columns": columns or {"twente": {"region": "twente", "printed": "Twente"}},
        "rows": rows, **further}, ensure_ascii=False), encoding="utf-8")


def days(count):
    import datetime
    first = datetime.date(1801, 1, 1)
    return [(first + datetime.timedelta(days=i)).isoformat() for i in range(count)]


@bomb("data", None)
def ten_thousand_periods(project):
    table(project, "series", [{"indicator": "jobs", "period": day, "cells": {"twente": 100 + i % 7}} for i, day in enumerate(days(10_000))])


@bomb("data", None)
def forty_thousand_periods(project):
    table(project, "series", [{"indicator": "jobs", "period": day, "cells": {"twente": 100 + i % 7}} for i, day in enumerate(days(40_000))])


@bomb("data", "too-much-work")
def hundred_thousand_sources(project):
    words = {"nl": "CC BY 4.0", "en": "CC BY 4.0"}
    edit(project, "datasets/sources.json", lambda file: file["sources"].update({f"s{i}": {
        "title": "Jaarboek", "language": "nl", "authors": ["Bureau"], "publisher": "Bureau", "published": "2016-11", "licence": words} for i in range(100_000)}))


@bomb("data", "too-much-work")
def hundred_thousand_regions(project):
    forms = {"name": "X", "in": "in X", "of": "van X", "the": "X"}
    edit(project, "datasets/regions.json", lambda file: file["regions"].update({f"r{i}": {
        "kind": "study", "country": "nl", "names": {"nl": forms, "en": forms}} for i in range(100_000)}))


@bomb("data", "too-much-work")
def hundred_thousand_indicators(project):
    def change(file):
        words = {"nl": "X", "en": "X"}
        file["indicators"].update({f"i{i}": {"theme": "labour-market", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 1,
                                             "name": words, "definition": words} for i in range(100_000)})
    edit(project, "datasets/indicators.json", change)


@bomb("data", "invalid-text")
def long_name(project):
    name = "x" * 100_000_000
    edit(project, "datasets/indicators.json", lambda file: file["indicators"]["jobs"]["name"].update({"nl": name, "en": "Jobs"}))


@bomb("data", "unknown-region")
def million_findings(project):
    table(project, "wrong", [{"indicator": "jobs", "period": "2015", "cells": {"twente": {"value": 1, "region": f"r{i}"}}} for i in range(250_000)])


@bomb("data", "unknown-indicator")
def million_findings_in_one_list(project):
    edit(project, "site/report.json", lambda report: report.update({"key_indicators": [f"i{i}" for i in range(1_000_000)]}))


@bomb("data", "wrong-type")
def million_wrong_items(project):
    edit(project, "site/report.json", lambda report: report.update({"pairs": [1] * 1_000_000}))


@bomb("data", "conflicting-observations")
def many_conflicts(project):
    table(project, "one", [{"indicator": "jobs", "period": day, "cells": {"twente": 1}} for day in days(20_000)])
    table(project, "two", [{"indicator": "jobs", "period": day, "cells": {"twente": 2}} for day in days(20_000)])


@bomb("data", None)
def one_figure_again_and_again(project):
    table(project, "same", [{"indicator": "jobs", "period": "2014", "cells": {"twente": 1}}] * 50_000)


@bomb("data", "too-deep")
def derivations_in_a_circle(project):
    def change(file):
        jobs = file["indicators"]["jobs"]
        for i in range(2_000):
            file["indicators"][f"d{i}"] = {**jobs, "derived": {"operation": "difference", "operands": [f"d{(i + 1) % 2_000}", "jobs"]}}
    edit(project, "datasets/indicators.json", change)


@bomb("data", None)
def long_chain_of_derivations(project):
    def change(file):
        share = {key: value for key, value in file["indicators"]["jobs"].items()}
        before = "jobs"
        for i in range(3_000):
            file["indicators"][f"d{i}"] = {**share, "derived": {"operation": "sum", "operands": [before, "jobs-industry"]}}
            before = f"d{i}"
    edit(project, "datasets/indicators.json", change)


# ---- JSON ----

@bomb("json", "too-much-work")
def ten_million_values(project):
    (project / "datasets/tables/values.json").write_text("[" + "0," * 9_999_999 + "0]")


@bomb("json", "too-much-work")
def ten_million_empty_lists(project):
    (project / "datasets/tables/values.json").write_text("[" + "[]," * 6_600_000 + "0]")


@bomb("json", "too-much-work")
def millions_of_keys(project):
    (project / "datasets/tables/values.json").write_text("{" + ",".join(f'"{i:x}":1' for i in range(2_000_000)) + "}")


@bomb("json", "too-deep")
def deep_lists(project):
    (project / "datasets/tables/values.json").write_text("[" * 20_000_000)


@bomb("json", "number-out-of-range")
def long_number(project):
    (project / "datasets/tables/values.json").write_text("[" + "1" * 20_000_000 + "]")


@bomb("json", "number-out-of-range")
def large_exponent(project):
    (project / "datasets/tables/values.json").write_text("[" + ",".join(["1e999999999", "1e-999999999"] * 10_000) + "]")


@bomb("json", "invalid-text")
def nul_behind_the_value(project):
    file = project / "datasets/sources.json"
    file.write_bytes(file.read_bytes() + b'\0{"sources": 1}')


# ---- Messages ----

@bomb("messages", "broken-message")
def deceived_depth_of_a_phrase(project):
    pattern = "}" * 24_000 + "{count, plural, other {" * 12_000 + "x" + "}}" * 12_000
    edit(project, "datasets/indicators.json", lambda file: file["units"]["jobs"].update({"phrase": {"nl": pattern, "en": pattern}}))


@bomb("messages", "broken-message")
def quoted_depth_of_a_phrase(project):
    pattern = "'" + "}" * 24_000 + "'" + "{count, plural, other {" * 12_000 + "x" + "}}" * 12_000
    edit(project, "datasets/indicators.json", lambda file: file["units"]["jobs"].update({"phrase": {"nl": pattern, "en": pattern}}))


@bomb("messages", "broken-message")
def deceived_depth_in_a_language_file(project):
    pattern = "}" * 7_000 + "{count, plural, other {" * 3_500
    folder = project / "site/languages"
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("nl", "en"):
        words = json.loads((run.REPOSITORY / f"templates/languages/{language}.json").read_text(encoding="utf-8"))
        first = next(key for key, value in words.items() if isinstance(value, str) and key != "$schema")
        words[first] = pattern
        (folder / f"{language}.json").write_text(json.dumps(words), encoding="utf-8")


@bomb("messages", "broken-message")
def many_branches(project):
    pattern = "{count, plural, " + " ".join(f"={i} {{x}}" for i in range(200_000)) + "}"
    edit(project, "datasets/indicators.json", lambda file: file["units"]["jobs"].update({"phrase": {"nl": pattern, "en": pattern}}))


# ---- The table ----

def failure_of(name, code, was, bounds):
    if was.status < 0 or was.status > 1:
        return f"it ended with {was.status}"
    if was.seconds > bounds.seconds:
        return f"it took {was.seconds:.1f} s"
    if was.megabytes > bounds.megabytes:
        return f"it took {was.megabytes:.0f} MB"
    if code is not None and f"[{code}]" not in was.said:
        return f"it does not tell of '{code}'"
    if code == "too-much-work" and was.said.count("error[too-much-work]") > 20:
        return "it tells of it again and again"
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    options.add_argument("names", nargs="*")
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--megabytes", type=float, default=1024)
    options.add_argument("--all", action="store_true", help="says what each came to, not only those that failed")
    options = options.parse_args()
    table = measured.Table()
    for name in options.names or BOMBS:
        kind, code, make = BOMBS[name]
        with tempfile.TemporaryDirectory(prefix="regioscope-bomb-") as folder:
            project = run.make_base(pathlib.Path(folder), pathlib.Path(options.program))
            make(project)
            was = measured.run([options.program, "check", str(project)], seconds=options.seconds, megabytes=options.megabytes)
        failure = failure_of(name, code, was, options)
        table.add(kind, was, failure)
        if failure or options.all or options.names:
            print(f"{'failed ' if failure else 'good   '}{name:<42}{was.seconds:8.2f} s{was.megabytes:8.0f} MB  {failure or ''}", flush=True)
        if options.names:
            print("\n".join(was.said.splitlines()[:12])[:1500])
    print(table)
    sys.exit(table.failures() > 0)


if __name__ == "__main__":
    main()
