"""The layouts in which statistics offices hand out figures, made here after their descriptions (docs/import.md)."""
import io
import json
import sys
import zipfile

from project import Project, good

project = Project(sys.argv[1], "Emsland, Bremen, Twente")


def figures(name, content, *options):
    good(project.run_import(project.write(name, content), *options))
    return project.figures()


# StatLine, with the layout of its table: a line per dimension of the columns, names of the rows' in the last one.
statline = """\ufeff"Arbeidsdeelname; regio's"

"Geslacht";"";"Totaal";"Totaal"
"Perioden";"";"2022";"2023*"
"Regio's";"Eenheid";"";""
"Twente (CR)";"%";"4,1";"3,9"
"Emsland";"%";".";"-"
"Bron: CBS"
"""
found = figures("statline.csv", statline, "--indicator", "unemployment-rate")
assert found == {("twente", "unemployment-rate", "2022"): (4.1, None), ("twente", "unemployment-rate", "2023"): (3.9, "P"),
                 ("emsland", "unemployment-rate", "2022"): (None, "Q"), ("emsland", "unemployment-rate", "2023"): (0, "P")}, found
assert project.table()["printed_title"] == "Arbeidsdeelname; regio's"
short = statline.replace('"Perioden";"";"2022";"2023*"\n"Regio\'s";"Eenheid";"";""\n', '"Regio\'s";"Perioden";"2022";"2023*"\n')
assert figures("statline-2.csv", short, "--indicator", "unemployment-rate") == found

# GENESIS, a row for each figure, packed, unsorted, in Windows-1252.
columns = ("statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;"
           "1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q")
row = "12411;Fortschreibung;STAG;Stichtag;{};KREISE;Kreise;{};    {};{};Anzahl;BEVSTD;Bevölkerung;{}"
flat = "\n".join([columns, row.format("31.12.2023", "04011", "Bremen", "691,5", "p"), row.format("31.12.2022", "03454", "Emsland", ".", ""),
                  row.format("31.12.2023", "03454", "Emsland", "345,1", "e")])
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr("12411_de_flat.csv", flat.encode("cp1252"))
found = figures("genesis.zip", buffer.getvalue(), "--indicator", "population")
assert found == {("bremen", "population", "2023-12-31"): (691.5, "P"), ("emsland", "population", "2022-12-31"): (None, "Q"),
                 ("emsland", "population", "2023-12-31"): (345.1, None)}, found

# GENESIS as it was: a column for each thing.
old = """Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;ERW__Unemployment rate__Prozent;ERW__Unemployment rate__Prozent__q
13211;Arbeitsmarkt;JAHR;Jahr;2022;KREISE;Kreise;03454;Emsland;2,9;e
13211;Arbeitsmarkt;JAHR;Jahr;2022;KREISE;Kreise;04011;Bremen;10,2;s
"""
assert figures("old.csv", old) == {("emsland", "unemployment-rate", "2022"): (2.9, None), ("bremen", "unemployment-rate", "2022"): (10.2, "E")}

# Eurostat's TSV and SDMX-CSV.
regions = json.loads((project.folder / "datasets/regions.json").read_text())
regions["regions"]["emsland"]["nuts"] = "DE949"
regions["regions"]["twente"]["nuts"] = "NL213"
(project.folder / "datasets/regions.json").write_text(json.dumps(regions))
tsv = "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \nA,PC,DE949\t2.50 \t2.7 e\nA,PC,NL213\t4.5 p\t: c\n"
expected = {("emsland", "unemployment-rate", "2021"): (2.5, None), ("emsland", "unemployment-rate", "2022"): (2.7, "E"),
            ("twente", "unemployment-rate", "2021"): (4.5, "P"), ("twente", "unemployment-rate", "2022"): (None, "Q")}
assert figures("eurostat.tsv", tsv, "--indicator", "unemployment-rate") == expected
assert '2.50' in (project.folder / "datasets/tables/example/imported.json").read_text()
lines = ["A,PC,DE949,2021,2.50,,", "A,PC,DE949,2022,2.7,e,", "A,PC,NL213,2021,4.5,p,", "A,PC,NL213,2022,,c,C"]
first = ["DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"] + ["ESTAT:X(1.0),01/02/24 11:00:00," + line for line in lines]
assert figures("sdmx-1.csv", "\n".join(first), "--indicator", "unemployment-rate") == expected
second = ["STRUCTURE,STRUCTURE_ID,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"] + ["dataflow,ESTAT:X(1.0)," + line for line in lines]
assert figures("sdmx-2.csv", "\n".join(second), "--indicator", "unemployment-rate") == expected

# JSON-stat: a list or an object of values, statuses by place.
cube = {"version": "2.0", "class": "dataset", "label": "Unemployment", "id": ["geo", "time", "metric"], "size": [2, 2, 1],
        "role": {"geo": ["geo"], "time": ["time"], "metric": ["metric"]},
        "dimension": {"geo": {"label": "Region", "category": {"index": ["DE949", "NL213"], "label": {"DE949": "Emsland", "NL213": "Overijssel-Twente"}}},
                      "time": {"category": {"index": {"2021": 0, "2022": 1}}},
                      "metric": {"category": {"label": {"u": "Unemployment rate"}}}},
        "value": [2.5, 2.7, 4.5, None], "status": {"1": "e", "2": "p", "3": "c"}}
assert figures("cube.json", json.dumps(cube)) == expected
cube["value"] = {"0": 2.5, "1": 2.7, "2": 4.5}
assert figures("sparse.json", json.dumps(cube)) == expected

# GENESIS' tables as they are shown: a number, a title of three lines, three rows of head, keys.
shown = """GENESIS-Tabelle: 13211-02-05-4;;;;
Arbeitslose nach ausgewählten Personengruppen sowie;;;;
Arbeitslosenquoten - regionale Tiefe: Kreise;;;;
;;;Arbeitslose;Unemployment rate
;;;Insgesamt;Insgesamt
;;;Anzahl;Prozent
2022;DG;Deutschland;2418133;5,3
2022;03454;  Emsland, Landkreis;5123;2,9
2022;04011;  Bremen, Kreisfreie Stadt;-;x
__________
(C)opyright Statistisches Bundesamt (Destatis), 2023
"""
file = project.write("shown.csv", shown)
ended = project.run_import(file)
assert ended.returncode == 1 and "'Bremen, Kreisfreie Stadt'" in ended.stderr and "Emsland" not in ended.stderr.split("unmapped")[1], ended.stderr
mapping = json.loads((project.folder / "shown.csv.map.json").read_text())
mapping["regions"].update({"Deutschland": None, "Bremen, Kreisfreie Stadt": "bremen"})
mapping["indicators"] = {label: "jobs" if label.startswith("Arbeitslose |") else "unemployment-rate" for label in mapping["indicators"]}
(project.folder / "shown.csv.map.json").write_text(json.dumps(mapping))
good(project.run_import(file))
assert project.figures() == {("emsland", "jobs", "2022"): (5123, None), ("emsland", "unemployment-rate", "2022"): (2.9, None),
                             ("bremen", "jobs", "2022"): (0, None), ("bremen", "unemployment-rate", "2022"): (None, "M")}, project.figures()
assert project.table()["printed_title"].startswith("Arbeitslose nach ausgewählten Personengruppen sowie Arbeitslosenquoten")

# A row for each figure, of anybody's making; a database's export with numbers of rows; years behind what is measured.
long = "regio;jaar;indicator;waarde;status\nTwente;2021;Werkloosheid;4,1;\nTwente;2022;Werkloosheid;3,9;p\nEmsland;2022;Werkloosheid;;\nEmsland;2022;Banen;152300;\n"
found = figures("long.csv", long)
assert found == {("twente", "unemployment-rate", "2021"): (4.1, None), ("twente", "unemployment-rate", "2022"): (3.9, "P"),
                 ("emsland", "unemployment-rate", "2022"): (None, None), ("emsland", "jobs", "2022"): (152300, None)}, found
numbered = '"ID";"Regio";"Perioden";"Banen"\n0;"Twente";"2021JJ00";159732\n1;"Twente";"2022JJ00";160383\n2;"Emsland";"2022JJ00";   627123\n'
assert figures("numbered.csv", numbered)[("emsland", "jobs", "2022")] == (627123, None)
years = "Regio;Werkloosheid 2021;Werkloosheid 2022\nTwente;4,1;4,0\nEmsland;2,9;2,8\n"
assert figures("years.csv", years)[("emsland", "unemployment-rate", "2021")] == (2.9, None)
assert figures("across.csv", "Jaar;Twente;Emsland\n2019;4,1;2,9\n2020;4,4;3,1\n", "--indicator", "unemployment-rate")[
    ("emsland", "unemployment-rate", "2020")] == (3.1, None)

# An ODS: what a cell shows tells how many digits its value has.
cell = '<table:table-cell office:value-type="{}" office:value="{}"><text:p>{}</text:p></table:table-cell>'
text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
rows = [[text.format("Regio"), text.format("2022"), text.format("2023")],
        [text.format("Twente"), cell.format("float", "4.0999999", "4,10"), cell.format("percentage", "0.039", "3,9 %")],
        [text.format("Emsland"), text.format("."), cell.format("float", "1234.5", "1.234,5")]]
body = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    archive.writestr("content.xml", '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><table:table table:name="Blad1">'
                     f'{body}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/>'
                     "</table:table-row></table:table></office:body></office:document-content>")
found = figures("sheet.ods", buffer.getvalue(), "--indicator", "unemployment-rate")
assert found[("twente", "unemployment-rate", "2022")] == (4.1, None) and found[("twente", "unemployment-rate", "2023")] == (3.9, None), found
assert found[("emsland", "unemployment-rate", "2023")] == (1234.5, None), found
assert "4.10" in (project.folder / "datasets/tables/example/imported.json").read_text()
print("every layout was read")
