// Every odd CSV of csv-spectrum, set into a table of figures: cells come out as its own answers say.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Project } from "./project.mjs";

const folder = dirname(createRequire(import.meta.url).resolve("csv-spectrum/package.json"));
const project = new Project(process.argv[2], "Nord");
const folded = (text) => text.replace(/\s+/g, " ").trim();
let count = 0;
for (const name of readdirSync(join(folder, "csvs"))) {
  const csv = readFileSync(join(folder, "csvs", name), "utf-8");
  const answer = JSON.parse(readFileSync(join(folder, "json", name.replace(".csv", ".json")), "utf-8"));
  const values = [answer].flat().flatMap((row) => Object.values(row)).filter((value) => folded(value) !== "");
  // A label in front makes it a table of labels with one figure: the labels are what has to survive.
  const end = csv.includes("\r\n") ? "\r\n" : "\n";
  const quote = (text) => `"${text.replaceAll('"', '""')}"`;
  const lines = values.map((value) => `${quote(`Gebiet ${value}`)},1`);
  writeFileSync(join(project.folder, name), ["Region,Jobs", ...lines].join(end) + end);
  const answers = project.import(join(project.folder, name), "--period", "2020", "--indicator", "jobs", "--dry-run", "--add");
  for (const value of values) assert.ok(answers.shown.includes(folded(value)), `${name}: '${value}' in\n${answers.shown}${answers.said}`);
  count += values.length;
}
assert.ok(count > 30);
project.remove();
