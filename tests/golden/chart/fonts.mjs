// Draws all stored charts in Chromium with the report's own font and with each of those that chart texts were measured
// for, and looks with the browser's own measure: does a text leave its chart, do two texts of a chart touch?
import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "playwright-core";

const root = new URL("../../../", import.meta.url);
const folder = new URL("tests/golden/chart/expected/", root);
const css = readFileSync(new URL("templates/assets/chart.css", root), "utf8");
// The hostile ones hold scripts that no measured font has.
const names = readdirSync(folder).filter((name) => name.endsWith(".svg") && !name.startsWith("hostile-")).sort();
const own = readFileSync(new URL("templates/assets/fonts/sans.woff2", root)).toString("base64");
const charts = names.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");

const look = () => {
  const complaints = [];
  for (const chart of document.querySelectorAll("svg.chart")) {
    const frame = chart.viewBox.baseVal;
    const boxes = [...chart.querySelectorAll("text")].map((text) => {
      const { x, width } = text.getBBox();
      const baseline = Number(text.getAttribute("y"));
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      const words = text.firstChild.textContent;
      return { words, left: x, right: x + width, top: baseline - 0.8 * size, bottom: baseline + 0.24 * size };
    });
    boxes.forEach((box, index) => {
      // A capital may reach a pixel to the left of where it begins.
      if (box.left < -1.5 || box.right > frame.width + 1 || box.top < -1 || box.bottom > frame.height + 1)
        complaints.push(`${chart.id}: '${box.words}' leaves the chart`);
      for (const other of boxes.slice(0, index))
        if (box.left + 0.5 < other.right && other.left + 0.5 < box.right && box.top + 0.5 < other.bottom && other.top + 0.5 < box.bottom)
          complaints.push(`${chart.id}: '${box.words}' touches '${other.words}'`);
    });
  }
  return complaints;
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let failed = 0;
const fonts = ["Report Sans", "Liberation Sans", "DejaVu Sans", "Noto Sans"];
for (const font of fonts) {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>@font-face { font-family: "Report Sans"; src: url(data:font/woff2;base64,${own}); font-weight: 400 600; } ${css} .chart { font-family: "${font}"; max-width: none; }</style>${charts}`);
  await page.evaluate((name) => document.fonts.load(`14px "${name}"`), font);
  // A font that is not installed would be replaced silently, and the test would say nothing.
  const installed = await page.evaluate((name) => {
    const width = (family) => {
      const context = document.createElement("canvas").getContext("2d");
      context.font = `40px ${family}`;
      return context.measureText("Vierkant voor Werk 0123456789").width;
    };
    return width(`"${name}", monospace`) !== width("monospace");
  }, font);
  const complaints = installed ? await page.evaluate(look) : ["not installed"];
  for (const complaint of complaints) console.log(`${font}: ${complaint}`);
  failed += complaints.length;
  await page.close();
}
await browser.close();
console.log(`${names.length} charts in ${fonts.length} fonts, ${failed} complaints`);
process.exit(failed > 0 || names.length < 50 ? 1 : 0);
