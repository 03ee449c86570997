"""Tables as people lay them out: signs and their legends, notes, periods, columns that say more of others, parts of a table, and files
that the import must not take at their word."""
import io
import json
import sys
import zipfile

from project import Project, good, refused

project = Project(sys.argv[1], "Twente, Achterhoek, Emsland")
regions = json.loads((project.folder / "datasets/regions.json").read_text())
regions["regions"]["emsland"]["nuts"] = "DE949"
regions["regions"]["twente"]["nuts"] = "NL213"
(project.folder / "datasets/regions.json").write_text(json.dumps(regions))

RATE = ("--indicator", "unemployment-rate")
JOBS = ("--indicator", "jobs")


def attempt(content, *options, name="sheet.csv"):
    for old in project.folder.glob("*.map.json"):
        old.unlink()
    return project.run_import(project.write(name, content), *options)


def figures(content, *options, name="sheet.csv"):
    """{(region, period): (value, status)}, of the only indicator."""
    global said
    ended = good(attempt(content, *options, name=name))
    said = ended.stdout + ended.stderr
    return {(region, period): value for (region, _, period), value in project.figures().items()}


def all_figures(content, *options, name="sheet.csv"):
    good(attempt(content, *options, name=name))
    return project.figures()


# A column of statuses speaks of the column before it.
assert figures("Regio;2022;Status;2023;Status\nTwente;3,1;;3,2;p\nAchterhoek;2,8;b;2,7;\n", *RATE) == {
    ("twente", "2022"): (3.1, None), ("twente", "2023"): (3.2, "P"), ("achterhoek", "2022"): (2.8, "B"), ("achterhoek", "2023"): (2.7, None)}
assert figures("Region;2022;2022__q;2023;2023__q\nTwente;3,1;;3,2;p\nEmsland;2,8;e;2,7;\n", *RATE)[("emsland", "2022")] == (2.8, "E")
assert figures("Regio;2022;2023;Status\nTwente;3,1;3,2;p\nEmsland;2,8;2,7;\n", *RATE)[("twente", "2022")] == (3.1, "P")
assert "column 'Status' is taken to speak of all figures" in said

# The file's own legend goes before what an office's signs usually mean; what it says of "*" may be a note.
star = "Regio;2022;2023\nTwente;3,1;3,2*\nAchterhoek;.;2,7\n{}\n"
assert figures(star.format("* voorlopig"), *RATE)[("twente", "2023")] == (3.2, "P")
assert figures(star.format("* Schatting van de provincie."), *RATE)[("twente", "2023")] == (3.2, "E")
assert "says what '*' stands for, 'Schatting van de provincie.'" in said
assert figures(star.format("* zonder studenten"), *RATE)[("twente", "2023")] == (3.2, None)
assert "zonder studenten" in (project.folder / "datasets/tables/example/imported.json").read_text()
assert figures(star.format(". = geheim\n* voorlopig"), *RATE)[("achterhoek", "2022")] == (None, "Q")
assert figures(star.format(".;niet beschikbaar"), *RATE)[("achterhoek", "2022")] == (None, None)
nought = "Regio;2022;2023\nTwente;3,1;3,2\nAchterhoek;-;2,7\n"
refused(attempt(nought, *RATE), "unknown-sign")
assert figures(nought + "- = nihil\n", *RATE)[("achterhoek", "2022")] == (0, None)

# Marks of notes: raised, in square brackets, at years and regions.
raised = "Regio;2022¹;2023 2)*\nTwente³;3,1;3,2⁴\nAchterhoek;2,8;[c]\n¹ Herzien.\n2) Tot november.\n[note 3] Zonder Rijssen.\n4) Laag.\n"
found = figures(raised, *RATE)
assert found == {("twente", "2022"): (3.1, None), ("twente", "2023"): (3.2, "P"), ("achterhoek", "2022"): (2.8, None),
                 ("achterhoek", "2023"): (None, "Q;P")} or found[("achterhoek", "2023")][0] is None, found
words = (project.folder / "datasets/tables/example/imported.json").read_text()
for note in ("Herzien.", "Tot november.", "Zonder Rijssen.", "Laag."):
    assert note in words, (note, words)

# Periods as people write them; what is no period among them is asked for.
assert set(figures("Regio;Schooljaar 2018/'19;2019/20;2020-'21\nTwente;123;124;125\nEmsland;81;82;83\n", *JOBS)) == {
    (region, period) for region in ("twente", "emsland") for period in ("2018/2019", "2019/2020", "2020/2021")}
assert set(figures("Regio;2011-12;2012-13\nTwente;123;124\n", *JOBS)) == {("twente", "2011/2012"), ("twente", "2012/2013")}
assert set(figures("Regio;jan-22;feb-22\nTwente;123;124\n", *JOBS)) == {("twente", "2022-01"), ("twente", "2022-02")}
difference = "Regio;2022;2023;verschil\nTwente;3,1;3,2;0,1\nAchterhoek;2,8;2,7;-0,1\n"
refused(attempt(difference, *RATE), "unmapped-period")
mapping = project.folder / "sheet.csv.map.json"
meant = json.loads(mapping.read_text())
assert meant["periods"] == {"verschil": "?"}, meant
meant["periods"]["verschil"] = None
mapping.write_text(json.dumps(meant))
good(project.run_import(project.folder / "sheet.csv", *RATE))

# Sums of a single kind are told, not made into regions; what is left out of a first column is what stands above.
assert set(figures("Regio;2022;2023\nTwente;31;32\nEmsland;28;27\nTotaal;59;59\n", *JOBS)) == {
    (region, period) for region in ("twente", "emsland") for period in ("2022", "2023")}
assert "'Totaal' is taken for the sum" in said
assert figures("Regio;Jaar;Werkloosheid\nTwente;2022;3,1\n;2023;3,2\nEmsland;2022;2,8\n;2023;2,7\n")[("emsland", "2023")] == (2.7, None)
assert "say what the one above them says" in said

# Headings of sections tell what is measured where the same labels come again, with or without the head.
blocks = "Werkloosheid\nRegio;2022;2023\nTwente;3,1;3,2\nEmsland;2,8;2,7\n\nBanen\n{}Twente;101.200;102.300\nEmsland;51.100;52.400\n"
for again in ("Regio;2022;2023\n", ""):
    found = all_figures(blocks.format(again))
    assert found[("emsland", "unemployment-rate", "2022")] == (2.8, None) and found[("emsland", "jobs", "2022")] == (51100, None), found
# Another head is of another table, below or beside; a range cuts it out.
other = blocks.format("Regio;2020;2021\n")
refused(attempt(other), "several-tables")
assert all_figures(other, "--range", "A7:C9", "--decimal", "comma", *JOBS)[("twente", "jobs", "2020")] == (101200, None)
refused(attempt(other, "--range", "7-9"), "unknown-range")
refused(attempt("Regio;2022;2023;;Regio;2022;2023\nTwente;3,1;3,2;;Twente;100;101\n", *JOBS), "several-tables")

# Units beside names, in columns, rows and heads.
found = all_figures("Onderwerp;Eenheid;Regio;2022\nWerkloosheid;%;Twente;3,1\nWerkloosheid;%;Emsland;2,9\nBanen;x 1 000;Twente;315,7\nBanen;x 1 000;Emsland;180,1\n")
assert found[("twente", "jobs", "2022")] == (315.7, None) and '"scale": 1000' in (project.folder / "sheet.csv.map.json").read_text()
found = all_figures('"Kerncijfers"\n""\n"";"";"Banen";"Werkloosheid"\n"Regio\'s";"Perioden";"x 1 000";"%"\n"Twente (CR)";"2022";"315,7";"3,1"\n"Bron: CBS"\n')
assert found[("twente", "unemployment-rate", "2022")] == (3.1, None), found

# Nothing is passed over: columns without a head, quotation marks that stay open, powers of ten.
refused(attempt("Regio;2022;2023\nTwente;3,1\nAchterhoek;2,8;2,7;9,9\n", *RATE), "no-head")
refused(attempt('Regio;2022;2023\nTwente;"3,1;3,2\nAchterhoek;2,8;2,7\n', *RATE), "open-quote")
refused(attempt("Regio,2022\nTwente,1.5E+05\nAchterhoek,2.8E+04\n", *JOBS), "unreadable-number")
assert figures("Regio|2022|2023\nTwente|3,1|3,2\nAchterhoek|2,8|2,7\n", *RATE)[("twente", "2023")] == (3.2, None)

# What is not known is found where its label stands, and what may be meant is named by its id.
ended = attempt("Regio;2022\nTwente;3,1\nLandkreis Emsland;2,9\n", *RATE)
assert "sheet.csv:3:1: error[unmapped-region]: no region is called 'Landkreis Emsland' (did you mean 'emsland'?)" in ended.stderr, ended.stderr
ended = attempt("Regio;Jaar;Werklosheid\nTwente;2022;3,1\n")
assert "sheet.csv:1:12: error[unmapped-indicator]: no indicator is called 'Werklosheid' (did you mean 'unemployment-rate'?)" in ended.stderr, ended.stderr

# Eurostat's files of few columns, and with labels; CBS' open data of the fourth version.
tsv = "freq,unit,sex,age,geo\\TIME_PERIOD\t2021-Q1 \t2021-Q2 \nQ,PC,T,Y15-74,DE949\t2.5 bu\t: \nQ,PC,T,Y15-74,NL213\t4.5 p\t4.6 \n"
found = figures(tsv, *RATE, name="few.tsv")
assert found[("twente", "2021-Q1")] == (4.5, "P") and found[("emsland", "2021-Q2")] == (None, None), found
labelled = """STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,unit,Unit of measure,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Observation status (Flag) V2 structure,CONF_STATUS,Confidentiality status (flag)
dataflow,ESTAT:NAMA(1.0),GDP,A,Annual,PC,Percentage,DE949,Landkreis Emsland,2022,,2.1,,u,low reliability,,
dataflow,ESTAT:NAMA(1.0),GDP,A,Annual,PC,Percentage,NL213,Overijssel-Twente,2022,,3.1,,,,,
"""
assert figures(labelled, *RATE, name="labelled.csv") == {("emsland", "2022"): (2.1, "U"), ("twente", "2022"): (3.1, None)}
observations = """Id,Measure,ValueAttribute,Value,StringValue,RegioS,Perioden
0,M003026,None,4.1,,Twente,2022JJ00
1,M003026,Impossible,,,Twente,2023JJ00
"""
assert figures(observations, *RATE, name="observations.csv") == {("twente", "2022"): (4.1, None), ("twente", "2023"): (None, "M")}

# An ODS: raised marks are a style of the text; marks of a number are in what it shows; hidden rows are not read, remarks are told.
number = '<table:table-cell office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell>'
text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
rows = [text.format("Regio") + text.format("2022") + text.format('2023<text:span text:style-name="T1">1</text:span>'),
        text.format("Twente") + number.format("4.1", "4,1*") + number.format("3.9", "3,9 2)"),
        text.format("Achterhoek") + number.format("2.5", "(2,5)") +
        '<table:table-cell office:value-type="float" office:value="2.6"><office:annotation><text:p>nog nakijken</text:p></office:annotation><text:p>2,6</text:p></table:table-cell>',
        text.format("Emsland") + number.format("2", "2") + number.format("2", "2"),
        text.format("1) Herzien."), text.format("2) Zonder Rijssen.")]
body = "".join(f'<table:table-row{" table:visibility=" + chr(34) + "filter" + chr(34) if i == 3 else ""}>{row}</table:table-row>' for i, row in enumerate(rows))


def ods(content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>'
                         '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>'
                         f'<office:body><table:table table:name="Blad1">{content}</table:table></office:body></office:document-content>')
    return buffer.getvalue()


found = figures(ods(body), *RATE, name="marks.ods")
assert found == {("twente", "2022"): (4.1, "P"), ("twente", "2023"): (3.9, None), ("achterhoek", "2022"): (2.5, "U"), ("achterhoek", "2023"): (2.6, None)}, found
assert "row 4 is hidden in the workbook and not read: Emsland" in said and "cell C3 has a remark, which is not read: 'nog nakijken'" in said, said
words = (project.folder / "datasets/tables/example/imported.json").read_text()
assert "Herzien." in words and "Zonder Rijssen." in words, words
formula = f"<table:table-row>{text.format('Regio')}{text.format('2022')}</table:table-row><table:table-row>{text.format('Twente')}" \
          '<table:table-cell table:formula="of:=1+1"/></table:table-row><table:table-row>' + text.format("Emsland") + number.format("2", "2") + "</table:table-row>"
refused(attempt(ods(formula), *RATE, name="formula.ods"), "formula-without-result")

# A source that is not declared yet is proposed with what the file says of it.
ended = project.run("import", project.write("new.csv", "Werk naar regio\n\nRegio;2022;2023\nTwente;3,1;3,2\n\nBron: Bureau voor Werk\n"), "--project", project.folder,
                    "--source", "bureau-2024", *RATE)
assert ended.returncode == 1 and '"bureau-2024": {"title": "Werk naar regio", "language": "nl", "publisher": "Bureau voor Werk"' in ended.stderr, ended.stderr
print("every sheet was read as it was meant")
