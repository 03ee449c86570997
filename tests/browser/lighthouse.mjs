// Run by scripts/lighthouse. usage: lighthouse.mjs SITE [PAGE...]
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { served } from "./served.mjs";

// The server has a thread of its own: this one waits for each measurement.
if (!isMainThread) {
  const { address } = await served(workerData);
  parentPort.postMessage(address);
} else {
  const site = path.resolve(process.argv[2]);
  const given = process.argv.slice(3);
  const pages = given.length > 0 ? given : ["index.html", "regions/twente.html", "indicators/unemployment-rate.html", "compare/emsland-vierkant-voor-werk.html", "german-comparison.html"];
  const server = new Worker(fileURLToPath(import.meta.url), { workerData: site });
  const address = await new Promise((resolve) => server.once("message", resolve));
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "lighthouse-")), "report.json");
  let least = 100;
  for (const page of pages) {
    execFileSync(process.execPath, [process.env.LIGHTHOUSE, address + page, "--quiet", "--output=json", `--output-path=${report}`, "--only-categories=performance,accessibility,best-practices,seo",
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu"], { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" }, stdio: ["ignore", "ignore", "inherit"] });
    const { categories, audits } = JSON.parse(fs.readFileSync(report, "utf8"));
    const marks = Object.fromEntries(Object.values(categories).map((one) => [one.title, Math.round(100 * one.score)]));
    least = Math.min(least, ...Object.values(marks));
    console.log(page, marks);
    for (const category of Object.values(categories))
      for (const { id, weight } of category.auditRefs)
        if (weight > 0 && audits[id].score !== null && audits[id].score < 1) console.log(`  ${id}: ${audits[id].title} ${audits[id].displayValue ?? ""}`);
  }
  await server.terminate();
  fs.rmSync(path.dirname(report), { recursive: true });
  process.exit(least < 100 ? 1 : 0);
}
