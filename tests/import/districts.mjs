// A workbook of the German statistical office: 401 districts, two rows of head, sections, sums and two notes.
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Project } from "./project.mjs";

const source = join(dirname(createRequire(import.meta.url).resolve("landkreise-deutschland/package.json")), "source/04-kreise.xlsx");
const project = new Project(process.argv[2], "Emsland, \"Bremen, Stadt\"");
const file = join(project.folder, "kreise.xlsx");
cpSync(source, file);

const refused = project.import(file);
assert.equal(refused.status, 1);
assert.match(refused.said, /nothing in the file tells the periods/);

const done = project.import(file, "--period", "2018-12-31", "--add", "--table", "04");
assert.equal(done.status, 0, done.said);
assert.match(done.said, /2005 figures \(0 of them missing\): 401 regions, 5 indicators, 1 periods/);
assert.match(done.said, /is left out: a sum: .*Insgesamt/);
assert.match(done.said, /row 6 is left out: numbers of the columns/);

const table = done.table();
const rows = table.rows.filter((row) => !row.heading);
assert.equal(rows.length, 401);
assert.ok(rows.every((row) => Object.keys(row.cells).length === 5));
const emsland = rows.find((row) => row.region === "emsland");
assert.equal(emsland.printed, "Emsland");
const [area, total, men, women, density] = Object.values(emsland.cells);
assert.ok(men + women === total && Math.abs(total / area - density) < 1);
assert.ok(rows.every((row) => {
  const [, all, male, female] = Object.values(row.cells);
  return male + female === all;
}));
// Note 2 stands at the head of four columns, note 1 at none of them: it is told below the table.
const noted = Object.values(table.columns).filter((column) => column.note?.de.startsWith("Die Ergebnisse ab Berichtsjahr 2016"));
assert.equal(noted.length, 4);
assert.match(table.note.de, /^1\\\) Fläche in Rheinland-Pfalz/);
assert.ok(Object.values(table.columns).some((column) => column.printed === "Fläche in km²"));
assert.deepEqual(table.attributes.number_format, { thousands: " " });
assert.equal(project.read("datasets/regions.json").regions["flensburg-stadt"].nuts, "DEF01");

const check = project.check();
assert.doesNotMatch(check.stdout, /error\[/, check.stdout.slice(0, 2000));
project.remove();
