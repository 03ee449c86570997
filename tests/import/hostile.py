"""Files made to hurt: bombs, names that lead away, cells at the far end of a sheet, trees without end. Each is a finding, soon."""
import io
import json
import sys
import zipfile

from project import Project, refused

project = Project(sys.argv[1])


def packed(files, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def workbook(sheet, **more):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {"xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>', **more}


def case(name, content, code, *options):
    refused(project.run_import(project.write(name, content), "--period", "2020", *options), code)


table = "Regio;Banen\nEmsland;1\nBremen;2\n"
case("bomb.zip", packed({"a.csv": b"0" * (300 << 20)}), "archive-too-large")
case("bomb.xlsx", packed(workbook("<row/>", **{"xl/media/a.bin": b"\0" * (300 << 20)})), "archive-too-large")
case("many.zip", packed({f"{i}.csv": table for i in range(2500)}), "archive-too-large")
case("two.zip", packed({"a.csv": table, "b.csv": table}), "no-table-in-archive")
case("inner.zip", packed({"a.csv": packed({"b.csv": packed({"c.csv": table})})}), "no-table-in-archive")
case("cut.xlsx", packed(workbook("<row/>"))[:-40], "broken-archive")
case("far.xlsx", packed(workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), "too-many-cells")
case("wide.xlsx", packed(workbook('<row r="1">' + "".join(f'<c r="A{i}"><v>{"9" * 40000}</v></c>' for i in (1, 2)) + "</row>")), "too-many-cells")
case("open.xlsx", packed(workbook('<row r="1"><c r="A1"><v>1</v>')), "broken-workbook")
case("gone.xlsx", packed({"xl/workbook.xml": "<workbook/>"}), "broken-workbook")
case("letters.csv", b"\0\1\2\3" * 1000, "unknown-format")
case("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 4000, "unknown-format")
case("huge.json", json.dumps({"class": "dataset", "id": ["a", "b"], "size": [100000, 100000], "value": [],
                              "dimension": {"a": {"category": {"index": []}}, "b": {"category": {"index": []}}}}), "invalid-json-stat")

cells = "".join('<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell>'
                for _ in range(4))
ods = (f'<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="S"><table:table-row '
       f'table:number-rows-repeated="1048576">{cells}</table:table-row></table:table></office:document-content>')
case("rows.ods", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ods}), "too-many-cells")
nested = "<a>" * 200000
case("nested.ods", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": nested}), "broken-workbook")

# A name that leads away is a name: nothing is written by it.
ended = project.run_import(project.write("away.zip", packed({"../../../away.csv": table})), "--period", "2020", "--indicator", "jobs")
assert ended.returncode == 0, ended.stderr
assert not list(project.folder.parent.parent.glob("away.csv"))
# What looks like an instruction in a cell is a cell.
ended = project.run_import(project.write("formula.csv", 'Regio;Banen\n"=cmd|x";1\n\x1b[31mrood;2\nEmsland;3\n'), "--period", "2020")
assert ended.returncode == 1 and "\x1b" not in ended.stderr + ended.stdout, ended.stderr
