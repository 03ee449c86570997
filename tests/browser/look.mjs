// How the report looks, in numbers: the header is one line, nothing is smaller than 12 px, nothing scrolls sideways that need not, titles stand high on a
// phone, the menu opens without script, paper shows what is folded, pages are as high and as heavy as planned, and look the same whatever fonts a machine has.
// usage: look.mjs SITE
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const site = path.resolve(process.argv[2]);
const languages = { nl: "", de: "de/", en: "en/" };
const complaints = [];
const expect = (holds, complaint) => { if (!holds) complaints.push(complaint); };

// One page of each kind; `goal` is what the page should be high at 1280 and 360 px, and fails the test once it is `reached`.
const kinds = {
  "index.html": { goal: [2400, 4200], reached: true },
  "chapters.html": {},
  "german-comparison.html": {},
  "regions/index.html": {},
  "regions/twente.html": { goal: [5000, 9000], reached: true },
  "regions/vierkant-voor-werk.html": { goal: [5000, 9000], reached: true },
  "regions/vierkant-voor-werk/figures.html": { goal: [4800, 8000], reached: true },
  "regions/twente/figures.html": { goal: [4800, 8000], reached: true },
  "regions/twente/organisations.html": { goal: [3500, 6500], reached: true },
  "regions/twente/sheet.html": {},
  "compare/index.html": {},
  "compare/emsland-vierkant-voor-werk.html": { goal: [3200, 5500], reached: true },
  "indicators/index.html": {},
  "indicators/unemployment-rate.html": {},
  "themes/labour-market.html": {},
  "figures/index.html": {},
  "figures/employers-by-seat.html": {},
  "claims.html": { goal: [9000, 16000], reached: true },
  "claims/four-types-of-industry.html": { goal: [9000, 16000], reached: true },
  "doubtful.html": { goal: [6000, 11000], reached: true },
  "plans.html": {},
  "goals.html": { goal: [5500, 10000], reached: true },
  "initiatives.html": { goal: [7500, 14000], reached: true },
  "diagnosis.html": { goal: [3500, 6000], reached: true },
  "sources/index.html": {},
  "sources/nef-regions-2016.html": { goal: [3500, 6000] },
  "sources/nef-regions-2016/table-1.html": {},
  "data.html": {},
  "search.html": { goal: [900, 900], reached: true },
};
const without_sideways_tables = ["index.html", "regions/twente.html", "themes/labour-market.html", "diagnosis.html"];
const largest_page = 150_000;
// Ledgers and the longest portrait are heavier, and grow no further.
const heavier = { "initiatives.html": 240_000, "doubtful.html": 195_000, "claims.html": 172_000, "regions/vierkant-voor-werk.html": 174_000, "regions/vierkant-voor-werk/figures.html": 169_000, "diagnosis.html": 152_000 };

const options = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] };
const browser = await chromium.launch(options);
const address = (page, language = "en") => "file://" + path.join(site, languages[language] + page);

async function opened(on, width, more = {}) {
  const tab = await (await on.newContext({ viewport: { width, height: 800 }, reducedMotion: "reduce", ...more })).newPage();
  return tab;
}
async function visit(tab, page, language) {
  await tab.goto(address(page, language));
  await tab.evaluate(() => document.fonts.ready);
}

const measure = () => {
  let smallest = { size: Infinity, words: "" };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || element.closest("svg, script, noscript") || !element.checkVisibility()) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < smallest.size) smallest = { size, words: node.data.trim().slice(0, 30) };
  }
  const drawn = [...document.querySelectorAll("svg.chart text")].filter((text) => text.checkVisibility())
    .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
  const frames = [...document.querySelectorAll(".table-frame, .table-scroll")].filter((frame) => frame.checkVisibility() && getComputedStyle(frame).overflowX !== "visible" && frame.scrollWidth > frame.clientWidth);
  return {
    current: document.querySelectorAll(".site-nav .in-line [aria-current]").length,
    here: document.querySelectorAll(".section-nav [aria-current]").length === document.querySelectorAll(".section-nav").length,
    header: document.querySelector(".site-header").getBoundingClientRect().height,
    title: document.querySelector("h1").getBoundingClientRect().top,
    height: document.documentElement.scrollHeight,
    sideways: document.documentElement.scrollWidth - innerWidth,
    tables: frames.map((frame) => frame.querySelector("table").id),
    regions: [...document.querySelectorAll("[role=region]")].filter((region) => region.checkVisibility()).length,
    fonts: [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family.replaceAll('"', "")),
    smallest,
    drawn: Math.min(...drawn),
  };
};

// ---- Every kind of page, at three widths, in three languages.
const table = [];
for (const language of Object.keys(languages)) {
  const found = {};
  for (const width of [360, 768, 1280]) {
    const tab = await opened(browser, width);
    for (const page of Object.keys(kinds)) {
      await visit(tab, page, language);
      let seen = await tab.evaluate(measure);
      // Frames become regions when the observer of their size has been asked: that may be after this first look.
      if (seen.regions !== seen.tables.length) {
        await tab.waitForTimeout(1000);
        seen = await tab.evaluate(measure);
      }
      const where = `${languages[language]}${page} (${width} px)`;
      (found[page] ??= {})[width] = seen;
      expect(seen.header <= 64, `${where}: the header is ${seen.header} px high`);
      expect(seen.current === (page === "index.html" ? 0 : 1) && seen.here, `${where}: the menu does not say where one is`);
      expect(seen.sideways <= 0, `${where}: scrolls sideways by ${seen.sideways} px`);
      expect(seen.smallest.size >= 12, `${where}: '${seen.smallest.words}' is ${seen.smallest.size} px`);
      expect(seen.fonts.includes("Report Serif") && seen.fonts.includes("Report Sans"), `${where}: shows ${seen.fonts}`);
      expect(seen.regions === seen.tables.length, `${where}: ${seen.regions} regions, but ${seen.tables.length} tables that scroll`);
      if (width === 360) {
        expect(seen.title <= 130, `${where}: the title stands at ${seen.title} px`);
        if (without_sideways_tables.includes(page)) expect(seen.tables.length === 0, `${where}: one must push ${seen.tables}`);
      }
    }
    await tab.context().close();
  }
  if (language !== "en") continue;
  const shared = fs.readdirSync(path.join(site, "assets")).filter((file) => /^(report|chart)\.(css|js)$/.test(file)).reduce((sum, file) => sum + fs.statSync(path.join(site, "assets", file)).size, 0);
  for (const [page, { goal, reached }] of Object.entries(kinds)) {
    const heights = [found[page][1280].height, found[page][360].height];
    const bytes = fs.statSync(path.join(site, "en", page)).size + shared;
    table.push({ page, "1280": heights[0], "360": heights[1], goal: goal?.join(" / ") ?? "", kB: Math.round(bytes / 1000), drawn: Number.isFinite(found[page][360].drawn) ? Math.min(found[page][1280].drawn, found[page][360].drawn).toFixed(1) : "" });
    const most = heavier[page] ?? largest_page;
    expect(bytes <= most, `${page}: ${bytes} bytes of page, styles and scripts instead of ${most}`);
    if (reached) expect(heights.every((height, i) => height <= goal[i]), `${page}: ${heights.join(" / ")} px instead of ${goal.join(" / ")}`);
  }
}
console.table(table);
console.log(`over ${largest_page / 1000} kB: ${table.filter((row) => row.kB * 1000 > largest_page).map((row) => row.page).join(", ") || "none"}`);
const fonts = fs.readdirSync(path.join(site, "assets/fonts")).filter((file) => file.endsWith(".woff2")).reduce((sum, file) => sum + fs.statSync(path.join(site, "assets/fonts", file)).size, 0);
expect(fonts <= 160_000, `the fonts are ${fonts} bytes`);

// ---- Every sign that is shown comes from the report's own fonts.
const signs = await opened(browser, 1280);
const inspector = await signs.context().newCDPSession(signs);
await inspector.send("DOM.enable");
await inspector.send("CSS.enable");
for (const page of ["index.html", "regions/twente.html", "german-comparison.html", "data.html"]) {
  await visit(signs, page);
  const { root } = await inspector.send("DOM.getDocument", { depth: -1 });
  const { nodeIds } = await inspector.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "body *" });
  const used = new Map();
  for (const nodeId of nodeIds)
    for (const font of (await inspector.send("CSS.getPlatformFontsForNode", { nodeId })).fonts)
      used.set(font.isCustomFont ? "own" : font.familyName, (used.get(font.isCustomFont ? "own" : font.familyName) ?? 0) + font.glyphCount);
  expect(used.get("own") > 1000 && used.size === 1, `${page}: signs from ${[...used.keys()]}`);
}

// ---- Without script the menu and the languages open over the page.
const still = await opened(browser, 360, { javaScriptEnabled: false });
await still.goto(address("index.html"));
for (const list of [".site-nav", ".languages"]) {
  const before = await still.locator("h1").boundingBox();
  await still.locator(`${list} summary`).click();
  expect(await still.locator(`${list} details a`).first().isVisible(), `${list} does not open without script`);
  expect((await still.locator("h1").boundingBox()).y === before.y, `${list} pushes the page down`);
}
expect(!(await still.locator(".site-nav details a").first().isVisible()), "two menus are open at once");

// ---- The front page shows what was found: sentences with their lines in the first screen.
for (const [width, height, wanted] of [[1280, 800, 5], [360, 780, 2]]) {
  for (const language of Object.keys(languages)) {
    const front = await opened(browser, width);
    await visit(front, "index.html", language);
    const lines = await front.evaluate((height) => [...document.querySelectorAll(".findings .proof svg")].filter((svg) => svg.checkVisibility() && svg.getBoundingClientRect().bottom <= height).length, height);
    expect(lines >= wanted, `${languages[language]}index.html: ${lines} of ${wanted} findings are drawn in the first ${height} px at ${width} px`);
    await front.context().close();
  }
}

// ---- A region's sheet is one sheet, in each language.
const printer = await opened(browser, 1280);
for (const language of Object.keys(languages)) {
  const folder = path.join(site, languages[language], "regions");
  for (const region of fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, "sheet.html")))) {
    await visit(printer, `regions/${region}/sheet.html`, language);
    const sheets = (await printer.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
    expect(sheets === 1, `${languages[language]}regions/${region}/sheet.html takes ${sheets} sheets`);
  }
}

// ---- What is folded opens for a link that leads into it.
const linked = await opened(browser, 1280);
for (const page of ["initiatives.html", "doubtful.html", "goals.html"]) {
  await visit(linked, page);
  const id = await linked.evaluate(() => [...document.querySelectorAll("details.line > div[id]")].at(-1).id);
  await linked.goto(`${address(page)}#${id}`);
  expect(await linked.locator(`[id="${id}"]`).isVisible(), `${page}#${id} stays folded`);
}

// ---- On paper nothing stays folded.
const paper = await opened(browser, 800);
await paper.emulateMedia({ media: "print" });
for (const page of ["german-comparison.html", "goals.html"]) {
  await visit(paper, page);
  const [folds, seen] = await paper.evaluate(() => {
    const folds = [...document.querySelectorAll("main details:not(.screen-only *)")].filter((fold) => fold.closest("nav") === null);
    return [folds.length, folds.filter((fold) => [...fold.children].some((part) => part.tagName !== "SUMMARY" && part.getBoundingClientRect().height > 0)).length];
  });
  expect(folds > 0 && folds === seen, `${page}: on paper ${folds - seen} of ${folds} folds are closed`);
}

// ---- Whatever fonts there are.
const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), "fonts-"));
fs.writeFileSync(path.join(elsewhere, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${elsewhere}</cachedir><include ignore_missing="yes">/etc/fonts/conf.d</include></fontconfig>`);
const other = await chromium.launch({ ...options, env: { ...process.env, FONTCONFIG_FILE: path.join(elsewhere, "fonts.conf") } });
for (const width of [360, 1280]) {
  const [here, there] = [await opened(browser, width), await opened(other, width)];
  for (const page of ["index.html", "regions/twente.html", "claims.html", "sources/nef-regions-2016.html"]) {
    const heights = [];
    for (const tab of [here, there]) {
      await visit(tab, page);
      heights.push((await tab.evaluate(measure)).height);
    }
    expect(Math.abs(heights[0] - heights[1]) < 0.01 * heights[0], `${page} (${width} px): ${heights[0]} px high here, ${heights[1]} with other fonts`);
  }
}
await other.close();
await browser.close();
fs.rmSync(elsewhere, { recursive: true });

console.log(complaints.slice(0, 60).join("\n") || `${Object.keys(kinds).length} kinds of pages look as they should`);
process.exit(complaints.length > 0 ? 1 : 0);
