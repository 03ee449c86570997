"""An independent judge of what the real report publishes: every promised page is there in every language, the manifest is complete,
links lead somewhere and stay relative, addresses are absolute where they must be, and nothing asks another host for anything."""
import csv
import html.parser
import io
import itertools
import json
import pathlib
import posixpath
import re
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run

ROOT = run.REPOSITORY
LANGUAGES = {"nl": "", "de": "de/", "en": "en/"}
FIXED = ["index.html", "regions/index.html", "indicators/index.html", "sources/index.html", "figures/index.html", "compare/index.html", "data.html",
         "claims.html", "doubtful.html", "diagnosis.html", "goals.html", "initiatives.html", "search.html", "404.html"]
POLICY = {"default-src": "'none'", "style-src": "'self'", "script-src": "'self'", "img-src": "'self' data:", "font-src": "'self'", "manifest-src": "'self'", "connect-src": "'self'", "base-uri": "'self'", "form-action": "'none'"}
# Attributes that fetch something, as opposed to those that a reader follows.
FETCHING = {("link", "href"), ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("video", "src"),
            ("audio", "src"), ("iframe", "src"), ("object", "data"), ("embed", "src"), ("input", "src"), ("use", "href"), ("image", "href")}


def read_json(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.language = self.canonical = self.policy = self.picture = None
        self.beside = {}
        self.alternates, self.ids, self.followed, self.fetched, self.wrong = {}, [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        where = f"<{tag}> in line {self.getpos()[0]}"
        if tag == "html":
            self.language = given.get("lang")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
            return
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
            return
        if tag == "link" and given.get("rel") == "alternate":
            self.beside[given["type"]] = given["href"]
            self.followed.append(given["href"])
            return
        if tag == "meta" and given.get("property") == "og:image":
            self.picture = given["content"]
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if tag in ("style", "base", "iframe", "object", "embed") or (tag == "script" and not given.get("src") and given.get("type") not in ("application/json", "application/ld+json")):
            self.wrong.append(f"{where} is not allowed")
        if tag == "script" and given.get("src") and ("defer" not in given or given.get("type")):
            self.wrong.append(f"{where} is no classic, deferred script")
        for name, value in attributes:
            if name == "style" or name.startswith("on"):
                self.wrong.append(f"{where} has {name}")
            if (tag, name.removeprefix("xlink:")) in FETCHING:
                self.fetched.append(value)
            elif name.removeprefix("xlink:") in ("href", "src", "action", "cite", "poster", "ping"):
                self.followed.append(value)


class Judge:
    def __init__(self, folder, base_url, edition):
        self.folder, self.base_url, self.edition = folder, base_url, edition
        self.base_path = urllib.parse.urlsplit(base_url).path
        self.files = run.files_below(folder)
        self.pages = {path: Page(file.read_text(encoding="utf-8")) for path, file in self.files.items() if path.endswith(".html")}
        self.complaints = []

    def complain(self, words):
        self.complaints.append(f"edition {self.edition}: {words}")

    def judge(self):
        self.judge_pages_present()
        self.judge_manifest()
        self.judge_discovery()
        for path, page in self.pages.items():
            self.judge_head(path, page)
            self.judge_links(path, page)
            for wrong in page.wrong:
                self.complain(f"{path}: {wrong}")
            for name in {name for name in page.ids if page.ids.count(name) > 1}:
                self.complain(f"{path}: the id {name} stands twice")
        self.judge_assets()
        self.judge_csv()

    def expected_pages(self):
        report = read_json("site/report.json")
        order = sorted(report["editions"], key=lambda edition: report["editions"][edition]["as_of"])
        now = order.index(self.edition)

        def shown(entry):
            return order.index(entry.get("from", order[0])) <= now <= order.index(entry.get("until", order[-1]))
        expected = list(FIXED)
        for chapter in report["chapters"]:
            if shown(report["page_editions"].get(chapter, {})):
                expected.append(f"{chapter}.html")
        regions = read_json("datasets/regions.json")
        expected += [f"regions/{region}.html" for region in regions["regions"]]
        indicators = read_json("datasets/indicators.json")
        rows = csv.DictReader(io.StringIO((self.folder / "data/observations.csv").read_text(encoding="utf-8"), newline=""))
        spoken_of = {row["indicator"] for row in rows}
        expected += [f"indicators/{indicator}.html" for indicator in spoken_of]
        expected += [f"themes/{theme}.html" for theme in {indicators["indicators"][indicator]["theme"] for indicator in spoken_of}]
        as_of = report["editions"][self.edition]["as_of"]
        for source, entry in read_json("datasets/sources.json")["sources"].items():
            dates = [part["published"] for part in entry.get("parts", {}).values()] or [entry["published"]]
            if min(date + "-12-31"[len(date) - 10:] if len(date) < 10 else date for date in dates) <= as_of:
                expected.append(f"sources/{source}.html")
        for file in sorted((ROOT / "site/figures").glob("*.json")):
            declared = json.loads(file.read_text(encoding="utf-8")).get("figures", {})
            expected += [f"figures/{figure}.html" for figure, entry in declared.items() if shown(entry)]
        study = sorted(regions["sets"][report["regions"]]["regions"])
        expected += [f"compare/{a}-{b}.html" for a, b in itertools.combinations(study, 2)]
        return expected

    def judge_pages_present(self):
        for page in self.expected_pages():
            for prefix in LANGUAGES.values():
                if prefix + page not in self.pages:
                    self.complain(f"there is no {prefix}{page}")
        for page in self.pages:
            if not self.is_apart(page) and not page.endswith("search.html") and page[:-5] + ".md" not in self.files:
                self.complain(f"{page} has no companion in Markdown")
        for figure in [path for path in self.pages if re.fullmatch(r"(de/|en/)?figures/(?!index)[^/]+\.html", path)]:
            embed = figure.replace("figures/", "embed/")
            for path in (embed, f"editions/{self.edition}/{embed}"):
                if path not in self.pages:
                    self.complain(f"there is no {path}")
        for file in ["favicon.ico", "apple-touch-icon.png", "icon-192.png", "icon-512.png"] + [prefix + name for prefix in LANGUAGES.values()
                                                                                              for name in ("feed.xml", "llms.txt", "site.webmanifest")]:
            if file not in self.files:
                self.complain(f"there is no {file}")
        of = {language: {path.removeprefix(prefix) for path in self.pages
                         if not path.startswith("editions/") and path.startswith(prefix) and (prefix or path[:3] not in ("de/", "en/"))}
              for language, prefix in LANGUAGES.items()}
        if not of["nl"] == of["de"] == of["en"]:
            self.complain(f"the languages have different pages: {(of['nl'] ^ of['de']) | (of['nl'] ^ of['en'])}")
        for path in self.files:
            if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.(html|csv|csv-metadata\.json|css|js|json|jsonld|ttl|xlsx|xml|txt|md|svg|png|ico|woff2|webmanifest)", path):
                self.complain(f"{path} is an odd name")

    def judge_manifest(self):
        try:
            run.check_whole(self.folder)
        except run.Failure as failure:
            self.complain(str(failure))
        manifest = json.loads((self.folder / "build-manifest.json").read_text())
        listed = [entry["path"] for entry in manifest["files"]]
        if not manifest["generator"].startswith("regioscope ") or set(manifest) != {"generator", "files"}:
            self.complain("the manifest's head is not as agreed")
        if listed != sorted(listed, key=str.encode) or any(list(entry) != ["path", "bytes", "sha256"] for entry in manifest["files"]):
            self.complain("the manifest's entries are not as agreed")

    def judge_discovery(self):
        checked = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", run.HERE / "sitemap.xsd", self.folder / "sitemap.xml"], capture_output=True,
                                 text=True)
        if checked.returncode != 0:
            self.complain(f"the sitemap is not valid: {checked.stderr.strip()}")
        listed = set(re.findall(r"<loc>([^<]*)</loc>", (self.folder / "sitemap.xml").read_text()))
        expected = {self.base_url + path for path in self.pages if not self.is_apart(path)}
        for address in sorted(listed ^ expected):
            self.complain(f"the sitemap {'invents' if address in listed else 'lacks'} {address}")
        if f"Sitemap: {self.base_url}sitemap.xml" not in (self.folder / "robots.txt").read_text().splitlines():
            self.complain("robots.txt does not lead to the sitemap")

    @staticmethod
    def is_apart(path):
        """No page to find: what is shown inside other sites, what stands in the place of missing pages, what books consist of."""
        return re.search(r"(^|/)(embed/[^/]+|404|paper)\.html$", path) is not None

    def judge_head(self, path, page):
        inner = path.removeprefix(f"editions/{self.edition}/")
        language = inner[:2] if inner[:3] in ("de/", "en/") else "nl"
        if page.language != language:
            self.complain(f"{path}: its language is '{page.language}'")
        rules = dict((rule.split(maxsplit=1) + [""])[:2] for rule in (page.policy or "").split("; "))
        if rules != POLICY:
            self.complain(f"{path}: the content security policy is '{page.policy}'")
        if self.is_apart(path) and not path.endswith("paper.html"):
            if page.canonical or page.alternates:
                self.complain(f"{path} has an address of its own")
            return
        if page.picture and page.picture.removeprefix(self.base_url) not in self.files:
            self.complain(f"{path}: its picture {page.picture} is not there")
        if set(page.beside) != {"text/markdown", "application/atom+xml"} and not path.endswith(("search.html", "paper.html")):
            self.complain(f"{path}: beside it stand {page.beside}")
        if page.canonical != self.base_url + path:
            self.complain(f"{path}: its canonical address is '{page.canonical}'")
        plain = path[3:] if path[:3] in ("de/", "en/") else path
        expected = {language: self.base_url + prefix + plain for language, prefix in LANGUAGES.items()} | {"x-default": self.base_url + plain}
        # The same set on each of them is what makes them point to each other.
        if page.alternates != expected:
            self.complain(f"{path}: its other languages are {page.alternates}")

    def judge_links(self, path, page):
        for target in page.fetched:
            if re.match(r"(?i)\s*([a-z][a-z0-9+.-]*:|//)", target) and not target.startswith("data:image/"):
                self.complain(f"{path} fetches {target}")
        from_root = path.endswith("404.html")
        for target in page.fetched + page.followed:
            if re.match(r"(?i)(https?:|mailto:)", target):
                if target.startswith(self.base_url):
                    self.complain(f"{path}: {target} leads inside by an absolute address")
                continue
            if re.match(r"(?i)\s*[a-z][a-z0-9+.-]*:", target):
                if not target.startswith("data:image/"):
                    self.complain(f"{path}: a strange link: {target}")
                continue
            file, _, anchor = target.partition("#")
            if from_root and file and not file.startswith(self.base_path):
                self.complain(f"{path}: {target} does not start from {self.base_path}")
                continue
            if not from_root and file.startswith("/"):
                self.complain(f"{path}: {target} starts from the root of the host")
                continue
            inner = file[len(self.base_path):] if from_root and file else posixpath.join(posixpath.dirname(path), urllib.parse.unquote(file))
            goal = posixpath.normpath(inner) if file else path
            if goal not in self.files:
                self.complain(f"{path}: {target} leads to no file")
            elif anchor and goal in self.pages and urllib.parse.unquote(anchor) not in self.pages[goal].ids:
                self.complain(f"{path}: {target} leads to no place in {goal}")

    def judge_assets(self):
        for path, file in self.files.items():
            text = file.read_text(encoding="utf-8") if path.endswith((".css", ".js", ".svg")) else ""
            if path.endswith(".css"):
                rules = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
                if re.search(r"@import|url\((?!\"[a-z0-9/-]+\.woff2\")|https?:|//[a-z]", rules):
                    self.complain(f"{path} fetches something")
                for font in re.findall(r"url\(\"([^\"]+)\"", rules):
                    published = self.files.get(posixpath.join(posixpath.dirname(path), font))
                    if published is None or published.read_bytes() != (ROOT / "templates/assets" / font).read_bytes():
                        self.complain(f"{path}: the font {font} is not published as it is")
            if path.endswith(".js"):
                code = re.sub(r"//.*", "", text)
                for word in re.findall(r"\b(?:fetch|import|XMLHttpRequest|WebSocket|EventSource|sendBeacon|eval|innerHTML|document\.write|localStorage|sessionStorage|cookie)\b|https?:", code):
                    self.complain(f"{path} uses {word}")
            # A drawing that is taken along brings its own style, and nothing else.
            if path.endswith(".svg") and re.search(r"(?i)<(script|foreignObject|image|a|use)\b|\son[a-z]+\s*=|@import|url\((?!#)|(href|src)\s*=", text):
                self.complain(f"{path} is more than a drawing")

    def judge_csv(self):
        figures = {path.removeprefix("figures/").removesuffix(".html") for path in self.pages if path.startswith("figures/") and path != "figures/index.html"}
        for figure in figures:
            if f"data/figures/{figure}.csv" not in self.files:
                self.complain(f"figure {figure} has no data file")
        for path, file in self.files.items():
            if not path.endswith(".csv"):
                continue
            data = file.read_bytes()
            if not data.endswith(b"\r\n") or re.search(rb"(?<!\r)\n", data) or data.startswith(b"\xef\xbb\xbf"):
                self.complain(f"{path}: lines do not end in CRLF, or it begins with a byte order mark")
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
            if len({len(row) for row in rows}) != 1 or len(set(rows[0])) != len(rows[0]):
                self.complain(f"{path}: rows of different length, or a column twice")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    complaints, pages = [], 0
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        for edition, base_url in (("2022", "https://regioscope.example/"), ("2016", "https://reports.example:8443/a/b-c/")):
            public = pathlib.Path(folder) / edition
            built = subprocess.run([program, "build", ROOT, "--edition", edition, "--base-url", base_url.rstrip("/"), "--output", public],
                                   capture_output=True, text=True)
            if built.returncode != 0:
                sys.exit(f"edition {edition} does not build:\n{built.stderr}")
            judge = Judge(public, base_url, edition)
            judge.judge()
            complaints += judge.complaints
            pages += len(judge.pages)
    print("\n".join(complaints[:40]) or f"{pages} pages and the files beside them are as promised")
    sys.exit(1 if complaints else 0)


main()
