// Third-party judges over a built site: html-validate on every page, axe-core (WCAG 2.2 AA) in Chromium on one page of each kind, in light and
// dark, wide and narrow; no page may scroll sideways, ask another host, or complain in the console.
// usage: judge.mjs SITE
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const site = path.resolve(process.argv[2]);
const complaints = [];

const files = [];
(function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(file);
    else if (file.endsWith(".html")) files.push(file);
  }
})(site);
if (files.length === 0) throw new Error(`no pages in ${site}`);

// Off: matters of taste (a frame that scrolls is a div with a role), and landmarks named by captions that may repeat.
const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: { "prefer-native-element": "off", "unique-landmark": "off", "long-title": "off", "no-trailing-whitespace": "off", "void-style": "off" },
}));
for (const file of files) {
  const report = await validator.validateFile(file);
  for (const result of report.results) {
    for (const message of result.messages) complaints.push(`${path.relative(site, file)}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
  }
}

const samples = ["index.html", "regions/index.html", "regions/vierkant-voor-werk.html", "regions/twente/figures.html", "regions/twente/organisations.html", "regions/twente/sheet.html", "figures/index.html", "figures/dutch-regions-strip.html", "embed/dutch-regions-strip.html", "indicators/commuting-ratio.html", "indicators/unemployment-rate.html", "sources/nef-regions-2016.html", "sources/nef-regions-2016/table-1.html",
  "themes/labour-market.html", "german-comparison.html", "compare/index.html", "compare/emsland-vierkant-voor-werk.html", "diagnosis.html", "employers.html",
  "collaboration.html", "goals.html", "initiatives.html", "data.html", "claims.html", "doubtful.html", "search.html", "de/index.html", "en/index.html"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"] });
for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce", bypassCSP: true });
    const page = await context.newPage();
    let where = "";
    // From disk a font cannot be asked for early: the browser says so, and takes it when the stylesheet asks.
    const is_early_font = (message) => message.text().includes(".woff2") || message.location().url.endsWith(".woff2");
    page.on("console", (message) => { if (!is_early_font(message)) complaints.push(`${where}: console: ${message.text()}`); });
    page.on("pageerror", (error) => complaints.push(`${where}: ${error.message}`));
    page.on("request", (request) => { if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) complaints.push(`${where}: asks ${request.url()}`); });
    for (const sample of samples) {
      where = `${sample} (${width} px, ${colorScheme})`;
      await page.goto("file://" + path.join(site, sample));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (sideways > 0) complaints.push(`${where}: scrolls sideways by ${sideways} px`);
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], preload: false }));
      for (const violation of found.violations) {
        complaints.push(`${where}: ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
      }
    }
    await context.close();
  }
}
await browser.close();

console.log(complaints.slice(0, 60).join("\n") || `${files.length} pages are valid, ${samples.length} are accessible in light and dark, narrow and wide`);
process.exit(complaints.length > 0 ? 1 : 0);
