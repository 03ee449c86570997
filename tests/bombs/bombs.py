"""Inputs that are small to write and endless to work through: each ends within the bound, with a finding that has a place.

usage: bombs.py PROGRAM [--seconds N] [--megabytes N] [--few] [NAME…]     (all; 10 s of processor time, 1024 MB)

A bomb is a function that changes the small project of tests/sites/base.txt, which is checked, or gives the command that meets it. It says which finding must be told; none for one that is
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
    "very_many_macros": "".join(f"{{% macro m{i}() %}}x{{% endmacro %}}" for i in range(20_000)),
    "very_many_parameters": "{% macro m(" + ",".join(f"a{i}=1" for i in range(20_000)) + ") %}x{% endmacro %}{% for a in range(100000) %}{{ m() }}{% endfor %}",
    "long_address": '<a href="' + "{{ 1 }}" * 1_000_000 + '">x</a>',
    "outputs_that_never_end": "{{ " * 3_000_000,
})


@bomb("templates", "too-much-work")
def many_steps_on_every_page(project):
    file = project / "templates/partials/bomb.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(run.REPOSITORY / "templates", project / "templates", dirs_exist_ok=True)
    layout = project / "templates/layouts/page.html"
    layout.write_text(layout.read_text().replace("</body>", loops(7, "") + "</body>"))


@bomb("templates", "syntax")
def long_templates_that_are_included(project):
    folder = project / "templates/partials"
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(20):
        (folder / f"x{i}.html").write_text("{{ " * 333_000)
    template(project, "".join(f'{{% include "partials/x{i}.html" %}}' for i in range(20)))


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
    "words_between_figures": (None, lambda: repeated("seven 12 ")),
    "cited_figures": (None, lambda: repeated("A 12 [@yearbook-2016]. ")),
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


@bomb("texts", "budget-spent")
def twenty_megabytes_of_prose(project):
    for language in ("nl", "en"):
        for i in range(11):
            (project / f"site/narrative/{language}/c{i}.md").write_text(
                "# Hoofdstuk\n\n" + repeated("Woorden over iets anders dan anders, en nog een zin. En nog een zin.\n\n"), encoding="utf-8")
    edit(project, "site/report.json", lambda report: report["chapters"].extend(f"c{i}" for i in range(11)))


@bomb("texts", "budget-spent")
def phrases_that_are_names(project):
    edit(project, "site/report.json", lambda report: report.update({"number_exceptions": [f"Wet {i}" for i in range(30_000)]}))
    text(project, "Een Wet 5 en nog 12 dingen. " * 20_000)


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


@bomb("data", None)
def coasts_to_and_fro(project):
    """Shapes that cannot be thinned, on many maps."""
    datasets(project, "boundaries/shapes.json", {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": code}, "geometry": {
        "type": "Polygon", "coordinates": [[[5 + i / 300_000, 52 + i % 2] for i in range(300_000)] + [[5, 52]]]}} for code in ("NL213", "DE501")]})
    datasets(project, "boundaries.json", {"boundaries": {"shapes": {"file": "shapes.json", "scheme": "NUTS", "version": "2021", "code": "id", "copyright": words()}}})
    edit(project, "datasets/regions.json", lambda file: (file["regions"]["twente"].update({"nuts": "NL213"}), file["regions"]["bremen"].update({"nuts": "DE501"})))
    folder = project / "site/figures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "maps.json").write_text(json.dumps({"figures": {f"f{i}": {"kind": "choropleth", "indicator": "jobs", "title": words("Kaart " + "abcdefghij"[i])} for i in range(10)}}))
    text(project, "".join(f"{{{{ figure('f{i}') }}}}\n\n" for i in range(10)))


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


# ---- Many of everything ----

def words(text="X"):
    return {"nl": text, "en": text}


def datasets(project, path, value):
    file = project / "datasets" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


CITED = {"source": "yearbook-2016", "locator": {"section": "Werk", "anchor": "Werk in de regio's"}}


@bomb("many", None)
def twenty_thousand_checks(project):
    datasets(project, "checks.json", {"checks": {f"c{i}": {"condition": "value(\"jobs\", \"twente\") > 0", "message": words()} for i in range(20_000)}})


@bomb("many", "check-without-evidence")
def hundred_thousand_checks_of_nothing(project):
    datasets(project, "checks.json", {"checks": {f"c{i}": {"condition": "1 == 1", "message": words()} for i in range(100_000)}})


@bomb("many", "unused-claim")
def twenty_thousand_claims(project):
    edit(project, "site/claims.json", lambda claims: claims["claims"].update(
        {f"c{i}": {"condition": "value(\"jobs\", \"twente\") > 279999"} for i in range(20_000)}))


@bomb("many", "stale-correction")
def twenty_thousand_corrections(project):
    table(project, "series", [{"indicator": "jobs", "period": day, "cells": {"twente": 1}} for day in days(20_000)])
    datasets(project, "corrections.json", {"corrections": {f"c{i}": {
        "observation": {"indicator": "jobs", "area": "twente", "period": day, "source": "yearbook-2016"}, "expect": 2, "use": None, "reason": words()}
        for i, day in enumerate(days(20_000))}})


@bomb("many", None)
def corrections_of_one_figure(project):
    datasets(project, "corrections.json", {"corrections": {f"c{i}": {
        "observation": {"indicator": "jobs", "area": "twente", "period": "2015", "source": "yearbook-2016"}, "expect": 280000, "use": None, "reason": words()} for i in range(20_000)}})


@bomb("many", "unused-acceptance")
def hundred_thousand_acceptances(project):
    datasets(project, "accepted.json", {"accepted": [{"code": "outlier", "subject": f"s{i}", "reason": "x", "figures": []} for i in range(100_000)]})


@bomb("many", "unused-figure")
def five_thousand_figures(project):
    folder = project / "site/figures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.json").write_text(json.dumps({"figures": {f"f{i}": {"kind": "bar", "indicator": "unemployment-rate"} for i in range(5_000)}}))


@bomb("many", None)
def figures_of_many_periods(project):
    """Every kind that goes through time, over ten thousand days."""
    ten_thousand_periods(project)
    folder = project / "site/figures"
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {"line": {"indicators": ["jobs"]}, "slope": {"indicators": ["jobs"]}, "dot-plot": {"indicators": ["jobs"]}, "small-multiples": {"indicators": ["jobs"]},
             "series-table": {"indicator": "jobs"}, "grouped-bar": {"indicators": ["jobs"]}, "column": {"indicator": "jobs", "regions": "twente"}, "heatmap": {"indicators": ["jobs"]}}
    (folder / "figures.json").write_text(json.dumps({"figures": {kind: {"kind": kind, **keys} for kind, keys in kinds.items()}}))


@bomb("many", None)
def many_annotations(project):
    folder = project / "site/figures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.json").write_text(json.dumps({"figures": {"f": {"kind": "bar", "indicator": "unemployment-rate", "annotations": [
        {"region": "twente", "text": words(f"Woord {'abc'[i % 3]}")} for i in range(3_000)] + [{"region": "nl", "period": "1999", "text": words()}]}}}))


@bomb("many", "unused-term")
def twenty_thousand_terms(project):
    (project / "site/glossary.json").write_text(json.dumps({"terms": {f"t{i}": {"term": words(f"Woord {chr(97 + i % 26)}{i // 26:x}"), "explanation": words()} for i in range(20_000)}}))


@bomb("many", None)
def fifty_thousand_facts(project):
    datasets(project, "profiles/twente.json", {"region": "twente", "facts": [
        {"theme": "education", "kind": "strength", "text": words("Een goede school."), "citation": CITED} for _ in range(50_000)]})


@bomb("many", None)
def fifty_thousand_employers(project):
    datasets(project, "profiles/twente.json", {"region": "twente", "employers": {"citation": CITED, "list": [
        {"name": f"Bedrijf {i}", "seat": "region", "sector": "industry"} for i in range(50_000)]}})


@bomb("many", None)
def many_milestones(project):
    datasets(project, "profiles/twente.json", {"region": "twente", "milestones": [{"period": str(1800 + i % 200), "text": words("Een fabriek."), "citation": CITED} for i in range(20_000)]})
    folder = project / "site/figures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.json").write_text(json.dumps({"figures": {"f": {"kind": "timeline", "facts": "milestones"}}}))


@bomb("many", None)
def many_organisations(project):
    datasets(project, "profiles/twente.json", {"region": "twente", "organisations": {f"o{i}": {"name": f"Huis {i}", "kind": "board", "citation": CITED} for i in range(30_000)}})


@bomb("many", None)
def twenty_thousand_goals(project):
    datasets(project, "goals/goals.json", {"goals": {f"g{i}": {"title": words("Een doel"), "region": "twente", "versions": [
        {"citation": CITED, "targets": [{"id": "aim", "indicator": "jobs", "target": {"at_least": 1}, "due": "2025", "text": words("Werk.")}]}]} for i in range(20_000)}})


@bomb("many", "out-of-range")
def goals_across_a_chart(project):
    twenty_thousand_goals(project)
    folder = project / "site/figures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.json").write_text(json.dumps({"figures": {"f": {"kind": "bar", "indicator": "jobs", "goals": [f"g{i}" for i in range(3_000)]}}}))


@bomb("many", None)
def versions_of_one_goal(project):
    datasets(project, "goals/goals.json", {"goals": {"g": {"title": words("Een doel"), "region": "twente", "versions": [
        {"citation": CITED, "targets": [{"id": f"a{i}", "text": words("Werk.")} for i in range(50)]} for _ in range(500)]}}})


@bomb("many", None)
def twenty_thousand_initiatives(project):
    datasets(project, "initiatives/i.json", {"initiatives": {f"n{i}": {"name": words("Een plan"), "kind": "plan", "regions": ["twente"], "description": words("Een plan."), "citation": CITED}
                                                             for i in range(20_000)}})


@bomb("many", "duplicate-item")
def set_of_one_region_again_and_again(project):
    edit(project, "datasets/regions.json", lambda file: file["sets"]["all-regions"].update({"regions": ["twente", "bremen"] * 200_000}))


@bomb("many", None)
def ten_thousand_sets(project):
    edit(project, "datasets/regions.json", lambda file: file["sets"].update({f"s{i}": {"name": words(), "regions": ["twente", "bremen"]} for i in range(10_000)}))


@bomb("many", None)
def half_a_million_municipalities(project):
    edit(project, "datasets/regions.json", lambda file: file["regions"]["twente"].update({"municipalities": [f"Dorp {i}" for i in range(500_000)]}))


@bomb("many", None)
def half_a_million_authors(project):
    edit(project, "datasets/sources.json", lambda file: file["sources"]["yearbook-2016"].update({"authors": [f"A. Bureau {i}" for i in range(500_000)]}))


@bomb("many", None)
def many_parts_of_a_source(project):
    edit(project, "datasets/sources.json", lambda file: file["sources"].update({"parted": {
        **file["sources"]["yearbook-2016"], "parts": {f"p{i}": {"title": words(), "published": "2013-04"} for i in range(50_000)}}}))


@bomb("many", None)
def wide_printed_table(project):
    columns = {f"c{i}": {"region": "twente", "period": day, "printed": day} for i, day in enumerate(days(10_000))}
    table(project, "wide", [{"indicator": "jobs", "cells": {column: 1 for column in columns}}] + [{"heading": "x"}] * 50, columns)


@bomb("many", "missing-cell")
def table_without_cells(project):
    columns = {f"c{i}": {"region": "twente", "period": day, "printed": day} for i, day in enumerate(days(2_000))}
    table(project, "wide", [{"indicator": "jobs", "cells": {}}] * 2_000, columns)


@bomb("many", "unknown-column")
def cells_without_columns(project):
    table(project, "wide", [{"indicator": "jobs", "period": "2014", "cells": {f"c{i}": 1 for i in range(500_000)}}])


@bomb("many", None)
def notes_on_every_level(project):
    table(project, "noted", [{"indicator": "jobs-industry" if i == 0 else "jobs", "note": words("Een noot."), "period": day, "cells": {"twente": {"value": 1, "note": words("Nog een noot.")}}}
                             for i, day in enumerate(days(20_000))], None, note=words("De tabel."))


@bomb("many", "unknown-chapter")
def chapters_that_are_none(project):
    edit(project, "site/report.json", lambda report: report["chapters"].extend(f"c{i}" for i in range(100_000)))


@bomb("many", None)
def five_thousand_chapters(project):
    for language in ("nl", "en"):
        for i in range(5_000):
            (project / f"site/narrative/{language}/c{i}.md").write_text(f"# Hoofdstuk {chr(97 + i % 26)}{i:x}\n\nWoorden.\n", encoding="utf-8")
    edit(project, "site/report.json", lambda report: report["chapters"].extend(f"c{i}" for i in range(5_000)))


@bomb("many", None)
def hundred_languages(project):
    edit(project, "site/report.json", lambda report: report.update({"languages": ["nl", "en"] + [f"{a}{b}" for a in "abcdefgh" for b in "abcdefghijkl" if a + b not in ("nl", "en")]}))


@bomb("many", None)
def two_hundred_editions(project):
    edit(project, "site/report.json", lambda report: report.update({"editions": {str(1823 + i): {"as_of": f"{1823 + i}-12-31", **({"kept": True} if i >= 193 and i < 199 else {})} for i in range(200)}}))


@bomb("many", None)
def many_kept_editions(project):
    edit(project, "site/report.json", lambda report: report.update({"editions": {str(2017 + i): {"as_of": f"{2017 + i}-12-31", "kept": True} for i in range(60)}, "edition": "2076"}))


@bomb("many", "unknown-page")
def hundred_thousand_redirects(project):
    (project / "site/redirects.json").write_text(json.dumps({"redirects": {f"old/p{i}.html": f"p{i}.html" for i in range(100_000)}}))


@bomb("many", None)
def hundred_thousand_redirects_to_one_page(project):
    (project / "site/redirects.json").write_text(json.dumps({"redirects": {f"old/p{i}.html": "index.html" for i in range(100_000)}}))


@bomb("many", None)
def redirects_in_a_row(project):
    (project / "site/redirects.json").write_text(json.dumps({"redirects": {f"old/p{i}.html": f"old/p{i + 1}.html" for i in range(50_000)}}))


@bomb("many", None)
def twenty_thousand_static_files(project):
    folder = project / "site/static/many"
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(20_000):
        (folder / f"f{i}.txt").write_text("x")


@bomb("many", "unused-file")
def unused_files(project):
    folder = project / "datasets/elsewhere"
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(20_000):
        (folder / f"f{i}.json").write_text("{}")


@bomb("many", "broken-link")
def asset_of_many_links(project):
    folder = project / "site/assets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "links.html").write_text("<!DOCTYPE html><title>x</title>" + "".join(f'<a href="p{i}.html">x</a>' for i in range(400_000)))


@bomb("many", "repeated-id")
def asset_of_one_id(project):
    folder = project / "site/assets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ids.html").write_text("<!DOCTYPE html><title>x</title>" + '<p id="a">' * 900_000)


@bomb("many", None)
def asset_of_open_tags(project):
    folder = project / "site/assets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "open.html").write_text("<!DOCTYPE html><title>x</title>" + "<p " * 3_000_000 + "<!--" * 1_000_000 + "<script>" * 500_000)


@bomb("many", None)
def large_stylesheet(project):
    folder = project / "site/assets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.css").write_text("a{b:c}\n/*" * 2_000_000)


@bomb("many", "unknown-word")
def language_file_of_many_keys(project):
    folder = project / "site/languages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nl.json").write_text(json.dumps({f"k{i}": "x" for i in range(300_000)}))


# ---- Names ----

@bomb("names", "invalid-id")
def long_id(project):
    edit(project, "datasets/indicators.json", lambda file: file["indicators"].update({"a" * 10_000_000: file["indicators"]["jobs"]}))


@bomb("names", None)
def id_as_long_as_allowed(project):
    edit(project, "datasets/indicators.json", lambda file: file["indicators"].update({"a" * 100: file["indicators"]["jobs"]}))


@bomb("names", "unknown-key")
def long_key(project):
    edit(project, "datasets/indicators.json", lambda file: file.update({"k" * 10_000_000: 1}))


@bomb("names", "unknown-indicator")
def long_ids_that_are_none(project):
    table(project, "wrong", [{"indicator": "unemployment" * 20_000, "period": "2015", "cells": {"twente": 1}} for _ in range(40)])


@bomb("names", "unknown-function")
def long_function_that_is_none(project):
    claim(project, "valu" + "e" * 90_000 + "(1)")


@bomb("names", None)
def names_of_combining_marks(project):
    edit(project, "datasets/indicators.json", lambda file: file["indicators"]["jobs"]["name"].update({"nl": "e" + "\u0301" * 900, "en": "e" + "\u0301" * 900}))


@bomb("names", None)
def names_of_one_word(project):
    edit(project, "datasets/indicators.json", lambda file: [file["indicators"][one]["name"].update({"nl": one + "w" * 1_900, "en": one + "w" * 1_900}) for one in file["indicators"]])
    edit(project, "datasets/regions.json", lambda file: [region["names"][language].update({form: f"{i}" + "W" * 1_900 for form in ("name", "in", "of", "the")})
                                                         for i, region in enumerate(file["regions"].values()) for language in ("nl", "en")])


# ---- Import ----

def packed(files):
    import io
    import zipfile
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xlsx(rows, strings="", **more):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed({"xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
                   "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
                   "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
                   "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>', **more})


def ods(rows):
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml":
                   '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
                   f'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table>'
                   '</office:spreadsheet></office:body></office:document-content>'})


def json_stat(ids, sizes, values, labels=None):
    return json.dumps({"version": "2.0", "class": "dataset", "id": ids, "size": sizes, "value": values, "dimension": {
        name: {"label": name, "category": {"index": [f"{name}{i}" for i in range(size)], **({"label": {f"{name}{i}": labels for i in range(size)}} if labels else {})}}
        for name, size in zip(ids, sizes)}})


def imports(name, code=None):
    """Registers a bomb that is a file to import."""
    def register(make):
        def put(project):
            content = make()
            (project / name).write_bytes(content if isinstance(content, bytes) else content.encode())
            return ["import", str(project / name), "--project", str(project), "--dry-run", "--period", "2015"]
        put.__name__ = make.__name__
        return bomb("import", code)(put)
    return register


def column(number):
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(65 + place) + letters
    return letters


@imports("bomb.csv", "too-many-cells")
def csv_of_many_rows():
    return "Regio;Banen\n" + "".join(f"Dorp {i};{i}\n" for i in range(900_000))


@imports("bomb.csv", "too-many-cells")
def csv_of_many_columns():
    return ";".join(f"k{i}" for i in range(16_000)) + "\n" + (";".join("1" * 3 for i in range(16_000)) + "\n") * 200


@imports("bomb.csv", "too-many-cells")
def csv_of_one_line():
    return ";" * 20_000_000


@imports("bomb.csv")
def csv_of_blank_lines():
    return "\n" * 20_000_000


@imports("bomb.csv")
def csv_of_quotes():
    return '"' * 20_000_000


@imports("bomb.csv")
def csv_of_an_open_quote():
    return 'a;b\n"x;' + "1;2\n" * 4_000_000


@imports("bomb.csv")
def csv_of_signs():
    return "Regio;Banen\n" + "".join(f"Dorp {i};?{i}\n" for i in range(500_000))


@imports("bomb.csv")
def csv_of_notes():
    return "Regio;Banen\n" + "".join(f"Dorp {i};{i} {i})\n" for i in range(200_000)) + "".join(f"{i}) Een noot\n" for i in range(200_000))


@imports("bomb.csv")
def csv_of_heads():
    return "\n".join(";".join(f"h{i}{j}" for j in range(20)) for i in range(100_000))


@imports("bomb.csv")
def csv_of_one_key():
    return "Regio;Banen\n" + "Twente;1\n" * 1_000_000


@imports("bomb.csv")
def csv_of_long_cells():
    return "Regio;Banen\n" + ("D" * 30_000 + ";1\n") * 600


@imports("bomb.xlsx", "too-many-cells")
def xlsx_of_one_long_string():
    return xlsx("".join(f'<row r="{r}">' + "".join(f'<c r="{column(c)}{r}" t="s"><v>0</v></c>' for c in range(100)) + "</row>" for r in range(1, 5_000)), f"<si><t>{'x' * 32_000}</t></si>")


@imports("bomb.ods", "too-many-cells")
def ods_of_one_long_string():
    return ods(f'<table:table-row table:number-rows-repeated="100000"><table:table-cell office:value-type="string" table:number-columns-repeated="30"><text:p>{"x" * 32_000}</text:p></table:table-cell></table:table-row>')


@imports("bomb.ods", "no-dimension")
def ods_of_one_cell_over_all():
    return ods('<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2147483647" table:number-rows-spanned="2147483647">'
               "<text:p>x</text:p></table:table-cell></table:table-row>")


@imports("bomb.ods")
def ods_of_spaces():
    return ods('<table:table-row><table:table-cell office:value-type="string"><text:p>' + '<text:s text:c="2000000000"/>' * 100 + "</text:p></table:table-cell></table:table-row>")


@imports("bomb.xlsx")
def xlsx_of_merged_cells():
    merged = "".join(f'<mergeCell ref="A{i}:XFD1048576"/>' for i in range(1, 20_000))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return xlsx("", **{"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData><mergeCells>{merged}</mergeCells></worksheet>'})


@imports("bomb.xlsx")
def xlsx_of_many_strings():
    return xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "<si><t>x</t></si>" * 5_000_000)


@imports("bomb.xlsx")
def xlsx_of_deep_elements():
    return xlsx("<a>" * 3_000_000)


@imports("bomb.xlsx")
def xlsx_of_attributes():
    return xlsx("<row " + " ".join(f'a{i}="1"' for i in range(1_500_000)) + "/>")


@imports("bomb.xlsx")
def xlsx_of_entities():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return xlsx("", **{"xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY a0 "x">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
                       + f']><worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row></sheetData></worksheet>'})


@imports("bomb.xlsx")
def xlsx_of_long_formats():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return xlsx('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', **{"xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts><numFmt numFmtId="164" formatCode="{"#,0." * 2_000_000}"/></numFmts>'
                                                                       '<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>'})


@imports("bomb.xlsx", "too-many-cells")
def xlsx_of_large_numbers():
    return xlsx("".join(f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>D{i}</t></is></c><c r="B{i}"><v>1e{i}</v></c></row>' for i in range(1, 200_000)))


@imports("bomb.json")
def json_stat_of_many_cells():
    return json_stat(["a", "b"], [2_000, 1_000], [1] * 2_000_000)


@imports("bomb.json", "too-many-cells")
def json_stat_of_long_labels():
    return json_stat(["a", "b"], [600, 1_000], [1] * 600_000, "x" * 10_000)


@imports("bomb.json", "too-many-cells")
def json_stat_of_many_dimensions():
    return json_stat([f"d{i}" for i in range(60)], [2] * 60, [])


@imports("bomb.json")
def json_stat_of_nothing():
    return json_stat(["a", "b", "c"], [1_000, 1_000, 4], {"0": 1})


@imports("bomb.zip", "broken-archive")
def archive_of_a_cut_file():
    return packed({"a.csv": "Regio;Banen\nTwente;1\n" * 500_000})[:-200]


@imports("bomb.zip")
def archive_of_an_archive():
    return packed({"a.zip": packed({"b.zip": packed({"c.csv": "0" * 200_000_000})})})


# Some of each kind that end soon, for every run of the tests.
FEW = """long_text_in_long_text unique_of_lists items_as_arguments empty_loops printed_nested_lists batches endless_macro lists_in_lists_by_statements
    blocks_that_call_themselves unrolled_loops long_text_in_line references_that_expand list_signs tables_that_begin_anew many_footnotes half_a_million_lines
    emphasis_inside_emphasis long_name derivations_in_a_circle deep_lists long_number nul_behind_the_value deceived_depth_of_a_phrase
    deceived_depth_in_a_language_file long_id long_key csv_of_one_line csv_of_an_open_quote xlsx_of_one_long_string ods_of_one_long_string xlsx_of_merged_cells
    xlsx_of_entities json_stat_of_many_dimensions archive_of_an_archive very_many_macros phrases_that_are_names ods_of_one_cell_over_all""".split()


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
    options.add_argument("--few", action="store_true", help="those that end soon")
    options.add_argument("--all", action="store_true", help="says what each came to, not only those that failed")
    options = options.parse_args()
    table = measured.Table()
    for name in options.names or (FEW if options.few else BOMBS):
        kind, code, make = BOMBS[name]
        with tempfile.TemporaryDirectory(prefix="regioscope-bomb-") as folder:
            project = run.make_base(pathlib.Path(folder), pathlib.Path(options.program))
            command = make(project) or ["check", str(project)]
            was = measured.run([options.program, *command], seconds=options.seconds, megabytes=options.megabytes)
        failure = failure_of(name, code, was, options)
        table.add(kind, was, failure)
        if failure or options.all or options.names:
            print(f"{'failed ' if failure else 'good   '}{name:<42}{was.seconds:8.2f} s{was.megabytes:8.0f} MB  {failure or ''}", flush=True)
        if options.names:
            print("\n".join(was.said.splitlines()[:12])[:1500])
    table.end()


if __name__ == "__main__":
    main()
