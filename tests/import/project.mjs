// A fresh report in a folder of its own, and `regioscope import` into it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Project {
  constructor(program, regions) {
    this.program = program;
    this.folder = join(mkdtempSync(join(tmpdir(), "regioscope-import-")), "report");
    execFileSync(program, ["new", this.folder, "--languages", "de", "--regions", regions, "--edition", "2025"]);
  }
  /** What the program says, and the table that it wrote. */
  import(file, ...options) {
    const ended = spawnSync(this.program, ["import", file, "--project", this.folder, "--source", "example", "--into",
      "datasets/tables/example/imported.json", "--replace", ...options], { encoding: "utf-8", timeout: 120000 });
    const table = () => JSON.parse(readFileSync(join(this.folder, "datasets/tables/example/imported.json"), "utf-8"));
    return { status: ended.status, said: ended.stderr, shown: ended.stdout, table };
  }
  check() {
    return spawnSync(this.program, ["check", this.folder], { encoding: "utf-8", timeout: 120000 });
  }
  read(path) {
    return JSON.parse(readFileSync(join(this.folder, path), "utf-8"));
  }
  remove() {
    rmSync(join(this.folder, ".."), { recursive: true });
  }
}
