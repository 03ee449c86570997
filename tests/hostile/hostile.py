"""Hostile words in every text of a project: nothing that is published lets them out of their place, whatever opens it.

usage: hostile.py PROGRAM [--seconds N] [--megabytes N]

Each of the words is put into every text for readers of the small project of tests/sites/base.txt, into as many at once as the program accepts:
where it refuses (markup in plain words, a broken message), the texts are halved until what is refused stands alone. All that comes out is
read as whoever opens it would: pages, pictures, tables of each separator, JSON, XML, workbooks, Markdown, Turtle."""
import argparse
import csv
import html.parser
import io
import json
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "sites")]
import measured
import run

# `zq` is in no word of the program's own: whatever it names (an element, an attribute, a scheme) was let out.
WORDS = {
    "element": "<zq>x</zq><script>zq()</script>",
    "end_of_attribute": "\" onzq=\"zq()\" x='' onzq='zq()",
    "end_of_script": "</script><zq></title><zq></style><zq></textarea><zq>-->",
    "reference": "&lt;zq&gt; &#60;zq&#62; &amp;lt;zq&amp;gt;",
    "comment": "<!-- zq --><zq> <!--> <zq>",
    "picture": "]]><zq/><svg onload=zq()><foreignObject><zq/>",
    "template": "{{ zq }} {% zq %} {# zq #} ${zq} #{zq}",
    "markdown_link": "[zq](javascript:zq) <javascript:zq> ![zq](data:text/html,<zq>)",
    "formula": "=zq()",
    "formula_behind_a_semicolon": "x;=zq();@zq;+zq()",
    "formula_behind_a_tab": "x\t=zq()\t-zq()",
    "formula_in_quotes": "\"=zq()\",\"@zq\";\"=zq()\"",
    "quotes": "\\\" \\u0022 ' \" ` zq",
    "line_break": "zq\n::error file=zq::zq\n=zq()",
    "json": "\",\"zq\":{\"zq\":1},\"",
    "address": "javascript:zq()//",
    "host": "//zq.example/zq",
    "entity": "&zq; &#x110000; &#0;",
    "long": "zq " * 600,
}
# Words that are looked up, not shown.
NOT_FOR_READERS = {"$schema", "language", "published", "decimal", "thousands", "condition", "kind", "country", "operation", "polarity", "base_url",
                   "as_of", "edition", "regions", "region", "indicator", "period", "source", "theme", "unit"}


def texts_of(value, path=()):
    """Where the texts of a JSON value stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_FOR_READERS or not isinstance(inner, str):
                yield from texts_of(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, (dict, list)):
                yield from texts_of(inner, (*path, i))
            elif isinstance(inner, str) and path and path[-1] in ("authors", "municipalities"):
                yield (*path, i)
    elif isinstance(value, str):
        yield path


class Project:
    def __init__(self, folder, options):
        self.options = options
        self.project = run.make_base(folder, pathlib.Path(options.program))
        self.files = {path: path.read_text(encoding="utf-8") for path in sorted(self.project.rglob("*")) if path.suffix in (".json", ".md")
                      and "languages" not in path.parts}
        self.places = [(path, place) for path, text in self.files.items() if path.suffix == ".json" for place in texts_of(json.loads(text))]
        self.places += [(path, ()) for path in self.files if path.suffix == ".md"]

    def write(self, places, words):
        for path, text in self.files.items():
            mine = [place for file, place in places if file == path]
            if path.suffix == ".md":
                path.write_text(text + ("\n" + words + "\n" if mine else ""), encoding="utf-8")
                continue
            value = json.loads(text)
            for place in mine:
                inner = value
                for step in place[:-1]:
                    inner = inner[step]
                inner[place[-1]] = f"{inner[place[-1]]} {words}" if place[-1] != "anchor" else inner[place[-1]]
            path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")

    def build(self, places, words):
        self.write(places, words)
        return measured.run([self.options.program, "build", str(self.project), "--output", str(self.project / "public")],
                            seconds=self.options.seconds, megabytes=self.options.megabytes)


class Page(html.parser.HTMLParser):
    """Fails at what words have become."""

    def __init__(self, name, text):
        super().__init__()
        self.name = name
        self.feed(text)

    def fail(self, what):
        raise run.Failure(f"{self.name}:{self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        if "zq" in tag:
            self.fail(f"<{tag}>")
        if tag == "script" and dict(attributes).get("type") not in ("application/json", "application/ld+json") and "src" not in dict(attributes):
            self.fail("a script of its own")
        for name, value in attributes:
            address = re.sub(r"[\s\x00-\x1f]", "", value or "").lower()
            if "zq" in name or name.startswith("on") or name == "style":
                self.fail(f"{name}=\"{value}\"")
            if name in ("href", "src", "srcset", "action", "poster", "xlink:href") and re.match(r"(?:javascript|data|vbscript):|//", address) \
                    and not address.startswith("data:image/"):
                self.fail(f"{name}=\"{value}\"")

    def handle_comment(self, data):
        if "zq" in data:
            self.fail(f"<!--{data}-->")

    def handle_decl(self, decl):
        if "zq" in decl:
            self.fail(f"<!{decl}>")


def read_picture(name, text):
    for element in xml.etree.ElementTree.fromstring(text).iter():
        words = [element.tag, *element.attrib]
        if element.get("type") in ("html", "xhtml"):  # a feed's entry, which its reader opens
            Page(name, element.text or "")
        if any("zq" in word for word in words) or element.tag.endswith("}script") or any(word.startswith("on") for word in element.attrib):
            raise run.Failure(f"{name}: {words}")


def read_table(name, text):
    for separator in ",;\t":
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
            for cell in row:
                if re.match(r"\s*[=@]|\s*[+-](?![0-9.,% ]*$)", cell):
                    raise run.Failure(f"{name}:{number}: {cell[:60]!r} is a formula where '{separator}' separates")


def read_json(name, text):
    def keys(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from keys(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    if "zq" in keys(json.loads(text)):
        raise run.Failure(f"{name}: a key 'zq'")


def read_markdown(name, text):
    """As whoever renders it, with HTML and links as they come."""
    plain = re.sub(r"(?ms)^(`{3,}|~{3,}).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)", "", text)
    plain = re.sub(r"\\.", "", plain)
    for found in re.finditer(r"<(?!https?://[^<>\s]*>|mailto:[^<>\s]*>)[a-zA-Z/!?][^>]*>?", plain):
        raise run.Failure(f"{name}: {found[0][:60]!r} is markup")
    for found in re.finditer(r"\[[^\[\]]*\]\(\s*<?\s*([a-zA-Z][a-zA-Z0-9+.-]*:|//)", plain):
        if found[1].lower() not in ("https:", "http:", "mailto:"):
            raise run.Failure(f"{name}: {found[0]!r} is a link")


def read_workbook(name, content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if not part.endswith((".xml", ".rels")):
                continue
            for element in xml.etree.ElementTree.fromstring(archive.read(part)).iter():
                local = element.tag.rsplit("}", 1)[-1]
                if local in ("f", "definedName", "ddeLink", "oleLink") and re.search("zq", element.text or "") or any("zq" in word for word in (element.tag, *element.attrib)):
                    raise run.Failure(f"{name}: {part}: <{local}> {element.text!r}")
                if local == "f":
                    raise run.Failure(f"{name}: {part}: a formula {element.text!r}")
                target = element.get("Target", "")
                if element.get("TargetMode") == "External" and not re.match(r"https?://|mailto:", target):
                    raise run.Failure(f"{name}: {part}: a link to {target!r}")


def read_turtle(name, text):
    """What is left without its literals and addresses is the program's own."""
    rest = re.sub(r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\\\x00-\x20]*>', "", text, flags=re.DOTALL)
    if "zq" in rest or '"' in rest:
        raise run.Failure(f"{name}: {rest[max(rest.find('zq'), 0):][:60]!r} stands outside of its literal")


READERS = {".html": Page, ".svg": read_picture, ".xml": read_picture, ".csv": read_table, ".json": read_json, ".webmanifest": read_json,
           ".jsonld": read_json, ".md": read_markdown, ".txt": read_markdown, ".ttl": read_turtle, ".xlsx": read_workbook}


def failure_of(was, public, bounds):
    if was.status not in (0, 1):
        return f"it ended with {was.status}"
    if was.seconds > bounds.seconds or was.megabytes > bounds.megabytes:
        return f"it took {was.seconds:.1f} s and {was.megabytes:.0f} MB"
    if re.search(r"^::", was.said, re.MULTILINE):
        return "data write a line that a machine takes for a command"
    if was.status == 1:
        return None if re.search(r": (?:error|warning)\[", was.said) else "it fails without a place"
    for path in sorted(public.rglob("*")):
        reader = READERS.get(path.suffix)
        if reader:
            try:
                content = path.read_bytes() if path.suffix == ".xlsx" else path.read_text(encoding="utf-8")
                reader(path.relative_to(public).as_posix(), content)
            except (run.Failure, ValueError, xml.etree.ElementTree.ParseError) as failure:
                return f"{path.name}: {failure}"
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--megabytes", type=float, default=1024)
    options = options.parse_args()
    table = measured.Table()
    with tempfile.TemporaryDirectory(prefix="regioscope-hostile-") as folder:
        project = Project(pathlib.Path(folder), options)
        for name, words in WORDS.items():
            waiting = [project.places]
            shown = 0
            while waiting:
                places = waiting.pop()
                was = project.build(places, words)
                failure = failure_of(was, project.project / "public", options)
                table.add(name, was, failure)
                if failure:
                    print(f"failed  {name} in {len(places)} texts, the first in {places[0][0].name} at {'.'.join(map(str, places[0][1]))}: {failure}", flush=True)
                if was.status == 0:
                    shown += len(places)
                elif len(places) > 1:
                    half = len(places) // 2
                    waiting += [places[:half], places[half:]]
            if shown == 0:
                print(f"note    {name} is refused in all {len(project.places)} texts")
        print(f"{len(project.places)} texts")
    table.end()


if __name__ == "__main__":
    main()
