// Holds ajv to the verdicts of the corpus: good_*.json pass their schema, bad_*.json fail it. The shipped datasets pass.
// usage: node agree.mjs PROJECT   (after npm ci in this folder)
import {readFileSync, readdirSync, existsSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const project = process.argv[2] ?? join(here, "../../..");
let Ajv;
try {
  Ajv = (await import("ajv")).default;
} catch {
  console.error(`ajv is not installed: run 'npm ci' in ${here}`);
  process.exit(1);
}

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const schemas = join(project, "datasets/schema");
const ajv = new Ajv({strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false});
for (const name of readdirSync(schemas)) ajv.addSchema(read(join(schemas, name)), name);
const problems = [];
let checked = 0;

function check(path, kind, expected) {
  checked += 1;
  const validate = ajv.getSchema(`${kind}.schema.json`);
  const passed = validate(read(path));
  if (passed === expected) return;
  const first = validate.errors?.[0];
  problems.push(`${relative(project, path)}: ${passed ? "passes its schema" : `${first.instancePath} ${first.message}`}`);
}

const kinds = readdirSync(here, {withFileTypes: true}).filter((entry) => entry.isDirectory() && entry.name !== "node_modules");
for (const {name: kind} of kinds) {
  for (const file of readdirSync(join(here, kind))) check(join(here, kind, file), kind, file.startsWith("good_"));
}

function shipped(path, kind) {
  if (existsSync(path)) check(path, kind, true);
}
const datasets = join(project, "datasets");
for (const kind of ["regions", "indicators", "sources", "corrections", "accepted", "checks", "boundaries"]) shipped(join(datasets, `${kind}.json`), kind);
for (const kind of ["report", "claims", "diagnosis", "glossary", "redirects", "statement"]) shipped(join(project, "site", `${kind}.json`), kind);
for (const file of readdirSync(join(project, "site/figures"))) shipped(join(project, "site/figures", file), "figures");
for (const file of readdirSync(join(project, "signs"))) shipped(join(project, "signs", file), "signs");
for (const folder of ["templates/languages", "site/languages"]) {
  for (const language of readdirSync(join(project, folder))) shipped(join(project, folder, language), "messages");
}
for (const [folder, kind] of [["tables", "table"], ["profiles", "profile"], ["goals", "goals"], ["initiatives", "initiatives"]]) {
  if (!existsSync(join(datasets, folder))) continue;
  for (const file of readdirSync(join(datasets, folder), {recursive: true})) {
    if (file.endsWith(".json")) shipped(join(datasets, folder, file), kind);
  }
}

for (const problem of problems) console.error(problem);
console.log(`${checked} files, ${problems.length} disagreements`);
process.exit(problems.length === 0 && checked > 100 ? 0 : 1);
