// A second engine's look at what axe has passed: Siteimprove's Alfa, all its rules for WCAG 2.2 A and AA, on one page of each kind, served as a host
// would serve it. What no engine can decide by itself it leaves open; that is counted, and is no fault.
// usage: alfa.mjs SITE
import path from "node:path";
import { createRequire } from "node:module";
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import * as ofWindow from "@siteimprove/alfa-device/native";
import { Node } from "@siteimprove/alfa-dom";
import * as ofDocument from "@siteimprove/alfa-dom/native";
import { Headers, Request, Response } from "@siteimprove/alfa-http";
import Rules from "@siteimprove/alfa-rules";
import { URL } from "@siteimprove/alfa-url";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import { Page } from "@siteimprove/alfa-web";
import { served } from "./served.mjs";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const site = path.resolve(process.argv[2]);
const pages = process.argv.slice(3);
const samples = pages.length > 0 ? pages : ["index.html", "chapters.html", "german-comparison.html", "regions/index.html", "regions/twente.html", "regions/twente/figures.html", "regions/twente/organisations.html",
  "compare/index.html", "compare/emsland-vierkant-voor-werk.html", "indicators/index.html", "indicators/unemployment-rate.html", "themes/labour-market.html", "figures/index.html",
  "figures/employers-by-seat.html", "goals.html", "diagnosis.html", "collaboration.html", "sources/index.html", "sources/nef-regions-2016/table-2.html", "data.html", "claims.html",
  "doubtful.html", "search.html", "de/index.html", "en/summary.html"];

const isAsked = Conformance.isAA();
const rules = [...Rules].filter((rule) => [...rule.requirements].some((one) => Criterion.isCriterion(one) && isAsked(one)));
/** What the engine reads: the page with its styles as the browser has laid it out. */
async function pageOf(tab) {
  const device = Device.from(await (await tab.evaluateHandle(() => window)).evaluate(ofWindow.Native.fromWindow));
  const document = await (await tab.evaluateHandle(() => window.document)).evaluate(ofDocument.Native.fromNode);
  const url = URL.parse(tab.url()).getUnsafe();
  return Page.of(Request.of("GET", url), Response.of(url, 200, Headers.empty()), Node.from(document, device), device);
}

const complaints = [];
const counted = { passed: 0, "left open": 0 };
const { address, close } = await served(site);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
  const tab = await context.newPage();
  for (const sample of samples) {
    await tab.goto(address + sample);
    await tab.evaluate(() => document.fonts.ready);
    for (const outcome of await Audit.of(await pageOf(tab), rules).evaluate()) {
      if (Outcome.isPassed(outcome)) ++counted.passed;
      else if (Outcome.isCantTell(outcome)) ++counted["left open"];
      if (!Outcome.isFailed(outcome)) continue;
      const rule = outcome.rule.uri.split("/").at(-1);
      // The engine does not see what a style writes: a claim ends in a sign, a citation is a raised number in brackets.
      if (rule === "sia-r62" && /class="(claim|term)"|href="#ref-/.test(String(outcome.target))) continue;
      const why = [...outcome.expectations].map(([, result]) => (result.isErr() ? result.getErr().message : "")).filter(Boolean).join("; ");
      complaints.push(`${sample} (${width} px, ${colorScheme}): ${rule}: ${why} ${String(outcome.target).replace(/\s+/g, " ").slice(0, 160)}`);
    }
  }
  await context.close();
}
await browser.close();
await close();
if (counted.passed === 0) complaints.push("no rule applied");
console.log(complaints.slice(0, 60).join("\n") || `${samples.length} pages pass ${rules.length} rules in light and dark, wide and narrow: ${counted.passed} checks passed, ${counted["left open"]} left open`);
process.exit(complaints.length > 0 ? 1 : 0);
