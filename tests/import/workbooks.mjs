// Workbooks as people make them, written with exceljs: printed digits, merged heads, raised notes, several sheets.
import assert from "node:assert/strict";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { Project } from "./project.mjs";

const project = new Project(process.argv[2], "Nord, Süd");

async function saved(name, fill) {
  const workbook = new ExcelJS.Workbook();
  await fill(workbook);
  const file = join(project.folder, name);
  await workbook.xlsx.writeFile(file);
  return file;
}

// Two rows of head, merged both ways; digits by number format; a raised mark with its note; a sum and a source below.
const merged = await saved("merged.xlsx", (workbook) => {
  workbook.addWorksheet("Info").getCell("A1").value = "Nur Text";
  const sheet = workbook.addWorksheet("Daten");
  sheet.mergeCells("A1:E1");
  sheet.getCell("A1").value = "Arbeit in den Regionen";
  sheet.mergeCells("A3:A4");
  sheet.getCell("A3").value = "Region";
  sheet.mergeCells("B3:C3");
  sheet.getCell("B3").value = { richText: [{ text: "Arbeitslosenquote" }, { font: { vertAlign: "superscript" }, text: "1)" }] };
  sheet.mergeCells("D3:E3");
  sheet.getCell("D3").value = "Einwohner";
  [2022, 2023, 2022, 2023].forEach((year, index) => { sheet.getCell(4, index + 2).value = year; });
  sheet.getRow(5).values = ["Nord", 4.0999999, 3.9, 180200.4, 181100];
  sheet.getRow(6).values = ["Süd", "x", 5.5, 305800, "."];
  sheet.getRow(7).values = ["Insgesamt", "", "", 486000, ""];
  sheet.getRow(8).values = ["Insgesamt", "", "", 486000, ""];
  for (const row of [5, 6]) {
    for (const column of [2, 3]) sheet.getCell(row, column).numFmt = "0.0";
    for (const column of [4, 5]) sheet.getCell(row, column).numFmt = "#,##0";
  }
  sheet.getCell("A10").value = "1) Jahresdurchschnitt.";
  sheet.getCell("A12").value = "Quelle: Statistisches Bundesamt";
});
let done = project.import(merged, "--table", "1");
assert.equal(done.status, 0, done.said);
assert.match(done.said, /8 figures \(2 of them missing\): 2 regions, 2 indicators, 2 periods/);
let table = done.table();
const [north, south] = table.rows;
assert.deepEqual(Object.values(north.cells), [4.1, 3.9, 180200, 181100]);
assert.deepEqual(Object.values(south.cells)[0], { value: null, status: "M" });
assert.deepEqual(Object.values(south.cells)[3], { value: null, status: "Q" });
assert.deepEqual(Object.values(table.columns).map((column) => column.period), ["2022", "2023", "2022", "2023"]);
assert.equal(Object.values(table.columns).filter((column) => column.note?.de === "Jahresdurchschnitt.").length, 2);
assert.match(done.said, /signs are read as those of 'destatis'/);
assert.match(done.said, /below the table: Quelle/);
assert.match(done.said, /a sum: Insgesamt/);

// Two sheets with figures: the user chooses.
const two = await saved("two.xlsx", (workbook) => {
  for (const year of [2022, 2023]) {
    const sheet = workbook.addWorksheet(`Jahr ${year}`);
    sheet.addRow(["Region", "Arbeitsplätze"]);
    sheet.addRow(["Nord", year * 10]);
    sheet.addRow(["Süd", year * 20]);
  }
});
done = project.import(two, "--period", "2023");
assert.equal(done.status, 1);
assert.match(done.said, /2 sheets hold tables of figures/);
assert.match(done.said, /'Jahr 2022', 'Jahr 2023'/);
done = project.import(two, "--period", "2023", "--sheet", "Jahr 2023");
assert.equal(done.status, 0, done.said);
assert.deepEqual(done.table().rows.map((row) => Object.values(row.cells)[0]), [20230, 40460]);

// Units in a row of their own, under a head that is merged down to them; figures typed as texts; thousands by number format.
const inRows = await saved("units.xlsx", (workbook) => {
  const sheet = workbook.addWorksheet("T");
  sheet.addRow(["Kreis", "Arbeitsplätze", "", "Arbeitslosenquote"]);
  sheet.addRow(["", "2021", "2022", "2022"]);
  sheet.addRow(["", "1 000", "", "%"]);
  sheet.addRow(["Nord", 181.2, 183.4, 2.9]);
  sheet.addRow(["Süd", 430.1, 431.9, "10,2*"]);
  sheet.mergeCells("A1:A3");
  sheet.mergeCells("B1:C1");
  sheet.mergeCells("B3:C3");
});
done = project.import(inRows);
assert.equal(done.status, 0, done.said);
assert.match(done.said, /6 figures \(0 of them missing\): 2 regions, 2 indicators, 2 periods/);
const typed = await saved("typed.xlsx", (workbook) => {
  const sheet = workbook.addWorksheet("T");
  sheet.addRow(["Region", "2021", "2022"]);
  sheet.addRow(["Nord", 1234.5, "1.234,5*"]);
  sheet.addRow(["Süd", 980000, "x"]);
  sheet.getCell("B3").numFmt = "#,##0.0,";
});
done = project.import(typed, "--indicator", "jobs");
assert.equal(done.status, 0, done.said);
assert.equal(done.table().rows[1].cells["2021"], 980);
assert.deepEqual(done.table().rows[0].cells["2022"], { value: 1234.5, status: "P" });

// Percents and dates are what they show; keys stay keys.
const shown = await saved("shown.xlsx", (workbook) => {
  const sheet = workbook.addWorksheet("Blatt");
  sheet.addRow(["Schlüssel", "Region", "Stichtag", "Arbeitslosenquote"]);
  sheet.addRow(["01", "Nord", new Date(Date.UTC(2023, 5, 30)), 0.0725]);
  sheet.addRow(["02", "Süd", new Date(Date.UTC(2023, 5, 30)), 0.061]);
  for (const row of [2, 3]) {
    sheet.getCell(row, 3).numFmt = "dd.mm.yyyy";
    sheet.getCell(row, 4).numFmt = "0.0%";
  }
});
done = project.import(shown);
assert.equal(done.status, 0, done.said);
table = done.table();
assert.equal(table.attributes.period, "2023-06-30");
assert.deepEqual(table.rows.map((row) => Object.values(row.cells)[0]), [7.3, 6.1]);
assert.deepEqual(table.rows.map((row) => row.region), ["nord", "sud"]);

const check = project.check();
assert.doesNotMatch(check.stdout, /imported\.json.*error\[/, check.stdout.slice(0, 2000));
project.remove();
