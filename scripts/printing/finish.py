"""What Chromium's tagged PDF lacks: an outline, metadata with the PDF/UA identifier, what links say, roles that PDF 1.7 knows, marks around what only decorates; and
the same bytes each time, whatever the clock says."""
import hashlib
import io
import re
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

# PDF 1.7, 14.8.4: what a reader knows without being told.
standard = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote
Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form""".split())
known_as = {"Strong": "Span", "Em": "Span", "Sub": "Span", "Title": "P", "FENote": "Note", "Aside": "Div", "DocumentFragment": "Div"}


def elements(pdf):
    """Of the structure, in reading order."""
    pile = [pdf.Root.StructTreeRoot.K]
    while pile:
        one = pile.pop()
        if isinstance(one, Array):
            pile.extend(reversed(list(one)))
        elif isinstance(one, Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                pile.append(one.K)


def children(element):
    below = element.get("/K", Array())
    return list(below) if isinstance(below, Array) else [below]


def destinations(pdf):
    """Which page each place that is linked to stands on, from 1, and where exactly."""
    number = {page.objgen: i + 1 for i, page in enumerate(pdf.pages)}
    return {name.lstrip("/"): (number[place[0].objgen], place) for name, place in pdf.Root.get("/Dests", Dictionary()).items()}


def page_numbers(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: page for name, (page, _) in destinations(pdf).items()}, len(pdf.pages)


def add_outline(pdf, entries, places):
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    items = [pdf.make_indirect(Dictionary(Title=String(entry["title"]), Dest=Array(list(places[entry["target"]][1])))) for entry in entries]
    above = []  # the entry of each level that the next one may stand below
    last_of = {}
    for entry, item in zip(entries, items):
        del above[entry["level"]:]
        parent = above[-1] if above else root
        item.Parent = parent
        previous = last_of.get(parent.objgen)
        if previous is None:
            parent.First = item
        else:
            previous.Next = item
            item.Prev = previous
        parent.Last = item
        last_of[parent.objgen] = item
        above.append(item)
    # Parts lie open, chapters closed.
    for entry, item in zip(entries, items):
        if "/First" in item:
            count = sum(1 for other in items if other.Parent.objgen == item.objgen)
            item.Count = count if entry["level"] == 0 else -count
    root.Count = sum(1 for entry in entries if entry["level"] < 2)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def tell_links(pdf, words):
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                target = str(link.Dest).lstrip("/")
                link.Contents = String(words.get(target) or target)
            elif "/A" in link and "/URI" in link.A:
                address = str(link.A.URI)
                said = words.get(address, "")
                link.Contents = String(f"{said} ({address})" if said and said not in address else address)


def mend_structure(pdf):
    roles = Dictionary()
    lists = 0
    for one in elements(pdf):
        kind = str(one.S)[1:]
        if kind == "Figure" and "/Alt" not in one and any(isinstance(below, Dictionary) and "/S" in below for below in children(one)):
            one.S = Name.Div  # holds the picture, its title and its notes
        elif kind not in standard:
            roles["/" + kind] = Name("/" + known_as.get(kind, "Span"))
        # The first list is the contents, whatever stands below it too.
        if kind == "L":
            lists += 1
            if lists == 1:
                for below in within(one):
                    below.S = {"/L": Name.TOC, "/LI": Name.TOCI, "/LBody": Name.NonStruct}.get(str(below.S), below.S)
    if len(roles) > 0:
        pdf.Root.StructTreeRoot.RoleMap = roles


def number_elements(pdf):
    """Chromium names elements by what it has counted since it began; here they are counted in their order."""
    named = [one for one in elements(pdf) if "/ID" in one]
    names = {str(one.ID): f"element{i:06}" for i, one in enumerate(named, 1)}
    for one in elements(pdf):
        groups = one.get("/A", Array())
        for group in groups if isinstance(groups, Array) else [groups]:
            if "/Headers" in group:
                group.Headers = Array([String(names[str(head)]) for head in group.Headers])
    for one in named:
        one.ID = String(names[str(one.ID)])
    if named:
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Names=Array([part for one in named for part in (one.ID, one)]))


def within(element):
    yield element
    for below in children(element):
        if isinstance(below, Dictionary) and "/S" in below:
            yield from within(below)


structural = re.compile(rb"^/\S+ *<<.*/MCID \d+.*>> *BDC\r?$")
paints = re.compile(rb"(?:^|\s)(?:S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|Tj|TJ|'|\")\r?$")


def mark_decoration(pdf):
    """What belongs to no element of the structure is said to be decoration: heads and feet of sheets, lines, backgrounds."""
    for page in pdf.pages:
        lines = page.Contents.read_bytes().split(b"\n")
        out, loose, depth = [], [], 0

        def settle():
            if any(paints.search(line) for line in loose):
                out.append(b"/Artifact BMC")
                out.extend(loose)
                out.append(b"EMC")
            else:
                out.extend(loose)
            loose.clear()

        for line in lines:
            word = line.rstrip().rsplit(b" ", 1)[-1].rsplit(b">>", 1)[-1]
            if word in (b"BDC", b"BMC"):
                if depth == 0 and structural.match(line):
                    settle()
                    depth = 1
                    out.append(line)
                    continue
                if depth > 0:
                    depth += 1
            elif word == b"EMC" and depth > 0:
                depth -= 1
                out.append(line)
                continue
            (loose if depth == 0 else out).append(line)
        settle()
        page.Contents = pdf.make_stream(b"\n".join(out))


def describe(pdf, about):
    day = about["date"]
    stamp = f"D:{day.replace('-', '')}000000Z"
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=String(about["title"]), Author=String(about["publisher"]), Subject=String(about["description"]), Creator=String("regioscope"),
                                               Producer=String("Chromium, qpdf"), CreationDate=String(stamp), ModDate=String(stamp)))
    fields = {name: escape(about[name]) for name in ("title", "publisher", "description", "language")}
    xmp = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{fields["title"]}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{fields["publisher"]}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{fields["description"]}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{fields["language"]}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>Chromium, qpdf</pdf:Producer>
<xmp:CreatorTool>regioscope</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
    metadata = pdf.make_stream(xmp.encode())
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(about["language"])
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def finished(data, about):
    """`about`: what compose.js comes to."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = destinations(pdf)
        add_outline(pdf, about["outline"], places)
        tell_links(pdf, about["words"])
        mend_structure(pdf)
        number_elements(pdf)
        mark_decoration(pdf)
        describe(pdf, about)
        pdf.remove_unreferenced_resources()
        out = io.BytesIO()
        pdf.save(out, min_version="1.7", static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return identified(out.getvalue())


def identified(data):
    """With what the bytes come to as the file's id, in place of the one that stands for all files."""
    same_for_all = b"<31415926535897932384626433832795>"
    return data.replace(same_for_all, b"<" + hashlib.sha256(data).hexdigest()[:32].encode() + b">")
