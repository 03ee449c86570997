// Judges all figures of a built site: every SVG file by xmllint and the Nu Html Checker; every chart on a page with the
// browser's own measure (no text leaves its chart, no two texts touch); stacked shares add up; and every number in a text
// alternative is one of the figure's own numbers, or follows from them.
// usage: figures.mjs SITE
import fs from "node:fs";
import path from "node:path";
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const vnu = path.join(path.dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
const site = path.resolve(process.argv[2]);
const complaints = [];

// An older edition that is kept has data of its own: its folder is judged as a site.
const files = fs.readdirSync(site, { recursive: true }).map(String).filter((file) => !file.startsWith("editions/")).sort();
const pictures = files.filter((file) => file.includes("data/figures/") && file.endsWith(".svg"));
const pages = files.filter((file) => /(^|\/)figures\/[^/]+\.html$/.test(file) && !file.endsWith("index.html"));
if (pictures.length < 20 || pages.length < 20) throw new Error(`too few figures in ${site}: ${pictures.length} files, ${pages.length} pages`);

// ---- files
const absolute = pictures.map((file) => path.join(site, file));
try {
  execFileSync("xmllint", ["--noout", ...absolute], { stdio: "pipe" });
} catch (error) {
  complaints.push(`xmllint: ${error.stderr}`);
}
const judged = spawnSync("java", ["-jar", vnu, "--svg", "--errors-only", "--format", "gnu", ...absolute], { encoding: "utf8" });
if (judged.error || judged.status !== 0) complaints.push(judged.error?.message ?? `${judged.stdout}${judged.stderr}`.trim());
for (const file of pictures) {
  const text = fs.readFileSync(path.join(site, file), "utf8");
  if (/="[^"]*\b(NaN|Infinity|undefined)\b/i.test(text)) complaints.push(`${file}: a number that is none`);
  if (/(href|src)="|url\((?!#)|@import/.test(text)) complaints.push(`${file}: asks for another file`);
  // Positions on the map are ours; all else has a source.
  const parts = ["<style>", "<dc:title>", "<dc:language>", ...(file.endsWith("regions-map.svg") ? [] : ["<dc:source>", "<dc:rights>"])];
  for (const part of parts) if (!text.includes(part)) complaints.push(`${file}: no ${part}`);
}

// ---- numbers
function rows(file) {
  const text = fs.readFileSync(file, "utf8");
  const records = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') records.at(-1)[records.at(-1).length - 1] += c;
      else if (text[i + 1] === '"') records.at(-1)[records.at(-1).length - 1] += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") records.at(-1).push("");
    else if (c === "\n") records.push([""]);
    else if (c !== "\r") records.at(-1)[records.at(-1).length - 1] += c;
  }
  const [head, ...body] = records.filter((record) => record.length > 1);
  return body.map((record) => Object.fromEntries(head.map((name, i) => [name, record[i]])));
}

const marks = { nl: [".", ","], de: [".", ","], en: [",", "."] };
function numbers(text, language) {
  const [thousands, decimal] = marks[language];
  const words = text.match(new RegExp(`\\d+(\\${thousands}\\d{3})*(\\${decimal}\\d+)?`, "g")) ?? [];
  return words.map((word) => ({ word, value: Number(word.replaceAll(thousands, "").replace(decimal, ".")), decimals: word.split(decimal)[1]?.length ?? 0 }));
}

let spoken = 0;
function judge_words(page, language, words) {
  const id = path.basename(page, ".html");
  const records = rows(path.join(site, "data/figures", `${id}.csv`));
  const values = [];
  const known = new Set();
  for (const record of records) {
    for (const key of ["value", "drawn", "earlier", "employers", "rung", "period", "due", "event", "note"])
      for (const word of (record[key] ?? "").match(/\d+(\.\d+)?/g) ?? []) known.add(Number(word));
    for (const key of ["value", "drawn"]) if (record[key] && Number.isFinite(Number(record[key]))) values.push(Math.abs(Number(record[key])));
  }
  for (const a of values) for (const b of values) { known.add(Math.abs(a - b)); known.add(a + b); }
  const count = Math.max(records.length, 10);
  for (const { word, value, decimals } of numbers(words, language)) {
    ++spoken;
    const is_count = decimals === 0 && value <= count;
    const is_known = [...known].some((number) => Math.abs(Math.abs(number) - value) <= 0.5 * 10 ** -decimals + 1e-9);
    if (!is_count && !is_known) complaints.push(`${page}: '${word}' is no number of the figure`);
  }
}

for (const page of pages.filter((file) => file.startsWith("figures/"))) {
  const shares = new Map();
  for (const record of rows(path.join(site, "data/figures", `${path.basename(page, ".html")}.csv`)))
    if (record.drawn_as === "share") shares.set(record.region, (shares.get(record.region) ?? 0) + Number(record.drawn));
  for (const [region, sum] of shares) if (Math.abs(sum - 100) > 0.5) complaints.push(`${page}: the shares of ${region} add up to ${sum}`);
}

// ---- on the page
const look = () => {
  const found = { charts: 0, complaints: [], words: [] };
  for (const chart of document.querySelectorAll("svg.chart")) {
    found.words.push(chart.querySelector("desc").textContent);
    if (chart.getBoundingClientRect().width === 0) continue;
    ++found.charts;
    const frame = chart.viewBox.baseVal;
    const boxes = [...chart.querySelectorAll("text")].map((text) => {
      const { x, width } = text.getBBox();
      const baseline = Number(text.getAttribute("y"));
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      return { words: text.firstChild.textContent, left: x, right: x + width, top: baseline - 0.8 * size, bottom: baseline + 0.24 * size };
    });
    boxes.forEach((box, index) => {
      if (![box.left, box.right, box.top, box.bottom].every(Number.isFinite)) found.complaints.push(`${chart.id}: '${box.words}' stands nowhere`);
      // Two pixels: a J reaches a little to the left of where it begins.
      if (box.left < -2 || box.right > frame.width + 2 || box.top < -1 || box.bottom > frame.height + 1) found.complaints.push(`${chart.id}: '${box.words}' leaves the chart`);
      for (const other of boxes.slice(0, index))
        if (box.left + 0.5 < other.right && other.left + 0.5 < box.right && box.top + 0.5 < other.bottom && other.top + 0.5 < box.bottom)
          found.complaints.push(`${chart.id}: '${box.words}' touches '${other.words}'`);
    });
  }
  return found;
};
// On regions' pages stand strips; the bars on indicators' pages are a kind of the figures above.
const others = files.filter((file) => /(^|\/)regions\/[^/]+\.html$/.test(file));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
let charts = 0;
for (const width of [320, 1280]) {
  const tab = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  for (const page of [...pages, ...others]) {
    await tab.goto("file://" + path.join(site, page));
    const found = await tab.evaluate(look);
    charts += found.charts;
    complaints.push(...found.complaints.map((complaint) => `${page} (${width} px): ${complaint}`));
    const language = page.startsWith("de/") ? "de" : page.startsWith("en/") ? "en" : "nl";
    if (width === 1280 && pages.includes(page)) for (const words of new Set(found.words)) judge_words(page, language, words);
  }
}
await browser.close();

console.log(complaints.slice(0, 60).join("\n") || `${pictures.length} SVG files are valid, ${charts} charts are in order, ${spoken} spoken numbers are the figures' own`);
process.exit(complaints.length > 0 || spoken < 100 ? 1 : 0);
