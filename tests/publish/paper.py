#!/usr/bin/python3
"""The report on paper: reads the structure of the PDFs that scripts/print makes, as a reader's program does.

usage: paper.py PROGRAM          books of a small project with gaps, sheets of one without profiles and of one with forty regions
       paper.py --site SITE      of a built site: the report's book in one language, a region's in all, twice
"""
import collections
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import pikepdf

repository = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(repository / "tests/sites"), str(repository / "scripts/printing")]
import finish
import run
from chromium import Chromium

complaints = []


def expect(holds, complaint):
    if not holds:
        complaints.append(complaint)


class Page(html.parser.HTMLParser):
    """What a page of the site says: the words of its charts, the addresses of its contents."""

    def __init__(self, file):
        super().__init__()
        self.file = file
        self.inside = []
        self.charts = []
        self.chapters = []
        self.book = None
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        classes = (attributes.get("class") or "").split()
        if tag in ("meta", "link", "br", "img", "input", "hr", "col", "path", "rect", "circle", "line", "wbr"):
            return
        # On paper the chart of milestones is left out: what stands below it says the same.
        self.inside.append((tag, classes + ["screen-only"] * (attributes.get("id") == "milestones")))
        if tag == "article" and "book" in classes:
            self.book = attributes
        if tag == "a" and any("book-contents" in there for _, there in self.inside):
            self.chapters.append(attributes["href"])
        if tag == "svg" and "chart" in classes and not self.left_out():
            self.charts.append({"title": attributes.get("aria-label") or "", "desc": ""})

    def left_out(self):
        return any("screen-only" in classes or "chart-narrow" in classes or tag in ("nav", "form") for tag, classes in self.inside)

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if len(self.inside) < 2 or self.inside[-1][0] not in ("title", "desc") or self.inside[-2][0] != "svg" or not self.charts:
            return
        if not self.left_out():
            self.charts[-1][self.inside[-1][0]] += text


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def outline_of(pdf):
    entries = []

    def walk(item, level):
        while item is not None:
            entries.append((level, str(item.Title), item.Dest))
            if "/First" in item:
                walk(item.First, level + 1)
            item = item.get("/Next")

    walk(pdf.Root.Outlines.get("/First"), 0)
    return entries


def is_marked(page):
    """Does everything that is painted belong to an element of the structure, or is it said to be decoration?"""
    depth = 0
    for line in page.Contents.read_bytes().split(b"\n"):
        word = re.search(rb"[^\s>)\]]*$", line.rstrip())[0]
        if word in (b"BDC", b"BMC"):
            depth += 1
        elif word == b"EMC":
            depth -= 1
        elif word in painting and depth == 0:
            return False
    return depth == 0


painting = set(b"S s f F f* B B* b b* sh Do Tj TJ".split())


def judge(file, page):
    """`page`: the site's page that says what the book consists of."""
    name = file.name
    told = Page(page)
    pdf = pikepdf.open(file)
    root = pdf.Root
    language = page.read_text(encoding="utf-8").split('<html lang="', 1)[1].split('"', 1)[0]
    expect(str(root.Lang) == language, f"{name}: its language is {root.Lang}")
    expect(bool(str(pdf.docinfo.get("/Title", ""))) and bool(root.ViewerPreferences.DisplayDocTitle), f"{name}: no title is shown")
    expect(bool(root.MarkInfo.Marked), f"{name}: not tagged")
    xmp = root.Metadata.read_bytes().decode()
    expect("<pdfuaid:part>1</pdfuaid:part>" in xmp and str(pdf.docinfo.Title) in xmp.replace("&amp;", "&"), f"{name}: the metadata name no PDF/UA, or another title")
    expect(str(pdf.docinfo.CreationDate)[2:10] == told.book["data-date"].replace("-", ""), f"{name}: dated {pdf.docinfo.CreationDate}")

    # ---- Heads, figures, cells, roles.
    roles = root.StructTreeRoot.get("/RoleMap", {})
    heads, alternatives, bare_figures, cells = [], [], 0, []
    for one in finish.elements(pdf):
        kind = str(one.S)[1:]
        kind = kind if kind in finish.standard else str(roles.get("/" + kind, "/?"))[1:]
        expect(kind in finish.standard, f"{name}: {one.S} has no role that PDF knows")
        if re.fullmatch("H[1-6]", kind):
            heads.append(int(kind[1]))
        if kind == "Figure":
            alternative = plain(str(one.get("/Alt", "")))
            bare_figures += alternative == ""
            alternatives.append(alternative)
        if kind == "TH":
            attributes = one.get("/A", [])
            attributes = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
            cells.append(any("/Scope" in group for group in attributes))
    expect(heads.count(1) == 2 + len(told.chapters), f"{name}: {heads.count(1)} heads of the first level for {len(told.chapters)} chapters, a cover and the contents")
    skipped = [(a, b) for a, b in zip(heads, heads[1:]) if b > a + 1]
    expect(heads[:1] == [1] and not skipped, f"{name}: levels are skipped: {skipped[:5]}")
    expect(bare_figures == 0, f"{name}: {bare_figures} of {len(alternatives)} figures have no alternative text")
    expect(all(cells), f"{name}: {cells.count(False)} of {len(cells)} header cells have no scope")
    drawn = [plain(f"{chart['title']} {chart['desc']}") for chapter in told.chapters for chart in Page((page.parent / chapter).resolve()).charts]
    missing = list((collections.Counter(drawn) - collections.Counter(alternatives)).elements())
    expect(not missing, f"{name}: {len(missing)} of {len(drawn)} charts are not described: {missing[:2]}")

    # ---- Contents, outline, pages.
    texts = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    expect(len(texts) == len(pdf.pages), f"{name}: {len(texts)} pages of text, {len(pdf.pages)} sheets")
    number = {one.objgen: i + 1 for i, one in enumerate(pdf.pages)}
    outline = [(level, title, number[place[0].objgen]) for level, title, place in outline_of(pdf)]
    first_chapter = outline[0][2]
    lines = [re.fullmatch(r"\s*(.*?)\s+(\d+)\s*", line) for text in texts[1:first_chapter - 1] for line in text.splitlines()]
    printed = [(plain(line[1]), int(line[2])) for line in lines if line and plain(line[1])]
    announced = [(plain(title), page) for level, title, page in outline if level > 0]
    # Of a title of two lines only one stands before the number.
    wrong = [(a, b) for a, b in zip(printed, announced) if a[1] != b[1] or not (b[0].startswith(a[0]) or b[0].endswith(a[0][-20:]))]
    expect(len(printed) == len(announced) and not wrong, f"{name}: contents and outline differ: {len(printed)} and {len(announced)} entries, {wrong[:3]}")
    for i, text in enumerate(texts[first_chapter - 1:], first_chapter):
        words = [line for line in text.splitlines() if line.strip()]
        expect(len(words) > 2, f"{name}: page {i} is blank")

    # ---- Links and paint.
    for i, sheet in enumerate(pdf.pages, 1):
        expect(sheet.get("/Tabs") == "/S", f"{name}: page {i} has no order of its own for the keyboard")
        for link in sheet.get("/Annots", []):
            expect(bool(str(link.get("/Contents", ""))), f"{name}: a link on page {i} says nothing")
            address = str(link.A.URI) if "/A" in link else ""
            expect(not address.startswith("file:"), f"{name}: page {i} leads to {address}")
            expect("/A" in link or str(link.Dest) in root.Dests, f"{name}: a link on page {i} leads nowhere")
    loose = [i for i, sheet in enumerate(pdf.pages, 1) if not is_marked(sheet)]
    expect(not loose, f"{name}: on pages {loose[:5]} something is painted that is neither said nor decoration")
    fonts = subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    expect(all(re.search(r"\byes (yes|no )", font) for font in fonts), f"{name}: a font is not embedded")
    expect(subprocess.run(["qpdf", "--check", file], capture_output=True).returncode == 0, f"{name}: qpdf finds faults")
    print(f"{name}: {len(pdf.pages)} pages, {len(told.chapters)} chapters, {len(outline)} entries, {len(alternatives)} figures, {len(cells)} header cells")


def printed(site, output, *options):
    subprocess.run([repository / "scripts/print", site, "--output", output, *options], check=True, timeout=3600)
    return sorted(output.rglob("*.pdf"))


def page_of(site, file, output):
    """`regions/twente-de.pdf` is made of `de/regions/twente/paper.html`."""
    book, language = file.relative_to(output).with_suffix("").as_posix().rsplit("-", 1)
    path = "paper.html" if book == "report" else f"{book}/paper.html"
    translated = site / language / path
    return translated if translated.exists() else site / path


def judge_books(site, folder, *options):
    files = printed(site, folder / "once", *options)
    assert files, "nothing was printed"
    for file in files:
        judge(file, page_of(site, file, folder / "once"))
    return files


def compare(site, folder, *options):
    again = printed(site, folder / "again", *options)
    for file in again:
        first = folder / "once" / file.relative_to(folder / "again")
        expect(file.read_bytes() == first.read_bytes(), f"{file.name}: printed twice, it is not the same")


def built(program, folder, name, change=lambda project: None):
    (folder / name).mkdir()
    project = pathlib.Path(run.make_base(folder / name, program))
    change(project)
    site = folder / name / "site"
    subprocess.run([program, "build", project, "--output", site], check=True, capture_output=True, timeout=300)
    return project, site


def forty_regions(project):
    """With long names; every fifth has no figure."""
    file = project / "datasets/regions.json"
    regions = json.loads(file.read_text())
    table = project / "datasets/tables/yearbook-2016/work.json"
    work = json.loads(table.read_text())
    for i in range(1, 39):
        name = f"Samenwerkingsgebied {i} van gemeenten aan de grote rivier"
        regions["regions"][f"area-{i}"] = {"kind": "study", "country": "nl", "names": {
            language: {"name": name, "in": f"in {name}", "of": f"of {name}", "the": name} for language in ("nl", "en")}}
        regions["sets"]["all-regions"]["regions"].append(f"area-{i}")
        if i % 5 == 0:
            continue
        work["columns"][f"area-{i}"] = {"region": f"area-{i}", "printed": name}
        for row, value in zip(work["rows"], (3 + i / 10, 1000 * i, 100 * i)):
            row["cells"][f"area-{i}"] = value
    file.write_text(json.dumps(regions))
    table.write_text(json.dumps(work))


def judge_sheets(site, least):
    sheets = sorted(site.rglob("regions/*/sheet.html"))
    expect(len(sheets) >= least, f"{site}: only {len(sheets)} sheets")
    with Chromium() as browser:
        for sheet in sheets:
            browser.open(sheet.as_uri())
            _, pages = finish.page_numbers(browser.pdf())
            expect(pages == 1, f"{sheet.relative_to(site)} takes {pages} pages")
    print(f"{len(sheets)} sheets of one page each")


def offered(program, project, folder):
    """What lies in the project is offered by the next build, and belongs to it."""
    shutil.copytree(folder / "once", project / "site/static/print")
    site = folder / "offered"
    subprocess.run([program, "build", project, "--output", site], check=True, capture_output=True, timeout=300)
    for page, link in [("data.html", "print/report-nl.pdf"), ("en/data.html", "../print/regions/twente-en.pdf"), ("paper.html", "print/report-nl.pdf"), ("en/regions/twente/paper.html", "../../../print/regions/twente-en.pdf")]:
        expect(f'href="{link}"' in (site / page).read_text(), f"{page} does not offer {link}")
    expect('report-en.pdf"' not in (site / "data.html").read_text(), "data.html offers a book in another language")
    expect(subprocess.run([program, "verify", site], capture_output=True).returncode == 0, "verify does not know the books")
    expect("paper.html" not in (site / "sitemap.xml").read_text(), "the sitemap lists what books consist of")


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-paper-") as name:
        folder = pathlib.Path(name)
        if sys.argv[1] == "--site":
            site = pathlib.Path(sys.argv[2]).resolve()
            judge_books(site, folder, "--language", "en", "--only", "report")
            region = min(page.parent.name for page in site.glob("regions/*/paper.html"))
            (folder / "regions").mkdir()
            judge_books(site, folder / "regions", "--only", f"regions/{region}")
            compare(site, folder / "regions", "--only", f"regions/{region}", "--language", "en")
        else:
            program = pathlib.Path(sys.argv[1]).resolve()
            project, site = built(program, folder, "small")
            judge_books(site, folder)
            compare(site, folder)
            offered(program, project, folder)
            judge_sheets(site, 4)
            _, large = built(program, folder, "forty", forty_regions)
            judge_sheets(large, 80)
            judge_books(large, folder / "forty", "--language", "en", "--only", "report")
    for complaint in complaints[:60]:
        print(complaint)
    print(f"{len(complaints)} complaints")
    sys.exit(1 if complaints else 0)


main()
