"""Which books a built site has, and how each is printed."""
import json
import pathlib

from chromium import Fault
from finish import finished, page_numbers

here = pathlib.Path(__file__).parent
# Numbers of pages change the contents, and with them, at worst, the pages.
most_passes = 4
# Of the 210 mm of A4, without its margins (book.css), in the pixels of a style sheet.
width_of_text = round((210 - 2 * 20) / 25.4 * 96)


class Book:
    """The page `paper.html` of a report or of a region in one language."""

    def __init__(self, site, page):
        self.site = site
        self.page = page
        self.html = page.read_text(encoding="utf-8")
        self.language = self.html.split('<html lang="', 1)[1].split('"', 1)[0]
        inside = page.relative_to(site).parts[:-1]
        if inside[:1] == (self.language,):
            inside = inside[1:]
        self.name = "/".join(inside) or "report"

    @property
    def file(self):
        return f"{self.name}-{self.language}.pdf"

    def print(self, browser):
        browser.open(self.page.as_uri())
        asked = browser.run('''({
            chapters: [...document.querySelectorAll(".book-contents a")].map((link) => link.href),
            address: document.querySelector("link[rel=canonical]")?.href ?? "" })''')
        root = self.site.as_uri() + "/"
        inside = self.page.relative_to(self.site).as_posix()
        web = asked["address"].removesuffix(inside) if asked["address"].endswith(inside) else None
        chapters = []
        for address in asked["chapters"]:
            file = self.site / address.removeprefix(root)
            if not address.startswith(root) or not file.is_file():
                raise Fault(f"{self.page}: its chapter {address} is not in the site")
            chapters.append({"address": address, "html": file.read_text(encoding="utf-8")})
        style = json.dumps((here / "book.css").read_text(encoding="utf-8"))
        browser.run(f'''(() => {{ const style = document.createElement("style"); style.textContent = {style}; document.head.append(style); }})()''')
        compose = (here / "compose.js").read_text(encoding="utf-8").rstrip().rstrip(";")
        about = browser.run(compose + f"({json.dumps({'root': root, 'web': web, 'chapters': chapters})})")
        browser.run("Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))]).then(() => true)")
        browser.ask("Emulation.setEmulatedMedia", media="print")
        browser.ask("Emulation.setDeviceMetricsOverride", width=width_of_text, height=1000, deviceScaleFactor=1, mobile=False)
        browser.run("makeTablesFit()")
        numbers = {}
        for _ in range(most_passes):
            data = browser.pdf()
            found, count = page_numbers(data)
            missing = [entry["title"] for entry in about["outline"] if entry["target"] not in found]
            if missing:
                raise Fault(f"{self.page}: no page has {missing[0]!r}")
            if found == numbers:
                return finished(data, about), count
            numbers = found
            browser.run(f'''(() => {{ const numbers = {json.dumps(numbers)};
                for (const place of document.querySelectorAll(".book-page")) place.textContent = numbers[place.dataset.target]; }})()''')
        raise Fault(f"{self.page}: the numbers of the pages do not come to rest")


def books_of(site):
    """All of them, the report's first in each language. Kept editions have their own and are asked for by their folder."""
    pages = [page for page in site.rglob("paper.html") if page.relative_to(site).parts[0] != "editions" and 'class="book"' in page.read_text(encoding="utf-8")]
    return sorted((Book(site, page) for page in pages), key=lambda book: (book.name != "report", book.name, book.language))
