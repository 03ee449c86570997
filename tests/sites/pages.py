"""Published pages as programs of tests read them."""
import html.parser
import re


class Tables(html.parser.HTMLParser):
    """The words of every table's cells, by the table's id, and all words of the page; without the raised signs that lead to notes
    and what is hidden from those who listen."""

    def __init__(self, path):
        super().__init__()
        self.tables, self.table, self.words, self.raised, self.hidden = {}, None, [], False, 0
        self.feed(path.read_text(encoding="utf-8"))
        self.words = re.sub(r"\s+", " ", "".join(self.words))

    def handle_starttag(self, tag, attributes):
        self.raised = self.raised or tag == "sup"
        if tag == "span" and (self.hidden or dict(attributes).get("aria-hidden") == "true"):
            self.hidden += 1
        if tag == "table":
            self.table = self.tables.setdefault(dict(attributes).get("id"), [])
        elif tag == "tr" and self.table is not None:
            self.table.append([])
        elif tag in ("td", "th") and self.table:
            self.table[-1].append("")

    def handle_endtag(self, tag):
        self.raised = self.raised and tag != "sup"
        if tag == "span" and self.hidden:
            self.hidden -= 1
        if tag == "table":
            self.table = None

    def handle_data(self, data):
        if self.raised or self.hidden:
            return
        self.words.append(data)
        if self.table and self.table[-1]:
            self.table[-1][-1] += data

    def of(self, name):
        """{row's head: {column's head: words}}"""
        head, *rows = self.tables[name]
        return {row[0].strip(): dict(zip((cell.strip() for cell in head[1:]), (cell.strip() for cell in row[1:]))) for row in rows}
