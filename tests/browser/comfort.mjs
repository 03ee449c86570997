// What script adds to a built site, opened from disk: a catalogue that narrows and whose view can be shared, tables that sort. And that nothing
// is missing without script.
// usage: comfort.mjs SITE
import assert from "node:assert/strict";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const site = "file://" + path.resolve(process.argv[2]);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();

/** What the reader sees of the catalogue, and what the controls say of it. */
async function catalogue(on = page) {
  return on.evaluate(function () {
    const seen = (selector) => Array.from(document.querySelectorAll(selector)).filter((element) => element.checkVisibility());
    return {
      all: document.querySelectorAll("[data-sides]").length,
      seen: seen("[data-sides]").map((entry) => entry.dataset.sides),
      groups: seen("[data-facet-group]").length,
      said: Number(document.querySelector("[data-shown]").textContent),
      lists: seen("[data-without-script]").length,
      none: seen("[data-none]").length,
      hash: location.hash,
    };
  });
}

await page.goto(site + "/initiatives.html");
const whole = await catalogue();
assert(whole.all > 50 && whole.seen.length === whole.all && whole.said === whole.all, "all is seen at first");
assert.equal(whole.lists, 0, "filters take the place of the lists");

await page.selectOption("select[name=region]", "vierkant-voor-werk");
await page.selectOption("select[name=element]", "talent");
const narrowed = await catalogue();
assert(narrowed.seen.length > 0 && narrowed.seen.length < whole.all);
assert(narrowed.seen.every((sides) => sides.split(" ").includes("region:vierkant-voor-werk") && sides.split(" ").includes("element:talent")));
assert.equal(narrowed.said, narrowed.seen.length, "the live count is right");
assert(narrowed.groups < whole.groups, "a group without entries goes");
assert.equal(narrowed.hash, "#region=vierkant-voor-werk&element=talent");

// The address is the view: shared, it opens on the same.
const other = await (await browser.newContext()).newPage();
await other.goto(site + "/initiatives.html" + narrowed.hash);
assert.deepEqual((await catalogue(other)).seen, narrowed.seen);
await other.goto(site + "/initiatives.html#region=nowhere&line=learn");
assert((await catalogue(other)).seen.every((sides) => sides.includes("line:learn")), "what does not exist is passed over");

// A link to an entry that is hidden shows it.
const hidden = whole.seen.findIndex((sides) => !narrowed.seen.includes(sides));
const id = await page.evaluate((place) => document.querySelectorAll("[data-sides]")[place].querySelector("[id]").id, hidden);
await page.evaluate((id) => { location.hash = id; }, id);
await page.waitForFunction((id) => document.getElementById(id).checkVisibility(), id);
await page.selectOption("select[name=line]", "learn");
await page.click("[data-facets] button");
assert.deepEqual((await catalogue()).seen, whole.seen, "one button shows all again");
assert.equal((await catalogue()).hash, "");

// A word narrows, too.
await page.fill("[data-facets] input", "techniek");
const worded = await catalogue();
assert(worded.seen.length > 0 && worded.seen.length < whole.all && worded.said === worded.seen.length);
assert.equal(worded.hash, "#word=techniek");
await page.click("[data-facets] button");

// The search says nothing until one types; it finds forms of a word, parts of compounds, and words without their accents.
await page.goto(site + "/index.html");
await page.keyboard.press("/");
await page.waitForURL(/search.html/);
const results = () => page.locator(".results a").allTextContents();
assert.deepEqual(await results(), []);
assert.equal(await page.evaluate(() => document.activeElement.name), "q");
await page.fill("input[name=q]", "werkloosheid");
assert((await results()).length > 0);
for (const [asked, wanted] of [["twente", /Twente/], ["WERKLOOS", /[Ww]erkloosheid/]]) {
  await page.fill("input[name=q]", asked);
  assert((await results()).some((title) => wanted.test(title)), `${asked} is found`);
}
await page.fill("input[name=q]", "e");
assert.equal((await results()).length, 20);
await page.fill("input[name=q]", "xyzzy");
assert.deepEqual(await results(), []);

// A chart is walked by arrow keys, value by value.
await page.goto(site + "/regions/twente.html");
const chart = page.locator("#figure-position-wide");
await chart.focus();
await page.keyboard.press("ArrowRight");
const first = await page.locator("#figure-position-wide + [role=status]").textContent();
await page.keyboard.press("ArrowRight");
const second = await page.locator("#figure-position-wide + [role=status]").textContent();
assert(first.length > 3 && second.length > 3 && first !== second);

// Tables: one column at a time says that it is sorted, and what is missing comes last both ways.
await page.goto(site + "/diagnosis.html#scores"); // the table is folded below its picture
const column = () => page.evaluate(function () {
  const table = document.getElementById("scores");
  return {
    sorted: Array.from(table.tHead.rows[0].cells).map((cell) => cell.getAttribute("aria-sort")),
    scores: Array.from(table.tBodies[0].rows).map((row) => (row.cells[1].dataset.sort === undefined ? null : Number(row.cells[1].dataset.sort))),
  };
});
const buttons = page.locator("#scores thead button");
await buttons.nth(1).click();
const up = await column();
await buttons.nth(1).click();
const down = await column();
for (const [found, direction] of [[up, 1], [down, -1]]) {
  assert.equal(found.sorted.filter(Boolean).length, 1);
  const numbers = found.scores.filter((score) => score !== null);
  assert.deepEqual(found.scores.slice(0, numbers.length), [...numbers].sort((a, b) => direction * (a - b)), "missing scores come last");
  assert(numbers.length > 0 && numbers.length < found.scores.length);
}
assert.notEqual(up.sorted[1], down.sorted[1]);
await buttons.nth(2).click();
assert.equal((await column()).sorted[1], null);

// A column is called by its name alone, and no two controls are called the same.
const heads = await page.evaluate(() => Array.from(document.querySelectorAll("#scores thead th")).map((head) => ({
  name: head.getAttribute("aria-label") ?? head.textContent.trim(),
  controls: Array.from(head.querySelectorAll("a, button")).map((control) => control.getAttribute("aria-label") ?? (control.querySelector(".in-full") ?? control).textContent.trim()),
})));
const controls = heads.flatMap((head) => head.controls);
assert(heads.length > 3 && heads.slice(1).every((head) => head.controls.length === 2 && head.controls[0] === head.name));
assert.equal(new Set(controls).size, controls.length);

// Another language opens at the same section, although its sections have other names.
const fourth = () => page.evaluate(() => document.querySelectorAll(".story h2")[3].id);
await page.goto(site + "/german-comparison.html");
await page.goto(`${site}/german-comparison.html#${await fourth()}`);
await page.locator(".languages .in-line a[lang=de]").click();
await page.waitForURL(/\/de\/german-comparison/);
assert.equal(decodeURIComponent(await page.evaluate(() => location.hash.slice(1))), await fourth());
await page.goto(site + "/claims.html#emsland-least-educated-lowest-unemployment");
await page.locator(".languages .in-line a[lang=en]").click();
await page.waitForURL(/\/en\/claims.html#emsland-least-educated-lowest-unemployment$/);

// What is there to be copied is copied by a button; and a figure stands in the frame of another page.
await page.goto(site + "/figures/dutch-regions-strip.html");
await page.locator(".citing > summary").click();
const copies = page.locator(".citing button");
assert.equal(await copies.count(), 5, "words, the frame, and three formats have a button each");
await copies.nth(2).click();
assert.equal(await copies.nth(2).textContent(), "Gekopieerd");
assert.match(await page.evaluate(() => getSelection().toString()), /^@misc\{figures-dutch-regions-strip-2022,/);
const frame = await page.locator(".citing pre").first().textContent();
const [, pinned] = /src="https:\/\/[^/]+\/(editions\/2022\/embed\/[^"]+)"/.exec(frame);
const said = [];
page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("woff2") && !message.location().url.endsWith(".woff2")) said.push(message.text()); });
await page.goto(`${site}/${pinned}`);
assert.equal(await page.locator("svg.chart").first().isVisible(), true);
assert.equal(await page.locator("header, nav, script").count(), 0, "nothing leads around");
assert.deepEqual(said, []);
const height = Number(/height="(\d+)"/.exec(frame)[1]);
await page.setViewportSize({ width: 700, height });
assert(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight) <= 0, "the frame is high enough");

// Without script everything stands there, with lists by every side.
const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await still.goto(site + "/initiatives.html");
assert.equal(await still.locator("[data-facets]").isVisible(), false);
assert.equal(await still.locator("[data-without-script] details").count(), await still.locator("[data-facets] select").count());
assert.equal(await still.locator("[data-sides]").count(), whole.all);
assert.equal(await still.locator("[data-sides]").last().isVisible(), true);
await still.goto(site + "/compare/index.html");
assert.equal(await still.locator("#picker a[href$='emsland-vierkant-voor-werk.html']").count(), 1, "the picker is a table of links");

await browser.close();
console.log(`a catalogue of ${whole.all} narrows, tables sort, and nothing is missing without script`);
